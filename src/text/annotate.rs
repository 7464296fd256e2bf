//! What a reader left, set with the text that it is on.

use crate::model::{ArticleIx, BlockIx, ProvisionAddress, Target};

use super::{
    Annotated, Bookmarked, Element, Face, Origin, Rich, Role, Sheet, Typesetting, fit, words,
};

/// The most columns that a bookmark's label takes in the text.
const LABEL: usize = 24;

impl Typesetting<'_> {
    /// What the reader left on something.
    fn annotated(&self, on: &Target) -> Option<&Annotated> {
        self.annotations?.0.get(on)
    }

    /// Shows highlights in what a block says, and the reader's notes below it.
    pub(super) fn annotate(&self, sheet: &mut Sheet, at: BlockIx) {
        self.light_up(sheet, at);
        self.own_notes(sheet, &Target::Block(at));
    }

    /// Shows highlights in what a block says.
    pub(super) fn light_up(&self, sheet: &mut Sheet, at: BlockIx) {
        let Some(annotated) = self.annotated(&Target::Block(at)) else { return };
        for element in &mut sheet.elements {
            let Some(origin) = element.origin else { continue };
            for bytes in annotated.lit.iter().filter_map(|lit| origin.plain(lit)) {
                element.rich.light_up(&bytes);
            }
        }
    }

    /// Tells behind a name that the reader left a note on what it is of, which may stand out of sight.
    pub(super) fn note_sign(&self, name: &mut Rich, on: &Target) {
        if self.annotated(on).is_some_and(|annotated| !annotated.notes.is_empty()) {
            name.push(&format!("  {}\u{a0}", self.glyphs.own), Role::Accent);
            name.push(words::A_NOTE, Role::Faint);
        }
    }

    /// Shows the reader's notes on a card: a sign at its name, and the words at its end.
    pub(super) fn notes_on_card(&self, sheet: &mut Sheet, card: &Target) {
        if let Some(name) = sheet.elements.first_mut() {
            self.note_sign(&mut name.rich, card);
        }
        self.own_notes(sheet, card);
    }

    /// The provisions of an article that the reader left notes or bookmarks on.
    pub(super) fn left_on_provisions(&self, of: ArticleIx) -> Vec<ProvisionAddress> {
        let from = Target::Provision(ProvisionAddress::new(of, ""));
        let all = self.annotations.into_iter().flat_map(|all| all.0.range(&from..));
        let here = all.map_while(|(target, annotated)| match target {
            Target::Provision(at) if at.article == of => Some((at, annotated)),
            _ => None,
        });
        let left = here.filter(|(_, own)| !own.notes.is_empty() || !own.bookmarks.is_empty());
        left.map(|(at, _)| at.clone()).collect()
    }

    /// Shows the reader's notes on something below all else.
    pub(super) fn own_notes(&self, sheet: &mut Sheet, on: &Target) {
        let bar = format!("{} ", self.glyphs.own);
        let notes = self.annotated(on).into_iter().flat_map(|annotated| &annotated.notes);
        for (number, note) in notes.enumerate() {
            let label = words::your_note(note.draft, note.adrift);
            let mut rich = Rich::new(label, Role::Faint);
            rich.push("  ", Role::Faint).push(&note.words, Role::Body);
            let element = Element::new(rich).barred(&bar, Role::Accent);
            // What a card rests on stands at its end, one line below the other.
            let is_below = matches!(on, Target::Block(_) | Target::Provision(_));
            let gap = usize::from(number == 0 && !is_below);
            sheet.push(element.from(Origin::Note(number)).below(gap));
        }
    }

    /// Adds the bookmarks of a block or a piece of law, quietly.
    pub(super) fn bookmarks(&self, rich: &mut Rich, on: &Target) {
        for Bookmarked(label) in self.annotated(on).iter().flat_map(|own| &own.bookmarks) {
            self.dot(rich);
            rich.push(self.glyphs.bookmark, Role::Accent);
            if !label.is_empty() {
                let label = fit(label, LABEL, self.glyphs.ellipsis);
                rich.push(&format!("\u{a0}{label}"), Face { strong: true, ..Role::Accent.into() });
            }
        }
    }
}
