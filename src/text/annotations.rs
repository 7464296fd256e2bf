//! What a reader left in the text, as it is set with it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Block, BlockIx, Text};

use super::{Element, Face, Rich, Role, Setting, Sheet, fit, words};

/// The most columns that a bookmark's label takes in the text.
const LABEL: usize = 24;

/// What a reader left, by the block that it is on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotations(pub BTreeMap<BlockIx, Annotated>);

/// What a reader left on one block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotated {
    /// Highlights: bytes of [`Block::logical`].
    pub lit: Vec<Range<usize>>,
    /// Bookmarks.
    pub bookmarks: Vec<Bookmarked>,
    /// Notes, in the order in which they stand below the block.
    pub notes: Vec<Noted>,
}

/// A bookmark, as far as it is seen: its letter or its label, or nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bookmarked(pub String);

/// A note, as far as it is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// What it says.
    pub words: String,
    /// Whether it was begun and not saved.
    pub draft: bool,
    /// Whether its words are gone from the block, which is still there.
    pub adrift: bool,
}

/// What the words of an element are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A text of a block.
    Text {
        /// The byte of [`Rich::plain`] at which it begins.
        at: usize,
        /// The byte of [`Block::logical`] at which it begins.
        logical: usize,
        /// Its length in bytes.
        len: usize,
    },
    /// The reader's own note on the block, by its place among them.
    Note(usize),
}

impl Origin {
    /// The bytes of the block's logical text that these bytes of [`Rich::plain`] are.
    pub fn logical(self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let Self::Text { at, logical, len } = self else { return None };
        let inside = |byte: usize| byte.clamp(at, at + len) - at + logical;
        let range = inside(bytes.start)..inside(bytes.end);
        (!range.is_empty()).then_some(range)
    }

    /// The bytes of [`Rich::plain`] that these bytes of the block's logical text are.
    fn plain(self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let Self::Text { at, logical, len } = self else { return None };
        let inside = |byte: usize| byte.clamp(logical, logical + len) - logical + at;
        let range = inside(bytes.start)..inside(bytes.end);
        (!range.is_empty()).then_some(range)
    }
}

/// Where `text`, which stands from byte `at` of an element on, begins in its block.
pub(super) fn origin(block: &Block, text: &Text, at: usize) -> Origin {
    let texts = block.texts();
    let before = texts.iter().take_while(|other| !std::ptr::eq(**other, text));
    // A line feed stands between two texts.
    let logical = before.map(|text| text.plain.len() + 1).sum();
    Origin::Text { at, logical, len: text.plain.len() }
}

impl Setting<'_> {
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
        let bar = format!("{} ", self.marks.own);
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
            rich.push(self.marks.bookmark, Role::Accent);
            if !label.is_empty() {
                let label = fit(label, LABEL, self.marks.ellipsis);
                rich.push(&format!("\u{a0}{label}"), Face { strong: true, ..Role::Accent.into() });
            }
        }
    }
}
