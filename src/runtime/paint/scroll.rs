//! Letting the terminal move rows.

use std::ops::Range;

use super::means::Scrolling;
use super::sequence::{control, number, sequence};

/// The region has a left and a right edge (DECLRMM, DEC private mode 69, set): only while it is in use,
/// because CSI s means something else then, and the cursor may not leave it everywhere.
const MARGINS: &[u8] = b"\x1b[?69h";
/// It has none (the mode reset), and spans the screen again.
pub(super) const NO_MARGINS: &[u8] = b"\x1b[?69l";
/// It has all rows (DECSTBM).
pub(super) const ALL_ROWS: &[u8] = b"\x1b[r";

/// Rows of a rectangle moved up or down by the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scroll {
    /// The rows, counted from 0.
    pub(super) rows: Range<usize>,
    /// The columns of them that move.
    pub(super) columns: Range<usize>,
    /// By how many rows: upwards if positive.
    pub(super) by: isize,
}

impl Scroll {
    /// The row whose content stands in row `y` of these afterwards; none where a blank row came in.
    pub(super) fn source(&self, y: usize) -> Option<usize> {
        y.checked_add_signed(self.by).filter(|source| self.rows.contains(source))
    }

    /// Whether a column of a row is in both.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        meet(&self.rows, &other.rows) && meet(&self.columns, &other.columns)
    }

    /// Appends what sets the region (DECSTBM, DECSLRM), moves its rows by what the terminal has for it, and
    /// gives the whole screen of `width` columns and `height` rows back. The cursor is anywhere afterwards.
    pub(super) fn write(&self, by: Scrolling, width: usize, height: usize, out: &mut Vec<u8>) {
        let (all_rows, all_columns) = (self.rows == (0..height), self.columns == (0..width));
        if !all_rows {
            edges(&self.rows, b'r', out);
        }
        if !all_columns {
            out.extend_from_slice(MARGINS);
            edges(&self.columns, b's', out);
        }
        self.moves(by, out);
        if !all_columns {
            out.extend_from_slice(NO_MARGINS);
        }
        if !all_rows {
            out.extend_from_slice(ALL_ROWS);
        }
    }

    /// Moves the rows of the region.
    fn moves(&self, by: Scrolling, out: &mut Vec<u8>) {
        let (up, rows) = (self.by > 0, self.by.unsigned_abs());
        // IL, DL and RI work at the first row of the band, IND (a line feed, terminfo `ind`) at its last.
        let row = match (by, up) {
            (Scrolling::Index, true) => self.rows.end,
            _ => self.rows.start + 1,
        };
        match self.columns.start {
            _ if by == Scrolling::Panning => {}
            0 => control(row, b'H', out),
            left => sequence(&[row, left + 1], b'H', out),
        }
        match (by, up) {
            (Scrolling::Panning, true) => control(rows, b'S', out),
            (Scrolling::Panning, false) => control(rows, b'T', out),
            (Scrolling::Lines, true) => control(rows, b'M', out),
            (Scrolling::Lines, false) => control(rows, b'L', out),
            (Scrolling::Index, true) => out.extend(std::iter::repeat_n(b'\n', rows)),
            (Scrolling::Index, false) => out.extend_from_slice(&b"\x1bM".repeat(rows)),
        }
    }
}

/// The first and the last of a range, counted from 1.
fn edges(range: &Range<usize>, command: u8, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[");
    number(range.start + 1, out);
    out.push(b';');
    number(range.end, out);
    out.push(command);
}
