//! Enumerators in the middle of a line that was several lines before YAML folded them.

use std::ops::Range;

use super::blanks::indent;
use super::marks::mark;
use super::row::MarkPlace;
use crate::base::cut;
use crate::load::yaml::{ScalarStyle, YamlNode, style};

/// So many places are held to go on from.
const ROWS: usize = 32;

/// The first enumerator in the middle of a line that is next to one before it in the same line, both of them
/// where a clause may begin.
pub(super) fn folded(line: &str) -> Option<Range<usize>> {
    let mut rows: Vec<MarkPlace> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let rest = cut(line, at..);
        let blank = indent(rest).0;
        let word = at + blank;
        let is_after_clause = cut(line, ..at).ends_with([':', ';', '.', ',', '。', '；', '：']);
        if (at == 0 || (blank > 0 && is_after_clause))
            && let Some(mark) = mark(cut(line, word..))
            && mark.is_sure()
        {
            let is_next = |place: &&MarkPlace| rows.iter().any(|last| place.is_next_to(last));
            if mark.readings().any(|place| is_next(&place)) {
                return Some(word..word + mark.len);
            }
            rows = mark.readings().copied().collect();
        }
        let rest = cut(line, word..);
        at = word + rest.find(char::is_whitespace).unwrap_or(rest.len());
    }
    None
}

/// The first enumerator of a scalar's `source` that begins a line of it and is next to one before that does, where
/// YAML makes one line of both.
pub(super) fn lost_line(source: &str) -> Option<Range<usize>> {
    let mut rows: Vec<MarkPlace> = Vec::new();
    let (mut start, mut is_behind_blank) = (0, true);
    for line in source.split('\n') {
        let at = start + indent(line).0;
        start += line.len() + 1;
        let words = line.trim();
        if let Some(mark) = mark(words).filter(|mark| mark.is_sure() && !mark.is_bullet()) {
            let is_next = |place: &MarkPlace| rows.iter().any(|last| place.is_next_to(last));
            if !is_behind_blank && mark.readings().any(is_next) {
                return Some(at..at + mark.len);
            }
            rows.extend(mark.readings());
            rows.drain(..rows.len().saturating_sub(ROWS));
        }
        is_behind_blank = words.is_empty();
    }
    None
}

/// Where in the file the first enumerator stands that begins a line of a text, is next to one before that does,
/// and runs together with it.
pub(in crate::load) fn lost_mark(file: &str, node: &YamlNode<'_>) -> Option<Range<usize>> {
    let at = node.range();
    let source = cut(file, at.clone()).trim_end();
    // Markdown has lists of numbers itself, which are told as such.
    let is_told = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    if !source.contains('\n') || node.words().is_none_or(is_told) {
        return None;
    }
    let lost = lost_line(source)?;
    let is_literal = style(file, at.clone()) == ScalarStyle::Literal;
    let is_list = is_literal && is_told(cut(source, lost.start..));
    (!is_list).then_some(at.start + lost.start..at.start + lost.end)
}
