//! The blocks of a section.

use std::ops::Range;

use super::{as_list, list, table};
use crate::load::addresses::{Destination, EntityKind};
use crate::load::decode::Entries;
use crate::load::fault::Fault;
use crate::load::format::{
    BlockYaml, Content, Field, FormatKey, HasType, Paragraph, Paragraphs, Presence, Prose,
    SpeakerName, Yaml,
};
use crate::load::id::is_id;
use crate::load::lint::{ActorNames, Mentions};
use crate::load::lowering::Lowering;
use crate::load::reference;
use crate::load::rule::SPEAKER;
use crate::load::sentences::{self, Subject};
use crate::load::shown::{self, BlockShape};
use crate::load::yaml::{YamlNode, YamlValue};
use crate::model::{ActorIx, Block, BlockIx, BlockKind, Speaker, Text};

/// Where a block stands.
pub(super) struct Here<'p> {
    /// The section's position.
    pub(super) section: usize,
    /// The section's id.
    pub(super) id: &'p str,
    /// The number that the block has among those that are no headings, counted from 1.
    pub(super) number: usize,
}

pub(super) fn lower(
    cx: &mut Lowering<'_>,
    node: YamlNode<'_>,
    here: &mut Here<'_>,
    mentions: &mut Mentions<'_>,
) -> Option<Block> {
    let shape = shown::block(cx.file, &node);
    here.number += usize::from(shape != BlockShape::Heading);
    if !node.is_map() {
        let (at, fault) = match cx.slip(&node) {
            Some((at, slip)) => (at, sentences::slip(slip)),
            None => (node.range(), sentences::no_block()),
        };
        cx.fault(at, fault);
        return None;
    }
    let content = shown::block_content(&node).map(|(content, _)| content);
    let entries = cx.entries(node, BlockYaml::mapping(), false)?;
    let Some(content) = content else {
        if !entries.misspells_content() {
            let all: Vec<_> = BlockYaml::mapping().contents().map(|(_, name)| name).collect();
            cx.fault(entries.at(), sentences::no_content(&all));
        }
        return None;
    };
    for (at, fault) in misplaced(&entries, content) {
        cx.fault(at, fault);
    }
    let text_key = entries.keys().find(|(key, _)| key.presence == Presence::Content(Content::Text));
    let text_key = text_key.map(|(_, at)| at);
    let BlockYaml {
        id,
        text,
        quote,
        list,
        table,
        note,
        question,
        cue,
        heading,
        evidence,
        confidence,
        sources,
        ordered,
        from,
        language,
        about,
        hint,
        minutes,
    } = entries.fields();
    let id = id.take(cx).unwrap_or_else(|| match shape {
        BlockShape::Heading => String::new(),
        _ => format!("p{}", here.number),
    });
    let mut of_table = Vec::new();
    let kind = match content {
        Content::Text => {
            let written = text.node.as_ref().zip(text_key);
            cx.as_list = written.and_then(|(node, key)| as_list::edits(&cx.file.text, &key, node));
            let read = read(cx, text, mentions);
            cx.as_list = None;
            read.map(BlockKind::Paragraph)
        }
        Content::Quote => paragraphs(cx, quote, mentions).map(|paragraphs| {
            let from = speaker(cx, from, mentions.names());
            if let Some(Speaker::Actor(at)) = &from {
                mentions.linked(*at);
            }
            BlockKind::Quote { paragraphs, from, language: language.take(cx) }
        }),
        Content::List => {
            let ordered = ordered.take(cx).unwrap_or_default();
            list::lower(cx, list, ordered, mentions).map(BlockKind::List)
        }
        Content::Table => table::lower(cx, table, mentions).map(|(table, rests_on)| {
            of_table = rests_on;
            BlockKind::Table(table)
        }),
        Content::Note => read(cx, note, mentions)
            .map(|text| BlockKind::Note { text, about: paragraph(cx, about, here) }),
        Content::Question => read(cx, question, mentions).map(|text| {
            let (hint, minutes) = (hint.take(cx), minutes.take(cx));
            BlockKind::Question { text, hint, minutes }
        }),
        Content::Cue => cue.take(cx).map(BlockKind::Cue),
        Content::Heading => heading.take(cx).map(BlockKind::Heading),
    };
    let mut sources = sources.take(cx);
    of_table.retain(|source| !sources.contains(source));
    sources.append(&mut of_table);
    Some(Block {
        id,
        kind: kind?,
        evidence: evidence.take(cx),
        confidence: confidence.take(cx),
        sources,
    })
}

