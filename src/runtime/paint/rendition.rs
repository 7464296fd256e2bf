//! Graphic rendition (ECMA-48 8.3.117): colours, attributes and the address in force, and the shortest sequences from one to
//! another.

use std::mem;
use std::num::NonZeroU16;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::interner::Interner;
use super::sequence::{number, shorter};

/// Attributes that one sees on a space too.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK);

/// Attributes that share the code which ends them (ECMA-48 8.3.117), and that code.
const GROUPS: [(Modifier, u8); 7] = [
    (Modifier::BOLD.union(Modifier::DIM), 22),
    (Modifier::ITALIC, 23),
    (Modifier::UNDERLINED, 24),
    (Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK), 25),
    (Modifier::REVERSED, 27),
    (Modifier::HIDDEN, 28),
    (Modifier::CROSSED_OUT, 29),
];

/// The code that starts each attribute.
const STARTS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// How the next character will look, and where it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rendition {
    fg: CellColour,
    bg: CellColour,
    modifier: Modifier,
    /// The address that it is a hyperlink to.
    address: Option<Address>,
}

/// The number of an address in [`Interner`], and one: of 16 bits, to keep a rendition small.
type Address = NonZeroU16;

/// A hyperlink begins (OSC 8). Cells of one id and one address are one link, wherever they stand and
/// whenever they were written; cells of another address never are. So one id is enough for all.
const LINK: (&[u8], &[u8]) = (b"\x1b]8;id=1;", b"\x1b\\");
/// A hyperlink ends.
const NO_LINK: &[u8] = b"\x1b]8;;\x1b\\";

impl Rendition {
    /// The terminal's own colours, no attributes (SGR 0) and no link.
    pub(super) const DEFAULT: Self = Self {
        fg: CellColour::RESET,
        bg: CellColour::RESET,
        modifier: Modifier::empty(),
        address: None,
    };

    /// Whether a cell asks for the default.
    pub(super) fn is_default_for(cell: &Cell) -> bool {
        cell.fg == Color::Reset && cell.bg == Color::Reset && cell.modifier.is_empty()
    }

    /// The rendition that a cell asks for.
    pub(super) fn of(cell: &Cell) -> Self {
        let (fg, bg) = (CellColour::of(cell.fg), CellColour::of(cell.bg));
        Self { fg, bg, modifier: cell.modifier, address: None }
    }

    /// This rendition, writing a link to the address of that number in [`Interner`]; none from 65,535 on.
    pub(super) fn linked(self, address: u32) -> Self {
        let number = u16::try_from(address.saturating_add(1)).ok();
        Self { address: number.and_then(Address::new), ..self }
    }

    /// This rendition without what one cannot see on a space: two spaces that look alike get equal renditions.
    pub(super) fn on_blank(self) -> Self {
        if self.modifier.intersects(SEEN_ON_BLANK) {
            return self;
        }
        Self { bg: self.bg, address: self.address, ..Self::DEFAULT }
    }

    /// The rendition to write a cell with while `self` is in force. For text it is `wanted`; a space takes
    /// any rendition that looks right on it, so that a colour lasts across the spaces between words.
    pub(super) fn for_cell(self, wanted: Self, blank: bool) -> Self {
        if !blank || wanted.modifier.intersects(SEEN_ON_BLANK) {
            return wanted;
        }
        let modifier = self.modifier.difference(SEEN_ON_BLANK);
        Self { fg: self.fg, bg: wanted.bg, modifier, address: wanted.address }
    }

    /// Appends the shortest sequences from this rendition to another; none if they are equal.
    pub(super) fn change(self, to: Self, texts: &Interner, out: &mut Vec<u8>) {
        if self.address != to.address {
            match to.address {
                Some(address) => {
                    let address = texts.get(u32::from(address.get()) - 1);
                    for part in [LINK.0, address.as_bytes(), LINK.1] {
                        out.extend_from_slice(part);
                    }
                }
                None => out.extend_from_slice(NO_LINK),
            }
        }
        if (self.fg, self.bg, self.modifier) != (to.fg, to.bg, to.modifier) {
            out.extend_from_slice(b"\x1b[");
            shorter(out, |out| self.codes(to, out), |out| Self::afresh(to, out));
            out.push(b'm');
        }
    }

