//! The source line with a caret under the fault, for people.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::location::{Excerpt, Location};
use super::one_line::one_line;
use super::report::{Diagnostic, Severity};
use crate::base::{stand_in, unseen, visible_line};

/// The one-line form, then the source line with carets, the help and the other places, ending
/// in a line break. No colour unless `colour`.
pub fn rich(diagnostic: &Diagnostic, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    // Lines are cut to a window where they are read; the renderer shall not cut them again.
    let renderer = renderer.term_width(10_000);
    let mut out = one_line(diagnostic);
    out.push('\n');
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    snippet(&mut out, &renderer, level, &diagnostic.at);
    if let Some(help) = &diagnostic.help {
        line(&mut out, "help", help);
    }
    for (place, label) in &diagnostic.also {
        line(&mut out, "note", &format!("{label}: {}", place.words()));
        snippet(&mut out, &renderer, Level::NOTE, place);
    }
    out
}

fn line(out: &mut String, name: &str, words: &str) {
    out.push_str("  = ");
    out.push_str(name);
    out.push_str(": ");
    out.push_str(&visible_line(words));
    out.push('\n');
}

fn snippet(out: &mut String, renderer: &Renderer, level: Level<'_>, place: &Location) {
    let (Some(span), Some(excerpt)) = (place.span, &place.excerpt) else { return };
    let (text, marked) = shown(excerpt);
    let snippet = Snippet::source(text)
        .line_start(span.line)
        .annotation(AnnotationKind::Primary.span(marked));
    out.push_str(&renderer.render(&[Group::with_level(level).element(snippet)]));
    out.push('\n');
}

/// The excerpt as one safe line, with `...` where it was cut.
fn shown(excerpt: &Excerpt) -> (String, std::ops::Range<usize>) {
    let mut text = String::from(if excerpt.cut_before { "..." } else { "" });
    let unseen: Vec<usize> = unseen(&excerpt.text).iter().map(|one| one.range.start).collect();
    let mut marked = None;
    let mut end = None;
    for (at, c) in excerpt.text.char_indices() {
        if at >= excerpt.marked.start {
            marked.get_or_insert(text.len());
        }
        if at >= excerpt.marked.end {
            end.get_or_insert(text.len());
        }
        let seen = unseen.binary_search(&at).is_err();
        text.push(if seen { stand_in(c) } else { char::REPLACEMENT_CHARACTER });
    }
    let start = marked.unwrap_or(text.len());
    let end = end.unwrap_or(text.len());
    if excerpt.cut_after {
        text.push_str("...");
    }
    (text, start..end.max(start))
}
