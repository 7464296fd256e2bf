//! Following links, going back, opening and closing: what changes where the reader is.

use std::ops::Range;

use crate::command::{Command, Group};
use crate::model::{BlockIx, SectionIx, Target};
use crate::text::Link;

use super::place::Place;
use super::{App, Class, Effect, Item, Opened, Overlay, PaneId, Reader, Row, View};

impl App {
    /// Opens what was read. The briefing that is open already keeps its place, by the ids of
    /// section and paragraph.
    pub(super) fn open(&mut self, opened: Opened) {
        let faults = opened.faults.len();
        // What lies open holds positions of the briefing that goes.
        self.overlays.clear();
        self.prompt = None;
        self.class = Class::default();
        self.trail = super::Trail::default();
        // A preview has no place to keep: nothing was pressed yet.
        let preview = std::mem::take(&mut self.is_preview);
        let before = self.reader.take().filter(|_| !preview);
        let same = before.filter(|before| before.briefing.id == opened.briefing.id);
        let first = same.is_none();
        self.kept = opened.kept.clone();
        self.reader = Some(Reader::new(opened, self.options));
        self.lay_out(true);
        if let (Some(before), Some(reader)) = (same, &mut self.reader) {
            match before.focus().and_then(|at| nearest_block(&before, reader, at)) {
                Some(at) => reader.go_to_block(at),
                None => reader.go_to_section_start(nearest_section(&before, reader)),
            }
            reader.take_after(&before);
        }
        self.leave_goto();
        self.overlays.clear();
        self.open_marks_of_briefing();
        self.search_anew(!first);
        if first && !self.come_back() {
            self.toggle(View::Title);
        }
        let plural = if faults == 1 { "" } else { "s" };
        self.notice = (faults > 0)
            .then(|| format!("{faults} fault{plural} in the briefing's files; ! lists them"));
        self.lay_out(false);
    }

    /// Opens a view, or closes it if it is open.
    pub(super) fn toggle(&mut self, view: View) {
        let top = self.overlays.len().saturating_sub(1);
        if let Some(at) = self.overlays.iter().position(|overlay| overlay.view.is_kind_of(&view)) {
            // It is open: on top it closes, from below it comes up again.
            self.overlays.truncate(if at == top { at } else { at + 1 });
            return;
        }
        let (overlay, at) = match (view, &self.reader) {
            (View::Help, _) => {
                let in_view = self.layers().0.is_some();
                let views = Group::ALL.iter().position(|(group, _)| *group == Group::View);
                (Overlay::help(self.options.utf8()), views.filter(|_| in_view).unwrap_or(0))
            }
            (View::Contents, Some(reader)) => Overlay::contents(reader),
            (View::Faults, Some(reader)) => (Overlay::faults(&reader.faults), 0),
            (view, Some(_)) => match self.scene() {
                Some(scene) => Overlay::view(view, &scene),
                None => return,
            },
            _ => return,
        };
        self.put(overlay, at);
    }

    /// Puts an overlay on top, with the cursor on item `at`.
    pub(super) fn put(&mut self, overlay: Overlay, at: usize) {
        let cited = matches!(overlay.view, View::Card(_)) && at > 0;
        self.overlays.push(overlay);
        self.lay_out(false);
        self.on_overlay(|pane, layout| {
            pane.start(layout);
            if cited {
                // The card may be long: what was asked for stands at the top.
                pane.return_to(Row { item: at, line: 0 }, 0, None, layout);
            } else if at > 0 {
                pane.go_to(at, layout);
            }
        });
    }

    pub(super) fn close(&mut self) {
        if self.lists_matches() {
            return self.leave_list();
        }
        if self.overlays.pop().is_some() || self.notice.take().is_some() {
            return;
        }
        if self.reader.as_mut().is_some_and(Reader::release) {
            return;
        }
        self.end_search();
    }

    pub(super) fn go_to_shelf(&mut self) {
        if self.shelf.is_some() {
            self.keep_place(true);
            self.reader = None;
            self.overlays.clear();
            self.notice = None;
            self.search_anew(false);
            self.lay_out(true);
        } else {
            self.say("there is no other briefing here");
        }
    }

