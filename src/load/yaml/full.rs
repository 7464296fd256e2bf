//! Any text to a tree or to what is wrong with it.
//!
//! serde would stop at the first value of the wrong type; the tree takes any shape, and `lower` finds all
//! that is wrong with it in one pass.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DefaultMessageFormatter, Error, Location, MessageFormatter, Spanned};

use super::bounds::{DEPTH, NODES, SCALAR_BYTES};
use super::node::{YamlNode, YamlValue};
use super::slip::Slip;
use super::swallowed::Swallowed;

/// How many nodes aliases may repeat.
const REPLAYED: usize = 20_000;
/// How many bytes of text aliases may repeat.
const RECORDED_BYTES: usize = 1 << 20;

/// Why a file is no tree, or what is wrong with the tree that it is.
#[derive(Debug)]
pub(in crate::load) struct YamlError {
    pub(in crate::load) kind: YamlErrorKind,
    /// Its bytes in the text. They may lie behind its end.
    pub(in crate::load) at: Range<usize>,
    /// What mends it for certain: words in place of bytes of the text. Empty if that is not known.
    pub(in crate::load) mend: Vec<(Range<usize>, String)>,
}

/// What kind of fault.
#[derive(Debug)]
pub(in crate::load) enum YamlErrorKind {
    /// There is nothing in it.
    Empty,
    /// It is no YAML.
    Syntax(Syntax),
    /// A tab stands where only spaces may, at the place or soon after it.
    Tab,
    /// Words that are left out of a value.
    Swallowed(Swallowed),
    /// It goes past a bound.
    Budget,
    /// A second document begins.
    Second,
}

/// Why a file is no YAML.
#[derive(Debug)]
pub(in crate::load) enum Syntax {
    /// A colon begins a value where none can be.
    Colon,
    /// A plain value begins with a character that it cannot begin with.
    Character,
    /// A key is not indented like the others.
    KeyIndent,
    /// An item is not indented like the others.
    ItemIndent,
    /// A line has no colon after its key.
    NoColon,
    /// A bracket is not closed.
    Bracket,
    /// A quote is not closed.
    Quote,
    /// An alias names nothing.
    Alias,
    /// A block scalar is not indented.
    BlockIndent,
    /// A backslash begins no escape.
    Escape,
    /// Something else at the place, which is what is to be changed.
    Slip(Slip),
    /// Anything else, in the parser's words.
    Other(String),
}

impl<'de> Deserialize<'de> for YamlValue<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(YamlVisitor)
    }
}

struct YamlVisitor;

