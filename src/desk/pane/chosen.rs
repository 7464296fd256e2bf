//! The words of a pane that are chosen: which they are, and how they are shown.

use std::ops::Range;

use crate::text::Spoken;

use super::super::item::Item;
use super::spot::Spot;
use super::{LayoutContext, Pane, Way};

/// What is chosen of an item: text by text, each with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picked {
    pub item: Item,
    pub texts: Vec<(Range<usize>, String)>,
}

impl Pane {
    /// What is chosen.
    pub(crate) fn chosen(&self) -> Option<&Range<Spot>> {
        self.chosen.as_ref()
    }

    /// Chooses these words and no others, and sets them off on the lines where they are.
    pub(crate) fn choose_words(&mut self, chosen: Option<Range<Spot>>, layout: &LayoutContext) {
        if self.chosen != chosen {
            self.chosen = chosen;
            self.mark_anew(layout);
        }
    }

    /// Forgets what is chosen, where nothing is laid out any more.
    pub(crate) fn forget_chosen(&mut self) {
        self.chosen = None;
    }

    /// The bytes of what an item says that are chosen.
    pub(super) fn chosen_of(&self, item: usize) -> Option<Range<usize>> {
        let Range { start, end } = self.chosen.as_ref()?;
        if !(start.item..=end.item).contains(&item) {
            return None;
        }
        let from = if item == start.item { start.byte } else { 0 };
        let to = if item == end.item { end.byte } else { usize::MAX };
        Some(from..to)
    }

    /// What an item says.
    pub(super) fn spoken(&self, item: usize, layout: &LayoutContext) -> Spoken {
        let item = self.items.get(item);
        item.map(|item| item.sheet(layout.setting.as_ref()).spoken()).unwrap_or_default()
    }

    /// All that is chosen, item by item; none of what is folded or hidden.
    pub(crate) fn picked(&self, layout: &LayoutContext) -> Vec<Picked> {
        let Some(Range { start, end }) = &self.chosen else { return Vec::new() };
        let picked = |at: usize| {
            let texts = self.spoken(at, layout).within(&self.chosen_of(at)?);
            let item = self.items.get(at)?.clone();
            (!texts.is_empty()).then_some(Picked { item, texts })
        };
        (start.item..=end.item).filter_map(picked).collect()
    }

    /// How many words of an item are chosen.
    pub(crate) fn words_chosen(&self, item: usize, layout: &LayoutContext) -> usize {
        self.chosen_of(item).map_or(0, |bytes| self.spoken(item, layout).count(&bytes))
    }

    /// Takes the cursor to the line with a spot, if it is not there.
    pub(crate) fn keep_spot(&mut self, spot: Spot, layout: &LayoutContext) {
        let there = self.row_of(spot, layout);
        if there.is_some_and(|there| there != self.cursor) {
            self.show_spot(spot, layout);
        }
    }

    /// Takes the cursor to the line with a spot.
    pub(crate) fn show_spot(&mut self, spot: Spot, layout: &LayoutContext) {
        let Some(row) = self.row_of(spot, layout) else { return };
        let way = if row < self.cursor { Way::Up } else { Way::Down };
        self.link = None;
        self.cursor = row;
        self.show(way, false, layout);
    }
}
