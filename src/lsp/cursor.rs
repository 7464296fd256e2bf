//! What is being written at a place of a text that need not be YAML yet: a key, or which value.
//!
//! Lines tell that by their indents, upwards from the cursor.

use crate::base::cut;
use crate::load::{FormatKey, Mapping, ValueType, mapping_in};

/// What is being written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Written {
    /// A key of a mapping, from a byte on.
    Key(&'static Mapping, usize),
    /// A value of this type, from a byte on.
    Value(&'static ValueType, usize),
}

/// A step on the way from the whole file to a place in it.
#[derive(Debug, PartialEq, Eq)]
enum Step<'t> {
    /// To the value of a key.
    Key(&'t str),
    /// To an item of a list.
    Item,
}

/// Where such steps lead.
#[derive(Debug, Clone, Copy)]
enum Level {
    /// Into a mapping.
    In(&'static Mapping),
    /// To a value.
    At(&'static ValueType),
}

/// What is being written at a byte of a file that is `whole` of a mapping.
pub(super) fn at(text: &str, byte: usize, whole: &'static Mapping) -> Option<Written> {
    let before = cut(text, ..byte);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = Line::of(cut(before, start..));
    let mut way = above(cut(text, ..start), &line);
    way.extend(line.dashes.iter().map(|_| Step::Item));
    let mut level = Level::In(whole);
    for step in way {
        level = level.next(&step)?;
    }
    written(level, line.words, start + line.column)
}

/// What is being written in the words of a line, or of a flow, which begin at a byte.
fn written(level: Level, words: &str, start: usize) -> Option<Written> {
    let mapping = match level {
        Level::In(mapping) => Some(mapping),
        Level::At(value) => mapping_in(value, false).filter(|_| !is_list(value)),
    };
    if let Some(mapping) = mapping
        && let Some((key, value)) = key_of(words)
    {
        let row = row(mapping, key)?;
        let blank = value.len() - value.trim_start().len();
        let start = start + words.len() - value.len() + blank;
        return value_in(&row.value, value.trim_start(), start);
    }
    match (level, mapping) {
        (Level::At(value), _) if begins_value(value, words) => value_in(value, words, start),
        // A section, a source, a point: a word by itself, or a mapping.
        (Level::At(value), Some(_)) if may_be_word(value) => Some(Written::Value(value, start)),
        (_, Some(mapping)) => Some(Written::Key(mapping, start)),
        (Level::At(value), None) if !is_list(value) => Some(Written::Value(value, start)),
        _ => None,
    }
}

/// What is being written in a value, which may be a flow.
fn value_in(value: &'static ValueType, words: &str, start: usize) -> Option<Written> {
    if !begins_flow(value, words) {
        let quoted = words.strip_prefix(['"', '\'']).unwrap_or(words);
        let start = start + words.len() - quoted.len();
        return match value {
            ValueType::List(_) | ValueType::Mapping(_) => None,
            value => Some(Written::Value(value, start)),
        };
    }
    let mut open: Vec<Level> = vec![Level::At(value)];
    let mut from = 0;
    for (at, c) in outside_quotes(words) {
        match c {
            '[' | '{' => {
                let Level::At(value) = inner(*open.last()?, cut(words, from..at))? else {
                    return None;
                };
                let is_list = c == '[';
                open.push(if is_list {
                    Level::At(item(value)?)
                } else {
                    Level::In(mapping_in(value, false)?)
                });
            }
            ']' | '}' => {
                open.pop();
            }
            ',' => {}
            _ => continue,
        }
        from = at + 1;
    }
    if open.len() < 2 {
        return None;
    }
    let rest = cut(words, from..);
    let blank = rest.len() - rest.trim_start().len();
    written(*open.last()?, rest.trim_start(), start + from + blank)
}

/// The characters that stand in no quotes, each with its byte.
fn outside_quotes(words: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    words.char_indices().filter(move |&(_, c)| {
        let is_quote = matches!(c, '"' | '\'');
        match quote {
            Some(open) if open == c => quote = None,
            None if is_quote => quote = Some(c),
            _ => return quote.is_none(),
        }
        false
    })
}

/// What a bracket opens that stands behind `words`, such as a key.
fn inner(level: Level, words: &str) -> Option<Level> {
    match (level, key_of(words.trim_start())) {
        (Level::In(mapping), Some((key, _))) => Some(Level::At(&row(mapping, key)?.value)),
        (level, _) => Some(level),
    }
}

fn row(mapping: &'static Mapping, key: &str) -> Option<&'static FormatKey> {
    mapping.keys.iter().find(|row| row.name == key)
}

fn is_list(value: &ValueType) -> bool {
    matches!(value, ValueType::List(_))
}

fn item(value: &'static ValueType) -> Option<&'static ValueType> {
    match value {
        ValueType::List(of) => Some(of),
        ValueType::Provisions | ValueType::Paragraphs => Some(value),
        _ => None,
    }
}

/// Whether words begin a value that goes by its own rules: a flow, or one in quotes.
fn begins_value(value: &ValueType, words: &str) -> bool {
    begins_flow(value, words) || words.starts_with(['"', '\''])
}

/// Whether words begin a flow. In a text a bracket begins a link.
fn begins_flow(value: &ValueType, words: &str) -> bool {
    let is_text = matches!(
        value,
        ValueType::Prose
            | ValueType::Paragraphs
            | ValueType::PointEntry
            | ValueType::Provisions
            | ValueType::Cell
    );
    words.starts_with('{') || (words.starts_with('[') && !is_text)
}

fn may_be_word(value: &ValueType) -> bool {
    matches!(
        value,
        ValueType::SectionEntry
            | ValueType::SourceEntry
            | ValueType::PointEntry
            | ValueType::Provisions
    )
}

impl Level {
    fn next(self, step: &Step<'_>) -> Option<Self> {
        match (step, self) {
            (Step::Key(key), Self::In(mapping)) => Some(Self::At(&row(mapping, key)?.value)),
            (Step::Key(_), Self::At(ValueType::Elements)) => Some(Self::At(&ValueType::Prose)),
            (Step::Key(key), Self::At(value)) => {
                Self::In(mapping_in(value, false).filter(|_| !is_list(value))?)
                    .next(&Step::Key(key))
            }
            (Step::Item, Self::At(value)) => Some(Self::At(item(value)?)),
            (Step::Item, Self::In(_)) => None,
        }
    }
}

/// A line by its columns, in bytes.
struct Line<'t> {
    dashes: Vec<usize>,
    /// Where the words behind the dashes begin.
    column: usize,
    words: &'t str,
}

impl<'t> Line<'t> {
    fn of(line: &'t str) -> Self {
        let mut column = line.len() - line.trim_start_matches(' ').len();
        let mut dashes = Vec::new();
        loop {
            let rest = cut(line, column..);
            let Some(behind) = rest.strip_prefix("- ") else {
                return Self { dashes, column, words: rest };
            };
            dashes.push(column);
            column = line.len() - behind.trim_start_matches(' ').len();
        }
    }
}

/// The key that words begin with, and what stands behind its colon.
fn key_of(words: &str) -> Option<(&str, &str)> {
    let (key, value) = words.split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    (is_key && (value.is_empty() || value.starts_with([' ', '\n', '\r']))).then_some((key, value))
}

/// The way to a line, by the lines above it.
fn above<'t>(text: &'t str, line: &Line<'_>) -> Vec<Step<'t>> {
    let first = line.dashes.first();
    // A list may stand as far to the left as its key.
    let mut keys = first.map_or(line.column, |dash| dash + 1);
    let mut dashes = *first.unwrap_or(&line.column);
    let mut way = Vec::new();
    for above in text.lines().rev() {
        if keys == 0 {
            break;
        }
        let above = Line::of(above);
        if above.words.trim().is_empty() || above.words.starts_with('#') {
            continue;
        }
        if let Some((key, _)) = key_of(above.words)
            && above.column < keys
        {
            way.push(Step::Key(key));
            (keys, dashes) = (above.column, above.column);
        }
        for dash in above.dashes.iter().rev().filter(|dash| **dash < dashes).collect::<Vec<_>>() {
            if *dash < dashes {
                way.push(Step::Item);
                (keys, dashes) = (dash + 1, *dash);
            }
        }
    }
    way.reverse();
    way
}
