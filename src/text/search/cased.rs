//! Folded text in lower case, with a bit for every letter that was not.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::cut;
use crate::text::fold::{each, has_umlaut, lower, raise};

/// Text that can be searched with case and without, for an eighth more than its size.
#[derive(Debug, Clone, Default)]
pub(super) struct Cased {
    low: String,
    /// A bit for each byte of `low`: set at the first byte of a letter that was upper case.
    upper: Vec<u64>,
    /// The bytes of `low` at which a letter stands that had an umlaut, in order. There are few.
    umlauts: Vec<u32>,
}

impl Cased {
    /// `text` folded.
    pub(super) fn fold(text: &str) -> Self {
        let mut cased = Self::default();
        cased.push_folded(text);
        cased
    }

    /// Adds `text`, folded.
    pub(super) fn push_folded(&mut self, text: &str) {
        self.low.reserve(text.len());
        each(text, |c, source| {
            if source.len() > 1 && has_umlaut(c, cut(text, source)) {
                self.umlauts.extend(u32::try_from(self.low.len()));
            }
            self.push(c);
        });
    }

    /// Adds a character as it is.
    pub(super) fn push(&mut self, c: char) {
        let low = lower(c);
        let (word, bit) = place(self.low.len());
        if word >= self.upper.len() {
            self.upper.resize(word + 1, 0);
        }
        if low != c
            && let Some(bits) = self.upper.get_mut(word)
        {
            *bits |= 1 << bit;
        }
        self.low.push(low);
    }

    /// The text in lower case.
    pub(super) fn low(&self) -> &str {
        &self.low
    }

    /// Whether any letter is upper case.
    pub(super) fn has_upper(&self) -> bool {
        self.upper.iter().any(|bits| *bits != 0)
    }

    /// Whether the letters from byte `at` on have the cases of those of `other`.
    pub(super) fn is_cased_as(&self, at: usize, other: &Self) -> bool {
        (0..other.low.len()).all(|n| self.is_upper(at + n) == other.is_upper(n))
    }

    /// Whether the letter at byte `at` had an umlaut.
    pub(super) fn has_umlaut(&self, at: usize) -> bool {
        u32::try_from(at).is_ok_and(|at| self.umlauts.binary_search(&at).is_ok())
    }

    fn is_upper(&self, at: usize) -> bool {
        let (word, bit) = place(at);
        self.upper.get(word).is_some_and(|bits| bits >> bit & 1 == 1)
    }

    /// The text at `range` in its own case.
    pub(super) fn cased(&self, range: Range<usize>) -> Cow<'_, str> {
        let mut cased = String::new();
        let mut done = range.start;
        for at in self.uppers(range.clone()) {
            let rest = cut(&self.low, at..);
            if let Some(c) = rest.chars().next() {
                cased.push_str(cut(&self.low, done..at));
                cased.push(raise(c));
                done = at + c.len_utf8();
            }
        }
        let rest = cut(&self.low, done..range.end);
        if done == range.start {
            return Cow::Borrowed(rest);
        }
        cased.push_str(rest);
        Cow::Owned(cased)
    }

    /// The bytes in `range` at which an upper-case letter begins.
    fn uppers(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let words = self.upper.iter().enumerate().skip(range.start / 64);
        let words = words.take_while({
            let end = range.end;
            move |(word, _)| word * 64 < end
        });
        words
            .flat_map(|(word, bits)| Ones(*bits).map(move |bit| word * 64 + bit))
            .filter(move |at| range.contains(at))
    }

    pub(super) fn shrink(&mut self) {
        self.low.shrink_to_fit();
        self.upper.shrink_to_fit();
        self.umlauts.shrink_to_fit();
    }
}

/// The word and the bit in it that belong to byte `at`.
fn place(at: usize) -> (usize, usize) {
    (at / 64, at % 64)
}

/// The places of the bits that are set.
struct Ones(u64);

impl Iterator for Ones {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bit = (self.0 != 0).then_some(self.0.trailing_zeros() as usize);
        self.0 &= self.0.wrapping_sub(1);
        bit
    }
}
