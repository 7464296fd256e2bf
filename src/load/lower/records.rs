//! The glossary, the timeline and the sources.

use crate::load::date;
use crate::load::lowering::Lowering;
use crate::load::raw::Node;
use crate::load::reference;
use crate::load::shape;
use crate::model::{Event, Source, Term};

pub(super) fn term(cx: &mut Lowering<'_>, node: Node<'_>) -> Option<Term> {
    let keys = &["id", "term", "aliases", "definition", "sources"];
    let mut fields = cx.fields(node, "a term", keys)?;
    let id = cx.id(&mut fields);
    let term = cx.needed(&mut fields, "term").unwrap_or_else(|| id.clone());
    let aliases = cx.words_list(fields.take("aliases"), "`aliases`");
    let definition = fields.need(cx, "definition");
    let definition = cx.text(definition, "`definition`").unwrap_or_default();
    Some(Term { id, term, aliases, definition, sources: cx.sources(&mut fields) })
}

/// An event; none without a date, for a timeline has no place for it.
pub(super) fn event(cx: &mut Lowering<'_>, node: Node<'_>) -> Option<Event> {
    let date = shape::event_date(cx.file, &node);
    let mut fields = cx.fields(node, "an event", &["id", "date", "title", "text", "sources"])?;
    let id = cx.id(&mut fields);
    if let Some(node) = fields.need(cx, "date")
        && let Some(word) = cx.scalar(&node, "`date`", "a date")
        && let Err(why) = date::period(&word)
    {
        cx.bad_date(&node, why);
    }
    let title = cx.needed(&mut fields, "title").unwrap_or_else(|| id.clone());
    let text = cx.prose(&mut fields, "text");
    let sources = cx.sources(&mut fields);
    Some(Event { id, date: date?, title, text, sources })
}

pub(super) fn source(cx: &mut Lowering<'_>, node: Node<'_>) -> Option<Source> {
    let mut fields = cx.fields(node, "a source", &["id", "title", "publisher", "date", "url"])?;
    let id = cx.id(&mut fields);
    Some(Source {
        title: cx.needed(&mut fields, "title").unwrap_or_else(|| id.clone()),
        id,
        publisher: cx.optional(&mut fields, "publisher"),
        date: cx.date(fields.take("date"), "`date`"),
        url: fields.take("url").and_then(|node| url(cx, &node)).map(Into::into),
    })
}

fn url(cx: &mut Lowering<'_>, node: &Node<'_>) -> Option<String> {
    let address = cx.words(node, "`url`")?;
    reference::url(&address).map_err(|fault| cx.report(node, fault)).ok()
}
