//! Words from files: how many of them are kept.

use crate::base::cut;

/// How many characters a value on one line may have. A name shows wherever something links it,
/// so without a bound a small file could make a briefing of gigabytes.
pub(super) const LINE: usize = 1000;

/// As much of `words` as one line may have.
pub(super) fn beginning(words: &str) -> &str {
    let end = words.char_indices().nth(LINE).map_or(words.len(), |(at, _)| at);
    cut(words, ..end)
}

/// An article's number as addresses have it: without blanks.
pub(super) fn unspaced(number: &str) -> String {
    number.split_whitespace().collect()
}
