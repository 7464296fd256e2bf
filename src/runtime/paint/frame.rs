//! What is painted.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::ui::{Hyperlinks, ScrollArea};

/// What a terminal shows or should show.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// The cells.
    pub buffer: &'a Buffer,
    /// Where some of them lead, if the terminal is to know.
    pub hyperlinks: Option<&'a Hyperlinks>,
    /// Where the cursor is left, if that matters.
    pub cursor: Option<Position>,
    /// What scrolls. It is a hint: whatever it says, the cells are what is shown.
    pub scroll_areas: &'a [ScrollArea],
}

impl<'a> From<&'a Buffer> for Frame<'a> {
    /// Cells of which none leads anywhere and none scrolls, and the cursor anywhere.
    fn from(buffer: &'a Buffer) -> Self {
        Self { buffer, hyperlinks: None, cursor: None, scroll_areas: &[] }
    }
}
