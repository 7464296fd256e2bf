//! The bonds as items.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::desk::Item;
use crate::model::{ActorIx, Relation, Target, Tone};
use crate::text::{self, Element, Face, Link, Rich, Role, Sheet, Typesetting};

use super::super::super::words;
use super::super::Scene;
use super::bond::{self, Bond, TONES};
use super::picture::Picture;

/// Without any actor.
pub(super) fn no_actors() -> Vec<Item> {
    vec![ready(words::NO_ACTORS)]
}

/// An actor, and its bonds in groups of one spirit.
pub(super) fn one(middle: ActorIx, scene: &Scene) -> Vec<Item> {
    let setting = &scene.setting;
    let bonds = bond::of(setting.briefing, middle);
    let mut items = vec![head(middle, setting)];
    if bonds.is_empty() {
        items.push(note(words::NO_RELATIONS));
        return items;
    }
    for (tone, group) in groups(&bonds) {
        items.push(Item::Label(Arc::new(rubric(tone, group.len(), setting))));
        items.extend(group.into_iter().map(|bond| {
            let mut sheet = Sheet::default();
            from_one(&mut sheet, bond, setting);
            Item::Row(Arc::new(sheet), Link::To(Target::Actor(bond.other)))
        }));
    }
    let glyphs = setting.glyphs;
    let name = &setting.briefing.actor(middle).name;
    items.push(note(&words::who_says_so(name, glyphs)));
    items
}

/// The bonds of all states and persons in groups of one spirit, then those who have none.
pub(super) fn all(bonds: &[Bond], scene: &Scene) -> Vec<Item> {
    let setting = &scene.setting;
    let mut items = Vec::new();
    for (tone, group) in groups(bonds) {
        items.push(Item::Label(Arc::new(rubric(tone, group.len(), setting))));
        items.extend(group.into_iter().map(|bond| {
            let mut sheet = Sheet::default();
            of_both(&mut sheet, bond, setting);
            Item::Row(Arc::new(sheet), Link::To(Target::Actor(bond.one)))
        }));
    }
    if !items.is_empty() {
        items.push(note(&words::first_says_so(setting.glyphs)));
    }
    let bound: HashSet<_> = bonds.iter().flat_map(|bond| [bond.one, bond.other]).collect();
    let mut alone = bond::shown(setting.briefing).filter(|at| !bound.contains(at)).peekable();
    if alone.peek().is_some() {
        items.push(note(words::WITHOUT_RELATION));
        items.extend(alone.map(|at| {
            let mut sheet = Sheet::default();
            let name = name(&mut sheet, at, setting);
            sheet.push(Element::new(name));
            Item::Row(Arc::new(sheet), Link::To(Target::Actor(at)))
        }));
    }
    if items.is_empty() {
        items.push(ready(words::NO_STATES));
    }
    items
}

/// The bonds of each state and person in the picture, in the order of their weight.
pub(super) fn beside(picture: &Picture, bonds: &[Bond], scene: &Scene) -> Vec<Item> {
    let setting = &scene.setting;
    let mut of: HashMap<ActorIx, Vec<Bond>> = HashMap::new();
    for bond in bonds {
        if bond.one != bond.other {
            of.entry(bond.other).or_default().push(bond.turned());
        }
        of.entry(bond.one).or_default().push(bond.clone());
    }
    let items = picture.vertices.iter().map(|vertex| {
        let mut sheet = Sheet::default();
        sheet.push(Element::new(named(vertex.actor, setting)));
        let bonds = of.remove(&vertex.actor).unwrap_or_default();
        if bonds.is_empty() {
            sheet.push(Element::new(Rich::new(words::ALONE, Role::Faint)));
        }
        for (tone, group) in groups(&bonds) {
            sheet.elements.extend(rubric(tone, group.len(), setting).elements);
            for bond in group {
                from_one(&mut sheet, bond, setting);
            }
        }
        Item::Leading(Arc::new(sheet), Link::To(Target::Actor(vertex.actor)))
    });
    let items: Vec<_> = items.collect();
    if items.is_empty() { vec![ready(words::NO_STATES)] } else { items }
}

