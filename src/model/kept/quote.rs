//! Words, kept with what stands around them.

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

/// Words and what stands around them: the `TextQuoteSelector` of the Web Annotation Data Model
/// (W3C, 2017).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands before them in the block, shorter than [`CONTEXT`] only where it begins.
    pub prefix: String,
    /// What stands after them, shorter than [`CONTEXT`] only where the block ends.
    pub suffix: String,
    /// Whether they stand elsewhere in the briefing too.
    pub repeated: bool,
}

/// How many characters, as a reader sees them, a quote keeps of what stands on either side.
pub(super) const CONTEXT: usize = 32;

/// The first characters of a text, as a reader sees them.
pub(super) fn first(text: &str, characters: usize) -> &str {
    text.grapheme_indices(true).nth(characters).map_or(text, |(at, _)| &text[..at])
}

/// The last characters of a text, as a reader sees them.
pub(super) fn last(text: &str, characters: usize) -> &str {
    let mut from_end = text.grapheme_indices(true).rev();
    from_end.nth(characters.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}
