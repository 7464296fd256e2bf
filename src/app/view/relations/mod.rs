//! Who stands how to whom: one actor in the middle; on the other side, all states and persons, as
//! a picture where there is room for one and as a list where there is not.

mod bond;
mod force;
mod picture;
mod words;

use std::sync::Arc;

use crate::app::{Item, Pane};
use crate::command::Command;
use crate::desk::{Area, text_column};
use crate::model::{ActorIx, Briefing, Target};
use crate::text::{Link, count};

use super::{Acted, Scene};

pub use picture::{Picture, Sample, Spot, Tie};

/// The actor in the middle, the side that is seen, and those who stood in the middle before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relations {
    middle: Option<ActorIx>,
    side: Side,
    trail: Vec<Step>,
}

/// What is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Side {
    /// The relations of the actor in the middle.
    One,
    /// The pairs of all states and persons, so many of both, and what is told of them.
    All { picture: Option<Arc<Picture>>, items: Arc<[Item]>, actors: usize, pairs: usize },
}

/// A middle that was left, with the side that was seen and the item that the cursor was on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    middle: Option<ActorIx>,
    side: Side,
    at: usize,
}

impl Relations {
    /// The relations of an actor; none if the briefing has none.
    pub(in crate::app) fn new(middle: Option<ActorIx>) -> Self {
        Self { middle, side: Side::One, trail: Vec::new() }
    }

    /// The picture, while it is what is seen.
    pub fn picture(&self) -> Option<&Picture> {
        match &self.side {
            Side::All { picture, .. } => picture.as_deref(),
            Side::One => None,
        }
    }

    /// Whether there is a middle to go back to.
    pub(in crate::app) fn has_trail(&self) -> bool {
        !self.trail.is_empty()
    }

    pub(super) fn items(&self, scene: &Scene) -> (Vec<Item>, usize) {
        let items = match (&self.side, self.middle) {
            (_, None) => words::no_actors(),
            (Side::One, Some(middle)) => words::one(middle, scene),
            (Side::All { items, .. }, Some(_)) => items.to_vec(),
        };
        (items, self.first())
    }

    /// The item that the cursor begins at: the first relation, or the actor in the middle.
    fn first(&self) -> usize {
        match self.picture() {
            Some(picture) => {
                let here = |spot: &Spot| Some(spot.actor) == self.middle;
                picture.spots.iter().position(here).unwrap_or(0)
            }
            None if matches!(self.side, Side::One) => 2,
            None => 1,
        }
    }

    pub(super) fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        let at = pane.cursor().item;
        match command {
            Command::Follow if pane.link().is_none() => match pane.focus().and_then(Item::link) {
                Some(Link::To(Target::Actor(other))) => self.walk(other, at),
                _ => Acted::No,
            },
            Command::Back => match self.trail.pop() {
                Some(Step { middle, side, at }) => {
                    (self.middle, self.side) = (middle, side);
                    self.reshape(scene);
                    Acted::Changed(Some(at))
                }
                None => Acted::No,
            },
            Command::TurnView if self.middle.is_some() => {
                self.side = match self.side {
                    Side::One => Side::all(scene),
                    Side::All { .. } => Side::One,
                };
                Acted::Changed(Some(self.first()))
            }
            // The eye is on the picture: a key goes from name to name, not from line to line.
            Command::LineDown if self.picture().is_some() => {
                let last = pane.items().len().saturating_sub(1);
                Acted::Changed(Some((at + 1).min(last)))
            }
            Command::LineUp if self.picture().is_some() => {
                Acted::Changed(Some(at.saturating_sub(1)))
            }
            _ => Acted::No,
        }
    }

    /// Takes another actor into the middle; the cursor was on item `at`.
    pub(in crate::app) fn walk(&mut self, to: ActorIx, at: usize) -> Acted {
        if !matches!(self.side, Side::One) || self.middle != Some(to) {
            let side = std::mem::replace(&mut self.side, Side::One);
            self.trail.push(Step { middle: self.middle, side, at });
            self.middle = Some(to);
        }
        Acted::Changed(Some(self.first()))
    }

    /// Makes the picture for the room that there is now. Whether it is another, or is one only now
    /// or no longer.
    pub(in crate::app) fn reshape(&mut self, scene: &Scene) -> bool {
        let Side::All { picture, .. } = &self.side else { return false };
        let fits = match picture {
            Some(picture) => picture.room == scene.room,
            None => !picture::has_room(scene),
        };
        if !fits {
            self.side = Side::all(scene);
        }
        !fits
    }

    pub(super) fn content(&self, body: Area, measure: usize) -> Area {
        match self.picture() {
            Some(picture) => picture.beside(body),
            None => text_column(body, measure),
        }
    }

    pub(super) fn status(&self, briefing: &Briefing, pane: &Pane) -> String {
        match (&self.side, self.middle) {
            (_, None) => String::new(),
            (Side::One, Some(_)) => {
                let is_relation = |item: &&Item| matches!(item.link(), Some(Link::To(_)));
                let number = pane.items().iter().filter(is_relation).count();
                let relations = count(number, "relation");
                match self.trail.last() {
                    Some(Step { middle: Some(before), side: Side::One, .. }) => {
                        format!("{relations}, from {}", briefing.actor(*before).name)
                    }
                    _ => relations,
                }
            }
            (Side::All { picture, actors, pairs, .. }, Some(_)) => {
                let left_out = picture.as_ref().map_or(0, |picture| picture.left_out);
                if left_out > 0 {
                    return format!("{} of {actors} actors", actors.saturating_sub(left_out));
                }
                format!("{}, {}", count(*actors, "actor"), count(*pairs, "pair"))
            }
        }
    }
}

impl Side {
    fn all(scene: &Scene) -> Self {
        let briefing = scene.setting.briefing;
        let bonds = bond::all(briefing);
        let picture = picture::has_room(scene).then(|| Arc::new(Picture::new(scene, &bonds)));
        let pairs = bonds.iter().filter(|bond| bond.one != bond.other);
        let mut pairs: Vec<_> = pairs.map(|bond| (bond.one, bond.other)).collect();
        pairs.dedup();
        let items = match &picture {
            Some(picture) => words::beside(picture, &bonds, scene),
            None => words::all(&bonds, scene),
        };
        let (actors, pairs) = (bond::shown(briefing).count(), pairs.len());
        Self::All { picture, items: items.into(), actors, pairs }
    }
}
