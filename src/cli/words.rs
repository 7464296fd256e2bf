//! What the commands say beside the faults of a briefing: every sentence is one function of the
//! values in it.

use std::path::Path;

use crate::base::{count, moment};
use crate::diagnostic::Severity;
use crate::import::{ImportSummary, ImportedLaw};
use crate::store::KnownBriefing;

use super::args::PrintPart;

pub(super) const BRIEFING_UNREADABLE: &str = "the briefing cannot be read";
/// What faults call the standard input.
pub(super) const STANDARD_INPUT: &str = "standard input";
pub(super) const NOTHING_LEFT_ANYWHERE: &str =
    "nothing was left in any briefing: no note, no highlight, no bookmark";
pub(super) const NO_NOTES_WITH_QUESTIONS: &str =
    "with questions alone no notes are printed: attache notes prints all of them";
pub(super) const NOTHING_TO_FIX: &str = "there is nothing that --fix mends";
pub(super) const NOTHING_CHANGED: &str = "nothing was changed";

/// The name of a command stands behind a path.
pub(super) fn command_first(word: &str) -> String {
    format!("the command stands first: attache {word} PATH")
}

/// Something else stands behind a path.
pub(super) fn one_path(word: &str) -> String {
    format!("unexpected argument '{word}' found: attache reads one path")
}

pub(super) fn output_unwritable(why: &str) -> String {
    format!("the output cannot be written: {why}")
}

/// Another program has the state file at `path` for itself.
pub(super) fn state_held(path: &Path) -> String {
    format!(
        "what you left cannot be read as long as another program holds {}; wait for it, or end it",
        path.display()
    )
}

pub(super) fn terminal_unusable(why: &str) -> String {
    format!("the terminal cannot be used: {why}")
}

/// Nothing has come to its end yet through the standard input, which was asked for.
pub(super) fn waiting_for_standard_input() -> String {
    "waiting for the end of the briefing on standard input; Ctrl-D ends what is typed, Ctrl-C stops \
     attache"
        .to_owned()
}

/// The same, when nobody has said that a briefing would come that way.
pub(super) fn waiting_unasked() -> String {
    "waiting for the end of the briefing on standard input; Ctrl-C stops attache, and \
     attache </dev/null opens the bundled briefing"
        .to_owned()
}

/// Nothing has come to its end yet through the pipe at `path`.
pub(super) fn waiting_for_pipe(path: &str) -> String {
    format!("waiting for the end of the briefing from the pipe {path}; Ctrl-C stops attache")
}

/// What is wrong with a file.
pub(super) fn fault(place: &str, message: &str) -> String {
    format!("{place}: {message}")
}

/// What is wrong with a path, and the remedy.
pub(super) fn fault_with_help(place: &str, message: &str, help: &str) -> String {
    format!("{place}: {message} ({help})")
}

/// The same, where a command was meant by the path.
pub(super) fn fault_of_a_command(fault: &str, command: &str) -> String {
    format!("{fault}; did you mean the command, attache {command}?")
}

/// What was printed of a briefing may not be all of it.
pub(super) fn printed_with_faults(id: &str) -> String {
    format!("{id}: its files have faults, and some of it may be missing; attache check lists them")
}

pub(super) fn served_with_faults(id: &str) -> String {
    format!(
        "{id}: its files have faults, and readers may miss some of it; attache check lists them"
    )
}

pub(super) const NO_CODE: &str = "this is no code: it has no words, or more than 128 bytes";

pub(super) fn code_unreadable(path: &Path, why: &str) -> String {
    format!("the code in {} cannot be read: {why}", path.display())
}

/// There is no such section, but there are those with `ids`.
pub(super) fn no_section(section: &str, briefing: &str, ids: &[&str]) -> String {
    match ids {
        [] => format!("there is no section {section} in {briefing}; it has none at all"),
        [one] => format!("there is no section {section} in {briefing}; its only section is {one}"),
        all => {
            let all = all.join(", ");
            format!("there is no section {section} in {briefing}; its sections are {all}")
        }
    }
}

/// There is nothing in a part.
pub(super) fn no_part(part: PrintPart, briefing: &str) -> String {
    match part {
        PrintPart::Questions => format!("there are no questions to talk about in {briefing}"),
        PrintPart::Quiz => format!("there is no quiz in {briefing}"),
        PrintPart::Articles => format!("there are no legal texts in {briefing}"),
        PrintPart::Actors => format!("there are no actors in {briefing}"),
        PrintPart::Terms => format!("there are no terms in {briefing}"),
        PrintPart::Timeline => format!("there are no events in {briefing}"),
        PrintPart::Sources => format!("there are no sources in {briefing}"),
    }
}

