//! The list of terms: their order, and a line for each.

use crate::model::{Target, Term, TermIx};

use super::around::one_line;
use super::fold::fold;
use super::{Element, Face, Rich, Role, Sheet, Typesetting};

impl Typesetting<'_> {
    /// The terms in the order of the alphabet, accents and capitals aside.
    pub(crate) fn terms_by_name(&self) -> Vec<TermIx> {
        let mut terms: Vec<TermIx> = (0..self.briefing.terms.len()).map(TermIx::new).collect();
        terms.sort_by_cached_key(|at| fold(&self.briefing.term(*at).term).to_lowercase());
        terms
    }

    /// A term with how often it is cited, and below it a line of what it means.
    pub(crate) fn term_line(&self, at: TermIx) -> Sheet {
        let Term { id: _, term, aliases: _, definition, sources: _ } = self.briefing.term(at);
        let mut sheet = Sheet::default();
        let mut name = Rich::new(term, Face { strong: true, ..Role::Link.into() });
        let cited = self.briefing.extent(self.briefing.index().cited_by(&Target::Term(at)));
        if cited.numbered() > 0 {
            self.dot(&mut name);
            name.push(&cited.words(), Role::Faint);
        }
        sheet.push(Element::new(name));
        let meaning = Rich::new(&one_line(&definition.plain), Role::Body);
        sheet.push(Element::new(meaning).clipped(self.glyphs.ellipsis).hung("  ", Role::Body));
        sheet
    }
}
