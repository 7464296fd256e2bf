//! What looks like an enumerator and is none, numbers of pages, of sections and of sentences, figures of a sentence
//! that was wrapped by hand; a second enumerator on a line that has one; and lines that were wrapped.

use std::ops::Range;

use super::marks::mark;
use super::row::{MarkPlace, Script};
use crate::base::{cut, sentence};

/// A number may be so much further on than its row and still be what goes on with it.
const FURTHER: u32 = 4;
/// No page of a law has more digits.
const PAGE: usize = 4;
const PAGES: [&str; 4] = ["Page ", "PAGE ", "page ", "Seite "];
const SECTIONS: [&str; 4] = ["Section ", "SECTION ", "Sec. ", "SEC. "];
/// Numbers of sentences, raised.
const RAISED: [char; 9] = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
/// So many enumerators of a line are looked at.
const CANDIDATES: usize = 8;

/// Whether a line is nothing but the number of a page: `12`, `- 12 -`, `Page 4`, `12/34`.
pub(super) fn is_page(line: &str) -> bool {
    let dashes: &[char] = &['-', '–', '—'];
    let word = PAGES.iter().find_map(|word| line.strip_prefix(word));
    let number = word.unwrap_or(line).trim_matches(|c: char| c == ' ' || dashes.contains(&c));
    let is_number =
        |text: &str| (1..=PAGE).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let of = number.split_once('/').or_else(|| number.split_once(" of "));
    let counts = of.map_or(is_number(number), |(one, all)| is_number(one) && is_number(all));
    counts && line.starts_with(dashes) == line.ends_with(dashes)
}

/// The number that a line begins with, without a dot behind it and before a word that begins large, and how many
/// bytes it has, with the dash that may stand there: `1 Every`, `1 - Every`.
pub(super) fn undotted(line: &str) -> Option<(u32, usize)> {
    let len = line.find(|c: char| !c.is_ascii_digit())?;
    let rest = cut(line, len..);
    let words = rest.trim_start();
    let dash = words.strip_prefix(['-', '–', '—']).filter(|rest| rest.starts_with(' '));
    let begins = dash.unwrap_or(words).trim_start().chars().next()?;
    let is_apart = words.len() < rest.len() && begins.is_alphabetic();
    let counts = is_apart && (dash.is_some() || !begins.is_lowercase());
    let end = dash.map_or(len, |rest| line.len() - rest.len());
    Some((cut(line, ..len).parse().ok()?, end)).filter(|_| counts)
}

/// How many bytes `Section 1.` has at the beginning of a line.
pub(super) fn section(line: &str) -> Option<usize> {
    let rest = SECTIONS.iter().find_map(|word| line.strip_prefix(word))?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric())?;
    let stop = cut(rest, end..).strip_prefix('.').filter(|rest| rest.starts_with(' '))?;
    rest.starts_with(|c: char| c.is_ascii_digit()).then_some(line.len() - stop.len())
}

/// The number of a sentence before its first word, as German laws have them: `2Die`, `²Die`.
pub(super) fn sentence_number(line: &str) -> Option<Range<usize>> {
    let mut before = ' ';
    let mut is_behind_stop = true;
    for (at, c) in line.char_indices() {
        let mut behind = cut(line, at + c.len_utf8()..).chars();
        let (next, second) = (behind.next().unwrap_or(' '), behind.next().unwrap_or(' '));
        let is_raised = RAISED.contains(&c) && next.is_uppercase();
        let is_plain = c.is_ascii_digit() && next.is_uppercase() && second.is_lowercase();
        if before == ' ' && is_behind_stop && (is_raised || is_plain) {
            return Some(at..at + c.len_utf8());
        }
        is_behind_stop = matches!(c, '.' | '!' | '?') || (c == ' ' && is_behind_stop);
        before = c;
    }
    None
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

/// Whether a line seems to go on with the one `before`, which has an enumerator if `is_marked`: that has no end,
/// and this begins small, or with a figure and a small word.
pub(super) fn is_wrapped(before: &str, is_marked: bool, line: &str) -> bool {
    let is_small = |text: &str| text.starts_with(char::is_lowercase);
    let behind_figure = || {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.len() < line.len() && rest.strip_prefix(' ').is_some_and(is_small)
    };
    let mut end = before.chars().rev();
    let (last, other) = (end.next().unwrap_or(' '), end.next().unwrap_or(' '));
    let is_hyphenated = matches!(last, '-' | '\u{AD}') && other.is_alphabetic();
    // What a line leads over to that goes on itself, as `provided that:` does.
    let leads_over = last == ':' && !is_marked && is_small(before);
    if is_small(line) {
        last.is_alphanumeric() || is_hyphenated || leads_over
    } else {
        last.is_alphanumeric() && behind_figure()
    }
}
