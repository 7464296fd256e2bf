//! What puts a session's screen on a terminal: any writer, a size that the session sets, a buffer to
//! draw in and the painter to send it.
//!
//! This is not a ratatui backend around a writer, because a backend hears only of cells that changed,
//! and not of what wide symbols cover. From that one cannot tell what stands where half a Hangul
//! syllable was. Here the finished buffer is painted, and ratatui's own difference is never computed.

use std::borrow::Cow;
use std::io::{self, Write};
use std::mem;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Modifier;

use crate::base::cluster_columns;
use crate::text::{ascii_cell, console_cell};
use crate::ui::Drawn;

use super::capabilities::Capabilities;
use super::paint::{Frame, Painter};

/// Gives what to write for a symbol on a terminal that cannot show it, in as many columns.
pub(super) type Substitute = fn(&str) -> Cow<'_, str>;

/// What to write for a symbol on a terminal that has so much; none if it can show all.
pub(super) fn substitute(has: Capabilities) -> Option<Substitute> {
    match () {
        () if !has.contains(Capabilities::UTF8) => Some(ascii_cell),
        () if !has.contains(Capabilities::GLYPHS) => Some(console_cell),
        () => None,
    }
}

/// No autowrap (DEC private mode 7, reset), as the painter wants it.
const NO_WRAP: &[u8] = b"\x1b[?7l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";

/// Draws frames and sends each in one write; nothing if it looks like the one before. It never flushes:
/// that may be to wait until a terminal has taken all, and the next key waits for no terminal.
///
/// It asks no terminal for anything: its size is what [`Renderer::resize`] said last. An error
/// of the writer goes up: the terminal is gone. Should the session go on, the next frame is painted
/// whole.
#[derive(Debug)]
pub struct Renderer<W> {
    out: W,
    substitute: Option<Substitute>,
    /// What the terminal has.
    has: Capabilities,
    size: Size,
    /// What was drawn last, and is drawn over.
    buffer: Buffer,
    painter: Painter,
    /// Whether the terminal's cursor is shown.
    cursor_shown: bool,
    /// The bytes of a frame.
    bytes: Vec<u8>,
}

impl<W: Write> Renderer<W> {
    /// A renderer for `width` columns and `height` rows, on a terminal whose content is not known.
    pub fn new(out: W, width: u16, height: u16) -> Self {
        Self {
            out,
            substitute: None,
            has: Capabilities::default(),
            size: Size { width, height },
            buffer: Buffer::default(),
            painter: Painter::new(Capabilities::default().means()),
            cursor_shown: false,
            bytes: Vec::new(),
        }
    }

    /// Replaces every symbol that is not ASCII by what `substitute` gives, for terminals that cannot show
    /// others.
    #[must_use]
    pub fn with_substitute(mut self, substitute: Substitute) -> Self {
        self.substitute = Some(substitute);
        self
    }

    /// Sends the terminal what it has, and no more. One that has hyperlinks (OSC 8) is told where cells
    /// lead that a view says are links, so that it can go there itself.
    #[must_use]
    pub fn with_capabilities(mut self, has: Capabilities) -> Self {
        self.set_capabilities(has);
        self
    }

    /// What the terminal has.
    pub(super) fn capabilities(&self) -> Capabilities {
        self.has
    }

    /// Takes over what the terminal has turned out to have, from the next frame on.
    pub(super) fn set_capabilities(&mut self, has: Capabilities) {
        self.has = has;
        self.painter.set_means(has.means());
    }

    /// Takes the terminal's new size, in columns and rows. Terminals differ in what they do to their
    /// content, so the next frame is painted whole; the same size changes nothing.
    pub fn resize(&mut self, width: u16, height: u16) {
        let size = Size { width, height };
        if size != self.size {
            self.size = size;
            self.invalidate();
        }
    }

    /// Forgets what the terminal shows: somebody else wrote to it. The next frame is painted whole.
    pub fn invalidate(&mut self) {
        self.painter.forget();
    }

