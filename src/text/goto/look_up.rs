//! Names and paragraphs that fit what was typed, in one list.

use crate::model::{Briefing, SectionIx};

use super::place::{Paragraphs, Place, paragraphs};
use super::rank::{NUMBER, RELATED, SECTION};
use super::{Kind, Names, Ranked};

/// What fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Suggestion {
    /// Something by its name.
    Name(Ranked),
    /// A paragraph by its number.
    Paragraph(Place),
}

impl Names {
    /// The `most` names and paragraphs that fit `typed` best where `here` is read, the best first; `weight`
    /// is as for [`Names::rank`].
    ///
    /// A number alone is that of an article, of a paragraph of this section and of a section, in this
    /// order, and then that of whatever else has it.
    pub(crate) fn look_up(
        &self,
        briefing: &Briefing,
        here: SectionIx,
        typed: &str,
        most: usize,
        weight: impl Fn(&str) -> u32,
    ) -> Vec<Suggestion> {
        let Paragraphs { blocks, only, of } = paragraphs(briefing, here, typed);
        let mut ranked = self.rank(of.as_deref().unwrap_or(typed), most, weight);
        if only {
            ranked.retain(|one| one.score >= RELATED);
        }
        let is = |one: &Ranked, kind, least| {
            let candidate = self.candidate(one.candidate);
            candidate.is_some_and(|candidate| candidate.kind == kind) && one.score >= least
        };
        let mut first = Vec::new();
        let in_a_word = !typed.trim().contains(char::is_whitespace);
        if in_a_word && ranked.first().is_some_and(|one| is(one, Kind::Article, NUMBER)) {
            first.push(ranked.remove(0));
        }
        let section = ranked.iter().position(|one| is(one, Kind::Section, SECTION));
        let section = section.filter(|_| !blocks.is_empty()).map(|at| ranked.remove(at));
        let names = first.into_iter().map(Suggestion::Name);
        let found = names.chain(blocks.into_iter().map(Suggestion::Paragraph));
        found.chain(section.into_iter().chain(ranked).map(Suggestion::Name)).take(most).collect()
    }
}
