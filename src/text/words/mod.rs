//! What the sheets say in the program's own words: every sentence is one function of the values in
//! it. What stands in the briefing is said in the briefing's words.

mod citing;
mod compared;
mod languages;
mod timeline;

use std::fmt::Display;

use crate::base::count;
use crate::model::{Confidence, Evidence, Extent, Tone};

pub(crate) use citing::*;
pub(crate) use compared::*;
pub(crate) use languages::*;
pub(crate) use timeline::*;

pub(crate) const ACTOR: &str = "actor";
pub(super) const ADDRESS: &str = "address";
pub(crate) const ADRIFT: &str = "Adrift";
pub(crate) const ARTICLES: &str = "Articles";
/// Before the places in a source that something rests on.
pub(crate) const CITED_AT: &str = "Cited at";
pub(crate) const CITED_BY: &str = "Cited by";
pub(crate) const CITED_HERE: &str = "cited\u{a0}here";
pub(crate) const COMPARE: &str = "Compare";
pub(crate) const DATES: &str = "Dates";
pub(crate) const EDITORS_NOTE: &str = "Editor's note";
pub(crate) const END_OF_BRIEFING: &str = "End of the briefing";
pub(super) const EVENT: &str = "event";
pub(crate) const FOR_THE_CLASS: &str = "For the class";
pub(crate) const HINT: &str = "Hint";
/// Before what an article or an instrument says, told in the briefing's words.
pub(crate) const IN_SHORT: &str = "In short";
pub(crate) const LEAST_SURE_FIRST: &str = "Of each kind the least sure come first.";
pub(crate) const LEGAL_TEXT: &str = "legal text";
pub(crate) const READ_THROUGH: &str = "read through";
pub(crate) const MEANING: &str = "What it means";
pub(super) const NAMED_HERE: &str = "named here";
pub(crate) const NEXT: &str = "Next";
pub(crate) const NO_BASIS: &str = "Nothing said on what it rests on";
pub(crate) const NOTE: &str = "Note";
pub(crate) const NOTHING_GIVEN: &str = "not given";
/// Before the articles that refer to an article.
pub(crate) const NAMED_IN: &str = "Named in";
pub(crate) const NOT_CITED: &str = "not cited in the text";
pub(crate) const OPENS_NOTHING: &str = "attache opens no address. Your terminal may; or copy it.";
pub(crate) const OUTSIDE: &str = "Outside this briefing";
/// Before the article that a provision stands in.
pub(crate) const PART_OF: &str = "Part of";
pub(crate) const PARTIES: &str = "Parties";
pub(crate) const PROOF: &str = "Proof";
pub(crate) const REMOVED: &str = "removed";
pub(crate) const RESTS_ON: &str = "Rests on";
pub(crate) const SEE: &str = "See";
pub(crate) const SEE_ALSO: &str = "See also";
pub(super) const SOURCE: &str = "source";
pub(crate) const STANCE: &str = "Stance";
pub(crate) const TEACHER: &str = "Teacher";
pub(crate) const TERM: &str = "term";
pub(crate) const GIVEN_AWAY: &str = "given away";
pub(crate) const OPEN_QUESTION: &str = "not answered";
pub(crate) const WITHOUT_SOURCE: &str = "without a source";
pub(crate) const WORDING: &str = "Wording";
pub(crate) const WORDS_GONE: &str = "The words that these were on are no longer in the briefing.";

/// Something that was read.
pub(super) const READ: &str = "read";

/// How often something is cited, behind it.
pub(super) fn cited_times(times: usize) -> String {
    match times {
        1 => "cited once".to_owned(),
        2 => "cited twice".to_owned(),
        _ => format!("cited {times} times"),
    }
}

/// How often an article is cited, and which of its provisions, behind its name. Of many the first are named.
pub(super) fn cited_in_article(times: usize, provisions: &[&str]) -> String {
    const NAMED: usize = 8;
    let named = provisions.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    let cited = cited_times(times);
    match provisions.len() {
        0 => cited,
        1..=NAMED => format!("{cited}: {named}"),
        all => format!("{cited}: {named} and {} more", all - NAMED),
    }
}

/// By how many paragraphs something is cited, behind its name.
pub(super) fn cited_by_paragraphs(paragraphs: usize) -> String {
    match paragraphs {
        0 => NOT_CITED.to_owned(),
        _ => format!("cited by {}", count(paragraphs, "paragraph")),
    }
}

/// How many articles an instrument has, and how many of them were read.
pub(super) fn articles_of_instrument(all: usize, read: usize) -> String {
    match read {
        0 => count(all, "article"),
        _ => format!("{}, {read} read", count(all, "article")),
    }
}

/// The number of a source or an outside address, as print cites it.
pub(crate) fn cited(number: usize) -> String {
    format!("[{number}]")
}

/// What stands behind the words of a link that is told in a plain line: the number to give for it.
pub(super) fn numbered_link(number: usize) -> String {
    format!(" [{number}]")
}

/// A section by its number and title, where it is told from others.
pub(crate) fn section(number: usize, title: &str) -> String {
    format!("{number} {title}")
}

