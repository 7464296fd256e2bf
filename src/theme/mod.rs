//! Scopes to styles. The only place that names a colour.
//!
//! A theme belongs to a session. The terminal's own background and text colour are left as they
//! are; five colours, one for each scope that needs one, go with a mark, a word or a weight, so
//! that nothing is told by colour alone.

mod colour;
mod depth;
mod own;
mod palette;
mod scope;

use ratatui::style::{Modifier, Style};

pub(crate) use colour::Colour;
pub use depth::Depth;
pub use own::OwnStyles;
pub(crate) use own::{ATTRIBUTES, OwnStyle};
pub use palette::Name;
pub use scope::Scope;

use palette::Palette;

/// The styles of one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    name: Name,
    depth: Depth,
    utf8: bool,
    palette: Palette,
    own: OwnStyles,
}

impl Theme {
    /// A theme for a terminal with so many colours, that shows UTF-8 or not.
    pub fn new(name: Name, depth: Depth, utf8: bool) -> Self {
        let (palette, own) = (Palette::new(name, depth), OwnStyles::default());
        Self { name, depth, utf8, palette, own }
    }

    /// As a reader wants it to look, this theme and the others.
    #[must_use]
    pub fn with_own(self, own: OwnStyles) -> Self {
        Self { own, ..self }
    }

    /// How a part of the screen looks in a theme of attache's own.
    pub(crate) fn usual(name: Name, scope: Scope) -> OwnStyle {
        let depths = [Depth::True, Depth::Indexed, Depth::Sixteen];
        OwnStyle::of(depths.map(|depth| Self::new(name, depth, true).style(scope)))
    }

    /// The next theme in the round of dark, light and mono.
    #[must_use]
    pub fn next(&self) -> Self {
        self.named(self.name.next())
    }

    /// The theme of this name.
    #[must_use]
    pub fn named(&self, name: Name) -> Self {
        Self::new(name, self.depth, self.utf8).with_own(self.own)
    }

    /// Its name.
    pub fn name(&self) -> Name {
        self.name
    }

    /// Whether the terminal shows UTF-8: if not, rules and marks are ASCII.
    pub fn utf8(&self) -> bool {
        self.utf8
    }

    /// The style of a scope.
    pub fn style(&self, scope: Scope) -> Style {
        self.own.of(self.name, scope).over(self.usual_style(scope), self.depth)
    }

    fn usual_style(&self, scope: Scope) -> Style {
        let Palette { dim, link, actor, note, warning, accent } = self.palette;
        let plain = Style::default();
        match scope {
            Scope::Text => plain,
            Scope::Dim | Scope::Rule => dim,
            Scope::Strong => plain.add_modifier(Modifier::BOLD),
            Scope::Label => dim.add_modifier(Modifier::BOLD).remove_modifier(Modifier::DIM),
            Scope::Link => link.add_modifier(Modifier::UNDERLINED),
            Scope::Actor => actor.add_modifier(Modifier::UNDERLINED),
            Scope::Note => note,
            Scope::Warning => warning.add_modifier(Modifier::BOLD),
            Scope::Accent => accent,
        }
    }

    /// The style of words that the reader highlighted: bold and underlined, in the colour of the
    /// program's own marks if they have none of their own; reversed where there is no colour. A link
    /// is underlined too, but not bold.
    pub(crate) fn lit(&self, style: Style) -> Style {
        let style = style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD);
        match (style.fg, self.style(Scope::Accent).fg) {
            (_, None) => style.add_modifier(Modifier::REVERSED),
            (None, Some(colour)) => style.fg(colour),
            (Some(_), Some(_)) => style,
        }
    }

    /// The style of what was searched for: bold and underlined, whatever else it is, and in a
    /// colour of the program's own unless it has one.
    pub fn found(&self, style: Style) -> Style {
        let style = if style.fg.is_some() { style } else { style.patch(self.style(Scope::Accent)) };
        style.remove_modifier(Modifier::DIM).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The style of the match that the reader was taken to: reversed as well.
    pub(crate) fn found_here(&self, style: Style) -> Style {
        self.found(style).add_modifier(Modifier::REVERSED)
    }

    /// The style of the letters on links: the program's own marks, bold and reversed.
    pub(crate) fn link_hint(&self) -> Style {
        self.style(Scope::Accent).add_modifier(Modifier::BOLD | Modifier::REVERSED)
    }

    /// The style of words that the reader chose: reversed and nothing else, in one block.
    pub(crate) fn picked(&self) -> Style {
        self.style(Scope::Text).add_modifier(Modifier::REVERSED)
    }

    /// The style of the chosen link or entry: reversed, whatever else it is.
    pub fn chosen(&self, style: Style) -> Style {
        style.remove_modifier(Modifier::UNDERLINED).add_modifier(Modifier::REVERSED)
    }
}
