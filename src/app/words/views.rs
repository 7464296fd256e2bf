//! What views say: titles, what stands in a list in place of items, what the header says.

use crate::base::count;
use crate::command::{Keymap, Program};
use crate::model::{Extent, SectionIx, Target, Tone};
use crate::text::Glyphs;

// Titles.

pub(in crate::app) const CONTENTS: &str = "Contents";
pub(in crate::app) const KEYS: &str = "Keys";
pub(in crate::app) const FAULTS: &str = "Faults in the briefing's files";
pub(in crate::app) const SOURCE_LIST: &str = "Sources";
pub(in crate::app) const RESTS_ON: &str = "Rests on";
pub(in crate::app) const MARKS: &str = "Marks: bookmarks, highlights and notes";
pub(in crate::app) const GO_TO: &str = "Go to";
pub(in crate::app) const TRAIL: &str = "Trail: where you came from";
pub(in crate::app) const COPIED: &str = "Copied";
pub(in crate::app) const TITLE_PAGE: &str = "Title page";
pub(in crate::app) const SEE_IT_WHOLE: &str = "See it whole";
pub(in crate::app) const COMPARISONS: &str = "Compare: all";
pub(in crate::app) const TIMELINE: &str = "Timeline";
pub(in crate::app) const RELATIONS: &str = "Relations";
pub(in crate::app) const EVIDENCE: &str = "Evidence";
pub(in crate::app) const ACTORS_BY_ARTICLES: &str = "Matrix: actors by articles";
pub(in crate::app) const ACTORS_BY_SECTIONS: &str = "Matrix: actors by sections";
pub(in crate::app) const SHOW_PARAGRAPHS_ON: &str = "Show the paragraphs on";
pub(in crate::app) const SHOW_EVENTS_WITH: &str = "Show the events with";
pub(in crate::app) const LESSONS_OF_CLASS: &str = "Class: lessons";
pub(in crate::app) const QUESTIONS_TO_TALK_ABOUT: &str = "Class: questions to talk about";
pub(in crate::app) const QUIZ: &str = "Class: quiz";
pub(in crate::app) const QUIZ_RESULTS: &str = "Class: results of the quiz";
pub(in crate::app) const ARTICLES: &str = "Articles";
pub(in crate::app) const ACTORS: &str = "Actors";
pub(in crate::app) const TERMS: &str = "Terms";
pub(in crate::app) const EVENTS: &str = "Events";
pub(in crate::app) const QUESTIONS: &str = "Questions";
pub(in crate::app) const LESSONS: &str = "Lessons";
pub(in crate::app) const YOUR_NOTES: &str = "Your notes";

/// What kind of thing a target is.
pub(in crate::app) fn kind(target: &Target) -> &'static str {
    match target {
        Target::Article(_) => "Article",
        Target::Provision(_) => "Provision",
        Target::Instrument(_) => "Instrument",
        Target::Actor(_) => "Actor",
        Target::Term(_) => "Term",
        Target::Event(_) => "Event",
        Target::Source(_) => "Source",
        Target::Section(_) => "Section",
        Target::Block(_) => "Paragraph",
        Target::Web(_) => "Address",
    }
}

/// The title of an instrument that is read through.
pub(in crate::app) fn instrument(name: &str) -> String {
    format!("Instrument: {name}")
}

/// The title of the contents of an instrument.
pub(in crate::app) fn contents_of(name: &str) -> String {
    format!("Contents: {name}")
}

/// What the header says before the first article of an instrument, which has so many.
pub(in crate::app) fn instrument_at_its_beginning(articles: usize) -> String {
    count(articles, "article")
}

/// Where the reader is in an instrument.
pub(in crate::app) struct PlaceInInstrument<'a> {
    /// The name of the article.
    pub article: &'a str,
    /// Which it is, from 1, of how many.
    pub number: usize,
    pub all: usize,
    /// The name of the part that it stands in.
    pub part: Option<&'a str>,
    /// How far that is.
    pub percent: usize,
}

impl PlaceInInstrument<'_> {
    pub(in crate::app) fn words(&self, dot: &str) -> String {
        let Self { article, number, all, part, percent } = self;
        match part {
            Some(part) => {
                format!("{article} {dot} {number} of {all} {dot} {part} {dot} {percent}%")
            }
            None => format!("{article} {dot} {number} of {all} {dot} {percent}%"),
        }
    }
}

/// The title of an article beside its counterparts.
pub(in crate::app) fn comparison_of(article: &str) -> String {
    format!("Compare: {article}")
}

/// The title of the paragraphs in which two things stand.
pub(in crate::app) fn both(one: &str, other: &str) -> String {
    format!("{one} and {other}")
}

