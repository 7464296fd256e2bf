//! What briefing.yaml says of the briefing itself.

use crate::load::decode::Fields;
use crate::load::faults::Fault;
use crate::load::lowering::Lowering;
use crate::load::raw::{Node, Value};
use crate::load::rule::{FORMAT, VALUE};
use crate::load::words::short;
use crate::model::Briefing;

/// The version of the format that this reads.
const VERSION: &str = "1";

pub(super) fn lower(cx: &mut Lowering<'_>, mut fields: Fields<'_>, briefing: &mut Briefing) {
    if let Some(node) = fields.need(cx, "format") {
        format(cx, &node);
    }
    if let Some(title) = cx.needed(&mut fields, "title") {
        briefing.title = title;
    }
    briefing.subtitle = cx.optional(&mut fields, "subtitle");
    briefing.summary = cx.prose(&mut fields, "summary");
    if let Some(node) = fields.take("language")
        && let Some(tag) = language(cx, &node)
    {
        briefing.language = tag;
    }
    briefing.date = cx.date(fields.take("date"), "`date`");
    briefing.updated = cx.date(fields.take("updated"), "`updated`");
    briefing.authors = cx.words_list(fields.take("authors"), "`authors`");
    briefing.license = cx.optional(&mut fields, "license");
}

fn format(cx: &mut Lowering<'_>, node: &Node<'_>) {
    let version = node.spelling(&cx.file.text).unwrap_or_default();
    if matches!(node.value, Value::Number) && version == VERSION {
        return;
    }
    let fault = match version {
        "" => Fault::new(&FORMAT, "`format` must be 1").help("write `format: 1`"),
        VERSION => Fault::new(&FORMAT, "`format` must be a number, and this is text")
            .help("take the quotes off: `format: 1`"),
        version => Fault::new(
            &FORMAT,
            format!("this reads format 1, and the briefing says `{}`", short(version)),
        )
        .help("write `format: 1`, or take a newer attache"),
    };
    cx.report(node, fault);
}

fn language(cx: &mut Lowering<'_>, node: &Node<'_>) -> Option<String> {
    let tag = cx.words(node, "`language`")?;
    let mut parts = tag.split('-');
    let first = parts.next().is_some_and(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
    });
    let rest = parts.all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    if first && rest {
        return Some(tag);
    }
    let message = format!("`{}` is no language tag", short(&tag));
    cx.report(node, Fault::new(&VALUE, message).help("for example en, ko or pt-BR (BCP 47)"));
    None
}
