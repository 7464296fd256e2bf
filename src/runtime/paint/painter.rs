//! What turns one screen into the next.

use super::dirty;
use super::encoder::Encoder;
use super::frame::Frame;
use super::grid::Grid;
use super::scroll_search;
use super::slot::Slot;

/// Begin and end of a synchronized update (DEC private mode 2026): the terminal shows the frame at
/// once, and those that do not know the mode ignore it.
const SYNC: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");

/// A frame of so few bytes is not worth the search for a scroll.
const LITTLE: usize = 64;

/// What the painter may use. The default is everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Painter {
    /// Whether rows may be moved by the terminal itself (DECSTBM with SU or SD).
    pub scroll: bool,
    /// Whether a frame is wrapped in a synchronized update, 16 bytes.
    pub synchronized: bool,
}

impl Default for Painter {
    fn default() -> Self {
        Self { scroll: true, synchronized: true }
    }
}

impl Painter {
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
            out.extend(from.cursor_to(&to));
            return;
        }
        let mut bytes = difference(from.rows(), &to);
        if self.scroll && bytes.len() > LITTLE {
            // A scroll that saves little is not worth it: on a slow line without synchronized
            // updates one sees the neighbouring panes move and return.
            let worth = bytes.len() / 4 * 3;
            if let Some(scrolled) = scrolled(&from, &to).filter(|bytes| bytes.len() <= worth) {
                bytes = scrolled;
            }
        }
        self.wrap(&bytes, out);
    }

    /// Appends to `out` the bytes that show `to` whatever the terminal shows now.
    pub fn repaint<'a>(self, to: impl Into<Frame<'a>>, out: &mut Vec<u8>) {
        let to = to.into();
        // No scroll region; and the rendition before erasing, because erased cells take its background.
        let mut bytes = b"\x1b[r\x1b[m\x1b[2J".to_vec();
        let width = usize::from(to.buffer.area.width);
        let blank = vec![Slot::empty(); width];
        let mut encoder = Encoder::new(width);
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
        let (begin, end) = if self.synchronized { SYNC } else { (&b""[..], &b""[..]) };
        out.extend_from_slice(begin);
        out.extend_from_slice(bytes);
        out.extend_from_slice(end);
    }
}

/// Repairs row by row what differs, and leaves the cursor where it is to be.
fn difference<'g, 'a: 'g>(from: impl Iterator<Item = &'g [Slot<'a>]>, to: &Grid) -> Vec<u8> {
    let mut encoder = Encoder::new(to.width());
    for (y, (old, new)) in from.zip(to.rows()).enumerate() {
        if old != new {
            encoder.row(y, new, &dirty::columns(old, new));
        }
    }
    encoder.finish(to.cursor())
}

/// The shortest of the promising scrolls, each with the repair of what it leaves wrong.
fn scrolled(from: &Grid, to: &Grid) -> Option<Vec<u8>> {
    let blank = from.blank_row();
    scroll_search::candidates(from, to)
        .into_iter()
        .map(|scroll| {
            let mut bytes = scroll.bytes(to.height());
            bytes.extend(difference(from.scrolled(scroll, &blank), to));
            bytes
        })
        .min_by_key(Vec::len)
}
