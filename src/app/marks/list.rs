//! The list of bookmarks, highlights and notes: what is in it, and what its keys do.

use std::sync::Arc;

use crate::model::Target;
use crate::model::kept::Found;
use crate::text::{Left, Link, Setting};

use super::super::{App, Item, Overlay, Pane, View};
use super::{Mark, all, name};

const EMPTY: &str = "Nothing yet. In the text, m marks a paragraph, M highlights a sentence and a \
                     writes a note.";

impl App {
    /// ': lists what the reader left, from the paragraph in focus on.
    pub(in crate::app) fn open_marks(&mut self) {
        if self.overlays.iter().any(|overlay| overlay.view == View::Marks) {
            return self.toggle(View::Marks);
        }
        let Some(reader) = &self.reader else { return };
        let listed = self.listed();
        let focus = reader.focus();
        let is_ahead = |mark: &Option<Mark>| {
            let place = mark.as_ref().and_then(|mark| self.place_of(mark));
            place.is_some_and(|(block, _)| Some(block) >= focus)
        };
        let at = listed.iter().position(is_ahead).unwrap_or(0);
        let items = self.list_items(&reader.setting());
        self.put(Overlay { view: View::Marks, pane: Pane::list(items) }, at);
    }

    /// What the list is of: first what has its place in the text, in that order; then what is adrift,
    /// below a label (`None`).
    fn listed(&self) -> Vec<Option<Mark>> {
        let marks = all(&self.kept).into_iter().filter(|mark| !self.is_written(mark));
        let marks = marks.chain(self.marks.removed.iter().cloned());
        let (mut placed, mut adrift) = (Vec::new(), Vec::new());
        for mark in marks {
            match self.place_of(&mark) {
                Some((block, bytes)) => {
                    placed.push(((block, bytes.map_or(0, |bytes| bytes.start)), mark));
                }
                None => adrift.push(mark),
            }
        }
        placed.sort_by_cached_key(|(place, mark)| (*place, mark.order()));
        adrift.sort_by_cached_key(Mark::order);
        let label = (!adrift.is_empty()).then_some(None);
        let placed = placed.into_iter().map(|(_, mark)| Some(mark));
        placed.chain(label).chain(adrift.into_iter().map(Some)).collect()
    }

    /// What the list shows.
    fn list_items(&self, setting: &Setting) -> Vec<Item> {
        let item = |mark: &Option<Mark>| {
            let Some(mark) = mark else { return Item::Label(Arc::new(Setting::adrift())) };
            let sheet = Arc::new(setting.left(&self.left(mark)));
            match self.place_of(mark) {
                Some((block, _)) => Item::Leading(sheet, Link::To(Target::Block(block))),
                None => Item::Ready(sheet),
            }
        };
        let items: Vec<Item> = self.listed().iter().map(item).collect();
        if items.is_empty() { vec![Item::from_words(EMPTY)] } else { items }
    }

    /// An entry of the list.
    fn left<'a>(&self, mark: &'a Mark) -> Left<'a> {
        let anchor = mark.anchor();
        let quote = anchor.quote.as_ref().map_or(&anchor.opening, |quote| &quote.exact);
        let (kind, label, words) = match mark {
            Mark::Bookmark(bookmark) => ("Bookmark", name(bookmark), ""),
            Mark::Highlight(_) => ("Highlight", String::new(), ""),
            Mark::Note(note) => ("Note", String::new(), note.text.as_str()),
            Mark::Draft(draft) => ("Draft of a note", String::new(), draft.text.as_str()),
        };
        Left {
            kind,
            label,
            at: self.place_of(mark).map(|(block, _)| block),
            date: mark.date(),
            whole: anchor.quote.is_none(),
            lit: matches!(mark, Mark::Highlight(_)),
            quote,
            words,
            removed: self.is_removed(mark),
        }
    }

    pub(super) fn is_removed(&self, mark: &Mark) -> bool {
        self.marks.removed.iter().any(|removed| removed.id() == mark.id())
    }

    /// Whether the list is on top.
    pub(in crate::app) fn lists_marks(&self) -> bool {
        self.overlays.last().is_some_and(|overlay| overlay.view == View::Marks)
    }

    /// What the cursor of the list is on.
    pub(super) fn mark_in_list(&self) -> Option<Mark> {
        let top = self.overlays.last().filter(|overlay| overlay.view == View::Marks)?;
        self.listed().into_iter().nth(top.pane.cursor().item)?
    }

    /// Whether the cursor of the list is on anything, and on something that was removed.
    pub(in crate::app) fn marked_in_list(&self) -> (bool, bool) {
        let mark = self.mark_in_list();
        (mark.is_some(), mark.is_some_and(|mark| self.is_removed(&mark)))
    }

    /// Makes the items of the list again, wherever it is open.
    pub(in crate::app) fn refresh_mark_list(&mut self) {
        if !self.overlays.iter().any(|overlay| overlay.view == View::Marks) {
            return;
        }
        let Some(reader) = &self.reader else { return };
        let items = self.list_items(&reader.setting());
        for overlay in self.overlays.iter_mut().filter(|overlay| overlay.view == View::Marks) {
            reader.with_layout(&mut overlay.pane, |pane, layout| {
                let at = pane.cursor().item.min(items.len().saturating_sub(1));
                pane.set(items.clone(), layout);
                pane.go_to(at, layout);
            });
        }
    }

    /// Enter: goes to what the cursor of the list is on.
    pub(in crate::app) fn follow_mark(&mut self) {
        let Some(mark) = self.mark_in_list() else { return };
        match self.marks.found.get(mark.id()).map(|(_, found)| found.clone()) {
            Some(Found::At { block, bytes } | Found::Moved { block, bytes }) => {
                self.leave_for(block, bytes.as_ref());
            }
            Some(Found::Adrift { near: Some(block) }) => {
                self.leave_for(block, None);
                self.say("the words were here");
            }
            _ => self.say("its words are gone, and their paragraph too"),
        }
    }

    /// D: removes what the cursor of the list is on, or puts it back.
    pub(in crate::app) fn remove_mark(&mut self) {
        let Some(mark) = self.mark_in_list() else { return };
        if self.is_removed(&mark) {
            self.put_back(mark);
            self.say("put back");
        } else {
            self.marks.removed.push(mark.clone());
            self.keep(mark.remove());
            self.say("removed; D puts it back");
        }
        self.find_marks();
    }

    /// Keeps again what was removed.
    pub(super) fn put_back(&mut self, mark: Mark) {
        self.marks.removed.retain(|removed| removed.id() != mark.id());
        self.keep(mark.put());
    }
}
