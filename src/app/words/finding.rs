//! What is said of a search.

use crate::base::{count, plural};
use crate::command::{Edit, Find, Keymap};

pub(in crate::app) const SEARCHING: &str = "searching";
pub(in crate::app) const NO_MATCH: &str = "no match";
pub(in crate::app) const ONLY_IN_YOUR_NOTES: &str = "found only in your notes";
pub(in crate::app) const FROM_THE_TOP: &str = "from the top";
pub(in crate::app) const FROM_THE_END: &str = "from the end";

/// There is no search to go on with.
pub(in crate::app) fn nothing_searched(keys: &Keymap) -> String {
    format!("nothing is searched for; {} begins", keys.name(Find::Search))
}

/// What the key for the other kind of search leads to.
pub(in crate::app) fn other_search(regex: bool, keys: &Keymap) -> String {
    let turn = keys.name(Edit::Regex);
    if regex { format!("{turn} words") } else { format!("{turn} regex") }
}

pub(in crate::app) fn no_match_for(quoted: &str) -> String {
    format!("no match for {quoted}")
}

pub(in crate::app) fn searching_for(quoted: &str) -> String {
    format!("searching for {quoted}")
}

/// Which match of how many, and what is searched for.
pub(in crate::app) fn match_of(number: &str, quoted: &str) -> String {
    format!("{number} {quoted}")
}

/// Which match of how many the reader is at, to be told and not shown; of `more`, if nobody has counted
/// all.
pub(in crate::app) fn match_number_told(number: Option<usize>, all: usize, more: bool) -> String {
    match (number, more) {
        (Some(number), false) => format!("match {number} of {all} for"),
        (Some(number), true) => format!("match {number} of more than {all} for"),
        (None, false) => format!("{} for", count(all, "match")),
        (None, true) => format!("more than {} for", count(all, "match")),
    }
}

/// Which match of how many; `more` if nobody counted all.
pub(in crate::app) fn match_number(at: Option<usize>, total: usize, more: bool) -> String {
    let more = if more { "+" } else { "" };
    match at {
        Some(at) => format!("{at}/{total}{more}"),
        None => format!("{total}{more}"),
    }
}

/// How many of the reader's own notes were found, if any.
pub(in crate::app) fn of_your_notes(number: usize) -> Option<String> {
    (number > 0).then(|| format!("{number} of your notes"))
}

/// The title of the list of all matches, with the reader's own notes.
pub(in crate::app) fn matches_for(total: usize, more: bool, quoted: &str, own: usize) -> String {
    let (number, noun) = (match_number(None, total, more), plural(total, "match"));
    match of_your_notes(own) {
        None => format!("{number} {noun} for {quoted}"),
        Some(own) => format!("{number} {noun} for {quoted}, {own}"),
    }
}
