//! The list of the places that the reader came from, and those that lie ahead after going back.

use std::sync::Arc;

use crate::command::{Command, Context, Find};
use crate::desk::{Begin, Item, Pane, PaneId};
use crate::model::{Briefing, Target};
use crate::text::{Element, Face, Link, Rich, Role, Sheet};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::trail::{Trail, Waypoint};
use super::super::{Overlay, Reader, words};
use super::{Acted, Component, Scene, list_offers};

/// The places behind and ahead, the newest first, as they were when the list was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailList {
    rows: Vec<Item>,
    /// The row that stands for where the reader is.
    here: usize,
    /// Whether the beginning of a cue, or a list of the reader's own, may be named in it.
    is_private: bool,
}

impl TrailList {
    /// The places of a trail, with the one where the reader is.
    pub(in crate::app) fn new(trail: &Trail, here: &Waypoint, reader: &Reader) -> Self {
        let (past, future) = trail.places();
        let ahead = future.iter().map(|place| row(reader, place, Stands::Ahead));
        let now = std::iter::once(row(reader, here, Stands::Here));
        let behind = past.iter().rev().map(|place| row(reader, place, Stands::Behind));
        Self {
            rows: ahead.chain(now).chain(behind).collect(),
            here: future.len(),
            is_private: !reader.hides_own(),
        }
    }
}

impl Component for TrailList {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::TRAIL.to_owned()
    }

    /// What a reader wants is most often the place before.
    fn items(&self, _scene: &Scene) -> (Vec<Item>, Begin) {
        let at = if self.here + 1 < self.rows.len() { self.here + 1 } else { self.here };
        (self.rows.clone(), Begin::at(at))
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now.following(words::GO_THERE))
    }

    fn is_private(&self) -> bool {
        self.is_private
    }

    /// The key that opened the list closes it.
    fn act(&mut self, command: Command, _pane: &Pane, _scene: &Scene) -> Acted {
        match command {
            Command::Find(Find::Trail) => Acted::Asks(vec![Step::Close]),
            _ => Acted::No,
        }
    }

    /// Goes there by as many steps back or forward as it takes.
    fn follow(&self, pane: &Pane, _scene: &Scene) -> Vec<Step> {
        let ahead = isize::try_from(self.here).unwrap_or(isize::MAX);
        let at = isize::try_from(pane.cursor().item).unwrap_or(isize::MAX);
        vec![Step::Close, Step::Travel(ahead - at)]
    }
}

/// Where a place is on the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Ahead,
    Here,
    Behind,
}

/// A place: section and paragraph, what lay over it, and how it begins.
fn row(reader: &Reader, place: &Waypoint, stands: Stands) -> Item {
    let setting = reader.setting();
    let mut sheet = Sheet::default();
    let section = setting.briefing.sections.get(place.section.get());
    let title = section.map_or("", |section| &section.title);
    let words = match place.block {
        Some(at) => words::place_in(place.section, title, &setting.address(at)),
        None => words::numbered_section(place.section, title),
    };
    let here = stands == Stands::Here;
    let face = Face { strong: here, ..if here { Role::Heading } else { Role::Link }.into() };
    let mut head = Rich::new(&words, face);
    if let Some(over) = over(reader, place) {
        setting.dot(&mut head);
        head.push(&over, Role::Faint);
    }
    if here {
        setting.dot(&mut head);
        head.push(words::HERE, Role::Accent);
    }
    let glyphs = setting.glyphs;
    let mark = match stands {
        Stands::Ahead => glyphs.arrow,
        Stands::Here => glyphs.named,
        Stands::Behind => glyphs.back,
    };
    sheet.push(Element::new(head).hung(&format!("{mark} "), Role::Faint));
    let words = place.block.and_then(|at| setting.beginning(at)).unwrap_or_default();
    let beginning = Element::new(Rich::new(&words, Role::Faint)).clipped(glyphs.ellipsis);
    sheet.push(beginning.hung("  ", Role::Faint));
    Item::Row(Arc::new(sheet), Link::To(target(place)))
}

fn target(place: &Waypoint) -> Target {
    place.block.map_or(Target::Section(place.section), Target::Block)
}

/// What lay over the text, by name: a view or a card, else the pane that had the keys and what was
/// followed there.
fn over(reader: &Reader, place: &Waypoint) -> Option<String> {
    let comes_back = |over: &&Overlay| !(reader.hides_own() && over.view.is_private());
    if let Some(top) = place.overlays.iter().rev().find(comes_back) {
        return Some(top.title(Some(reader.briefing())));
    }
    let pane = match place.active {
        PaneId::Text => return None,
        PaneId::Articles => words::ARTICLES_PANE,
        PaneId::Actors => words::ACTORS_PANE,
    };
    let followed = place.chosen.get(place.active as usize).and_then(Option::as_ref);
    Some(followed.map_or_else(|| pane.to_owned(), |target| reader.briefing().name(target)))
}
