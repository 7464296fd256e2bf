//! What can be told of an item before its texts are read: whether it will be in the model.
//!
//! Addresses are collected before anything is lowered, so both passes must agree on which items
//! count.

use super::date;
use super::file::File;
use super::format::{BlockYaml, Content, Yaml};
use super::markup::says_nothing;
use super::raw::{Node, Value};
use crate::model::Period;

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
    match block_content(node) {
        Some((Content::List, value)) => match &value.value {
            Value::List(items) if items.iter().any(|item| says(file, item)) => Shape::Shown,
            _ => Shape::Broken,
        },
        Some((_, value)) if !says(file, value) => Shape::Broken,
        Some((Content::Heading, _)) => Shape::Heading,
        Some(_) => Shape::Shown,
        None => Shape::Broken,
    }
}

/// What a block is, by the first key that says so, with that key's value.
pub(super) fn block_content<'n, 'a>(node: &'n Node<'a>) -> Option<(Content, &'n Node<'a>)> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find_map(|(key, value)| {
        let Value::Text(word) = &key.value else { return None };
        let mut contents = BlockYaml::mapping().contents();
        let (content, _) = contents.find(|(_, name)| *name == word.as_ref())?;
        Some((content, value))
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
