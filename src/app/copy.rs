//! Taking words away: to the terminal's clipboard.

use super::{App, Effect};

impl App {
    /// Copies a citation of the paragraph in focus.
    pub(super) fn copy_citation(&mut self) -> Vec<Effect> {
        Vec::new()
    }

    /// Copies the paragraph in focus as plain text.
    pub(super) fn copy_text(&mut self) -> Vec<Effect> {
        Vec::new()
    }
}
