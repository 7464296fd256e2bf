//! What is said of the lines of a wording: what looks like a mark and is none, and what is none and looks like one.

use std::ops::Range;

use super::super::marks::glued_mark;
use super::super::row::MarkPlace;
use super::super::stray::{is_page, is_wrapped, second, section, sentence_number, undotted};
use super::super::written::Hint;
use super::{AHEAD, Gap, Nest};
use crate::base::cut;

/// So many places at which lines look wrapped by hand are told of.
const WRAPPED: usize = 5;

impl Nest<'_> {
    /// Says of a line without an enumerator what it looks like.
    pub(super) fn hint_at_no_mark(&mut self, line: &Range<usize>, position: usize) {
        let words = cut(self.value, line.clone());
        if is_page(words) {
            self.read.hints.push((line.clone(), Hint::Page));
        } else if let Some((1, len)) = undotted(words)
            && (len > 1 || self.is_second_undotted(position))
        {
            self.read.hints.push((line.start..line.start + len, Hint::Undotted));
        } else if let Some(len) = section(words) {
            self.read.hints.push((line.start..line.start + len, Hint::Section));
        } else if let Some(glued) = glued_mark(words) {
            let is_next =
                |place: &MarkPlace| self.open.rows().any(|(_, last)| place.is_next_to(last));
            let mut readings = glued.readings();
            let is_likely =
                readings.any(|place| place.is_first() || !self.is_marked || is_next(place));
            if glued.is_sure() && is_likely {
                self.read.hints.push((line.start..line.start + glued.len, Hint::Unblanked));
            }
        }
    }

    /// Whether one of the lines behind this position begins with a 2 that has no dot either.
    fn is_second_undotted(&self, position: usize) -> bool {
        let mut behind = self.lines.iter().skip(position + 1).take(AHEAD);
        behind.any(|line| undotted(cut(self.value, line.at.clone())).is_some_and(|(n, _)| n == 2))
    }

    /// Says once that the sentences of a provision have numbers.
    pub(super) fn hint_at_sentences(&mut self, words: &Range<usize>) {
        if self.has_sentences {
            return;
        }
        if let Some(at) = sentence_number(cut(self.value, words.clone())) {
            self.has_sentences = true;
            self.read.hints.push((words.start + at.start..words.start + at.end, Hint::Sentence));
        }
    }

    /// Says that the next of a row stands in the middle of the words that a provision there has.
    pub(super) fn hint_at_second(&mut self, words: &Range<usize>, place: &MarkPlace) {
        if let Some(second) = second(cut(self.value, words.clone()), place) {
            let second = words.start + second.start..words.start + second.end;
            self.read.hints.push((second, Hint::SecondOnLine));
        }
    }

    /// Says that lines look wrapped by hand: the one before ends no sentence, and this begins small.
    pub(super) fn hint_at_wrapping(&mut self, words: &Range<usize>) {
        if self.gap != Gap::None {
            return;
        }
        let last = self.last.and_then(|last| self.read.provisions.get(last.at));
        let Some(before) = last.and_then(|last| last.lines.last()) else { return };
        let is_marked = last.is_some_and(|last| last.mark.is_some());
        let (before, here) = (cut(self.value, before.clone()), cut(self.value, words.clone()));
        if !is_wrapped(before, is_marked, here) {
            return;
        }
        self.wrapped += 1;
        if self.wrapped <= WRAPPED {
            self.last_wrapped = self.read.hints.len();
            self.read.hints.push((words.clone(), Hint::Wrapped { more: 0 }));
        } else if let Some((_, Hint::Wrapped { more })) = self.read.hints.get_mut(self.last_wrapped)
        {
            *more += 1;
        }
    }
}
