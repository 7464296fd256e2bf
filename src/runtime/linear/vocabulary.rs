//! What a line asks for: a word, a number, or nothing, which is to go on.

use crate::command::{
    Code, Command, Context, Entry, Find, Follow, Group, InClass, InTimeline, Keep, Key, Motion,
    Program, TABLE, Views, in_latin,
};

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// To read on.
    On,
    /// To tell the last once more.
    Again,
    /// To say where the reader is.
    Where,
    /// To say which words there are: the usual ones, or all.
    Help {
        /// Whether all are asked for.
        all: bool,
    },
    /// What a number stands for.
    Number(usize),
    /// To carry out a command, with what is written behind its name.
    Command(Command, String),
    /// Something that needs a screen.
    NeedsScreen(String),
    /// Something that takes no words, with some behind it.
    TakesNothing(String),
    /// No word that is known: which, and the nearest one.
    Unknown(String, Option<String>),
    /// A beginning of several words.
    Several(String, Vec<String>),
}

/// What a word of the dialogue's own is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Own {
    On,
    Again,
    Where,
    Help,
    Command(Command),
}

/// The usual words: how each may be written, the shortest last; and what it does.
const USUAL: &[(&[&str], Own, &str)] = &[
    (&["next", "n", "read"], Own::On, "read on, as Enter alone does"),
    (
        &["previous", "p"],
        Own::Command(Command::Motion(Motion::PreviousParagraph)),
        "the paragraph before",
    ),
    (&["again", "a"], Own::Again, "the same once more"),
    (&["where", "w"], Own::Where, "where you are, and how far"),
    (&["back", "b"], Own::Command(Command::Follow(Follow::Back)), "back to where you were"),
    (&["forward", "f"], Own::Command(Command::Follow(Follow::Forward)), "forward again"),
    (&["next section"], Own::Command(Command::Motion(Motion::NextSection)), "the next section"),
    (
        &["previous section"],
        Own::Command(Command::Motion(Motion::PreviousSection)),
        "the section before",
    ),
    (&["contents", "c"], Own::Command(Command::Views(Views::Contents)), "the table of contents"),
    (
        &["articles"],
        Own::Command(Command::Motion(Motion::ArticlesPane)),
        "the articles that the paragraph cites",
    ),
    (&["actors"], Own::Command(Command::Motion(Motion::ActorsPane)), "the actors that it names"),
    (
        &["search", "s"],
        Own::Command(Command::Find(Find::Search)),
        "search from here for the words behind it; next match goes on",
    ),
    (
        &["go", "g"],
        Own::Command(Command::Find(Find::GoTo)),
        "go to what is named behind it: go Article 4, go 3, go Kim",
    ),
    (
        &["note"],
        Own::Command(Command::Keep(Keep::Note)),
        "keep the words behind it as a note on what was told last",
    ),
    (
        &["bookmark"],
        Own::Command(Command::Keep(Keep::Bookmark)),
        "mark the paragraph that was read last by the name behind it",
    ),
    (&["marks"], Own::Command(Command::Keep(Keep::Marks)), "your bookmarks, highlights and notes"),
    (
        &["copy"],
        Own::Command(Command::Keep(Keep::Copy)),
        "the citation of the paragraph, to be taken away",
    ),
    (&["timeline"], Own::Command(Command::Views(Views::Timeline)), "what came when"),
    (
        &["compare"],
        Own::Command(Command::Views(Views::Compare)),
        "articles beside their counterparts",
    ),
    (&["help", "h", "?"], Own::Help, "these words; help all: every word there is"),
    (&["quit", "q", "exit"], Own::Command(Command::Program(Program::Quit)), "leave"),
];

/// Other names of commands, which a table of keys has no use for.
const OTHERS: &[(&str, Command)] =
    &[("close", Command::Program(Program::Close)), ("matches", Command::Find(Find::Results))];

/// The longest name, in words.
const LONGEST: usize = 3;
/// Letters that may be wrong in a word that is suggested.
const WRONG: usize = 2;

/// The key of a letter that stands alone on its line, perhaps with the bracket behind it that it was told
/// with.
pub(super) fn letter(line: &str) -> Option<Key> {
    let words = in_latin(line.trim()).to_lowercase();
    let mut letters = words.strip_suffix(')').unwrap_or(&words).chars();
    let letter = letters.next().filter(|_| letters.as_str().is_empty())?;
    Some(Key::plain(Code::Char(letter)))
}

/// What `line` asks for. Words of the dialogue may be written by the keys that they are on, whatever
/// letters these have.
pub(super) fn asked(line: &str) -> Asked {
    // Who is used to writing commands behind a colon may do so here.
    let line = line.trim().strip_prefix(':').unwrap_or(line);
    let words: Vec<&str> = line.split_whitespace().collect();
    let Some(first) = words.first() else { return Asked::On };
    let latin: Vec<String> = words.iter().map(|word| in_latin(word).to_lowercase()).collect();
    let digits = latin.first().map_or("", String::as_str);
    let digits = digits.trim_start_matches('[').trim_end_matches([']', '.']);
    if let (1, Ok(number)) = (words.len(), digits.parse()) {
        return Asked::Number(number);
    }
    for taken in (1..=words.len().min(LONGEST)).rev() {
        let name = latin.get(..taken).unwrap_or_default().join("-");
        let rest = words.get(taken..).unwrap_or_default().join(" ");
        if let Some(own) = named(&name) {
            let asked = with_rest(own, &name, rest);
            let all = latin.join("-");
            return match (asked, nearest(&all)) {
                // More than a word that stands alone: another was meant, perhaps.
                (Asked::TakesNothing(_), near @ Some(_)) => {
                    Asked::Unknown(line.trim().to_owned(), near)
                }
                (asked, _) => asked,
            };
        }
    }
    let name = latin.first().cloned().unwrap_or_default();
    let rest = words.get(1..).unwrap_or_default().join(" ");
    match beginnings(&name).as_slice() {
        [] => Asked::Unknown((*first).to_owned(), nearest(&name)),
        [one] => match named(one) {
            Some(own) => with_rest(own, one, rest),
            None => Asked::Unknown((*first).to_owned(), None),
        },
        several => {
            let names = several.iter().map(|name| name.replace('-', " ")).collect();
            Asked::Several((*first).to_owned(), names)
        }
    }
}

