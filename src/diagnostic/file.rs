//! A file's text, and where in it things are.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::fix::TextEdit;
use super::location::{Excerpt, Location, SourceSpan};
use crate::base::{cut, hazard, visible};

/// How many characters of a line are shown on either side of where a fault begins.
const WINDOW: usize = 72;
/// A file with so many hazardous characters is no text.
pub(crate) const HAZARDS: usize = 100_000;
/// Characters are counted once for each stretch of so many bytes, so that a column far into a
/// line of megabytes is cheap.
const STRIDE: usize = 4096;

/// How many bytes are looked through together for what is refused.
const STRETCH: usize = 64;

/// What UTF-8 may begin with, to no end.
const BOM: &[u8] = "\u{FEFF}".as_bytes();

/// What may not be in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bad {
    /// A character that would drive a terminal, or hide or reorder text.
    Char(char),
    /// Bytes that are no UTF-8.
    Bytes,
}

/// A file of a briefing, or one of settings. Its text has a visible stand-in for every character that must not
/// reach a terminal, so whatever is made from it is safe.
pub(crate) struct File {
    /// Its path, as the reader would name it.
    pub(crate) name: Arc<str>,
    /// Its path inside what it belongs to.
    pub(crate) path: String,
    /// Its text, without a byte-order mark.
    pub(crate) text: String,
    /// Whether it could be read. If not, `text` is empty.
    pub(crate) readable: bool,
    /// The stand-ins in `text`.
    shifts: Vec<Shift>,
    bom: bool,
    table: OnceLock<LineIndex>,
}

/// A stand-in: where it begins and ends in the text, and where it ends in the file.
struct Shift {
    start: usize,
    end: usize,
    original: usize,
}

struct LineIndex {
    lines: Vec<usize>,
    /// Characters before each multiple of `STRIDE`.
    chars: Vec<usize>,
}

impl File {
    /// The file at `path` with these bytes. The second value has all that may not be in it with
    /// its place in `text`.
    pub(crate) fn new(path: String, name: &str, raw: Vec<u8>) -> (Self, Vec<(Range<usize>, Bad)>) {
        let bom = raw.starts_with(BOM);
        let mut file = Self {
            name: name.into(),
            path,
            text: String::new(),
            readable: true,
            shifts: Vec::new(),
            bom,
            table: OnceLock::new(),
        };
        let begin = if bom { BOM.len() } else { 0 };
        let raw = match String::from_utf8(raw) {
            // Every character of it is good.
            Ok(mut whole) if refused(&whole).next().is_none() => {
                file.text = if bom { whole.split_off(begin) } else { whole };
                return (file, Vec::new());
            }
            Ok(whole) => whole.into_bytes(),
            Err(error) => error.into_bytes(),
        };
        let found = file.clean(raw.get(begin..).unwrap_or_default());
        (file, found)
    }

    /// Fills `text` with a cleaned copy. Stops at more hazards than any text has, so that what
    /// follows them is missing.
    fn clean(&mut self, raw: &[u8]) -> Vec<(Range<usize>, Bad)> {
        let mut found = Vec::new();
        let mut at = 0;
        for chunk in raw.utf8_chunks() {
            self.clean_text(chunk.valid(), at, &mut found);
            at += chunk.valid().len();
            if found.len() >= HAZARDS {
                return found;
            }
            if !chunk.invalid().is_empty() {
                at += chunk.invalid().len();
                self.stand_in("\u{FFFD}", at);
                let end = self.text.len();
                match found.last_mut() {
                    // One fault for a whole word in another encoding.
                    Some((range, Bad::Bytes)) if chunk.valid().is_empty() => range.end = end,
                    _ => found.push((end - '\u{FFFD}'.len_utf8()..end, Bad::Bytes)),
                }
            }
        }
        found
    }

    /// Adds `raw`, which begins at byte `base` of the file, with what may not be in it replaced.
    fn clean_text(&mut self, raw: &str, base: usize, found: &mut Vec<(Range<usize>, Bad)>) {
        let mut copied = 0;
        for (at, c) in refused(raw) {
            self.text.push_str(cut(raw, copied..at));
            copied = at + c.len_utf8();
            if found.len() >= HAZARDS {
                return;
            }
            let start = self.text.len();
            let shown = visible(c.encode_utf8(&mut [0; 4])).into_owned();
            let shown = if shown.starts_with(c) { "\u{FFFD}" } else { shown.as_str() };
            self.stand_in(shown, base + copied);
            found.push((start..self.text.len(), Bad::Char(c)));
        }
        self.text.push_str(cut(raw, copied..));
    }

    /// Adds `shown` in place of what ends at byte `original` of the file.
    fn stand_in(&mut self, shown: &str, original: usize) {
        let start = self.text.len();
        self.text.push_str(shown);
        self.shifts.push(Shift { start, end: self.text.len(), original });
    }

    /// The place of a range of bytes of `text`.
    pub(crate) fn location(&self, range: Range<usize>) -> Location {
        let start = self.boundary(range.start);
        let end = self.boundary(range.end).max(start);
        let table = self.table.get_or_init(|| LineIndex::of(&self.text));
        let line = table.lines.partition_point(|&at| at <= start).max(1);
        let line_start = table.lines.get(line - 1).copied().unwrap_or_default();
        let before = table.chars_before(&self.text, start);
        let column = before - table.chars_before(&self.text, line_start) + 1;
        let span =
            SourceSpan { line, column, start: self.original(start), end: self.original(end) };
        let excerpt = Some(excerpt(&self.text, line_start, start..end));
        Location { file: Arc::clone(&self.name), span: Some(span), excerpt }
    }

