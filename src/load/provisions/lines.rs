//! The lines of a wording: those that are written, and what stands on one of them as if it were several.

use std::ops::Range;

use super::blanks::{begins_blank, indent, without_end};
use super::heading::ArticleNames;
use super::written::Hint;
use crate::base::{circled, cut};

/// A line that is read by itself.
#[derive(Debug)]
pub(super) struct WordingLine {
    /// Its bytes of the value, without its indent and without what only ends it.
    pub(super) at: Range<usize>,
    /// The columns that it is indented by.
    pub(super) columns: usize,
    /// Whether a text begins with it: it goes on with nothing.
    pub(super) begins_text: bool,
    /// Whether it is the name of an article.
    pub(super) is_heading: bool,
}

/// The lines of a wording, and what is to be said of the names of articles among them. A text begins at each
/// of `starts`, bytes of the value in order.
pub(super) fn lines(
    value: &str,
    starts: &[usize],
    names: &ArticleNames<'_>,
) -> (Vec<WordingLine>, Vec<(Range<usize>, Hint)>) {
    let (mut lines, mut hints) = (Vec::new(), Vec::new());
    let mut starts = starts.iter().peekable();
    let mut is_first = true;
    // Whether the line before is the article's own name.
    let mut is_named = false;
    let mut start = 0;
    for line in value.split('\n') {
        let begins_text = starts.next_if(|at| **at <= start).is_some();
        let whole = without_end(line);
        let (bytes, columns) = indent(whole);
        let mut at = start + bytes..start + whole.len().max(bytes);
        start += line.len() + 1;
        let mut begins_text = begins_text;
        let mut push = |at: Range<usize>, is_heading| {
            lines.push(WordingLine { at, columns, begins_text, is_heading });
            begins_text = false;
        };
        let below = cut(value, start.min(value.len())..);
        let line = cut(value, at.clone());
        if std::mem::take(&mut is_named) && names.is_title(line) {
            hints.push((at.clone(), Hint::OwnName { title: None }));
            push(at.clone(), true);
            continue;
        }
        if let Some(heading) = names.heading(line, below, is_first) {
            let words = cut(value, at.clone());
            let title = heading.title.map(|title| cut(words, title).trim().to_owned());
            let end = at.start + heading.len;
            let hint = if heading.is_own { Hint::OwnName { title } } else { Hint::OtherName };
            hints.push((at.start..end, hint));
            push(at.start..end, true);
            at.start = end + indent(cut(value, end..at.end)).0;
            is_first = false;
            is_named = heading.is_own;
            if at.is_empty() {
                continue;
            }
        }
        is_first &= at.is_empty();
        let mut from = at.start;
        for to in circles(cut(value, at.clone()), value.get(start..).unwrap_or_default()) {
            let words = cut(value, from..at.start + to).trim_end();
            push(from..from + words.len(), false);
            from = at.start + to;
        }
        push(from..at.end, false);
    }
    (lines, hints)
}

/// Where numbers in circles stand in a line that go on from the one that it begins with, each behind a clause or
/// before a blank: `① One ② Two`. One that begins the next line, of those `below`, is only spoken of here.
fn circles(line: &str, below: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let first = |text: &str| text.chars().next().and_then(circled);
    let Some(mut number) = first(line) else { return found };
    let next = first(below.trim_start());
    // Whether there are words since the last of them.
    let mut has_words = false;
    for (at, c) in line.char_indices() {
        has_words |= c.is_alphanumeric() && circled(c).is_none();
        if !has_words || circled(c) != Some(number + 1) || next == Some(number + 1) {
            continue;
        }
        let (before, behind) = (cut(line, ..at), cut(line, at + c.len_utf8()..));
        let is_apart = before.ends_with(char::is_whitespace);
        let ends = before.trim_end().ends_with(['.', ';', ':', '。', '；', '：']);
        let has_more = !behind.trim_start().is_empty();
        if has_more && (ends || (is_apart && begins_blank(behind))) {
            found.push(at);
            number += 1;
            has_words = false;
        }
    }
    found
}
