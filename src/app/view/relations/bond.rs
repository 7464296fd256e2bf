//! What is told of two actors, by either of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{ActorIx, ActorKind, Briefing, Relation, RelationView, Tone};

/// What binds or parts two actors, in one spirit.
#[derive(Debug, Clone)]
pub(super) struct Bond<'a> {
    pub one: ActorIx,
    pub other: ActorIx,
    /// The spirit in which the first who tells of it does.
    pub tone: Option<Tone>,
    /// What the one tells of the other, each once.
    pub told: Vec<&'a Relation>,
    /// What the other tells of the one, each once.
    pub heard: Vec<&'a Relation>,
}

/// A relation, with who tells of it.
type Telling<'a> = (ActorIx, &'a Relation);

/// Every spirit, from friend to enemy, and that of which nothing is said.
pub(super) const TONES: [Option<Tone>; 6] = [
    Some(Tone::Ally),
    Some(Tone::Partner),
    Some(Tone::Neutral),
    Some(Tone::Strained),
    Some(Tone::Adversary),
    None,
];

impl Bond<'_> {
    /// Whether both tell the same of it.
    pub(super) fn is_mutual(&self) -> bool {
        let same = |(a, b): (&&Relation, &&Relation)| a.label == b.label && a.tone == b.tone;
        !self.told.is_empty()
            && self.told.len() == self.heard.len()
            && self.told.iter().zip(&self.heard).all(same)
    }

    /// As it is seen from the other.
    pub(super) fn turned(&self) -> Self {
        let tone = self.heard.first().map_or(self.tone, |relation| relation.tone);
        let (told, heard) = (self.heard.clone(), self.told.clone());
        Self { one: self.other, other: self.one, tone, told, heard }
    }
}

/// The bonds of one actor: those that it tells of, then those that only others do.
pub(super) fn of(briefing: &Briefing, one: ActorIx) -> Vec<Bond<'_>> {
    let mut places = HashMap::new();
    let mut pairs: Vec<(ActorIx, Vec<Telling>)> = Vec::new();
    let mut tell = |other: ActorIx, telling| {
        let at = *places.entry(other).or_insert_with(|| {
            pairs.push((other, Vec::new()));
            pairs.len() - 1
        });
        if let Some((_, tellings)) = pairs.get_mut(at) {
            tellings.push(telling);
        }
    };
    for RelationView { other, relation, own } in briefing.relations_of(one) {
        tell(other, (if own { one } else { other }, relation));
    }
    pairs.iter().flat_map(|(other, tellings)| between(one, *other, tellings)).collect()
}

/// The bonds between all states and persons, pair by pair.
pub(super) fn all(briefing: &Briefing) -> Vec<Bond<'_>> {
    let mut pairs: BTreeMap<_, Vec<Telling>> = BTreeMap::new();
    for teller in shown(briefing) {
        let relations = briefing.actor(teller).relations.iter();
        for relation in relations.filter(|relation| is_shown(briefing, relation.to)) {
            let pair = (teller.min(relation.to), teller.max(relation.to));
            pairs.entry(pair).or_default().push((teller, relation));
        }
    }
    let bonds = pairs.iter().flat_map(|((low, high), tellings)| {
        let told = tellings.iter().any(|(teller, _)| teller == low);
        let (one, other) = if told { (*low, *high) } else { (*high, *low) };
        between(one, other, tellings)
    });
    bonds.collect()
}

/// The states and persons, in the order of the file.
pub(super) fn shown(briefing: &Briefing) -> impl Iterator<Item = ActorIx> {
    (0..briefing.actors.len()).map(ActorIx::new).filter(|at| is_shown(briefing, *at))
}

fn is_shown(briefing: &Briefing, at: ActorIx) -> bool {
    matches!(briefing.actor(at).kind, Some(ActorKind::State | ActorKind::Person))
}

/// What two tell of each other, one bond for each spirit in which the one does; what the other
/// tells in a spirit of its own stands with the first of them.
fn between<'a>(one: ActorIx, other: ActorIx, tellings: &[Telling<'a>]) -> Vec<Bond<'a>> {
    let mut bonds: Vec<Bond> = Vec::new();
    let mut said = HashSet::new();
    let mut new =
        |relation: &&'a Relation, told| said.insert((relation.label.as_str(), relation.tone, told));
    let (told, heard): (Vec<Telling>, _) = tellings.iter().partition(|(teller, _)| *teller == one);
    for (_, relation) in told.into_iter().filter(|(_, relation)| new(relation, true)) {
        let at = bonds.iter().position(|bond| bond.tone == relation.tone);
        bond(&mut bonds, at, one, other, relation).told.push(relation);
    }
    for (_, relation) in heard.into_iter().filter(|(_, relation)| new(relation, false)) {
        let same = bonds.iter().position(|bond| bond.tone == relation.tone);
        let at = same.or_else(|| (!bonds.is_empty()).then_some(0));
        bond(&mut bonds, at, one, other, relation).heard.push(relation);
    }
    bonds
}

/// The bond at `at`, or a new one.
fn bond<'b, 'a>(
    bonds: &'b mut Vec<Bond<'a>>,
    at: Option<usize>,
    one: ActorIx,
    other: ActorIx,
    relation: &Relation,
) -> &'b mut Bond<'a> {
    let at = at.unwrap_or_else(|| {
        let (told, heard) = (Vec::new(), Vec::new());
        bonds.push(Bond { one, other, tone: relation.tone, told, heard });
        bonds.len() - 1
    });
    &mut bonds[at]
}
