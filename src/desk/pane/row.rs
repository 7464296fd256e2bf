//! Rows of a pane, and the stretches of its items that they are in.

use std::ops::RangeInclusive;

/// A row of a pane: of a stretch of an item, counted from its first line; blank rows above it do not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The item, counted from 0.
    pub item: usize,
    /// Which of its stretches, counted from 0: most items are one.
    pub stretch: usize,
    /// The row in that, counted from 0; for a scroll place, blank rows above it included.
    pub line: usize,
}

/// A stretch of an item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Stretch {
    /// The item, counted from 0.
    pub item: usize,
    /// Which of its stretches, counted from 0.
    pub number: usize,
}

/// A link of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LinkOfItem {
    /// The stretch that it is in, counted from 0.
    pub stretch: usize,
    /// Its number in that stretch, counted from 0.
    pub number: usize,
}

impl Stretch {
    /// The first stretch of an item.
    pub(super) fn first_of(item: usize) -> Self {
        Self { item, number: 0 }
    }

    /// All that an item may have.
    pub(super) fn all_of(item: usize) -> RangeInclusive<Self> {
        Self { item, number: 0 }..=Self { item, number: usize::MAX }
    }

    /// A row of it.
    pub(super) fn row(self, line: usize) -> Row {
        Row { item: self.item, stretch: self.number, line }
    }
}

impl Row {
    /// A line of an item that is one stretch.
    pub(crate) fn new(item: usize, line: usize) -> Self {
        Self { item, stretch: 0, line }
    }

    /// The stretch that it is in.
    pub(super) fn of(self) -> Stretch {
        Stretch { item: self.item, number: self.stretch }
    }
}