    /// SGR parameters that give up what was and set the look of `to`. A leading empty parameter is 0, the
    /// reset: `CSI m`, `CSI ;1m`.
    fn afresh(to: Self, out: &mut Vec<u8>) {
        let start = out.len();
        out.push(b';');
        Self::DEFAULT.codes(to, out);
        if out.len() == start + 1 {
            out.pop();
        }
    }

    /// SGR parameters that change what differs.
    fn codes(self, to: Self, out: &mut Vec<u8>) {
        let mut codes = Codes { out, any: false };
        if self.modifier != to.modifier {
            codes.attributes(self.modifier, to.modifier);
        }
        if self.fg != to.fg {
            codes.color(to.fg, 30);
        }
        if self.bg != to.bg {
            codes.color(to.bg, 40);
        }
    }
}

/// SGR parameters, joined by semicolons.
struct Codes<'a> {
    out: &'a mut Vec<u8>,
    any: bool,
}

impl Codes<'_> {
    fn push(&mut self, code: u8) {
        if mem::replace(&mut self.any, true) {
            self.out.push(b';');
        }
        number(usize::from(code), self.out);
    }

    fn extend(&mut self, codes: &[u8]) {
        for code in codes {
            self.push(*code);
        }
    }

    /// Ends and starts attributes.
    fn attributes(&mut self, from: Modifier, to: Modifier) {
        for (group, end) in GROUPS {
            let (had, want) = (from & group, to & group);
            let mut start = want - had;
            if !(had - want).is_empty() {
                self.push(end);
                start = want;
            }
            if start.is_empty() {
                continue;
            }
            for (modifier, code) in STARTS {
                if start.contains(modifier) {
                    self.push(code);
                }
            }
        }
    }

    /// A colour, as foreground (`base` 30) or background (`base` 40).
    fn color(&mut self, ink: CellColour, base: u8) {
        let [kind, r, g, b] = ink.0.to_be_bytes();
        match (kind, indexed(r, g, b)) {
            (CellColour::NAMED, _) => self.push(base + b),
            (CellColour::INDEXED, _) => self.extend(&[base + 8, 5, b]),
            (_, Some(index)) => self.extend(&[base + 8, 5, index]),
            (_, None) => self.extend(&[base + 8, 2, r, g, b]),
        }
    }
}

/// A colour as a number, to compare it fast: its kind, and three bytes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CellColour(u32);

impl CellColour {
    /// The last byte is added to 30 or 40.
    const NAMED: u8 = 0;
    /// The last byte is the place among 256.
    const INDEXED: u8 = 1;
    /// Red, green and blue.
    const RGB: u8 = 2;
    /// The terminal's own.
    const RESET: Self = Self::named(9);

    const fn named(code: u8) -> Self {
        Self(u32::from_be_bytes([Self::NAMED, 0, 0, code]))
    }

    fn of(color: Color) -> Self {
        match color {
            Color::Reset => Self::RESET,
            Color::Black => Self::named(0),
            Color::Red => Self::named(1),
            Color::Green => Self::named(2),
            Color::Yellow => Self::named(3),
            Color::Blue => Self::named(4),
            Color::Magenta => Self::named(5),
            Color::Cyan => Self::named(6),
            Color::Gray => Self::named(7),
            Color::DarkGray => Self::named(60),
            Color::LightRed => Self::named(61),
            Color::LightGreen => Self::named(62),
            Color::LightYellow => Self::named(63),
            Color::LightBlue => Self::named(64),
            Color::LightMagenta => Self::named(65),
            Color::LightCyan => Self::named(66),
            Color::White => Self::named(67),
            Color::Indexed(index) => Self(u32::from_be_bytes([Self::INDEXED, 0, 0, index])),
            Color::Rgb(r, g, b) => Self(u32::from_be_bytes([Self::RGB, r, g, b])),
        }
    }
}

/// The number of a colour that is in the cube or the greys of xterm's 256 colours: it is shorter to send.
fn indexed(r: u8, g: u8, b: u8) -> Option<u8> {
    if r == g && g == b && (8..=238).contains(&r) && (r - 8).is_multiple_of(10) {
        return Some(232 + (r - 8) / 10);
    }
    let level = |part| match part {
        0 => Some(0),
        95 | 135 | 175 | 215 | 255 => Some((part - 55) / 40),
        _ => None,
    };
    Some(16 + 36 * level(r)? + 6 * level(g)? + level(b)?)
}
