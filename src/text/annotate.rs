//! What a reader left, set with the text that it is on.

use crate::model::{BlockIx, Target};

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
        let on = Target::Block(at);
        let Some(annotated) = self.annotated(&on) else { return };
        for element in &mut sheet.elements {
            let Some(origin) = element.origin else { continue };
            for bytes in annotated.lit.iter().filter_map(|lit| origin.plain(lit)) {
                element.rich.light_up(&bytes);
            }
        }
        self.own_notes(sheet, &on);
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

    /// Shows the reader's notes on something below all else.
    fn own_notes(&self, sheet: &mut Sheet, on: &Target) {
        let bar = format!("{} ", self.glyphs.own);
        let notes = self.annotated(on).into_iter().flat_map(|annotated| &annotated.notes);
        for (number, note) in notes.enumerate() {
            let label = words::your_note(note.draft, note.adrift);
            let mut rich = Rich::new(label, Role::Faint);
            rich.push("  ", Role::Faint).push(&note.words, Role::Body);
            let element = Element::new(rich).barred(&bar, Role::Accent);
            // What a card rests on stands at its end, one line below the other.
            let gap = usize::from(number == 0 && !matches!(on, Target::Block(_)));
            sheet.push(element.from(Origin::Note(number)).below(gap));
        }
    }

    /// Adds the bookmarks of a block, quietly.
    pub(super) fn bookmarks(&self, rich: &mut Rich, at: BlockIx) {
        for Bookmarked(label) in
            self.annotated(&Target::Block(at)).iter().flat_map(|own| &own.bookmarks)
        {
            self.dot(rich);
            rich.push(self.glyphs.bookmark, Role::Accent);
            if !label.is_empty() {
                let label = fit(label, LABEL, self.glyphs.ellipsis);
                rich.push(&format!("\u{a0}{label}"), Face { strong: true, ..Role::Accent.into() });
            }
        }
    }
}
