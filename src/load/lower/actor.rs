//! Actors and how they stand to each other.

use crate::load::format::{ActorYaml, RelationYaml};
use crate::load::lowering::Lowering;
use crate::load::yaml::YamlNode;
use crate::model::{Actor, Relation};

pub(super) fn lower(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Actor> {
    let ActorYaml { id, name, aliases, kind, role, stance, relations, sources } =
        cx.mapping(node)?;
    let id = id.take(cx).unwrap_or_default();
    Some(Actor {
        name: name.take(cx).unwrap_or_else(|| id.clone()),
        id,
        aliases: aliases.take(cx),
        kind: kind.take(cx),
        role: role.take(cx),
        stance: stance.take(cx),
        relations: relations.items(cx).into_iter().filter_map(|node| relation(cx, node)).collect(),
        sources: sources.take(cx),
    })
}

fn relation(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Relation> {
    let RelationYaml { to, label, tone } = cx.mapping(node)?;
    let (to, label, tone) = (to.take(cx), label.take(cx), tone.take(cx));
    Some(Relation { to: to?, label: label?, tone })
}
