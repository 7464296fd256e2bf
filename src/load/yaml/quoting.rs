//! How values are put in quotes and brackets, and where these end.

use crate::base::cut;

/// How a value can be put in quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Quoting {
    /// In single quotes: it has none.
    Single,
    /// In double quotes: it has single ones, and neither double ones nor backslashes.
    Double,
    /// In single quotes, with its own doubled.
    Doubled,
}

/// What stands behind the bracket that `words` begin with, but a comment; `None` if it is not closed.
pub(super) fn behind_bracket(words: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, c) in words.char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            let rest = cut(words, at + 1..).trim_start();
            return Some(if rest.starts_with('#') { "" } else { rest });
        }
    }
    None
}

/// What stands behind the value in quotes that `words` begin with, but a comment; `None` if it is not closed.
pub(super) fn behind_quote(words: &str, quote: char) -> Option<&str> {
    let mut chars = words.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        let is_escape = (quote == '"' && c == '\\')
            || (quote == '\''
                && c == quote
                && chars.peek().is_some_and(|(_, next)| *next == quote));
        if is_escape {
            chars.next();
        } else if c == quote {
            let rest = cut(words, at + 1..).trim_start();
            return Some(if rest.starts_with('#') { "" } else { rest });
        }
    }
    None
}

/// A value in quotes, as [`quoting`] says.
pub(in crate::load) fn quoted(words: &str) -> String {
    match quoting(words) {
        Quoting::Double => format!("\"{words}\""),
        Quoting::Single | Quoting::Doubled => format!("'{}'", words.replace('\'', "''")),
    }
}

/// How `words` can be put in quotes.
pub(super) fn quoting(words: &str) -> Quoting {
    if !words.contains('\'') {
        Quoting::Single
    } else if !words.contains(['"', '\\']) {
        Quoting::Double
    } else {
        Quoting::Doubled
    }
}
