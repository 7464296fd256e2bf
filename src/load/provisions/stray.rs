//! What looks like an enumerator and is none: numbers of pages, figures of a sentence that was wrapped by hand,
//! and a second enumerator on a line that has one.

use std::ops::Range;

use super::marks::mark;
use super::row::{MarkPlace, Script};
use crate::base::{cut, sentence};

/// A number may be so much further on than its row and still be what goes on with it.
const FURTHER: u32 = 4;
/// No page of a law has more digits.
const PAGE: usize = 4;
/// So many enumerators of a line are looked at.
const CANDIDATES: usize = 8;

/// Whether a line is nothing but the number of a page: `12`, `- 12 -`.
pub(super) fn is_page(line: &str) -> bool {
    let dashes: &[char] = &['-', '–', '—'];
    let number = line.trim_matches(|c: char| c == ' ' || dashes.contains(&c));
    let is_number =
        (1..=PAGE).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    is_number && line.starts_with(dashes) == line.ends_with(dashes)
}

/// Whether a number at the beginning of a line is rather a figure of the sentence that the line before has
/// begun: it is far from `last`, the place before in its row.
pub(super) fn is_far(place: &MarkPlace, last: Option<&MarkPlace>) -> bool {
    let last = last.map_or(0, |last| last.number);
    matches!(place.row.script, Script::Digits(_)) && place.number > last.saturating_add(FURTHER)
}

/// Words that no clause ends with, in the languages of many treaties.
const LEADS_ON: [&str; 40] = [
    "the", "of", "a", "an", "in", "to", "by", "with", "under", "from", "for", "on", "at", "its",
    "their", "than", "der", "die", "das", "des", "dem", "den", "von", "im", "zum", "zur", "eines",
    "einer", "de", "la", "le", "les", "du", "à", "aux", "el", "los", "del", "las", "di",
];

/// Whether a line ends with a word behind which its sentence goes on.
pub(super) fn leads_on(line: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    LEADS_ON.contains(&last)
}

/// Whether a line ends where the next enumerator may begin.
pub(super) fn ends_clause(line: &str) -> bool {
    let line = line.trim_end_matches([')', '）', ']', '"', '\'', '”', '’', '»', '*', '_', ' ']);
    let stops = ['.', ';', ':', '!', '?', '。', '；', '：', '！', '？', '–', '—'];
    let before_last = line.rsplit_once(' ').map_or("", |(before, _)| before);
    line.ends_with(stops) || before_last.ends_with([';', '；'])
}

/// The next enumerator of a row in the middle of a line, `words`, of which the place before is `last`, behind
/// the end of a sentence or a semicolon. What only refers to a provision is none.
pub(super) fn second(words: &str, last: &MarkPlace) -> Option<Range<usize>> {
    if matches!(last.row.script, Script::Bullet(_)) {
        return None;
    }
    let behind_stop = words.match_indices(['.', ';']).filter_map(|(at, _)| {
        let rest = cut(words, at + 1..);
        let start = at + 1 + (rest.len() - rest.trim_start().len());
        let found = mark(cut(words, start..))?;
        let is_next = found.readings().any(|place| place.is_next_to(last));
        (start > at + 1 && is_next).then_some((at, start..start + found.len))
    });
    behind_stop.take(CANDIDATES).find_map(|(stop, at)| {
        let behind = cut(words, at.end..).trim_start();
        if behind.is_empty() {
            return None;
        }
        let is_list = cut(words, stop..).starts_with(';');
        let is_sentence = || sentence(words, at.start).start == at.start;
        let begins = !behind.starts_with(char::is_lowercase);
        (is_list || (begins && is_sentence())).then_some(at)
    })
}
