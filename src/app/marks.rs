//! What the reader leaves: bookmarks, highlights, notes.

use super::App;

impl App {
    /// Begins to write the letter or the label of a bookmark.
    pub(super) fn write_bookmark(&mut self) {}

    /// Lists bookmarks, highlights and notes.
    pub(super) fn open_marks(&mut self) {}

    /// Highlights the sentence under the cursor, or no longer.
    pub(super) fn highlight(&mut self) {}

    /// Begins to write a note, or goes on with one.
    pub(super) fn write_note(&mut self) {}

    /// Removes the mark or the note under the cursor of their list.
    pub(super) fn remove_mark(&mut self) {}
}