/// What stands beside the title of a card that is cited so often; nothing if it is not.
pub(in crate::app) fn cited(times: usize) -> String {
    match times {
        0 => String::new(),
        1 => ", cited once".to_owned(),
        2 => ", cited twice".to_owned(),
        _ => format!(", cited {times} times"),
    }
}

/// A section with its number.
pub(in crate::app) fn numbered_section(at: SectionIx, title: &str) -> String {
    format!("{} {title}", at.get() + 1)
}

/// A place on the trail: a section with its number, and an address in it.
pub(in crate::app) fn place_in(at: SectionIx, title: &str, address: &str) -> String {
    format!("{} {title}, {address}", at.get() + 1)
}

// What stands in a list in place of items, and labels in it.

pub(in crate::app) const NO_FAULTS: &str = "The briefing's files have no faults.";
pub(in crate::app) const GATHERING_NAMES: &str = "The names are being gathered.";
pub(in crate::app) const NO_SUCH_NAME: &str = "Nothing here has a name like that.";
pub(in crate::app) const NO_SUCH_NUMBER: &str =
    "No article, section, paragraph or date here has a number like that.";
pub(in crate::app) const NOTHING_TO_CHOOSE: &str = "There is no actor and no article to choose.";
pub(in crate::app) const NOTHING_COMPARED: &str =
    "No article of this briefing is compared with another.";
pub(in crate::app) const NO_SECTIONS: &str = "The briefing has no sections.";
pub(in crate::app) const NO_TERMS: &str = "The briefing has no terms.";
pub(in crate::app) const NO_SOURCES: &str = "The briefing has no sources.";
pub(in crate::app) const NO_EVENTS: &str = "The briefing has no events.";
pub(in crate::app) const NO_LESSONS: &str = "The briefing has no plans of lessons.";
pub(in crate::app) const NO_QUESTIONS: &str = "The briefing has no questions to talk about.";
pub(in crate::app) const NO_QUIZ: &str = "The briefing has no quiz.";
pub(in crate::app) const NO_ACTOR_WITH_ARTICLE: &str =
    "No paragraph names an actor and cites an article.";
pub(in crate::app) const NO_ACTOR_IN_SECTION: &str = "No section names an actor.";
pub(in crate::app) const NO_ARTICLE_HERE: &str = "No article is cited here.";
pub(in crate::app) const NO_ACTOR_HERE: &str = "No actor is named in this section.";
pub(in crate::app) const NO_ACTORS: &str =
    "This briefing names no actors, so there are no relations to show.";
pub(in crate::app) const NO_RELATIONS: &str = "Nothing is told of how it stands to others.";
pub(in crate::app) const NO_STATES: &str = "This briefing names no states and no persons.";
pub(in crate::app) const WITHOUT_RELATION: &str = "Without a relation to another state or person";
pub(in crate::app) const ALONE: &str = "without a relation to another state or person";
pub(in crate::app) const ITSELF: &str = "itself";
pub(in crate::app) const NO_TONE: &str = "no tone";
/// Before what another says of one, where one says something else of it.
pub(in crate::app) const IN_TURN: &str = "In turn: ";
pub(in crate::app) const HERE: &str = "here";
pub(in crate::app) const ARTICLES_PANE: &str = "articles";
pub(in crate::app) const ACTORS_PANE: &str = "actors";
pub(in crate::app) const BOOKMARK: &str = "Bookmark";
pub(in crate::app) const HIGHLIGHT: &str = "Highlight";
pub(in crate::app) const NOTE: &str = "Note";
pub(in crate::app) const DRAFT: &str = "Draft of a note";
pub(in crate::app) const A_BOOKMARK: &str = "bookmark";
pub(in crate::app) const A_CUE: &str = "cue";
pub(in crate::app) const A_NOTE: &str = "note";
pub(in crate::app) const A_LESSON: &str = "lesson";
pub(in crate::app) const A_QUESTION: &str = "question";
pub(in crate::app) const A_PARAGRAPH: &str = "paragraph";
pub(in crate::app) const A_PROVISION: &str = "provision";
pub(in crate::app) const A_VIEW: &str = "view";
pub(in crate::app) const A_COMMAND: &str = "command";

/// The label above matches before which there are more.
pub(in crate::app) fn more_before(number: usize) -> String {
    format!("{number} more before these")
}

/// The label below matches after which there are more; `None` if nobody counted them.
pub(in crate::app) fn more_after(number: Option<usize>) -> String {
    match number {
        Some(number) => format!("{number} more after these; write more to find less"),
        None => "more after these; write more to find less".to_owned(),
    }
}

