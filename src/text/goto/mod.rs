//! Everything that has a name, to go to it by a few letters.
//!
//! [`Names`] knows what can be gone to; [`Names::rank`] puts it in the order of how well it fits
//! what was typed. Letters are matched by nucleo on folded text (see `fold`), so `pyongyang`
//! finds P’yŏngyang. What somebody types to name one thing exactly comes before everything else:
//! the number of an article, the date of an event.

mod gather;
mod law_mention;
mod look_up;
mod mention;
mod number;
mod place;
mod rank;
mod words;

use std::ops::Range;
use std::sync::Arc;

pub(crate) use look_up::{NoProvision, Standpoint, Suggestion};
pub use mention::{Mention, mentions};
use nucleo_matcher::Utf32String;
pub(crate) use place::{NoSuch, Place, no_such};

use crate::base::{cut, visible_line};
use crate::model::Target;

use super::fold::{fold, fold_with_e};
use super::{Face, Rich, Role};
use number::{Fit, Number, Typed};

/// How many characters of a name are looked at. The rest of a longer one is shown all the same.
const LONGEST: usize = 300;

/// Everything that can be gone to.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The briefing's own, which may be many.
    own: Arc<[Candidate]>,
    /// What the caller added; they come after.
    extras: Vec<Candidate>,
}

/// Something that can be gone to, under one of its names.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The name.
    pub label: String,
    /// A word or two on what it is: a kind, a section, whose alias, the key of a command.
    pub detail: String,
    /// What it is remembered by, whatever its name: `article:un-charter/51`, `actor:putin`.
    pub key: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Where it leads.
    pub goal: Goal,
    /// Whether it stands only in what a class does not see.
    pub is_hidden: bool,
    /// What letters are looked for in: the label and then words that are not shown, folded.
    words: Utf32String,
    /// How many characters of `words` are the label's.
    shown: usize,
    /// The number or date that names it exactly, in lower case.
    number: String,
    /// The number of an article.
    article: Option<Number>,
    /// What stands before and behind that number in its name, in lower case: `article`, `제` and `조`.
    style: [String; 2],
    /// The names of the instrument that an article is of, folded.
    of: Utf32String,
}

/// Where a candidate leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Goal {
    /// To a place in the briefing.
    To(Target),
    /// To an instrument that is read through, at this of it.
    Read(Target),
    /// To one of the caller's extras, by [`Extra::index`].
    Extra(usize),
}

/// What kind of thing a candidate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A section.
    Section,
    /// An article.
    Article,
    /// A treaty or another legal text.
    Instrument,
    /// A part of a legal text.
    Part,
    /// An actor.
    Actor,
    /// A term.
    Term,
    /// An event.
    Event,
    /// A heading.
    Heading,
    /// A source.
    Source,
    /// An outside address that is no source's, by its number in print.
    Address,
    /// A bookmark, a view, a command: whatever the caller added.
    Extra,
}

/// Something to go to that the briefing knows nothing of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extra {
    /// Its name.
    pub label: String,
    /// What is said beside it: the key of a command.
    pub detail: String,
    /// Words that find it too and are not shown.
    pub hidden: String,
    /// What it is remembered by: `command:theme`.
    pub key: String,
    /// What the caller knows it by.
    pub index: usize,
}

/// A candidate that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// Which one: see [`Names::candidate`].
    pub candidate: usize,
    /// How well it fits: more is better.
    pub score: u32,
    /// The letters of its label that were typed, as bytes, in order. No grapheme cluster is
    /// parted.
    pub letters: Vec<Range<usize>>,
}

impl Kind {
    /// What it is called.
    pub fn words(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Article => "article",
            Self::Instrument => "instrument",
            Self::Part => "part",
            Self::Actor => "actor",
            Self::Term => "term",
            Self::Event => "event",
            Self::Heading => "heading",
            Self::Source => "source",
            Self::Address => "address",
            Self::Extra => "other",
        }
    }

    /// Whether print cites it by a number.
    fn is_cited(self) -> bool {
        matches!(self, Self::Source | Self::Address)
    }
}

impl Names {
    /// Takes the briefing's own names from `other`; what the caller added stays.
    pub(crate) fn set_own(&mut self, other: Self) {
        self.own = other.own;
    }

