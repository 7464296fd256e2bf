//! What the local terminal understands beyond text and colours.

/// Terminals that show the strings which they do not know (OSC, ECMA-48 8.3.89) instead of reading
/// past them, or have neither a clipboard nor a mouse: by how their names in `TERM` begin.
const PLAIN: [&str; 6] = ["dumb", "linux", "vt", "ansi", "cons", "sun"];

/// What a session may send beyond text and colours. The default is nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// Whether the terminal is told where links lead (OSC 8).
    pub hyperlinks: bool,
    /// Whether the terminal is asked to put words on its clipboard (OSC 52).
    pub clipboard: bool,
}

impl Capabilities {
    /// Those of a terminal by its name, the value of `TERM`. Terminals do not say what they know;
    /// most know both, and all that do not read past both but for a few old ones.
    pub fn of(term: &str) -> Self {
        let plain = term.is_empty() || PLAIN.iter().any(|name| term.starts_with(name));
        Self { hyperlinks: !plain, clipboard: !plain }
    }
}
