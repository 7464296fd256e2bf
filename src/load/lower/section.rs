//! Sections and their blocks.

use std::ops::Range;

use crate::base::visible;
use crate::load::addresses::{EntityKind, Lookup};
use crate::load::decode::Fields;
use crate::load::faults::Fault;
use crate::load::id::is_id;
use crate::load::lint::{Mentions, Names};
use crate::load::lowering::Lowering;
use crate::load::raw::{Node, Value};
use crate::load::reference;
use crate::load::rule::{BLOCK, EMPTY, SPEAKER, UNKNOWN_KEY};
use crate::load::shape::{self, KINDS, Shape};
use crate::load::words::{beginning, short};
use crate::model::{
    ActorIx, Block, BlockIx, BlockKind, Confidence, Evidence, Section, Speaker, Text,
};

const KEYS: &[&str] = &["title", "summary", "body"];
const INLINE: &[&str] = &["id", "title", "summary", "body"];
const BLOCK_KEYS: &[&str] = &[
    "id",
    "text",
    "quote",
    "list",
    "note",
    "question",
    "cue",
    "heading",
    "evidence",
    "confidence",
    "sources",
    "from",
    "about",
    "hint",
    "minutes",
];

/// The keys that a kind of block may have beside its own and `id`.
fn beside(kind: &str) -> &'static [&'static str] {
    match kind {
        "text" | "list" => &["evidence", "confidence", "sources"],
        "quote" => &["evidence", "confidence", "sources", "from"],
        "note" => &["evidence", "confidence", "sources", "about"],
        "question" => &["hint", "minutes", "sources"],
        _ => &[],
    }
}

/// What is being lowered.
struct Place<'p> {
    /// The section's position.
    section: usize,
    /// The section's id.
    id: &'p str,
    /// The number that the block has among those that are no headings, counted from 1.
    number: usize,
}

/// A section, which has a key `id` if it stands `inline`.
pub(super) fn lower(
    cx: &mut Lowering<'_>,
    node: Node<'_>,
    inline: bool,
    at: usize,
    id: &str,
    names: &Names,
) -> Option<Section> {
    let keys = if inline { INLINE } else { KEYS };
    let mut fields = cx.fields(node, "a section", keys)?;
    let title = cx.needed(&mut fields, "title").unwrap_or_else(|| id.to_owned());
    let summary = cx.prose(&mut fields, "summary");
    let body = fields.need(cx, "body").map(|node| items(cx, node, "body")).unwrap_or_default();
    let mut mentions = Mentions::new(names);
    let mut place = Place { section: at, id, number: 0 };
    let mut blocks = Vec::with_capacity(body.len());
    for node in body {
        blocks.extend(block(cx, node, &mut place, &mut mentions));
    }
    blocks.shrink_to_fit();
    mentions.report(cx);
    Some(Section { id: id.to_owned(), title, summary, blocks })
}

fn block(
    cx: &mut Lowering<'_>,
    node: Node<'_>,
    place: &mut Place<'_>,
    mentions: &mut Mentions<'_>,
) -> Option<Block> {
    let shape = shape::block(cx.file, &node);
    place.number += usize::from(shape != Shape::Heading);
    if !node.is_map() {
        let fault = Fault::new(&BLOCK, "a block must be a mapping such as `text: ...`");
        cx.report(&node, fault.help("write `text:` before it to make it a paragraph"));
        return None;
    }
    let kind = shape::block_kind(&node).map(|(kind, _)| kind);
    let mut fields = cx.fields(node, "a block", BLOCK_KEYS)?;
    let Some(kind) = kind else {
        if !fields.misspells(KINDS) {
            let fault = Fault::new(&BLOCK, "this block has no content");
            cx.fault(fields.at(), fault.help(format!("give it one of: {}", KINDS.join(", "))));
        }
        return None;
    };
    misplaced(cx, &fields, kind);
    let id = fields.take("id");
    let id = id.as_ref().and_then(|id| id.spelling(&cx.file.text));
    let id = id.map(|id| visible(beginning(id)).into_owned());
    let id = id.unwrap_or_else(|| match shape {
        Shape::Heading => String::new(),
        _ => format!("p{}", place.number),
    });
    let kind = content(cx, &mut fields, kind, place, mentions);
    let all = Evidence::ALL.map(|(value, name, _)| (value, name));
    Some(Block {
        id,
        kind: kind?,
        evidence: cx.choice(fields.take("evidence"), "`evidence`", &all),
        confidence: cx.choice(fields.take("confidence"), "`confidence`", &Confidence::ALL),
        sources: cx.sources(&mut fields),
    })
}

/// Reports keys that this kind of block cannot have.
fn misplaced(cx: &mut Lowering<'_>, fields: &Fields<'_>, kind: &str) {
    let faults: Vec<(Range<usize>, Fault)> = fields
        .keys()
        .filter(|(key, _)| *key != kind && *key != "id" && !beside(kind).contains(key))
        .map(|(key, at)| (at, refused(key, kind)))
        .collect();
    for (at, fault) in faults {
        cx.fault(at, fault);
    }
}

