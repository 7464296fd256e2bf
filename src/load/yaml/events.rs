//! The tree of a text that has nothing unusual in it, straight from what the parser tells.
//!
//! That is almost every file, in half the time that [`super::full`] takes. What is unusual (an alias, an
//! anchor, a tag, a merge, a key that is no scalar, a second document, a number that is not decimal, a fault
//! of any kind) is left to that.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use super::bounds::{DEPTH, NODES};
use super::node::{YamlNode, YamlValue};

/// So many bytes cannot have more of anything than a file may have.
const LARGEST: usize = 16 << 20;
/// So many digits are a finite number.
const LONGEST: usize = 300;

/// The tree of `text`; `None` if there is anything unusual in it.
pub(super) fn tree(text: &str) -> Option<YamlNode<'_>> {
    if text.len() > LARGEST {
        return None;
    }
    let options = granit_parser::options! { flow_nesting_limit: DEPTH, emit_comments: false };
    let parser = Parser::new_from_str_with_options(text, options);
    let mut reader = EventReader { parser, nodes: 0 };
    let Event::StreamStart = reader.next()?.0 else { return None };
    let Event::DocumentStart(..) = reader.next()?.0 else { return None };
    let root = reader.node(0)?;
    let Event::DocumentEnd = reader.next()?.0 else { return None };
    let Event::StreamEnd = reader.next()?.0 else { return None };
    matches!(root.value, YamlValue::List(_) | YamlValue::Map(_)).then_some(root)
}

struct EventReader<'a> {
    parser: Parser<'a, StrInput<'a>>,
    nodes: usize,
}

impl<'a> EventReader<'a> {
    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        self.parser.next()?.ok()
    }

    /// The next node, inside so many others.
    fn node(&mut self, depth: usize) -> Option<YamlNode<'a>> {
        let (event, span) = self.next()?;
        self.node_of(event, &span, depth)
    }

    /// The node that begins with `event`.
    fn node_of(&mut self, event: Event<'a>, span: &Span, depth: usize) -> Option<YamlNode<'a>> {
        self.nodes += 1;
        let is_bounded = depth <= DEPTH && self.nodes < NODES / 2;
        let value = match event {
            _ if !is_bounded => return None,
            Event::Scalar(words, ScalarStyle::Plain, 0, None) => plain(words)?,
            Event::Scalar(words, _, 0, None) => text(words),
            Event::SequenceStart(_, 0, None) => YamlValue::List(self.list(depth + 1)?),
            Event::MappingStart(_, 0, None) => YamlValue::Map(self.map(depth + 1)?),
            _ => return None,
        };
        Some(YamlNode::new(value, span.byte_range()?))
    }

    fn list(&mut self, depth: usize) -> Option<Vec<YamlNode<'a>>> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if let Event::SequenceEnd = event {
                break;
            }
            items.push(self.node_of(event, &span, depth)?);
        }
        items.shrink_to_fit();
        Some(items)
    }

    fn map(&mut self, depth: usize) -> Option<Vec<(YamlNode<'a>, YamlNode<'a>)>> {
        let mut entries = Vec::new();
        loop {
            let (event, span) = self.next()?;
            match &event {
                Event::MappingEnd => break,
                // A merge: what it leads to becomes a part of this.
                Event::Scalar(words, ScalarStyle::Plain, ..) if words == "<<" => return None,
                Event::Scalar(..) => {}
                _ => return None,
            }
            entries.push((self.node_of(event, &span, depth)?, self.node(depth)?));
        }
        entries.shrink_to_fit();
        Some(entries)
    }
}

fn text(words: Cow<'_, str>) -> YamlValue<'_> {
    YamlValue::Text(match words {
        Cow::Borrowed(words) => Cow::Borrowed(words),
        Cow::Owned(mut words) => {
            words.shrink_to_fit();
            Cow::Owned(words)
        }
    })
}

/// What a plain scalar is in the core schema; `None` if it is a number that is not written in decimal
/// digits, or may be one.
fn plain(words: Cow<'_, str>) -> Option<YamlValue<'_>> {
    Some(match &*words {
        "" | "~" | "null" | "Null" | "NULL" => YamlValue::Null,
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => YamlValue::Bool,
        number if is_number(number)? => YamlValue::Number,
        _ => text(words),
    })
}

/// Whether `words` are a number; `None` if another reading of YAML must say it.
fn is_number(words: &str) -> Option<bool> {
    let digits = words.strip_prefix(['+', '-']).unwrap_or(words);
    let Some(first) = digits.bytes().next().filter(|b| b.is_ascii_digit() || *b == b'.') else {
        return Some(false);
    };
    if digits.bytes().all(|b| b.is_ascii_digit()) {
        // Zeros at the beginning are those of a name.
        let is_number = first != b'0' || digits.len() == 1;
        return (digits.len() <= LONGEST).then_some(is_number);
    }
    // Only behind a zero or a point may letters belong to a number, but for those of an exponent.
    let may_be = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'+' | b'-' | b'_' | b'e' | b'E');
    let is_name = matches!(first, b'1'..=b'9') && !words.bytes().all(may_be);
    if is_name || is_date(words) || words.bytes().any(|b| matches!(b, b' ' | b',' | b':' | 0x80..))
    {
        return Some(false);
    }
    let is_decimal = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'+' | b'-');
    if !words.bytes().all(is_decimal) {
        return None;
    }
    match words.parse::<f64>() {
        Ok(number) => number.is_finite().then_some(true),
        Err(_) => Some(false),
    }
}

/// Whether `words` are digits with a hyphen between them.
fn is_date(words: &str) -> bool {
    let begins = words.starts_with(|c: char| c.is_ascii_digit());
    begins && words.contains('-') && words.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}
