//! Which words of one text another text lacks.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};
use unicode_segmentation::UnicodeSegmentation;

use crate::base::cut;

use super::{Face, Rich, Role};

/// The words of a text (UAX #29), without the punctuation between them.
#[derive(Default)]
pub(super) struct Words {
    /// The bytes of each.
    ranges: Vec<Range<usize>>,
    /// The letters of each, without regard to case.
    folded: Vec<String>,
    /// Where parts of the text begin, by the number of words before them.
    breaks: Vec<usize>,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        Self::of_parts(text, std::iter::once(0..text.len()))
    }

    /// The words of these bytes of a text, in order and apart from each other.
    pub(super) fn of_parts(text: &str, parts: impl Iterator<Item = Range<usize>>) -> Self {
        let mut words = Self::default();
        for part in parts {
            words.breaks.push(words.len());
            for (at, word) in cut(text, part.clone()).unicode_word_indices() {
                let start = part.start + at;
                words.ranges.push(start..start + word.len());
                words.folded.push(word.to_lowercase());
            }
        }
        words
    }

    pub(super) fn len(&self) -> usize {
        self.ranges.len()
    }

    /// The bytes of the words that are not `shared`; neighbours in a part make one range.
    pub(super) fn own(&self, shared: &[bool]) -> Vec<Range<usize>> {
        let mut own: Vec<Range<usize>> = Vec::new();
        let mut continues = false;
        let mut breaks = self.breaks.iter().peekable();
        for (at, (range, shared)) in self.ranges.iter().zip(shared).enumerate() {
            while breaks.next_if(|first| **first <= at).is_some() {
                continues = false;
            }
            match own.last_mut().filter(|_| continues) {
                _ if *shared => {}
                Some(last) => last.end = range.end,
                None => own.push(range.clone()),
            }
            continues = !shared;
        }
        own
    }
}

/// For each word of `one` and of `other`, whether both have it, in the same order.
pub(super) fn shared(one: &Words, other: &Words) -> (Vec<bool>, Vec<bool>) {
    let mut input = InternedInput::default();
    input.update_before(one.folded.iter().map(String::as_str));
    input.update_after(other.folded.iter().map(String::as_str));
    let diff = Diff::compute(Algorithm::Myers, &input);
    let number = |words: &Words| 0..u32::try_from(words.len()).unwrap_or(u32::MAX);
    let in_one = number(one).map(|word| !diff.is_removed(word)).collect();
    let in_other = number(other).map(|word| !diff.is_added(word)).collect();
    (in_one, in_other)
}

/// `rich` with the bytes of `own` in bold, and in the marks `open` and `close`.
pub(super) fn set_off(rich: &Rich, own: &[Range<usize>], (open, close): (&str, &str)) -> Rich {
    let mut out = Rich::default();
    let mut ranges = own.iter().peekable();
    let mark = Face { strong: true, ..Role::Body.into() };
    for run in &rich.runs {
        let mut at = run.range.start;
        while at < run.range.end {
            let range = ranges.peek().map_or(rich.plain.len()..rich.plain.len(), |r| (*r).clone());
            let inside = range.contains(&at);
            let end = run.range.end.min(if inside { range.end } else { range.start.max(at + 1) });
            if inside && at == range.start {
                out.push(open, mark);
            }
            let words = cut(&rich.plain, at..end);
            let face = Face { strong: run.face.strong || inside, ..run.face };
            match run.link {
                Some(link) => out.link(words, face, link),
                None => out.push(words, face),
            };
            if inside && end == range.end {
                out.push(close, mark);
                ranges.next();
            }
            at = end;
        }
    }
    out
}
