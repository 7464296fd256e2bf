//! What a mark or a note holds on to.

use std::ops::Range;

use memchr::memmem;
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use super::law_words;
use super::quote::{CONTEXT, Quote, first, last};
use crate::model::{Block, BlockIx, Briefing, Target};

/// A paragraph of a briefing, words of it, or an article or an actor, said so that an edit of the briefing does not
/// lose them: by ids and by the words themselves, never by a position. See [`super::Finder`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Anchor {
    /// What it is on if that is no paragraph, by reference: `article:treaty-2024/4`, `actor:kim`. Then
    /// `opening` is what that is called, `quote` what a provision says without its mark, and all the rest is
    /// empty.
    pub card: Option<String>,
    /// The section's id.
    pub section: String,
    /// The block's address in the section. Where the author wrote none it is `p3`, which is
    /// another paragraph when one was put before it; then `opening` tells.
    pub block: String,
    /// How the block begins.
    pub opening: String,
    /// How the block before it in the section begins; empty if it is the first, `None` if nobody knew.
    pub above: Option<String>,
    /// How the block after it in the section begins; empty if it is the last, `None` if nobody knew.
    pub below: Option<String>,
    /// Whether another block of the briefing begins in the same way.
    pub alike: bool,
    /// The words; `None` for the block as a whole, and for a card other than a provision.
    pub quote: Option<Quote>,
}

/// How many characters of a block's beginning an anchor keeps.
pub(super) const OPENING: usize = 48;
/// How many of that of its neighbours, which nobody is shown.
const NEIGHBOUR: usize = 96;

impl Anchor {
    /// An anchor to a block, or to these bytes of its [`crate::model::Block::logical`] text.
    ///
    /// The bytes are widened to whole characters, and white space at the ends is left out; if
    /// nothing is left, it is an anchor to the block as a whole.
    pub fn at(briefing: &Briefing, at: BlockIx, bytes: Option<Range<usize>>) -> Self {
        let mut anchor = Self::plain(briefing, at, bytes);
        let opening = anchor.opening.as_str();
        let others = briefing.blocks().filter(|(other, _)| *other != at);
        anchor.alike = !opening.is_empty()
            && others.map(|(_, other)| other).any(|other| begins(other, opening));
        if let Some(quote) = &mut anchor.quote {
            quote.repeated = is_repeated(briefing, &quote.exact);
        }
        anchor
    }

    /// The same without a look at the rest of the briefing: for a place that is kept with every step.
    pub(crate) fn plain(briefing: &Briefing, at: BlockIx, bytes: Option<Range<usize>>) -> Self {
        let block = briefing.block(at);
        let text = block.logical();
        let words = bytes.map(|bytes| widened(&text, &bytes));
        let quote = words.filter(|words| !words.is_empty()).map(|words| Quote {
            exact: text[words.clone()].to_owned(),
            prefix: last(&text[..words.start], CONTEXT).to_owned(),
            suffix: first(&text[words.end..], CONTEXT).to_owned(),
            repeated: false,
        });
        let (above, below) = neighbours(briefing, at);
        Self {
            card: None,
            section: briefing.section(at.section).id.clone(),
            block: block.id.clone(),
            opening: first(&text, OPENING).to_owned(),
            above: Some(above),
            below: Some(below),
            alike: false,
            quote,
        }
    }

    /// An anchor to an article, an actor or anything else that has a card of its own.
    pub(crate) fn to_card(briefing: &Briefing, target: &Target) -> Self {
        let (card, opening) = (Some(briefing.reference(target)), briefing.name(target));
        let quote = match target {
            Target::Provision(at) => law_words::quote(briefing, at),
            _ => None,
        };
        Self { card, opening, quote, ..Self::default() }
    }

    /// Whether it says what one that was made anew there would say.
    pub(crate) fn is_of(
        &self,
        briefing: &Briefing,
        at: BlockIx,
        bytes: Option<Range<usize>>,
    ) -> bool {
        let mut anew = Self::plain(briefing, at, bytes);
        anew.alike = self.alike;
        if let (Some(anew), Some(quote)) = (&mut anew.quote, &self.quote) {
            anew.repeated = quote.repeated;
        }
        anew == *self
    }
}

/// How the blocks before and after one in its section begin; empty where there is none.
pub(super) fn neighbours(briefing: &Briefing, at: BlockIx) -> (String, String) {
    let blocks = &briefing.section(at.section).blocks;
    let opening = |at: Option<usize>| {
        let block = at.and_then(|at| blocks.get(at));
        block.map_or_else(String::new, |block| first(&block.logical(), NEIGHBOUR).to_owned())
    };
    (opening(at.get().checked_sub(1)), opening(at.get().checked_add(1)))
}

fn begins(block: &Block, opening: &str) -> bool {
    block.logical().starts_with(opening)
}

/// Whether words stand in the briefing more than once.
fn is_repeated(briefing: &Briefing, words: &str) -> bool {
    let (finder, mut places) = (memmem::Finder::new(words), 0);
    briefing.blocks().any(|(_, block)| {
        places += finder.find_iter(block.logical().as_bytes()).take(2).count();
        places > 1
    })
}

/// The range from the first to the last character that is no white space and of which `bytes`
/// has a part.
fn widened(text: &str, bytes: &Range<usize>) -> Range<usize> {
    // A character begins with a space: from the last one on, for the text may be long.
    let from = text.get(..bytes.start).and_then(|before| before.rfind(' ')).unwrap_or(0);
    let touched = text[from..]
        .grapheme_indices(true)
        .map(|(at, cluster)| (from + at..from + at + cluster.len(), cluster))
        .skip_while(|(at, _)| at.end <= bytes.start)
        .take_while(|(at, _)| at.start < bytes.end)
        .filter(|(_, cluster)| !cluster.chars().all(char::is_whitespace))
        .map(|(at, _)| at);
    touched.reduce(|first, last| first.start..last.end).unwrap_or(0..0)
}
