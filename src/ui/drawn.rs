//! What a drawn screen has beside its cells.

use ratatui::layout::{Position, Rect};

use crate::desk::Seen;

use super::hyperlinks::Hyperlinks;

/// What leads out of it, where the cursor stands, and what scrolls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawn {
    /// What leads out of the briefing.
    pub hyperlinks: Hyperlinks,
    /// Where the cursor stands.
    pub cursor: ReadingCursor,
    /// What scrolls, each by itself. None overlaps another, and nothing that stays is drawn over one.
    pub scroll_areas: Vec<ScrollArea>,
}

/// A part of the screen whose rows scroll together, with the marks beside them.
///
/// From two frames one can see how far it has moved, where the same rows stand higher or lower in the
/// second. That is a hint and no promise: other rows may have the same keys once a pane shows other
/// items, and the marks of the focus move by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScrollArea {
    /// Its columns and rows.
    pub area: Rect,
    /// What stands in each of its rows, from the top: as many as it is high, no two the same, in the
    /// order of the whole that is scrolled through.
    pub rows: Vec<RowKey>,
}

/// Which row of all that is scrolled through: one of an item, or one behind the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// The item, counted from 0; as many as there are for rows behind the last.
    pub item: u32,
    /// The stretch of it, counted from 0: most items are one.
    pub stretch: u32,
    /// The row in that, counted from 0, blank rows above its first line included.
    pub row: u32,
}

impl RowKey {
    /// Row `row` of item `item`.
    pub(super) fn new(item: usize, row: usize) -> Self {
        Self { item: narrow(item), stretch: 0, row: narrow(row) }
    }

    /// That of a row that is seen.
    pub(super) fn of(row: &Seen) -> Self {
        let Seen { number, stretch, row, .. } = *row;
        Self { item: narrow(number), stretch: narrow(stretch), row: narrow(row) }
    }
}

/// The terminal's cursor. Screen readers and Braille displays follow it, hidden or not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReadingCursor {
    /// Where the reader is: the line that is read, the chosen link, the entry of a list, the letter that is
    /// being written, the end of the chosen words that moves.
    pub at: Position,
    /// Whether it is shown: a line is being written, or words are chosen.
    pub shown: bool,
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
