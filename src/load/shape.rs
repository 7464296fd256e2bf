//! What can be told of an item before its texts are read: whether it will be in the model.
//!
//! Addresses are collected before anything is lowered, so both passes must agree on which items
//! count.

use super::date;
use super::file::File;
use super::markup::says_nothing;
use super::raw::{Node, Value};
use crate::model::Period;

/// The keys of which a block has exactly one.
pub(super) const KINDS: &[&str] = &["text", "quote", "list", "note", "question", "cue", "heading"];

/// Whether a block can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// It is a heading.
    Heading,
    /// It is anything else.
    Shown,
    /// It says nothing that can be shown.
    Broken,
}

/// The shape of a block.
pub(super) fn block(file: &File, node: &Node<'_>) -> Shape {
    match block_kind(node) {
        Some((kind, value)) => match &value.value {
            Value::List(items) if kind == "list" && items.iter().any(|item| says(file, item)) => {
                Shape::Shown
            }
            _ if kind == "list" || !says(file, value) => Shape::Broken,
            _ if kind == "heading" => Shape::Heading,
            _ => Shape::Shown,
        },
        None => Shape::Broken,
    }
}

/// The first key of a block that says what it is, with its value.
pub(super) fn block_kind<'n, 'a>(node: &'n Node<'a>) -> Option<(&'static str, &'n Node<'a>)> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find_map(|(key, value)| {
        let Value::Text(word) = &key.value else { return None };
        let kind = KINDS.iter().find(|kind| **kind == word.as_ref())?;
        Some((*kind, value))
    })
}

/// Whether a node has words.
pub(super) fn says(file: &File, node: &Node<'_>) -> bool {
    node.spelling(&file.text).is_some_and(|words| !words.trim().is_empty() && !says_nothing(words))
}

/// When an event was, if it has a date.
pub(super) fn event_date(file: &File, node: &Node<'_>) -> Option<Period> {
    date::period(node.get("date")?.spelling(&file.text)?.trim()).ok()
}
