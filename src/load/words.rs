//! Words from files: how many of them are kept, and how a message quotes them.

use std::borrow::Cow;

use super::faults::Fault;
use super::rule::{CONTROL, TOO_LARGE};
use crate::base::{hazard, visible};

/// How many characters a value on one line may have. A name shows wherever something links it,
/// so without a bound a small file could make a briefing of gigabytes.
pub(super) const LINE: usize = 1000;

/// As much of `words` as one line may have.
pub(super) fn beginning(words: &str) -> &str {
    let end = words.char_indices().nth(LINE).map_or(words.len(), |(at, _)| at);
    words.get(..end).unwrap_or_default()
}

/// The fault of a value that has more characters than one line may have.
pub(super) fn too_long(what: &str) -> Fault {
    let message = format!("{what} has more than {LINE} characters");
    Fault::new(&TOO_LARGE, message).help("make it shorter: it is shown wherever it is named")
}

/// The fault that the character `c` is.
pub(super) fn hazardous(c: char) -> Fault {
    use crate::base::Hazard::{Bidi, Control};
    let why = match hazard(c) {
        Some(Control) => "a control character, which could drive a reader's terminal",
        Some(Bidi) => "a bidirectional control, which could make text read as what it is not",
        _ => "a character that hides in text",
    };
    let message = format!("U+{:04X} is {why}", u32::from(c));
    Fault::new(&CONTROL, message).help("remove it; readers see a mark in its place")
}

/// A word as a message quotes it: not too long.
pub(super) fn short(word: &str) -> Cow<'_, str> {
    match word.char_indices().nth(60) {
        None => visible(word),
        Some((end, _)) => {
            let head = visible(word.get(..end).unwrap_or_default());
            Cow::Owned(format!("{head}..."))
        }
    }
}
