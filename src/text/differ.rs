//! Which words of one text another text lacks.

use std::hash::Hash;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput, Interner};
use unicode_segmentation::UnicodeSegmentation;

use crate::base::cut;

use super::{Face, Rich, Role};

/// So many words of each text are compared with each other at most. What that takes grows with their square.
const PIECE: usize = 2_000;

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

    /// The letters of the words from one to before another.
    fn between(&self, start: usize, end: usize) -> &[String] {
        self.folded.get(start..end).unwrap_or_default()
    }

    /// The parts that say anything, each by its words and their letters.
    fn parts(&self) -> Vec<(Range<usize>, &[String])> {
        let ends = self.breaks.iter().copied().skip(1).chain([self.len()]);
        let parts = self.breaks.iter().copied().zip(ends).filter(|(start, end)| start < end);
        parts.map(|(start, end)| (start..end, self.between(start, end))).collect()
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
///
/// However long they are, this takes time in proportion. In long ones, the parts that both have whole hold what
/// stands between them to its place, and what is longer still is compared piece by piece.
pub(super) fn shared(one: &Words, other: &Words) -> (Vec<bool>, Vec<bool>) {
    let (mut in_one, mut in_other) = (Vec::new(), Vec::new());
    let is_long = one.len().max(other.len()) > PIECE;
    let held = if is_long { same_parts(one, other) } else { Vec::new() };
    let ends = (one.len()..one.len(), other.len()..other.len());
    for (here, there) in held.into_iter().chain([ends]) {
        let between = one.between(in_one.len(), here.start);
        let (own, others) = in_both(between, other.between(in_other.len(), there.start));
        in_one.extend(own.into_iter().chain(here.map(|_| true)));
        in_other.extend(others.into_iter().chain(there.map(|_| true)));
    }
    (in_one, in_other)
}

/// The parts that both have to the letter, in the same order, each by its words in both.
fn same_parts(one: &Words, other: &Words) -> Vec<(Range<usize>, Range<usize>)> {
    let (parts, others) = (one.parts(), other.parts());
    let (here, there) = in_both(&letters(&parts), &letters(&others));
    let shared = |parts: Vec<(Range<usize>, _)>, both: Vec<bool>| {
        parts.into_iter().zip(both).filter(|(_, both)| *both).map(|((words, _), _)| words)
    };
    shared(parts, here).zip(shared(others, there)).collect()
}

fn letters<'a>(parts: &[(Range<usize>, &'a [String])]) -> Vec<&'a [String]> {
    parts.iter().map(|(_, letters)| *letters).collect()
}

/// For each of `one` and of `other`, whether both have it, in the same order.
fn in_both<T: Eq + Hash>(mut one: &[T], mut other: &[T]) -> (Vec<bool>, Vec<bool>) {
    let (mut in_one, mut in_other) = (Vec::new(), Vec::new());
    while !(one.is_empty() || other.is_empty()) {
        let first = |all: &[T]| all.len().min(PIECE);
        let (here, there) = (first(one), first(other));
        let (own, others) = in_both_whole(up_to(one, here), up_to(other, there));
        // The next piece begins behind the last that both have, so that both go on from the same place.
        let last = |both: &[bool]| both.iter().rposition(|both| *both).map_or(0, |at| at + 1);
        let goes_on = here < one.len() || there < other.len();
        let ends = (last(&own), last(&others));
        let far = ends.0.min(ends.1) > PIECE / 2;
        let (here, there) = if goes_on && far { ends } else { (here, there) };
        in_one.extend(own.into_iter().take(here));
        in_other.extend(others.into_iter().take(there));
        one = one.get(here..).unwrap_or_default();
        other = other.get(there..).unwrap_or_default();
    }
    in_one.extend(one.iter().map(|_| false));
    in_other.extend(other.iter().map(|_| false));
    (in_one, in_other)
}

fn up_to<T>(all: &[T], end: usize) -> &[T] {
    all.get(..end).unwrap_or_default()
}

/// The same, in time that may grow with the square of what there is.
fn in_both_whole<T: Eq + Hash>(one: &[T], other: &[T]) -> (Vec<bool>, Vec<bool>) {
    let interner = Interner::new(one.len() + other.len());
    let mut input = InternedInput { before: Vec::new(), after: Vec::new(), interner };
    input.update_before(one.iter());
    input.update_after(other.iter());
    let diff = Diff::compute(Algorithm::Myers, &input);
    let number = |of: &[T]| 0..u32::try_from(of.len()).unwrap_or(u32::MAX);
    let in_one = number(one).map(|at| !diff.is_removed(at)).collect();
    let in_other = number(other).map(|at| !diff.is_added(at)).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of each that the other lacks.
    fn own(one: &str, other: &str) -> (String, String) {
        let lines = |text: &str| {
            let mut start = 0;
            let lines = text.split_inclusive('\n').map(|line| {
                start += line.len();
                start - line.len()..start
            });
            Words::of_parts(text, lines.collect::<Vec<_>>().into_iter())
        };
        let (a, b) = (lines(one), lines(other));
        let (in_one, in_other) = shared(&a, &b);
        assert_eq!((in_one.len(), in_other.len()), (a.len(), b.len()));
        assert_eq!(
            in_one.iter().filter(|both| **both).count(),
            in_other.iter().filter(|both| **both).count()
        );
        let said = |text: &str, words: &Words, both: &[bool]| {
            let own = words.own(both);
            own.into_iter().map(|own| cut(text, own)).collect::<Vec<_>>().join("|")
        };
        (said(one, &a, &in_one), said(other, &b, &in_other))
    }

    #[test]
    fn short_texts_are_compared_word_by_word() {
        let check = |one, other, expected: (&str, &str)| {
            let (own, others) = own(one, other);
            assert_eq!((own.as_str(), others.as_str()), expected);
        };
        check("The gate is open.", "the Gate is shut", ("open", "shut"));
        check("a b c", "a x b c y", ("", "x|y"));
        check("", "a b", ("", "a b"));
        check("one two\nthree", "four five\nsix", ("one two|three", "four five|six"));
    }

    #[test]
    fn long_texts_too_where_a_part_is_new_and_words_differ() {
        let line =
            |n: usize| format!("Rule {n}: the {n}th gate stands open by day and by night.\n");
        let one: String = (0..2_000).map(line).collect();
        let inserted =
            format!("{}A new rule comes first.\n{}", line(0), one.trim_start_matches(&line(0)));
        let changed = inserted
            .replace("the 1500th gate", "the old gate")
            .replace("the 700th", "the 700th small");
        assert_eq!(
            own(&one, &changed),
            ("1500th".to_owned(), "A new rule comes first|small|old".to_owned(),)
        );
    }

    #[test]
    fn one_long_part_is_compared_piece_by_piece() {
        let one = "so it is ".repeat(4_000);
        let other = format!("Now {one}no more");
        assert_eq!(own(&one, &other), (String::new(), "Now|no more".to_owned()));
        let (other, one) = ("z ".repeat(12_000), "y ".repeat(11_000));
        assert_eq!(own(&one, &other), (one.trim().to_owned(), other.trim().to_owned()));
    }
}
