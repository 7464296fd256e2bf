//! What documents say in the program's own words: what the sheets say, and what follows. Every
//! sentence is one function of the values in it.

use crate::base::plural;
use crate::model::{Extent, bare_name};

pub(super) use crate::text::words::*;

pub(super) const ACTORS: &str = "Actors";
pub(super) const ADDRESSES: &str = "Addresses";
pub(super) const ANSWERS: &str = "Answers";
pub(super) const DISCUSSION: &str = "Questions to talk about";
pub(super) const GLOSSARY: &str = "Glossary";
pub(super) const LESSONS: &str = "Lessons";
pub(super) const NOTES_GONE: &str = "Notes whose place is gone";
pub(super) const ON_CARDS: &str = "Articles, actors and other cards";
pub(super) const NOTHING_LEFT: &str = "Nothing was left here: no note, no highlight, no bookmark.";
pub(super) const UNREADABLE: &str =
    "The briefing cannot be read now; where each of these was is told as it was then.";
pub(super) const CITED_NOWHERE: &str = "nothing in the text";
pub(super) const QUESTIONS_IN_TEXT: &str = "Questions in the text";
pub(super) const QUIZ: &str = "Quiz";
pub(super) const SOURCES: &str = "Sources";
pub(super) const TERMS: &str = "Terms";
pub(super) const TIMELINE: &str = "Timeline";
const YOUR_NOTE: &str = "Your note";

/// The head of a note below what it is on; where that is a card, on which provision of it.
pub(super) fn your_note(provision: Option<&str>) -> String {
    match provision {
        Some(provision) => format!("{YOUR_NOTE} on {provision}"),
        None => YOUR_NOTE.to_owned(),
    }
}

/// A label that stands alone over what it is of.
pub(super) fn label(label: &str) -> String {
    format!("{label}.")
}

/// An article or an event by its name and its title.
pub(super) fn titled(name: &str, title: &str) -> String {
    format!("{}: {title}", bare_name(name))
}

pub(super) fn source(number: usize) -> String {
    format!("Source {number}")
}

/// What a statement rests on, by the numbers of the sources.
pub(super) fn sources_by_number(numbers: &[String]) -> String {
    format!("{} {}", plural(numbers.len(), "source"), numbers.join(", "))
}

/// The number of a source, and where in it.
pub(super) fn numbered_place(number: &str, place: Option<&str>) -> String {
    place.map_or_else(|| number.to_owned(), |place| format!("{number}\u{a0}{place}"))
}

/// What is said behind words to make plain what they mean.
pub(super) fn behind(name: &str) -> String {
    format!(" ({name})")
}

/// A paragraph by the number of its section and its address there.
pub(super) fn place_in_short(section: usize, address: &str) -> String {
    format!("{section} {address}")
}

/// Several paragraphs of one section, by their addresses.
pub(super) fn places_in_short(section: usize, addresses: &[String]) -> String {
    format!("{section} {}", addresses.join(", "))
}

/// On what terms a briefing may be passed on.
pub(super) fn license(license: &str) -> String {
    format!("Licence: {license}")
}

/// How many paragraphs, notes and questions cite something, and in which sections.
pub(super) fn cited_in(blocks: Extent, sections: &[String]) -> String {
    format!("{} in {}", blocks.words(), sections.join(" · "))
}

/// A paragraph by its section and the heading above it.
pub(super) fn under_heading(section: &str, heading: &str) -> String {
    format!("{section}, “{heading}”")
}

/// Where a mark was whose place is gone.
pub(super) fn was_at(place: &str) -> String {
    format!("was at {place}")
}

/// The same, where nothing else says that its place is gone.
pub(super) fn adrift_was_at(place: &str) -> String {
    format!("adrift, was at {place}")
}

/// A bookmark by its letter.
pub(super) fn bookmark(kind: &str, letter: char) -> String {
    format!("{kind} {letter}")
}
