//! Words of others in a sentence of ours.

use std::borrow::Cow;

use super::cut::cut;
use super::visible::visible;

/// A word as a message quotes it: not too long.
pub(crate) fn short(word: &str) -> Cow<'_, str> {
    match word.char_indices().nth(60) {
        None => visible(word),
        Some((end, _)) => {
            let head = visible(cut(word, ..end));
            Cow::Owned(format!("{head}..."))
        }
    }
}
