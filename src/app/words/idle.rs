//! Why a key found nothing to do.

use crate::command::{Keymap, Program};

pub(in crate::app) const NO_LINK: &str = "no link here";
pub(in crate::app) const AT_THE_END: &str = "this is the end";
pub(in crate::app) const AT_THE_BEGINNING: &str = "this is the beginning";
pub(in crate::app) const LAST_SECTION: &str = "this is the last section";
pub(in crate::app) const FIRST_SECTION: &str = "this is the first section";
pub(in crate::app) const LAST_ARTICLE: &str = "this is the last article";
pub(in crate::app) const FIRST_ARTICLE: &str = "this is the first article";
pub(in crate::app) const NOTHING_TO_FOLD: &str = "nothing is said of this law";
pub(in crate::app) const NO_FURTHER_LINK: &str = "no further link here";
pub(in crate::app) const NO_LINK_BEFORE: &str = "no link before this";
pub(in crate::app) const ONE_PANE: &str = "there is no other pane here";
pub(in crate::app) const IN_THE_TEXT: &str = "this is the text";
pub(in crate::app) const IN_THE_ARTICLES: &str = "these are the articles";
pub(in crate::app) const IN_THE_ACTORS: &str = "these are the actors";
pub(in crate::app) const NOTHING_TO_FOLLOW: &str = "nothing to follow here";
pub(in crate::app) const NOTHING_TO_PIN: &str = "nothing to pin here";
pub(in crate::app) const ONLY_MATCH: &str = "this is the only match";
pub(in crate::app) const NOTHING_FOUND: &str = "nothing to find here";
pub(in crate::app) const NOTHING_UNDER_THE_CURSOR: &str = "nothing under the cursor";
pub(in crate::app) const CHOOSES_NO_FURTHER: &str = "the words end here";
pub(in crate::app) const ONE_WORD_HAS_NO_OTHER_END: &str = "one word alone has no other end";
pub(in crate::app) const NO_OTHER_SIDE: &str = "this view has no other side here";
pub(in crate::app) const NOTHING_OPEN: &str = "no briefing is open";
pub(in crate::app) const NOTHING_TO_SHOW: &str = "there is nothing to show";
pub(in crate::app) const LAST_COUNTERPART: &str = "no further counterpart";
pub(in crate::app) const FIRST_COUNTERPART: &str = "no counterpart before this";
pub(in crate::app) const NO_ELEMENTS: &str = "none of these is taken apart into elements";
pub(in crate::app) const NO_CLOSER: &str = "months are the closest";
pub(in crate::app) const NO_FARTHER: &str = "decades are the farthest";
pub(in crate::app) const FIRST_COLUMN: &str = "this is the first column";
pub(in crate::app) const LAST_COLUMN: &str = "this is the last column";
pub(in crate::app) const NOTHING_TO_SORT: &str = "nothing to sort here";
pub(in crate::app) const LAST_QUESTION: &str = "no further question";
pub(in crate::app) const FIRST_QUESTION: &str = "no question before this";
pub(in crate::app) const LAST_LESSON: &str = "no further lesson";
pub(in crate::app) const FIRST_LESSON: &str = "no lesson before this";
pub(in crate::app) const NOTHING_TO_REVEAL: &str = "all is shown already";
pub(in crate::app) const NO_QUESTION_HERE: &str = "no question here";

/// Nothing lies on top, and nothing is chosen.
pub(in crate::app) fn nothing_to_close(keys: &Keymap) -> String {
    let leaves = match keys.keys(Program::CloseOrQuit).next() {
        Some(_) => Program::CloseOrQuit,
        None => Program::Quit,
    };
    format!("nothing to close; {} leaves", keys.name(leaves))
}
