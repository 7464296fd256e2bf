//! What holds of whatever was loaded. The targets assert it; a panic is a find.

use attache::base::hazard;
use attache::diagnostic::{Diagnostic, Location, json, one_line, rich};
use attache::export::{self, Edition, Markdown, Plain};
use attache::load::Loaded;
use attache::model::{Briefing, Text};
use attache::text::Glyphs;

/// How many diagnostics there may be: a thousand, and one that counts the others.
const MOST: usize = 1001;
/// How many of them are rendered: that takes longer than loading, and they do not know of each other.
const RENDERED: usize = 20;

/// Holds what was loaded from `files`, each a path inside the briefing `b` and its bytes.
pub fn hold(loaded: &Loaded, files: &[(&str, &[u8])]) {
    assert!(loaded.diagnostics.len() <= MOST);
    for diagnostic in &loaded.diagnostics {
        hold_locations(diagnostic, files);
    }
    loaded.diagnostics.iter().take(RENDERED).for_each(hold_rendered);
    if let Some(briefing) = &loaded.briefing {
        texts(briefing).into_iter().for_each(hold_text);
        hold_documents(briefing);
    }
}

fn hold_locations(diagnostic: &Diagnostic, files: &[(&str, &[u8])]) {
    for location in std::iter::once(&diagnostic.at).chain(diagnostic.also.iter().map(|(at, _)| at))
    {
        let file = files.iter().find(|(path, _)| location.file.strip_prefix("b/") == Some(path));
        hold_location(location, file.map_or(&[], |(_, bytes)| bytes));
    }
}

/// Holds that a diagnostic is safe to print in each of its forms.
fn hold_rendered(diagnostic: &Diagnostic) {
    hold_safe(&rich(diagnostic, false));
    for line in [one_line(diagnostic), json(diagnostic)] {
        hold_safe(&line);
        assert!(!line.contains('\n'), "{line:?}");
    }
}

/// Holds that a location is in its file, and its excerpt what stands there.
fn hold_location(location: &Location, bytes: &[u8]) {
    if let Some(excerpt) = &location.excerpt {
        assert!(excerpt.text.get(excerpt.marked.clone()).is_some(), "{excerpt:?}");
        assert!(!excerpt.text.contains('\n'), "{excerpt:?}");
    }
    let Some(span) = location.span else { return };
    assert!(span.start <= span.end && span.end <= bytes.len(), "{location:?}");
    // Where bytes are no text, one character may stand for several.
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    assert!(text.get(span.start..span.end).is_some(), "{location:?}");
    let before = &text[..span.start];
    let before = before.strip_prefix('\u{FEFF}').unwrap_or(before);
    let line = before.rsplit('\n').next().unwrap_or_default();
    assert_eq!(span.line, before.matches('\n').count() + 1, "{location:?}");
    assert_eq!(span.column, line.chars().count() + 1, "{location:?}");
}

/// Holds that the spans of `text` cover its words from end to end, and that the words are safe.
pub fn hold_text(text: &Text) {
    hold_safe(&text.plain);
    let mut end = 0;
    for span in &text.spans {
        assert_eq!(span.range.start, end, "{text:?}");
        assert!(
            text.plain.get(span.range.clone()).is_some_and(|words| !words.is_empty()),
            "{text:?}"
        );
        assert!(span.source.start <= span.source.end, "{text:?}");
        end = span.range.end;
    }
    assert_eq!(end, text.plain.len(), "{text:?}");
}

/// Holds that `briefing` can be written as each kind of document, and that those are safe.
fn hold_documents(briefing: &Briefing) {
    let mut out = Vec::new();
    let plain = Plain { width: 40, glyphs: &Glyphs::ASCII };
    export::print(briefing, Edition::default(), plain, None, &mut out).expect("memory takes it");
    Markdown::default()
        .print(briefing, Edition::default(), None, &mut out)
        .expect("memory takes it");
    export::json(briefing, Edition::default(), None, &mut out).expect("memory takes it");
    hold_safe(std::str::from_utf8(&out).expect("documents are UTF-8"));
}

/// Holds that nothing in `words` drives a terminal.
fn hold_safe(words: &str) {
    assert_eq!(words.chars().find(|c| hazard(*c).is_some()), None, "{words:?}");
}

/// Every text of a briefing that may have markup.
pub fn texts(briefing: &Briefing) -> Vec<&Text> {
    let mut texts: Vec<&Text> = Vec::from_iter(&briefing.summary);
    texts.extend(briefing.sections.iter().filter_map(|section| section.summary.as_ref()));
    texts.extend(briefing.blocks().flat_map(|(_, block)| block.texts()));
    texts.extend(briefing.instruments.iter().filter_map(|instrument| instrument.summary.as_ref()));
    texts.extend(briefing.articles().flat_map(|(_, article)| article.texts()));
    texts.extend(briefing.actors.iter().flat_map(|actor| [&actor.role, &actor.stance]).flatten());
    texts.extend(briefing.terms.iter().map(|term| &term.definition));
    texts.extend(briefing.events.iter().filter_map(|event| event.text.as_ref()));
    for asked in &briefing.discussion {
        texts.extend([Some(&asked.question), asked.hint.as_ref()].into_iter().flatten());
    }
    for asked in &briefing.quiz {
        texts.push(&asked.question);
        texts.extend(asked.choices.iter().chain(&asked.why));
    }
    texts
}
