//! The wording of a law, set provision by provision, and its clauses taken apart.

use crate::model::{ClauseElement, Provision, Target, Wording};

use super::card::labelled;
use super::origin::origin_on_card;
use super::saying::sayings;
use super::{Element, Face, Origin, Rich, Role, Sheet, Typesetting, columns, words};

/// How far provisions are set in at most, in columns: those deeper down are told by their marks.
const DEEPEST: usize = 16;
/// How wide a mark may be that moves what stands beside it, in columns: words of a wider one begin right
/// behind it.
const MARK: usize = 7;

impl Typesetting<'_> {
    /// A wording below its label, each provision hanging behind its mark.
    pub(super) fn wording(&self, of: &Target, sheet: &mut Sheet, wording: &Wording) {
        if wording.text.is_empty() {
            return;
        }
        let label = Face { strong: true, ..Role::Label.into() };
        sheet.push(Element::new(Rich::new(words::WORDING, label)).below(1));
        self.provisions(of, sheet, wording);
    }

    /// The provisions of a wording, from the first to the last.
    pub(super) fn provisions(&self, of: &Target, sheet: &mut Sheet, wording: &Wording) {
        let origin = origin_on_card(&sayings(self.briefing, of), &wording.text, 0);
        let Origin::Text { logical, .. } = origin else { return };
        let rich = sheet.rich(&wording.text, Role::Body);
        let leads = leads(wording.provisions());
        for (n, (provision, lead)) in wording.provisions().iter().zip(leads).enumerate() {
            let said = provision.words..provision.range.end;
            let (at, len) = (0, said.len());
            let mut element = Element::new(rich.part(&said));
            if !lead.is_empty() {
                element = element.hung(&lead, Role::Body);
            }
            let logical = logical + provision.words;
            let is_paragraph = provision.mark.is_none() && provision.level == 0 && n > 0;
            let element = element.from(Origin::Text { at, logical, len });
            sheet.push(element.below(usize::from(is_paragraph)));
        }
    }

    /// A clause taken apart, an element a line.
    pub(super) fn elements(&self, of: &Target, sheet: &mut Sheet, elements: &[ClauseElement]) {
        for (n, ClauseElement { name, text }) in elements.iter().enumerate() {
            let mut rich = labelled(self.briefing.element_title(name));
            let origin = origin_on_card(&sayings(self.briefing, of), text, rich.plain.len());
            rich.append(sheet.rich(text, Role::Body));
            sheet.push(Element::new(rich).below(usize::from(n == 0)).from(origin));
        }
    }
}

/// Where each provision begins, and where its words do, in columns.
#[derive(Debug, Clone, Copy, Default)]
struct Indent {
    mark: usize,
    words: usize,
}

fn indents(provisions: &[Provision]) -> Vec<Indent> {
    let width = |one: &Provision| one.mark.as_deref().map_or(0, columns).min(MARK);
    // The widest mark among siblings, entered at the one that they stand in; the last entry is for those
    // that stand in none.
    let mut widest = vec![0; provisions.len() + 1];
    for one in provisions {
        if let Some(all) = widest.get_mut(one.parent.unwrap_or(provisions.len())) {
            *all = width(one).max(*all);
        }
    }
    let mut indents: Vec<Indent> = Vec::with_capacity(provisions.len());
    for one in provisions {
        let above = one.parent.and_then(|at| indents.get(at)).map_or(0, |above| above.words);
        let mark = above.min(DEEPEST);
        let beside = widest.get(one.parent.unwrap_or(provisions.len())).copied().unwrap_or(0);
        let words = if one.mark.is_some() { mark + beside + 1 } else { mark };
        indents.push(Indent { mark, words });
    }
    indents
}

/// What stands before the words of each provision: its mark, as far in as it stands, and a blank.
pub(super) fn leads(provisions: &[Provision]) -> Vec<String> {
    let indents = indents(provisions);
    provisions.iter().zip(indents).map(|(provision, indent)| lead(provision, indent)).collect()
}

fn lead(provision: &Provision, indent: Indent) -> String {
    let mark = provision.mark.as_deref().unwrap_or_default();
    let blank = indent.words.saturating_sub(indent.mark + columns(mark));
    let blank = if mark.is_empty() { 0 } else { blank.max(1) };
    format!("{}{mark}{}", " ".repeat(indent.mark), " ".repeat(blank))
}
