//! How many columns text takes on a terminal.
//!
//! It goes grapheme cluster by grapheme cluster (UAX #29), as drawing and painting do, and has for each one the
//! columns that `base` says: what is measured here is what gets painted.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::{cluster_columns, cut};

/// The columns that `words` takes when painted. Control characters take none: they are not
/// painted.
pub fn columns(words: &str) -> usize {
    if words.is_ascii() {
        return words.bytes().filter(|byte| !byte.is_ascii_control()).count();
    }
    if is_simple(words) {
        return words.chars().count();
    }
    words.graphemes(true).map(cluster_columns).sum()
}

/// Whether each character of `words` is a column and a grapheme cluster, whatever stands beside it:
/// printable ASCII, Latin letters and signs but for the soft hyphen, and the punctuation, arrows, lines,
/// blocks and shapes that a screen is full of. Most words are so, and finding the graphemes of a screenful
/// takes longer than all else that drawing does.
pub fn is_simple(words: &str) -> bool {
    let simple = |c| {
        matches!(c, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{17F}')
            || matches!(c, '–' | '—' | '‘' | '’' | '“' | '”' | '•' | '…')
            || matches!(c, '\u{2190}'..='\u{2193}' | '\u{2500}'..='\u{25FC}')
    };
    // Bytes are looked at sooner than characters, and mostly they are enough.
    words.bytes().all(|byte| matches!(byte, b' '..=b'~')) || words.chars().all(simple)
}

/// `words`, cut between two graphemes where they take more than `limit` columns. Then `mark`
/// (`…`, or `...` where the terminal has no such character) stands at the end, within the
/// limit; of a mark that is too wide itself, as much as fits.
pub fn fit<'a>(words: &'a str, limit: usize, mark: &str) -> Cow<'a, str> {
    let Some(all) = start_of(words, limit) else {
        return Cow::Borrowed(words);
    };
    let Some(room) = limit.checked_sub(columns(mark)) else {
        let mark = start_of(mark, limit).unwrap_or_default();
        return Cow::Owned(mark.to_owned());
    };
    let head = start_of(all, room).unwrap_or(all).trim_end();
    Cow::Owned(format!("{head}{mark}"))
}

/// The longest start of `words` that takes at most `limit` columns; nothing if all of it does.
fn start_of(words: &str, limit: usize) -> Option<&str> {
    if is_simple(words) {
        let (at, _) = words.char_indices().nth(limit)?;
        return Some(cut(words, ..at));
    }
    let mut used = 0;
    for (at, grapheme) in words.grapheme_indices(true) {
        used += cluster_columns(grapheme);
        if used > limit {
            return Some(cut(words, ..at));
        }
    }
    None
}
