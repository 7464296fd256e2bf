//! A colour as a reader names it, and what a terminal makes of it.

use std::fmt;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

use super::luminance::luminance;
use super::{Depth, Name};

/// A colour as a reader names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colour {
    /// The terminal's own.
    Default,
    /// One of xterm's 256. The first sixteen look as the terminal has them.
    Numbered(u8),
    /// 24 bits: red, green, blue.
    Rgb(u8, u8, u8),
}

/// The sixteen in the order of their numbers: their names, what the painter calls them, and how xterm
/// shows them, by which what is near to them is found.
const SIXTEEN: [(&str, Color, [u8; 3]); 16] = [
    ("black", Color::Black, [0, 0, 0]),
    ("red", Color::Red, [205, 0, 0]),
    ("green", Color::Green, [0, 205, 0]),
    ("yellow", Color::Yellow, [205, 205, 0]),
    ("blue", Color::Blue, [0, 0, 238]),
    ("magenta", Color::Magenta, [205, 0, 205]),
    ("cyan", Color::Cyan, [0, 205, 205]),
    ("white", Color::Gray, [229, 229, 229]),
    ("bright black", Color::DarkGray, [127, 127, 127]),
    ("bright red", Color::LightRed, [255, 0, 0]),
    ("bright green", Color::LightGreen, [0, 255, 0]),
    ("bright yellow", Color::LightYellow, [255, 255, 0]),
    ("bright blue", Color::LightBlue, [92, 92, 255]),
    ("bright magenta", Color::LightMagenta, [255, 0, 255]),
    ("bright cyan", Color::LightCyan, [0, 255, 255]),
    ("bright white", Color::White, [255, 255, 255]),
];

/// The name of the terminal's own colour.
const DEFAULT: &str = "default";

impl Colour {
    /// The names that colours have.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        SIXTEEN.into_iter().map(|(name, ..)| name).chain([DEFAULT])
    }

    /// The colour that a style has.
    pub(super) fn of(style: Style) -> Self {
        match style.fg {
            None | Some(Color::Reset) => Self::Default,
            Some(Color::Rgb(r, g, b)) => Self::Rgb(r, g, b),
            Some(Color::Indexed(number)) => Self::Numbered(number),
            Some(named) => {
                let at = SIXTEEN.iter().position(|(_, colour, _)| *colour == named);
                at.and_then(|at| u8::try_from(at).ok()).map_or(Self::Default, Self::Numbered)
            }
        }
    }

    /// Whether a terminal with so many colours shows it as it is.
    pub(super) fn is_shown_at(self, depth: Depth) -> bool {
        match self {
            Self::Default => true,
            Self::Numbered(0..16) => depth > Depth::Mono,
            Self::Numbered(_) => depth >= Depth::Indexed,
            Self::Rgb(..) => depth >= Depth::True,
        }
    }

    /// A style in this colour, or in the nearest that a terminal with so many colours has; where it has
    /// none, in the style's own.
    pub(super) fn on(self, style: Style, depth: Depth) -> Style {
        let near = match (self, depth) {
            (_, Depth::Mono) => return style,
            (Self::Default, _) => return Style { fg: None, ..style },
            (colour, depth) if colour.is_shown_at(depth) => colour,
            (colour, Depth::Indexed) => colour.nearest(16..=255),
            (colour, _) => colour.nearest(0..=15),
        };
        match near {
            Self::Default => style,
            Self::Rgb(r, g, b) => style.fg(Color::Rgb(r, g, b)),
            // A text console has the bright ones by bold.
            Self::Numbered(number @ 8..16) if depth == Depth::Eight => {
                Self::Numbered(number - 8).on(style, depth).add_modifier(Modifier::BOLD)
            }
            Self::Numbered(number) => match SIXTEEN.get(usize::from(number)) {
                Some((_, named, _)) => style.fg(*named),
                None => style.fg(Color::Indexed(number)),
            },
        }
    }

    /// The nearest of these numbers.
    fn nearest(self, numbers: std::ops::RangeInclusive<u8>) -> Self {
        let Some(wanted) = self.parts() else { return self };
        let far = |number: &u8| {
            let parts = Self::Numbered(*number).parts().unwrap_or_default();
            // The eye tells greens apart best, and blues least.
            let weighted = wanted.into_iter().zip(parts).zip([3, 4, 2]);
            weighted.map(|((a, b), weight)| u32::from(a.abs_diff(b)).pow(2) * weight).sum::<u32>()
        };
        numbers.min_by_key(far).map_or(self, Self::Numbered)
    }

    /// Red, green and blue; of the sixteen as xterm has them.
    fn parts(self) -> Option<[u8; 3]> {
        /// The steps of the cube of 6 by 6 by 6.
        const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
        let step = |number: u8| STEPS.get(usize::from(number % 6)).copied().unwrap_or_default();
        match self {
            Self::Default => None,
            Self::Rgb(r, g, b) => Some([r, g, b]),
            Self::Numbered(number @ 0..16) => {
                SIXTEEN.get(usize::from(number)).map(|(_, _, parts)| *parts)
            }
            Self::Numbered(number @ 16..232) => {
                let at = number - 16;
                Some([step(at / 36), step(at / 6), step(at)])
            }
            Self::Numbered(number) => Some([8 + (number - 232) * 10; 3]),
        }
    }

    /// Whether it is one of the sixteen, which each terminal shows in its own way.
    pub(crate) fn is_named(self) -> bool {
        matches!(self, Self::Numbered(0..16))
    }

    /// The contrast to the background that a theme is for, from 1 to 21 (WCAG 2, 1.4.3), of the sixteen as
    /// xterm has them; `None` if only the terminal knows how it looks.
    pub(crate) fn contrast(self, theme: Name) -> Option<f64> {
        let background = match theme {
            Name::Dark => 0.0,
            Name::Light => 1.0,
            Name::Mono => return None,
        };
        let own = luminance(self.parts()?);
        Some((own.max(background) + 0.05) / (own.min(background) + 0.05))
    }
}