/// What is wrong with the keys that stand beside this content, each with its place.
fn misplaced(entries: &Entries<'_>, content: Content) -> Vec<(Range<usize>, Fault)> {
    let name = BlockYaml::mapping().content_key(content);
    let faults = entries.keys().filter_map(|(key, at)| {
        let fault = match key.presence {
            Presence::Content(other) if other != content => sentences::two_contents(name, key.name),
            _ if may_stand(key, content) => return None,
            _ => {
                let keys = BlockYaml::mapping().keys.iter();
                let allowed = keys.filter(|key| key.name != name && may_stand(key, content));
                let allowed: Vec<_> = allowed.map(|key| key.name).collect();
                sentences::misplaced_key(name, key.name, &allowed)
            }
        };
        Some((at, fault))
    });
    faults.collect()
}

fn may_stand(key: &FormatKey, content: Content) -> bool {
    match key.presence {
        Presence::Required | Presence::Optional | Presence::Inline => true,
        Presence::Content(this) => this == content,
        Presence::Beside(these) => these.contains(&content),
    }
}

/// A text whose names and links count among what the section mentions.
fn read(
    cx: &mut Lowering<'_>,
    field: Field<'_, Prose>,
    mentions: &mut Mentions<'_>,
) -> Option<Text> {
    field.take_and(cx, |cx, node, text| mentions.read(cx, node, text))
}

/// The paragraphs of a quotation: a text, or a list of them.
fn paragraphs(
    cx: &mut Lowering<'_>,
    mut field: Field<'_, Paragraphs>,
    mentions: &mut Mentions<'_>,
) -> Option<Vec<Text>> {
    let node = field.node(cx)?;
    let key = field.key.name;
    let (items, subject) = match node.value {
        YamlValue::List(ref items) if items.is_empty() => {
            cx.fault(node.range(), sentences::empty_list(key));
            return None;
        }
        YamlValue::List(items) => (items, Subject::ItemOf(key)),
        _ => (vec![node], field.subject()),
    };
    let texts = items.iter().filter_map(|item| {
        let text = cx.text(item, subject)?;
        mentions.read(cx, item, &text);
        Some(text)
    });
    let texts: Vec<_> = texts.collect();
    if texts.is_empty() { None } else { Some(texts) }
}

/// Who is quoted: an actor by id, or anybody by name.
fn speaker(
    cx: &mut Lowering<'_>,
    mut field: Field<'_, SpeakerName>,
    names: &ActorNames,
) -> Option<Speaker> {
    let node = field.node(cx)?;
    let name = cx.scalar(&node, field.subject(), &SpeakerName::TYPE)?;
    match cx.addresses.find(EntityKind::Actor, &name) {
        Destination::At(at) => {
            cx.note(&node, "actor:", &name);
            return Some(Speaker::Actor(ActorIx::new(at)));
        }
        Destination::Nothing => {
            if let Some(id) = meant(cx, &name, names) {
                let certain = names.only_id_of(&name);
                let fault = sentences::unknown_speaker(&name, &id).meant(certain);
                cx.fault(node.range(), fault);
            }
        }
        Destination::Lost => {}
    }
    Some(Speaker::Named(name))
}

/// The id of the actor who goes by `name`, or nearly so.
fn meant(cx: &Lowering<'_>, name: &str, names: &ActorNames) -> Option<String> {
    let ids = || cx.addresses.all(EntityKind::Actor);
    let id = if is_id(name) { cx.nearest(&SPEAKER, name, ids()) } else { None };
    id.or_else(|| {
        let near = cx.nearest(&SPEAKER, name, names.all())?;
        names.id_of(&near).map(str::to_owned)
    })
}

/// The paragraph that a note is on.
fn paragraph(
    cx: &mut Lowering<'_>,
    mut field: Field<'_, Paragraph>,
    here: &Here<'_>,
) -> Option<BlockIx> {
    let node = field.node(cx)?;
    let address = cx.scalar(&node, field.subject(), &Paragraph::TYPE)?;
    cx.note(&node, &format!("section:{}/", here.id), &address);
    if let Some(fault) = reference::position_here(cx, here.section, &address) {
        cx.fault(node.range(), fault);
    }
    let found = reference::block(cx, here.section, here.id, &address);
    cx.found(&node, found)
}
