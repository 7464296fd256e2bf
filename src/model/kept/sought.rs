//! An anchor as it is searched for.

use std::cell::Cell;
use std::ops::Range;

use memchr::memmem::Finder;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::align::{align, distance};
use super::anchor::OPENING;
use super::fold::{Folded, is_between};
use super::opening::{ENOUGH, Opening};
use super::quote::CONTEXT;
use super::texts::Texts;
use super::{Anchor, Quote};

/// How many characters around words must agree if the words stand elsewhere too, and of either side
/// if much of the words themselves has changed.
pub(super) const SOME: usize = 8;

/// How sure it is that a block is the one that was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Nothing speaks for it.
    Stranger,
    /// It is in the place that the block had among its neighbours.
    InPlace,
    /// It begins in the same way, or has the beginning in it; or it is in that place and begins almost
    /// in the same way.
    Like,
    /// It has the address that the author wrote.
    Named,
}

/// An anchor, folded.
pub(super) struct Sought<'a> {
    pub(super) anchor: &'a Anchor,
    pub(super) above: Neighbour,
    pub(super) below: Neighbour,
    pub(super) opening: Opening,
    /// Whether the opening is the whole block.
    is_whole: bool,
    words: Option<QuotedWords<'a>>,
}

/// What stood beside a block in its section.
pub(super) enum Neighbour {
    /// Nobody knew.
    Unknown,
    /// Nothing: there the section ended.
    End,
    /// A block that begins so.
    Block(Opening),
}

/// Quoted words, folded with what stood around them.
struct QuotedWords<'a> {
    /// The words as they were.
    exact: &'a str,
    /// All of it, folded.
    pattern: Vec<char>,
    /// Where in it the words are.
    at: Range<usize>,
    finder: Finder<'static>,
    /// Their width in columns.
    width: usize,
    /// Whether the block began, and ended, with what stood around.
    whole: (bool, bool),
    /// Whether they stood elsewhere too.
    repeated: bool,
    /// How many pairs of characters may still be compared in blocks that are only in the place.
    effort: Cell<usize>,
}

/// The most pairs of characters that are compared for words in all the blocks that have taken the place
/// of theirs: these may be a whole section. It takes about 50 ms, and is enough for a hundred blocks.
const EFFORT: usize = 16 << 20;

/// Where in a block an anchor leads.
#[derive(Debug, Clone)]
pub(super) struct Placement {
    /// Bytes of its text; `None` for all of it.
    pub(super) bytes: Option<Range<usize>>,
    /// How much of them or around them has changed, in characters.
    pub(super) cost: usize,
}

impl<'a> Sought<'a> {
    pub(super) fn new(anchor: &'a Anchor) -> Self {
        Self {
            anchor,
            above: Neighbour::of(anchor.above.as_deref()),
            below: Neighbour::of(anchor.below.as_deref()),
            opening: Opening::of(&anchor.opening),
            is_whole: anchor.opening.graphemes(true).count() < OPENING,
            words: anchor.quote.as_ref().map(QuotedWords::of),
        }
    }

    /// Whether a block, folded, begins as the one that was meant.
    pub(super) fn begins(&self, text: &str) -> bool {
        let opening = &self.opening.text;
        let rest = text.strip_prefix(opening).filter(|_| !opening.is_empty());
        // A word that goes on is another one.
        rest.is_some_and(|rest| !self.is_whole || rest.is_empty() || rest.starts_with(' '))
    }

    /// The blocks that have the words as they were, in order, if these stood nowhere else.
    pub(super) fn with_words(&self, texts: &Texts) -> Vec<usize> {
        let words = self.words.as_ref().filter(|words| !words.repeated && !words.at.is_empty());
        let having = words.map(|words| texts.having(&words.finder));
        having.into_iter().flatten().map(|(n, _)| n).collect()
    }

    /// Whether a block that begins otherwise is like the one that was meant: a third of its beginning
    /// has changed at most, or all but its beginning is gone.
    pub(super) fn is_like(&self, text: &str) -> bool {
        let is_shortened = text.width() >= ENOUGH && self.opening.text.starts_with(text);
        is_shortened || self.opening.changed(text, 3).is_some()
    }

