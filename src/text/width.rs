//! How many columns text takes on a terminal.
//!
//! The figures are those of ratatui's `Buffer::set_stringn`, so what is measured here is what
//! gets painted. It goes grapheme by grapheme (UAX #29) and asks unicode-width (UAX #11) about
//! each one; the width of a whole string may be less, as for an Arabic lam-alef ligature.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::base::cut;

/// The columns that `words` takes when painted. Control characters take none: they are not
/// painted.
pub fn columns(words: &str) -> usize {
    if words.is_ascii() {
        return words.bytes().filter(|byte| !byte.is_ascii_control()).count();
    }
    if is_simple(words) {
        return words.chars().count();
    }
    words.graphemes(true).map(grapheme_columns).sum()
}

/// Whether each character of `words` is a column and a grapheme cluster, whatever stands beside it:
/// printable ASCII, and the punctuation and lines that a screen is full of. Most words are so, and
/// finding the graphemes of a screenful takes longer than all else that drawing does.
pub fn is_simple(words: &str) -> bool {
    let simple = |c| match c {
        ' '..='~' | '·' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' => true,
        // Box drawing.
        _ => ('\u{2500}'..='\u{257F}').contains(&c),
    };
    words.chars().all(simple)
}

/// The columns of one grapheme cluster.
pub(super) fn grapheme_columns(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    // ratatui adds a column for each halfwidth (semi-)voiced sound mark, though unicode-width 0.2.3
    // has counted it already. What matters is where ratatui puts the next cell.
    let sound_marks = grapheme.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
    grapheme.width() + sound_marks
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
        used += grapheme_columns(grapheme);
        if used > limit {
            return Some(cut(words, ..at));
        }
    }
    None
}