/// A section by its number alone.
pub(crate) fn section_number(number: usize) -> String {
    format!("section {number}")
}

/// Where a paragraph is, by its section's number and title.
pub(crate) fn place(number: usize, title: &str, address: &str) -> String {
    format!("{number} {title}, {address}")
}

pub(crate) fn as_of(date: impl Display) -> String {
    format!("as of {date}")
}

/// The day of the briefing, on the timeline, and how many events are later.
pub(super) fn as_of_with_later(date: impl Display, later: usize) -> String {
    if later == 0 {
        return as_of(date);
    }
    format!("as of {date}, {} after it", count(later, "event"))
}

pub(crate) fn updated(date: impl Display) -> String {
    format!("updated {date}")
}

/// What an instrument's dates are, in the order of [`crate::model::Instrument::dates`].
pub(super) const DATE_NAMES: [&str; 3] = ["signed", "in force", "ended"];

/// An instrument's dates, in the order of [`crate::model::Instrument::dates`].
pub(crate) fn dates(dates: [Option<impl Display>; 3]) -> impl Iterator<Item = String> {
    let [signed, in_force, ended] = dates;
    let signed = signed.map(|date| format!("signed {date}"));
    let in_force = in_force.map(|date| format!("in force {date}"));
    [signed, in_force, ended.map(self::ended)].into_iter().flatten()
}

pub(super) fn ended(date: impl Display) -> String {
    format!("ended {date}")
}

pub(crate) fn confidence(degree: &str) -> String {
    format!("{degree} confidence")
}

/// Something and a place in it: `Harbour Gazette, p. 4`.
pub(crate) fn placed(of: &str, place: &str) -> String {
    format!("{of}, {place}")
}

/// Places in a source: `para 4; pp. 12–14`.
pub(crate) fn places(places: &[String]) -> String {
    places.join("; ")
}

/// What a statement rests on, where places in it are known: `2 sources: Harbour Gazette, p. 4; The Harbour`.
pub(super) fn sources_named(number: usize, cited: &[String]) -> String {
    format!("{}: {}", sources(number), cited.join("; "))
}

/// A table before it is told cell by cell.
pub(super) fn table_of(rows: usize) -> String {
    format!("Table of {}.", count(rows, "row"))
}

/// A cell of a table, before what it says: row and column, which may have no name.
pub(super) fn cell(row: usize, column: &str) -> String {
    if column.is_empty() { format!("Row {row}:") } else { format!("Row {row}, {column}:") }
}

/// A column of a table, before what a cell in it says; nothing for one that has no name.
pub(super) fn column(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!("{name}: ") }
}

/// How sure a statement is, unless that goes without saying. Of a claim not what it says is sure or not,
/// but that it was said.
pub(crate) fn doubt(kind: Option<Evidence>, degree: Option<Confidence>) -> Option<String> {
    let degree = degree.filter(|degree| *degree != Confidence::High)?;
    let of = if kind == Some(Evidence::Claim) { " in the report" } else { "" };
    Some(format!("{}{of}", confidence(degree.words())))
}

pub(crate) fn minutes_short(minutes: impl Display) -> String {
    format!("{minutes} min")
}

pub(super) fn minutes(minutes: usize) -> String {
    count(minutes, "minute")
}

pub(super) fn minutes_in_all(minutes: usize) -> String {
    format!("{minutes} min in all")
}

pub(super) fn paragraphs(number: usize) -> String {
    count(number, "paragraph")
}

pub(super) fn sources(number: usize) -> String {
    count(number, "source")
}

/// How many sources a statement has, where each is told.
pub(super) fn sources_or_none(number: usize) -> String {
    if number == 0 { "no source".to_owned() } else { sources(number) }
}

pub(super) fn notes(number: usize) -> String {
    count(number, "note")
}

/// What a briefing holds, but for what it has none of.
pub(super) struct Holdings {
    pub instruments: usize,
    pub articles: usize,
    pub actors: usize,
    pub events: usize,
    pub terms: usize,
    pub sources: usize,
    /// Questions to talk about.
    pub questions: usize,
    /// How many of those stand in the text.
    pub in_text: usize,
    pub quiz: usize,
}

impl Holdings {
    pub(super) fn words(&self) -> impl Iterator<Item = String> {
        let Self { instruments, articles, actors, events, terms, sources, .. } = *self;
        let counts = [
            (instruments, "instrument"),
            (articles, "article"),
            (actors, "actor"),
            (events, "event"),
            (terms, "term"),
            (sources, "source"),
        ];
        let held = counts.into_iter().filter(|(number, _)| *number > 0);
        let held = held.map(|(number, noun)| count(number, noun));
        held.chain(self.to_talk_about()).chain(self.in_quiz())
    }

    /// The questions to talk about, wherever they stand.
    fn to_talk_about(&self) -> Option<String> {
        let Self { questions, in_text, .. } = *self;
        if questions == 0 {
            return None;
        }
        let all = format!("{} to talk about", count(questions, "question"));
        Some(match in_text {
            0 => all,
            some if some == questions => format!("{all}, in the text"),
            some => format!("{all}, {some} of them in the text"),
        })
    }

