//! What counts as blank in a wording: at the beginning of a line, at its end and behind a mark.

use crate::base::cut;

/// Entities that make blanks, and how many columns they count for.
const ENTITIES: [(&str, usize); 4] = [("&emsp;", 2), ("&ensp;", 1), ("&nbsp;", 1), ("&thinsp;", 1)];
/// A tabulator leads to the next multiple of so many columns.
const TAB: usize = 4;

/// The blanks that a text begins with: how many bytes they have, and how many columns.
pub(super) fn indent(text: &str) -> (usize, usize) {
    let (mut bytes, mut columns) = (0, 0);
    loop {
        let rest = cut(text, bytes..);
        let Some(c) = rest.chars().next() else { break };
        let (more, wide) = match c {
            '\t' => (1, TAB - columns % TAB),
            '\u{3000}' | '\u{2003}' => (c.len_utf8(), 2),
            // They say in which direction what follows runs.
            '\u{200E}' | '\u{200F}' => (c.len_utf8(), 0),
            '&' => match ENTITIES.iter().find(|(name, _)| rest.starts_with(name)) {
                Some((name, wide)) => (name.len(), *wide),
                None => break,
            },
            c if c.is_whitespace() => (c.len_utf8(), 1),
            _ => break,
        };
        bytes += more;
        columns += wide;
    }
    (bytes, columns)
}

/// Whether a text begins with a blank, or is at its end.
pub(super) fn begins_blank(text: &str) -> bool {
    text.is_empty() || indent(text).0 > 0
}

/// A line without the blanks and the backslash that only end it.
pub(super) fn without_end(line: &str) -> &str {
    let line = line.trim_end();
    let backslashes = line.bytes().rev().take_while(|b| *b == b'\\').count();
    // An even number of them are plain backslashes.
    if backslashes % 2 == 0 { line } else { cut(line, ..line.len() - 1).trim_end() }
}
