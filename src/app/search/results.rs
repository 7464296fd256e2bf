//! The list of all matches, with the place of each in view above it.

use std::sync::Arc;

use crate::app::{App, Item, Overlay, Pane, View};
use crate::model::Briefing;
use crate::text::search::{Hit, Hits, Place};
use crate::text::{Element, Face, Rich, Role, Sheet};

use super::go::Aim;

impl App {
    /// Whether the list of all matches has the keys.
    pub(in crate::app) fn lists_matches(&self) -> bool {
        matches!(self.overlays.last(), Some(top) if matches!(top.view, View::Results(_)))
    }

    /// Lists all matches, or closes the list.
    pub(in crate::app) fn list_matches(&mut self) {
        if self.lists_matches() {
            return self.leave_list();
        }
        let matches = &self.search.matches;
        if self.search.waiting.is_some() || matches.fault.is_some() {
            return;
        }
        if matches.hits.total == 0 && matches.own.is_empty() {
            return self.say(match matches.query {
                Some(_) => format!("no match for {}", self.quoted()),
                None => "nothing is searched for; / begins".to_owned(),
            });
        }
        self.begin_search();
        self.prompt = None;
        self.keep_typed();
        let here = self.search.matches.landed == self.spot();
        if let Some(entry) = self.entry().filter(|_| !here || self.search.matches.at.is_none()) {
            self.search.matches.at = None;
            self.search.matches.landed = None;
            self.aim_list(entry);
        }
        let Some(reader) = &self.reader else { return };
        let hits = Arc::clone(&self.search.matches.hits);
        let plural = if hits.total == 1 { "" } else { "es" };
        let more = if hits.more { "+" } else { "" };
        let own = self.own_found().map_or_else(String::new, |own| format!(", {own}"));
        let title = format!("{}{more} match{plural} for {}{own}", hits.total, self.quoted());
        let mut items = items(&hits, &reader.briefing);
        let own = self.own_items();
        if !own.is_empty() {
            items.push(label("Your notes", Some(own.len())));
            items.extend(own);
        }
        let here = self.search.matches.here;
        let at =
            items.iter().position(|item| matches!(item, Item::Found(hit) if Some(*hit) == here));
        let pane = Pane::list(items);
        self.put(Overlay { view: View::Results(title), pane }, at.unwrap_or(0));
        // The panes have half of the screen from now on.
        if let Some(at) = self.search.matches.at {
            self.go_to_number(at, None);
        }
    }

    /// Takes the reader to the first match from here on, which the list begins at.
    fn aim_list(&mut self, entry: usize) {
        let hits = &self.search.matches.hits;
        if hits.total == 0 {
            return;
        }
        let after = hits.kept.iter().any(|hit| hit.entry >= entry);
        self.take_aim(if after { Aim::After(entry) } else { Aim::Number(hits.first, None) });
    }

    /// Leaves the list, and the reader where it was opened. What was found stays found.
    pub(in crate::app) fn leave_list(&mut self) {
        let before = self.leave_place();
        let matches = &mut self.search.matches;
        let same = before.filter(|before| before.typed == matches.typed);
        if let Some(before) = same {
            *matches = before;
        } else {
            (matches.at, matches.here, matches.landed) = (None, None, None);
        }
        self.mark_all();
    }

    /// Enter in the list: the reader stays at the match.
    pub(in crate::app) fn take_match(&mut self) {
        let focus = self.overlays.last().and_then(|top| top.pane.focus());
        if let Some(Item::Row(_, link)) = focus.cloned() {
            // A note of the reader's own: from where the list was opened to its paragraph.
            self.leave_list();
            return self.follow(link);
        }
        self.overlays.pop();
        self.settle();
        self.search.matches.landed = self.spot();
    }

    /// Shows the place of the match under the list's cursor.
    pub(super) fn preview(&mut self) {
        let Some(Item::Found(hit)) = self.overlays.last().and_then(|top| top.pane.focus()) else {
            return;
        };
        let hits = &self.search.matches.hits;
        let at = hits.kept.iter().position(|other| other == hit).map(|at| hits.first + at);
        if let Some(at) = at.filter(|at| Some(*at) != self.search.matches.at) {
            self.go_to_number(at, None);
        }
    }
}

/// The matches, under what they are in.
fn items(hits: &Hits, briefing: &Briefing) -> Vec<Item> {
    let mut items = Vec::new();
    let after = hits.total - hits.first - hits.kept.len();
    if hits.first > 0 {
        items.push(label(&format!("{} more before these", hits.first), None));
    }
    for group in hits.kept.chunk_by(|one, other| group(one, briefing) == group(other, briefing)) {
        let name = group.first().map_or_else(String::new, |hit| self::group(hit, briefing).1);
        items.push(label(&name, Some(group.len())));
        items.extend(group.iter().copied().map(Item::Found));
    }
    if after > 0 || hits.more {
        let words = if hits.more { "more".to_owned() } else { format!("{after} more") };
        items.push(label(&format!("{words} after these; write more to find less"), None));
    }
    items
}

/// What a match is listed under: a number that tells groups apart, and its name.
fn group(hit: &Hit, briefing: &Briefing) -> (usize, String) {
    let section = match hit.place {
        Place::Section(at) => at,
        Place::Block(at) => at.section,
        Place::Instrument(_) | Place::Article(_) => return (usize::MAX, "Articles".to_owned()),
        Place::Actor(_) => return (usize::MAX, "Actors".to_owned()),
        Place::Term(_) => return (usize::MAX, "Terms".to_owned()),
        Place::Event(_) => return (usize::MAX, "Events".to_owned()),
        Place::Source(_) => return (usize::MAX, "Sources".to_owned()),
        Place::Discussion(_) | Place::Quiz(_) => return (usize::MAX, "Questions".to_owned()),
    };
    (section.get(), format!("{} {}", section.get() + 1, briefing.section(section).title))
}

fn label(words: &str, count: Option<usize>) -> Item {
    let mut rich = Rich::new(words, Face { strong: count.is_some(), ..Role::Label.into() });
    if let Some(count) = count {
        rich.push(&format!("  {count}"), Role::Faint);
    }
    let mut sheet = Sheet::default();
    sheet.push(Element::new(rich));
    Item::Label(Arc::new(sheet))
}
