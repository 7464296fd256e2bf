//! What turns one screen into the next.

use super::dirty;
use super::encoder::Encoder;
use super::frame::Frame;
use super::grid::Grid;
use super::means::{Means, Scrolling};
use super::scroll_search;
use super::slot::Slot;

/// Begin and end of a synchronized update (DEC private mode 2026): the terminal shows the frame at once.
const SYNC: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");

/// A frame of so few bytes is not worth the search for a scroll.
const LITTLE: usize = 64;

/// Turns one screen into the next by the means of one terminal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Painter(Means);

impl Painter {
    /// A painter for a terminal that has these.
    pub const fn new(means: Means) -> Self {
        Self(means)
    }

    /// Appends to `out` the bytes that turn a terminal showing `from` into one showing `to`; none
    /// where they look the same. Of different sizes, all of `to` is painted.
    pub fn paint<'a>(
        self,
        from: impl Into<Frame<'a>>,
        to: impl Into<Frame<'a>>,
        out: &mut Vec<u8>,
    ) {
        let (from, to) = (from.into(), to.into());
        if from.buffer.area.as_size() != to.buffer.area.as_size() {
            return self.repaint(to, out);
        }
        let (from, to) = (Grid::new(from), Grid::new(to));
        if from.shows_the_same(&to) {
            // Nothing is drawn, so there is nothing to be shown at once.
            out.extend(from.cursor_to(&to, self.0));
            return;
        }
        let mut bytes = self.difference(from.rows(), &to);
        if let Some(by) = self.0.scroll.filter(|_| bytes.len() > LITTLE) {
            // A scroll that saves little is not worth it: on a slow line without synchronized
            // updates one sees the neighbouring panes move and return.
            let worth = bytes.len() / 4 * 3;
            let scrolled = self.scrolled(by, &from, &to);
            if let Some(scrolled) = scrolled.filter(|bytes| bytes.len() <= worth) {
                bytes = scrolled;
            }
        }
        self.wrap(&bytes, out);
    }

    /// Appends to `out` the bytes that show `to` whatever the terminal shows now.
    pub fn repaint<'a>(self, to: impl Into<Frame<'a>>, out: &mut Vec<u8>) {
        let to = to.into();
        // No scroll region; and the rendition before erasing, because erased cells take its background.
        let region = if self.0.scroll.is_some() { "\x1b[r" } else { "" };
        let mut bytes = [region, "\x1b[m\x1b[2J"].concat().into_bytes();
        let width = usize::from(to.buffer.area.width);
        let blank = vec![Slot::empty(); width];
        let mut encoder = Encoder::new(width, self.0);
        let to = Grid::new(to);
        for (y, row) in to.rows().enumerate() {
            encoder.row(y, row, &dirty::columns(&blank, row));
        }
        bytes.extend(encoder.finish(to.cursor()));
        self.wrap(&bytes, out);
    }

    fn wrap(self, bytes: &[u8], out: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let (begin, end) = if self.0.synchronized { SYNC } else { (&b""[..], &b""[..]) };
        out.extend_from_slice(begin);
        out.extend_from_slice(bytes);
        out.extend_from_slice(end);
    }

    /// Repairs row by row what differs, and leaves the cursor where it is to be.
    fn difference<'g, 'a: 'g>(
        self,
        from: impl Iterator<Item = &'g [Slot<'a>]>,
        to: &Grid,
    ) -> Vec<u8> {
        let mut encoder = Encoder::new(to.width(), self.0);
        for (y, (old, new)) in from.zip(to.rows()).enumerate() {
            if old != new {
                encoder.row(y, new, &dirty::columns(old, new));
            }
        }
        encoder.finish(to.cursor())
    }

    /// The shortest of the promising scrolls, each with the repair of what it leaves wrong.
    fn scrolled(self, by: Scrolling, from: &Grid, to: &Grid) -> Option<Vec<u8>> {
        let blank = from.blank_row();
        scroll_search::candidates(from, to)
            .into_iter()
            .map(|scroll| {
                let mut bytes = scroll.bytes(by, to.height());
                bytes.extend(self.difference(from.scrolled(scroll, &blank), to));
                bytes
            })
            .min_by_key(Vec::len)
    }
}
