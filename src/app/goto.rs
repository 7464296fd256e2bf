//! Going to anything by its name.

use super::App;

impl App {
    /// Begins to write a name, with `words` as its beginning.
    pub(super) fn write_goto(&mut self, words: &str) {
        let _ = words;
    }

    /// Begins to write a name with what is named in the line that is read.
    pub(super) fn open_word(&mut self) {}
}
