//! How a long text is divided: a wording between its provisions, a long provision and a long paragraph between
//! their sentences.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::{cut, sentence};
use crate::model::{Text, Wording};

use super::breaks::breaks;
use super::pieces::is_space;

/// The bytes that are set in one go, at the least.
pub(super) const BYTES: usize = 2048;
/// A provision or a paragraph of no more bytes stays whole, so that all its lines are as even as they can be.
pub(super) const WHOLE: usize = 4 * BYTES;
/// How far the end of a sentence is looked for, in bytes. The bytes of a stretch are more.
const SENTENCE: usize = 1024;

/// The bytes of something that is not divided.
pub(super) const ALL: Range<usize> = 0..usize::MAX;

/// What is divided: units that stand below each other, a line feed between two. A stretch has several of them,
/// or a part of a long one.
pub(super) enum Divided<'t> {
    /// The provisions of a wording.
    Wording(&'t Wording),
    /// A text alone.
    Text(&'t Text, Range<usize>),
    /// Nothing that is ever divided.
    Nothing,
}

/// A part of a unit that is in a stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Portion {
    /// Its bytes, without a line feed at their end.
    pub bytes: Range<usize>,
    /// How many bytes of the unit stand before it.
    pub skipped: usize,
    /// Whether its last line is one like the others: the unit goes on in the same paragraph.
    pub goes_on: bool,
    /// Whether the unit ends with it.
    pub ends: bool,
}

impl<'t> Divided<'t> {
    /// Its bytes, a line feed behind the last unit included.
    fn len(&self) -> usize {
        match self {
            Self::Wording(wording) => wording.text.plain.len() + 1,
            Self::Text(_, bytes) => bytes.len() + 1,
            Self::Nothing => 1,
        }
    }

    /// The unit with a byte, or the first behind it: the text that it is in, its bytes there, and where it
    /// begins.
    fn unit(&self, byte: usize) -> Option<(&'t Text, Range<usize>, usize)> {
        match self {
            Self::Wording(wording) => {
                let all = wording.provisions();
                let range = &all.get(all.partition_point(|one| one.range.end <= byte))?.range;
                Some((&wording.text, range.clone(), range.start))
            }
            Self::Text(text, bytes) => (byte < bytes.len()).then(|| (*text, bytes.clone(), 0)),
            Self::Nothing => None,
        }
    }

    /// Where the stretch of a number begins: with the first unit in its share of the bytes or, where a long unit
    /// takes up all of that, with a sentence of it.
    fn begins(&self, number: usize) -> usize {
        let from = number * BYTES;
        if number == 0 {
            return 0;
        }
        let Some((text, bytes, start)) = self.unit(from) else { return self.len() };
        if start >= from {
            return start;
        }
        let end = start + bytes.len();
        if bytes.len() <= WHOLE || end - from < BYTES {
            return end + 1;
        }
        let at = bytes.start + from - start;
        place(text, at, bytes.end) - bytes.start + start
    }

    /// How many stretches there are. None of them is empty but between others, where a unit is longer than its
    /// share.
    pub(super) fn stretches(&self) -> usize {
        let mut number = self.len().div_ceil(BYTES);
        while number > 1 && self.begins(number - 1) >= self.len() {
            number -= 1;
        }
        number
    }

    /// The bytes of a stretch.
    pub(super) fn bytes(&self, number: usize) -> Range<usize> {
        let end = if number + 1 >= self.stretches() { self.len() } else { self.begins(number + 1) };
        self.begins(number)..end
    }

    /// Whether some bytes have a link.
    pub(super) fn has_links_in(&self, bytes: &Range<usize>) -> bool {
        match self {
            Self::Wording(wording) => wording.text.has_links_in(bytes),
            Self::Text(text, all) => {
                text.has_links_in(&(bytes.start + all.start..bytes.end + all.start))
            }
            Self::Nothing => false,
        }
    }

    /// The stretch with a byte.
    pub(super) fn stretch_at(&self, byte: usize) -> usize {
        let mut number = (byte / BYTES).min(self.stretches() - 1);
        while number > 0 && self.begins(number) > byte {
            number -= 1;
        }
        number
    }
}

/// What of a unit is in a stretch of these bytes; `None` if nothing is.
pub(super) fn portion(text: &str, unit: &Range<usize>, stretch: &Range<usize>) -> Option<Portion> {
    let bytes = unit.start.max(stretch.start)..unit.end.min(stretch.end);
    let is_empty_here = unit.is_empty() && (stretch.start..=stretch.end).contains(&unit.start);
    let is_here = !bytes.is_empty() || is_empty_here;
    if !is_here {
        return None;
    }
    let (skipped, ends) = (bytes.start - unit.start, bytes.end == unit.end);
    let ends_line = !ends && cut(text, bytes.clone()).ends_with('\n');
    let bytes = bytes.start..bytes.end - usize::from(ends_line);
    Some(Portion { bytes, skipped, goes_on: !ends && !ends_line, ends })
}

/// The first good place to divide a text from byte `from` on, before byte `to`: the end of a line or of a
/// sentence, else of a word. It is in no link that ends soon.
pub(super) fn place(text: &Text, from: usize, to: usize) -> usize {
    let plain = &text.plain;
    let until = |bytes: usize| plain.floor_char_boundary((from + bytes).min(to));
    let from = plain.floor_char_boundary(from);
    let window = cut(plain, from..until(SENTENCE));
    let line_end = window.find('\n').map(|at| at + 1);
    let end = line_end.or_else(|| sentence_end(window)).unwrap_or_else(|| word_end(window));
    let at = from + end;
    let span = text.spans.get(text.spans.partition_point(|span| span.range.end <= at));
    let link = span.filter(|span| span.target.is_some() && span.range.start < at);
    match link.map(|link| link.range.end..until(BYTES - 1)) {
        Some(behind) if behind.start < behind.end => {
            behind.start + word_end(cut(plain, behind.clone()))
        }
        _ => at,
    }
}

/// Where a sentence begins behind another one.
fn sentence_end(window: &str) -> Option<usize> {
    let rest = cut(window, sentence(window, 0).end..);
    let next = rest.trim_start_matches(is_space);
    (!next.is_empty()).then(|| window.len() - next.len())
}

/// Where a word begins behind white space, else where a line may end or, if it may nowhere, the last letter.
fn word_end(window: &str) -> usize {
    let is_behind_space = |at: &usize| cut(window, ..*at).ends_with(is_space);
    let mut ends = breaks(window).filter(|at| (1..window.len()).contains(at));
    let first = ends.next();
    let spaced = first.into_iter().chain(ends).find(is_behind_space);
    let letter = || window.grapheme_indices(true).next_back().map(|(at, _)| at);
    spaced.or(first).or_else(|| letter().filter(|at| *at > 0)).unwrap_or(window.len())
}
