//! What a reader left, set with the text that it is on.

use crate::model::BlockIx;

use super::{
    Annotated, Bookmarked, Element, Face, Origin, Rich, Role, Sheet, Typesetting, fit, words,
};

/// The most columns that a bookmark's label takes in the text.
const LABEL: usize = 24;

impl Typesetting<'_> {
    /// What the reader left on a block.
    fn annotated(&self, at: BlockIx) -> Option<&Annotated> {
        self.annotations?.0.get(&at)
    }

    /// Shows highlights in what a block says, and the reader's notes below it.
    pub(super) fn annotate(&self, sheet: &mut Sheet, at: BlockIx) {
        let Some(annotated) = self.annotated(at) else { return };
        for element in &mut sheet.elements {
            let Some(origin) = element.origin else { continue };
            for bytes in annotated.lit.iter().filter_map(|lit| origin.plain(lit)) {
                element.rich.light_up(&bytes);
            }
        }
        let bar = format!("{} ", self.glyphs.own);
        for (number, note) in annotated.notes.iter().enumerate() {
            let label = words::your_note(note.draft, note.adrift);
            let mut rich = Rich::new(label, Role::Faint);
            rich.push("  ", Role::Faint).push(&note.words, Role::Body);
            let element = Element::new(rich).barred(&bar, Role::Accent);
            sheet.push(element.from(Origin::Note(number)));
        }
    }

    /// Adds the bookmarks of a block, quietly.
    pub(super) fn bookmarks(&self, rich: &mut Rich, at: BlockIx) {
        for Bookmarked(label) in self.annotated(at).iter().flat_map(|own| &own.bookmarks) {
            self.dot(rich);
            rich.push(self.glyphs.bookmark, Role::Accent);
            if !label.is_empty() {
                let label = fit(label, LABEL, self.glyphs.ellipsis);
                rich.push(&format!("\u{a0}{label}"), Face { strong: true, ..Role::Accent.into() });
            }
        }
    }
}
