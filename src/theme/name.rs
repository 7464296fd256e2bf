//! The themes by name, and the one for a background.

use super::luminance::luminance;

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

    /// The theme for a background of so much red, green and blue: light if black is read better on it than
    /// white (WCAG 2, relative luminance).
    pub(crate) fn on(r: u8, g: u8, b: u8) -> Self {
        // There both have the same contrast, 4.6:1.
        if luminance([r, g, b]) > 0.179 { Self::Light } else { Self::Dark }
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
