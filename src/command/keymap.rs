//! From a key to a command.

use std::collections::HashMap;

use super::{Command, Context, Key, TABLE};

/// The keys of one session.
#[derive(Debug, Clone)]
pub struct Keymap {
    keys: HashMap<Key, Vec<usize>>,
}

impl Default for Keymap {
    /// The keys of the table.
    fn default() -> Self {
        let mut keys: HashMap<Key, Vec<usize>> = HashMap::new();
        for (at, entry) in TABLE.iter().enumerate() {
            for key in entry.keys() {
                keys.entry(key).or_default().push(at);
            }
        }
        Self { keys }
    }
}

impl Keymap {
    /// What `key` does in `context`, if it does anything there.
    pub fn command(&self, context: Context, key: Key) -> Option<Command> {
        let entries = self.keys.get(&key)?.iter().filter_map(|at| TABLE.get(*at));
        entries.into_iter().find(|entry| entry.contexts.has(context)).map(|entry| entry.command)
    }
}