    /// Replaces what the caller added.
    pub fn set_extras(&mut self, extras: impl IntoIterator<Item = Extra>) {
        let candidate = |extra: Extra| {
            let goal = Goal::Extra(extra.index);
            // What a reader wrote is shown as a whole here, and in parts once letters of it are set bold.
            let label = visible_line(&extra.label).into_owned();
            let candidate = Candidate::new(Kind::Extra, goal, extra.key, label);
            candidate.detailed(extra.detail).found_by(&extra.hidden)
        };
        self.extras = extras.into_iter().map(candidate).collect();
    }

    /// All candidates, each at its number.
    fn candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.own.iter().chain(&self.extras)
    }

    /// A candidate by its number in [`Ranked::candidate`].
    pub fn candidate(&self, number: usize) -> Option<&Candidate> {
        let extra = || self.extras.get(number.checked_sub(self.own.len())?);
        self.own.get(number).or_else(extra)
    }

    /// How many candidates there are.
    pub fn len(&self) -> usize {
        self.own.len() + self.extras.len()
    }

    /// Whether there is nothing to go to.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The label of a candidate with the typed letters set bold.
    pub fn label(&self, ranked: &Ranked) -> Rich {
        let mut rich = Rich::default();
        let Some(candidate) = self.candidate(ranked.candidate) else { return rich };
        let mut at = 0;
        for letters in &ranked.letters {
            rich.push(cut(&candidate.label, at..letters.start), Role::Body);
            let face = Face { strong: true, ..Role::Body.into() };
            rich.push(cut(&candidate.label, letters.clone()), face);
            at = letters.end;
        }
        rich.push(cut(&candidate.label, at..), Role::Body);
        rich
    }
}

impl Candidate {
    fn new(kind: Kind, goal: Goal, key: String, label: String) -> Self {
        let mut words: String = fold(&label).chars().take(LONGEST).collect();
        let shown = words.chars().count();
        if let Some(with_e) = fold_with_e(&label) {
            words.push(' ');
            words.extend(with_e.chars().take(LONGEST));
        }
        let (detail, number) = (String::new(), String::new());
        let (words, of) = (characters(words), characters(String::new()));
        let (article, is_hidden, style) = (None, false, Default::default());
        Self { label, detail, key, kind, goal, is_hidden, words, shown, number, article, style, of }
    }

    fn detailed(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Adds words that are not shown.
    fn found_by(mut self, hidden: &str) -> Self {
        if !hidden.trim().is_empty() {
            let hidden = match fold_with_e(hidden) {
                Some(with_e) => format!("{} {with_e}", fold(hidden)),
                None => fold(hidden),
            };
            let all = self.words.slice(..).chars().chain([' ']).chain(hidden.chars());
            self.words = characters(all.take(2 * LONGEST).collect());
        }
        self
    }

    /// Leaves its label out of what letters are looked for in.
    fn without_letters(mut self) -> Self {
        self.words = characters(String::new());
        self.shown = 0;
        self
    }

    fn numbered(mut self, number: &str) -> Self {
        self.number = fold(number).to_lowercase();
        self
    }

    /// An article with this number and this name of an instrument with these names.
    fn article(self, number: &str, name: &str, of: &str) -> Self {
        let mut names: String = fold(of).chars().take(LONGEST).collect();
        if let Some(with_e) = fold_with_e(of) {
            names.push(' ');
            names.extend(with_e.chars().take(LONGEST));
        }
        let (article, of) = (Some(Number::of(number)), characters(names));
        let (before, behind) = name.split_once(number).unwrap_or_default();
        let style = [before, behind].map(|part| fold(part).trim().to_lowercase());
        Self { article, style, of, ..self.numbered(number) }
    }

    /// How well the number of an article is the one that was typed.
    fn fit(&self, typed: &Typed) -> Option<Fit> {
        self.article.as_ref()?.fit(typed)
    }
}

/// One item for each character. The conversions that nucleo has make one for each grapheme
/// cluster.
fn characters(words: String) -> Utf32String {
    if words.is_ascii() {
        return Utf32String::Ascii(words.into_boxed_str());
    }
    Utf32String::Unicode(words.chars().collect())
}
