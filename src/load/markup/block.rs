//! Blocks of Markdown, which text cannot have.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use crate::load::sentences::Refused;

/// What a block is called that is refused.
pub(super) fn refused_block(tag: &Tag<'_>) -> Refused {
    match tag {
        Tag::Heading { .. } => Refused::Heading,
        Tag::BlockQuote(_) => Refused::Quotation,
        Tag::List(_) | Tag::Item => Refused::List,
        Tag::CodeBlock(CodeBlockKind::Indented) => Refused::IndentedBlock,
        Tag::CodeBlock(_) => Refused::CodeBlock,
        Tag::HtmlBlock => Refused::Html,
        _ => Refused::OtherBlock,
    }
}

/// Passes over the rest of what was just opened.
pub(super) fn skip<'a>(events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) {
    let mut depth = 1_usize;
    for (event, _) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}