fn refused(key: &str, kind: &str) -> Fault {
    if KINDS.contains(&key) {
        return Fault::new(&BLOCK, format!("this block is a `{kind}` and a `{key}` at once"))
            .help(format!("make the `{key}` a block of its own: begin its line with `- `"));
    }
    let fault = Fault::new(&UNKNOWN_KEY, format!("a `{kind}` has no key `{key}`"));
    let allowed: Vec<_> = ["id"].into_iter().chain(beside(kind).iter().copied()).collect();
    fault.help(format!("beside `{kind}` it may have: {}", allowed.join(", ")))
}

fn content(
    cx: &mut Lowering<'_>,
    fields: &mut Fields<'_>,
    kind: &'static str,
    place: &Place<'_>,
    mentions: &mut Mentions<'_>,
) -> Option<BlockKind> {
    let node = fields.take(kind)?;
    if kind == "list" {
        return list(cx, node, mentions);
    }
    let text = cx.text_of(&node, &format!("`{kind}`"));
    if let Some(text) = &text
        && !matches!(kind, "heading" | "cue")
    {
        mentions.read(cx, &node, text);
    }
    Some(match kind {
        "heading" => BlockKind::Heading(text?),
        "quote" => {
            let from = fields.take("from").and_then(|node| speaker(cx, &node, mentions.names()));
            if let Some(Speaker::Actor(at)) = &from {
                mentions.linked(*at);
            }
            BlockKind::Quote { text: text?, from }
        }
        "note" => {
            let about = fields.take("about").and_then(|node| about(cx, &node, place));
            BlockKind::Note { text: text?, about }
        }
        "question" => question(cx, fields, text?),
        "cue" => BlockKind::Cue(text?),
        _ => BlockKind::Paragraph(text?),
    })
}

fn list(cx: &mut Lowering<'_>, node: Node<'_>, mentions: &mut Mentions<'_>) -> Option<BlockKind> {
    let items = items(cx, node, "list");
    let texts: Vec<_> = items
        .iter()
        .filter_map(|item| {
            let text = cx.text_of(item, "an item of `list`")?;
            mentions.read(cx, item, &text);
            Some(text)
        })
        .collect();
    if texts.is_empty() { None } else { Some(BlockKind::List(texts)) }
}

/// The items of the list of `key`; a fault if there is none.
fn items<'a>(cx: &mut Lowering<'_>, node: Node<'a>, key: &str) -> Vec<Node<'a>> {
    if matches!(&node.value, Value::List(items) if items.is_empty()) {
        let help = match key {
            "body" => "write a block, or take the section out",
            _ => "write an item, or remove the block",
        };
        cx.report(&node, Fault::new(&EMPTY, format!("`{key}` is empty")).help(help));
        return Vec::new();
    }
    cx.items(node, &format!("`{key}`"))
}

fn question(cx: &mut Lowering<'_>, fields: &mut Fields<'_>, text: Text) -> BlockKind {
    let hint = cx.prose(fields, "hint");
    let minutes = cx.positive(fields.take("minutes"), "`minutes`");
    BlockKind::Question { text, hint, minutes }
}

/// Who is quoted: an actor by id, or anybody by name.
fn speaker(cx: &mut Lowering<'_>, node: &Node<'_>, names: &Names) -> Option<Speaker> {
    let name = cx.scalar(node, "`from`", "an actor's id or a name")?;
    match cx.addresses.find(EntityKind::Actor, &name) {
        Lookup::At(at) => return Some(Speaker::Actor(ActorIx::new(at))),
        Lookup::Nothing => {
            if let Some(id) = meant(cx, &name, names) {
                let message =
                    format!("there is no actor `{}`, so it is read as a name", short(&name));
                let help = format!("did you mean `{}`?", short(&id));
                cx.report(node, Fault::new(&SPEAKER, message).help(help));
            }
        }
        Lookup::Lost => {}
    }
    Some(Speaker::Named(name))
}

/// The id of the actor who goes by `name`, or nearly so.
fn meant(cx: &Lowering<'_>, name: &str, names: &Names) -> Option<String> {
    let id = if is_id(name) {
        cx.nearest(&SPEAKER, name, cx.addresses.all(EntityKind::Actor))
    } else {
        None
    };
    id.or_else(|| {
        let near = cx.nearest(&SPEAKER, name, names.all())?;
        names.id_of(&near).map(str::to_owned)
    })
}

fn about(cx: &mut Lowering<'_>, node: &Node<'_>, place: &Place<'_>) -> Option<BlockIx> {
    let address = cx.scalar(node, "`about`", "a paragraph's id")?;
    match reference::block(cx, place.section, place.id, &address) {
        Ok(at) => at,
        Err(fault) => {
            cx.report(node, fault);
            None
        }
    }
}
