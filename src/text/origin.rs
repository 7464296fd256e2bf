//! Where in a block the words on the screen come from.

use std::ops::Range;

use crate::model::{Block, Text};

use super::saying::Saying;

/// What the words of an element are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A text of a block or of a card.
    Text {
        /// The byte of [`super::Rich::plain`] at which it begins.
        at: usize,
        /// The byte of [`Block::logical`] at which it begins; of a card, of its texts in a row in the
        /// same way.
        logical: usize,
        /// Its length in bytes.
        len: usize,
    },
    /// The reader's own note on the block, by its place among them.
    Note(usize),
}

impl Origin {
    /// The bytes of the block's logical text that these bytes of [`super::Rich::plain`] are.
    pub fn logical(self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let Self::Text { at, logical, len } = self else { return None };
        let inside = |byte: usize| byte.clamp(at, at + len) - at + logical;
        let range = inside(bytes.start)..inside(bytes.end);
        (!range.is_empty()).then_some(range)
    }

    /// The bytes of [`super::Rich::plain`] that these bytes of the block's logical text are.
    pub(super) fn plain(self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let Self::Text { at, logical, len } = self else { return None };
        let inside = |byte: usize| byte.clamp(logical, logical + len) - logical + at;
        let range = inside(bytes.start)..inside(bytes.end);
        (!range.is_empty()).then_some(range)
    }
}

/// Where `text`, which stands from byte `at` of an element on, begins in what a card says.
pub(super) fn origin_on_card(said: &[(Saying, &Text)], text: &Text, at: usize) -> Origin {
    let before = said.iter().take_while(|(_, other)| !std::ptr::eq(*other, text));
    let logical = before.map(|(_, text)| text.plain.len() + 1).sum();
    Origin::Text { at, logical, len: text.plain.len() }
}

/// Where `text`, which stands from byte `at` of an element on, begins in its block.
pub(super) fn origin(block: &Block, text: &Text, at: usize) -> Origin {
    let texts = block.texts();
    let before = texts.iter().take_while(|other| !std::ptr::eq(**other, text));
    // A line feed stands between two texts.
    let logical = before.map(|text| text.plain.len() + 1).sum();
    Origin::Text { at, logical, len: text.plain.len() }
}
