//! Keys, as the reader means them; which terminal sent them is forgotten.

use std::fmt::{self, Write as _};
use std::str::FromStr;

/// A key with its modifiers. A letter's case is the letter's own: `G` has no shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key itself.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift, for keys that are no letters.
    pub shift: bool,
}

/// A key without modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A letter, a digit, a sign, a space.
    Char(char),
    /// A function key, from 1.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// The named keys: what the table calls them, and what a footer shows with and without UTF-8.
const NAMES: &[(Code, &str, &str)] = &[
    (Code::Char(' '), "Space", "Space"),
    (Code::Enter, "Enter", "⏎"),
    (Code::Esc, "Esc", "Esc"),
    (Code::Tab, "Tab", "⇥"),
    (Code::Backspace, "Backspace", "⌫"),
    (Code::Delete, "Del", "Del"),
    (Code::Insert, "Ins", "Ins"),
    (Code::Up, "Up", "↑"),
    (Code::Down, "Down", "↓"),
    (Code::Left, "Left", "←"),
    (Code::Right, "Right", "→"),
    (Code::Home, "Home", "Home"),
    (Code::End, "End", "End"),
    (Code::PageUp, "PgUp", "PgUp"),
    (Code::PageDown, "PgDn", "PgDn"),
];

impl Key {
    /// A key without modifiers.
    pub fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The names of the keys that are no character of their own.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(_, word, _)| *word)
    }

    /// The key as a footer shows it: short, with arrows where the terminal has them.
    pub fn label(self, utf8: bool) -> String {
        let named = NAMES.iter().find(|(code, ..)| *code == self.code);
        let modifiers = [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")];
        let mut label: String =
            modifiers.into_iter().filter(|(on, _)| *on).map(|(_, word)| word).collect();
        match (self.code, named) {
            (_, Some((_, word, sign))) => label.push_str(if utf8 { sign } else { word }),
            (Code::Char(c), None) => label.push(c),
            (Code::F(n), None) => _ = write!(label, "F{n}"),
            (_, None) => {}
        }
        label
    }
}

impl fmt::Display for Key {
    /// The name that [`Key::from_str`] reads: `g`, `Ctrl-d`, `Shift-Tab`, `Alt-Right`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label(false))
    }
}

/// A name that no key has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no key called {0:?}")]
pub struct UnknownKey(String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(s: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey(s.to_owned());
        let (mut key, mut rest) = (Self::plain(Code::Esc), s);
        while let Some((modifier, after)) = rest.split_once('-').filter(|(m, _)| m.len() > 1) {
            match modifier {
                "Ctrl" if !key.ctrl => key.ctrl = true,
                "Alt" if !key.alt => key.alt = true,
                "Shift" if !key.shift => key.shift = true,
                _ => return Err(unknown()),
            }
            rest = after;
        }
        key.code = code(rest).ok_or_else(unknown)?;
        Ok(key)
    }
}

fn code(name: &str) -> Option<Code> {
    if let Some((code, ..)) = NAMES.iter().find(|(_, word, _)| *word == name) {
        return Some(*code);
    }
    let mut chars = name.chars();
    match (chars.next(), chars.as_str()) {
        (Some(c), "") if !c.is_control() => Some(Code::Char(c)),
        (Some('F'), digits) if digits.starts_with(|c: char| matches!(c, '1'..='9')) => {
            digits.parse().map(Code::F).ok()
        }
        _ => None,
    }
}
