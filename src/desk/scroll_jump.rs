//! How many rows a pane scrolls at once.

/// How many rows a pane scrolls at the least when a motion by lines takes the cursor out of what is kept
/// around it. With more than one the next motions only move the mark, which is next to nothing to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScrollJump(i16);

impl ScrollJump {
    /// As few as it takes.
    pub(crate) const ONE: Self = Self(1);
    /// A third of the pane.
    pub(crate) const THIRD: Self = Self(-33);

    /// The number as vim's option of that name takes it: so many rows or, less than 0, so many hundredths
    /// of the pane's height.
    pub fn new(number: i16) -> Self {
        Self(number)
    }

    /// In a pane so many rows high; at least 1.
    pub(super) fn rows(self, height: usize) -> usize {
        let number = usize::from(self.0.unsigned_abs());
        let rows = if self.0 < 0 { height.saturating_mul(number) / 100 } else { number };
        rows.max(1)
    }
}
