//! What lies beside the text or over it: a side pane, a view, the shelf.

use crate::app::{App, Reader, View};
use crate::command::{Code, Key};
use crate::desk::{Item, PaneId};
use crate::text::Typesetting;

use super::listing::Listing;
use super::standpoint::{Standpoint, aside};
use super::{Teller, is_copied, words};

/// A list that is longer is told anew when something in it is another.
const COMPARED: usize = 200;

/// What was told of the view that is there now.
fn known<'a>(now: &Standpoint, before: &'a Standpoint) -> &'a [Item] {
    match (now, before) {
        // Another selection of the events is another list.
        (Standpoint::View(View::Timeline(_), _), _) => &[],
        (Standpoint::View(view, items), Standpoint::View(was, known))
            if view.is_kind_of(was) && items.len().max(known.len()) <= COMPARED =>
        {
            known
        }
        _ => &[],
    }
}

/// The first of the headings right before an item at which the cursor does not stop; else the item itself.
fn parts_before(items: &[Item], at: usize, setting: Option<&Typesetting>) -> usize {
    let before = items.get(..at).unwrap_or_default().iter().rev();
    at - before.take_while(|item| !item.stops(setting)).count()
}

impl Teller {
    /// Tells what lies beside the text now; of a view that was there before, what is another in it.
    pub(super) fn tell_aside(&mut self, app: &App, before: &Standpoint, lines: &mut Vec<String>) {
        let Some((pane, context, setting)) = aside(app) else { return };
        if app.overlays().last().is_some_and(|top| is_copied(&top.view)) {
            return;
        }
        let heading = self.heading(app, before);
        let known = known(&self.place, before);
        let (mut items, mut cursor) = (pane.items(), pane.cursor().item);
        let is_side = matches!(self.place, Standpoint::Side(..));
        let is_read_through = matches!(self.place, Standpoint::Instrument(..));
        let alone = (is_side && !self.asks_all) || is_read_through;
        if is_read_through {
            // Alone, with the parts that begin there: of a long law nothing else is set.
            let first = parts_before(items, cursor, setting.as_ref());
            items = items.get(first..=cursor).unwrap_or_default();
            cursor -= first;
        }
        let (title, relations) = match &self.place {
            Standpoint::View(view, _) => {
                (matches!(view, View::Title(_)), matches!(view, View::Relations(_)))
            }
            _ => (false, false),
        };
        let wanted = |at: usize| {
            let Some(item) = items.get(at) else { return false };
            // The keys of the views stand below the sections, and what the signs mean below relations.
            let is_last = at > 0 && at + 1 == items.len() && matches!(item, Item::Label(_));
            let is_seen = is_last && (title || relations);
            // What stands elsewhere now may have another number.
            (!alone || is_read_through || at == cursor) && !is_seen && known.get(at) != Some(item)
        };
        self.numbers.clear();
        let mut listing = Listing::new(items, context, setting.as_ref(), &mut self.numbers, wanted);
        lines.extend(heading.filter(|_| !alone || is_read_through));
        lines.extend(listing.page());
        let is_asked = matches!(&self.place, Standpoint::View(View::Class(_), _));
        if is_asked && app.answers(Key::plain(Code::Char('a'))) {
            lines.push(words::answer_by_letter().to_owned());
        }
        self.listing = Some(listing);
        self.told_all = std::mem::take(&mut self.asks_all);
    }

    /// Tells the entry that a step within a list has led to.
    pub(super) fn tell_entry(&mut self, app: &App, lines: &mut Vec<String>) {
        let Some((pane, context, setting)) = aside(app) else { return };
        let cursor = pane.cursor().item;
        self.numbers.clear();
        let is_there = |at: usize| at == cursor;
        let numbers = &mut self.numbers;
        let mut entry = Listing::new(pane.items(), context, setting.as_ref(), numbers, is_there);
        lines.extend(entry.page());
    }

    /// More of what lies beside the text; nothing if all of it was told.
    pub(crate) fn more(&mut self) -> Option<Vec<String>> {
        let listing = self.listing.as_mut().filter(|listing| !listing.is_empty())?;
        self.request = None;
        Some(listing.page())
    }

    /// What it is, and how much there is of it.
    fn heading(&self, app: &App, before: &Standpoint) -> Option<String> {
        match &self.place {
            Standpoint::Shelf => {
                let briefings = app.shelf().map_or(0, |(volumes, _)| volumes.len());
                Some(words::shelf(briefings))
            }
            Standpoint::Side(PaneId::Articles, ..) => {
                let reader = app.reader()?;
                let articles = reader.article_count();
                (articles > 0).then(|| words::articles_beside(articles))
            }
            Standpoint::Side(..) => {
                let (named, all) = app.reader()?.actor_counts();
                Some(words::actors_beside(named, all))
            }
            // Who reads on in it knows which one it is.
            Standpoint::Instrument(view, _) => {
                let is_known =
                    matches!(before, Standpoint::Instrument(was, _) if was.is_kind_of(view));
                let top = app.overlays().last().filter(|_| !is_known)?;
                let title = top.title(app.reader().map(Reader::briefing));
                Some(words::view(&title, "", &app.status(top)))
            }
            // It begins with the title, or the name.
            Standpoint::View(View::Title(_) | View::Card(_), _)
            | Standpoint::Nothing
            | Standpoint::Text(..) => None,
            Standpoint::View(..) => {
                let top = app.overlays().last()?;
                let briefing = app.reader().map(Reader::briefing);
                let (title, detail) = top.titles(briefing);
                Some(words::view(&title, &detail, &app.status(top)))
            }
        }
    }
}
