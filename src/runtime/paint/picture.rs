//! What a terminal shows.

use ratatui::buffer::Buffer;

use crate::ui::Links;

/// What a terminal shows or should show.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    /// The cells.
    pub buffer: &'a Buffer,
    /// Where some of them lead, if the terminal is to know.
    pub links: Option<&'a Links>,
}

impl<'a> From<&'a Buffer> for Picture<'a> {
    /// Cells of which none leads anywhere.
    fn from(buffer: &'a Buffer) -> Self {
        Self { buffer, links: None }
    }
}
