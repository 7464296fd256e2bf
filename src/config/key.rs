//! A key by its name: what it is, or why there is none and what was meant.

use unicode_normalization::UnicodeNormalization as _;

use crate::base::Suggest;
use crate::command::{Code, Key};

/// What other programs call the keys, in small letters, and what they are called here.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("arrowdown", "Down"),
    ("arrowleft", "Left"),
    ("arrowright", "Right"),
    ("arrowup", "Up"),
    ("bs", "Backspace"),
    ("cr", "Enter"),
    ("delete", "Del"),
    ("escape", "Esc"),
    ("insert", "Ins"),
    ("pagedown", "PgDn"),
    ("pageup", "PgUp"),
    ("return", "Enter"),
    ("spacebar", "Space"),
];

/// Likewise what is held with them.
const MODIFIERS: &[(&str, &str)] = &[
    ("a", "Alt"),
    ("alt", "Alt"),
    ("c", "Ctrl"),
    ("control", "Ctrl"),
    ("ctrl", "Ctrl"),
    ("m", "Alt"),
    ("meta", "Alt"),
    ("option", "Alt"),
    ("s", "Shift"),
    ("shift", "Shift"),
];

/// Why a name is no key that can be pressed here.
pub(super) enum NoKey {
    /// No key is called so; perhaps this one was meant.
    Unknown(Option<String>),
    /// No terminal sends it; this is what it sends.
    Unsent(Option<Key>),
    /// Most terminals send it as they tell where the cursor is (CPR, `CSI 1 ; 2 R`), and it is taken for that.
    Report,
}

/// The key of this name.
pub(super) fn read(name: &str, suggest: &Suggest) -> Result<Key, NoKey> {
    // An editor may have written an accent apart; a terminal sends the letter whole.
    let whole: String = name.nfc().collect();
    let Ok(key) = whole.parse::<Key>() else {
        return Err(NoKey::Unknown(meant(name, suggest)));
    };
    if key.code == Code::F(3) && key != Key::plain(key.code) {
        return Err(NoKey::Report);
    }
    match sent(key) {
        Some(sent) if sent == key => Ok(key),
        sent => Err(NoKey::Unsent(sent)),
    }
}

/// What a terminal sends for a key: it has a byte for what Ctrl makes of a letter (ECMA-48), and Shift is in
/// the letter itself. `None` if it sends nothing that could be told.
fn sent(key: Key) -> Option<Key> {
    // With Alt they end other sequences (ESC ESC, ST).
    if key.alt && matches!(key.code, Code::Esc | Code::Char('\\')) {
        return None;
    }
    let Code::Char(c) = key.code else { return Some(key) };
    if key.shift {
        let mut upper = c.to_uppercase();
        let letter = upper.next().filter(|upper| *upper != c)?;
        return sent(Key { code: Code::Char(letter), shift: false, ..key });
    }
    if !key.ctrl {
        return Some(key);
    }
    let plain = |code| Some(Key { code, ctrl: false, ..key });
    match c.to_ascii_lowercase() {
        'i' => plain(Code::Tab),
        'm' => plain(Code::Enter),
        'h' => plain(Code::Backspace),
        '[' => plain(Code::Esc),
        '/' => Some(Key { code: Code::Char('_'), ..key }),
        small @ ('a'..='z' | ' ' | '\\' | ']' | '^' | '_') => {
            Some(Key { code: Code::Char(small), ..key })
        }
        _ => None,
    }
}

/// The name that was most likely meant.
fn meant(name: &str, suggest: &Suggest) -> Option<String> {
    let bare = name.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(name);
    let split = bare.trim().rsplit_once(['-', '+', ' ']).filter(|(_, last)| !last.is_empty());
    let (held, last) = split.unwrap_or(("", bare.trim()));
    let held = held.split(['-', '+', ' ']).filter(|word| !word.is_empty());
    let held: Option<Vec<&str>> = held.map(|word| find(MODIFIERS, word)).collect();
    let last = last_meant(last, suggest)?;
    let mut words = held?;
    words.push(&last);
    let key: Key = words.join("-").parse().ok()?;
    let key = sent(key)?;
    Some(key.to_string()).filter(|meant| meant != name)
}

/// The name of a key without what is held with it.
fn last_meant(name: &str, suggest: &Suggest) -> Option<String> {
    let small = name.to_lowercase();
    let other = Key::names().find(|one| one.to_lowercase() == small);
    if let Some(known) = other.or_else(|| find(OTHER_NAMES, &small)) {
        return Some(known.to_owned());
    }
    let function = small.strip_prefix('f').filter(|digits| !digits.is_empty());
    let function = function.and_then(|digits| format!("F{digits}").parse::<Key>().ok());
    if let Some(key) = function.or_else(|| name.parse().ok()) {
        return Some(key.to_string());
    }
    suggest.nearest(name, Key::names()).map(str::to_owned)
}

fn find(names: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    let small = word.to_lowercase();
    names.iter().find(|(other, _)| *other == small).map(|(_, own)| *own)
}
