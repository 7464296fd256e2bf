//! What of a sheet can be chosen word by word: what a block or a card says, and none of what the
//! program puts before, behind and between.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::{cut, sentence};

use super::{Origin, Sheet};

/// The texts that a sheet says, each with the byte of the logical text at which it begins. Of the same
/// sheet they are the same at every width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Spoken(Vec<(usize, String)>);

impl Sheet {
    /// What it says.
    pub(crate) fn spoken(&self) -> Spoken {
        let texts = self.elements.iter().filter_map(|element| match element.origin? {
            Origin::Text { at, logical, len } => {
                let words = element.rich.plain.get(at..at + len)?;
                (!words.trim().is_empty()).then(|| (logical, words.to_owned()))
            }
            Origin::Note(_) => None,
        });
        Spoken(texts.collect())
    }

    /// Sets these bytes of the logical text off as chosen.
    pub(crate) fn choose(&mut self, bytes: &Range<usize>) {
        for element in &mut self.elements {
            if let Some(bytes) = element.origin.and_then(|origin| origin.plain(bytes)) {
                element.rich.choose(&bytes);
            }
        }
    }
}

/// All ranges are bytes of the logical text.
impl Spoken {
    /// Whether it says nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// From the first letter to the last.
    pub(crate) fn all(&self) -> Range<usize> {
        let ends = self.0.iter().map(|(at, words)| {
            let start = at + words.len() - words.trim_start().len();
            start..at + words.trim_end().len()
        });
        ends.reduce(|first, last| first.start..last.end).unwrap_or(0..0)
    }

    /// Its words, in order: what has a letter or a number in it, without the marks around. A text that
    /// has no such word is one.
    pub(crate) fn words(&self) -> Vec<Range<usize>> {
        let mut all = Vec::new();
        for (at, text) in &self.0 {
            let before = all.len();
            let parts = text.split_word_bound_indices();
            let words = parts.filter(|(_, part)| part.contains(char::is_alphanumeric));
            all.extend(words.map(|(start, word)| at + start..at + start + word.len()));
            if all.len() == before {
                let start = at + text.len() - text.trim_start().len();
                all.push(start..at + text.trim_end().len());
            }
        }
        all
    }

    /// The sentence that a byte is in.
    pub(crate) fn sentence(&self, byte: usize) -> Range<usize> {
        let Some((at, text)) = self.0.iter().rfind(|(at, _)| *at <= byte) else { return 0..0 };
        let sentence = sentence(text, byte - at);
        at + sentence.start..at + sentence.end
    }

    /// What stands in these bytes, text by text, each with its bytes.
    pub(crate) fn within(&self, bytes: &Range<usize>) -> Vec<(Range<usize>, String)> {
        let part = |(at, text): &(usize, String)| {
            let inside = |byte: usize| byte.clamp(*at, at + text.len()) - at;
            let range = inside(bytes.start)..inside(bytes.end);
            let words = cut(text, range.clone());
            (!words.is_empty()).then(|| (at + range.start..at + range.end, words.to_owned()))
        };
        self.0.iter().filter_map(part).collect()
    }
}
