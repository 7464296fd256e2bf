//! What a mark or a note holds on to.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{BlockIx, Briefing};

/// A paragraph of a briefing, or words of it, said so that an edit of the briefing does not
/// lose them: by ids and by the words themselves, never by a position. See [`super::Finder`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The section's id.
    pub section: String,
    /// The block's address in the section. Where the author wrote none it is `p3`, which is
    /// another paragraph when one was put before it; then `opening` tells.
    pub block: String,
    /// How the block begins.
    pub opening: String,
    /// The words; `None` for the block as a whole.
    pub quote: Option<Quote>,
}

/// Words and what stands around them: the `TextQuoteSelector` of the Web Annotation Data Model
/// (W3C, 2017).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands before them in the block, shorter than [`CONTEXT`] only where it begins.
    pub prefix: String,
    /// What stands after them, shorter than [`CONTEXT`] only where the block ends.
    pub suffix: String,
}

/// How many characters, as a reader sees them, a quote keeps of what stands on either side.
pub(super) const CONTEXT: usize = 32;
/// How many characters of a block's beginning an anchor keeps.
const OPENING: usize = 48;

impl Anchor {
    /// An anchor to a block, or to these bytes of its [`crate::model::Block::logical`] text.
    ///
    /// The bytes are widened to whole characters, and white space at the ends is left out; if
    /// nothing is left, it is an anchor to the block as a whole.
    pub fn at(briefing: &Briefing, at: BlockIx, bytes: Option<Range<usize>>) -> Self {
        let block = briefing.block(at);
        let text = block.logical();
        let words = bytes.map(|bytes| widened(&text, &bytes));
        let quote = words.filter(|words| !words.is_empty()).map(|words| Quote {
            exact: text[words.clone()].to_owned(),
            prefix: last(&text[..words.start], CONTEXT).to_owned(),
            suffix: first(&text[words.end..], CONTEXT).to_owned(),
        });
        Self {
            section: briefing.section(at.section).id.clone(),
            block: block.id.clone(),
            opening: first(&text, OPENING).to_owned(),
            quote,
        }
    }
}

/// The range from the first to the last character that is no white space and of which `bytes`
/// has a part.
fn widened(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let touched = text
        .grapheme_indices(true)
        .map(|(at, cluster)| (at..at + cluster.len(), cluster))
        .filter(|(at, _)| at.start < bytes.end && bytes.start < at.end)
        .filter(|(_, cluster)| !cluster.chars().all(char::is_whitespace))
        .map(|(at, _)| at);
    touched.reduce(|first, last| first.start..last.end).unwrap_or(0..0)
}

fn first(text: &str, characters: usize) -> &str {
    text.grapheme_indices(true).nth(characters).map_or(text, |(at, _)| &text[..at])
}

fn last(text: &str, characters: usize) -> &str {
    let mut from_end = text.grapheme_indices(true).rev();
    from_end.nth(characters.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}
