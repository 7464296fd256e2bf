//! Looking one section through for what an anchor holds on to.

use std::cmp::Reverse;

use super::sought::{Likeness, Neighbour, Placement, Sought};
use super::texts::Texts;
use crate::model::{BlockIx, Briefing, SectionIx};

/// A block that may be the one that was meant.
#[derive(Debug, Clone)]
pub(super) struct LikelyBlock {
    pub(super) block: BlockIx,
    pub(super) likeness: Likeness,
    /// Where in it the anchor leads; `None` if its words are gone from it.
    pub(super) found: Option<Placement>,
    /// Whether it has the address that the anchor has.
    is_named: bool,
}

impl LikelyBlock {
    /// What orders candidates, the best last.
    fn rank(&self) -> (bool, Likeness, Reverse<usize>, bool) {
        let cost = self.found.as_ref().map_or(usize::MAX, |found| found.cost);
        (self.found.is_some(), self.likeness, Reverse(cost), self.is_named)
    }

    /// The better of two, the first if they are equally good.
    pub(super) fn better(self, other: Self) -> Self {
        if other.rank() > self.rank() { other } else { self }
    }
}

/// A section, as one that looks for an anchor in it sees it.
pub(super) struct SectionSearch<'s> {
    pub(super) briefing: &'s Briefing,
    pub(super) at: SectionIx,
    /// The texts of its blocks, folded.
    pub(super) texts: &'s Texts,
    /// Whether it is the one that the anchor names.
    pub(super) is_home: bool,
}

impl SectionSearch<'_> {
    /// The block of this section that is most likely the one that was meant.
    pub(super) fn look(&self, sought: &Sought) -> Option<LikelyBlock> {
        let slots = Slots::of(self, sought);
        let named = self.is_home.then(|| self.briefing.find_block(self.at, &sought.anchor.block));
        let named = named.flatten();
        let with_words = sought.with_words(self.texts);
        let candidates = self.texts.iter().enumerate().filter_map(|(n, text)| {
            let block = BlockIx::new(self.at, n);
            let is_named = named == Some(block);
            let likeness = if is_named && !is_counted(&sought.anchor.block) {
                Likeness::Named
            } else {
                slots.likeness(n, text, sought)
            };
            if likeness == Likeness::Stranger && with_words.binary_search(&n).is_err() {
                return None;
            }
            let logical = self.briefing.block(block).logical();
            let found = sought.find(&logical, likeness);
            // Words that are gone were in this block if it is the one beyond doubt.
            let stays = found.is_some() || likeness >= Likeness::Like;
            stays.then_some(LikelyBlock { block, likeness, found, is_named })
        });
        candidates.reduce(LikelyBlock::better)
    }
}

/// Where in a section the block can be that was meant: between those that were its neighbours.
struct Slots {
    /// The blocks that are like the one above, and those like the one below.
    above: Vec<usize>,
    below: Vec<usize>,
    /// Whether the section began above it, and ended below.
    ends: (bool, bool),
    /// Where neither is to be found: the block that is most like the one that was meant.
    likest: Option<usize>,
    /// The blocks that have the beginning of the one that was meant further on: two have become one.
    joined: Vec<usize>,
}

impl Slots {
    fn of(section: &SectionSearch, sought: &Sought) -> Self {
        let SectionSearch { texts, is_home, .. } = section;
        let is_end = |beside: &Neighbour| *is_home && matches!(beside, Neighbour::End);
        let mut slots = Self {
            above: sought.above.among(texts, *is_home),
            below: sought.below.among(texts, *is_home),
            ends: (is_end(&sought.above), is_end(&sought.below)),
            likest: None,
            joined: if *is_home { sought.opening.inside(texts) } else { Vec::new() },
        };
        let is_known =
            !slots.above.is_empty() || !slots.below.is_empty() || slots.ends == (true, true);
        if *is_home && !is_known && !sought.anchor.alike {
            // Where no neighbours were known, this is all there is to go by.
            let share = if matches!(sought.above, Neighbour::Unknown) { 10 } else { 4 };
            slots.likest = sought.opening.likest(texts, share);
        }
        slots
    }

    /// How sure it is that block `n` is the one that was meant, as far as it says itself.
    fn likeness(&self, n: usize, text: &str, sought: &Sought) -> Likeness {
        let in_place = self.has(n);
        let was_beside = sought.above.is(text) || sought.below.is(text);
        let begins = sought.begins(text) && (in_place || !(sought.anchor.alike || was_beside));
        let is_joined = self.joined.binary_search(&n).is_ok();
        if begins || (is_joined && (in_place || !sought.anchor.alike)) {
            return Likeness::Like;
        }
        match in_place && !was_beside {
            true if sought.is_like(text) => Likeness::Like,
            true => Likeness::InPlace,
            false => Likeness::Stranger,
        }
    }

    /// Whether block `n` stands between its old neighbours; if only one of them is left, beside that.
    fn has(&self, n: usize) -> bool {
        let above = self.above[..self.above.partition_point(|at| *at < n)].last();
        let below = self.below.get(self.below.partition_point(|at| *at <= n));
        let (is_above, is_below) = (above.is_some() || self.ends.0, below.is_some() || self.ends.1);
        (is_above && is_below)
            || above.is_some_and(|at| at + 1 == n)
            || below.is_some_and(|at| n + 1 == *at)
            || self.likest == Some(n)
    }
}

/// Whether an id is one that a block without an id has, or none.
pub(super) fn is_counted(id: &str) -> bool {
    id.strip_prefix('p').unwrap_or(id).bytes().all(|b| b.is_ascii_digit())
}