/// What names no colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UnknownColour;

impl FromStr for Colour {
    type Err = UnknownColour;

    /// `#87afff`, `#8af`, a number up to 255, a name of the sixteen, `default`.
    fn from_str(words: &str) -> Result<Self, UnknownColour> {
        if let Some(digits) = words.strip_prefix('#') {
            return hexadecimal(digits).ok_or(UnknownColour);
        }
        if words == DEFAULT {
            return Ok(Self::Default);
        }
        let at = SIXTEEN.iter().position(|(name, ..)| *name == words);
        let number = match at {
            Some(at) => u8::try_from(at).ok(),
            None if words.bytes().all(|byte| byte.is_ascii_digit()) => words.parse().ok(),
            None => None,
        };
        number.map(Self::Numbered).ok_or(UnknownColour)
    }
}

/// Three or six hexadecimal digits.
fn hexadecimal(digits: &str) -> Option<Colour> {
    let all: Option<Vec<u8>> =
        digits.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let all = all?;
    let parts: Vec<u8> = match all.len() {
        3 => all.iter().map(|digit| digit * 17).collect(),
        6 => all.chunks(2).map(|pair| pair.iter().fold(0, |sum, digit| sum * 16 + digit)).collect(),
        _ => return None,
    };
    let [red, green, blue] = *parts.as_slice() else { return None };
    Some(Colour::Rgb(red, green, blue))
}

impl fmt::Display for Colour {
    /// What [`Colour::from_str`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str(DEFAULT),
            Self::Rgb(r, g, b) => write!(f, "#{r:02x}{g:02x}{b:02x}"),
            Self::Numbered(number) => match SIXTEEN.get(usize::from(*number)) {
                Some((name, ..)) => f.write_str(name),
                None => write!(f, "{number}"),
            },
        }
    }
}
