//! Words from files: how many of them are kept, and how a message quotes them.

use std::borrow::Cow;

use crate::base::{cut, visible};

/// How many characters a value on one line may have. A name shows wherever something links it,
/// so without a bound a small file could make a briefing of gigabytes.
pub(super) const LINE: usize = 1000;

/// As much of `words` as one line may have.
pub(super) fn beginning(words: &str) -> &str {
    let end = words.char_indices().nth(LINE).map_or(words.len(), |(at, _)| at);
    cut(words, ..end)
}

/// A word as a message quotes it: not too long.
pub(super) fn short(word: &str) -> Cow<'_, str> {
    match word.char_indices().nth(60) {
        None => visible(word),
        Some((end, _)) => {
            let head = visible(cut(word, ..end));
            Cow::Owned(format!("{head}..."))
        }
    }
}
