//! What is said to whoever shows the briefing to a class.

use crate::command::{Edit, Keymap, Look};

/// The plan of a lesson of so many minutes.
pub(in crate::app) fn titled_lesson(title: &str, minutes: u32) -> String {
    format!("Lesson of {minutes} min: {title}")
}

/// A question to talk about, by the number that it has wherever it is shown.
pub(in crate::app) fn numbered_question(number: usize, question: &str) -> String {
    format!("Question {number}: {question}")
}

/// A question of the quiz, by its number there.
pub(in crate::app) fn numbered_quiz_question(number: usize, question: &str) -> String {
    format!("Quiz question {number}: {question}")
}

/// Which question of how many is up, and how many answers of how many were right.
pub(in crate::app) fn question_of(at: usize, all: usize, right: Option<(usize, usize)>) -> String {
    match right {
        None => format!("{at} of {all}"),
        Some((right, given)) => format!("{at} of {all}, {right} of {given} right"),
    }
}

/// How many answers of how many were right.
pub(in crate::app) fn right_of(right: usize, all: usize) -> String {
    format!("{right} of {all} right")
}

/// Nothing lies on top of what a class is shown: how that ends.
pub(in crate::app) fn ends_presenting(keys: &Keymap) -> String {
    let (zen, present) = (keys.keys(Look::Zen).next(), keys.keys(Look::Present).next());
    match (zen, present) {
        (Some(zen), Some(present)) => format!("{zen} or {present} puts the panes back"),
        (Some(_), None) => format!("{} puts the panes back", keys.name(Look::Zen)),
        (None, _) => format!("{} puts the panes back", keys.name(Look::Present)),
    }
}

pub(in crate::app) const PRESENTS_BELOW: &str = "one paragraph at a time, once this view is closed";

pub(in crate::app) const PANES_BELOW: &str = "the panes are back, once this view is closed";

/// No class is shown anything that could be blanked.
pub(in crate::app) fn nothing_to_blank(keys: &Keymap) -> String {
    format!("blanks what a class is shown; {} shows it", keys.name(Look::Zen))
}

pub(in crate::app) fn changes_out_of_sight(keys: &Keymap) -> String {
    let show = keys.name(Look::Teacher);
    format!("what has changed is out of the class's sight; {show} shows it")
}

pub(in crate::app) fn out_of_sight(keys: &Keymap) -> String {
    let show = keys.name(Look::Teacher);
    format!("your notes are out of the class's sight; {show} shows them")
}

pub(in crate::app) const AFTER_THE_RESULTS: &str =
    "the results come first, after the last question of the quiz";
pub(in crate::app) const NO_COUNTDOWN: &str = "no countdown";
pub(in crate::app) const NO_MINUTES: &str = "write minutes up to 999, as 10 or 1:30";

/// What is taken for minutes where nothing is written: so many are the question's own.
pub(in crate::app) fn minutes_to_write(usual: u32, keys: &Keymap) -> String {
    format!("{} alone: {usual}", keys.name(Edit::Accept))
}

/// Cues and hints are shown or no longer; to a class, what the reader left with them.
pub(in crate::app) fn cues(shown: bool, to_class: bool) -> &'static str {
    match (shown, to_class) {
        (true, false) => "cues shown",
        (false, false) => "cues hidden",
        (true, true) => "cues and your notes shown",
        (false, true) => "cues and your notes hidden",
    }
}
