//! The sentences of this layer, each a function of what it tells.

use std::fmt::Display;
use std::path::Path;

/// Ctrl-c was pressed where a line is awaited in a dialogue.
pub(super) fn interrupt_again() -> &'static str {
    "The line is gone. Ctrl-c once more leaves, or quit."
}

/// Neither `VISUAL` nor `EDITOR` names a program.
pub(super) fn no_editor() -> &'static str {
    "set EDITOR to use one"
}

/// What `VISUAL` or `EDITOR` says cannot be split into words.
pub(super) fn open_quote(line: &str) -> String {
    format!("EDITOR has an open quote: {line}")
}

/// There is no file to write a note in; `why` is what the system says.
pub(super) fn no_file_for_editor(why: impl Display) -> String {
    format!("no file for the editor: {why}")
}

/// The editor cannot be started, or its file cannot be read.
pub(super) fn editor_unusable(program: &str, why: impl Display) -> String {
    format!("{program}: {why}")
}

/// The editor failed and had saved nothing.
pub(super) fn editor_failed(program: &str) -> String {
    format!("{program} failed; the note is as it was")
}

/// The editor was killed and had saved nothing.
pub(super) fn editor_killed(program: &str) -> String {
    format!("{program} was killed; the note is as it was")
}

/// The editor failed, and what it had saved is taken.
pub(super) fn saved_before_failing(program: &str) -> String {
    format!("{program} failed; what it had saved is here")
}

/// The editor was killed, and what it had saved is taken.
pub(super) fn saved_before_kill(program: &str) -> String {
    format!("{program} was killed; what it had saved is here")
}

/// The editor wrote more than a note takes; all of it is in the file at `path`.
pub(super) fn note_too_long(path: &Path) -> String {
    format!("a note is too short for all of it: the whole is in {}", path.display())
}

/// The editor failed, and had saved more than a note takes.
pub(super) fn saved_too_much_before_failing(program: &str, path: &Path) -> String {
    let path = path.display();
    format!(
        "{program} failed; what it had saved is here; a note is too short for all of it: the whole is \
         in {path}"
    )
}

/// The editor was killed, and had saved more than a note takes.
pub(super) fn saved_too_much_before_kill(program: &str, path: &Path) -> String {
    let path = path.display();
    format!(
        "{program} was killed; what it had saved is here; a note is too short for all of it: the whole \
         is in {path}"
    )
}

/// The disk that the file at `path` is on takes too long.
pub(super) fn store_silent(path: &Path) -> String {
    format!(
        "the disk with {} does not answer: what is kept may not be whole; see whether it is mounted",
        path.display()
    )
}

/// The thread that has the store panicked.
pub(super) fn store_panicked() -> &'static str {
    "what keeps your notes broke down: nothing new is kept; start again"
}

/// The file at `path` was removed while it was open, and another one is begun there.
pub(super) fn store_removed(path: &Path) -> String {
    format!(
        "{} was removed while you read: what you left in this briefing is kept in a new one",
        path.display()
    )
}

/// What could not be saved is in the file at `path`.
pub(super) fn left_beside(path: &str) -> String {
    format!("what was not saved is in {path}; it is taken in when attache starts again")
}

/// What could not be saved cannot be put in a file either, and follows.
pub(super) fn left_in_words() -> &'static str {
    "there is nowhere else to keep it, so here is what you wrote and marked:"
}

/// What could not be saved cannot be put in a file either, and is nothing that was written.
pub(super) fn place_not_kept() -> &'static str {
    "nothing that you wrote is lost, only your place and what you have set"
}

/// The words of a section of a briefing, both by their ids, that something was left on.
pub(super) fn place(briefing: &str, section: &str, words: &str) -> String {
    format!("{briefing}, {section}: “{words}”")
}

/// A note that was left at a place.
pub(super) fn note_left(place: &str, text: &str) -> String {
    format!("Note on {place}\n{text}")
}

/// A draft that was left at a place.
pub(super) fn draft_left(place: &str, text: &str) -> String {
    format!("Draft of a note on {place}\n{text}")
}

/// A highlight that was left at a place.
pub(super) fn highlight_left(place: &str) -> String {
    format!("Highlight of {place}")
}

