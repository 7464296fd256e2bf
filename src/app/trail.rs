//! The list of the places that the reader came from.

use super::App;

impl App {
    /// Lists the places behind and ahead, to jump to.
    pub(super) fn open_trail(&mut self) {}
}
