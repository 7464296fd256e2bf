//! Finding again what an anchor holds on to, in a briefing that may have been edited since.

use std::cell::OnceCell;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::anchor::CONTEXT;
use super::fold::Folded;
use super::{Anchor, Quote};
use crate::model::{BlockIx, Briefing};

/// Where an anchor leads. The bytes are of [`crate::model::Block::logical`]; an anchor to a
/// block as a whole has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// In the block that it names.
    At {
        /// The block.
        block: BlockIx,
        /// The words in it.
        bytes: Option<Range<usize>>,
    },
    /// In another block, which an anchor made anew would name.
    Moved {
        /// The block.
        block: BlockIx,
        /// The words in it.
        bytes: Option<Range<usize>>,
    },
    /// Nowhere: the words are gone.
    Adrift {
        /// The block of that address, if there still is one: a place to show it at.
        near: Option<BlockIx>,
    },
}

/// Finds anchors in a briefing. It folds each block once, for as many anchors as there are.
pub struct Finder<'b> {
    briefing: &'b Briefing,
    folded: Vec<Vec<OnceCell<Folded>>>,
}

/// An anchor as it is searched for.
struct Sought<'a> {
    anchor: &'a Anchor,
    /// The block of its address.
    named: Option<BlockIx>,
    opening: String,
    exact: String,
    before: Surroundings,
    after: Surroundings,
}

/// What stood on one side of the words.
struct Surroundings {
    text: String,
    /// Whether this is all that stood there.
    whole: bool,
}

/// A place where the words stand.
struct Occurrence {
    block: BlockIx,
    bytes: Range<usize>,
    /// How much speaks for it.
    score: usize,
}

/// How much it speaks for a place that its block is the one which the anchor names, and its
/// section, in characters of context that agree.
const SAME_BLOCK: usize = 24;
const SAME_SECTION: usize = 8;
/// How many characters, of the words and around them, must agree in a block that is perhaps not
/// the one that was meant. A word alone is everywhere. A Korean syllable says as much as two
/// letters, so words count by their columns.
const ENOUGH: usize = 20;

impl Resolution {
    /// The block, if the words were found.
    pub fn block(&self) -> Option<BlockIx> {
        match self {
            Self::At { block, .. } | Self::Moved { block, .. } => Some(*block),
            Self::Adrift { .. } => None,
        }
    }
}

impl Anchor {
    /// Where it leads in `briefing`. For many anchors at once, a [`Finder`] is quicker.
    pub fn find(&self, briefing: &Briefing) -> Resolution {
        Finder::new(briefing).find(self)
    }
}

impl<'b> Finder<'b> {
    /// A finder for `briefing`.
    pub fn new(briefing: &'b Briefing) -> Self {
        let cells = |blocks: usize| (0..blocks).map(|_| OnceCell::new()).collect();
        let folded = briefing.sections.iter().map(|section| cells(section.blocks.len())).collect();
        Self { briefing, folded }
    }

    /// Where `anchor` leads.
    ///
    /// The block that it names comes first, where the words stand in it with what stood around
    /// them. Otherwise the words are looked for in all blocks, and the place that has most of
    /// the old surroundings is taken; the named block and its section have an advantage.
    pub fn find(&self, anchor: &Anchor) -> Resolution {
        let sought = Sought::new(self.briefing, anchor);
        let named = sought.named.filter(|block| self.is_same(*block, &sought));
        if let Some(block) = named
            && let Some(found) = self.as_left(block, &sought)
        {
            return found;
        }
        let blocks = self.briefing.blocks().map(|(block, _)| block);
        let places = blocks.flat_map(|block| self.candidates(block, named, &sought));
        match best(places) {
            Some(best) => self.found(best, anchor),
            None => Resolution::Adrift { near: sought.named },
        }
    }

    fn folded(&self, at: BlockIx) -> &Folded {
        self.folded[at.section.get()][at.get()]
            .get_or_init(|| Folded::of(&self.briefing.block(at).logical()))
    }

    /// Whether the block of the anchor's address is the one that was meant. An address that the
    /// author wrote stays with its block; one that was counted only tells where to look.
    fn is_same(&self, block: BlockIx, sought: &Sought) -> bool {
        !is_counted(&sought.anchor.block) || self.folded(block).text.starts_with(&sought.opening)
    }

