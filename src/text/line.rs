//! Lines of text, ready to be painted, and what they are made to fit.

use std::ops::Range;
use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

use super::{Face, Hyphens, Origin, columns};

/// What lines are made to fit.
#[derive(Debug, Clone, Copy)]
pub struct Measure<'a> {
    /// The columns that a line may take. With 0 there are no lines.
    pub width: usize,
    /// How to hyphenate, if at all. Soft hyphens work without.
    pub hyphens: Option<&'a Hyphens>,
    /// Whether an outside address stays whole though it is wider than the line: on paper, what is
    /// broken can neither be copied nor typed without a doubt.
    pub unbroken: bool,
}

/// One line, ready to be painted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Its parts, from left to right. An empty line has none.
    pub segments: Vec<Segment>,
    /// The columns that it takes, at most those of the measure.
    pub width: usize,
    /// The outside address that its words are, or are a part of.
    pub address: Option<Arc<str>>,
    /// What its words are, if they can be marked.
    pub origin: Option<Origin>,
    /// Whether a bar beside it says that it is what is cited.
    pub cited: bool,
}

impl Line {
    /// The bytes of the block's logical text that its segments are of which `wanted` is true, from
    /// the first to the last.
    pub fn logical(&self, wanted: impl Fn(&Segment) -> bool) -> Option<Range<usize>> {
        let segments = self.segments.iter().filter(|segment| !segment.range.is_empty());
        let mut ranges = segments.filter(|segment| wanted(segment)).map(|one| one.range.clone());
        let first = ranges.next()?;
        let end = ranges.last().map_or(first.end, |last| last.end);
        self.origin?.logical(&(first.start..end))
    }

    /// Where each character that a reader sees begins: its column, and its byte of the block's logical
    /// text. Those that are not of that text are left out.
    fn places(&self) -> Vec<(usize, usize)> {
        let Some(Origin::Text { at, logical, len }) = self.origin else { return Vec::new() };
        let (mut places, mut column) = (Vec::new(), 0);
        for segment in &self.segments {
            for (byte, letter) in segment.words.grapheme_indices(true) {
                let plain = segment.range.start + byte;
                if plain < segment.range.end && (at..at + len).contains(&plain) {
                    places.push((column, plain - at + logical));
                }
                column += columns(letter);
            }
        }
        places
    }

    /// The byte of the block's logical text that is shown at a column, or before it.
    pub(crate) fn logical_at(&self, column: usize) -> Option<usize> {
        let places = self.places();
        let at = places.partition_point(|(start, _)| *start <= column).saturating_sub(1);
        places.get(at).map(|(_, byte)| *byte)
    }

    /// The column at which a byte of the block's logical text is shown.
    pub(crate) fn column_of(&self, byte: usize) -> Option<usize> {
        self.places().into_iter().rfind(|(_, start)| *start <= byte).map(|(column, _)| column)
    }
}

/// A part of a line in one face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// What is shown: the text of `range` byte for byte, and a `-` after it at the end of a line
    /// that ends inside a word. Only a character that is wider than the whole measure has
    /// another (`�`) in its place.
    pub words: String,
    /// Bytes of [`super::Rich::plain`]. Hard breaks, soft hyphens and the spaces at line ends are in no
    /// segment's range, everything else is in one, in order.
    pub range: Range<usize>,
    /// How it looks.
    pub face: Face,
    /// Which link it is part of, as in [`super::Run::link`].
    pub link: Option<usize>,
}
