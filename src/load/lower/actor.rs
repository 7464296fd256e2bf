//! Actors and how they stand to each other.

use crate::load::addresses::EntityKind;
use crate::load::decode::Fields;
use crate::load::lowering::Lowering;
use crate::load::raw::Node;
use crate::load::reference;
use crate::model::{Actor, ActorIx, ActorKind, Relation, Tone};

const KEYS: &[&str] = &["id", "name", "aliases", "kind", "role", "stance", "relations", "sources"];

pub(super) fn lower(cx: &mut Lowering<'_>, node: Node<'_>) -> Option<Actor> {
    let mut fields = cx.fields(node, "an actor", KEYS)?;
    let id = cx.id(&mut fields);
    Some(Actor {
        name: cx.needed(&mut fields, "name").unwrap_or_else(|| id.clone()),
        id,
        aliases: cx.words_list(fields.take("aliases"), "`aliases`"),
        kind: cx.choice(fields.take("kind"), "`kind`", ActorKind::ALL),
        role: cx.prose(&mut fields, "role"),
        stance: cx.prose(&mut fields, "stance"),
        relations: relations(cx, &mut fields),
        sources: cx.sources(&mut fields),
    })
}

fn relations(cx: &mut Lowering<'_>, fields: &mut Fields<'_>) -> Vec<Relation> {
    let Some(node) = fields.take("relations") else { return Vec::new() };
    let items = cx.items(node, "`relations`");
    items.into_iter().filter_map(|node| relation(cx, node)).collect()
}

fn relation(cx: &mut Lowering<'_>, node: Node<'_>) -> Option<Relation> {
    let mut fields = cx.fields(node, "a relation", &["to", "label", "tone"])?;
    let to = fields.need(cx, "to").and_then(|node| actor(cx, &node));
    let label = cx.needed(&mut fields, "label");
    let tone = cx.choice(fields.take("tone"), "`tone`", Tone::ALL);
    Some(Relation { to: to?, label: label?, tone })
}

fn actor(cx: &mut Lowering<'_>, node: &Node<'_>) -> Option<ActorIx> {
    let id = cx.scalar(node, "`to`", "an actor's id")?;
    match reference::find(cx, EntityKind::Actor, &id) {
        Ok(at) => at.map(ActorIx::new),
        Err(fault) => {
            cx.report(node, fault);
            None
        }
    }
}
