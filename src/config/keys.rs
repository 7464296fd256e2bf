//! The section of keys: from the ids of commands and the names of keys to a keymap.

use std::ops::Range;

use crate::command::{Code, Command, Contexts, Edit, Entry, Key, Keymap, Program, TABLE, Views};

use super::fault::ConfigFault;
use super::faults::ConfigFaults;
use super::key::{self, NoKey};
use super::scroll_jump::SCROLL_JUMP;
use super::sentences;
use super::value::{TomlTable, TomlValue, entries, one_or_more, text, what_is};

/// Without these nobody could leave, close, or find out how.
const NEEDED: [Command; 5] = [
    Command::Program(Program::Close),
    Command::Program(Program::Quit),
    Command::Views(Views::Help),
    Command::Edit(Edit::Accept),
    Command::Edit(Edit::Cancel),
];

/// A command with the keys that the file gives it, each with its place.
struct OwnKeys {
    entry: &'static Entry,
    /// Where the command is named.
    at: Range<usize>,
    keys: Vec<(Key, Range<usize>)>,
}

impl OwnKeys {
    /// Itself with the place of a key, if it has that.
    fn with(&self, key: Key) -> Option<(&Self, Range<usize>)> {
        self.keys.iter().find(|(its, _)| *its == key).map(|(_, at)| (self, at.clone()))
    }

    fn give_up(&mut self, key: Key) {
        self.keys.retain(|(its, _)| *its != key);
    }
}

/// The command of this id.
pub(super) fn entry(id: &str) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.id == id)
}

/// The keys of all commands.
pub(super) fn read(section: &TomlTable, faults: &mut ConfigFaults) -> Keymap {
    let mut own: Vec<OwnKeys> = Vec::new();
    for (id, value) in entries(section) {
        let Some(entry) = entry(id.get_ref()) else {
            let fault = unknown(id.get_ref(), value, faults);
            faults.add(id.span(), fault);
            continue;
        };
        let one = OwnKeys { entry, at: id.span(), keys: Vec::new() };
        let one = own_keys(one, value, &own, faults);
        own.extend(one);
    }
    keep_needed(&mut own, faults);
    tell_bereft(&own, faults);
    let keys_of = |entry: &'static Entry| {
        let keys = match own.iter().find(|one| one.entry == entry) {
            Some(one) => one.keys.iter().map(|(key, _)| *key).collect(),
            None => usual_keys(entry, &own),
        };
        keys.into_iter().map(|key| (entry.command, key))
    };
    TABLE.iter().flat_map(keys_of).collect()
}

/// The fault that no command is called so, and what was meant.
fn unknown(id: &str, value: &TomlValue, faults: &ConfigFaults) -> ConfigFault {
    if id == SCROLL_JUMP {
        return sentences::below_a_section(id);
    }
    let command = text(value).and_then(|(word, _)| entry(word));
    if let (Ok(key), Some(command)) = (id.parse(), command) {
        return sentences::other_way_round(key, command.id);
    }
    let near = faults.suggest.nearest(id, TABLE.iter().map(|entry| entry.id));
    sentences::unknown_command(id, near)
}

/// The keys that the file gives a command; `None` if none of them will do.
fn own_keys(
    mut one: OwnKeys,
    value: &TomlValue,
    others: &[OwnKeys],
    faults: &mut ConfigFaults,
) -> Option<OwnKeys> {
    let values = one_or_more(value);
    let means_none = values.is_empty();
    for value in values {
        let Some((name, at)) = text(value) else {
            faults.add(value.span(), sentences::no_key_name(what_is(value.get_ref())));
            continue;
        };
        match key::read(name, &faults.suggest) {
            Err(NoKey::Unknown(meant)) => {
                faults.add(at, sentences::unknown_key(name, meant.as_deref()));
            }
            Err(NoKey::Report) => faults.add(at, sentences::report_key(name)),
            Err(NoKey::Unsent(sent)) => faults.add(at, sentences::unsent_key(name, sent)),
            Ok(key) if writes(one.entry, key) => {
                faults.add(at, sentences::letter(name, one.entry.id));
            }
            Ok(key) => {
                let again = one.keys.iter().find(|(other, _)| *other == key);
                if let Some((_, first)) = again {
                    let first = first.clone();
                    faults.add_two(at, sentences::repeated(name), first, sentences::FIRST);
                } else if let Some((other, first)) = holder(key, one.entry, others) {
                    let fault = sentences::taken(name, one.entry.id, other.entry.id);
                    faults.add_two(at, fault, first, sentences::FIRST);
                } else {
                    one.keys.push((key, at));
                }
            }
        }
    }
    (means_none || !one.keys.is_empty()).then_some(one)
}

