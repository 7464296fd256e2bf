//! Letting the terminal move rows.

use super::means::Scrolling;
use super::sequence::{control, sequence};

/// A band of rows moved up or down by the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scroll {
    /// First row of the band, from 0.
    pub(super) top: usize,
    /// The row after its last.
    pub(super) bottom: usize,
    /// By how many rows: upwards if positive.
    pub(super) by: isize,
}

impl Scroll {
    /// The row whose content stands in row `y` afterwards; none where a blank row came in.
    pub(super) fn source(self, y: usize) -> Option<usize> {
        if !(self.top..self.bottom).contains(&y) {
            return Some(y);
        }
        y.checked_add_signed(self.by).filter(|source| (self.top..self.bottom).contains(source))
    }

    /// Set the region (DECSTBM), move its rows by what the terminal has for it, and give the whole screen
    /// of `height` rows back. The cursor is anywhere afterwards.
    pub(super) fn bytes(self, by: Scrolling, height: usize) -> Vec<u8> {
        let whole = self.top == 0 && self.bottom == height;
        let mut bytes = Vec::new();
        if !whole {
            bytes.extend_from_slice(format!("\x1b[{};{}r", self.top + 1, self.bottom).as_bytes());
        }
        bytes.extend(self.moves(by));
        if !whole {
            bytes.extend_from_slice(b"\x1b[r");
        }
        bytes
    }

    /// Moves the rows of the region.
    fn moves(self, by: Scrolling) -> Vec<u8> {
        let (up, rows) = (self.by > 0, self.by.unsigned_abs());
        // IL, DL and RI work at the first row of the band, IND (a line feed, terminfo `ind`) at its last.
        let at = |row: usize| sequence(&[row + 1], b'H');
        match (by, up) {
            (Scrolling::Panning, true) => control(rows, b'S'),
            (Scrolling::Panning, false) => control(rows, b'T'),
            (Scrolling::Lines, true) => [at(self.top), control(rows, b'M')].concat(),
            (Scrolling::Lines, false) => [at(self.top), control(rows, b'L')].concat(),
            (Scrolling::Index, true) => [at(self.bottom - 1), b"\n".repeat(rows)].concat(),
            (Scrolling::Index, false) => [at(self.top), b"\x1bM".repeat(rows)].concat(),
        }
    }
}
