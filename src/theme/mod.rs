//! Scopes to styles. The only place that names a colour.
//!
//! A theme belongs to a session. The terminal's own background and text colour are left as they
//! are; five colours, one for each scope that needs one, go with a mark, a word or a weight, so
//! that nothing is told by colour alone.

mod colour;
mod depth;
mod luminance;
mod name;
mod own;
mod palette;
mod scope;

use ratatui::style::{Modifier, Style};

pub(crate) use colour::Colour;
pub use depth::Depth;
pub use name::Name;
pub use own::OwnStyles;
pub(crate) use own::{ATTRIBUTES, OwnStyle};
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
            Scope::Strong | Scope::Label => plain.add_modifier(Modifier::BOLD),
            Scope::Link => link.add_modifier(Modifier::UNDERLINED),
            Scope::Actor => actor.add_modifier(Modifier::UNDERLINED),
            Scope::Note => note,
            Scope::Warning => self.bold(warning),
            Scope::Accent => accent,
        }
    }

    /// This style in bold. Many terminals show the eight darker colours bright then, which is read on a
    /// dark background only.
    pub fn bold(&self, style: Style) -> Style {
        if self.is_block(style) {
            return style;
        }
        let style = style.add_modifier(Modifier::BOLD);
        let brightens = self.name == Name::Light && self.depth <= Depth::Sixteen;
        if brightens { Style { fg: None, ..style } } else { style }
    }

    /// This style reversed. On a text console, where bold is bright and what is reversed never is, it is the
    /// console's own two colours: the darker ones of the palette are not read as a background.
    fn reversed(&self, style: Style) -> Style {
        let style = style.add_modifier(Modifier::REVERSED);
        if !self.is_console() {
            return style;
        }
        Style { fg: None, ..style.remove_modifier(Modifier::BOLD) }
    }

    /// Whether this is a console's own two colours, reversed, which are neither coloured nor bold.
    fn is_block(&self, style: Style) -> bool {
        self.is_console() && style.add_modifier.contains(Modifier::REVERSED)
    }

    /// Whether it may be a text console, which is told of no more colours than these.
    fn is_console(&self) -> bool {
        self.depth <= Depth::Eight
    }

    /// This style in the colour of the program's own marks, unless it has one that tells something.
    fn coloured(&self, style: Style) -> Style {
        let tells = style.fg.is_some() && style.fg != self.style(Scope::Dim).fg;
        if tells || self.is_block(style) { style } else { style.patch(self.style(Scope::Accent)) }
    }

    /// The style of words that the reader highlighted: bold and underlined, in the colour of the
    /// program's own marks if they have none of their own; reversed where there is no colour. A link
    /// is underlined too, but not bold.
    pub fn lit(&self, style: Style) -> Style {
        let style = self.bold(self.coloured(style)).add_modifier(Modifier::UNDERLINED);
        if style.fg.is_some() { style } else { self.reversed(style) }
    }

    /// The style of what was searched for: bold and underlined, whatever else it is, and in a
    /// colour of the program's own unless it has one.
    pub fn found(&self, style: Style) -> Style {
        self.bold(self.coloured(style)).add_modifier(Modifier::UNDERLINED)
    }

    /// The style of the match that the reader was taken to: reversed as well.
    pub fn found_here(&self, style: Style) -> Style {
        self.reversed(self.found(style))
    }

    /// The style of the letters on links: the program's own marks, bold and reversed.
    pub fn link_hint(&self) -> Style {
        self.reversed(self.bold(self.style(Scope::Accent)))
    }

    /// The style of words that the reader chose: reversed and nothing else, in one block.
    pub fn picked(&self) -> Style {
        self.style(Scope::Text).add_modifier(Modifier::REVERSED)
    }

    /// The style of the chosen link or entry: reversed, whatever else it is.
    pub fn chosen(&self, style: Style) -> Style {
        self.reversed(style.remove_modifier(Modifier::UNDERLINED))
    }
}
