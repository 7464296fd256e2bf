//! One column of a screen, as a terminal would show it.

use crate::base::is_disputed;

use super::interner::Interner;
use super::rendition::Rendition;

/// One column of one row. Two are equal if one sees the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// The text to write; empty in the columns that a wide symbol to the left covers.
    pub(super) symbol: Symbol,
    /// The rendition to write it with.
    pub(super) rendition: Rendition,
    /// Columns that the symbol covers; 0 where another covers this one.
    span: u8,
}

impl Slot {
    /// What a cleared terminal shows.
    pub(super) const EMPTY: Self =
        Self { symbol: Symbol::BLANK, rendition: Rendition::DEFAULT, span: 1 };

    pub(super) fn new(symbol: Symbol, span: u8, rendition: Rendition) -> Self {
        let rendition = if symbol == Symbol::BLANK { rendition.on_blank() } else { rendition };
        Self { symbol, rendition, span }
    }

    /// One ASCII character in the default rendition.
    pub(super) const fn plain(byte: u8) -> Self {
        Self { symbol: Symbol::ascii(byte), ..Self::EMPTY }
    }

    /// A column that a wide symbol to the left covers.
    pub(super) fn covered(rendition: Rendition) -> Self {
        Self { symbol: Symbol::NONE, rendition, span: 0 }
    }

    /// Lets this lead to the address of that number in [`Interner`].
    pub(super) fn link(&mut self, address: u32) {
        *self = Self::new(self.symbol, self.span, self.rendition.linked(address));
    }

    /// Columns that the symbol covers; 0 where another covers this one.
    pub(super) fn span(&self) -> usize {
        usize::from(self.span)
    }

    /// Whether this is a space, of whatever background.
    pub(super) fn is_blank(&self) -> bool {
        self.symbol == Symbol::BLANK
    }

    /// Whether erasing gives this slot: a space of the default background.
    pub(super) fn is_empty(&self) -> bool {
        self.is_blank() && self.rendition == Rendition::DEFAULT
    }
}

/// The text of a slot as a number, the same for the same text: of up to seven bytes those, and how many in
/// the highest; of more, where it stands in [`Interner`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Symbol(u64);

/// What the highest byte of a text says that stands elsewhere.
const LONG: u8 = 8;

impl Symbol {
    /// A space.
    pub(super) const BLANK: Self = Self::ascii(b' ');
    /// No text at all.
    pub(super) const NONE: Self = Self(0);

    /// One ASCII character.
    pub(super) const fn ascii(byte: u8) -> Self {
        Self(1 << 56 | byte as u64)
    }

    /// The symbol of a text, which `texts` remembers if it is long.
    pub(super) fn new(text: &str, texts: &mut Interner) -> Self {
        let bytes = text.as_bytes();
        let mut number = [0; 8];
        if let Some(place) = number.get_mut(..bytes.len()).filter(|place| place.len() < 8) {
            place.copy_from_slice(bytes);
            number[7] = u8::try_from(bytes.len()).unwrap_or(LONG);
            return Self(u64::from_le_bytes(number));
        }
        Self(u64::from(LONG) << 56 | u64::from(texts.number(text)))
    }

    /// Appends the text.
    pub(super) fn write(self, texts: &Interner, out: &mut Vec<u8>) {
        let bytes = self.0.to_le_bytes();
        match bytes.get(..usize::from(bytes[7])) {
            Some([one]) => out.push(*one), // By far the most.
            Some(text) if text.len() < 8 => out.extend_from_slice(text),
            _ => out.extend_from_slice(self.elsewhere(texts).as_bytes()),
        }
    }

    /// The bytes of the text.
    pub(super) fn len(self, texts: &Interner) -> usize {
        match self.0.to_le_bytes()[7] {
            LONG => self.elsewhere(texts).len(),
            few => usize::from(few),
        }
    }

    /// Whether terminals differ on where the cursor stands behind it.
    pub(super) fn is_disputed(self, texts: &Interner) -> bool {
        let bytes = self.0.to_le_bytes();
        match bytes.get(..usize::from(bytes[7])) {
            Some([] | [_]) => false,
            Some(text) if text.len() < 8 => str::from_utf8(text).is_ok_and(is_disputed),
            _ => is_disputed(self.elsewhere(texts)),
        }
    }

    fn elsewhere(self, texts: &Interner) -> &str {
        u32::try_from(self.0 & u64::from(u32::MAX)).map_or("", |number| texts.get(number))
    }
}
