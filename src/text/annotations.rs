//! What a reader left in the text, as far as it is seen.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::Target;

/// What a reader left, by the block or the card that it is on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotations(pub BTreeMap<Target, Annotated>);

/// What a reader left on one block or card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotated {
    /// Highlights: bytes of [`crate::model::Block::logical`].
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