fn groups<'a, 'b>(
    bonds: &'b [Bond<'a>],
) -> impl Iterator<Item = (Option<Tone>, Vec<&'b Bond<'a>>)> {
    TONES.into_iter().filter_map(move |tone| {
        let group: Vec<_> = bonds.iter().filter(|bond| bond.tone == tone).collect();
        (!group.is_empty()).then_some((tone, group))
    })
}

/// Who stands in the middle: name, kind, role, and how often it is cited. Enter shows where.
fn head(at: ActorIx, setting: &Typesetting) -> Item {
    let actor = setting.briefing.actor(at);
    let mut sheet = Sheet::default();
    sheet.push(Element::new(named(at, setting)));
    if let Some(role) = &actor.role {
        let rich = sheet.rich(role, Role::Body);
        sheet.push(Element::new(rich));
    }
    let target = Target::Actor(at);
    let cited = setting.briefing.extent(setting.briefing.index().cited_by(&target));
    if cited.numbered() > 0 {
        let link = sheet.link(Link::CitedBy(target.clone()));
        let (before, number) = words::cited_by(cited);
        let mut rich = Rich::new(before, Role::Faint);
        rich.link(&number, Role::Link, link);
        sheet.push(Element::new(rich));
    }
    Item::Leading(Arc::new(sheet), Link::CitedBy(target))
}

/// A name in bold, and what it is.
fn named(at: ActorIx, setting: &Typesetting) -> Rich {
    let actor = setting.briefing.actor(at);
    let mut rich = Rich::new(&actor.name, Face { strong: true, ..Role::Heading.into() });
    if let Some(kind) = actor.kind {
        rich.push(&format!("  {}", kind.words()), Role::Faint);
    }
    rich
}

/// `━━ Ally  3`
fn rubric(tone: Option<Tone>, bonds: usize, setting: &Typesetting) -> Sheet {
    let mark = setting.glyphs.tone(tone);
    let mut rich = Rich::new(&format!("{mark}{mark} "), tone_role(tone));
    rich.push(words::tones(tone), Face { strong: true, ..Role::Label.into() });
    rich.push(&format!("  {bonds}"), Role::Faint);
    let mut sheet = Sheet::default();
    sheet.push(Element::new(rich));
    sheet
}

fn tone_role(tone: Option<Tone>) -> Role {
    match tone {
        Some(Tone::Ally) => Role::Actor,
        Some(Tone::Partner) => Role::Link,
        Some(Tone::Strained) => Role::Note,
        Some(Tone::Adversary) => Role::Warning,
        Some(Tone::Neutral) | None => Role::Faint,
    }
}

/// A bond as it is seen from the one: `→ Vladimir Putin · co-signatory`, and below it what the
/// other says, if that is something else.
fn from_one(sheet: &mut Sheet, bond: &Bond, setting: &Typesetting) {
    let glyphs = setting.glyphs;
    if glyphs.are_spoken() {
        return from_one_told(sheet, bond, setting);
    }
    let (first, second) = match (bond.told.is_empty(), bond.is_mutual()) {
        (_, true) => ((glyphs.mutual, &bond.told), None),
        (false, false) => ((glyphs.arrow, &bond.told), Some((glyphs.back, &bond.heard))),
        (true, false) => ((glyphs.back, &bond.heard), None),
    };
    let mut rich = other(sheet, bond, setting);
    told(&mut rich, first.1, bond.tone, setting);
    sheet.push(Element::new(rich).hung(&format!("{} ", first.0), Role::Faint));
    if let Some((mark, relations)) = second.filter(|(_, relations)| !relations.is_empty()) {
        let mut rich = Rich::default();
        told(&mut rich, relations, bond.tone, setting);
        sheet.push(Element::new(rich).hung(&format!("  {mark} "), Role::Faint));
    }
}

