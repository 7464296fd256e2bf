//! A buffer as a terminal would show it: every column settled, nothing in it that a terminal would
//! obey.

use ratatui::buffer::Cell;

use crate::base::{CLUSTER, cluster_columns, cut, drives};

use super::cursor::Cursor;
use super::frame::Frame;
use super::means::Means;
use super::rendition::Rendition;
use super::scroll::Scroll;
use super::slot::Slot;

/// What stands where a cell held a control character.
const REPLACEMENT: &str = "?";

/// The symbol of a cell, safe to write, and the columns it covers.
fn settle(cell: &Cell, room: usize) -> (&str, usize) {
    let symbol = cell.symbol();
    if let [b' '..=b'~'] = symbol.as_bytes() {
        return (symbol, 1); // By far the most.
    }
    let symbol = symbol.char_indices().nth(CLUSTER).map_or(symbol, |(end, _)| cut(symbol, ..end));
    if symbol.contains(drives) {
        return (REPLACEMENT, 1);
    }
    let span = cluster_columns(symbol);
    // Half a wide symbol cannot be shown, and one without width would land on its neighbour.
    if span == 0 || span > room {
        return (" ", 1);
    }
    (symbol, span)
}

/// A screen, row by row.
#[derive(Debug, Clone)]
pub(super) struct Grid<'a> {
    width: usize,
    rows: Vec<Vec<Slot<'a>>>,
    /// Row and column that the cursor is left at.
    cursor: Option<(usize, usize)>,
}

impl<'a> Grid<'a> {
    /// Settles a frame's cells.
    pub(super) fn new(frame: Frame<'a>) -> Self {
        let width = usize::from(frame.buffer.area.width);
        let cursor = frame.cursor.map(|at| (usize::from(at.y), usize::from(at.x)));
        Self { width, rows: rows(frame).collect(), cursor }
    }

    /// Where the cursor is left, if that matters: row, column, and what the row shows.
    pub(super) fn cursor(&self) -> Option<(usize, usize, &[Slot<'a>])> {
        let (y, x) = self.cursor?;
        Some((y, x, self.rows.get(y)?))
    }

    /// Whether all columns show the same, wherever the cursor is.
    pub(super) fn shows_the_same(&self, other: &Self) -> bool {
        self.rows == other.rows
    }

    /// The bytes that bring the cursor from where this leaves it to where `to` does, if it moves.
    pub(super) fn cursor_to(&self, to: &Self, means: Means) -> Vec<u8> {
        let place = to.cursor().filter(|_| self.cursor != to.cursor);
        place.map_or_else(Vec::new, |(y, x, row)| {
            Cursor::default().go(y, x, row, Rendition::DEFAULT, means)
        })
    }

    /// The rows of this screen after the terminal has moved a band of them; `blank` is an empty one.
    pub(super) fn scrolled<'g>(
        &'g self,
        scroll: Scroll,
        blank: &'g [Slot<'a>],
    ) -> impl Iterator<Item = &'g [Slot<'a>]> {
        (0..self.rows.len()).map(move |y| {
            let row = scroll.source(y).and_then(|source| self.rows.get(source));
            row.map_or(blank, Vec::as_slice)
        })
    }

    /// An empty row.
    pub(super) fn blank_row(&self) -> Vec<Slot<'a>> {
        vec![Slot::empty(); self.width]
    }

    /// Columns.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &[Slot<'a>]> {
        self.rows.iter().map(Vec::as_slice)
    }
}

/// Settles a frame's cells, row by row.
fn rows(frame: Frame<'_>) -> impl Iterator<Item = Vec<Slot<'_>>> {
    let width = usize::from(frame.buffer.area.width).max(1);
    frame.buffer.content.chunks(width).enumerate().map(move |(y, cells)| {
        let mut row = settle_row(cells);
        for (columns, address) in frame.hyperlinks.into_iter().flat_map(|links| links.row(y)) {
            for slot in row.get_mut(columns).into_iter().flatten() {
                slot.link(address);
            }
        }
        row
    })
}

fn settle_row(cells: &[Cell]) -> Vec<Slot<'_>> {
    let mut row = Vec::with_capacity(cells.len());
    while let Some(cell) = cells.get(row.len()) {
        let x = row.len();
        let rendition = Rendition::of(cell);
        let (mut symbol, mut span) = settle(cell, cells.len() - x);
        // Something drawn over the right half, a popup's border say: the left half cannot stay.
        if span > 1
            && cells.get(x + 1..x + span).is_some_and(|covered| covered.iter().any(has_text))
        {
            (symbol, span) = (" ", 1);
        }
        row.push(Slot::new(symbol, span, rendition));
        if span > 1 {
            row.extend(std::iter::repeat_n(Slot::new("", 0, rendition), span - 1));
        }
    }
    row
}

fn has_text(cell: &Cell) -> bool {
    !matches!(cell.symbol(), "" | " ")
}
