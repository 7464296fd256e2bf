//! Who stands how to whom: one actor in the middle; on the other side, all states and persons, as
//! a picture where there is room for one and as a list where there is not.

mod bond;
mod force;
mod picture;
mod sheets;

use std::sync::Arc;

use crate::command::{Command, Context, Follow, Motion, Program, Views};
use crate::desk::{Area, Begin, Item, Pane, text_column};
use crate::model::{ActorIx, Briefing, Target};
use crate::text::Link;

use super::super::footer::{Now, Offers};
use super::super::words;
use super::{Acted, Component, Scene};

pub use picture::{Edge, LegendLine, Picture, Vertex};

/// The actor in the middle, the side that is seen, and those who stood in the middle before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relations {
    middle: Option<ActorIx>,
    side: RelationsSide,
    trail: Vec<PastMiddle>,
}

/// What is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
enum RelationsSide {
    /// The relations of the actor in the middle.
    One,
    /// The pairs of all states and persons, so many of both, and what is told of them.
    All { picture: Option<Arc<Picture>>, items: Arc<[Item]>, actors: usize, pairs: usize },
}

/// A middle that was left, with the side that was seen and the item that the cursor was on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PastMiddle {
    middle: Option<ActorIx>,
    side: RelationsSide,
    at: usize,
}

impl Relations {
    /// The relations of an actor; none if the briefing has none.
    pub(in crate::app) fn new(middle: Option<ActorIx>) -> Self {
        Self { middle, side: RelationsSide::One, trail: Vec::new() }
    }

    /// The picture, while it is what is seen.
    pub fn picture(&self) -> Option<&Picture> {
        match &self.side {
            RelationsSide::All { picture, .. } => picture.as_deref(),
            RelationsSide::One => None,
        }
    }

    /// The item that the cursor begins at: the first relation, or the actor in the middle.
    fn first(&self) -> usize {
        match self.picture() {
            Some(picture) => {
                let here = |vertex: &Vertex| Some(vertex.actor) == self.middle;
                picture.vertices.iter().position(here).unwrap_or(0)
            }
            None if matches!(self.side, RelationsSide::One) => 2,
            None => 1,
        }
    }

    fn go_back(&mut self, scene: &Scene) -> Acted {
        let Some(PastMiddle { middle, side, at }) = self.trail.pop() else { return Acted::No };
        (self.middle, self.side) = (middle, side);
        self.make_picture(scene);
        Acted::Changed(Some(at))
    }

    fn turn(&mut self, scene: &Scene) -> Acted {
        self.side = match self.side {
            RelationsSide::One => RelationsSide::all(scene),
            RelationsSide::All { .. } => RelationsSide::One,
        };
        Acted::Changed(Some(self.first()))
    }

    /// Takes another actor into the middle; the cursor was on item `at`.
    pub(in crate::app) fn walk(&mut self, to: ActorIx, at: usize) -> Acted {
        if !matches!(self.side, RelationsSide::One) || self.middle != Some(to) {
            let side = std::mem::replace(&mut self.side, RelationsSide::One);
            self.trail.push(PastMiddle { middle: self.middle, side, at });
            self.middle = Some(to);
        }
        Acted::Changed(Some(self.first()))
    }

    /// Makes the picture for the room that there is now. Whether it is another, or is one only now
    /// or no longer.
    fn make_picture(&mut self, scene: &Scene) -> bool {
        let RelationsSide::All { picture, .. } = &self.side else { return false };
        let fits = match picture {
            Some(picture) => picture.room == scene.room,
            None => !picture::has_room(scene),
        };
        if !fits {
            self.side = RelationsSide::all(scene);
        }
        !fits
    }
}

