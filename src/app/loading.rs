//! What is being read aside, and the keys that wait for it.

use std::collections::VecDeque;

use crate::command::{Code, Command, Key, Program};

/// What the reader did that cannot be carried out yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum HeldInput {
    /// A key was pressed.
    Key(Key),
    /// Words were pasted.
    Paste(String),
}

/// What is being read aside, and what waits for it, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Loading {
    is_under_way: bool,
    held: VecDeque<HeldInput>,
    /// Whether what is held may have begun a line or opened a view: then a letter that follows may be meant
    /// there.
    may_open: bool,
}

impl Loading {
    /// Something is being read.
    pub(super) fn begin(&mut self) {
        self.is_under_way = true;
    }

    /// What was being read is there.
    pub(super) fn end(&mut self) {
        self.is_under_way = false;
    }

    /// What was being read cannot be read: what waits for it is dropped.
    pub(super) fn fail(&mut self) {
        *self = Self::default();
    }

    pub(super) fn is_under_way(&self) -> bool {
        self.is_under_way
    }

    /// How much waits.
    pub(super) fn held(&self) -> usize {
        self.held.len()
    }

    /// Whether a letter may be meant in a line or a view that is not there yet.
    pub(super) fn may_open(&self) -> bool {
        self.may_open
    }

    /// Holds a key, which would be this command by now.
    pub(super) fn hold_key(&mut self, key: Key, command: Option<Command>) {
        let is_motion = matches!(command, Some(Command::Motion(_)));
        let is_digit = matches!(key.code, Code::Char('0'..='9')) && key == Key::plain(key.code);
        let reads = command == Some(Program::Reload.into());
        let held = HeldInput::Key(key);
        // HeldInput down, it would have the files read many times, with nothing between.
        if reads && !self.may_open && self.held.back() == Some(&held) {
            return;
        }
        self.may_open |= !is_motion && !is_digit && !reads;
        self.held.push_back(held);
    }

    /// Holds words.
    pub(super) fn hold_paste(&mut self, words: String) {
        self.held.push_back(HeldInput::Paste(words));
    }

    /// Drops what waits. Answers with how much that was.
    pub(super) fn drop_held(&mut self) -> usize {
        self.may_open = false;
        std::mem::take(&mut self.held).len()
    }

    /// The next of what waits, once all is there.
    pub(super) fn next(&mut self) -> Option<HeldInput> {
        if self.is_under_way {
            return None;
        }
        let next = self.held.pop_front();
        self.may_open &= !self.held.is_empty();
        next
    }
}