impl<'de> Visitor<'de> for YamlVisitor {
    type Value = YamlValue<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<YamlValue<'de>, E> {
        Ok(YamlValue::Null)
    }

    fn visit_none<E>(self) -> Result<YamlValue<'de>, E> {
        Ok(YamlValue::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<YamlValue<'de>, E> {
        Ok(YamlValue::Bool)
    }

    fn visit_i64<E>(self, _: i64) -> Result<YamlValue<'de>, E> {
        Ok(YamlValue::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<YamlValue<'de>, E> {
        Ok(YamlValue::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<YamlValue<'de>, E> {
        Ok(YamlValue::Number)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<YamlValue<'de>, E> {
        Ok(YamlValue::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<YamlValue<'de>, E> {
        Ok(YamlValue::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, mut text: String) -> Result<YamlValue<'de>, E> {
        text.shrink_to_fit();
        Ok(YamlValue::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<YamlValue<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element::<Spanned<YamlValue<'de>>>()? {
            items.push(node(item));
        }
        items.shrink_to_fit();
        Ok(YamlValue::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<YamlValue<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<Spanned<YamlValue<'de>>>()? {
            entries.push((node(key), node(map.next_value::<Spanned<YamlValue<'de>>>()?)));
        }
        entries.shrink_to_fit();
        Ok(YamlValue::Map(entries))
    }
}

fn node(spanned: Spanned<YamlValue<'_>>) -> YamlNode<'_> {
    YamlNode::new(spanned.value, bytes(spanned.defined).unwrap_or_default())
}

fn bytes(at: Location) -> Option<Range<usize>> {
    let start = usize::try_from(at.span().byte_offset()?).ok()?;
    let len = usize::try_from(at.span().byte_len()?).ok()?;
    Some(start..start.checked_add(len)?)
}

fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: DEPTH,
            flow_nesting_limit: DEPTH,
            max_events: 2 * NODES,
            max_nodes: NODES,
            max_documents: 2,
            max_total_scalar_bytes: SCALAR_BYTES,
            max_aliases: 10_000,
            max_anchors: 10_000,
            max_recorded_anchor_bytes: RECORDED_BYTES,
        },
        alias_limits: serde_yaml::alias_limits! { max_total_replayed_events: REPLAYED },
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::PassThrough,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        non_finite_float_policy: serde_yaml::NonFiniteFloatPolicy::AsString,
        with_snippet: false,
    }
}

/// Reads the first document of `text`. A fault that leaves a tree (a second document) comes
/// beside it.
pub(super) fn parse(text: &str) -> (Option<YamlNode<'_>>, Option<YamlError>) {
    match serde_yaml::from_str_with_options::<Spanned<YamlValue<'_>>>(text, options()) {
        Ok(root) if matches!(root.value, YamlValue::Null) => {
            (None, Some(YamlError { kind: YamlErrorKind::Empty, at: 0..0, mend: Vec::new() }))
        }
        Ok(root) => (Some(node(root)), None),
        Err(error) => {
            let fault = fault(text, &error);
            let first = if matches!(fault.kind, YamlErrorKind::Second) {
                first(text, &error)
            } else {
                None
            };
            (first, Some(fault))
        }
    }
}

/// The first of several documents. `error` stands in the second.
fn first<'a>(text: &'a str, error: &Error) -> Option<YamlNode<'a>> {
    let start = bytes(error.location()?)?.start;
    let head = text.get(..start)?;
    let end = head.rfind("\n---").max(head.rfind("\n..."))?;
    let root = serde_yaml::from_str_with_options(head.get(..=end)?, options()).ok().map(node)?;
    if matches!(root.value, YamlValue::Null) { None } else { Some(root) }
}

fn fault(text: &str, error: &Error) -> YamlError {
    let error = error.without_snippet();
    let place = error.location().map(|at| (at.line(), at.column()));
    let at = place.map_or(0, |(line, column)| byte_at(text, line, column));
    let kind = match error {
        Error::MultipleDocuments { .. } => YamlErrorKind::Second,
        Error::Budget { .. } => YamlErrorKind::Budget,
        Error::Eof { .. } => YamlErrorKind::Empty,
        error => {
            let words = DefaultMessageFormatter.format_message(error);
            // What a value repeats of itself has no end.
            let bounds = ["limit exceeded", "budget", "recursive"];
            if bounds.iter().any(|bound| words.contains(bound)) {
                YamlErrorKind::Budget
            } else {
                syntax(&words)
            }
        }
    };
    YamlError { kind, at: at..at + 1, mend: Vec::new() }
}

/// The byte of `text` at a line and a column in characters, both counted from 1.
fn byte_at(text: &str, line: u64, column: u64) -> usize {
    let number = |n: u64| usize::try_from(n.saturating_sub(1)).unwrap_or(usize::MAX);
    let breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
    let Some(start) = std::iter::once(0).chain(breaks).nth(number(line)) else { return text.len() };
    let rest = text.get(start..).unwrap_or_default();
    rest.char_indices().nth(number(column)).map_or(text.len(), |(at, _)| start + at)
}

/// What the parser means.
fn syntax(words: &str) -> YamlErrorKind {
    /// Part of the parser's message, and what it means.
    const MEANINGS: [(&str, Syntax); 10] = [
        ("mapping values are not allowed", Syntax::Colon),
        ("unexpected character", Syntax::Character),
        ("did not find expected key", Syntax::KeyIndent),
        ("did not find expected '-' indicator", Syntax::ItemIndent),
        ("simple key expected ':'", Syntax::NoColon),
        ("unclosed bracket", Syntax::Bracket),
        ("unclosed quote", Syntax::Quote),
        ("unknown anchor", Syntax::Alias),
        ("block scalar", Syntax::BlockIndent),
        ("escape", Syntax::Escape),
    ];
    if words.contains("tab") && !words.contains("table") {
        return YamlErrorKind::Tab;
    }
    let meaning = MEANINGS.into_iter().find(|(part, _)| words.contains(part));
    let other = || Syntax::Other(words.to_owned());
    YamlErrorKind::Syntax(meaning.map_or_else(other, |(_, meaning)| meaning))
}
