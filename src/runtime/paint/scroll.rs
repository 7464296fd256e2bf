//! Letting the terminal move rows.

use super::sequence::control;

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

    /// Set the region (DECSTBM), scroll it (SU or SD), and give the whole screen of `height` rows
    /// back. The cursor is anywhere afterwards.
    pub(super) fn bytes(self, height: usize) -> Vec<u8> {
        let command = if self.by > 0 { b'S' } else { b'T' };
        let scroll = control(self.by.unsigned_abs(), command);
        if self.top == 0 && self.bottom == height {
            return scroll;
        }
        let mut bytes = format!("\x1b[{};{}r", self.top + 1, self.bottom).into_bytes();
        bytes.extend(scroll);
        bytes.extend_from_slice(b"\x1b[r");
        bytes
    }
}
