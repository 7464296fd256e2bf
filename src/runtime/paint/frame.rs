//! What is painted.

use ratatui::buffer::Buffer;

use crate::ui::Hyperlinks;

/// What a terminal shows or should show.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// The cells.
    pub buffer: &'a Buffer,
    /// Where some of them lead, if the terminal is to know.
    pub hyperlinks: Option<&'a Hyperlinks>,
}

impl<'a> From<&'a Buffer> for Frame<'a> {
    /// Cells of which none leads anywhere.
    fn from(buffer: &'a Buffer) -> Self {
        Self { buffer, hyperlinks: None }
    }
}
