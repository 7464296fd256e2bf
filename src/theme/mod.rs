//! Scopes to styles. The only place that names a colour.
//!
//! A theme belongs to a session. The terminal's own background and text colour are left as they
//! are; five colours, one for each scope that needs one, go with a mark, a word or a weight, so
//! that nothing is told by colour alone.

mod depth;
mod palette;

use ratatui::style::{Modifier, Style};

pub use depth::Depth;
pub use palette::Name;

use palette::Palette;

/// What a part of the screen is for, as highlighters name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Prose.
    Text,
    /// What can be skipped.
    Dim,
    /// What must not be: headings, names.
    Strong,
    /// A label before what it names.
    Label,
    /// A link.
    Link,
    /// A link to an actor, or an actor's name.
    Actor,
    /// An editor's note.
    Note,
    /// Something wrong.
    Warning,
    /// The program's own marks: the focus, the keys.
    Accent,
    /// Rules between panes.
    Rule,
}

/// The styles of one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    name: Name,
    depth: Depth,
    utf8: bool,
    palette: Palette,
}

impl Theme {
    /// A theme for a terminal with so many colours, that shows UTF-8 or not.
    pub fn new(name: Name, depth: Depth, utf8: bool) -> Self {
        Self { name, depth, utf8, palette: Palette::new(name, depth) }
    }

    /// The next theme in the round of dark, light and mono.
    #[must_use]
    pub fn next(self) -> Self {
        Self::new(self.name.next(), self.depth, self.utf8)
    }

    /// The theme of this name.
    #[must_use]
    pub fn named(self, name: Name) -> Self {
        Self::new(name, self.depth, self.utf8)
    }

    /// Its name.
    pub fn name(self) -> Name {
        self.name
    }

    /// Whether the terminal shows UTF-8: if not, rules and marks are ASCII.
    pub fn utf8(self) -> bool {
        self.utf8
    }

    /// The style of a scope.
    pub fn style(self, scope: Scope) -> Style {
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
    pub(crate) fn lit(self, style: Style) -> Style {
        let style = style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD);
        match (style.fg, self.palette.accent.fg) {
            (_, None) => style.add_modifier(Modifier::REVERSED),
            (None, Some(colour)) => style.fg(colour),
            (Some(_), Some(_)) => style,
        }
    }

    /// The style of what was searched for: bold and underlined, whatever else it is, and in a
    /// colour of the program's own unless it has one.
    pub fn found(self, style: Style) -> Style {
        let style = if style.fg.is_some() { style } else { style.patch(self.palette.accent) };
        style.remove_modifier(Modifier::DIM).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The style of the match that the reader was taken to: reversed as well.
    pub(crate) fn found_here(self, style: Style) -> Style {
        self.found(style).add_modifier(Modifier::REVERSED)
    }

    /// The style of words that the reader chose: reversed and nothing else, in one block.
    pub(crate) fn picked(self) -> Style {
        self.style(Scope::Text).add_modifier(Modifier::REVERSED)
    }

    /// The style of the chosen link or entry: reversed, whatever else it is.
    pub fn chosen(self, style: Style) -> Style {
        style.remove_modifier(Modifier::UNDERLINED).add_modifier(Modifier::REVERSED)
    }
}
