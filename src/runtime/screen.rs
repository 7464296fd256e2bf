//! A session's screen: any writer, a size that the session sets, ratatui to draw and the painter to
//! send.
//!
//! This is not a ratatui backend around a writer, because a backend hears only of cells that changed,
//! and not of what wide symbols cover. From that one cannot tell what stands where half a Hangul
//! syllable was. Here the finished buffer is painted, and ratatui's own difference is never computed.

use std::borrow::Cow;
use std::convert::Infallible;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};
use ratatui::{Frame, Terminal};
use unicode_width::UnicodeWidthStr;

use super::paint::Painter;

/// Gives what to write for a symbol on a terminal that cannot show it: ASCII, in as many columns.
pub type Substitute = fn(&str) -> Cow<'_, str>;

/// Set again when all is painted: autowrap off (DEC private mode 7), as the painter wants it, and the
/// cursor hidden (25).
const RESET: &[u8] = b"\x1b[?7l\x1b[?25l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";

/// Draws frames and sends each in one write; nothing if it looks like the one before.
///
/// The screen asks no terminal for anything: its size is what [`Screen::resize`] said last. An error
/// of the writer goes up: the terminal is gone. Should the session go on, the next frame is painted
/// whole.
#[derive(Debug)]
pub struct Screen<W> {
    out: W,
    painter: Painter,
    substitute: Option<Substitute>,
    terminal: Terminal<Stage>,
    wanted: Shown,
    /// What the terminal shows, if that is known.
    shown: Option<Shown>,
}

/// A picture and the cursor's place in it; none if it is hidden.
#[derive(Debug, Clone, Default)]
struct Shown {
    buffer: Buffer,
    cursor: Option<Position>,
}

impl<W: Write> Screen<W> {
    /// A screen of `width` columns and `height` rows, on a terminal whose content is not known.
    pub fn new(out: W, width: u16, height: u16) -> Self {
        let Ok(terminal) = Terminal::new(Stage { size: Size { width, height }, cursor: None });
        Self {
            out,
            painter: Painter::default(),
            substitute: None,
            terminal,
            wanted: Shown::default(),
            shown: None,
        }
    }

    /// Paints with these options.
    #[must_use]
    pub fn with_painter(mut self, painter: Painter) -> Self {
        self.painter = painter;
        self
    }

    /// Replaces every symbol that is not ASCII, for terminals that cannot show others.
    #[must_use]
    pub fn with_substitute(mut self, substitute: Substitute) -> Self {
        self.substitute = Some(substitute);
        self
    }

    /// Takes the terminal's new size, in columns and rows. Terminals differ in what they do to their
    /// content, so the next frame is painted whole; the same size changes nothing.
    pub fn resize(&mut self, width: u16, height: u16) {
        let size = Size { width, height };
        if size != self.size() {
            self.terminal.backend_mut().size = size;
            self.forget();
        }
    }

    /// Columns and rows.
    pub fn size(&self) -> Size {
        self.terminal.backend().size
    }

    /// Forgets what the terminal shows: somebody else wrote to it. The next frame is painted whole.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    /// The frame drawn last, as it was to be shown.
    pub fn buffer(&self) -> &Buffer {
        &self.wanted.buffer
    }

    /// The writer, for sequences that are not a frame (the clipboard, the bell).
    pub fn writer_mut(&mut self) -> &mut W {
        &mut self.out
    }

    /// Draws a frame and sends what is new in it; returns the bytes sent. The cursor is hidden unless
    /// the frame places it.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame)) -> io::Result<usize> {
        let Ok(done) = self.terminal.draw(view);
        self.wanted.buffer.clone_from(done.buffer);
        self.wanted.cursor = self.terminal.backend().cursor;
        if let Some(substitute) = self.substitute {
            replace(&mut self.wanted.buffer, substitute);
        }
        let bytes = self.frame();
        if !bytes.is_empty() {
            self.send(&bytes)?;
        }
        Ok(bytes.len())
    }

    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        // Until the write has succeeded nobody knows what the terminal shows.
        let mut shown = self.shown.take().unwrap_or_default();
        self.out.write_all(bytes)?;
        self.out.flush()?;
        shown.clone_from(&self.wanted);
        self.shown = Some(shown);
        Ok(())
    }

    /// The bytes from what is shown to what is wanted.
    fn frame(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let was = if let Some(shown) = &self.shown {
            self.painter.paint(&shown.buffer, &self.wanted.buffer, &mut bytes);
            shown.cursor
        } else {
            bytes.extend_from_slice(RESET);
            self.painter.repaint(&self.wanted.buffer, &mut bytes);
            None
        };
        let is = self.wanted.cursor;
        // Painting moves the cursor.
        if let Some(Position { x, y }) = is.filter(|_| is != was || !bytes.is_empty()) {
            let place = format!("\x1b[{};{}H", y.saturating_add(1), x.saturating_add(1));
            bytes.extend_from_slice(place.as_bytes());
        }
        match (was, is) {
            (None, Some(_)) => bytes.extend_from_slice(SHOW_CURSOR),
            (Some(_), None) => bytes.extend_from_slice(HIDE_CURSOR),
            _ => {}
        }
        bytes
    }
}

/// Puts ASCII in the place of every other symbol; question marks if the substitute does not fit.
fn replace(buffer: &mut Buffer, substitute: Substitute) {
    for cell in buffer.content.iter_mut().filter(|cell| !cell.symbol().is_ascii()) {
        let columns = cell.symbol().width();
        let instead = match substitute(cell.symbol()) {
            instead if instead.is_ascii() && instead.len() == columns => instead.into_owned(),
            _ => "?".repeat(columns),
        };
        cell.set_symbol(&instead);
    }
}

/// What ratatui takes for its terminal: a size, and where a frame wants the cursor.
#[derive(Debug)]
struct Stage {
    size: Size,
    cursor: Option<Position>,
}

impl Backend for Stage {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, _changes: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.cursor = Some(position.into());
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn clear_region(&mut self, _clear_type: ClearType) -> Result<(), Infallible> {
        Ok(())
    }

    fn size(&self) -> Result<Size, Infallible> {
        Ok(self.size)
    }

    /// Pixels are not known.
    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}