/// The same as it is told.
fn from_one_told(sheet: &mut Sheet, bond: &Bond, setting: &Typesetting) {
    let own = !bond.told.is_empty();
    let ([before, behind], first) = match (own, bond.is_mutual()) {
        (_, true) => (text::words::MUTUAL_RELATION, &bond.told),
        (own, false) => (text::words::relation(own), if own { &bond.told } else { &bond.heard }),
    };
    let mut rich = Rich::new(before, Role::Body);
    rich.append(other(sheet, bond, setting)).push(behind, Role::Body);
    let mut words = Rich::default();
    told(&mut words, first, bond.tone, setting);
    rich.append(words);
    sheet.push(Element::new(rich));
    if own && !bond.is_mutual() && !bond.heard.is_empty() {
        let mut rich = Rich::default();
        told(&mut rich, &bond.heard, bond.tone, setting);
        sheet.push(Element::new(rich).hung(words::IN_TURN, Role::Faint));
    }
}

/// A bond as it is seen from outside: `Russia → North Korea · 2024 treaty`, and below it the other
/// direction, if something else is told there.
fn of_both(sheet: &mut Sheet, bond: &Bond, setting: &Typesetting) {
    let glyphs = setting.glyphs;
    let (one, other) = (bond.one, bond.other);
    let rows = match (bond.told.is_empty(), bond.is_mutual()) {
        (_, true) => vec![(one, glyphs.mutual, other, &bond.told)],
        (true, _) => vec![(other, glyphs.arrow, one, &bond.heard)],
        _ => vec![(one, glyphs.arrow, other, &bond.told), (other, glyphs.arrow, one, &bond.heard)],
    };
    for (n, (from, mark, to, relations)) in rows.into_iter().enumerate() {
        if relations.is_empty() {
            continue;
        }
        let mut rich = if n == 0 { name(sheet, from, setting) } else { plain(from, setting) };
        rich.push(&format!(" {mark} "), Role::Faint);
        rich.append(match n {
            _ if one == other => Rich::new(words::ITSELF, Role::Body),
            0 => name(sheet, to, setting),
            _ => plain(to, setting),
        });
        told(&mut rich, relations, bond.tone, setting);
        let lead = if n == 0 { "" } else { "  " };
        sheet.push(Element::new(rich).hung(lead, Role::Body));
    }
}

/// Adds what is told, and in what spirit if that is not the bond's.
fn told(rich: &mut Rich, relations: &[&Relation], tone: Option<Tone>, setting: &Typesetting) {
    for relation in relations.iter().filter(|relation| !relation.label.is_empty()) {
        let dot = if rich.is_empty() { String::new() } else { format!(" {} ", setting.glyphs.dot) };
        rich.push(&dot, Role::Faint);
        rich.push(&relation.label, Role::Body);
        if relation.tone != tone {
            let tone = relation.tone.map_or(words::NO_TONE, Tone::words);
            rich.push(&format!(" ({tone})"), Role::Faint);
        }
    }
}

/// An actor's name as a link to its card.
fn name(sheet: &mut Sheet, at: ActorIx, setting: &Typesetting) -> Rich {
    let link = sheet.link(Link::To(Target::Actor(at)));
    let mut rich = Rich::default();
    rich.link(&setting.briefing.actor(at).name, Role::Actor, link);
    rich
}

/// The other's name as a link, unless it is the one's own.
fn other(sheet: &mut Sheet, bond: &Bond, setting: &Typesetting) -> Rich {
    if bond.one == bond.other {
        return Rich::new(words::ITSELF, Role::Body);
    }
    name(sheet, bond.other, setting)
}

fn plain(at: ActorIx, setting: &Typesetting) -> Rich {
    Rich::new(&setting.briefing.actor(at).name, Role::Body)
}

fn sentence(words: &str, role: Role) -> Arc<Sheet> {
    let mut sheet = Sheet::default();
    sheet.push(Element::new(Rich::new(words, role)));
    Arc::new(sheet)
}

fn ready(words: &str) -> Item {
    Item::Ready(sentence(words, Role::Body))
}

fn note(words: &str) -> Item {
    Item::Label(sentence(words, Role::Faint))
}
