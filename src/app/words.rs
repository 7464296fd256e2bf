//! What the reader says in words: each sentence is one function of what it names, or a constant.
//!
//! Nothing is put together from pieces elsewhere, so that another language is another set of these.

use crate::base::{count, plural};
use crate::command::{Capitals, Edit, Find, Keep, Keymap, Look, Program, Views};
use crate::desk::PaneId;
use crate::model::{Extent, SectionIx, Target, Tone};
use crate::text::Glyphs;

/// A sentence that names keys.
pub(super) type Saying = fn(&Keymap) -> String;

// Titles.

pub(super) const CONTENTS: &str = "Contents";
pub(super) const KEYS: &str = "Keys";
pub(super) const FAULTS: &str = "Faults in the briefing's files";
pub(super) const SOURCE_LIST: &str = "Sources";
pub(super) const RESTS_ON: &str = "Rests on";
pub(super) const MARKS: &str = "Marks: bookmarks, highlights and notes";
pub(super) const GO_TO: &str = "Go to";
pub(super) const TRAIL: &str = "Trail: where you came from";
pub(super) const COPIED: &str = "Copied";
pub(super) const TITLE_PAGE: &str = "Title page";
pub(super) const SEE_IT_WHOLE: &str = "See it whole";
pub(super) const COMPARISONS: &str = "Compare: all";
pub(super) const TIMELINE: &str = "Timeline";
pub(super) const RELATIONS: &str = "Relations";
pub(super) const EVIDENCE: &str = "Evidence";
pub(super) const ACTORS_BY_ARTICLES: &str = "Matrix: actors by articles";
pub(super) const ACTORS_BY_SECTIONS: &str = "Matrix: actors by sections";
pub(super) const SHOW_PARAGRAPHS_ON: &str = "Show the paragraphs on";
pub(super) const SHOW_EVENTS_WITH: &str = "Show the events with";
pub(super) const QUESTIONS_TO_TALK_ABOUT: &str = "Class: questions to talk about";
pub(super) const QUIZ: &str = "Class: quiz";
pub(super) const QUIZ_RESULTS: &str = "Class: results of the quiz";
pub(super) const ARTICLES: &str = "Articles";
pub(super) const ACTORS: &str = "Actors";
pub(super) const TERMS: &str = "Terms";
pub(super) const EVENTS: &str = "Events";
pub(super) const QUESTIONS: &str = "Questions";
pub(super) const YOUR_NOTES: &str = "Your notes";