/// What was mended.
pub(super) fn fixed(number: usize, files: usize) -> String {
    format!("made {} in {}", fixes(number), count(files, "file"))
}

/// What would be mended.
pub(super) fn would_fix(number: usize, files: usize) -> String {
    format!("--fix makes {} in {}", fixes(number), count(files, "file"))
}

/// Keys were put in order.
pub(super) fn sorted(files: usize) -> String {
    format!("put the keys of {} in order", count(files, "file"))
}

/// Keys would be put in order.
pub(super) fn would_sort(files: usize) -> String {
    format!("--fix puts the keys of {} in order", count(files, "file"))
}

/// The keys of a file are not in order, and stay so.
pub(super) fn unsorted(file: &str) -> String {
    format!("the keys of {file} stay as they are: in another order it would say something else")
}

fn fixes(number: usize) -> String {
    if number == 1 { "1 fix".to_owned() } else { format!("{number} fixes") }
}

/// How many of the faults that are listed have one remedy.
pub(super) fn can_be_fixed(fixes: usize) -> String {
    format!("{fixes} can be fixed with --fix")
}

/// An id was changed.
pub(super) fn renamed(old: &str, new: &str, places: usize, files: usize) -> String {
    let (places, files) = (count(places, "place"), count(files, "file"));
    format!("{old} is now {new}, in {places} of {files}")
}

/// `no faults`, or how many of each kind, and how many hints there are that nobody asked for.
pub(super) fn verdict(counts: &[(Severity, usize)], hints: usize) -> String {
    let counts = counts.iter().filter(|(_, number)| *number > 0);
    let words: Vec<String> = counts.map(|(kind, number)| count(*number, kind.words())).collect();
    let found = if words.is_empty() { "no faults".to_owned() } else { words.join(", ") };
    match hints {
        0 => found,
        _ => format!("{found}; --hints shows {} as well", count(hints, Severity::Hint.words())),
    }
}

/// There is no place for a file of one's own.
pub(super) const NO_HOME: &str = "there is no home folder: set HOME";

pub(super) fn nothing_at(path: &str) -> String {
    format!("there is nothing at {path}")
}

/// Nobody has set anything.
pub(super) fn no_config(path: &str) -> String {
    format!("there is no {path}: attache has its own keys and colours")
}

/// What a reader is told of faults in the file of own keys and colours.
pub(super) fn faults_in_config(number: usize) -> String {
    let list = "in the shell, attache config check lists";
    match number {
        1 => format!("1 fault in config.toml; {list} it"),
        _ => format!("{number} faults in config.toml; {list} them"),
    }
}

pub(super) fn nothing_to_reset(path: &str) -> String {
    format!("there is nothing to reset: {path} does not exist")
}

pub(super) fn emptied(path: &str) -> String {
    format!("emptied {path}")
}

pub(super) fn removed(path: &str) -> String {
    format!("removed {path}")
}

/// Why nothing is emptied where nobody can be asked.
pub(super) fn empties_without_asking(path: &str) -> String {
    format!("this empties {path} of everything left in any briefing; --yes says that it may")
}

pub(super) fn may_it_be_emptied(path: &str) -> String {
    format!("Empty {path} of everything left in any briefing? [y/N] ")
}

/// What `attache state list` calls a briefing, and `attache state move` takes: its path, if it has one.
pub(super) fn home(known: &KnownBriefing) -> String {
    match (&known.path, &known.home) {
        (Some(path), _) => path.display().to_string(),
        (None, Some(home)) => home.clone(),
        (None, None) => known.id.clone(),
    }
}

/// What is kept on a briefing, and whether it is no longer there.
pub(super) fn kept_on(known: &KnownBriefing, gone: bool) -> String {
    let counts =
        [(known.notes, "note"), (known.highlights, "highlight"), (known.bookmarks, "bookmark")];
    let counts = counts.into_iter().filter(|(number, _)| *number > 0);
    let counts = counts.map(|(number, what)| count(number as usize, what));
    let mut parts = vec![known.name().to_owned()];
    parts.extend(counts);
    parts.extend(known.read.map(|read| format!("read {}", moment(read))));
    parts.extend(known.home.is_none().then(|| "its path is not known".to_owned()));
    parts.extend(gone.then(|| "no longer there".to_owned()));
    parts.join(", ")
}

/// There is nothing to be moved from `old`.
pub(super) fn nothing_kept_on(old: &str) -> String {
    format!(
        "nothing is kept on {old}; attache state list names the briefings that something is kept on"
    )
}

/// A path leads to more than one briefing.
pub(super) fn several_briefings(path: &str) -> String {
    format!("there are several briefings in {path}; name one of them")
}

pub(super) fn moved(old: &str, new: &str) -> String {
    format!("what was kept on {old} is now kept on {new}")
}

