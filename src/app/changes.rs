//! What is new or changed since the reader saw the briefing: told, gone to, looked at.

use crate::desk::{Item, Way};
use crate::model::Target;
use crate::model::kept::{Change, Former};
use crate::text::Link;

use super::reader::ChangeCounts;
use super::step::Step;
use super::view::Before;
use super::{App, View, words};

impl App {
    /// Tells how much is new or changed, if anything is, and what of the notes has no place for it.
    pub(super) fn tell_changes(&mut self) -> Option<Step> {
        let last_seen = &self.keeping.kept().last_seen;
        let reader = self.reader.as_mut()?;
        reader.take_changes(last_seen);
        let ChangeCounts { paragraphs, articles, events } = reader.changes().counts();
        let adrift = self.keeping.notes_adrift();
        let said = || words::changes(paragraphs, articles, events, adrift, &self.keymap);
        reader.has_changes().then(|| Step::Say(said()))
    }

    /// What the reader looks at is no news the next time.
    pub(super) fn visit(&mut self) {
        if self.size.too_small() || self.blank {
            return;
        }
        let Some(target) = self.looked_at() else { return };
        let address = self.reader.as_mut().and_then(|reader| reader.visit(&target));
        let news = &self.keeping.kept().last_seen.news;
        if let Some(address) = address.filter(|address| news.contains_key(address)) {
            self.keeping.keep(Change::Visited(address));
        }
    }

    /// The paragraph, article or event that the reader looks at.
    fn looked_at(&self) -> Option<Target> {
        let reader = self.reader.as_ref().filter(|reader| !reader.is_preview())?;
        let of_item = |item: &Item| match item {
            Item::Block(at) => Some(Target::Block(*at)),
            Item::Card(_) | Item::Cited(..) => item.card(),
            // What is new is told of an article as a whole.
            Item::Law(piece) => Some(piece.target().card()),
            Item::Moment(moment) => moment.event().map(Target::Event),
            _ => None,
        };
        match self.stack.top() {
            Some(top) => top.view.in_focus(top.pane()).as_ref().and_then(of_item),
            None => reader.pane(reader.active()).focus().and_then(of_item),
        }
    }

    /// Goes to the next thing on the way that is new or changed.
    pub(super) fn go_to_change(&mut self, way: Way) -> Vec<Step> {
        let here = self.looked_at();
        let Some(reader) = &self.reader else { return Vec::new() };
        if reader.hides_own() {
            return vec![Step::SayKeys(words::changes_out_of_sight)];
        }
        let Some((number, changed)) = reader.next_change(here.as_ref(), way) else {
            return vec![Step::Say(words::NOTHING_CHANGED.to_owned())];
        };
        let is_new = changed.former == Former::Absent;
        let said = words::change(number, reader.changes().len(), is_new);
        let go = match &changed.target {
            Target::Block(at) => Step::GoTo(*at, None),
            target => Step::Follow(Link::To(target.clone())),
        };
        // One card gives way to the next, and is on the trail no more than a peek is.
        if matches!(self.stack.view(), Some(View::Card(_))) {
            self.stack.pop();
        }
        vec![go, Step::Say(said)]
    }

    /// The words that stood where the reader looks, if they were others and are known.
    pub(super) fn before_here(&self) -> Option<View> {
        let reader = self.reader.as_ref()?;
        let pane = self.stack.top().map_or_else(|| reader.pane(reader.active()), |top| top.pane());
        let target = self.looked_at().filter(|_| pane.chosen_link().is_none())?;
        match reader.change(&target)? {
            Former::Other(Some(words)) => {
                Some(View::Before(Before::new(target, words, &reader.setting())))
            }
            Former::Other(None) | Former::Absent => None,
        }
    }
}
