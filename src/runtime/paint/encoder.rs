//! Rows as bytes: what is written so far, and the terminal's rendition and cursor after it.

use super::cursor::{Cursor, CursorPlace};
use super::interner::Interner;
use super::means::Means;
use super::rendition::Rendition;
use super::sequence::{control, control_len, shorter};
use super::slot::Slot;

/// Erase to the end of the row (EL 0).
const ERASE_LINE: &[u8] = b"\x1b[K";

/// Writes rows; see [`Encoder::row`].
pub(super) struct Encoder<'a> {
    means: Means,
    texts: &'a Interner,
    out: &'a mut Vec<u8>,
    rendition: Rendition,
    cursor: Cursor,
}

impl<'a> Encoder<'a> {
    /// An encoder that appends to `out`, with the default rendition and the cursor anywhere.
    pub(super) fn new(means: Means, texts: &'a Interner, out: &'a mut Vec<u8>) -> Self {
        let (rendition, cursor) = (Rendition::DEFAULT, Cursor::default());
        Self { means, texts, out, rendition, cursor }
    }

    /// Brings the cursor to a row, a column of it, and what it shows, and the rendition back to its default.
    pub(super) fn finish(mut self, cursor: Option<(usize, usize, &[Slot])>) {
        if let Some((y, x, row)) = cursor {
            self.go(y, x, row);
        }
        self.rendition.change(Rendition::DEFAULT, self.texts, self.out);
    }

    /// Turns row `y`, which shows `old`, into `row`.
    ///
    /// Writing over half a wide symbol makes the terminal blank the other half. That needs no care here:
    /// a column that a symbol covers equals only a column covered in the same way, so where an old symbol
    /// gives way all its columns either differ or are covered by the new symbol that is written.
    /// Nor does a cluster that terminals draw in different widths: it covers the most that any of them takes.
    pub(super) fn row(&mut self, y: usize, old: &[Slot], row: &[Slot]) {
        let Some(last) = old.iter().zip(row).rposition(|(old, new)| old != new) else { return };
        let next_from = |x: usize| {
            let mut pairs = old.iter().zip(row).skip(x);
            pairs.position(|(old, new)| old != new).map(|columns| x + columns)
        };
        let mut x = 0;
        while let Some(start) = next_from(x) {
            let Some(slot) = row.get(start) else { return };
            let empty = empty_run(row, start);
            // Columns worth blanking: clean ones at the end of the run need no write.
            let blanks = empty.min(last + 1 - start);
            // No sequence that erases is shorter than this one.
            if blanks > ERASE_LINE.len() {
                if start + empty == row.len() {
                    self.erase(y, start, row);
                    self.out.extend_from_slice(ERASE_LINE);
                    return;
                }
                if self.means.erase && pays(start, blanks, next_from) {
                    self.erase(y, start, row);
                    control(blanks, b'X', self.out);
                    x = start + blanks;
                    continue;
                }
            }
            self.write(y, start, row, slot);
            x = start + slot.span().max(1);
        }
    }

    /// Writes one symbol at column `x`.
    fn write(&mut self, y: usize, x: usize, row: &[Slot], slot: &Slot) {
        self.go(y, x, row);
        self.take(slot);
        if !slot.symbol.is_disputed(self.texts) {
            slot.symbol.write(self.texts, self.out);
            let column = x + slot.span();
            self.cursor.column = Some(column).filter(|column| *column < row.len());
            return;
        }
        // Blank its columns first: a terminal that draws it narrower would leave what was there. In which of
        // them the cursor stands afterwards nobody knows.
        self.out.extend(std::iter::repeat_n(b' ', slot.span()));
        self.cursor.column = None;
        self.go(y, x, row);
        slot.symbol.write(self.texts, self.out);
        self.cursor.column = None;
    }

    /// Prepares to erase from column `x` on, where the cursor stays.
    fn erase(&mut self, y: usize, x: usize, row: &[Slot]) {
        self.go(y, x, row);
        self.take(&Slot::EMPTY);
    }

    fn go(&mut self, y: usize, x: usize, row: &[Slot]) {
        if (self.cursor.row, self.cursor.column) == (Some(y), Some(x)) {
            return; // By far the most calls.
        }
        let to = CursorPlace { row: y, column: x, slots: row, rendition: self.rendition };
        self.cursor.go(to, self.means, self.texts, self.out);
        self.cursor = Cursor { row: Some(y), column: Some(x) };
    }

    /// Sets the rendition that a slot needs.
    fn take(&mut self, slot: &Slot) {
        let (now, plain) = (self.rendition, slot.rendition);
        if plain == now {
            return; // By far the most calls.
        }
        let lasting = now.for_cell(plain, slot.is_blank());
        self.rendition = lasting;
        if lasting == now {
            return;
        }
        if lasting == plain {
            return now.change(plain, self.texts, self.out);
        }
        // A space does not show the colour that `for_cell` keeps: drop it where that is no longer.
        let (plainly, lastingly) = (
            |out: &mut Vec<u8>| now.change(plain, self.texts, out),
            |out: &mut Vec<u8>| now.change(lasting, self.texts, out),
        );
        if shorter(self.out, plainly, lastingly) {
            self.rendition = plain;
        }
    }
}

/// How many columns from `start` on are empty in a row.
fn empty_run(row: &[Slot], start: usize) -> usize {
    let run = row.iter().skip(start).take_while(|slot| slot.is_empty());
    run.count()
}

/// Whether erasing `blanks` columns (ECH) is shorter than writing spaces, counting the way to the next column
/// to write: ECH leaves the cursor where it was.
fn pays(start: usize, blanks: usize, next_from: impl Fn(usize) -> Option<usize>) -> bool {
    let erase = control_len(blanks);
    if blanks <= erase {
        return false;
    }
    let end = start + blanks;
    let Some(next) = next_from(end) else {
        return true;
    };
    let step = |columns: usize| match columns {
        0 => 0,
        n => control_len(n).min(n),
    };
    erase + step(next - start) < blanks + step(next - end)
}
