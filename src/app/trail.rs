//! The list of the places that the reader came from, and those that lie ahead after going back.

use std::sync::Arc;

use crate::model::Target;
use crate::text::{Element, Face, Link, Rich, Role, Setting, Sheet};

use super::place::Place;
use super::{App, Item, Overlay, Pane, PaneId, View};

impl App {
    /// Lists the places behind and ahead, the newest first, to jump to.
    pub(super) fn open_trail(&mut self) {
        let top = self.overlays.last();
        if top.is_some_and(|top| matches!(top.view, View::Trail)) {
            self.overlays.pop();
            return;
        }
        let (Some(here), Some(reader)) = (self.place(), &self.reader) else { return };
        let setting = reader.setting();
        let (past, future) = self.trail.places();
        let ahead = future.iter().map(|place| row(&setting, place, Stands::Ahead));
        let now = std::iter::once(row(&setting, &here, Stands::Here));
        let behind = past.iter().rev().map(|place| row(&setting, place, Stands::Behind));
        let items = ahead.chain(now).chain(behind).collect();
        // What a reader wants is most often the place before.
        let at = future.len() + usize::from(!past.is_empty());
        self.put(Overlay { view: View::Trail, pane: Pane::list(items) }, at);
    }

    /// Enter in the list: goes there by as many steps back or forward as it takes.
    pub(super) fn jump(&mut self) {
        let Some(list) = self.overlays.pop() else { return };
        let here = self.trail.places().1.len();
        let at = list.pane.cursor().item;
        if at == here {
            return;
        }
        let mut place = self.place();
        for _ in at..here {
            place = place.and_then(|from| self.trail.forward(from));
        }
        for _ in here..at {
            place = place.and_then(|from| self.trail.back(from));
        }
        self.return_to(place);
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
fn row(setting: &Setting, place: &Place, stands: Stands) -> Item {
    let mut sheet = Sheet::default();
    let section = setting.briefing.sections.get(place.section.get());
    let title = section.map_or("", |section| &section.title);
    let mut words = format!("{} {title}", place.section.get() + 1);
    if let Some(at) = place.block {
        words = format!("{words}, {}", setting.address(at));
    }
    let here = stands == Stands::Here;
    let face = Face { strong: here, ..if here { Role::Heading } else { Role::Link }.into() };
    let mut head = Rich::new(&words, face);
    if let Some(over) = over(setting, place) {
        setting.dot(&mut head);
        head.push(&over, Role::Faint);
    }
    if here {
        setting.dot(&mut head);
        head.push("here", Role::Accent);
    }
    let marks = setting.marks;
    let mark = match stands {
        Stands::Ahead => marks.arrow,
        Stands::Here => marks.named,
        Stands::Behind => marks.back,
    };
    sheet.push(Element::new(head).hung(&format!("{mark} "), Role::Faint));
    let words = place.block.and_then(|at| setting.beginning(at)).unwrap_or_default();
    let beginning = Element::new(Rich::new(&words, Role::Faint)).clipped(marks.ellipsis);
    sheet.push(beginning.hung("  ", Role::Faint));
    Item::Row(Arc::new(sheet), Link::To(target(place)))
}

fn target(place: &Place) -> Target {
    place.block.map_or(Target::Section(place.section), Target::Block)
}

/// What lay over the text, by name: a view or a card, else the pane that had the keys and what was
/// followed there.
fn over(setting: &Setting, place: &Place) -> Option<String> {
    if let Some(top) = place.overlays.last() {
        return Some(top.title(Some(setting.briefing)));
    }
    let pane = match place.active {
        PaneId::Text => return None,
        PaneId::Articles => "articles",
        PaneId::Actors => "actors",
    };
    let followed = place.chosen.get(place.active as usize).and_then(Option::as_ref);
    Some(followed.map_or_else(|| pane.to_owned(), |target| setting.briefing.name(target)))
}
