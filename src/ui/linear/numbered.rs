//! What the numbers stand for that are told.

use crate::text::Link;

/// What a number stands for that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Numbered {
    /// The entry at this place, counted from 0, of what has the keys.
    Entry(usize),
    /// A link.
    Link(Link),
}
