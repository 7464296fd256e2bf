//! Finding again what an anchor holds on to, in a briefing that may have been edited since.

use std::cell::OnceCell;

use unicode_segmentation::UnicodeSegmentation;

use super::anchor::neighbours;
use super::look::{LikelyBlock, SectionSearch, is_counted};
use super::quote::CONTEXT;
use super::sought::{Likeness, Placement, Sought};
use super::texts::Texts;
use super::{Anchor, Quote, Resolution, card};
use crate::model::{BlockIx, Briefing, SectionIx, Target};

impl Anchor {
    /// Where it leads in `briefing`. For many anchors at once, a [`Finder`] is quicker.
    pub fn find(&self, briefing: &Briefing) -> Resolution {
        Finder::new(briefing).find(self)
    }
}

/// Finds anchors in a briefing. It folds each section once, for as many anchors as there are.
pub struct Finder<'b> {
    briefing: &'b Briefing,
    texts: Vec<OnceCell<Texts>>,
}

impl<'b> Finder<'b> {
    /// A finder for `briefing`.
    pub fn new(briefing: &'b Briefing) -> Self {
        let texts = briefing.sections.iter().map(|_| OnceCell::new()).collect();
        Self { briefing, texts }
    }

    /// Where `anchor` leads.
    ///
    /// First it is asked whether all is as it was. Then the block is looked for, in its section and,
    /// if it is not there, in the others: by its address, its beginning and its neighbours. In it the
    /// words may have changed; in a block that is not surely the same one they must be what they were,
    /// and have stood nowhere else.
    pub fn find(&self, anchor: &Anchor) -> Resolution {
        if let Some(card) = &anchor.card {
            return card::find(self.briefing, anchor, card);
        }
        let home = self.briefing.find_section(&anchor.section);
        let named = home.and_then(|home| self.briefing.find_block(home, &anchor.block));
        if let Some(found) = named.and_then(|block| self.as_left(block, anchor)) {
            return found;
        }
        let sought = Sought::new(anchor);
        let others = (0..self.briefing.sections.len()).map(SectionIx::new);
        let mut best: Option<LikelyBlock> = None;
        for at in home.into_iter().chain(others.filter(|at| Some(*at) != home)) {
            let texts = self.texts(at);
            let is_home = Some(at) == home;
            let section = SectionSearch { briefing: self.briefing, at, texts, is_home };
            best = match (best, section.look(&sought)) {
                (Some(best), Some(next)) => Some(best.better(next)),
                (best, next) => best.or(next),
            };
            let is_sure =
                |one: &LikelyBlock| one.found.is_some() && one.likeness > Likeness::Stranger;
            if best.as_ref().is_some_and(is_sure) {
                break;
            }
        }
        self.resolution(best, named, anchor)
    }

    fn texts(&self, at: SectionIx) -> &Texts {
        self.texts[at.get()].get_or_init(|| Texts::of(self.briefing.section(at)))
    }

    /// What the anchor means in its own block, if nothing of it has changed.
    fn as_left(&self, block: BlockIx, anchor: &Anchor) -> Option<Resolution> {
        let text = self.briefing.block(block).logical();
        if is_counted(&anchor.block) {
            let begins = text.starts_with(&anchor.opening);
            let says_nothing = anchor.opening.is_empty() != text.is_empty();
            if !begins || says_nothing || (anchor.alike && !self.is_among_its_own(block, anchor)) {
                return None;
            }
        }
        let Some(Quote { exact, prefix, suffix, .. }) = &anchor.quote else {
            return Some(Resolution::At { block, bytes: None });
        };
        let whole = [prefix.as_str(), exact, suffix].concat();
        let begins = |at: usize| prefix.graphemes(true).count() == CONTEXT || at == 0;
        let ends = |at: usize| suffix.graphemes(true).count() == CONTEXT || at == text.len();
        let mut places = text.match_indices(&whole).map(|(at, _)| at);
        let at = places.find(|at| begins(*at) && ends(at + whole.len()))? + prefix.len();
        Some(Resolution::At { block, bytes: Some(at..at + exact.len()) })
    }

    /// Whether one of the neighbours is as it was, or both are.
    fn is_among_its_own(&self, block: BlockIx, anchor: &Anchor) -> bool {
        let (above, below) = neighbours(self.briefing, block);
        let same = |now: &str, then: &Option<String>| then.as_deref() == Some(now);
        let (above_is, below_is) = (same(&above, &anchor.above), same(&below, &anchor.below));
        let one_is = (above_is && !above.is_empty()) || (below_is && !below.is_empty());
        one_is || (above_is && below_is)
    }

    fn resolution(
        &self,
        best: Option<LikelyBlock>,
        named: Option<BlockIx>,
        anchor: &Anchor,
    ) -> Resolution {
        let Some(LikelyBlock { block, found, .. }) = best else {
            return Resolution::Adrift { near: None };
        };
        let Some(Placement { bytes, .. }) = found else {
            return Resolution::Adrift { near: Some(Target::Block(block)) };
        };
        // A heading without an id has no address that could be another one.
        let is_there = named == Some(block)
            || (anchor.block.is_empty()
                && self.briefing.block(block).id.is_empty()
                && self.briefing.section(block.section).id == anchor.section);
        if is_there { Resolution::At { block, bytes } } else { Resolution::Moved { block, bytes } }
    }
}
