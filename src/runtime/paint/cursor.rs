//! Where the cursor is, and the shortest way to where it should be.

use super::means::Means;
use super::rendition::Rendition;
use super::sequence::{control, sequence};
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

impl Cursor {
    /// The shortest bytes that bring the cursor to column `x` of row `y`. `slots` is that row as the
    /// terminal shows it up to `x`, and `rendition` the rendition in force: writing a few of its cells once more
    /// is often shorter than a control sequence.
    pub(super) fn go(
        self,
        y: usize,
        x: usize,
        slots: &[Slot],
        rendition: Rendition,
        means: Means,
    ) -> Vec<u8> {
        let mut best = position(y, x);
        let mut offer = |bytes: Vec<u8>| {
            if bytes.len() < best.len() {
                best = bytes;
            }
            best.len()
        };
        match (self.row, self.column) {
            (Some(row), column) if row == y => {
                if means.direct {
                    offer(control(x + 1, b'G'));
                }
                if let Some(column) = column.filter(|column| *column < x) {
                    let least = offer(control(x - column, b'C'));
                    if let Some(again) = again(slots, column, x, rendition, least) {
                        offer(again);
                    }
                }
            }
            (Some(row), column) if row < y => {
                if column == Some(x) {
                    offer(control(y - row, b'B'));
                }
                if column == Some(x) && means.direct {
                    offer(control(y + 1, b'd'));
                }
                // CNL goes to the start of a later row; from there writing may be shortest.
                let mut line = control(y - row, b'E');
                if means.direct
                    && let Some(again) =
                        again(slots, 0, x, rendition, FAR.saturating_sub(line.len()))
                {
                    line.extend(again);
                    offer(line);
                }
            }
            _ => {}
        }
        best
    }
}

/// CUP.
fn position(y: usize, x: usize) -> Vec<u8> {
    match (y + 1, x + 1) {
        (row, 1) => control(row, b'H'),
        (row, column) => sequence(&[row, column], b'H'),
    }
}

/// The bytes of the longest way, a CUP on a terminal of less than a thousand rows and columns.
const FAR: usize = 10;

/// The text of the columns from `start` up to `end`, if the rendition in force would write it as it is; none
/// if they are as many as there are bytes in another way, `least`.
fn again(
    slots: &[Slot],
    start: usize,
    end: usize,
    rendition: Rendition,
    least: usize,
) -> Option<Vec<u8>> {
    if end - start >= least {
        return None;
    }
    let mut bytes = Vec::new();
    for slot in slots.get(start..end)? {
        if slot.is_disputed() || rendition.for_cell(slot.rendition, slot.is_blank()) != rendition {
            return None;
        }
        bytes.extend_from_slice(slot.symbol.as_bytes());
    }
    Some(bytes)
}
