//! A text that is written as a list of Markdown, written as a list of a briefing.

use std::ops::Range;

use crate::base::cut;
use crate::load::yaml::{ScalarStyle, YamlNode, quoted, style};

/// What makes the key at bytes `key` of a file and its text, each line of which begins a point or goes on with one, a
/// list; `None` if the text is none.
pub(super) fn edits(
    file: &str,
    key: &Range<usize>,
    text: &YamlNode<'_>,
) -> Option<Vec<(Range<usize>, String)>> {
    let at = text.range();
    if style(file, at.clone()) == ScalarStyle::Quoted {
        return None;
    }
    let raw = cut(file, at.clone()).trim_end();
    let (are_counted, points) = points(raw)?;
    let line = cut(file, ..key.start).rfind('\n').map_or(0, |at| at + 1);
    let before = cut(file, line..key.start);
    let is_block = before.chars().all(|c| matches!(c, ' ' | '-'));
    if !is_block {
        return None;
    }
    let indent = " ".repeat(before.len());
    let mut list = "list:".to_owned();
    for point in points {
        list.extend(["\n", &indent, "  - ", &point]);
    }
    if are_counted {
        list.extend(["\n", &indent, "ordered: true"]);
    }
    Some(vec![(key.start..at.start + raw.len(), list)])
}

/// The points of a text, as they are written in YAML, two or more; and whether they are counted.
fn points(raw: &str) -> Option<(bool, Vec<String>)> {
    let mut points: Vec<String> = Vec::new();
    let mut are_counted = None;
    for line in raw.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (marked(line), points.last_mut()) {
            (Some((is_counted, words)), _) => {
                if *are_counted.get_or_insert(is_counted) != is_counted {
                    return None;
                }
                points.push(words.to_owned());
            }
            (None, Some(last)) => last.extend([" ", line]),
            (None, None) => return None,
        }
    }
    let points: Vec<_> = points.iter().map(|point| written(point)).collect();
    (points.len() > 1).then_some((are_counted?, points))
}

/// Whether the mark of Markdown that a line begins with counts, and what stands behind it.
fn marked(line: &str) -> Option<(bool, &str)> {
    let (mark, words) = line.split_once(' ')?;
    let digits = mark.strip_suffix(['.', ')']).filter(|digits| !digits.is_empty());
    let is_counted = digits.is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let is_mark = is_counted || matches!(mark, "-" | "*" | "+");
    (is_mark && !words.trim().is_empty()).then_some((is_counted, words.trim()))
}

/// Words as an item of a list in YAML.
fn written(words: &str) -> String {
    let is_plain = words.starts_with(|c: char| c.is_alphabetic())
        && !words.contains(": ")
        && !words.contains(" #")
        && !words.ends_with(':')
        && !matches!(words, "true" | "false" | "null");
    if is_plain { words.to_owned() } else { quoted(words) }
}
