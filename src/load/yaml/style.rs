//! How a scalar is written in the file.

use std::ops::Range;

use crate::base::cut;

/// The ways to write a scalar (YAML 1.2.2, chapters 7 and 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum ScalarStyle {
    /// As it is: its lines are joined.
    Plain,
    /// In single or double quotes: its lines are joined.
    Quoted,
    /// Behind `|`: its lines stay.
    Literal,
    /// Behind `>`: its lines are joined.
    Folded,
}

/// How the scalar at these bytes of a file is written.
pub(in crate::load) fn style(file: &str, at: Range<usize>) -> ScalarStyle {
    if cut(file, at.clone()).starts_with(['"', '\'']) {
        return ScalarStyle::Quoted;
    }
    // What says that a block follows ends the line before it, but for a comment.
    let before = cut(file, ..at.start).trim_end();
    if !cut(file, before.len()..at.start).contains('\n') {
        return ScalarStyle::Plain;
    }
    let head = before.rsplit('\n').next().unwrap_or_default();
    let head = head.split(" #").next().unwrap_or_default();
    match head.split_whitespace().next_back().and_then(|word| word.chars().next()) {
        Some('|') => ScalarStyle::Literal,
        Some('>') => ScalarStyle::Folded,
        _ => ScalarStyle::Plain,
    }
}

/// How a backslash that a text is to have is written in the scalar at these bytes: in double quotes YAML has its own.
pub(in crate::load) fn backslash(file: &str, at: Range<usize>) -> &'static str {
    if cut(file, at).starts_with('"') { "\\\\" } else { "\\" }
}

/// What stands in place of the `>` before the folded scalar at these bytes of a file, so that its lines stay.
pub(in crate::load) fn literal(file: &str, at: Range<usize>) -> Option<(Range<usize>, String)> {
    let is_folded = style(file, at.clone()) == ScalarStyle::Folded;
    let before = cut(file, ..at.start).trim_end();
    let mark = before.rfind('>').filter(|_| is_folded)?;
    match cut(before, mark..) {
        written @ (">" | ">-" | ">+") => Some((mark..mark + written.len(), "|".to_owned())),
        _ => None,
    }
}
