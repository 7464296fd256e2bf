//! From a key to a command, and from a command to its keys.

use super::{Command, Context, Entry, Find, Key, TABLE};

/// The keys of one session.
#[derive(Debug, Clone)]
pub struct Keymap {
    /// Each key with the row that it stands for, in order. They are few: looking through them
    /// takes less than the making of a map.
    keys: Vec<(Key, &'static Entry)>,
}

impl Default for Keymap {
    /// The keys of the table.
    fn default() -> Self {
        let of = |entry: &'static Entry| entry.keys().map(move |key| (entry.command, key));
        TABLE.iter().flat_map(of).collect()
    }
}

impl FromIterator<(Command, Key)> for Keymap {
    /// These keys and no others. Of two that are the same where they work, the first counts.
    fn from_iter<T: IntoIterator<Item = (Command, Key)>>(keys: T) -> Self {
        let row = |(command, key): (Command, Key)| (key, command.entry());
        Self { keys: keys.into_iter().map(row).collect() }
    }
}

impl Keymap {
    /// What `key` does in `context`, if it does anything there: first what it does in no other.
    pub fn command(&self, context: Context, key: Key) -> Option<Command> {
        let of_key = self.keys.iter().filter(|(its, _)| *its == key).map(|(_, entry)| entry);
        let mut here = of_key.filter(|entry| entry.contexts.has(context));
        let own = here.clone().find(|entry| entry.contexts.is_only(context));
        own.or_else(|| here.next()).map(|entry| entry.command)
    }

    /// The keys of a command; the first is the one that the footer shows.
    pub fn keys(&self, command: impl Into<Command>) -> impl Iterator<Item = Key> {
        let command = command.into();
        self.keys.iter().filter(move |(_, entry)| entry.command == command).map(|(key, _)| *key)
    }

    /// What a sentence calls the way to a command: its first key; without one, how the go-to has it.
    pub(crate) fn name(&self, command: impl Into<Command>) -> String {
        let command = command.into();
        let way = self.keys(command).next().map(|key| key.to_string());
        way.unwrap_or_else(|| {
            let id = command.entry().id;
            let go_to = self.keys(Find::GoTo).next().map(|key| key.to_string());
            go_to.map_or_else(|| id.to_owned(), |key| format!("{key} {id}"))
        })
    }
}
