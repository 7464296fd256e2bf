//! Names for what a reader makes.

/// Names for bookmarks, highlights, notes and drafts: 128 bits in hex.
///
/// Two readers of one account make them without asking each other, so they start from seeds
/// that are random, and nobody's names meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ids {
    next: u128,
}

/// An odd number, so that all names are passed through before one comes again: 2^128 by the
/// golden ratio, which puts names that follow each other far apart.
const STEP: u128 = 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835;

impl Ids {
    /// Names from a random `seed`.
    pub fn new(seed: u128) -> Self {
        Self { next: seed }
    }

    /// A name that was not given before.
    pub fn fresh(&mut self) -> String {
        self.next = self.next.wrapping_add(STEP);
        format!("{:032x}", self.next)
    }
}