    /// What the terminal shows, if that is known.
    pub fn buffer(&self) -> Option<&Buffer> {
        Some(&self.buffer).filter(|_| self.painter.knows())
    }

    /// The writer, for sequences that are not a frame (the clipboard, the bell).
    pub fn writer_mut(&mut self) -> &mut W {
        &mut self.out
    }

    /// Draws a frame and sends what is new in it; returns the bytes sent. `view` gets an empty buffer of
    /// the whole size.
    ///
    /// # Errors
    /// The writer's.
    pub fn draw(&mut self, view: impl FnOnce(&mut Buffer) -> Drawn) -> io::Result<usize> {
        self.draw_between(b"", b"", view)
    }

    /// Like [`Renderer::draw`], with bytes before and behind the frame, in the same write; without a frame
    /// they are not sent either.
    ///
    /// # Errors
    /// The writer's.
    pub(super) fn draw_between(
        &mut self,
        before: &[u8],
        behind: &[u8],
        view: impl FnOnce(&mut Buffer) -> Drawn,
    ) -> io::Result<usize> {
        let drawn = self.compose(view);
        if !self.has.contains(Capabilities::ITALIC) {
            for cell in &mut self.buffer.content {
                cell.modifier.remove(Modifier::ITALIC);
            }
        }
        if let Some(substitute) = self.substitute {
            replace(&mut self.buffer, substitute);
        }
        self.bytes.clear();
        self.bytes.extend_from_slice(before);
        self.encode(&drawn);
        if self.bytes.len() == before.len() {
            return Ok(0);
        }
        self.bytes.extend_from_slice(behind);
        if let Err(error) = self.out.write_all(&self.bytes) {
            // Nobody knows how much of it the terminal shows.
            self.painter.forget();
            return Err(error);
        }
        Ok(self.bytes.len())
    }

    /// Draws what is wanted. The buffer is made once for a size: a screenful is a quarter of a megabyte.
    fn compose(&mut self, view: impl FnOnce(&mut Buffer) -> Drawn) -> Drawn {
        let area = Rect::from((Position::ORIGIN, self.size));
        if self.buffer.area == area {
            self.buffer.reset();
        } else {
            self.buffer = Buffer::empty(area);
        }
        view(&mut self.buffer)
    }

    /// Appends the bytes from what is shown to what is wanted.
    fn encode(&mut self, drawn: &Drawn) {
        let hides = self.has.contains(Capabilities::HIDING);
        if !self.painter.knows() {
            // Somebody else may have set them.
            if self.has.contains(Capabilities::MARGIN) {
                self.bytes.extend_from_slice(NO_WRAP);
            }
            if hides {
                self.bytes.extend_from_slice(HIDE_CURSOR);
            }
            self.cursor_shown = false;
        }
        let hyperlinks = self.has.contains(Capabilities::HYPERLINKS).then_some(&drawn.hyperlinks);
        let (cursor, scroll_areas) = (Some(drawn.cursor.at), drawn.scroll_areas.as_slice());
        let frame = Frame { buffer: &self.buffer, hyperlinks, cursor, scroll_areas };
        self.painter.paint(frame, &mut self.bytes);
        if mem::replace(&mut self.cursor_shown, drawn.cursor.shown) != drawn.cursor.shown && hides {
            let change = if drawn.cursor.shown { SHOW_CURSOR } else { HIDE_CURSOR };
            self.bytes.extend_from_slice(change);
        }
    }
}

/// Puts what stands for it in the place of every symbol that is not ASCII; question marks where that does
/// not fit.
fn replace(buffer: &mut Buffer, substitute: Substitute) {
    for cell in buffer.content.iter_mut().filter(|cell| !cell.symbol().is_ascii()) {
        let columns = cluster_columns(cell.symbol());
        let instead = match substitute(cell.symbol()) {
            instead if cluster_columns(&instead) == columns => instead.into_owned(),
            _ => "?".repeat(columns),
        };
        cell.set_symbol(&instead);
    }
}
