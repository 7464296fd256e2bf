//! The colours.

use ratatui::style::{Color, Modifier, Style};

use super::Depth;

/// The name of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Name {
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Without colour, on any background.
    Mono,
}

/// The styles that differ between themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Palette {
    pub dim: Style,
    pub link: Style,
    pub actor: Style,
    pub note: Style,
    pub warning: Style,
    pub accent: Style,
}

/// One colour at three depths: 24 bits, xterm's 256, the sixteen. Those of which a page is full are
/// the same in the first two: the painter sends them by number, which saves a slow line a third.
struct Ink(u32, u8, Color);

impl Name {
    /// Every theme with its name.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Dark, "dark"), (Self::Light, "light"), (Self::Mono, "mono")];

    /// Its name.
    pub fn words(self) -> &'static str {
        Self::ALL.iter().find(|(name, _)| *name == self).map_or("", |(_, words)| words)
    }

    /// The theme that has this name.
    pub fn named(words: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, other)| *other == words).map(|(name, _)| *name)
    }

    /// The next in the round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Mono,
            Self::Mono => Self::Dark,
        }
    }

    /// What the environment says of the background: `COLORFGBG` ends in its colour, of which 7
    /// and 9 to 15 are light. Without it, dark.
    pub(crate) fn detect(get: impl Fn(&str) -> Option<String>) -> Self {
        let background = get("COLORFGBG")
            .and_then(|value| value.rsplit(';').next().and_then(|last| last.parse::<u8>().ok()));
        match background {
            Some(7 | 9..=15) => Self::Light,
            _ => Self::Dark,
        }
    }
}

impl Palette {
    pub(super) fn new(name: Name, depth: Depth) -> Self {
        let inks = match (name, depth) {
            (Name::Mono, _) | (_, Depth::Mono) => return Self::mono(),
            (Name::Dark, _) => DARK,
            (Name::Light, _) => LIGHT,
        };
        let [link, actor, note, warning, accent] = inks.map(|ink| ink.style(depth));
        Self { dim: DIM, link, actor, note, warning, accent }
    }

    fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self { dim: DIM, link: plain, actor: plain, note: bold, warning: bold, accent: bold }
    }
}

/// The terminal's own colour, dimmed: right on every background, and the shortest to send of what
/// a screen is full of.
const DIM: Style = Style::new().add_modifier(Modifier::DIM);

/// Link, actor, note, warning, accent, on black.
const DARK: [Ink; 5] = [
    Ink(0x87_af_ff, 111, Color::LightBlue),
    Ink(0x87_d7_af, 115, Color::LightGreen),
    Ink(0xd7_af_87, 180, Color::LightYellow),
    Ink(0xff_8a_80, 210, Color::LightRed),
    Ink(0xd7_af_ff, 183, Color::LightMagenta),
];

/// The same on white.
const LIGHT: [Ink; 5] = [
    Ink(0x00_5f_af, 25, Color::Blue),
    Ink(0x1b_6b_3a, 23, Color::Green),
    Ink(0x87_5f_00, 94, Color::Yellow),
    Ink(0xb3_26_1e, 124, Color::Red),
    Ink(0x6b_3f_a0, 55, Color::Magenta),
];

impl Ink {
    fn style(self, depth: Depth) -> Style {
        let Self(rgb, index, plain) = self;
        let [_, r, g, b] = rgb.to_be_bytes();
        Style::new().fg(match depth {
            Depth::True => Color::Rgb(r, g, b),
            Depth::Indexed => Color::Indexed(index),
            Depth::Sixteen | Depth::Mono => plain,
        })
    }
}
