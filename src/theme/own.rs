//! How a reader wants the parts of the screen to look.

use ratatui::style::{Modifier, Style};

use super::{Colour, Depth, Name, Scope};

/// What a reader can turn on and off, by its name.
pub(crate) const ATTRIBUTES: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

/// How a part of the screen is to look: what is not said stays as the theme has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct OwnStyle {
    /// Its colour: the first of these that the terminal shows as it is, else the nearest to the last.
    colours: [Option<Colour>; Self::COLOURS],
    on: Modifier,
    off: Modifier,
}

impl OwnStyle {
    /// How many colours a style may give to choose from.
    pub(crate) const COLOURS: usize = 3;

    /// In the first of these colours that the terminal shows as it is, or else in the nearest to the last.
    #[must_use]
    pub(crate) fn coloured(self, colours: &[Colour]) -> Self {
        let mut own = [None; Self::COLOURS];
        own.iter_mut().zip(colours).for_each(|(to, colour)| *to = Some(*colour));
        Self { colours: own, ..self }
    }

    /// With the attributes of `other`, and its own colours.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        Self { colours: self.colours, ..other }
    }

    /// With an attribute of [`ATTRIBUTES`], or without.
    #[must_use]
    pub(crate) fn turned(self, attribute: Modifier, on: bool) -> Self {
        let Self { on: old_on, off: old_off, .. } = self;
        if on {
            Self { on: old_on | attribute, off: old_off - attribute, ..self }
        } else {
            Self { on: old_on - attribute, off: old_off | attribute, ..self }
        }
    }

    /// The colours that it gives to choose from.
    pub(crate) fn colours(&self) -> impl Iterator<Item = Colour> {
        self.colours.into_iter().flatten()
    }

    /// The names of what it turns on.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = &'static str> {
        let on = ATTRIBUTES.into_iter().filter(|(_, attribute)| self.on.contains(*attribute));
        on.map(|(name, _)| name)
    }

    /// A style of the theme with what is said here.
    pub(super) fn over(&self, style: Style, depth: Depth) -> Style {
        let shown = self.colours().find(|colour| colour.is_shown_at(depth));
        let style = match shown.or_else(|| self.colours().last()) {
            Some(colour) => colour.on(style, depth),
            None => style,
        };
        style.add_modifier(self.on).remove_modifier(self.off)
    }

    /// What says a style in full, from how it is with 24 bits, 256 and sixteen colours.
    pub(super) fn of(styles: [Style; Self::COLOURS]) -> Self {
        let mut colours: Vec<Colour> = styles.map(Colour::of).to_vec();
        colours.dedup();
        if colours == [Colour::Default] {
            colours.clear();
        }
        let [full, ..] = styles;
        Self { on: full.add_modifier, ..Self::default() }.coloured(&colours)
    }
}

/// How a reader wants everything to look, in each theme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OwnStyles([[OwnStyle; Scope::ALL.len()]; Name::ALL.len()]);

impl OwnStyles {
    /// How a part of the screen is to look in a theme.
    pub(super) fn of(&self, name: Name, scope: Scope) -> OwnStyle {
        let theme = self.0.get(name as usize);
        theme.and_then(|theme| theme.get(scope as usize)).copied().unwrap_or_default()
    }

    /// Has a part of the screen look so in a theme.
    pub(crate) fn put(&mut self, name: Name, scope: Scope, style: OwnStyle) {
        let theme = self.0.get_mut(name as usize);
        if let Some(its) = theme.and_then(|theme| theme.get_mut(scope as usize)) {
            *its = style;
        }
    }
}