impl Component for Relations {
    fn context(&self) -> Context {
        Context::Relations
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::RELATIONS.to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let items = match (&self.side, self.middle) {
            (_, None) => sheets::no_actors(),
            (RelationsSide::One, Some(middle)) => sheets::one(middle, scene),
            (RelationsSide::All { items, .. }, Some(_)) => items.to_vec(),
        };
        (items, Begin::at(self.first()))
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        let has_subject = now.has_chosen() || now.leads();
        let other_side = match self.side {
            RelationsSide::One if now.scene.as_ref().is_some_and(picture::has_room) => {
                words::PICTURE
            }
            RelationsSide::One => words::LIST,
            RelationsSide::All { .. } => words::ONE_ACTOR,
        };
        now.offers()
            .add(Motion::LineDown)
            .add(Follow::Follow)
            .when(!self.trail.is_empty(), Follow::Back)
            .named(self.middle.is_some(), Views::TurnView, other_side)
            .when(has_subject, Follow::CitedBy)
            .add(Motion::NextLink)
            .add(Program::Close)
            .add(Views::Help)
    }

    fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        let at = pane.cursor().item;
        match command {
            Command::Follow(Follow::Follow) if pane.link().is_none() => {
                match pane.focus().and_then(Item::link) {
                    Some(Link::To(Target::Actor(other))) => self.walk(other, at),
                    _ => Acted::No,
                }
            }
            Command::Follow(Follow::Back) => self.go_back(scene),
            Command::Views(Views::TurnView) if self.middle.is_some() => self.turn(scene),
            // The eye is on the picture: a key goes from name to name, not from line to line.
            Command::Motion(Motion::LineDown) if self.picture().is_some() => {
                let last = pane.items().len().saturating_sub(1);
                Acted::Changed(Some((at + 1).min(last)))
            }
            Command::Motion(Motion::LineUp) if self.picture().is_some() => {
                Acted::Changed(Some(at.saturating_sub(1)))
            }
            _ => Acted::No,
        }
    }

    fn content(&self, body: Area, measure: usize, _rows: Option<usize>) -> Area {
        match self.picture() {
            Some(picture) => picture.beside(body),
            None => text_column(body, measure),
        }
    }

    fn status(&self, scene: &Scene, pane: &Pane) -> String {
        let setting = &scene.setting;
        match (&self.side, self.middle) {
            (_, None) => String::new(),
            (RelationsSide::One, Some(_)) => {
                let is_relation = |item: &&Item| matches!(item.link(), Some(Link::To(_)));
                let number = pane.items().iter().filter(is_relation).count();
                match self.trail.last() {
                    Some(PastMiddle { middle: Some(before), side: RelationsSide::One, .. }) => {
                        words::relations_from(number, &setting.briefing.actor(*before).name)
                    }
                    _ => words::relations(number),
                }
            }
            (RelationsSide::All { picture, actors, pairs, .. }, Some(_)) => {
                let left_out = picture.as_ref().map_or(0, |picture| picture.left_out);
                if left_out > 0 {
                    return words::some_of_actors(actors.saturating_sub(left_out), *actors);
                }
                words::actors_and_pairs(*actors, *pairs)
            }
        }
    }

    /// The actor that the cursor is on.
    fn subject(&self, pane: &Pane) -> Option<Target> {
        pane.focus().and_then(Item::link).as_ref().and_then(Link::target)
    }

    fn reshape(&mut self, scene: &Scene) -> bool {
        self.make_picture(scene)
    }
}

impl RelationsSide {
    fn all(scene: &Scene) -> Self {
        let briefing = scene.setting.briefing;
        let bonds = bond::all(briefing);
        let picture = picture::has_room(scene).then(|| Arc::new(Picture::new(scene, &bonds)));
        let pairs = bonds.iter().filter(|bond| bond.one != bond.other);
        let mut pairs: Vec<_> = pairs.map(|bond| (bond.one, bond.other)).collect();
        pairs.dedup();
        let items = match &picture {
            Some(picture) => sheets::beside(picture, &bonds, scene),
            None => sheets::all(&bonds, scene),
        };
        let (actors, pairs) = (bond::shown(briefing).count(), pairs.len());
        Self::All { picture, items: items.into(), actors, pairs }
    }
}
