//! Which candidates fit what was typed, best first.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::model::{Date, InstrumentIx, Target};
use crate::text::fold::{each, fold};

use super::number::{Fit, Typed};
use super::words::split;
use super::{Candidate, Goal, Kind, Names, Ranked, number};

/// How many characters of what was typed count.
const LONGEST: usize = 100;

// Points. nucleo gives about 16 for a letter, some more where it begins a word or follows the
// letter before, and takes a few away for gaps.

/// What was typed is the number of an article.
pub(super) const NUMBER: u32 = 20_000;
/// It is that in other numerals, or a part of the article.
pub(super) const RELATED: u32 = 5_000;
/// The number was cited as articles of this law are: `§ 4`, `제4조`.
pub(super) const STYLE: u32 = 2_000;
/// The number is of the law that is read, or in focus.
const LAW: u32 = 1_000;
/// It is the month or the day of an event, or its beginning.
const DATE: u32 = 15_000;
/// It is the number of a section.
pub(super) const SECTION: u32 = 10_000;
/// It is the number of a source or an outside address.
const SOURCE: u32 = 4_000;
/// The number begins with it.
const BEGINNING: u32 = 100;
/// It is the whole name.
const NAME: u32 = 300;
/// It is a whole word.
const WORD: u32 = 60;
/// Its letters are in the name itself, not only in words that find it too: an instrument comes
/// before its own articles.
const SHOWN: u32 = 40;
/// It is a letter of a number.
const LETTER: u32 = 16;
/// The most that having been chosen before counts: about six letters.
const CHOSEN: u32 = 100;
/// Letters of a year.
const YEAR: usize = 4;
/// Letters that name a month: `Jun`.
const SHORTEST_MONTH: usize = 3;
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
        self.rank_at(None, typed, most, weight)
    }

    /// The same where `law` is read or in focus, which of several articles with one number has the one that is
    /// meant, unless it is cited as those of another law are. What was chosen before has no part in that.
    pub(crate) fn rank_at(
        &self,
        law: Option<InstrumentIx>,
        typed: &str,
        most: usize,
        weight: impl Fn(&str) -> u32,
    ) -> Vec<Ranked> {
        let query = NameQuery::new(typed, self);
        if query.words.is_empty() {
            let all = self.candidates().map(|candidate| weight(&candidate.key));
            return self.best(all.enumerate().collect(), most, |_, _| (0, ""));
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut fitting = Vec::new();
        for (number, candidate) in self.candidates().enumerate() {
            let Some(points) = query.points(candidate, &mut matcher) else { continue };
            let likelier = match candidate.goal {
                Goal::To(Target::Article(at)) if points >= RELATED => {
                    if law == Some(at.instrument) { LAW } else { 0 }
                }
                _ => weight(&candidate.key).min(CHOSEN),
            };
            fitting.push((number, points + likelier + bonus(candidate)));
        }
        // The shorter name comes first; events of a time that was typed come as they came about, and
        // those of one date in the order of the briefing.
        let length = |number: usize, score: u32| match self.candidate(number) {
            Some(one) if query.is_of_time(one) => (0, &*one.number),
            Some(one) if one.kind != Kind::Event || score < DATE => (one.shown, ""),
            _ => (0, ""),
        };
        let mut ranked = self.best(fitting, most, length);
        for one in &mut ranked {
            if let Some(candidate) = self.candidate(one.candidate) {
                one.letters = letters(candidate, &query, &mut matcher);
            }
        }
        ranked
    }

    /// The best of these candidates and scores. Where two are as good, the lesser `length` comes
    /// first, then the earlier date that it tells, and then the one that came first in the briefing.
    fn best<'a>(
        &'a self,
        mut scored: Vec<(usize, u32)>,
        most: usize,
        length: impl Fn(usize, u32) -> (usize, &'a str),
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

impl Candidate {
    /// Whether `name`, which is in lower case, is all of its label up to a colon.
    fn is_headed(&self, name: &str) -> bool {
        let label = self.words.slice(..self.shown);
        let head = label.chars().take_while(|c| *c != ':').flat_map(char::to_lowercase);
        head.eq(name.chars())
    }
}

/// What was typed.
struct NameQuery {
    words: Vec<Word>,
    /// All of it as it was typed.
    typed: String,
    /// Its words in lower case, a blank between two.
    low: String,
    /// The numbers of articles that may be meant by it.
    numbers: Vec<Typed>,
    /// The year or the month that is all of it, as the format writes it: `2024`, `2024-06`.
    time: Option<String>,
}

impl NameQuery {
    fn new(typed: &str, names: &Names) -> Self {
        let folded: String = fold(typed).chars().take(LONGEST).collect();
        let mut words: Vec<Word> = split(&folded).into_iter().map(Word::new).collect();
        let lows: Vec<&str> = words.iter().map(|word| word.low.as_str()).collect();
        let (low, numbers) = (lows.join(" "), number::typed(&lows));
        // `VI` may be the beginning of a name. It is a number where an article has it.
        for (at, word) in words.iter_mut().enumerate() {
            let mut alone = numbers.iter().filter(|one| one.words == (at..at + 1));
            word.is_number |= number::roman(&word.low).is_some()
                && alone.any(|one| names.candidates().any(|own| own.fit(one).is_some()));
        }
        let time = time(&low);
        Self { words, typed: typed.trim().to_owned(), low, numbers, time }
    }

    /// What a candidate gets, if it fits.
    fn points(&self, candidate: &Candidate, matcher: &mut Matcher) -> Option<u32> {
        if candidate.key.eq_ignore_ascii_case(&self.typed) {
            return Some(NUMBER + NAME);
        }
        if self.is_of_time(candidate) {
            let is_month = self.time.as_ref().is_some_and(|time| time.len() > YEAR);
            return Some(if is_month { DATE } else { LETTER * 4 + SHOWN + WORD + BEGINNING });
        }
        let address = self.address(candidate, matcher);
        let letters = || {
            let points = self.words.iter().map(|word| word.points(candidate, matcher));
            points.sum::<Option<u32>>()
        };
        let mut points = address.or_else(letters)?;
        // `[3]` is what print cites so before all else.
        if candidate.kind.is_cited() && points >= SOURCE && self.typed.starts_with('[') {
            points += 2 * NUMBER;
        }
        // What has a number is called by the words before its colon: `Question 3: Who asks?`, `Part II`.
        let numbers = match candidate.kind {
            Kind::Extra => self.low.ends_with(|c: char| c.is_ascii_digit()),
            kind => kind == Kind::Part,
        };
        let is_headed = || candidate.is_headed(&self.low) || candidate.number == self.low;
        if numbers && is_headed() {
            points += NUMBER;
        }
        let is_name = candidate.is_called(&self.low);
        Some(points + if is_name { NAME } else { 0 })
    }

    /// Whether a candidate is an event of the year or the month that was typed.
    fn is_of_time(&self, candidate: &Candidate) -> bool {
        let begins = |time: &String| candidate.number.split('/').any(|date| date.starts_with(time));
        candidate.kind == Kind::Event && self.time.as_ref().is_some_and(begins)
    }

    /// What an article gets for its number, if all else that was typed says which article that is:
    /// `51 UN Charter`, `Article 51 of the UN Charter`, `un-charter/51`.
    fn address(&self, candidate: &Candidate, matcher: &mut Matcher) -> Option<u32> {
        let (number, fit) = self.number(candidate)?;
        let exact = if fit == Fit::Exact { NUMBER } else { RELATED };
        let others = self.others(number).map(|word| {
            let own = word.place(candidate.words.slice(..));
            let of = || word.place(candidate.of.slice(..));
            own.or_else(of)?;
            // Whose number it is says more than its title.
            Some(word.points(candidate, matcher).unwrap_or(0) + WORD)
        });
        let style = if self.is_in_style(candidate, number) { STYLE } else { 0 };
        Some(exact + style + place(candidate) + others.sum::<Option<u32>>()?)
    }

    /// Whether a number was cited as the articles of a candidate's law are: `art. 4`, `§ 4`, `4조`.
    fn is_in_style(&self, candidate: &Candidate, number: &Typed) -> bool {
        let [before, behind] = candidate.style.each_ref().map(String::as_str);
        let low = |at: usize| self.words.get(at).map_or("", |word| word.low.trim_matches('.'));
        let inside: String = number.words.clone().map(low).collect();
        let sign = match number.words.start.checked_sub(1).map_or("", low) {
            "§§" => "§",
            sign => sign,
        };
        let is_signed = inside.starts_with(before) || !sign.is_empty() && before.starts_with(sign);
        let is_closed = inside.contains(behind) || low(number.words.end) == behind;
        !before.is_empty() && is_signed || !behind.is_empty() && is_closed
    }

    /// The number of a candidate in what was typed, the longest that fits best.
    fn number(&self, candidate: &Candidate) -> Option<(&Typed, Fit)> {
        let fitting = self.numbers.iter().filter_map(|one| Some((one, candidate.fit(one)?)));
        // The first is the longest, and of two that are as good the last one is told.
        fitting.rev().max_by_key(|(one, fit)| (*fit, one.words.len()))
    }

    /// The words beside a number that say whose it is.
    fn others(&self, number: &Typed) -> impl Iterator<Item = &Word> {
        let words = number.words.clone();
        let before = words.start.checked_sub(1);
        self.words.iter().enumerate().filter_map(move |(at, word)| {
            let named = before == Some(at) && word.means_article();
            let part = at >= words.end && word.is_part();
            let said = words.contains(&at) || named || part || word.is_little();
            (!said).then_some(word)
        })
    }
}

/// The year or the month that words in lower case name: `2024`, `2024-06`, `June 2024`, `2024 jun`.
fn time(low: &str) -> Option<String> {
    let date = |word: &str| word.parse::<Date>().ok();
    if let Some(date) = date(low).filter(|date| date.day.is_none()) {
        return Some(date.iso());
    }
    let (one, other) = low.split_once(' ')?;
    let (year, name) = if date(one).is_some() { (one, other) } else { (other, one) };
    let year = date(year).filter(|date| date.month.is_none())?.year;
    let is_named = |month: &Date| {
        let own = month.month_name().unwrap_or_default().to_lowercase();
        name.chars().count() >= SHORTEST_MONTH && own.starts_with(name.trim_end_matches('.'))
    };
    let months = (1..=12).map(|month| Date { month: Some(month), ..Date::of_year(year) });
    months.into_iter().find(is_named).map(Date::iso)
}

/// One word of what was typed.
struct Word {
    atom: Atom,
    /// In lower case.
    low: String,
    /// Its letters must stand together, at the beginning of a word or of a number: one that is
    /// scattered over a name is no number.
    is_number: bool,
}

impl Word {
    fn new(typed: &str) -> Self {
        let (case, folding) = (CaseMatching::Smart, Normalization::Smart);
        let atom = Atom::new(typed, case, folding, AtomKind::Fuzzy, false);
        let is_number = typed.contains(|c: char| c.is_ascii_digit());
        Self { atom, low: typed.to_lowercase(), is_number }
    }

    /// Whether what stands behind it is the number of an article: `art. 4`, `§ 4`, `Artikel 4`.
    fn means_article(&self) -> bool {
        let word = self.low.trim_end_matches('.');
        let begins = word.starts_with("art") && word.chars().all(char::is_alphabetic);
        begins || word.chars().all(|c| c == '§')
    }

    /// Whether it says which part of an article is meant: `제2항`, `(2)(b)`.
    fn is_part(&self) -> bool {
        let numbered = self.low.contains(|c: char| c.is_ascii_digit());
        self.low.starts_with('(') || numbered && self.low.ends_with(['항', '호', '목', '项', '項'])
    }

    /// Whether it stands between two names and names nothing.
    fn is_little(&self) -> bool {
        matches!(&*self.low, "of" | "the" | "in" | "to" | "des" | "der" | "du" | "de" | "la")
    }

    /// What a candidate gets for this word, if it has its letters or is cited by this number.
    fn points(&self, candidate: &Candidate, matcher: &mut Matcher) -> Option<u32> {
        if candidate.kind.is_cited() && candidate.number == self.low {
            return Some(SOURCE);
        }
        let letters = self.letters(candidate, matcher)?;
        let whole = if has_word(candidate.words.slice(..), &self.low) { WORD } else { 0 };
        let is_it = candidate.number == self.low;
        let begins = self.is_number && candidate.number.starts_with(&self.low);
        let exact = match candidate.kind {
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
        if let Some(score) = self.score(label, matcher) {
            return Some(score + SHOWN);
        }
        if candidate.words.len() == candidate.shown {
            return None;
        }
        self.score(candidate.words.slice(..), matcher)
    }

    fn score(&self, text: Utf32Str<'_>, matcher: &mut Matcher) -> Option<u32> {
        if !self.is_number {
            return self.atom.score(text, matcher).map(u32::from);
        }
        let letters = self.place(text)?.len();
        Some(u32::try_from(letters).unwrap_or(u32::MAX).saturating_mul(LETTER))
    }

    /// Where it stands in `text` as the beginning of a word or of a number, in characters.
    fn place(&self, text: Utf32Str<'_>) -> Option<Range<usize>> {
        let length = self.low.chars().count();
        let digit = self.low.starts_with(|c: char| c.is_ascii_digit());
        let mut before = None;
        for (at, c) in text.chars().enumerate() {
            let joined = before.is_some_and(|before: char| {
                if digit { before.is_ascii_digit() } else { before.is_alphanumeric() }
            });
            before = Some(c);
            let rest = text.slice(at..).chars().flat_map(char::to_lowercase);
            if !joined && rest.take(length).eq(self.low.chars()) {
                return Some(at..at + length);
            }
        }
        None
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
        Kind::Term | Kind::Part | Kind::Extra => 8,
        Kind::Event => 6,
        Kind::Heading => 4,
        Kind::Source => 2,
        Kind::Address => 0,
    }
}

/// What an article gets for the place of its instrument: the briefing's own treaty comes first.
fn place(candidate: &Candidate) -> u32 {
    let Goal::To(Target::Article(at)) = &candidate.goal else { return 0 };
    FIRST.saturating_sub(u32::try_from(at.instrument.get()).unwrap_or(u32::MAX))
}

/// The letters of the label that were typed, as bytes.
fn letters(candidate: &Candidate, query: &NameQuery, matcher: &mut Matcher) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let label = candidate.words.slice(..candidate.shown);
    let number = query.number(candidate).map(|(number, _)| number.words.clone());
    for (at, word) in query.words.iter().enumerate() {
        // What is found in the words that are not shown is marked nowhere.
        if word.is_number || number.as_ref().is_some_and(|number| !number.contains(&at)) {
            let place = word.place(label).unwrap_or_default();
            places.extend(place.filter_map(|place| u32::try_from(place).ok()));
        } else {
            word.atom.indices(label, matcher, &mut places);
        }
    }
    places.sort_unstable();
    places.dedup();
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
