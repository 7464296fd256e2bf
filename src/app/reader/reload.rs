//! What outlives a reload: the files were changed, the reader goes on.

use crate::app::{Item, PaneId};
use crate::model::Target;

use super::Reader;

impl Reader {
    /// Takes over the lens, the pinned panes with what they show, and which pane has
    /// the keys. What is no longer in the briefing is let go.
    pub(in crate::app) fn take_after(&mut self, before: &Self) {
        self.active = before.active;
        let lens = before.lens.as_ref();
        self.set_lens(lens.and_then(|target| before.briefing.same(target, &self.briefing)));
        for pane in [PaneId::Articles, PaneId::Actors] {
            if before.is_pinned(pane) {
                self.pin_as(pane, before);
            }
        }
    }

    /// Takes over from a later state of the same reader what has nothing to do with its place: how it
    /// looks, what was read, what was left in the text.
    pub(in crate::app) fn keep_up_with(&mut self, now: &Self) {
        let same = self.options == now.options && self.annotations == now.annotations;
        self.options = now.options;
        self.coverage = now.coverage.clone();
        self.annotations = now.annotations.clone();
        self.names.clone_from(&now.names);
        if !same {
            self.panes.iter_mut().for_each(crate::app::Pane::forget);
        }
    }

    /// Pins a pane on what it showed before, if any of that is still there.
    fn pin_as(&mut self, pane: PaneId, before: &Self) {
        let kept = before.pane(pane).items().iter();
        let items: Vec<Item> = kept.filter_map(|item| self.same_item(before, item)).collect();
        if items.is_empty() {
            return;
        }
        self.on_pane(pane, |pane, layout| pane.set(items, layout));
        self.pinned[pane as usize] = true;
    }

    fn same_item(&self, before: &Self, item: &Item) -> Option<Item> {
        match item {
            Item::Card(target) => before.briefing.same(target, &self.briefing).map(Item::Card),
            Item::Actor(at, named, detail) => {
                match before.briefing.same(&Target::Actor(*at), &self.briefing)? {
                    Target::Actor(at) => Some(Item::Actor(at, *named, *detail)),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}