    /// What the anchor means in its own block, if that is beyond doubt.
    fn as_left(&self, block: BlockIx, sought: &Sought) -> Option<Resolution> {
        if sought.anchor.quote.is_none() {
            return Some(Resolution::At { block, bytes: None });
        }
        let folded = self.folded(block);
        let untouched = |at: &Range<usize>| sought.context(folded, at) == 2 * CONTEXT;
        let at = folded.places(&sought.exact).find(untouched)?;
        Some(Resolution::At { block, bytes: Some(folded.source(&at)?) })
    }

    /// The places in `block` where the words may be meant to stand.
    fn candidates<'f>(
        &'f self,
        block: BlockIx,
        named: Option<BlockIx>,
        sought: &'f Sought,
    ) -> impl Iterator<Item = Occurrence> + 'f {
        let folded = self.folded(block);
        let same = named == Some(block);
        let address = sought.named == Some(block);
        let near = self.briefing.section(block.section).id == sought.anchor.section;
        let words = sought.exact.width();
        folded.places(&sought.exact).filter_map(move |at| {
            let context = sought.context(folded, &at);
            let bonus = usize::from(address) * SAME_BLOCK + usize::from(near) * SAME_SECTION;
            let bytes = folded.source(&at)?;
            let trusted = same || words + context >= ENOUGH;
            trusted.then_some(Occurrence { block, bytes, score: context + bonus })
        })
    }

    fn found(&self, best: Occurrence, anchor: &Anchor) -> Resolution {
        let Occurrence { block, bytes, .. } = best;
        let bytes = anchor.quote.as_ref().map(|_| bytes);
        let there = self.briefing.section(block.section).id == anchor.section
            && self.briefing.block(block).id == anchor.block;
        if there { Resolution::At { block, bytes } } else { Resolution::Moved { block, bytes } }
    }
}

/// The first of those with the most for them.
fn best(candidates: impl Iterator<Item = Occurrence>) -> Option<Occurrence> {
    candidates.reduce(|best, next| if next.score > best.score { next } else { best })
}

/// Whether an id is one that a block without an id has, or none.
fn is_counted(id: &str) -> bool {
    id.strip_prefix('p').unwrap_or(id).bytes().all(|b| b.is_ascii_digit())
}

impl<'a> Sought<'a> {
    /// A block as a whole is searched for as its opening words, with the beginning of the block
    /// before them.
    fn new(briefing: &Briefing, anchor: &'a Anchor) -> Self {
        let opening = Folded::of(&anchor.opening).text;
        let (exact, before, after) = match &anchor.quote {
            Some(Quote { exact, prefix, suffix }) => {
                (Folded::of(exact).text, Surroundings::of(prefix), Surroundings::of(suffix))
            }
            None => (opening.trim().to_owned(), Surroundings::of(""), Surroundings::of("")),
        };
        let section = briefing.find_section(&anchor.section);
        let named = section.and_then(|section| briefing.find_block(section, &anchor.block));
        Self { anchor, named, opening, exact, before, after }
    }

    /// How many characters on both sides of `at` are those that stood there, [`CONTEXT`] for a
    /// side that is as it was.
    fn context(&self, folded: &Folded, at: &Range<usize>) -> usize {
        let (before, after) = (&folded.text[..at.start], &folded.text[at.end..]);
        self.before.agrees(before, before.chars().rev(), self.before.text.chars().rev())
            + self.after.agrees(after, after.chars(), self.after.text.chars())
    }
}

impl Surroundings {
    fn of(context: &str) -> Self {
        let whole = context.graphemes(true).count() < CONTEXT;
        Self { text: Folded::of(context).text, whole }
    }

    /// How many characters agree, counted from the words outwards; `text` is what stands there
    /// now.
    fn agrees(
        &self,
        text: &str,
        now: impl Iterator<Item = char>,
        then: impl Iterator<Item = char>,
    ) -> usize {
        let equal = now.zip(then).take_while(|(now, then)| now == then).count();
        let all = equal == self.text.chars().count();
        let as_it_was = all && (!self.whole || text.len() == self.text.len());
        if as_it_was { CONTEXT } else { equal.min(CONTEXT) }
    }
}
