//! Which candidates fit what was typed, best first.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::model::Target;
use crate::text::fold::{each, fold};

use super::{Candidate, Goal, Kind, Names, Ranked};

/// How many characters of what was typed count.
const LONGEST: usize = 100;

// Points. nucleo gives about 16 for a letter, some more where it begins a word or follows the
// letter before, and takes a few away for gaps.

/// What was typed is the number of an article.
const NUMBER: u32 = 20_000;
/// It is the month or the day of an event, or its beginning.
const DATE: u32 = 15_000;
/// It is the number of a section.
const SECTION: u32 = 10_000;
/// The number begins with it.
const BEGINNING: u32 = 100;
/// It is the whole name.
const NAME: u32 = 300;
/// It is a whole word.
const WORD: u32 = 60;
/// Its letters are in the name itself, not only in words that find it too: an instrument comes
/// before its own articles.
const SHOWN: u32 = 40;
/// The most that having been chosen before counts: about six letters.
const CHOSEN: u32 = 100;
/// The most that the place among the instruments counts, of articles of one number.
const FIRST: u32 = 30;

impl Names {
    /// The `most` candidates that fit `typed` best, the best first. `weight` tells by a
    /// candidate's key how often and how recently it was chosen, in points: 16 are worth a
    /// letter, and more than 100 count as 100.
    ///
    /// What has several names comes once. With nothing typed, what was chosen most comes first,
    /// then the sections, then the rest.
    pub fn rank(&self, typed: &str, most: usize, weight: impl Fn(&str) -> u32) -> Vec<Ranked> {
        let typed: String = fold(typed).chars().take(LONGEST).collect();
        let words: Vec<Word> = typed.split_whitespace().map(Word::new).collect();
        if words.is_empty() {
            let all = self.candidates.iter().map(|candidate| weight(&candidate.key));
            return self.best(all.enumerate().collect(), most, |_, _| 0);
        }
        let low: Vec<&str> = words.iter().map(|word| word.low.as_str()).collect();
        let low = low.join(" ");
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut fitting = Vec::new();
        for (number, candidate) in self.candidates.iter().enumerate() {
            let points = words.iter().map(|word| word.points(candidate, &mut matcher));
            if let Some(points) = points.sum::<Option<u32>>() {
                let chosen = weight(&candidate.key).min(CHOSEN);
                let name = if candidate.is_called(&low) { NAME } else { 0 };
                fitting.push((number, points + name + chosen + bonus(candidate)));
            }
        }
        // The shorter name comes first; events of one date come in the order of the briefing.
        let length = |number: usize, score: u32| match self.candidate(number) {
            Some(one) if one.kind != Kind::Event || score < DATE => one.shown,
            _ => 0,
        };
        let mut ranked = self.best(fitting, most, length);
        for one in &mut ranked {
            if let Some(candidate) = self.candidate(one.candidate) {
                one.letters = letters(candidate, &words, &mut matcher);
            }
        }
        ranked
    }

    /// The best of these candidates and scores. Where two are as good, the lesser `length` comes
    /// first, and then the one that came first in the briefing.
    fn best(
        &self,
        mut scored: Vec<(usize, u32)>,
        most: usize,
        length: impl Fn(usize, u32) -> usize,
    ) -> Vec<Ranked> {
        scored
            .sort_by_cached_key(|&(number, score)| (Reverse(score), length(number, score), number));
        let mut seen = HashSet::new();
        let ranked = scored.into_iter().filter_map(|(number, score)| {
            let goal = &self.candidate(number)?.goal;
            let ranked = Ranked { candidate: number, score, letters: Vec::new() };
            seen.insert(goal).then_some(ranked)
        });
        ranked.take(most).collect()
    }
}

impl Candidate {
    /// Whether `name`, which is in lower case, is its label.
    fn is_called(&self, name: &str) -> bool {
        let label = self.words.slice(..self.shown);
        label.chars().flat_map(char::to_lowercase).eq(name.chars())
    }
}

/// One word of what was typed.
struct Word {
    atom: Atom,
    /// In lower case.
    low: String,
    is_number: bool,
}

