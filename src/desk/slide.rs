//! One paragraph alone on the screen, under its heading: where both stand.

use super::layout::Area;

/// Where a paragraph and its heading stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slide {
    /// The heading, at the top.
    pub heading: Area,
    /// The paragraph, in the middle of the whole as far as the heading leaves it there.
    pub text: Area,
    /// Rows from one line of the paragraph to the next: two where there is room for that.
    pub step: u16,
}

/// The rows that are high enough for a blank one below a heading.
const ROOMY: u16 = 8;

impl Slide {
    /// A paragraph of so many lines in a column, under a heading of so many.
    pub(crate) fn new(column: Area, heading: usize, lines: usize) -> Self {
        let (room, heading) = (Self::room(column, heading), heading_rows(column, heading));
        let lines = u16::try_from(lines).unwrap_or(u16::MAX);
        let double = lines.saturating_mul(2).saturating_sub(1);
        let step = if double <= room.height { 2 } else { 1 };
        let height = if step == 2 { double } else { lines.min(room.height) };
        let middle = column.y + (column.height - height) / 2;
        let y = middle.clamp(room.y, room.y + room.height - height);
        Self {
            heading: Area { height: heading, ..column },
            text: Area { y, height, ..column },
            step,
        }
    }

    /// The rows of a column that a heading of so many lines leaves for the paragraph. A page of one that
    /// is longer has so many lines.
    pub(crate) fn room(column: Area, heading: usize) -> Area {
        let heading = heading_rows(column, heading);
        let blank = u16::from(heading > 0 && column.height >= ROOMY);
        column.below(heading + blank)
    }
}

/// A heading is shown as far as it leaves the larger half to its paragraph.
fn heading_rows(column: Area, lines: usize) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX).min(column.height.saturating_sub(1) / 2)
}
