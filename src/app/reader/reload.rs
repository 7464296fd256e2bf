//! What outlives a reload: the files were changed, the reader goes on.

use std::sync::Arc;

use crate::desk::{Item, Pane, PaneId};
use crate::model::kept::Anchor;
use crate::model::{Block, BlockIx, SectionIx, Target};

use super::Reader;

impl Reader {
    /// Goes on where `before` was, in the same briefing read anew. Answers whether that place is still
    /// there.
    pub(in crate::app) fn go_on_from(&mut self, before: &Self) -> bool {
        let stood = before.focus();
        let anchor = stood.map(|at| Anchor::plain(&before.briefing, at, None));
        let found = anchor.and_then(|anchor| anchor.find(&self.briefing).block());
        match (found, stood.and_then(|at| nearest_block(before, self, at))) {
            (Some(at), _) => self.go_to_line(at, before.pane(PaneId::Text).cursor()),
            (None, Some(at)) => self.go_to_block(at),
            (None, None) => self.go_to_section_start(nearest_section(before, self)),
        }
        self.take_after(before);
        found.is_some() || stood.is_none()
    }

    /// Goes on where `part` was, which is a part of the same briefing: on the same line, in the same row of
    /// the screen, if its section reads as it did.
    pub(in crate::app) fn go_on_from_part(&mut self, part: &Self) {
        let Some(read) = part.briefing.sections.get(part.section.get()) else { return };
        let now = self.briefing.find_section(&read.id);
        let same = now.filter(|at| reads_same(&self.briefing.section(*at).blocks, &read.blocks));
        let Some(section) = same else {
            self.go_on_from(part);
            return;
        };
        if section != self.section {
            self.enter(section);
        }
        let text = part.pane(PaneId::Text);
        let (cursor, row) = (text.cursor(), text.cursor_row());
        self.on_pane(PaneId::Text, |pane, layout| pane.return_to(cursor, row, None, layout));
        self.coverage.go_on_from(&part.coverage, section);
        self.tie(true);
    }

    /// Takes over the lens, the pinned panes with what they show, and which pane has
    /// the keys. What is no longer in the briefing is let go.
    fn take_after(&mut self, before: &Self) {
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
        self.naming = now.naming;
        if !same {
            self.panes.iter_mut().for_each(Pane::forget);
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
            Item::Cited(at, cited) => {
                match before.briefing.same(&Target::Article(*at), &self.briefing)? {
                    Target::Article(at) => Some(Item::Cited(at, Arc::clone(cited))),
                    _ => None,
                }
            }
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

/// Whether two lists of blocks say the same.
fn reads_same(one: &[Block], other: &[Block]) -> bool {
    let is_same =
        |(one, other): (&Block, &Block)| one.id == other.id && one.logical() == other.logical();
    one.len() == other.len() && one.iter().zip(other).all(is_same)
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
