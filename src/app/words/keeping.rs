//! What is said of what the reader leaves or takes away.

use crate::base::count;
use crate::command::{Keep, Keymap};

pub(in crate::app) const HOW_TO_TAKE_THEM: &str =
    "In the shell, attache notes PATH prints all of these, as text, Markdown or JSON.";
pub(in crate::app) const UNTIL_YOU_LEAVE: &str =
    "These last until you leave: nothing is kept on disk here.";
pub(in crate::app) const NOT_ALL_SAVED: &str =
    "Not all of these are saved yet; attache tries again, and says when you leave where they are.";
pub(in crate::app) const NOT_ON_CLIPBOARD: &str =
    "If they are not on your clipboard, the terminal did not take them: select them here.";

/// The reader has left nothing yet, and how to.
pub(in crate::app) fn nothing_left(keys: &Keymap) -> String {
    let [mark, highlight, note] =
        [Keep::Bookmark, Keep::Highlight, Keep::Note].map(|command| keys.name(command));
    if keys.keys(Keep::Highlight).next().is_none() {
        return format!(
            "Nothing yet. In the text, {mark} marks a paragraph and {note} writes a note."
        );
    }
    format!(
        "Nothing yet. In the text, {mark} marks a paragraph, {highlight} highlights a sentence and \
         {note} writes a note."
    )
}

/// Only the beginning of what was to be copied was, of so many kilobytes.
pub(in crate::app) fn only_the_first(kilobytes: usize) -> String {
    format!("Only the first {}: terminals take no more.", count(kilobytes, "kilobyte"))
}

pub(in crate::app) const NOTHING_TO_COPY: &str = "nothing to copy here";
pub(in crate::app) const NO_WORDS_HERE: &str = "no words to choose here";
pub(in crate::app) const NO_SENTENCE: &str = "no sentence here";

/// Words of a card were to be highlighted.
pub(in crate::app) fn only_on_paragraphs(keys: &Keymap) -> String {
    format!("only words of a paragraph can hold that; {} copies these", keys.name(Keep::Copy))
}

pub(in crate::app) fn highlighted(keys: &Keymap) -> String {
    format!("highlighted; {} takes it off", keys.name(Keep::Highlight))
}

/// In how many paragraphs words were highlighted, two or more.
pub(in crate::app) fn highlighted_in(paragraphs: usize) -> String {
    format!("highlighted in {}", count(paragraphs, "paragraph"))
}

/// Which of so many paragraphs a note is on.
pub(in crate::app) fn on_the_first_of(paragraphs: usize) -> String {
    format!("on the first of {}", count(paragraphs, "paragraph"))
}

pub(in crate::app) const ON_THE_WHOLE_CARD: &str = "on the whole card";

/// How many words are chosen.
pub(in crate::app) fn words_chosen(number: usize) -> String {
    format!("{} chosen", count(number, "word"))
}

pub(in crate::app) const NOT_HIGHLIGHTED: &str = "no longer highlighted";
pub(in crate::app) const PUT_BACK: &str = "put back";
pub(in crate::app) const WORDS_WERE_HERE: &str = "the words were here";
pub(in crate::app) const WORDS_ARE_GONE: &str = "nothing here is like the words that it was on";
pub(in crate::app) const MARKED_WORDS_GONE: &str = "the marked words are gone; they stood here";
pub(in crate::app) const MARKED_PARAGRAPH_GONE: &str =
    "the marked paragraph is no longer in the briefing";
pub(in crate::app) const YOUR_DRAFT: &str = "your draft";
pub(in crate::app) const NO_MORE_FITS: &str = "no more fits in a note";
pub(in crate::app) const NOTHING_WRITTEN: &str = "nothing written";
pub(in crate::app) const NOTE_AS_IT_WAS: &str = "the note is as it was";
pub(in crate::app) const SAVING: &str = "saving ...";
pub(in crate::app) const NOT_SAVED_YET: &str = "not saved yet";

/// A note is kept, on disk or not, and whether all of it fits; what it is `on`, if that is told.
pub(in crate::app) fn note_kept(keeps: bool, fits: bool, on: Option<&str>) -> String {
    match (keeps, fits, on) {
        (true, true, None) => "note saved".to_owned(),
        (true, true, Some(on)) => format!("note saved on {on}"),
        (true, false, None) => "note saved, but not all fitted in it".to_owned(),
        (true, false, Some(on)) => format!("note saved on {on}, but not all fitted in it"),
        (false, true, None) => "note kept only until you leave".to_owned(),
        (false, true, Some(on)) => format!("note on {on}, kept only until you leave"),
        (false, false, None) => {
            "note kept only until you leave, and not all fitted in it".to_owned()
        }
        (false, false, Some(on)) => {
            format!("note on {on}, kept only until you leave, and not all fitted in it")
        }
    }
}

/// A mark was removed from the list of marks.
pub(in crate::app) fn removed(keys: &Keymap) -> String {
    format!("removed; {} puts it back", keys.name(Keep::Remove))
}

pub(in crate::app) fn note_removed(keys: &Keymap) -> String {
    let (list, put_back) = (keys.name(Keep::Marks), keys.name(Keep::Remove));
    format!("note removed; {list} and {put_back} put it back")
}

pub(in crate::app) fn kept_as_draft(keys: &Keymap) -> String {
    format!("kept as a draft; {} goes on with it", keys.name(Keep::Note))
}

pub(in crate::app) fn part_kept_as_draft(keys: &Keymap) -> String {
    let go_on = keys.name(Keep::Note);
    format!("kept as a draft, but not all fitted in it; {go_on} goes on with it")
}

pub(in crate::app) fn note_written_twice(keys: &Keymap) -> String {
    let list = keys.name(Keep::Marks);
    format!("a note was written in another window too; both are kept, and {list} lists them")
}

/// A bookmark is made, of this name or without one; what it is `on`, if that is told.
pub(in crate::app) fn bookmarked(name: &str, on: Option<&str>) -> String {
    match (name, on) {
        ("", None) => "bookmarked".to_owned(),
        ("", Some(on)) => format!("{on} bookmarked"),
        (name, None) => format!("bookmark {name}"),
        (name, Some(on)) => format!("bookmark {name} on {on}"),
    }
}