    /// The change that puts `words` in place of a range of bytes of `text`. Line ends are those of the file.
    pub(crate) fn edit(&self, range: Range<usize>, words: &str) -> TextEdit {
        let start = self.boundary(range.start);
        let end = self.boundary(range.end).max(start);
        let has_returns = words.contains('\n') && self.text.contains("\r\n");
        let text = if has_returns { words.replace('\n', "\r\n") } else { words.to_owned() };
        let (start, end) = (self.original(start), self.original(end));
        TextEdit { file: Arc::clone(&self.name), start, end, text }
    }

    /// Whether `words`, which are to replace a range of bytes of `text`, have what stands there for a character that
    /// may not be in a file.
    pub(crate) fn has_stand_in(&self, range: &Range<usize>, words: &str) -> bool {
        let from = self.shifts.partition_point(|shift| shift.end <= range.start);
        let shifts = self.shifts.get(from..).unwrap_or_default();
        let within = shifts.iter().take_while(|shift| shift.start < range.end);
        within.map(|shift| cut(&self.text, shift.start..shift.end)).any(|one| words.contains(one))
    }

    /// The beginning of a character at or after a byte of `text`.
    fn boundary(&self, at: usize) -> usize {
        (at..self.text.len()).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.text.len())
    }

    /// Where a byte of `text` is in the file itself.
    pub(crate) fn original(&self, at: usize) -> usize {
        let before = self.shifts.partition_point(|shift| shift.start < at).checked_sub(1);
        let shift = before.and_then(|n| self.shifts.get(n));
        let bom = if self.bom { 3 } else { 0 };
        bom + shift.map_or(at, |shift| shift.original + at.saturating_sub(shift.end))
    }

    /// Where a byte of the file itself is in `text`: what [`File::original`] tells, told backwards.
    pub(crate) fn shown(&self, original: usize) -> usize {
        let at = original.saturating_sub(if self.bom { 3 } else { 0 });
        let before = self.shifts.partition_point(|shift| shift.original <= at).checked_sub(1);
        let shift = before.and_then(|n| self.shifts.get(n));
        let at = shift.map_or(at, |shift| shift.end + at - shift.original);
        self.boundary(at.min(self.text.len()))
    }
}

/// The characters of `text` that may not stand in a file, each with its byte. The noncharacters are no
/// hazard, but no YAML either; a carriage return is none at the end of a line.
fn refused(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let stretches = bytes.chunks(STRETCH).enumerate();
    let suspect = stretches.filter(|(_, stretch)| {
        // Without an early end, so that many bytes are looked at together.
        stretch.iter().fold(false, |any, &byte| any | may_begin_refused(byte))
    });
    let places = suspect.flat_map(|(n, stretch)| {
        let bytes = stretch.iter().enumerate().filter(|&(_, &byte)| may_begin_refused(byte));
        bytes.map(move |(at, _)| n * STRETCH + at)
    });
    let chars = places.filter_map(|at| Some((at, cut(text, at..).chars().next()?)));
    chars.filter(|&(at, c)| match c {
        '\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => hazard(c).is_some() || matches!(c, '\u{FFFE}' | '\u{FFFF}'),
    })
}

/// Whether a character of UTF-8 that begins with `byte` may be one that is refused.
fn may_begin_refused(byte: u8) -> bool {
    matches!(byte, ..0x20 | 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xEF) && byte != b'\n' && byte != b'\t'
}

impl LineIndex {
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let breaks = bytes.iter().enumerate().filter(|&(_, &b)| b == b'\n');
        let lines = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        let mut chars = vec![0];
        let mut sum = 0;
        for stretch in bytes.chunks(STRIDE) {
            sum += count(stretch);
            chars.push(sum);
        }
        Self { lines, chars }
    }

    fn chars_before(&self, text: &str, at: usize) -> usize {
        let stretch = at / STRIDE;
        let known = self.chars.get(stretch).copied().unwrap_or_default();
        known + count(text.as_bytes().get(stretch * STRIDE..at).unwrap_or_default())
    }
}

/// The characters that begin in `bytes`.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count()
}

fn excerpt(text: &str, line_start: usize, range: Range<usize>) -> Excerpt {
    let before = cut(text, line_start..range.start);
    let from = before.char_indices().rev().take(WINDOW).last().map_or(0, |(at, _)| at);
    let after = cut(text, range.start..);
    let stop = after
        .char_indices()
        .take(WINDOW)
        .find(|&(_, c)| c == '\n')
        .or_else(|| after.char_indices().nth(WINDOW))
        .map_or(after.len(), |(at, _)| at);
    let shown = cut(after, ..stop);
    let cut_after =
        after.get(stop..).is_some_and(|rest| !rest.is_empty() && !rest.starts_with('\n'));
    let shown = if cut_after { shown } else { shown.trim_end_matches('\r') };
    let head = cut(before, from..);
    let marked = (range.end - range.start).min(shown.trim_end().len());
    Excerpt {
        text: format!("{head}{shown}"),
        marked: head.len()..head.len() + marked,
        cut_before: from > 0,
        cut_after,
    }
}

#[cfg(test)]
mod tests {
    use super::{hazard, refused};

    #[test]
    fn every_character_that_is_refused_is_found_by_its_first_byte() {
        for c in '\0'..='\u{1FFFF}' {
            let is_refused =
                c == '\r' || hazard(c).is_some() || matches!(c, '\u{FFFE}' | '\u{FFFF}');
            let text = format!("ab{c}c");
            let expected = is_refused.then_some((2, c));
            assert_eq!(refused(&text).next(), expected, "{c:?}");
        }
    }
}
