//! Searching: what is found, and where the reader is taken.

use super::App;

impl App {
    /// Begins to write what is searched for.
    pub(super) fn write_search(&mut self) {}

    /// To the next match, or to the one before.
    pub(super) fn next_match(&mut self, by: isize) {
        let _ = by;
    }

    /// Lists all matches.
    pub(super) fn list_matches(&mut self) {}
}
