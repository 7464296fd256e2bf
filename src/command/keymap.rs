//! From a key to a command, and from a command to its keys.

use super::{Command, Context, Entry, Find, Key, TABLE};

/// The keys of one session.
#[derive(Debug, Clone)]
pub struct Keymap {
    /// Each key with what it does, those of one command together, in the order of the table. They are few: looking
    /// through them for a key takes less than the making of a map.
    keys: Vec<(Key, Command)>,
}

impl Default for Keymap {
    /// The keys of the table.
    fn default() -> Self {
        let of = |entry: &'static Entry| entry.keys().map(move |key| (entry.command, key));
        TABLE.iter().flat_map(of).collect()
    }
}

impl FromIterator<(Command, Key)> for Keymap {
    /// These keys and no others. Of two that are the same where they work, that of the command counts that stands
    /// first in the table.
    fn from_iter<T: IntoIterator<Item = (Command, Key)>>(keys: T) -> Self {
        let mut keys: Vec<_> = keys.into_iter().map(|(command, key)| (key, command)).collect();
        keys.sort_by_key(|(_, command)| *command);
        Self { keys }
    }
}

impl Keymap {
    /// What `key` does in `context`, if it does anything there: first what it does in no other.
    pub fn command(&self, context: Context, key: Key) -> Option<Command> {
        let of_key = self.keys.iter().filter(|(its, _)| *its == key).map(|(_, command)| *command);
        let mut here = of_key.filter(|command| command.entry().contexts.has(context));
        let own = here.clone().find(|command| command.entry().contexts.is_only(context));
        own.or_else(|| here.next())
    }

    /// The keys of a command; the first is the one that the footer shows. A screen asks for some forty.
    pub fn keys(&self, command: impl Into<Command>) -> impl Iterator<Item = Key> {
        let command = command.into();
        let first = self.keys.partition_point(|(_, its)| *its < command);
        let from_first = self.keys.iter().skip(first);
        from_first.take_while(move |(_, its)| *its == command).map(|(key, _)| *key)
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
