//! From a key to a command.

use super::{Command, Context, Key, TABLE};

/// The keys of one session.
#[derive(Debug, Clone)]
pub struct Keymap {
    /// Each key with where in the table it stands, in the table's order. They are few: looking through
    /// them takes less than the making of a map.
    keys: Vec<(Key, usize)>,
}

impl Default for Keymap {
    /// The keys of the table.
    fn default() -> Self {
        let entries = TABLE.iter().enumerate();
        Self {
            keys: entries.flat_map(|(at, entry)| entry.keys().map(move |key| (key, at))).collect(),
        }
    }
}

impl Keymap {
    /// What `key` does in `context`, if it does anything there.
    pub fn command(&self, context: Context, key: Key) -> Option<Command> {
        let places = self.keys.iter().filter(|(its, _)| *its == key);
        let mut entries = places.filter_map(|(_, at)| TABLE.get(*at));
        entries.find(|entry| entry.contexts.has(context)).map(|entry| entry.command)
    }
}
