//! One column of a screen, as a terminal would show it.

use crate::base::is_disputed;

use super::rendition::Rendition;

/// One column of one row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot<'a> {
    /// The text to write; empty in the columns that a wide symbol to the left covers.
    pub(super) symbol: &'a str,
    /// Columns that the symbol covers; 0 where another covers this one.
    pub(super) span: usize,
    /// The rendition to write it with.
    pub(super) rendition: Rendition<'a>,
    /// The symbol as a number, to compare and to recognise it fast: see [`key`] and [`EMPTY`].
    pub(super) key: u64,
}

impl PartialEq for Slot<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
            && (self.is_empty()
                || self.rendition == other.rendition
                    && self.span == other.span
                    && (self.key != LONG || self.symbol == other.symbol))
    }
}

impl Eq for Slot<'_> {}

/// The key of a symbol of more than seven bytes, which alone does not tell it from others.
const LONG: u64 = u64::MAX;

/// A symbol of up to seven bytes as one number: its bytes, and its length in the highest.
fn key(symbol: &str) -> u64 {
    let bytes = symbol.as_bytes();
    if bytes.len() > 7 {
        return LONG;
    }
    bytes.iter().fold(bytes.len() as u64, |key, byte| key << 8 | u64::from(*byte))
}

/// The key of a space.
const BLANK: u64 = 1 << 8 | b' ' as u64;

/// The key of a space of the default rendition, as most of a screen is: all of them are equal.
const EMPTY: u64 = LONG - 1;

impl<'a> Slot<'a> {
    pub(super) fn new(symbol: &'a str, span: usize, rendition: Rendition<'a>) -> Self {
        let mut slot = Self { symbol, span, rendition, key: key(symbol) };
        if slot.key == BLANK {
            slot.rendition = rendition.on_blank();
            if slot.rendition == Rendition::DEFAULT {
                slot.key = EMPTY;
            }
        }
        slot
    }

    /// Lets this lead to `address`.
    pub(super) fn link(&mut self, address: &'a str) {
        *self = Self::new(self.symbol, self.span, self.rendition.linked(address));
    }

    /// What a cleared terminal shows.
    pub(super) fn empty() -> Self {
        Self::new(" ", 1, Rendition::DEFAULT)
    }

    /// Whether this is a space, of whatever background.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self.key, BLANK | EMPTY)
    }

    /// Whether erasing gives this slot: a space of the default background.
    pub(super) fn is_empty(&self) -> bool {
        self.key == EMPTY
    }

    /// Whether terminals differ on where the cursor stands behind it.
    pub(super) fn is_disputed(&self) -> bool {
        is_disputed(self.symbol)
    }
}
