//! Where a line may end: UAX #14, with Korean broken at spaces, and Thai and its neighbours between words.

use unicode_linebreak::{BreakClass, break_property, linebreaks};
use unicode_segmentation::GraphemeCursor;

use crate::base::{cut, word_breaks};

/// The places, in bytes from the start of `line`, where it may be broken, its end included.
/// There is no hard break in `line`.
pub(super) fn breaks(line: &str) -> impl Iterator<Item = usize> {
    let mut last = 0;
    let mut words = word_breaks(line).into_iter().peekable();
    let all = linebreaks(line).flat_map(move |(at, _)| {
        let mut before = Vec::new();
        while let Some(word) = words.next_if(|word| *word <= at) {
            before.push(word);
        }
        before.pop_if(|word| *word == at);
        before.into_iter().chain(Some(at))
    });
    all.filter(move |&at| {
        let (before, after) = line.split_at_checked(at).unwrap_or((line, ""));
        let is_inside = inside_korean(before, after)
            || inside_steps(before, after)
            || inside_grapheme(line, last, at);
        let kept = after.is_empty() || !is_inside;
        if kept {
            last = at;
        }
        kept
    })
}

/// Whether the break stands in a Korean word. UAX #14 lets Hangul break between any two
/// syllables, and gives the other style, in which Korean is read and taught, as a tailoring:
/// Hangul is broken as letters are (section 8.2, example 1).
fn inside_korean(before: &str, after: &str) -> bool {
    // Hangul starts at U+1100, which takes three bytes: in most text nothing is looked up.
    let wide = |byte: Option<u8>| byte.is_some_and(|byte| byte >= 0x80);
    if !wide(before.bytes().next_back()) && !wide(after.bytes().next()) {
        return false;
    }
    let (Some(left), Some(right)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    let (a, b) = (class(left), class(right));
    match (is_hangul(a), is_hangul(b)) {
        (true, true) => true,
        (true, false) => is_letter(b) || joins(b) || (opens(b) && is_narrow(right)),
        (false, true) => is_letter(a) || joins(a) || (closes(a) && is_narrow(left)),
        (false, false) => false,
    }
}

/// Whether the break stands between the steps to a provision: `(2)(b)`.
fn inside_steps(before: &str, after: &str) -> bool {
    before.ends_with(')') && after.starts_with('(')
}

fn class(c: char) -> BreakClass {
    break_property(c.into())
}

fn is_hangul(class: BreakClass) -> bool {
    use BreakClass::{HangulLJamo, HangulLvSyllable, HangulLvtSyllable, HangulTJamo, HangulVJamo};
    matches!(class, HangulLJamo | HangulLvSyllable | HangulLvtSyllable | HangulTJamo | HangulVJamo)
}

/// Letters and digits: rules LB23 and LB28.
fn is_letter(class: BreakClass) -> bool {
    use BreakClass::{Alphabetic, Ambiguous, HebrewLetter, Numeric};
    matches!(class, Alphabetic | Ambiguous | HebrewLetter | Numeric)
}

/// `%` and `$`: rule LB24.
fn joins(class: BreakClass) -> bool {
    matches!(class, BreakClass::Prefix | BreakClass::Postfix)
}

/// `(` after a letter: rule LB30.
fn opens(class: BreakClass) -> bool {
    matches!(class, BreakClass::OpenPunctuation)
}

/// `)` or `.` before a letter: rules LB30 and LB29.
fn closes(class: BreakClass) -> bool {
    matches!(class, BreakClass::CloseParenthesis | BreakClass::InfixSeparator)
}

/// LB30 leaves the wide brackets of Chinese and Japanese out.
fn is_narrow(c: char) -> bool {
    unicode_width::UnicodeWidthChar::width(c) == Some(1)
}

/// Whether a break at `at` would part a grapheme cluster (UAX #29), as before a combining mark
/// that stands on a space. A cluster begins at `start`, which is before `at`: looking back no
/// further keeps a long line of flags from taking quadratic time.
pub(super) fn inside_grapheme(line: &str, start: usize, at: usize) -> bool {
    let bytes = line.as_bytes();
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    if let (Some(a), Some(b)) = (before, bytes.get(at))
        && a.is_ascii()
        && b.is_ascii()
    {
        return (a, b) == (&b'\r', &b'\n');
    }
    let rest = cut(line, start..);
    let at = at.saturating_sub(start);
    !GraphemeCursor::new(at, rest.len(), true).is_boundary(rest, 0).unwrap_or(true)
}