/// The usual words and what each does.
pub(super) fn usual() -> impl Iterator<Item = (String, &'static str)> {
    USUAL.iter().map(|(names, _, help)| (names.join(", "), *help))
}

/// All other words, and what each does.
pub(super) fn others() -> impl Iterator<Item = (String, &'static str)> {
    let others = TABLE.iter().filter(|entry| !entry.command.needs_screen());
    let others =
        others.filter(|entry| USUAL.iter().all(|(_, own, _)| *own != Own::Command(entry.command)));
    others.map(|entry| (entry.id.replace('-', " "), entry.help))
}

/// What is named by words with hyphens between them.
fn named(name: &str) -> Option<Own> {
    let own =
        USUAL.iter().find(|(names, ..)| names.iter().any(|one| one.replace(' ', "-") == name));
    let other = || OTHERS.iter().find(|(other, _)| *other == name).map(|(_, command)| *command);
    let id = || TABLE.iter().find(|entry| entry.id == name).map(|entry| entry.command);
    let short = || {
        let mut entries = TABLE
            .iter()
            .filter(|entry| entry.group != Group::Choose && entry.group != Group::Write);
        entries.find(|entry| entry.short.replace(' ', "-") == name).map(|entry| entry.command)
    };
    own.map(|(_, own, _)| *own).or_else(|| other().or_else(id).or_else(short).map(Own::Command))
}

fn with_rest(own: Own, name: &str, rest: String) -> Asked {
    let name = name.replace('-', " ");
    match own {
        Own::Help => Asked::Help { all: !rest.is_empty() },
        Own::Command(command) if command.needs_screen() => Asked::NeedsScreen(name),
        Own::Command(Command::Follow(Follow::Follow)) => match rest.parse() {
            Ok(number) => Asked::Number(number),
            Err(_) => Asked::Command(Follow::Follow.into(), rest),
        },
        Own::Command(command) if rest.is_empty() || takes_words(command) || is_number(&rest) => {
            Asked::Command(command, rest)
        }
        _ if !rest.is_empty() => Asked::TakesNothing(name),
        Own::On => Asked::On,
        Own::Again => Asked::Again,
        Own::Where => Asked::Where,
        Own::Command(command) => Asked::Command(command, rest),
    }
}

fn is_number(words: &str) -> bool {
    words.parse::<usize>().is_ok()
}

/// What a command is there where another one goes by the same words.
pub(super) fn meant_in(context: Context, command: Command) -> Command {
    let entry = command.entry();
    if entry.contexts.has(context) || entry.short.is_empty() {
        return command;
    }
    let same = |other: &&Entry| other.short == entry.short && other.contexts.has(context);
    TABLE.iter().find(same).map_or(command, |other| other.command)
}

/// Whether something is written for a command.
pub(super) fn takes_words(command: Command) -> bool {
    matches!(
        command,
        Command::Find(Find::Search | Find::GoTo)
            | Command::Keep(Keep::Bookmark | Keep::Note)
            | Command::InTimeline(InTimeline::Filter)
            | Command::InClass(InClass::Minutes)
    )
}

/// The names that begin with `beginning`, each command by one of them.
fn beginnings(beginning: &str) -> Vec<&'static str> {
    let mut found: Vec<(Own, &'static str)> = Vec::new();
    let is_long = beginning.chars().count() > 1;
    for (name, own) in names().filter(|(name, _)| is_long && name.starts_with(beginning)) {
        if !found.iter().any(|(other, _)| *other == own) {
            found.push((own, name));
        }
    }
    found.into_iter().map(|(_, name)| name).collect()
}

/// Every name of one word or with hyphens, the usual ones first.
fn names() -> impl Iterator<Item = (&'static str, Own)> {
    let usual = USUAL.iter().filter_map(|(names, own, _)| Some((*names.first()?, *own)));
    let usual = usual.filter(|(name, _)| !name.contains(' '));
    let others = OTHERS.iter().map(|(name, command)| (*name, Own::Command(*command)));
    let table = TABLE.iter().filter(|entry| !entry.command.needs_screen());
    usual.chain(others).chain(table.map(|entry| (entry.id, Own::Command(entry.command))))
}

/// The name that was most likely meant.
fn nearest(word: &str) -> Option<String> {
    let names = names().map(|(name, _)| (strsim::osa_distance(word, name), name));
    let far = WRONG.min(word.chars().count() / 2);
    names
        .filter(|(wrong, _)| *wrong <= far)
        .min_by_key(|(wrong, _)| *wrong)
        .map(|(_, name)| name.replace('-', " "))
}
