//! What can be told of an item before its texts are read: whether it will be in the model.
//!
//! Addresses are collected before anything is lowered, so both passes must agree on which items
//! count.

use super::date;
use super::format::{BlockYaml, Content, Yaml};
use super::markup::says_nothing;
use super::yaml::{YamlNode, YamlValue};
use crate::diagnostic::File;
use crate::model::Period;

/// Whether a block can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockShape {
    /// It is a heading.
    Heading,
    /// It is anything else.
    Other,
    /// It says nothing that can be shown.
    Broken,
}

/// The shape of a block.
pub(super) fn block(file: &File, node: &YamlNode<'_>) -> BlockShape {
    match block_content(node) {
        Some((content, value)) if !has_content(file, content, value) => BlockShape::Broken,
        Some((Content::Heading, _)) => BlockShape::Heading,
        Some(_) => BlockShape::Other,
        None => BlockShape::Broken,
    }
}

/// Whether the value of a key that makes a block this says anything.
fn has_content(file: &File, content: Content, value: &YamlNode<'_>) -> bool {
    match (content, &value.value) {
        (Content::List, YamlValue::List(items)) => items.iter().any(|item| point_says(file, item)),
        (Content::List, _) => false,
        (Content::Quote, YamlValue::List(items)) => items.iter().any(|item| says(file, item)),
        (Content::Table, _) => is_table(value),
        _ => says(file, value),
    }
}

/// What a block is, by the first key that says so, with that key's value.
pub(super) fn block_content<'n, 'a>(node: &'n YamlNode<'a>) -> Option<(Content, &'n YamlNode<'a>)> {
    let YamlValue::Map(entries) = &node.value else { return None };
    entries.iter().find_map(|(key, value)| {
        let YamlValue::Text(word) = &key.value else { return None };
        let mut contents = BlockYaml::mapping().contents();
        let (content, _) = contents.find(|(_, name)| *name == word.as_ref())?;
        Some((content, value))
    })
}

/// Whether a point of a list, or one below it, says anything.
pub(super) fn point_says(file: &File, node: &YamlNode<'_>) -> bool {
    if !node.is_map() {
        return says(file, node);
    }
    let below = match node.get("list").map(|list| &list.value) {
        Some(YamlValue::List(items)) => items.as_slice(),
        _ => &[],
    };
    node.get("text").is_some_and(|text| says(file, text))
        || below.iter().any(|item| point_says(file, item))
}

/// Whether a node is a table that can be shown: one with a row.
pub(super) fn is_table(node: &YamlNode<'_>) -> bool {
    let Some(YamlValue::List(rows)) = node.get("rows").map(|rows| &rows.value) else {
        return false;
    };
    rows.iter().any(|row| matches!(row.value, YamlValue::List(_)))
}

/// Whether a node has words.
pub(super) fn says(file: &File, node: &YamlNode<'_>) -> bool {
    node.spelling(&file.text).is_some_and(|words| !words.trim().is_empty() && !says_nothing(words))
}

/// When an event was, if it has a date.
pub(super) fn event_date(file: &File, node: &YamlNode<'_>) -> Option<Period> {
    date::period(node.get("date")?.spelling(&file.text)?.trim()).ok()
}

/// Whether an item of an instrument's articles is a heading over those that follow.
pub(super) fn is_part(node: &YamlNode<'_>) -> bool {
    node.get("part").is_some() && node.get("number").is_none()
}