    /// Enter: what is chosen here is opened.
    pub(super) fn follow_here(&mut self) -> Vec<Effect> {
        if self.act_in_view(Command::Follow) {
            return Vec::new();
        }
        if let Some(link) = self.title_link() {
            self.follow(link);
            return Vec::new();
        }
        if let Some(View::Choice(choice)) = self.overlays.last().map(|overlay| &overlay.view) {
            self.chosen(*choice);
            return Vec::new();
        }
        if matches!(self.overlays.last(), Some(top) if matches!(top.view, View::Trail)) {
            self.jump();
            return Vec::new();
        }
        if self.lists_marks() {
            self.follow_mark();
            return Vec::new();
        }
        if matches!(self.overlays.last(), Some(top) if matches!(top.view, View::Matrix(_))) {
            self.open_cell();
            return Vec::new();
        }
        if let Some(overlay) = self.overlays.last() {
            let link = match (&overlay.view, overlay.pane.link()) {
                (View::Peek(target), None) => Some(Link::To(target.clone())),
                // On a card itself, Enter goes on to the first of those who cite it.
                (View::Card(_), None) if overlay.pane.cursor().item == 0 => {
                    self.on_overlay(|pane, layout| pane.go_to(1, layout));
                    None
                }
                (_, Some(link)) => Some(link.clone()),
                (_, None) => overlay.pane.focus().and_then(Item::link),
            };
            if let Some(link) = link {
                self.follow(link);
            }
            return Vec::new();
        }
        let Some(reader) = &mut self.reader else {
            let chosen = self.shelf.as_ref().map(|shelf| shelf.pane.cursor().item);
            return chosen.map(Effect::Open).into_iter().collect();
        };
        if reader.active() == PaneId::Text && reader.choose_first() {
            return Vec::new();
        }
        if let Some(link) = reader.link() {
            self.follow(link);
        }
        Vec::new()
    }

    /// On the title page Enter begins to read, also where a low screen does not show the sections.
    fn title_link(&self) -> Option<Link> {
        let top = self.overlays.last().filter(|top| top.view == View::Title)?;
        top.pane.items().get(top.pane.cursor().item).and_then(Item::link)
    }

    /// Goes where a link leads.
    pub(super) fn follow(&mut self, link: Link) {
        let Some(here) = self.place() else { return };
        let Some(reader) = &mut self.reader else { return };
        match link {
            Link::Sources(sources) => self.put(Overlay::sources(&sources), 0),
            Link::CitedBy(target) => self.put_card(target, 1),
            Link::Compare(at) => self.compare(at),
            Link::To(Target::Section(section)) => {
                self.trail.leave(here);
                self.overlays.clear();
                reader.go_to_section_start(section);
            }
            Link::To(Target::Block(at)) => {
                self.trail.leave(here);
                self.overlays.clear();
                reader.go_to_block(at);
            }
            Link::To(target) => self.follow_to_card(here, target),
        }
    }

    /// Goes to a block, and there to these bytes of its logical text.
    pub(super) fn leave_for(&mut self, at: BlockIx, bytes: Option<&Range<usize>>) {
        let (Some(here), Some(reader)) = (self.place(), &mut self.reader) else { return };
        self.trail.leave(here);
        self.overlays.clear();
        reader.go_to_words(at, bytes);
    }

    /// Articles and actors have their panes; everything else, and whatever is met in an
    /// overlay, is a card.
    fn follow_to_card(&mut self, here: Place, target: Target) {
        self.close_peek();
        let free = self.overlays.is_empty();
        let reader = self.reader.as_mut().filter(|_| free);
        match reader.and_then(|reader| Some((reader.pane_for(&target)?, reader))) {
            Some((pane, reader)) => {
                self.trail.leave(here);
                reader.show(pane, &target);
            }
            None => self.put_card(target, 0),
        }
    }

    fn put_card(&mut self, target: Target, at: usize) {
        if let Some(reader) = &self.reader {
            self.put(Overlay::card(&reader.briefing, target), at);
        }
    }

    /// K: a look at the chosen link, or at the first one here.
    pub(super) fn peek(&mut self) {
        let link = match (self.overlays.last(), &mut self.reader) {
            (Some(overlay), _) => overlay.pane.link().cloned(),
            (None, Some(reader)) => {
                reader.choose_first();
                reader.pane(reader.active()).link().cloned()
            }
            (None, None) => None,
        };
        match link {
            Some(Link::To(target) | Link::CitedBy(target)) => self.put(Overlay::peek(target), 0),
            Some(Link::Sources(sources)) => self.put(Overlay::sources(&sources), 0),
            Some(Link::Compare(at)) => self.put(Overlay::peek(Target::Article(at)), 0),
            None => self.say("no link here"),
        }
    }

