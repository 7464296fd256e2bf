//! What is told of the files: faults, and what is new in them since they were read.

use crate::base::count;
use crate::command::{Find, Keep, Keymap, Views};

pub(in crate::app) const NOTHING_CHANGED: &str =
    "nothing is known to have changed since you read it";
pub(in crate::app) const CHANGED_ASIDE: &str = "the files have changed: close this to see it";
pub(in crate::app) const READ_AGAIN_THE_SAME: &str = "read again: nothing has changed";
pub(in crate::app) const READ_AGAIN_CARDS: &str =
    "read again: what stands beside the text has changed";

/// The files were read again, and so many sections are new, gone or others.
pub(in crate::app) fn read_again(sections: usize) -> String {
    format!("read again: {} changed", count(sections, "section"))
}

/// Why a part of the briefing is shown as it was when it could be read last.
pub(in crate::app) fn shown_as_it_was(place: &str, message: &str, keys: &Keymap) -> String {
    let list = keys.name(Views::Faults);
    format!(
        "{place}: {message}; until it is mended, this part is as it was; {list} lists all faults"
    )
}

/// How many paragraphs, articles and events are new or changed, one of them at least, and how many of
/// the reader's notes have no place any more.
pub(in crate::app) fn changes(
    paragraphs: usize,
    articles: usize,
    events: usize,
    adrift: usize,
    keys: &Keymap,
) -> String {
    let (go, list) = (keys.name(Find::NextChange), keys.name(Keep::Marks));
    let counts = [(paragraphs, "paragraph"), (articles, "article"), (events, "event")];
    let counts = counts.into_iter().filter(|(number, _)| *number > 0);
    let counts: Vec<String> = counts.map(|(number, what)| count(number, what)).collect();
    let counts = counts.join(", ");
    match adrift {
        0 => format!("{counts} new or changed; {go} goes there"),
        1 => format!("1 note adrift, {list} lists it; {counts} new or changed; {go} goes there"),
        notes => format!(
            "{notes} notes adrift, {list} lists them; {counts} new or changed; {go} goes there"
        ),
    }
}

/// Which change it is of how many.
pub(in crate::app) fn change(number: usize, all: usize, is_new: bool) -> String {
    let what = if is_new { "new" } else { "changed" };
    format!("{number} of {all}: {what}")
}

pub(in crate::app) fn faults_in_files(number: usize, keys: &Keymap) -> String {
    let list = keys.name(Views::Faults);
    format!("{} in the briefing's files; {list} lists them", count(number, "fault"))
}
