//! Between bytes of a text and the lines and columns of the protocol.

use std::cell::OnceCell;
use std::ops::Range;

use lsp_types::{Position, PositionEncodingKind, Range as LineRange};
use ropey::Rope;

use crate::base::cut;

/// What columns are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Columns {
    /// Bytes.
    Utf8,
    /// Code units of UTF-16: what every client knows.
    Utf16,
}

/// UTF-16 is counted once for each stretch of so many bytes, so that a column far into a long line is cheap.
const STRIDE: usize = 4096;

/// The lines of a text. They end in a line feed, in a carriage return, or in both.
pub(super) struct Lines<'t> {
    text: &'t str,
    columns: Columns,
    starts: Vec<usize>,
    /// The units of UTF-16 before each multiple of `STRIDE`, once they are asked for.
    units: OnceCell<Vec<usize>>,
}

impl Columns {
    /// Bytes if the client knows them.
    pub(super) fn of(offered: Option<&[PositionEncodingKind]>) -> Self {
        let has_utf8 = offered.is_some_and(|all| all.contains(&PositionEncodingKind::UTF8));
        if has_utf8 { Self::Utf8 } else { Self::Utf16 }
    }

    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str, columns: Columns) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes.get(at) == Some(&b'\n') || bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at + 1);
            }
        }
        Self { text, columns, starts, units: OnceCell::new() }
    }

    /// The line and column of a byte; of one behind the end, those of the end.
    pub(super) fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|start| *start <= byte).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let column = match self.columns {
            Columns::Utf8 => byte - start,
            Columns::Utf16 => self.units_before(byte) - self.units_before(start),
        };
        Position::new(small(line), small(column))
    }

    fn units_before(&self, byte: usize) -> usize {
        let stretch = byte / STRIDE;
        let units = self.units.get_or_init(|| {
            let sums = self.text.as_bytes().chunks(STRIDE).scan(0, |sum, stretch| {
                *sum += count(stretch);
                Some(*sum)
            });
            std::iter::once(0).chain(sums).collect()
        });
        let known = units.get(stretch).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(stretch * STRIDE..byte);
        known + count(rest.unwrap_or_default())
    }

    /// The byte at a line and column. A column behind the end of its line is that end, a line behind the last the
    /// end of the text.
    pub(super) fn byte(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(&start) = self.starts.get(line) else { return self.text.len() };
        let next = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let words = cut(self.text, start..next).trim_end_matches(['\n', '\r']);
        let column = position.character as usize;
        if self.columns == Columns::Utf8 {
            return start + words.floor_char_boundary(column.min(words.len()));
        }
        let mut left = column;
        let inside = words.char_indices().find(|(_, c)| match left.checked_sub(c.len_utf16()) {
            Some(rest) => {
                left = rest;
                false
            }
            None => true,
        });
        start + inside.map_or(words.len(), |(at, _)| at)
    }

    pub(super) fn range(&self, bytes: &Range<usize>) -> LineRange {
        LineRange::new(self.position(bytes.start), self.position(bytes.end.max(bytes.start)))
    }
}

/// The characters in a range of a text that is changed, by the rules of [`Lines::byte`].
pub(super) fn chars(text: &Rope, range: LineRange, columns: Columns) -> Range<usize> {
    let start = char_at(text, range.start, columns);
    start..char_at(text, range.end, columns).max(start)
}

fn char_at(text: &Rope, position: Position, columns: Columns) -> usize {
    let line = position.line as usize;
    let (Ok(start), Some(words)) = (text.try_line_to_char(line), text.get_line(line)) else {
        return text.len_chars();
    };
    let end = words.chars_at(words.len_chars()).reversed().take_while(|c| matches!(c, '\n' | '\r'));
    let length = words.len_chars() - end.count();
    let column = position.character as usize;
    let column = match columns {
        Columns::Utf8 => words.try_byte_to_char(column),
        Columns::Utf16 => words.try_utf16_cu_to_char(column),
    };
    start + column.map_or(length, |column| column.min(length))
}

/// The units of UTF-16 of the characters that begin in `bytes`.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().map(|&byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0)).sum()
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Columns, Lines, Position, Rope, char_at};

    /// Where `|` stands in a text, in line and columns by each way, and back.
    #[track_caller]
    fn check(text: &str, utf8: (u32, u32), utf16: (u32, u32)) {
        let byte = text.find('|').expect("a mark");
        let text = text.replacen('|', "", 1);
        for (columns, (line, column)) in [(Columns::Utf8, utf8), (Columns::Utf16, utf16)] {
            let lines = Lines::new(&text, columns);
            assert_eq!(lines.position(byte), Position::new(line, column), "{text:?}");
            assert_eq!(lines.byte(Position::new(line, column)), byte, "{text:?}");
            let changed = Rope::from_str(&text);
            let char = char_at(&changed, Position::new(line, column), columns);
            assert_eq!(changed.char_to_byte(char), byte, "{text:?}");
        }
    }

    #[test]
    fn places_there_and_back() {
        check("|", (0, 0), (0, 0));
        check("ab|c\n", (0, 2), (0, 2));
        check("a\nb|", (1, 1), (1, 1));
        check("a\r\n|b\r\n", (1, 0), (1, 0));
        check("a\rb|", (1, 1), (1, 1));
        check("한글|", (0, 6), (0, 2));
        check("😀|a", (0, 4), (0, 2));
        check(&format!("{}|a", "é😀".repeat(3000)), (0, 18000), (0, 9000));
    }

    #[test]
    fn places_that_are_none() {
        let text = "ab\r\n😀";
        let lines = Lines::new(text, Columns::Utf16);
        let check = |line, column, expected, why| {
            let position = Position::new(line, column);
            assert_eq!(lines.byte(position), expected, "{why}");
            let char = char_at(&Rope::from_str(text), position, Columns::Utf16);
            assert_eq!(
                text.chars().take(char).map(char::len_utf8).sum::<usize>(),
                expected,
                "{why}"
            );
        };
        check(0, 99, 2, "behind the end of a line");
        check(0, 3, 2, "in its end");
        check(99, 0, 8, "behind the last line");
        check(u32::MAX, u32::MAX, 8, "as far as can be");
        check(1, 1, 4, "in the middle of a pair");
        assert_eq!(lines.position(99), Position::new(1, 2));
    }
}
