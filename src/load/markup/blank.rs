//! Whether a text says anything.

use pulldown_cmark::{Event, Options, Parser, Tag};

/// How many bytes one text may have.
pub(in crate::load) const LONGEST: usize = 1 << 20;

/// Whether `value` comes to no words at all, such as `**&nbsp;**`. Told without knowing what
/// its links lead to: an empty label takes a name, or its address.
pub(in crate::load) fn says_nothing(value: &str) -> bool {
    if value.len() > LONGEST {
        return value.get(..value.floor_char_boundary(LONGEST)).is_none_or(|v| v.trim().is_empty());
    }
    // Nearly every text begins with a letter, behind a mark or not, and need not be parsed.
    let marks = ['[', '*', '_', '(', '"', '\'', '\u{201C}', '\u{2018}'];
    if value.trim_start().trim_start_matches(marks).starts_with(char::is_alphanumeric) {
        return false;
    }
    let parser = Parser::new_ext(value, Options::empty());
    if parser.reference_definitions().iter().next().is_some() {
        return false;
    }
    !parser.into_iter().any(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => !dest_url.trim().is_empty(),
        Event::Start(tag) => !is_inline(&tag),
        Event::Text(words) | Event::Code(words) => !words.trim().is_empty(),
        Event::InlineHtml(_) | Event::Html(_) | Event::Rule => true,
        _ => false,
    })
}

/// Whether a text may have this.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph | Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }
    )
}
