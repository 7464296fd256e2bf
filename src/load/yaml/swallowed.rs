//! Words that YAML takes for a tag or an anchor, and leaves out of the value.

use std::collections::HashSet;
use std::ops::Range;

use granit_parser::{Scanner, StrInput, TokenType};

/// What words were taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Swallowed {
    /// A tag that is none of YAML's own.
    Tag,
    /// An anchor that no alias names.
    Anchor,
}

/// The tags of YAML's core schema (YAML 1.2.2, 10.3).
const CORE: [&str; 7] = ["str", "int", "float", "bool", "null", "map", "seq"];

/// What is swallowed in the first document of `text`, with its bytes.
pub(super) fn swallowed(text: &str) -> Vec<(Range<usize>, Swallowed)> {
    let mut found = Vec::new();
    let mut anchors = Vec::new();
    let mut named = HashSet::new();
    let mut is_empty = true;
    for token in Scanner::new(StrInput::new(text)).map_while(Result::ok) {
        let (span, token) = token.into_parts();
        let at = span.byte_range().unwrap_or_default();
        match token {
            TokenType::DocumentStart if !is_empty => break,
            TokenType::Tag(handle, suffix) if handle != "!!" || !CORE.contains(&&*suffix) => {
                found.push((at, Swallowed::Tag));
            }
            TokenType::Anchor(name) => anchors.push((at, name)),
            TokenType::Alias(name) => {
                named.insert(name);
            }
            TokenType::BlockMappingStart
            | TokenType::BlockSequenceStart
            | TokenType::FlowMappingStart
            | TokenType::FlowSequenceStart => is_empty = false,
            _ => {}
        }
    }
    let unnamed = anchors.into_iter().filter(|(_, name)| !named.contains(name));
    found.extend(unnamed.map(|(at, _)| (at, Swallowed::Anchor)));
    found
}
