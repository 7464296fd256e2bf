//! What is asked for without a key: a command by its name, an entry by its number.

use crate::command::Command;

use super::App;
use super::screen::BARE;

impl App {
    /// Carries out a command that was given by its name, wherever the reader is.
    pub(super) fn ask_for(&mut self, command: Command) {
        self.notices.forget_said();
        self.carry_out(command);
    }

    /// Takes the cursor of what has the keys to an item, counted from 0.
    pub(super) fn point(&mut self, at: usize) {
        match (&mut self.reader, &mut self.shelf) {
            (Some(reader), _) if self.stack.is_empty() => {
                reader.on_active_pane(|pane, layout| pane.go_to(at, layout));
            }
            (Some(reader), _) => self.stack.go_to(at, &reader.layout()),
            (None, Some(books)) if self.stack.is_empty() => books.pane.go_to(at, &BARE),
            (None, _) => self.stack.go_to(at, &BARE),
        }
    }
}