    /// Where in a block that is as sure as `likeness` the anchor leads.
    pub(super) fn find(&self, text: &str, likeness: Likeness) -> Option<Placement> {
        match &self.words {
            Some(words) => words.find(text, &Folded::of(text), likeness),
            None => (likeness >= Likeness::Like).then_some(Placement { bytes: None, cost: 0 }),
        }
    }
}

impl Neighbour {
    fn of(opening: Option<&str>) -> Self {
        match opening.map(Opening::of) {
            None => Self::Unknown,
            Some(opening) if opening.text.is_empty() => Self::End,
            Some(opening) => Self::Block(opening),
        }
    }

    /// Whether a block, folded, is the one that stood there.
    pub(super) fn is(&self, text: &str) -> bool {
        let Self::Block(opening) = self else { return false };
        text.starts_with(&opening.text) && (opening.is_telling || text.len() == opening.text.len())
    }

    /// The blocks that stood there; if there is none, the one that is most like it.
    pub(super) fn among(&self, texts: &Texts, is_home: bool) -> Vec<usize> {
        let blocks = texts.iter().enumerate().filter(|(_, text)| self.is(text));
        let blocks: Vec<usize> = blocks.map(|(n, _)| n).collect();
        match self {
            Self::Block(opening) if blocks.is_empty() && is_home => {
                opening.likest(texts, 4).into_iter().collect()
            }
            _ => blocks,
        }
    }
}

impl<'a> QuotedWords<'a> {
    fn of(quote: &'a Quote) -> Self {
        let Quote { exact, prefix, suffix, repeated } = quote;
        let folded = Folded::of(&[prefix.as_str(), exact, suffix].concat());
        let at = folded.within(&(prefix.len()..prefix.len() + exact.len()));
        let is_whole = |context: &str| context.graphemes(true).count() < CONTEXT;
        let words: String = folded.chars[at.clone()].iter().collect();
        Self {
            exact,
            pattern: folded.chars,
            at,
            finder: Finder::new(&words).into_owned(),
            width: words.width(),
            whole: (is_whole(prefix), is_whole(suffix)),
            repeated: *repeated,
            effort: Cell::new(EFFORT),
        }
    }

    fn folded(&self) -> &[char] {
        &self.pattern[self.at.clone()]
    }

    /// How many characters before and after a place are those that stood there, [`CONTEXT`] for a
    /// side that is as it was.
    fn context(&self, text: &[char], at: &Range<usize>) -> (usize, usize) {
        let (before, after) = (&self.pattern[..self.at.start], &self.pattern[self.at.end..]);
        let now = (&text[..at.start], &text[at.end..]);
        let equal_before = now.0.iter().rev().zip(before.iter().rev());
        let equal_after = now.1.iter().zip(after);
        let side = |equal: usize, then: &[char], now: &[char], whole: bool| {
            let as_it_was = equal == then.len() && (!whole || now.len() == then.len());
            if as_it_was { CONTEXT } else { equal.min(CONTEXT) }
        };
        (
            side(equal_before.take_while(|(a, b)| a == b).count(), before, now.0, self.whole.0),
            side(equal_after.take_while(|(a, b)| a == b).count(), after, now.1, self.whole.1),
        )
    }

    /// Where the words are in a block: as they were, or else changed. Of several places the one is
    /// taken that has changed least, with what stands around.
    fn find(&self, text: &str, folded: &Folded, likeness: Likeness) -> Option<Placement> {
        if self.at.is_empty() {
            return None;
        }
        let as_they_were = folded.places(self.folded()).into_iter().filter_map(|at| {
            let context = self.context(&folded.chars, &at);
            let agree = context.0 + context.1;
            let trusted = match likeness {
                Likeness::Stranger => !self.repeated && self.width + agree >= ENOUGH,
                Likeness::InPlace => self.width + agree >= ENOUGH,
                Likeness::Like | Likeness::Named => !self.repeated || agree >= SOME,
            };
            trusted.then_some((at, 2 * CONTEXT - agree))
        });
        let as_they_were = as_they_were.min_by_key(|(_, cost)| *cost);
        // Where nothing has changed, nothing is nearer.
        let is_best = as_they_were.as_ref().is_some_and(|(_, cost)| *cost == 0);
        let may_change = likeness > Likeness::Stranger && !is_best;
        let changed = (may_change && (likeness > Likeness::InPlace || self.spends_on(folded)))
            .then(|| self.changed(folded, likeness))
            .flatten();
        let (at, cost) = as_they_were.into_iter().chain(changed).min_by_key(|(_, cost)| *cost)?;
        let bytes = Some(self.with_marks(text, folded.source(&at)?));
        Some(Placement { bytes, cost })
    }