/// Whether a key would write something where the command has to do what it does.
fn writes(entry: &Entry, key: Key) -> bool {
    let is_letter = matches!(key.code, Code::Char(_)) && !key.ctrl && !key.alt;
    is_letter && entry.contexts.meets(Contexts::PROMPT)
}

/// Whether two commands cannot have the same key: they work in the same places, and neither is for one place
/// alone, where it goes before what works in others too.
fn collide(one: &Entry, other: &Entry) -> bool {
    let (one, other) = (one.contexts, other.contexts);
    one.meets(other) && one.is_single() == other.is_single()
}

/// Which of `own` has a key that `entry` cannot have too, and where the file says so.
fn holder<'o>(key: Key, entry: &Entry, own: &'o [OwnKeys]) -> Option<(&'o OwnKeys, Range<usize>)> {
    own.iter().filter(|one| collide(one.entry, entry)).find_map(|one| one.with(key))
}

/// Which of `own` takes a key from a command that has it by the table, and where the file says so. What the
/// table gives to both is not taken.
fn taker<'o>(key: Key, entry: &Entry, own: &'o [OwnKeys]) -> Option<(&'o OwnKeys, Range<usize>)> {
    let takes =
        |one: &&OwnKeys| collide(one.entry, entry) && one.entry.keys().all(|usual| usual != key);
    own.iter().filter(takes).find_map(|one| one.with(key))
}

/// The keys of the table for a command that the file gives none, but for those that it gives to others.
fn usual_keys(entry: &Entry, own: &[OwnKeys]) -> Vec<Key> {
    entry.keys().filter(|key| taker(*key, entry, own).is_none()).collect()
}

/// Gives those commands a key that must have one.
fn keep_needed(own: &mut Vec<OwnKeys>, faults: &mut ConfigFaults) {
    for entry in NEEDED.map(Command::entry) {
        if let Some(at) = own.iter().position(|one| one.entry == entry && one.keys.is_empty()) {
            let without = own.remove(at);
            faults.add(without.at, sentences::needed(entry.id));
        }
        let is_own = own.iter().any(|one| one.entry == entry);
        let Some(first) = entry.keys().next() else { continue };
        if is_own || !usual_keys(entry, own).is_empty() {
            continue;
        }
        while let Some((by, at)) = taker(first, entry, own) {
            let by = by.entry;
            faults.add(at, sentences::last_of_needed(first, entry.id));
            own.iter_mut().filter(|one| one.entry == by).for_each(|one| one.give_up(first));
            own.retain(|one| one.entry != by || !one.keys.is_empty());
        }
    }
}

/// Tells of commands that have lost all their keys to others.
fn tell_bereft(own: &[OwnKeys], faults: &mut ConfigFaults) {
    let has_none = |entry: &&Entry| usual_keys(entry, own).is_empty();
    for entry in TABLE.iter().filter(has_none) {
        if own.iter().any(|one| one.entry == entry) {
            continue;
        }
        let taken = entry.keys().find_map(|key| taker(key, entry, own));
        if let Some((by, at)) = taken {
            faults.add(at, sentences::left_without(entry.id, by.entry.id));
        }
    }
}
