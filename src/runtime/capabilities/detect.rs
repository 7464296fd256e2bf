//! What the terminal of this session has.

use crate::desk::Size;
use crate::theme::Depth;

use super::super::paint::{Means, Scrolling};
use super::set::Capabilities;
use super::table;

impl Capabilities {
    /// Those of the terminal that the environment tells of; `get` looks a variable up. None if nothing can
    /// be drawn on it: it has no name, or does not know ECMA-48.
    pub fn detect(get: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let set = |name: &str| get(name).is_some_and(|value| !value.is_empty());
        let term = get("TERM").unwrap_or_default();
        let has = table::look_up(&term)?;
        // The name of GNU screen is taken by tmux too; and within screen the name may be any. With both, one
        // within the other, it is screen's.
        let is_screen = term.starts_with("screen");
        if set("TMUX") && !(is_screen && set("STY")) {
            return Some(if is_screen { table::NAMED } else { has });
        }
        // Apple's Terminal calls itself xterm, and prints a part of DECRQM.
        let has = match get("TERM_PROGRAM").as_deref() {
            Some("Apple_Terminal") => has - Self::MODE_REPORTS,
            _ => has,
        };
        // Behind a dot stands the name of the terminal that screen is shown on: its font is what counts.
        let outer = term.strip_prefix("screen.").and_then(table::look_up).unwrap_or(Self::all());
        let has = has.intersection(outer.union(Self::GLYPHS.complement()));
        Some(if set("STY") { has - table::SCREEN } else { has })
    }

    /// How many colours the environment says are to be used; `get` looks a variable up.
    pub(crate) fn depth(get: impl Fn(&str) -> Option<String> + Copy) -> Depth {
        Self::detect(get).map_or(Depth::Mono, Self::most_colours).min(Depth::detect(get))
    }

    fn most_colours(self) -> Depth {
        match () {
            () if self.contains(Self::BRIGHT) => Depth::True,
            () if self.contains(Self::COLOURS) => Depth::Eight,
            () => Depth::Mono,
        }
    }

    /// How much of a terminal of this size can be used: where a letter in the last column begins the next row, that
    /// column is left alone. A terminal that does not say how large it is has 80x24 (DEC VT100).
    pub(crate) fn usable(self, size: Size) -> Size {
        let is_said = size.width > 0 && size.height > 0;
        let Size { width, height } = if is_said { size } else { Size { width: 80, height: 24 } };
        let margin = u16::from(!self.contains(Self::MARGIN));
        Size { width: width.saturating_sub(margin).max(1), height }
    }

    /// What of it is for the painter.
    pub(in super::super) fn means(self) -> Means {
        let scroll = match () {
            () if !self.contains(Self::REGION) => None,
            () if self.contains(Self::PANNING) => Some(Scrolling::Panning),
            () if self.contains(Self::LINES) => Some(Scrolling::Lines),
            () => Some(Scrolling::Index),
        };
        Means {
            scroll,
            margins: self.contains(Self::MARGINS),
            synchronized: self.contains(Self::SYNCHRONIZED),
            erase: self.contains(Self::ERASING),
            direct: self.contains(Self::DIRECT),
        }
    }
}