    /// Whether a block that is only in the place may be compared too.
    fn spends_on(&self, text: &Folded) -> bool {
        let pairs = self.pattern.len().saturating_mul(text.chars.len());
        let left = self.effort.get().checked_sub(pairs);
        self.effort.set(left.unwrap_or(0));
        left.is_some()
    }

    /// The bytes of words with the punctuation that belongs to them, which is not compared: what they
    /// had at their ends or, if that has changed, what stands there now.
    fn with_marks(&self, text: &str, bytes: Range<usize>) -> Range<usize> {
        let is_mark = |c: char| is_between(c) && !c.is_whitespace();
        let first = self.exact.len() - self.exact.trim_start_matches(is_mark).len();
        let last = self.exact.len() - self.exact.trim_end_matches(is_mark).len();
        let as_they_were = bytes.start.checked_sub(first).map(|start| start..bytes.end + last);
        if let Some(at) = as_they_were.filter(|at| text.get(at.clone()) == Some(self.exact)) {
            return at;
        }
        let before = text[..bytes.start].trim_end_matches(is_mark).len();
        let after = text.len() - text[bytes.end..].trim_start_matches(is_mark).len();
        let start = if first > 0 { before } else { bytes.start };
        start..if last > 0 { after } else { bytes.end }
    }

    /// Where the words are if they were changed: up to a third of their characters or, if what stands
    /// on both sides is there still, up to a half.
    fn changed(&self, text: &Folded, likeness: Likeness) -> Option<(Range<usize>, usize)> {
        let at = self.laid_along(&text.chars)?;
        let changed = distance(self.folded(), text.chars.get(at.clone())?)?;
        let context = self.context(&text.chars, &at);
        let agree = context.0 + context.1;
        let share = if context.0.min(context.1) >= SOME { 2 } else { 3 };
        let near = changed <= self.at.len().max(at.len()) / share;
        let trusted =
            likeness > Likeness::InPlace || self.width.saturating_sub(changed) + agree >= ENOUGH;
        (near && trusted && !at.is_empty()).then_some((at, changed + 2 * CONTEXT - agree))
    }

    /// Where the words are when they are laid along a text with what stood around them. An end of the
    /// block is as good as other surroundings.
    fn laid_along(&self, text: &[char]) -> Option<Range<usize>> {
        let begin = vec!['\u{2}'; if self.whole.0 { CONTEXT } else { 0 }];
        let end = vec!['\u{3}'; if self.whole.1 { CONTEXT } else { 0 }];
        let pattern = [&begin, self.pattern.as_slice(), &end].concat();
        let words = self.at.start + begin.len()..self.at.end + begin.len();
        let at = align(&pattern, &words, &[&begin, text, &end].concat())?;
        let inside = |at: usize| at.saturating_sub(begin.len()).min(text.len());
        Some(self.as_words(inside(at.start)..inside(at.end), text))
    }

    /// A place without a space at either end and, where the words began or ended as one, with the
    /// whole of its first or last word.
    fn as_words(&self, mut at: Range<usize>, text: &[char]) -> Range<usize> {
        let is_space = |at: Option<usize>, text: &[char]| {
            at.and_then(|at| text.get(at)).is_none_or(|c| *c == ' ')
        };
        while !at.is_empty() && is_space(Some(at.start), text) {
            at.start += 1;
        }
        while !at.is_empty() && is_space(at.end.checked_sub(1), text) {
            at.end -= 1;
        }
        if at.is_empty() {
            return at;
        }
        if is_space(self.at.start.checked_sub(1), &self.pattern) {
            while !is_space(at.start.checked_sub(1), text) {
                at.start -= 1;
            }
        }
        if is_space(Some(self.at.end), &self.pattern) {
            while !is_space(Some(at.end), text) {
                at.end += 1;
            }
        }
        at
    }
}
