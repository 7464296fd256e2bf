//! A buffer as a terminal would show it: every column settled, nothing in it that a terminal would
//! obey.

use std::ops::Range;

use ratatui::buffer::Cell;

use crate::base::{CLUSTER, cluster_columns, cut, drives};
use crate::ui::ScrollArea;

use super::frame::Frame;
use super::interner::Interner;
use super::rendition::Rendition;
use super::scroll::Scroll;
use super::slot::{Slot, Symbol};

/// What stands where a cell held a control character.
const REPLACEMENT: &str = "?";

/// A screen, row by row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    width: usize,
    height: usize,
    /// The columns of the first row, then those of the second, and so on.
    slots: Vec<Slot>,
    /// Row and column that the cursor is left at.
    cursor: Option<(usize, usize)>,
    /// What scrolls, as far as it was said.
    areas: Vec<ScrollArea>,
}

impl Grid {
    /// Takes a frame in the place of what this was.
    pub(super) fn settle(&mut self, frame: Frame, texts: &mut Interner) {
        let size = frame.buffer.area.as_size();
        (self.width, self.height) = (usize::from(size.width), usize::from(size.height));
        self.slots.resize(self.width * self.height, Slot::EMPTY);
        self.cursor = frame.cursor.map(|at| (usize::from(at.y), usize::from(at.x)));
        self.areas.clear();
        self.areas.extend_from_slice(frame.scroll_areas);
        let width = self.width.max(1);
        let rows = self.slots.chunks_mut(width).zip(frame.buffer.content.chunks(width));
        let mut last = (" ", Symbol::BLANK);
        for (y, (row, cells)) in rows.enumerate() {
            last = settle_row(cells, row, last, texts);
            for (columns, address) in frame.hyperlinks.into_iter().flat_map(|links| links.row(y)) {
                let address = texts.number(address);
                for slot in row.get_mut(columns).into_iter().flatten() {
                    slot.link(address);
                }
            }
        }
    }

    /// Whether it has as many rows and columns as another.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (self.width, self.height) == (other.width, other.height)
    }

    /// Whether all columns show the same, wherever the cursor is.
    pub(super) fn shows_the_same(&self, other: &Self) -> bool {
        self.slots == other.slots
    }

    /// Where the cursor is left, if that matters: row, column, and what the row shows.
    pub(super) fn cursor(&self) -> Option<(usize, usize, &[Slot])> {
        let (y, x) = self.cursor?;
        (y < self.height).then(|| (y, x, self.row(y)))
    }

    /// Whether the cursor is left at the same place as in another.
    pub(super) fn leaves_the_cursor_as(&self, other: &Self) -> bool {
        self.cursor == other.cursor
    }

    /// Columns.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    pub(super) fn height(&self) -> usize {
        self.height
    }

    /// What scrolls.
    pub(super) fn areas(&self) -> &[ScrollArea] {
        &self.areas
    }

    /// The columns of row `y`; none of a row that is not there.
    pub(super) fn row(&self, y: usize) -> &[Slot] {
        self.slots.get(y * self.width..(y + 1) * self.width).unwrap_or_default()
    }

    /// Some columns of row `y`; none where they are not all there.
    pub(super) fn part(&self, y: usize, columns: &Range<usize>) -> &[Slot] {
        self.row(y).get(columns.clone()).unwrap_or_default()
    }

    /// Moves rows as the terminal does.
    pub(super) fn scroll(&mut self, scroll: &Scroll) {
        let columns = scroll.columns.clone();
        let place = |y: usize| y * self.width + columns.start..y * self.width + columns.end;
        let move_row = |y: usize| match scroll.source(y) {
            Some(source) => self.slots.copy_within(place(source), place(y).start),
            None => self.slots.get_mut(place(y)).unwrap_or_default().fill(Slot::EMPTY),
        };
        if scroll.by > 0 {
            scroll.rows.clone().for_each(move_row);
        } else {
            scroll.rows.clone().rev().for_each(move_row);
        }
    }
}

/// Settles the cells of one row. `last` is a symbol of one column and its text, which often recurs: most that are
/// no ASCII are rules. Returns the last one after this row.
fn settle_row<'a>(
    cells: &'a [Cell],
    row: &mut [Slot],
    mut last: (&'a str, Symbol),
    texts: &mut Interner,
) -> (&'a str, Symbol) {
    let mut covered = 0;
    let mut left = Rendition::DEFAULT;
    for ((x, cell), slot) in cells.iter().enumerate().zip(row) {
        if covered > 0 {
            covered -= 1;
            *slot = Slot::covered(left);
            continue;
        }
        let text = cell.symbol().as_bytes();
        if let [byte @ b' '..=b'~'] = text
            && Rendition::is_default_for(cell)
        {
            *slot = Slot::plain(*byte);
            continue; // By far the most.
        }
        let rendition = Rendition::of(cell);
        if let [byte @ b' '..=b'~'] = text {
            *slot = Slot::new(Symbol::ascii(*byte), 1, rendition);
            continue;
        }
        if cell.symbol() == last.0 {
            *slot = Slot::new(last.1, 1, rendition);
            continue;
        }
        let (text, span) = settle(cells.get(x..).unwrap_or_default(), cell);
        let symbol = Symbol::new(text, texts);
        *slot = Slot::new(symbol, span, rendition);
        (covered, left) = (span.saturating_sub(1), rendition);
        if span == 1 && text == cell.symbol() {
            last = (text, symbol);
        }
    }
    last
}

/// The symbol of a cell, safe to write, and the columns it covers, of as many as there are from it on.
fn settle<'a>(cells: &[Cell], cell: &'a Cell) -> (&'a str, u8) {
    let symbol = cell.symbol();
    let symbol = symbol.char_indices().nth(CLUSTER).map_or(symbol, |(end, _)| cut(symbol, ..end));
    if symbol.contains(drives) {
        return (REPLACEMENT, 1);
    }
    let span = cluster_columns(symbol);
    // Half a wide symbol cannot be shown, and one without width would land on its neighbour. Nor can the left
    // half stay where something is drawn over the right one, a popup's border say.
    match cells.get(1..span) {
        Some(covered) if !covered.iter().any(has_text) => {
            u8::try_from(span).map_or((" ", 1), |span| (symbol, span))
        }
        _ => (" ", 1),
    }
}

fn has_text(cell: &Cell) -> bool {
    !matches!(cell.symbol(), "" | " ")
}