/// No event is left with somebody or something, and with some words.
pub(in crate::app) fn no_event(with: Option<&str>, words: Option<&str>, keys: &Keymap) -> String {
    let close = keys.name(Program::Close);
    match (with, words) {
        (None, None) => format!("No event. {close} shows more again."),
        (Some(name), None) => format!("No event with {name}. {close} shows more again."),
        (None, Some(words)) => format!("No event has {words} in it. {close} shows more again."),
        (Some(name), Some(words)) => {
            format!("No event with {name} has {words} in it. {close} shows more again.")
        }
    }
}

/// What the arrows beside the relations of one actor say.
pub(in crate::app) fn who_says_so(name: &str, glyphs: &Glyphs) -> String {
    let Glyphs { arrow, back, mutual, .. } = glyphs;
    format!("{arrow} {name} says so   {back} the other does   {mutual} both do")
}

/// What the arrows between the actors of a pair say.
pub(in crate::app) fn first_says_so(glyphs: &Glyphs) -> String {
    let Glyphs { arrow, mutual, .. } = glyphs;
    format!("{arrow} the first says so   {mutual} both do")
}

/// How often an actor is cited: what stands before the number, and the number, which is a link.
pub(in crate::app) fn cited_by(blocks: Extent) -> (&'static str, String) {
    ("cited by ", blocks.words())
}

/// The number of a paragraph and, told apart from it, its address in the file, in which cues count.
pub(in crate::app) fn address_and_in_file(address: &str, in_file: &str, dot: &str) -> String {
    format!("{address} {dot} {in_file} in the file")
}

/// Those to whom an actor stands in a tone.
pub(in crate::app) fn tones(tone: Option<Tone>) -> &'static str {
    match tone {
        Some(Tone::Ally) => "Allies",
        Some(Tone::Partner) => "Partners",
        Some(Tone::Neutral) => "Neutral",
        Some(Tone::Strained) => "Strained",
        Some(Tone::Adversary) => "Adversaries",
        None => "No tone told",
    }
}

// What the header says of a view.

pub(in crate::app) const BY_DECADE: &str = "by decade";
pub(in crate::app) const BY_YEAR: &str = "by year";
pub(in crate::app) const BY_MONTH: &str = "by month";

/// The counterparts of an article, and which of them stand beside it.
pub(in crate::app) struct CounterpartsBeside {
    /// The first, from 1, and the last.
    pub first: usize,
    pub last: usize,
    pub all: usize,
}

impl CounterpartsBeside {
    /// Where they are compared word by word.
    pub(in crate::app) fn by_words(&self) -> String {
        let Self { first, last, all } = self;
        match last + 1 - first {
            beside if beside >= *all => count(*all, "counterpart"),
            1 => format!("{first} of {all} counterparts"),
            _ => format!("{first}–{last} of {all} counterparts"),
        }
    }

    /// Where they are compared element by element.
    pub(in crate::app) fn by_elements(&self, dot: &str) -> String {
        let Self { first, last, all } = self;
        let dot = if dot == "," { ",".to_owned() } else { format!(" {dot}") };
        match last + 1 - first {
            beside if beside >= *all => format!("{}{dot} by element", count(*all, "counterpart")),
            1 => format!("{first} of {all} counterparts{dot} by element"),
            _ => format!("{first}–{last} of {all} counterparts{dot} by element"),
        }
    }
}

pub(in crate::app) fn events(number: usize) -> String {
    count(number, "event")
}

pub(in crate::app) fn some_of_all(number: usize, all: usize) -> String {
    format!("{number} of {all}")
}

pub(in crate::app) fn with(name: &str) -> String {
    format!("with {name}")
}

pub(in crate::app) fn rows_by_columns_most_first(rows: usize, columns: usize) -> String {
    format!("{rows} by {columns}, most first")
}

pub(in crate::app) fn rows_by_columns_by_name(rows: usize, columns: usize) -> String {
    format!("{rows} by {columns}, by name")
}

pub(in crate::app) fn relations(number: usize) -> String {
    count(number, "relation")
}

/// The relations of an actor that another one led to.
pub(in crate::app) fn relations_from(number: usize, before: &str) -> String {
    format!("{}, from {before}", count(number, "relation"))
}

pub(in crate::app) fn some_of_actors(number: usize, all: usize) -> String {
    format!("{number} of {all} actors")
}

pub(in crate::app) fn actors_and_pairs(actors: usize, pairs: usize) -> String {
    format!("{}, {}", count(actors, "actor"), count(pairs, "pair"))
}

// What a key did.

pub(in crate::app) const BEFORE: &str = "Before";