    /// r: who cites the article or actor in focus, or the chosen link's target.
    pub(super) fn cited_by(&mut self) {
        let chosen = match (self.overlays.last(), &self.reader) {
            (Some(overlay), _) => match (&overlay.view, overlay.pane.link()) {
                (View::Peek(target) | View::Card(target), None) => Some(target.clone()),
                (View::Relations(_), None) => self.subject(),
                (_, link) => link.and_then(target_of),
            },
            (None, Some(reader)) => {
                let link = reader.pane(reader.active()).link();
                link.and_then(target_of).or_else(|| reader.subject())
            }
            (None, None) => None,
        };
        match chosen {
            Some(chosen) => {
                self.close_peek();
                self.put_card(chosen, 1);
            }
            None => self.say("choose a link first"),
        }
    }

    /// A peek gives way to what is opened from it.
    fn close_peek(&mut self) {
        if matches!(self.overlays.last().map(|overlay| &overlay.view), Some(View::Peek(_))) {
            self.overlays.pop();
        }
    }

    /// Where the reader is now.
    pub(super) fn place(&self) -> Option<Place> {
        let reader = self.reader.as_ref()?;
        let panes = PaneId::ALL.map(|pane| {
            let pane = reader.pane(pane);
            (pane.cursor(), pane.cursor_row(), pane.link_number())
        });
        Some(Place {
            section: reader.section(),
            block: reader.focus(),
            active: reader.active(),
            panes,
            chosen: reader.chosen().clone(),
            overlays: self.overlays.iter().map(Overlay::without_layout).collect(),
        })
    }

    pub(super) fn back(&mut self) {
        if self.act_in_view(Command::Back) {
            return;
        }
        if self.lists_matches() {
            return self.leave_list();
        }
        // What lies on top is the last thing that was opened, but for a match: from that the way
        // back is to where the search began.
        let from_match = self.is_at_match();
        if self.overlays.pop().is_some() && !from_match {
            return;
        }
        let place = self.place().and_then(|here| self.trail.back(here));
        if place.is_none() {
            self.say("this is where it began");
        }
        self.return_to(place);
    }

    pub(super) fn forward(&mut self) {
        let place = self.place().and_then(|here| self.trail.forward(here));
        if place.is_none() {
            self.say("nothing ahead");
        }
        self.return_to(place);
    }

    pub(super) fn return_to(&mut self, place: Option<Place>) {
        let (Some(place), Some(reader)) = (place, &mut self.reader) else { return };
        reader.return_to(&place);
        self.overlays = place.overlays;
        self.refresh_mark_list();
        self.lay_out(false);
    }

    /// Whether there is a place to go back to, and one to go forward to.
    pub fn trail_ends(&self) -> (bool, bool) {
        self.trail.ends()
    }
}

pub(super) fn target_of(link: &Link) -> Option<Target> {
    match link {
        Link::To(target) | Link::CitedBy(target) => Some(target.clone()),
        Link::Compare(at) => Some(Target::Article(*at)),
        Link::Sources(_) => None,
    }
}

/// The section of `now` that stands for the one that `before` is in: by id, else by place.
fn nearest_section(before: &Reader, now: &Reader) -> SectionIx {
    let at = before.section();
    let id = before.briefing.sections.get(at.get()).map_or("", |section| &section.id);
    let last = now.briefing.sections.len().saturating_sub(1);
    now.briefing.find_section(id).unwrap_or_else(|| SectionIx::new(at.get().min(last)))
}

/// The block of `now` that stands for `at` in `before`: the one of the same address, else that of
/// the nearest block that is still there, else the one in the same place.
fn nearest_block(before: &Reader, now: &Reader, at: BlockIx) -> Option<BlockIx> {
    let section = nearest_section(before, now);
    let old = &before.briefing.section(at.section).blocks;
    let after = old.iter().skip(at.get());
    let earlier = old.iter().take(at.get()).rev();
    let known = after.chain(earlier).find_map(|block| now.briefing.find_block(section, &block.id));
    let last = now.briefing.sections.get(section.get())?.blocks.len().checked_sub(1)?;
    Some(known.unwrap_or_else(|| BlockIx::new(section, at.get().min(last))))
}
