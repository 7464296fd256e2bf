//! What stands in the comments of files that are written: every sentence is one function of the values in it.

use crate::base::count;

pub(super) const OF_BRIEFING: &str =
    "A briefing: its title, and its sections in the order of reading.";
pub(super) const OF_SECTION: &str = "A section. Each item of the body is a block: text, heading, list, quote, table, note or question.";
pub(super) const OF_INSTRUMENTS: &str =
    "Legal texts. `text` is the wording, letter for letter; a link to an article is [](article:4).";
pub(super) const OF_ACTORS: &str = "\
Drafts: names that recur in the text. Correct each name, its aliases and its kind, say in `role` who it is,
and remove what is nobody, with its links in the sections.";
pub(super) const OF_SOURCES: &str =
    "Sources: the files that were imported, and what their footnotes cite.";
pub(super) const GUESSED_LANGUAGE: &str = "guessed by the letters of the text";

/// How an actor was found.
pub(super) fn guessed_actor(found: usize, has_kind: bool) -> String {
    let found = count(found, "time");
    if has_kind {
        format!("draft: found {found}; the kind is a guess")
    } else {
        format!("draft: found {found}; say its kind")
    }
}