/// A bookmark that was left at a place; its name may be empty.
pub(super) fn bookmark_left(place: &str, name: &str) -> String {
    if name.is_empty() {
        format!("Bookmark at {place}")
    } else {
        format!("Bookmark {name} at {place}")
    }
}

/// The briefing came with the program, and no file of it can be edited.
pub(super) fn no_file_of_bundled() -> &'static str {
    "this briefing is inside the program: there is no file of it to edit"
}

/// The briefing came through the pipe `name`, and there is no file of it.
pub(super) fn no_file_of_pipe(name: &str) -> String {
    format!("there is no file of {name} to edit: save the briefing as one, and open that")
}

/// What is here stands in no file, or in one that is gone.
pub(super) fn no_file_here() -> &'static str {
    "there is no file of this to edit"
}

/// The dialogue is another program's, and an editor has no terminal.
pub(super) fn no_terminal_for_editor() -> &'static str {
    "an editor needs a terminal, and the dialogue has none"
}

/// It cannot be told whether the files of the briefing change; `why` is what the system says.
pub(super) fn not_watched(why: impl Display) -> String {
    format!("whether the files change cannot be seen: {why}; read them again yourself")
}

/// The thread that reads panicked, or there is none.
pub(super) fn load_panicked() -> &'static str {
    "reading the files broke down"
}

/// The thread that searches panicked.
pub(super) fn search_panicked() -> &'static str {
    "the search broke down; search again"
}

/// There is nothing at that place of the shelf.
pub(super) fn no_such_briefing() -> &'static str {
    "there is no such briefing on the shelf"
}

/// The briefing cannot be read, and nothing says why.
pub(super) fn unreadable() -> &'static str {
    "the briefing cannot be read"
}

/// The briefing cannot be read because of a fault at `place`.
pub(super) fn unreadable_for(place: &str, fault: &str) -> String {
    format!("{place}: {fault}")
}

/// The briefing came through the pipe `name`.
pub(super) fn read_once(name: &str) -> String {
    format!("{name} cannot be read again: save the briefing as a file, and open that")
}

/// What the shelf has in the place of the id of a briefing that cannot be read.
pub(super) fn unreadable_id() -> &'static str {
    "cannot be read"
}

/// A sentence on the terminal that the program was started in.
pub(super) fn on_standard_error(sentence: &str) -> String {
    format!("attache: {sentence}")
}

/// How a dialogue in plain lines goes on.
pub(super) fn how_to_go_on() -> &'static str {
    "Enter reads on, a number follows the link or takes the entry that has it, help lists the words, \
     quit leaves."
}

/// A word of the dialogue, or several for the same, and what it does.
pub(super) fn word(word: &str, help: &str) -> String {
    format!("{word}: {help}")
}

/// A word asks for something that only a screen has.
pub(super) fn needs_screen(word: &str) -> String {
    format!("{word} needs a screen, and is not in the dialogue.")
}

/// A word asks for something that there is not where the reader is.
pub(super) fn not_here(word: &str) -> String {
    format!("{word} does nothing here.")
}

/// Something is written behind a word that nothing belongs behind.
pub(super) fn takes_nothing(word: &str) -> String {
    format!("{word} stands alone on its line.")
}

/// A word is none of the dialogue's; perhaps another was meant.
pub(super) fn unknown_word(word: &str, near: Option<&str>) -> String {
    match near {
        Some(near) => format!("{word} is no word of the dialogue; did you mean {near}?"),
        None => format!("{word} is no word of the dialogue; help lists them."),
    }
}

/// A word may be the beginning of several.
pub(super) fn several_words(word: &str, names: &[String]) -> String {
    format!("{word} may be {}.", names.join(" or "))
}

/// A number was given that nothing has; `last` is the last one that something has.
pub(super) fn no_such_number(number: usize, last: usize) -> String {
    match last {
        0 => format!("Nothing here has a number, so there is no {number}."),
        1 => format!("There is no {number}: only 1."),
        last => format!("There is no {number}: the numbers go from 1 to {last}."),
    }
}

/// What was to be written is not.
pub(super) fn given_up() -> &'static str {
    "Given up."
}

/// A countdown is over.
pub(super) fn time_is_up() -> &'static str {
    "Time is up."
}