impl Word {
    fn new(typed: &str) -> Self {
        // Who types `art. 18` does not look for a full stop.
        let bare = typed.trim_end_matches(['.', ',', ';', ':']);
        let typed = if bare.is_empty() { typed } else { bare };
        let (case, folding) = (CaseMatching::Smart, Normalization::Smart);
        let atom = Atom::new(typed, case, folding, AtomKind::Fuzzy, false);
        let is_number = typed.starts_with(|c: char| c.is_ascii_digit());
        Self { atom, low: typed.to_lowercase(), is_number }
    }

    /// What a candidate gets for this word, if it has its letters.
    fn points(&self, candidate: &Candidate, matcher: &mut Matcher) -> Option<u32> {
        let letters = self.letters(candidate, matcher)?;
        let whole = if has_word(candidate.words.slice(..), &self.low) { WORD } else { 0 };
        let is_it = candidate.number == self.low;
        let begins = self.is_number && candidate.number.starts_with(&self.low);
        let exact = match candidate.kind {
            Kind::Article if is_it => NUMBER + place(candidate),
            Kind::Section if is_it => SECTION,
            Kind::Event if self.is_date_of(&candidate.number) => DATE,
            Kind::Article | Kind::Section | Kind::Event if begins => BEGINNING,
            _ => 0,
        };
        Some(letters + whole + exact)
    }

    /// What a candidate gets for the letters: those of its label, or else of all its words.
    fn letters(&self, candidate: &Candidate, matcher: &mut Matcher) -> Option<u32> {
        let label = candidate.words.slice(..candidate.shown);
        if let Some(score) = self.atom.score(label, matcher) {
            return Some(u32::from(score) + SHOWN);
        }
        if candidate.words.len() == candidate.shown {
            return None;
        }
        self.atom.score(candidate.words.slice(..), matcher).map(u32::from)
    }

    /// Whether it is a year and more, and a date or the end of a span begins with it.
    fn is_date_of(&self, date: &str) -> bool {
        let begins = |date: &str| date.starts_with(&self.low);
        self.is_number && self.low.len() > "2024-".len() && date.split('/').any(begins)
    }
}

/// Whether `word`, which is in lower case, is a whole word of `text`.
fn has_word(text: Utf32Str<'_>, word: &str) -> bool {
    let mut rest = word.chars();
    let mut fits = true;
    for c in text.chars().chain([' ']) {
        if !(c.is_alphanumeric() || c == '-') {
            if fits && rest.as_str().is_empty() {
                return true;
            }
            rest = word.chars();
            fits = true;
        } else if fits {
            fits = c.to_lowercase().all(|c| rest.next() == Some(c));
        }
    }
    false
}

/// What a candidate gets for what it is, so that of two that fit alike the likelier comes first.
fn bonus(candidate: &Candidate) -> u32 {
    match candidate.kind {
        Kind::Section => 12,
        Kind::Article | Kind::Instrument | Kind::Actor => 10,
        Kind::Term | Kind::Extra => 8,
        Kind::Event => 6,
        Kind::Heading => 4,
        Kind::Source => 0,
    }
}

/// What an article gets for the place of its instrument: the briefing's own treaty comes first.
fn place(candidate: &Candidate) -> u32 {
    let Goal::To(Target::Article(at)) = &candidate.goal else { return 0 };
    FIRST.saturating_sub(u32::try_from(at.instrument.get()).unwrap_or(u32::MAX))
}

/// The letters of the label that were typed, as bytes.
fn letters(candidate: &Candidate, words: &[Word], matcher: &mut Matcher) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for word in words {
        // What is found in the words that are not shown is marked nowhere.
        word.atom.indices(candidate.words.slice(..candidate.shown), matcher, &mut places);
    }
    places.sort_unstable();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut places = places.into_iter().peekable();
    let mut number = 0;
    each(&candidate.label, |_, source| {
        let mut typed = false;
        while places.next_if(|place| *place == number).is_some() {
            typed = true;
        }
        number += 1;
        if typed {
            match ranges.last_mut() {
                Some(last) if source.start <= last.end => last.end = source.end,
                _ => ranges.push(source),
            }
        }
    });
    ranges
}
