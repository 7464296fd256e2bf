//! Lines of text, ready to be painted, and what they are made to fit.

use std::ops::Range;
use std::sync::Arc;

use super::{Face, Hyphens, Origin};

/// What lines are made to fit.
#[derive(Debug, Clone, Copy)]
pub struct Measure<'a> {
    /// The columns that a line may take. With 0 there are no lines.
    pub width: usize,
    /// How to hyphenate, if at all. Soft hyphens work without.
    pub hyphens: Option<&'a Hyphens>,
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
