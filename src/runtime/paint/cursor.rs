//! Where the cursor is, and the shortest way to where it should be.

use super::interner::Interner;
use super::means::Means;
use super::rendition::Rendition;
use super::sequence::{control, control_len, sequence};
use super::slot::Slot;

/// The terminal's cursor, as far as it is known. Rows and columns count from 0.
///
/// The column is unknown after a write into the last one: terminals differ on whether the cursor
/// then stands on it or behind it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cursor {
    pub(super) row: Option<usize>,
    pub(super) column: Option<usize>,
}

/// Where the cursor is to go.
#[derive(Debug, Clone, Copy)]
pub(super) struct CursorPlace<'a> {
    pub(super) row: usize,
    pub(super) column: usize,
    /// That row, as the terminal shows it up to the column.
    pub(super) slots: &'a [Slot],
    /// The rendition in force.
    pub(super) rendition: Rendition,
}

/// A way for the cursor.
#[derive(Debug, Clone, Copy)]
enum CursorWay {
    /// To a row and a column (CUP).
    Position,
    /// To the column, in the row that it is in (CHA).
    Column,
    /// So many columns to the right (CUF).
    Right(usize),
    /// So many rows down (CUD).
    Down(usize),
    /// To the row, in the column that it is in (VPA).
    Row,
    /// So many rows down, to the first column (CNL), if any, and then over the row from some column on, by
    /// writing once more what stands there.
    Again { down: usize, from: usize },
}

impl Cursor {
    /// Appends the shortest bytes that bring the cursor to a place: writing a few of the cells before it once
    /// more is often shorter than a control sequence.
    pub(super) fn go(self, to: CursorPlace, means: Means, texts: &Interner, out: &mut Vec<u8>) {
        match self.way(to, means, texts) {
            CursorWay::Position if to.column == 0 => control(to.row + 1, b'H', out),
            CursorWay::Position => sequence(&[to.row + 1, to.column + 1], b'H', out),
            CursorWay::Column => control(to.column + 1, b'G', out),
            CursorWay::Right(columns) => control(columns, b'C', out),
            CursorWay::Down(rows) => control(rows, b'B', out),
            CursorWay::Row => control(to.row + 1, b'd', out),
            CursorWay::Again { down, from } => {
                if down > 0 {
                    control(down, b'E', out);
                }
                for slot in to.slots.get(from..to.column).into_iter().flatten() {
                    slot.symbol.write(texts, out);
                }
            }
        }
    }

    /// The shortest way to a place.
    fn way(self, to: CursorPlace, means: Means, texts: &Interner) -> CursorWay {
        let (y, x) = (to.row, to.column);
        let there = if x == 0 { 0 } else { control_len(x + 1) - 2 };
        let (mut best, mut least) = (CursorWay::Position, control_len(y + 1) + there);
        let mut offer = |way, bytes| {
            if bytes < least {
                (best, least) = (way, bytes);
            }
            least
        };
        match (self.row, self.column) {
            (Some(row), column) if row == y => {
                if means.direct {
                    offer(CursorWay::Column, control_len(x + 1));
                }
                if let Some(column) = column.filter(|column| *column < x) {
                    let least = offer(CursorWay::Right(x - column), control_len(x - column));
                    if let Some(bytes) = again(to, column, least, texts) {
                        offer(CursorWay::Again { down: 0, from: column }, bytes);
                    }
                }
            }
            (Some(row), column) if row < y => {
                let down = y - row;
                if column == Some(x) {
                    offer(CursorWay::Down(down), control_len(down));
                }
                if column == Some(x) && means.direct {
                    offer(CursorWay::Row, control_len(y + 1));
                }
                // From the start of a later row on writing may be shortest.
                let line = control_len(down);
                if means.direct
                    && let Some(bytes) = again(to, 0, FAR.saturating_sub(line), texts)
                {
                    offer(CursorWay::Again { down, from: 0 }, line + bytes);
                }
            }
            _ => {}
        }
        best
    }
}

/// The bytes of the longest way, a CUP on a terminal of less than a thousand rows and columns.
const FAR: usize = 10;

/// The bytes of the text from column `start` up to a place, if the rendition in force would write it as it
/// is; none if they are as many as there are bytes in another way, `least`.
fn again(to: CursorPlace, start: usize, least: usize, texts: &Interner) -> Option<usize> {
    if to.column - start >= least {
        return None;
    }
    let mut bytes = 0;
    for slot in to.slots.get(start..to.column)? {
        let fits = to.rendition.for_cell(slot.rendition, slot.is_blank()) == to.rendition;
        if !fits || slot.symbol.is_disputed(texts) {
            return None;
        }
        bytes += slot.symbol.len(texts);
    }
    Some(bytes)
}
