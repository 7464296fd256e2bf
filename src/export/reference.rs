//! How a link is told to somebody who cannot follow it.

use std::ops::Range;

use crate::base::{cut, visible};
use crate::export::words;
use crate::model::{BlockIx, BlockKind, Date, SectionIx, Target};
use crate::text::Typesetting;

/// What is near a link may tell what it leads to, in bytes before and behind.
const NEAR: usize = 200;

/// How a link is told on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// Its words say where it leads.
    Enough,
    /// What is said in place of its words.
    As(String),
    /// What is said behind its words.
    After(String),
}

/// Where a link stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// The section that it stands in, if it is one of the text.
    pub section: Option<SectionIx>,
    /// Whether its words are to say what it leads to: those of notes, questions and answers are,
    /// in running text it is enough to find a place.
    pub named: bool,
}

/// What is near some bytes of a text: about a sentence before and behind them.
pub(super) fn near(text: &str, bytes: Range<usize>) -> &str {
    let start = (0..=bytes.start.saturating_sub(NEAR)).rev().find(|at| text.is_char_boundary(*at));
    let end = (bytes.end.saturating_add(NEAR)..text.len()).find(|at| text.is_char_boundary(*at));
    cut(text, start.unwrap_or(0)..end.unwrap_or(text.len()))
}

/// How a link to something of the briefing, which reads `words` in the text `around` it, is told.
/// Sources and addresses have numbers, and whoever writes the document knows how it writes those.
pub(super) fn told(
    setting: &Typesetting,
    target: &Target,
    words: &str,
    around: &str,
    standing: Standing,
) -> Told {
    let briefing = setting.briefing;
    let say = |name: &str| Told::After(words::behind(&visible(name)));
    match target {
        Target::Block(at) if words == briefing.name(target) => Told::As(place(setting, *at)),
        Target::Block(at) => {
            let place = place_from(setting, *at, standing.section);
            if words.ends_with(&place) { Told::Enough } else { say(&place) }
        }
        Target::Section(at) => {
            let number = words::section_number(at.get() + 1);
            if is_in(&number, words) { Told::Enough } else { say(&number) }
        }
        Target::Source(_) | Target::Web(_) => Told::Enough,
        _ if !standing.named => Told::Enough,
        // Some of the words around it may name it too.
        _ if names(setting, target).iter().any(|name| tells(words, name) || says(around, name)) => {
            Told::Enough
        }
        // The timeline is in the order of time.
        Target::Event(at) => {
            let period = briefing.event(*at).date;
            let date = period.to_string();
            let month = date.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
            let said = month.starts_with(char::is_alphabetic) && says(around, month);
            let said = said || says(around, &date) || says_in_numbers(around, period.start);
            if said { Told::Enough } else { say(&date) }
        }
        target => say(&briefing.name(target)),
    }
}

/// A paragraph by its section and its number, a heading by its section and its words.
pub(super) fn place(setting: &Typesetting, at: BlockIx) -> String {
    let title = &setting.briefing.section(at.section).title;
    let place = match heading(setting, at) {
        Some(heading) => words::under_heading(title, heading),
        None => words::place(at.section.get() + 1, title, &setting.address(at)),
    };
    visible(&place).into_owned()
}

/// The same in short, from a section of the text or from elsewhere.
fn place_from(setting: &Typesetting, at: BlockIx, section: Option<SectionIx>) -> String {
    match (heading(setting, at), section == Some(at.section)) {
        (Some(_), _) => place(setting, at),
        (None, true) => setting.address(at),
        (None, false) => words::place_in_short(at.section.get() + 1, &setting.address(at)),
    }
}

/// The words of a heading; none of what has a number.
fn heading<'a>(setting: &Typesetting<'a>, at: BlockIx) -> Option<&'a str> {
    match &setting.briefing.block(at).kind {
        BlockKind::Heading(text) => Some(&text.plain),
        _ => None,
    }
}

/// What something can be found by in a list of its kind.
fn names(setting: &Typesetting, target: &Target) -> Vec<String> {
    let briefing = setting.briefing;
    match target {
        Target::Article(at) => vec![briefing.article(*at).name.clone()],
        Target::Instrument(at) => briefing.instrument(*at).names().cloned().collect(),
        Target::Actor(at) => briefing.actor(*at).names().cloned().collect(),
        Target::Term(at) => briefing.term(*at).names().cloned().collect(),
        Target::Event(at) => {
            let event = briefing.event(*at);
            vec![event.title.clone(), event.date.to_string()]
        }
        _ => vec![briefing.name(target)],
    }
}

/// Whether words lead the eye to a name: they have it in them, or are a part of it.
fn tells(words: &str, name: &str) -> bool {
    says(words, name) || says(name, words.trim())
}

/// Whether `all` has `words` in it, in whatever case.
fn says(all: &str, words: &str) -> bool {
    is_in(&words.to_lowercase(), &all.to_lowercase())
}

/// Whether `all` has the month and the day of a date in numbers, or its year and its month where no day is known:
/// `6월 18일`, `2024-06`.
fn says_in_numbers(all: &str, date: Date) -> bool {
    let wanted = match date.place() {
        (_, 0, _) => return false,
        (year, month, 0) => [year, i32::from(month)],
        (_, month, day) => [month, day].map(i32::from),
    };
    let numbers = all.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok());
    numbers.collect::<Vec<i32>>().windows(2).any(|pair| pair == wanted)
}

/// Whether `words` stand in `all` as words of their own.
fn is_in(words: &str, all: &str) -> bool {
    let bounds = |at: usize| {
        let before = all.get(..at).and_then(|text| text.chars().next_back());
        let after = all.get(at + words.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(|c| c.is_ascii_digit())
    };
    !words.is_empty() && all.match_indices(words).any(|(at, _)| bounds(at))
}
