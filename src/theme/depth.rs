//! How many colours a terminal shows.

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// None: weights and underlines only.
    Mono,
    /// The eight of ECMA-48 (8.3.117), of which bold ones are bright: those of a text console.
    Eight,
    /// The eight, and bright ones by codes of their own (aixterm).
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// 24 bits.
    True,
}

impl Depth {
    /// What the environment says of the terminal; `get` looks a variable up. Which terminals have fewer
    /// than sixteen is not known here.
    ///
    /// A non-empty `NO_COLOR` (no-color.org) and a `TERM` of `dumb` mean none; `COLORTERM` of
    /// `truecolor` or `24bit`, or a `TERM` that ends in `-direct`, mean 24 bits.
    pub(crate) fn detect(get: impl Fn(&str) -> Option<String>) -> Self {
        let term = get("TERM").unwrap_or_default();
        let colorterm = get("COLORTERM").unwrap_or_default();
        if get("NO_COLOR").is_some_and(|value| !value.is_empty()) || term == "dumb" {
            return Self::Mono;
        }
        if colorterm == "truecolor" || colorterm == "24bit" || term.ends_with("-direct") {
            return Self::True;
        }
        if term.contains("256color") || term.starts_with("alacritty") || term.contains("kitty") {
            return Self::Indexed;
        }
        Self::Sixteen
    }
}
