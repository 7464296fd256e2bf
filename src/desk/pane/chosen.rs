//! The words of a pane that are chosen: which they are, and how they are shown.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::Spoken;

use super::super::item::Item;
use super::spot::Spot;
use super::{LayoutContext, Pane, Stretch, Way};

/// What is chosen of an item: text by text, each with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picked {
    pub item: Item,
    pub texts: Vec<(Range<usize>, String)>,
}

/// How many words there are in the stretches that were chosen as a whole.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordCounts(BTreeMap<Stretch, usize>);

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

    /// What a stretch says.
    pub(super) fn spoken(&self, at: Stretch, layout: &LayoutContext) -> Spoken {
        let item = self.items.get(at.item);
        let sheet = item.map(|item| item.stretch(at.number, layout.setting.as_ref()));
        sheet.map(|sheet| sheet.spoken()).unwrap_or_default()
    }

    /// The stretches of an item in which some of these bytes of what it says stand.
    fn stretches_with(
        &self,
        item: usize,
        bytes: &Range<usize>,
        layout: &LayoutContext,
    ) -> impl Iterator<Item = Stretch> + use<> {
        let first = self.stretch_at(item, bytes.start, layout).number;
        let last = self.stretch_at(item, bytes.end, layout).number;
        (first..=last).map(move |number| Stretch { item, number })
    }

    /// All that is chosen, item by item; none of what is folded or hidden.
    pub(crate) fn picked(&self, layout: &LayoutContext) -> Vec<Picked> {
        let Some(Range { start, end }) = &self.chosen else { return Vec::new() };
        let picked = |at: usize| {
            let (bytes, item) = (self.chosen_of(at)?, self.items.get(at)?);
            let mut texts: Vec<(Range<usize>, String)> = Vec::new();
            for stretch in self.stretches_with(at, &bytes, layout) {
                let mut more = self.spoken(stretch, layout).within(&bytes);
                join(&mut texts, &mut more, item.block().is_some());
                texts.append(&mut more);
            }
            (!texts.is_empty()).then(|| Picked { item: item.clone(), texts })
        };
        (start.item..=end.item).filter_map(picked).collect()
    }

    /// How many words are chosen. What is chosen as a whole is counted once, for a section may have thousands of
    /// paragraphs, and `whole` remembers it.
    pub(crate) fn words_chosen(&self, whole: &mut WordCounts, layout: &LayoutContext) -> usize {
        let Some(Range { start, end }) = &self.chosen else { return 0 };
        let ends = [start, end].map(|end| self.stretch_at(end.item, end.byte, layout));
        let mut words = 0;
        for item in start.item..=end.item {
            let Some(bytes) = self.chosen_of(item) else { continue };
            for at in self.stretches_with(item, &bytes, layout) {
                let count = || self.spoken(at, layout).count(&bytes);
                let is_at_an_end = ends.contains(&at);
                words +=
                    if is_at_an_end { count() } else { *whole.0.entry(at).or_insert_with(count) };
            }
        }
        words
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

/// Makes one of the last of the texts and the first of those that come next, if they are of one text that was
/// divided: in a paragraph it may have been at the end of a line.
fn join(
    texts: &mut [(Range<usize>, String)],
    more: &mut Vec<(Range<usize>, String)>,
    is_paragraph: bool,
) {
    let (Some((bytes, words)), Some((next, _))) = (texts.last_mut(), more.first()) else { return };
    let gap = next.start.saturating_sub(bytes.end);
    if gap == 0 || (gap == 1 && is_paragraph) {
        let (next, rest) = more.remove(0);
        bytes.end = next.end;
        words.extend(std::iter::repeat_n('\n', gap));
        words.push_str(&rest);
    }
}