/// What stands below a briefing that is printed on a terminal without a cursor to place.
pub(super) fn linear_reads() -> &'static str {
    "To read it a step at a time, with links and notes: attache --linear"
}

/// What comes through the standard input is no dialogue.
pub(super) fn no_dialogue(line: &str) -> String {
    format!(
        "--linear takes what to do from the standard input, and {line} is no word of it; attache \
         --linear PATH reads a file, attache --linear - what comes through the standard input"
    )
}

/// A dialogue has nowhere to take its lines from.
pub(super) fn no_terminal_for_dialogue(why: &str) -> String {
    format!(
        "the briefing comes through the standard input, and there is no terminal to hold the dialogue \
         on ({why}); save the briefing as a file, and give its path"
    )
}

/// What is wrong with a path that a file is read from, or a folder written to.
pub(super) const FOLDER_FOR_FILE: &str = "this is a folder; name the files in it";
pub(super) const FOLDER_NOT_EMPTY: &str =
    "this folder is not empty, and nothing is written over; name one that is not there yet";
pub(super) const ALREADY_THERE: &str =
    "there is a file, and nothing is written over; name a folder that is not there yet";

pub(super) const FILE_ALREADY_THERE: &str =
    "this is already there, and nothing is written over; choose another name";

pub(super) fn no_language(tag: &str) -> String {
    format!("{tag} is no language; write a tag such as en, ko or de-CH")
}

/// A briefing was begun at `path`, and what to do next, line by line.
pub(super) fn begun(path: &str) -> [String; 4] {
    [
        format!("{path}: a briefing to begin with was made"),
        format!("Read it: attache {path}"),
        "Change its files: their comments say what each part is.".to_owned(),
        format!("Check it, after each change: attache check {path}"),
    ]
}

pub(super) fn unreadable(why: &str) -> String {
    format!("this cannot be read: {why}; check the path and its permissions")
}

pub(super) fn unwritable(why: &str) -> String {
    format!("this cannot be written: {why}; check the permissions of the folder that it is in")
}

/// What an import made in the folder `path`, what was guessed, and what to do next, line by line.
pub(super) fn imported(path: &str, summary: &ImportSummary) -> Vec<String> {
    let ImportSummary {
        sections,
        paragraphs,
        words,
        laws,
        actors,
        sources,
        references,
        pictures,
        around,
        left_out,
        contents,
        pages,
        like_laws,
    } = summary;
    let mut lines = vec![format!("{path}: a briefing was made")];
    if *words == 0 && *sections > 0 {
        lines.push(format!("  {}, which leads to the legal text", count(*sections, "section")));
    } else if *sections > 0 {
        let (sections, blocks) = (count(*sections, "section"), count(*paragraphs, "paragraph"));
        lines.push(format!("  {sections} of {blocks}, {}", count(*words, "word")));
    }
    lines.extend(laws.iter().map(|law| format!("  {}", imported_law(law))));
    lines.extend(like_laws.iter().map(|title| format!("  {}", like_a_law(title))));
    if *sources > 0 {
        lines.push(format!("  {}, from footnotes and addresses", count(*sources, "source")));
    }
    if *actors > 0 {
        let actors = count(*actors, "actor");
        lines.push(format!("  {actors}, guessed by names that recur: correct actors.yaml"));
    }
    if *references > 0 {
        lines.push(format!("  {} to articles, made links", count(*references, "reference")));
    }
    if *pictures > 0 {
        lines.push(format!("  {}: only the words that describe them", count(*pictures, "picture")));
    }
    if *contents > 0 {
        lines.push(format!("  left out: {} of a table of contents", count(*contents, "word")));
    }
    if *around > 0 {
        let around = count(*around, "word");
        lines.push(format!("  left out: {around} around the main text; --whole keeps them"));
    }
    if *pages > 0 {
        lines.push(format!("  left out: {} of pages", count(*pages, "number")));
    }
    if *left_out > 0 {
        let left_out = count(*left_out, "word");
        lines.push(format!(
            "  left out: {left_out} of comments, contents, forms and what is hidden"
        ));
    }
    lines.push(format!("Read it: attache {path}"));
    lines.push(format!("Check it, after each change: attache check {path}"));
    lines
}

fn like_a_law(title: &str) -> String {
    format!("{title} has lines like articles: --as instrument makes a legal text of it")
}

fn imported_law(law: &ImportedLaw) -> String {
    let ImportedLaw { title, articles, parts } = law;
    let articles = count(*articles, "article");
    match parts {
        0 => format!("a legal text, {title}: {articles}"),
        parts => format!("a legal text, {title}: {articles} in {}", count(*parts, "part")),
    }
}
