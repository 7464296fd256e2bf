//! From a place in a value back to the place in the file.
//!
//! YAML folds lines, strips indents and resolves escapes, so a place in a value is not at that
//! distance from where the value begins. But white space is all that folding changes: the other
//! characters come in the same order, and walking both side by side finds the place.

use std::ops::Range;

/// How a scalar was written, as far as it matters here.
#[derive(Clone, Copy)]
enum Style {
    /// Plain, or a block scalar: every character stands for itself.
    Plain,
    /// In single quotes: `''` is one quote.
    Single,
    /// In double quotes: with escapes.
    Double,
}

/// Where bytes `range` of `value` are in `raw`, the slice of the file that it was read from.
/// `None` if that cannot be told.
pub(super) fn in_raw(raw: &str, value: &str, range: &Range<usize>) -> Option<Range<usize>> {
    [Style::Plain, Style::Single, Style::Double]
        .into_iter()
        .find_map(|style| walk(raw, value, range, style))
}

/// As [`in_raw`] for many ranges, which are in order and do not overlap, in one walk over the value. None if
/// that cannot be told of all of them.
pub(super) fn all_in_raw(raw: &str, value: &str, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let styles = [Style::Plain, Style::Single, Style::Double];
    styles.into_iter().find_map(|style| walk_all(raw, value, ranges, style)).unwrap_or_default()
}

fn walk_all(
    raw: &str,
    value: &str,
    ranges: &[Range<usize>],
    style: Style,
) -> Option<Vec<Range<usize>>> {
    let mut cursor = ScalarCursor { raw, at: usize::from(!matches!(style, Style::Plain)), style };
    let mut found: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    let mut open: Option<Range<usize>> = None;
    for (at, c) in value.char_indices() {
        let Some(range) = ranges.get(found.len()) else { break };
        if at >= range.end
            && let Some(done) = open.take()
        {
            found.push(done);
        }
        if c.is_whitespace() {
            continue;
        }
        let (read, next) = cursor.next()?;
        if read != c {
            return None;
        }
        if ranges.get(found.len()).is_some_and(|range| range.contains(&at)) {
            open = Some(open.map_or(next.start, |open| open.start)..next.end);
        }
    }
    found.extend(open);
    (found.len() == ranges.len()).then_some(found)
}

fn walk(raw: &str, value: &str, range: &Range<usize>, style: Style) -> Option<Range<usize>> {
    let mut cursor = ScalarCursor { raw, at: 0, style };
    if !matches!(style, Style::Plain) {
        cursor.at = 1;
    }
    let mut start = None;
    let mut end = 0;
    for (at, c) in value.char_indices() {
        if at >= range.end && start.is_some() {
            break;
        }
        if c.is_whitespace() {
            continue;
        }
        let (found, next) = cursor.next()?;
        if found != c {
            return None;
        }
        if at >= range.start {
            start.get_or_insert(next.start);
            end = next.end;
        }
    }
    let start = start?;
    Some(start..end.max(start))
}

/// Walks over what is not white space.
struct ScalarCursor<'a> {
    raw: &'a str,
    at: usize,
    style: Style,
}

impl ScalarCursor<'_> {
    /// The next character and its bytes in `raw`.
    fn next(&mut self) -> Option<(char, Range<usize>)> {
        loop {
            let rest = self.raw.get(self.at..)?;
            let c = rest.chars().next()?;
            let start = self.at;
            self.at += c.len_utf8();
            let shown = match (self.style, c) {
                (Style::Single, '\'') => {
                    self.at += 1;
                    '\''
                }
                (Style::Double, '\\') => self.escape()?,
                _ => c,
            };
            if !shown.is_whitespace() {
                return Some((shown, start..self.at));
            }
        }
    }

    /// What the escape whose backslash was just passed stands for; for an escape of any white
    /// space, a space.
    fn escape(&mut self) -> Option<char> {
        let c = self.raw.get(self.at..)?.chars().next()?;
        self.at += c.len_utf8();
        let digits = match c {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            '0' => return Some('\0'),
            'a' => return Some('\u{7}'),
            'b' => return Some('\u{8}'),
            'e' => return Some('\u{1B}'),
            'n' | 't' | 'v' | 'f' | 'r' | 'N' | '_' | 'L' | 'P' => return Some(' '),
            c => return Some(c),
        };
        let code = self.raw.get(self.at..self.at.checked_add(digits)?)?;
        self.at += digits;
        char::from_u32(u32::from_str_radix(code, 16).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::{all_in_raw, in_raw};

    #[track_caller]
    fn check(raw: &str, value: &str, word: &str) {
        let start = value.find(word).expect("the word is in the value");
        let found = in_raw(raw, value, &(start..start + word.len())).expect("a place");
        let squeezed: String = raw[found].split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(squeezed, word);
    }

    #[test]
    fn finds_words_however_they_were_written() {
        check("one two\n  three", "one two three", "three");
        check("one\n\n  two  three\n", "one\ntwo  three\n", "three");
        check("'it''s his'", "it's his", "his");
        check("\"a \\u00e9 \\\n  b c\"", "a é b c", "c");
        check("\"quoted\" words", "\"quoted\" words", "words");
        check("평양 조약 제4조", "평양 조약 제4조", "제4조");
    }

    #[test]
    fn finds_many_at_once() {
        let raw = "'it''s one\n  two\n\n  three'";
        let value = "it's one two\nthree";
        let words = ["it's", "one two", "three"];
        let ranges =
            words.map(|word| value.find(word).map(|at| at..at + word.len()).expect("it is there"));
        let found = all_in_raw(raw, value, &ranges);
        let found: Vec<&str> = found.into_iter().map(|at| &raw[at]).collect();
        assert_eq!(found, ["it''s", "one\n  two", "three"]);
        assert!(all_in_raw("abc", "xyz", &[0..1, 1..2]).is_empty());
    }

    #[test]
    fn finds_what_an_escape_stands_for() {
        let found = in_raw("\"a \\e[31m\"", "a \u{1b}[31m", &(2..3));
        assert_eq!(found, Some(3..5));
    }

    #[test]
    fn says_when_it_cannot_tell() {
        assert_eq!(in_raw("abc", "xyz", &(1..2)), None);
        assert_eq!(in_raw("abc", "abc", &(3..3)), None);
    }
}
