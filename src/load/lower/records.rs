//! The glossary, the timeline and the sources.

use crate::load::format::{EventYaml, SourceYaml, TermYaml};
use crate::load::lowering::Lowering;
use crate::load::shown;
use crate::load::yaml::YamlNode;
use crate::model::{Event, Source, Term};

pub(super) fn term(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Term> {
    let TermYaml { id, term, aliases, definition, sources } = cx.mapping(node)?;
    let id = id.take(cx).unwrap_or_default();
    Some(Term {
        term: term.take(cx).unwrap_or_else(|| id.clone()),
        id,
        aliases: aliases.take(cx),
        definition: definition.take(cx).unwrap_or_default(),
        sources: sources.take(cx),
    })
}

/// An event; none without a date, for a timeline has no place for it.
pub(super) fn event(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Event> {
    // By this the event was counted when addresses were collected; reading it tells what is wrong.
    let counted = shown::event_date(cx.file, &node);
    let EventYaml { id, date, title, text, sources } = cx.mapping(node)?;
    let id = id.take(cx).unwrap_or_default();
    date.take(cx);
    let title = title.take(cx).unwrap_or_else(|| id.clone());
    let (text, sources) = (text.take(cx), sources.take(cx));
    Some(Event { id, date: counted?, title, text, sources })
}

pub(super) fn source(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Source> {
    let SourceYaml { id, title, publisher, date, url } = cx.mapping(node)?;
    let id = id.take(cx).unwrap_or_default();
    Some(Source {
        title: title.take(cx).unwrap_or_else(|| id.clone()),
        id,
        publisher: publisher.take(cx),
        date: date.take(cx),
        url: url.take(cx).map(Into::into),
    })
}
