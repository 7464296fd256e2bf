//! Text as an anchor compares it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Text without what an editor changes unseen: composed, each run of white space one space,
/// typographic quotation marks as those of a keyboard.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    /// The folded text.
    pub(super) text: String,
    /// Where characters as a reader sees them begin and end: bytes of the folded text, and the
    /// bytes of the source that they stand for.
    edges: Vec<(usize, usize)>,
}

impl Folded {
    /// `source`, folded.
    pub(super) fn of(source: &str) -> Self {
        let mut folded = Self::default();
        for (at, cluster) in source.grapheme_indices(true) {
            let blank = cluster.chars().all(char::is_whitespace);
            if blank && folded.text.ends_with(' ') {
                continue;
            }
            folded.edges.push((folded.text.len(), at));
            if blank {
                folded.text.push(' ');
            } else {
                folded.text.extend(cluster.nfc().map(plain));
            }
        }
        folded.edges.push((folded.text.len(), source.len()));
        folded
    }

    /// Every place of `words`, as bytes of the folded text. A place in the middle of a character
    /// is none: `e` is not in `é`.
    pub(super) fn places<'t>(&'t self, words: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let mut from = 0;
        let next = move || {
            let at = from + self.text.get(from..)?.find(words)?;
            from = at + self.text[at..].chars().next().map_or(1, char::len_utf8);
            Some(at..at + words.len())
        };
        std::iter::from_fn(next)
            .filter(|at| !at.is_empty())
            .filter(|at| self.edge(at.start).is_some() && self.edge(at.end).is_some())
    }

    /// The bytes of the source that a place stands for.
    pub(super) fn source(&self, at: &Range<usize>) -> Option<Range<usize>> {
        Some(self.edge(at.start)?..self.edge(at.end)?)
    }

    fn edge(&self, at: usize) -> Option<usize> {
        let found = self.edges.binary_search_by_key(&at, |(folded, _)| *folded).ok()?;
        Some(self.edges[found].1)
    }
}

fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        c => c,
    }
}
