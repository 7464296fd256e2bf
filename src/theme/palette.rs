//! The colours.

use ratatui::style::{Color, Modifier, Style};

use super::{Colour, Depth, Name};

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

/// One colour at three depths: 24 bits, xterm's 256, the sixteen (none: the terminal's own). Those of which
/// a page is full are the same in the first two: the painter sends them by number, which saves a slow line a
/// third.
struct Ink(u32, u8, Option<Color>);

impl Palette {
    pub(super) fn new(name: Name, depth: Depth) -> Self {
        let inks = match (name, depth) {
            (Name::Mono, _) | (_, Depth::Mono) => return Self::mono(),
            (Name::Dark, _) => DARK,
            (Name::Light, _) => LIGHT,
        };
        let [dim, link, actor, note, warning, accent] = inks.map(|ink| ink.style(depth));
        Self { dim, link, actor, note, warning, accent }
    }

    fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self { dim: plain, link: plain, actor: plain, note: bold, warning: bold, accent: bold }
    }
}

// Each is read on what its theme is for: 4.5:1 at least (WCAG 2, 1.4.3), on black and on the dark greys and
// blues that are usual, or on white and what is nearly white. SGR 2 is not used: terminals take between a
// third and two thirds of a faint letter's contrast. Of the sixteen, whose colours each terminal has in its
// own way, these few are read in all of them.

/// Dim, link, actor, note, warning, accent, on black.
const DARK: [Ink; 6] = [
    Ink(0x9e_9e_9e, 247, None),
    Ink(0x87_af_ff, 111, Some(Color::LightCyan)),
    Ink(0x87_d7_af, 115, Some(Color::LightGreen)),
    Ink(0xd7_af_87, 180, Some(Color::LightYellow)),
    Ink(0xff_8a_80, 210, Some(Color::LightYellow)),
    Ink(0xd7_af_ff, 183, Some(Color::LightYellow)),
];

/// The same on white.
const LIGHT: [Ink; 6] = [
    Ink(0x62_62_62, 241, None),
    Ink(0x00_5f_af, 25, Some(Color::Blue)),
    Ink(0x1b_6b_3a, 23, Some(Color::Blue)),
    Ink(0x87_5f_00, 94, None),
    Ink(0xb3_26_1e, 124, None),
    Ink(0x6b_3f_a0, 55, Some(Color::Blue)),
];

impl Ink {
    fn style(self, depth: Depth) -> Style {
        let Self(rgb, index, plain) = self;
        let [_, r, g, b] = rgb.to_be_bytes();
        match (depth, plain) {
            (Depth::True, _) => Style::new().fg(Color::Rgb(r, g, b)),
            (Depth::Indexed, _) => Style::new().fg(Color::Indexed(index)),
            (_, Some(plain)) => Colour::of(Style::new().fg(plain)).on(Style::new(), depth),
            (_, None) => Style::new(),
        }
    }
}
