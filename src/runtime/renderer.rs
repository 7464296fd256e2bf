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
use crate::ui::Drawn;

use super::capabilities::Capabilities;
use super::paint::{Frame, Painter};

/// Gives what to write for a symbol on a terminal that cannot show it, in as many columns.
pub(super) type Substitute = fn(&str) -> Cow<'_, str>;

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
    /// What is drawn next, or whatever there is to draw over.
    wanted: Rendered,
    /// What the terminal shows, if that is known.
    shown: Option<Rendered>,
}

/// A screen as it was drawn: its cells, and what it has beside them.
#[derive(Debug, Default)]
struct Rendered {
    buffer: Buffer,
    drawn: Drawn,
}

impl Rendered {
    fn frame(&self, hyperlinks: bool) -> Frame<'_> {
        let hyperlinks = Some(&self.drawn.hyperlinks).filter(|_| hyperlinks);
        Frame { buffer: &self.buffer, hyperlinks, cursor: Some(self.drawn.cursor.at) }
    }
}

impl<W: Write> Renderer<W> {
    /// A renderer for `width` columns and `height` rows, on a terminal whose content is not known.
    pub fn new(out: W, width: u16, height: u16) -> Self {
        Self {
            out,
            substitute: None,
            has: Capabilities::default(),
            size: Size { width, height },
            wanted: Rendered::default(),
            shown: None,
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
        self.has = has;
        self
    }

    /// What the terminal has.
    pub(super) fn capabilities(&self) -> Capabilities {
        self.has
    }

    /// Takes over what the terminal has turned out to have, from the next frame on.
    pub(super) fn set_capabilities(&mut self, has: Capabilities) {
        self.has = has;
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
        self.shown = None;
    }

    /// What the terminal shows, if that is known.
    pub fn buffer(&self) -> Option<&Buffer> {
        self.shown.as_ref().map(|shown| &shown.buffer)
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
        self.compose(view);
        if !self.has.contains(Capabilities::ITALIC) {
            for cell in &mut self.wanted.buffer.content {
                cell.modifier.remove(Modifier::ITALIC);
            }
        }
        if let Some(substitute) = self.substitute {
            replace(&mut self.wanted.buffer, substitute);
        }
        let mut bytes = self.bytes();
        if !bytes.is_empty() {
            bytes.splice(..0, before.iter().copied());
            bytes.extend_from_slice(behind);
            // Until the write has succeeded nobody knows what the terminal shows.
            let before = self.shown.take().unwrap_or_default();
            self.out.write_all(&bytes)?;
            self.shown = Some(mem::replace(&mut self.wanted, before));
        }
        Ok(bytes.len())
    }

    /// Draws what is wanted. The buffer is made once for a size: a screenful is a quarter of a megabyte.
    fn compose(&mut self, view: impl FnOnce(&mut Buffer) -> Drawn) {
        let wanted = &mut self.wanted.buffer;
        let area = Rect::from((Position::ORIGIN, self.size));
        if wanted.area == area {
            wanted.reset();
        } else {
            *wanted = Buffer::empty(area);
        }
        self.wanted.drawn = view(wanted);
    }

    /// The bytes from what is shown to what is wanted.
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let (hyperlinks, painter) =
            (self.has.contains(Capabilities::HYPERLINKS), Painter::new(self.has.means()));
        let hides = self.has.contains(Capabilities::HIDING);
        let wanted = self.wanted.frame(hyperlinks);
        let was = if let Some(shown) = &self.shown {
            painter.paint(shown.frame(hyperlinks), wanted, &mut bytes);
            shown.drawn.cursor.shown
        } else {
            // Somebody else may have set them.
            if self.has.contains(Capabilities::MARGIN) {
                bytes.extend_from_slice(NO_WRAP);
            }
            if hides {
                bytes.extend_from_slice(HIDE_CURSOR);
            }
            painter.repaint(wanted, &mut bytes);
            false
        };
        match (was, self.wanted.drawn.cursor.shown) {
            (false, true) if hides => bytes.extend_from_slice(SHOW_CURSOR),
            (true, false) if hides => bytes.extend_from_slice(HIDE_CURSOR),
            _ => {}
        }
        bytes
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