    fn in_quiz(&self) -> Option<String> {
        (self.quiz > 0).then(|| count(self.quiz, "quiz question"))
    }
}

pub(super) fn read(number: usize) -> String {
    format!("{number} read")
}

pub(super) fn read_of(number: usize, all: usize) -> String {
    format!("{number} of {all} read")
}

/// How many blocks a source is used by, and how many cards of articles, actors, terms and events.
pub(super) fn used_by(blocks: Extent, cards: usize) -> String {
    match (blocks.numbered(), cards) {
        (0, 0) => "not used".to_owned(),
        (0, cards) => format!("used by {}", count(cards, "card")),
        (_, 0) => format!("used by {}", blocks.words()),
        (_, cards) => format!("used by {}; {}", blocks.words(), count(cards, "card")),
    }
}

/// Where in a source it is used.
pub(crate) fn used_at(places: &[String]) -> String {
    format!("at {}", self::places(places))
}

/// How many paragraphs, notes and questions cite something, in how many sections.
pub(super) fn cited_in(blocks: Extent, sections: usize) -> String {
    format!("{} in {}", blocks.words(), count(sections, "section"))
}

/// What an editor's note is on, in a list of them.
pub(super) fn note_on(address: &str) -> String {
    format!("on {address}")
}

/// What stands before an editor's note on a paragraph: before, between and behind its name and the
/// address, which is a link.
pub(crate) const EDITORS_NOTE_ON: [&str; 3] = [EDITORS_NOTE, " on ", ". "];

/// What stands before an editor's note: its name, and what closes that.
pub(crate) const EDITORS_NOTE_ALONE: [&str; 2] = [EDITORS_NOTE, ". "];

pub(super) fn editors_notes(mark: &str) -> String {
    format!("{mark} Editor's notes")
}

/// What stands at something in a list that the reader left a note on.
pub(super) const A_NOTE: &str = "note";

/// What stands before the reader's own note.
/// What something was on whose words are gone.
pub(super) fn was_on(name: &str) -> String {
    format!("was on {name}")
}

pub(super) fn your_note(draft: bool, adrift: bool) -> &'static str {
    match (draft, adrift) {
        (false, false) => "Your note",
        (false, true) => "Your note (adrift: its words are gone)",
        (true, false) => "Your note (draft)",
        (true, true) => "Your note (draft, adrift: its words are gone)",
    }
}

/// What closes a sentence that may be closed already.
pub(crate) fn stop_after(sentence: &str) -> &'static str {
    let last = sentence.trim_end().trim_end_matches(['"', '”', '’', '»', ')']).chars().next_back();
    if last.is_some_and(|c| ".!?…。！？".contains(c)) { "" } else { "." }
}

/// Before how long the plans of lessons are.
pub(super) const LESSONS: &str = "Lessons";

/// The title of a plan of a lesson, as it is told.
pub(super) fn lesson(title: &str) -> String {
    format!("Lesson: {title}")
}

pub(super) fn question(number: usize) -> String {
    format!("Question {number}")
}

/// The number of a question to talk about, behind what it is.
pub(crate) fn question_in_text(number: usize) -> String {
    format!("question {number}")
}

/// How many answers of so many were right.
pub(super) fn right_of(right: usize, all: usize) -> String {
    format!("{right} of {all} right")
}

/// How many questions were not answered.
pub(super) fn not_answered(number: usize) -> String {
    format!("{number} not answered")
}

/// What is said of a choice once the answer is told.
pub(super) fn choice(right: bool, chosen: bool) -> Option<&'static str> {
    match (right, chosen) {
        (true, true) => Some("right"),
        (true, false) => Some("the answer"),
        (false, true) => Some("not so"),
        (false, false) => None,
    }
}

/// What stands before and behind the name of another actor, whose relation is told: how this one stands to
/// it by its `own` account, or how the other stands to this one.
pub(crate) fn relation(own: bool) -> [&'static str; 2] {
    if own { ["Relation to ", ": "] } else { ["Relation of ", " to it: "] }
}

/// The same of two that say the same of each other.
pub(crate) const MUTUAL_RELATION: [&str; 2] = ["Relation to ", ", both ways: "];

/// What a relation is, and in what spirit.
pub(super) fn relation_told(label: &str, tone: Option<Tone>) -> String {
    match tone {
        None => label.to_owned(),
        Some(Tone::Ally) => format!("{label}. They are allies."),
        Some(Tone::Partner) => format!("{label}. They are partners."),
        Some(Tone::Neutral) => format!("{label}. The relation is neutral."),
        Some(Tone::Strained) => format!("{label}. The relation is strained."),
        Some(Tone::Adversary) => format!("{label}. They are adversaries."),
    }
}

/// Why an expression cannot be looked for.
pub(super) const EXPRESSION_TOO_LONG: &str = "the expression is too long";
pub(super) const EXPRESSION_TOO_LARGE: &str = "the expression is too large";
pub(super) const NO_EXPRESSION: &str = "not a regular expression";
