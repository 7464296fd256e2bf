//! What turns one screen into the next.

use std::mem;

use super::cursor::{Cursor, CursorPlace};
use super::encoder::Encoder;
use super::frame::Frame;
use super::grid::Grid;
use super::interner::Interner;
use super::means::Means;
use super::moves::moves;
use super::rendition::Rendition;
use super::scroll::{ALL_ROWS, NO_MARGINS};
use super::slot::Slot;

/// Begin and end of a synchronized update (DEC private mode 2026): the terminal shows the frame at once.
const SYNC: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");

/// The rendition at its default before erasing (ED 2), because erased cells take its background.
const CLEAR: &[u8] = b"\x1b[m\x1b[2J";

/// Turns one screen into the next by the means of one terminal.
#[derive(Debug, Default)]
pub struct Painter {
    means: Means,
    /// What the terminal shows, if that is known.
    shown: Grid,
    is_known: bool,
    /// What is painted next; kept for its memory alone.
    wanted: Grid,
    /// What the slots of both mean.
    texts: Interner,
}

impl Painter {
    /// A painter for a terminal that has these, and shows nobody knows what.
    pub fn new(means: Means) -> Self {
        Self { means, ..Self::default() }
    }

    /// Paints from the next frame on by other means.
    pub(in super::super) fn set_means(&mut self, means: Means) {
        self.means = means;
    }

    /// Forgets what the terminal shows: the next frame is painted whole.
    pub(in super::super) fn forget(&mut self) {
        self.is_known = false;
    }

    /// Whether it is known what the terminal shows.
    pub(in super::super) fn knows(&self) -> bool {
        self.is_known
    }

    /// Appends to `out` the bytes that make the terminal show a frame, and takes it that it does; none where
    /// it looks like the last. The first is painted whole, and so is one of another size.
    pub fn paint<'a>(&mut self, frame: impl Into<Frame<'a>>, out: &mut Vec<u8>) {
        if self.texts.is_full() {
            self.texts.clear();
            self.is_known = false;
        }
        self.wanted.settle(frame.into(), &mut self.texts);
        if !self.is_known || !self.shown.is_like(&self.wanted) {
            self.synchronized(out, Self::whole);
        } else if self.shown.shows_the_same(&self.wanted) {
            // Nothing is drawn, so there is nothing to be shown at once.
            self.move_cursor(out);
        } else {
            self.synchronized(out, Self::scrolled);
        }
        mem::swap(&mut self.shown, &mut self.wanted);
        self.is_known = true;
    }

    /// Appends what `paint` does as one update.
    fn synchronized(&mut self, out: &mut Vec<u8>, paint: impl FnOnce(&mut Self, &mut Vec<u8>)) {
        let (begin, end) = if self.means.synchronized { SYNC } else { (&b""[..], &b""[..]) };
        out.extend_from_slice(begin);
        paint(self, out);
        out.extend_from_slice(end);
    }

    /// Shows all of what is wanted, whatever the terminal shows.
    fn whole(&mut self, out: &mut Vec<u8>) {
        if self.means.margins {
            out.extend_from_slice(NO_MARGINS);
        }
        if self.means.scroll.is_some() {
            out.extend_from_slice(ALL_ROWS);
        }
        out.extend_from_slice(CLEAR);
        let cleared = vec![Slot::EMPTY; self.wanted.width()];
        self.difference(|_| &cleared, out);
    }

    /// Lets the terminal move what it can, and repairs the rest.
    fn scrolled(&mut self, out: &mut Vec<u8>) {
        if let Some(by) = self.means.scroll {
            for scroll in moves(&self.shown, &self.wanted, self.means, &self.texts) {
                scroll.write(by, self.wanted.width(), self.wanted.height(), out);
                self.shown.scroll(&scroll);
            }
        }
        self.difference(|y| self.shown.row(y), out);
    }

    /// Repairs row by row what differs from what is shown, and leaves the cursor where it is to be.
    fn difference<'a>(&self, shown: impl Fn(usize) -> &'a [Slot], out: &mut Vec<u8>) {
        let mut encoder = Encoder::new(self.means, &self.texts, out);
        for y in 0..self.wanted.height() {
            encoder.row(y, shown(y), self.wanted.row(y));
        }
        encoder.finish(self.wanted.cursor());
    }

    /// Brings the cursor to where it is to be, if that is another place.
    fn move_cursor(&self, out: &mut Vec<u8>) {
        let place = self.wanted.cursor().filter(|_| !self.shown.leaves_the_cursor_as(&self.wanted));
        if let Some((row, column, slots)) = place {
            let to = CursorPlace { row, column, slots, rendition: Rendition::DEFAULT };
            Cursor::default().go(to, self.means, &self.texts, out);
        }
    }
}
