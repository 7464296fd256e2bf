//! Rows as bytes: what is written so far, and the terminal's rendition and cursor after it.

use super::cursor::Cursor;
use super::means::Means;
use super::rendition::Rendition;
use super::sequence::control;
use super::slot::Slot;

/// Erase to the end of the row (EL 0).
const ERASE_LINE: &[u8] = b"\x1b[K";

/// Writes rows; see [`Encoder::row`].
pub(super) struct Encoder<'a> {
    width: usize,
    means: Means,
    out: Vec<u8>,
    rendition: Rendition<'a>,
    cursor: Cursor,
}

impl<'a> Encoder<'a> {
    /// An encoder of so many columns, with the default rendition and the cursor anywhere.
    pub(super) fn new(width: usize, means: Means) -> Self {
        let (rendition, cursor) = (Rendition::DEFAULT, Cursor::default());
        Self { width, means, out: Vec::new(), rendition, cursor }
    }

    /// The bytes, with the cursor brought to a row, a column of it, and what it shows, and the rendition back at its
    /// default.
    pub(super) fn finish(mut self, cursor: Option<(usize, usize, &[Slot<'a>])>) -> Vec<u8> {
        if let Some((y, x, row)) = cursor {
            self.go(y, x, row);
        }
        self.out.extend(self.rendition.change(Rendition::DEFAULT));
        self.out
    }

    /// Writes those columns of row `y` that are marked dirty.
    pub(super) fn row(&mut self, y: usize, row: &[Slot<'a>], dirty: &[bool]) {
        let next_from = |x: usize| (x..row.len()).find(|x| dirty.get(*x) == Some(&true));
        let last = dirty.iter().rposition(|dirty| *dirty);
        let mut x = 0;
        while let (Some(start), Some(last)) = (next_from(x), last) {
            let Some(slot) = row.get(start) else { return };
            let empty = empty_run(row, start);
            // Columns worth blanking: clean ones at the end of the run need no write.
            let blanks = empty.min(last + 1 - start);
            // No sequence that erases is shorter than this one.
            if blanks > ERASE_LINE.len() {
                if start + empty == self.width {
                    self.erase(y, start, row, ERASE_LINE);
                    return;
                }
                let erase = control(blanks, b'X');
                if self.means.erase
                    && blanks > erase.len()
                    && pays(erase.len(), start, blanks, next_from)
                {
                    self.erase(y, start, row, &erase);
                    x = start + blanks;
                    continue;
                }
            }
            self.write(y, start, row, slot);
            x = start + slot.span.max(1);
        }
    }

    /// Writes one symbol at column `x`.
    fn write(&mut self, y: usize, x: usize, row: &[Slot<'a>], slot: &Slot<'a>) {
        self.go(y, x, row);
        self.take(slot);
        if !slot.is_disputed() {
            self.out.extend_from_slice(slot.symbol.as_bytes());
            self.advance(x + slot.span);
            return;
        }
        // Blank its columns first: a terminal that draws it narrower would leave what was there. In which of
        // them the cursor stands afterwards nobody knows.
        self.out.extend(std::iter::repeat_n(b' ', slot.span));
        self.cursor.column = None;
        self.go(y, x, row);
        self.out.extend_from_slice(slot.symbol.as_bytes());
        self.cursor.column = None;
    }

    /// Erases from column `x` on; the cursor stays.
    fn erase(&mut self, y: usize, x: usize, row: &[Slot<'a>], erase: &[u8]) {
        self.go(y, x, row);
        self.take(&Slot::empty());
        self.out.extend_from_slice(erase);
    }

    fn go(&mut self, y: usize, x: usize, row: &[Slot<'a>]) {
        if (self.cursor.row, self.cursor.column) == (Some(y), Some(x)) {
            return; // By far the most calls.
        }
        self.out.extend(self.cursor.go(y, x, row, self.rendition, self.means));
        self.cursor = Cursor { row: Some(y), column: Some(x) };
    }

    /// Sets the rendition that a slot needs.
    fn take(&mut self, slot: &Slot<'a>) {
        if slot.rendition == self.rendition {
            return; // By far the most calls.
        }
        let mut rendition = self.rendition.for_cell(slot.rendition, slot.is_blank());
        let mut codes = self.rendition.change(rendition);
        if slot.is_blank() && !codes.is_empty() {
            // A space does not show the colour that `for_cell` keeps: drop it where that is shorter.
            let plain = self.rendition.change(slot.rendition);
            if plain.len() <= codes.len() {
                (rendition, codes) = (slot.rendition, plain);
            }
        }
        self.out.extend(codes);
        self.rendition = rendition;
    }

    fn advance(&mut self, column: usize) {
        self.cursor.column = Some(column).filter(|column| *column < self.width);
    }
}

/// How many columns from `start` on are empty in a row.
fn empty_run(row: &[Slot], start: usize) -> usize {
    let run = row.iter().skip(start).take_while(|slot| slot.is_empty());
    run.count()
}

/// Whether erasing `blanks` columns in `erase` bytes (ECH) is shorter than writing spaces, counting
/// the way to the next column to write: ECH leaves the cursor where it was.
fn pays(
    erase: usize,
    start: usize,
    blanks: usize,
    next_from: impl Fn(usize) -> Option<usize>,
) -> bool {
    let end = start + blanks;
    let Some(next) = next_from(end) else {
        return true;
    };
    let step = |columns: usize| match columns {
        0 => 0,
        n => control(n, b'C').len().min(n),
    };
    erase + step(next - start) < blanks + step(next - end)
}
