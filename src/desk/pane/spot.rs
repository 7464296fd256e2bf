//! A place among the words of a pane.

/// A place among the words of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    /// The item, counted from 0.
    pub item: usize,
    /// The byte of what the item says (see [`crate::text::Spoken`]).
    pub byte: usize,
}
