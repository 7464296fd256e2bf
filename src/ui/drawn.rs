//! What a drawn screen has beside its cells.

use ratatui::layout::Position;

use super::hyperlinks::Hyperlinks;

/// What leads out of it, and where the cursor stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawn {
    /// What leads out of the briefing.
    pub hyperlinks: Hyperlinks,
    /// Where the cursor stands.
    pub cursor: ReadingCursor,
}

/// The terminal's cursor. Screen readers and Braille displays follow it, hidden or not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReadingCursor {
    /// Where the reader is: the line that is read, the chosen link, the entry of a list, the letter that is
    /// being written, the end of the chosen words that moves.
    pub at: Position,
    /// Whether it is shown: a line is being written, or words are chosen.
    pub shown: bool,
}