/// What kind of thing a target is.
pub(super) fn kind(target: &Target) -> &'static str {
    match target {
        Target::Article(_) => "Article",
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

/// The title of an article beside its counterparts.
pub(super) fn comparison_of(article: &str) -> String {
    format!("Compare: {article}")
}

/// The title of the paragraphs in which two things stand.
pub(super) fn both(one: &str, other: &str) -> String {
    format!("{one} and {other}")
}

/// What stands beside the title of a card that is cited so often; nothing if it is not.
pub(super) fn cited(times: usize) -> String {
    match times {
        0 => String::new(),
        1 => ", cited once".to_owned(),
        2 => ", cited twice".to_owned(),
        _ => format!(", cited {times} times"),
    }
}

/// A section with its number.
pub(super) fn numbered_section(at: SectionIx, title: &str) -> String {
    format!("{} {title}", at.get() + 1)
}

/// A place on the trail: a section with its number, and an address in it.
pub(super) fn place_in(at: SectionIx, title: &str, address: &str) -> String {
    format!("{} {title}, {address}", at.get() + 1)
}

// What the footer offers, in a word or two.

pub(super) const WHO_CITES_IT: &str = "who cites it";
pub(super) const SOURCES: &str = "sources";
pub(super) const COMPARE: &str = "compare";
pub(super) const NO_MORE_COUNTDOWN: &str = "0 puts away";
pub(super) const UNFOLD: &str = "unfold";
pub(super) const COPY: &str = "copy";
pub(super) const WORDS_ALONE: &str = "words alone";
pub(super) const TO_HIGHLIGHT: &str = "highlight";
pub(super) const PARAGRAPH: &str = "paragraph";
pub(super) const LEAVE: &str = "leave";
pub(super) const NEXT: &str = "next";
pub(super) const UNPIN: &str = "unpin";
pub(super) const CHOOSE: &str = "choose";
pub(super) const OPEN: &str = "open";
pub(super) const SAVE: &str = "save";
pub(super) const LEAVE_AS_DRAFT: &str = "leave as draft";
pub(super) const PUT_BACK_KEY: &str = "put back";
pub(super) const STAY: &str = "stay";
pub(super) const BACK: &str = "back";
pub(super) const READ: &str = "read";
pub(super) const GO_THERE: &str = "go there";
pub(super) const PARAGRAPHS: &str = "paragraphs";
pub(super) const BY_SECTIONS: &str = "sections";
pub(super) const BY_ARTICLES: &str = "articles";
pub(super) const PICTURE: &str = "picture";
pub(super) const LIST: &str = "list";
pub(super) const ONE_ACTOR: &str = "one actor";
pub(super) const TO_THE_QUIZ: &str = "quiz";
pub(super) const DISCUSSION: &str = "discussion";
pub(super) const ITS_YEARS: &str = "its years";
pub(super) const ALL: &str = "all";
pub(super) const UNFILTER: &str = "unfilter";
pub(super) const ANSWER: &str = "answer, or its letter";
pub(super) const RESULTS: &str = "results";
pub(super) const ITS_QUESTION: &str = "its question";
pub(super) const HINT: &str = "hint";
pub(super) const GIVE_AWAY: &str = "give away";

// What stands in a list in place of items, and labels in it.

pub(super) const NO_FAULTS: &str = "The briefing's files have no faults.";
pub(super) const HOW_TO_TAKE_THEM: &str =
    "In the shell, attache notes PATH prints all of these, as text, Markdown or JSON.";
pub(super) const UNTIL_YOU_LEAVE: &str =
    "These last until you leave: nothing is kept on disk here.";
pub(super) const NOT_ALL_SAVED: &str =
    "Not all of these are saved yet; attache tries again, and says when you leave where they are.";
pub(super) const NO_SUCH_NAME: &str = "Nothing here has a name like that.";
pub(super) const NO_SUCH_NUMBER: &str =
    "No article, section, paragraph or date here has a number like that.";
pub(super) const NOTHING_TO_CHOOSE: &str = "There is no actor and no article to choose.";
pub(super) const NOTHING_COMPARED: &str = "No article of this briefing is compared with another.";
pub(super) const NO_SECTIONS: &str = "The briefing has no sections.";
pub(super) const NO_TERMS: &str = "The briefing has no terms.";
pub(super) const NO_SOURCES: &str = "The briefing has no sources.";
pub(super) const NO_EVENTS: &str = "The briefing has no events.";
pub(super) const NO_QUESTIONS: &str = "The briefing has no questions to talk about.";
pub(super) const NO_QUIZ: &str = "The briefing has no quiz.";
pub(super) const NO_ACTOR_WITH_ARTICLE: &str = "No paragraph names an actor and cites an article.";
pub(super) const NO_ACTOR_IN_SECTION: &str = "No section names an actor.";
pub(super) const NO_ARTICLE_HERE: &str = "No article is cited here.";
pub(super) const NO_ACTOR_HERE: &str = "No actor is named in this section.";
pub(super) const NO_ACTORS: &str =
    "This briefing names no actors, so there are no relations to show.";
pub(super) const NO_RELATIONS: &str = "Nothing is told of how it stands to others.";
pub(super) const NO_STATES: &str = "This briefing names no states and no persons.";
pub(super) const WITHOUT_RELATION: &str = "Without a relation to another state or person";
pub(super) const ALONE: &str = "without a relation to another state or person";
pub(super) const ITSELF: &str = "itself";
pub(super) const NO_TONE: &str = "no tone";
pub(super) const HERE: &str = "here";
pub(super) const ARTICLES_PANE: &str = "articles";
pub(super) const ACTORS_PANE: &str = "actors";
pub(super) const BOOKMARK: &str = "Bookmark";
pub(super) const HIGHLIGHT: &str = "Highlight";
pub(super) const NOTE: &str = "Note";
pub(super) const DRAFT: &str = "Draft of a note";
pub(super) const A_BOOKMARK: &str = "bookmark";
pub(super) const A_CUE: &str = "cue";
pub(super) const A_NOTE: &str = "note";
pub(super) const A_QUESTION: &str = "question";
pub(super) const A_PARAGRAPH: &str = "paragraph";
pub(super) const A_VIEW: &str = "view";
pub(super) const A_COMMAND: &str = "command";
pub(super) const NOT_ON_CLIPBOARD: &str =
    "If they are not on your clipboard, the terminal did not take them: select them here.";

/// The reader has left nothing yet, and how to.
pub(super) fn nothing_left(keys: &Keymap) -> String {
    let [mark, highlight, note] =
        [Keep::Bookmark, Keep::Highlight, Keep::Note].map(|command| keys.name(command));
    format!(
        "Nothing yet. In the text, {mark} marks a paragraph, {highlight} highlights a sentence and \
         {note} writes a note."
    )
}

/// Only the beginning of what was to be copied was, of so many kilobytes.
pub(super) fn only_the_first(kilobytes: usize) -> String {
    format!("Only the first {}: terminals take no more.", count(kilobytes, "kilobyte"))
}

/// The label above matches before which there are more.
pub(super) fn more_before(number: usize) -> String {
    format!("{number} more before these")
}

/// The label below matches after which there are more; `None` if nobody counted them.
pub(super) fn more_after(number: Option<usize>) -> String {
    match number {
        Some(number) => format!("{number} more after these; write more to find less"),
        None => "more after these; write more to find less".to_owned(),
    }
}

/// No event is left with somebody or something, and with some words.
pub(super) fn no_event(with: Option<&str>, words: Option<&str>, keys: &Keymap) -> String {
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
pub(super) fn who_says_so(name: &str, glyphs: &Glyphs) -> String {
    let Glyphs { arrow, back, mutual, .. } = glyphs;
    format!("{arrow} {name} says so   {back} the other does   {mutual} both do")
}

/// What the arrows between the actors of a pair say.
pub(super) fn first_says_so(glyphs: &Glyphs) -> String {
    let Glyphs { arrow, mutual, .. } = glyphs;
    format!("{arrow} the first says so   {mutual} both do")
}

/// How often an actor is cited: what stands before the number, and the number, which is a link.
pub(super) fn cited_by(blocks: Extent) -> (&'static str, String) {
    ("cited by ", blocks.words())
}

/// A question to talk about, by the number that it has wherever it is shown.
pub(super) fn numbered_question(number: usize, question: &str) -> String {
    format!("Question {number}: {question}")
}

/// A question of the quiz, by its number there.
pub(super) fn numbered_quiz_question(number: usize, question: &str) -> String {
    format!("Quiz question {number}: {question}")
}

/// The number of a paragraph and, told apart from it, its address in the file, in which cues count.
pub(super) fn address_and_in_file(address: &str, in_file: &str, dot: &str) -> String {
    format!("{address} {dot} {in_file} in the file")
}

/// Up to which paragraph a section goes, where one beyond it was asked for.
pub(super) fn no_such_paragraph(section: &str, last: usize, sign: &str) -> String {
    match last {
        0 => format!("Section {section} has no paragraphs."),
        last => format!("Section {section} ends with {sign} {last}."),
    }
}

/// Those to whom an actor stands in a tone.
pub(super) fn tones(tone: Option<Tone>) -> &'static str {
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

pub(super) const BY_DECADE: &str = "by decade";
pub(super) const BY_YEAR: &str = "by year";
pub(super) const BY_MONTH: &str = "by month";

pub(super) fn counterparts(number: usize) -> String {
    count(number, "counterpart")
}

pub(super) fn one_of_counterparts(at: usize, all: usize) -> String {
    format!("{at} of {all} counterparts")
}

pub(super) fn some_of_counterparts(first: usize, last: usize, all: usize) -> String {
    format!("{first}–{last} of {all} counterparts")
}

pub(super) fn events(number: usize) -> String {
    count(number, "event")
}

pub(super) fn some_of_all(number: usize, all: usize) -> String {
    format!("{number} of {all}")
}

pub(super) fn with(name: &str) -> String {
    format!("with {name}")
}

pub(super) fn rows_by_columns_most_first(rows: usize, columns: usize) -> String {
    format!("{rows} by {columns}, most first")
}

pub(super) fn rows_by_columns_by_name(rows: usize, columns: usize) -> String {
    format!("{rows} by {columns}, by name")
}

pub(super) fn relations(number: usize) -> String {
    count(number, "relation")
}

/// The relations of an actor that another one led to.
pub(super) fn relations_from(number: usize, before: &str) -> String {
    format!("{}, from {before}", count(number, "relation"))
}

pub(super) fn some_of_actors(number: usize, all: usize) -> String {
    format!("{number} of {all} actors")
}

pub(super) fn actors_and_pairs(actors: usize, pairs: usize) -> String {
    format!("{}, {}", count(actors, "actor"), count(pairs, "pair"))
}

/// Which question of how many is up, and how many answers of how many were right.
pub(super) fn question_of(at: usize, all: usize, right: Option<(usize, usize)>) -> String {
    match right {
        None => format!("{at} of {all}"),
        Some((right, given)) => format!("{at} of {all}, {right} of {given} right"),
    }
}

/// How many answers of how many were right.
pub(super) fn right_of(right: usize, all: usize) -> String {
    format!("{right} of {all} right")
}

// What is said of a search.

pub(super) const SEARCHING: &str = "searching";
pub(super) const NO_MATCH: &str = "no match";
pub(super) const ONLY_IN_YOUR_NOTES: &str = "found only in your notes";
pub(super) const FROM_THE_TOP: &str = "from the top";
pub(super) const FROM_THE_END: &str = "from the end";

/// There is no search to go on with.
pub(super) fn nothing_searched(keys: &Keymap) -> String {
    format!("nothing is searched for; {} begins", keys.name(Find::Search))
}

/// What the key for the other kind of search leads to.
pub(super) fn other_search(regex: bool, keys: &Keymap) -> String {
    let turn = keys.name(Edit::Regex);
    if regex { format!("{turn} words") } else { format!("{turn} regex") }
}

pub(super) fn no_match_for(quoted: &str) -> String {
    format!("no match for {quoted}")
}

pub(super) fn searching_for(quoted: &str) -> String {
    format!("searching for {quoted}")
}

/// Which match of how many, and what is searched for.
pub(super) fn match_of(number: &str, quoted: &str) -> String {
    format!("{number} {quoted}")
}

/// Which match of how many the reader is at, to be told and not shown; of `more`, if nobody has counted
/// all.
pub(super) fn match_number_told(number: Option<usize>, all: usize, more: bool) -> String {
    match (number, more) {
        (Some(number), false) => format!("match {number} of {all} for"),
        (Some(number), true) => format!("match {number} of more than {all} for"),
        (None, false) => format!("{} for", count(all, "match")),
        (None, true) => format!("more than {} for", count(all, "match")),
    }
}

/// Which match of how many; `more` if nobody counted all.
pub(super) fn match_number(at: Option<usize>, total: usize, more: bool) -> String {
    let more = if more { "+" } else { "" };
    match at {
        Some(at) => format!("{at}/{total}{more}"),
        None => format!("{total}{more}"),
    }
}

/// How many of the reader's own notes were found, if any.
pub(super) fn of_your_notes(number: usize) -> Option<String> {
    (number > 0).then(|| format!("{number} of your notes"))
}

/// The title of the list of all matches, with the reader's own notes.
pub(super) fn matches_for(total: usize, more: bool, quoted: &str, own: usize) -> String {
    let (number, noun) = (match_number(None, total, more), plural(total, "match"));
    match of_your_notes(own) {
        None => format!("{number} {noun} for {quoted}"),
        Some(own) => format!("{number} {noun} for {quoted}, {own}"),
    }
}

// What a key did.

pub(super) const NO_NAMES_HERE: &str = "nothing has a name here; :q leaves";

pub(super) const PASTE_NOT_TAKEN: &str = "pasted text is not taken here";

/// A key that means nothing here.
pub(super) fn does_nothing(key: &str, keymap: &Keymap, glyphs: &Glyphs) -> String {
    let ((open, close), help) = (glyphs.quotation, keymap.name(Views::Help));
    format!("{open}{key}{close} does nothing here; {help} lists the keys")
}

/// The number before a command, as far as it is written.
pub(super) fn count_so_far(number: u32) -> String {
    format!("count: {number}")
}

/// A number stood before a key to which it means nothing.
pub(super) fn takes_no_count(key: &str) -> String {
    format!("{key} takes no count")
}

/// Why a digit was not taken for the beginning of a number, and how it would be.
pub(super) fn pane_is_no_count(digit: char, key: &str) -> String {
    format!("{digit} is a pane; in 0{digit}{key} it is a count")
}

/// A letter that an input method has made of keys, which nobody can tell.
pub(super) fn composed(letter: char, glyphs: &Glyphs) -> String {
    let (open, close) = glyphs.quotation;
    format!("{open}{letter}{close}: turn the input method off")
}

/// How a capital is written on a keyboard whose letters have none of their own.
pub(super) fn capitals(capitals: Capitals, utf8: bool, keymap: &Keymap) -> String {
    let go_to = keymap.name(Find::GoTo);
    match capitals {
        Capitals::Korean if utf8 => format!("capitals want 한/영, or {go_to} and a name"),
        Capitals::Korean => format!("capitals want the Hangul key, or {go_to} and a name"),
        Capitals::Latin => format!("capitals want Shift, or {go_to} and a name"),
        Capitals::Few | Capitals::Own => {
            format!("capitals want another layout, or {go_to} and a name")
        }
    }
}

pub(super) const BEFORE: &str = "Before";
pub(super) const HOW_IT_READ: &str = "before";
pub(super) const NOTHING_CHANGED: &str = "nothing is known to have changed since you read it";
pub(super) const NO_LINK: &str = "no link here";
// Why a key found nothing to do.

pub(super) const AT_THE_END: &str = "this is the end";
pub(super) const AT_THE_BEGINNING: &str = "this is the beginning";
pub(super) const LAST_SECTION: &str = "this is the last section";
pub(super) const FIRST_SECTION: &str = "this is the first section";
pub(super) const NO_FURTHER_LINK: &str = "no further link here";
pub(super) const NO_LINK_BEFORE: &str = "no link before this";
pub(super) const ONE_PANE: &str = "there is no other pane here";
pub(super) const IN_THE_TEXT: &str = "this is the text";
pub(super) const IN_THE_ARTICLES: &str = "these are the articles";
pub(super) const IN_THE_ACTORS: &str = "these are the actors";
pub(super) const NOTHING_TO_FOLLOW: &str = "nothing to follow here";
pub(super) const NOTHING_TO_PIN: &str = "nothing to pin here";
pub(super) const ONLY_MATCH: &str = "this is the only match";
pub(super) const NOTHING_FOUND: &str = "nothing to find here";
pub(super) const NOTHING_UNDER_THE_CURSOR: &str = "nothing under the cursor";
pub(super) const CHOOSES_NO_FURTHER: &str = "the words end here";
pub(super) const ONE_WORD_HAS_NO_OTHER_END: &str = "one word alone has no other end";
pub(super) const NO_OTHER_SIDE: &str = "this view has no other side here";
pub(super) const NOTHING_OPEN: &str = "no briefing is open";
pub(super) const NOTHING_TO_SHOW: &str = "there is nothing to show";
pub(super) const LAST_COUNTERPART: &str = "no further counterpart";
pub(super) const FIRST_COUNTERPART: &str = "no counterpart before this";
pub(super) const NO_CLOSER: &str = "months are the closest";
pub(super) const NO_FARTHER: &str = "decades are the farthest";
pub(super) const FIRST_COLUMN: &str = "this is the first column";
pub(super) const LAST_COLUMN: &str = "this is the last column";
pub(super) const NOTHING_TO_SORT: &str = "nothing to sort here";
pub(super) const LAST_QUESTION: &str = "no further question";
pub(super) const FIRST_QUESTION: &str = "no question before this";
pub(super) const NOTHING_TO_REVEAL: &str = "all is shown already";
pub(super) const NO_QUESTION_HERE: &str = "no question here";

/// A class is shown one paragraph at a time already.
pub(super) fn presents_already(keys: &Keymap) -> String {
    format!("one paragraph at a time already; {} puts the rest back", keys.name(Look::Zen))
}

/// Nothing lies on top, and nothing is chosen.
pub(super) fn nothing_to_close(keys: &Keymap) -> String {
    format!("nothing to close; {} leaves", keys.name(Program::CloseOrQuit))
}

pub(super) const PRESENTS_BELOW: &str = "one paragraph at a time, once this view is closed";

/// A pane that is not on the screen stays as it is from now on, or follows the text again.
pub(super) fn out_of_sight_pinned(pane: PaneId, on: bool) -> &'static str {
    match (pane, on) {
        (PaneId::Actors, true) => "the actors stay as they are",
        (PaneId::Actors, false) => "the actors follow the text again",
        (PaneId::Articles | PaneId::Text, true) => "the articles stay as they are",
        (PaneId::Articles | PaneId::Text, false) => "the articles follow the text again",
    }
}

pub(super) const READ_AGAIN_THE_SAME: &str = "read again: nothing has changed";
pub(super) const READ_AGAIN_CARDS: &str = "read again: what stands beside the text has changed";

/// The files were read again, and so many sections are new, gone or others.
pub(super) fn read_again(sections: usize) -> String {
    format!("read again: {} changed", count(sections, "section"))
}

// What letters on links say.

pub(super) const NO_LINK_IN_SIGHT: &str = "no link in sight";

/// What letters on links do, and which were typed.
pub(super) fn link_hints(typed: &str) -> String {
    if typed.is_empty() {
        "a letter follows, its capital looks".to_owned()
    } else {
        format!("{typed} and one more")
    }
}

/// No link in sight has a letter where it was typed.
pub(super) fn no_link_with(letter: char) -> String {
    format!("no link has {letter} there")
}

pub(super) const CHOOSE_A_LINK: &str = "choose a link first";
pub(super) const NOTHING_AHEAD: &str = "nothing ahead";
pub(super) const WHERE_IT_BEGAN: &str = "this is where it began";
pub(super) const RESTRICTED: &str = "not here: this reader leads to no other program";
pub(super) const NO_OTHER_BRIEFING: &str = "there is no other briefing here";
pub(super) const NOTHING_TO_COPY: &str = "nothing to copy here";
pub(super) const NO_WORDS_HERE: &str = "no words to choose here";
pub(super) const NO_PARAGRAPH: &str = "no paragraph here";
pub(super) const NO_SENTENCE: &str = "no sentence here";

/// Words of a card were to be highlighted.
pub(super) fn only_on_paragraphs(keys: &Keymap) -> String {
    format!("only words of a paragraph can hold that; {} copies these", keys.name(Keep::Copy))
}

pub(super) fn highlighted(keys: &Keymap) -> String {
    format!("highlighted; {} takes it off", keys.name(Keep::Highlight))
}

/// In how many paragraphs words were highlighted, two or more.
pub(super) fn highlighted_in(paragraphs: usize) -> String {
    format!("highlighted in {}", count(paragraphs, "paragraph"))
}

/// Which of so many paragraphs a note is on.
pub(super) fn on_the_first_of(paragraphs: usize) -> String {
    format!("on the first of {}", count(paragraphs, "paragraph"))
}

pub(super) const ON_THE_WHOLE_CARD: &str = "on the whole card";

/// How many words are chosen.
pub(super) fn words_chosen(number: usize) -> String {
    format!("{} chosen", count(number, "word"))
}

pub(super) const NOT_HIGHLIGHTED: &str = "no longer highlighted";
pub(super) const PUT_BACK: &str = "put back";
pub(super) const WORDS_WERE_HERE: &str = "the words were here";
pub(super) const WORDS_ARE_GONE: &str = "nothing here is like the words that it was on";
pub(super) const MARKED_WORDS_GONE: &str = "the marked words are gone; they stood here";
pub(super) const MARKED_PARAGRAPH_GONE: &str = "the marked paragraph is no longer in the briefing";
pub(super) const YOUR_DRAFT: &str = "your draft";
pub(super) const NO_MORE_FITS: &str = "no more fits in a note";
pub(super) const NOTHING_WRITTEN: &str = "nothing written";
pub(super) const NOTE_AS_IT_WAS: &str = "the note is as it was";
pub(super) const NOTE_SAVED: &str = "note saved";
pub(super) const NOTE_UNTIL_YOU_LEAVE: &str = "note kept only until you leave";
pub(super) const PART_OF_NOTE_SAVED: &str = "note saved, but not all fitted in it";
pub(super) const PART_OF_NOTE_UNTIL_YOU_LEAVE: &str =
    "note kept only until you leave, and not all fitted in it";
pub(super) const SAVING: &str = "saving ...";
pub(super) const NOT_SAVED_YET: &str = "not saved yet";
pub(super) const ALL_UNFOLDED: &str = "all unfolded";

/// A mark was removed from the list of marks.
pub(super) fn removed(keys: &Keymap) -> String {
    format!("removed; {} puts it back", keys.name(Keep::Remove))
}

pub(super) fn note_removed(keys: &Keymap) -> String {
    let (list, put_back) = (keys.name(Keep::Marks), keys.name(Keep::Remove));
    format!("note removed; {list} and {put_back} put it back")
}

pub(super) fn kept_as_draft(keys: &Keymap) -> String {
    format!("kept as a draft; {} goes on with it", keys.name(Keep::Note))
}

pub(super) fn part_kept_as_draft(keys: &Keymap) -> String {
    let go_on = keys.name(Keep::Note);
    format!("kept as a draft, but not all fitted in it; {go_on} goes on with it")
}

pub(super) fn note_written_twice(keys: &Keymap) -> String {
    let list = keys.name(Keep::Marks);
    format!("a note was written in another window too; both are kept, and {list} lists them")
}

pub(super) fn bookmarked(name: &str) -> String {
    if name.is_empty() { "bookmarked".to_owned() } else { format!("bookmark {name}") }
}

/// No class is shown anything that could be blanked.
pub(super) fn nothing_to_blank(keys: &Keymap) -> String {
    format!("blanks what a class is shown; {} shows it", keys.name(Look::Zen))
}

pub(super) fn changes_out_of_sight(keys: &Keymap) -> String {
    let show = keys.name(Look::Teacher);
    format!("what has changed is out of the class's sight; {show} shows it")
}

pub(super) fn out_of_sight(keys: &Keymap) -> String {
    let show = keys.name(Look::Teacher);
    format!("your notes are out of the class's sight; {show} shows them")
}

pub(super) const AFTER_THE_RESULTS: &str =
    "the results come first, after the last question of the quiz";
pub(super) const NO_COUNTDOWN: &str = "no countdown";
pub(super) const NO_MINUTES: &str = "write minutes up to 999, as 10 or 1:30";

/// What is taken for minutes where nothing is written: so many are the question's own.
pub(super) fn minutes_to_write(usual: u32, keys: &Keymap) -> String {
    format!("{} alone: {usual}", keys.name(Edit::Accept))
}

/// Cues and hints are shown or no longer; to a class, what the reader left with them.
pub(super) fn cues(shown: bool, to_class: bool) -> &'static str {
    match (shown, to_class) {
        (true, false) => "cues shown",
        (false, false) => "cues hidden",
        (true, true) => "cues and your notes shown",
        (false, true) => "cues and your notes hidden",
    }
}

pub(super) fn hyphens(on: bool) -> &'static str {
    if on { "hyphens on" } else { "hyphens off" }
}

pub(super) fn up_to_columns(columns: usize) -> String {
    format!("up to {columns} columns")
}

pub(super) fn theme(name: &str) -> String {
    format!("{name} theme")
}

/// Why a part of the briefing is shown as it was when it could be read last.
pub(super) fn shown_as_it_was(place: &str, message: &str, keys: &Keymap) -> String {
    let list = keys.name(Views::Faults);
    format!(
        "{place}: {message}; until it is mended, this part is as it was; {list} lists all faults"
    )
}

/// How many paragraphs, articles and events are new or changed, one of them at least, and how many of
/// the reader's notes have no place any more.
pub(super) fn changes(
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
pub(super) fn change(number: usize, all: usize, is_new: bool) -> String {
    let what = if is_new { "new" } else { "changed" };
    format!("{number} of {all}: {what}")
}

pub(super) fn faults_in_files(number: usize, keys: &Keymap) -> String {
    let list = keys.name(Views::Faults);
    format!("{} in the briefing's files; {list} lists them", count(number, "fault"))
}

/// What the lens is on, how much it leaves here or, if that is nothing, elsewhere.
pub(super) fn lens(
    name: &str,
    here: usize,
    elsewhere: Option<(SectionIx, usize)>,
    glyphs: &Glyphs,
) -> String {
    let dot = glyphs.dot;
    match elsewhere {
        Some((section, number)) => {
            format!("lens: {name} {dot} none here, {number} in section {}", section.get() + 1)
        }
        None => format!("lens: {name} {dot} {here} here"),
    }
}
