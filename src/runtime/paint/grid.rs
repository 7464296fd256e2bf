//! A buffer as a terminal would show it: every column settled, nothing in it that a terminal would
//! obey.

use ratatui::buffer::Cell;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Picture;
use super::scroll::Scroll;
use super::style::Pen;
use crate::base::drives;

/// What stands where a cell held a control character.
const REPLACEMENT: &str = "?";

/// Halfwidth dakuten and handakuten: no width by Unicode, one column on terminals and in ratatui.
const SOUND_MARKS: [char; 2] = ['\u{ff9e}', '\u{ff9f}'];

/// One column of one row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot<'a> {
    /// The text to write; empty in the columns that a wide symbol to the left covers.
    pub(super) symbol: &'a str,
    /// Columns that the symbol covers; 0 where another covers this one.
    pub(super) span: usize,
    /// The pen to write it with.
    pub(super) pen: Pen<'a>,
    /// The symbol as a number, to compare and to recognise it fast: see [`key`] and [`EMPTY`].
    pub(super) key: u64,
}

impl PartialEq for Slot<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
            && (self.is_empty()
                || self.pen == other.pen
                    && self.span == other.span
                    && (self.key != LONG || self.symbol == other.symbol))
    }
}

impl Eq for Slot<'_> {}

/// The key of a symbol of more than seven bytes, which alone does not tell it from others.
const LONG: u64 = u64::MAX;

/// A symbol of up to seven bytes as one number: its bytes, and its length in the highest.
fn key(symbol: &str) -> u64 {
    let bytes = symbol.as_bytes();
    if bytes.len() > 7 {
        return LONG;
    }
    bytes.iter().fold(bytes.len() as u64, |key, byte| key << 8 | u64::from(*byte))
}

/// The key of a space.
const BLANK: u64 = 1 << 8 | b' ' as u64;

/// The key of a space of the default pen, as most of a screen is: all of them are equal.
const EMPTY: u64 = LONG - 1;

impl<'a> Slot<'a> {
    fn new(symbol: &'a str, span: usize, pen: Pen<'a>) -> Self {
        let mut slot = Self { symbol, span, pen, key: key(symbol) };
        if slot.key == BLANK {
            slot.pen = pen.on_blank();
            if slot.pen == Pen::DEFAULT {
                slot.key = EMPTY;
            }
        }
        slot
    }

    /// Lets this lead to `address`.
    fn link(&mut self, address: &'a str) {
        *self = Self::new(self.symbol, self.span, self.pen.linked(address));
    }

    /// What a cleared terminal shows.
    pub(super) fn empty() -> Self {
        Self::new(" ", 1, Pen::DEFAULT)
    }

    /// Whether this is a space, of whatever background.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self.key, BLANK | EMPTY)
    }

    /// Whether erasing gives this slot: a space of the default background.
    pub(super) fn is_empty(&self) -> bool {
        self.key == EMPTY
    }

    /// The most columns that some terminal may advance for this symbol, where terminals disagree:
    /// joined emoji, presentation selectors, flags, and emoji newer than the terminal's tables.
    pub(super) fn disputed(&self) -> Option<usize> {
        if self.symbol.is_ascii() {
            return None;
        }
        let mut chars = self.symbol.chars();
        let first = chars.next()?;
        let marks = chars.clone().all(|c| c.width() == Some(0) && !joins(c));
        let agreed = marks && first.width() == Some(self.span) && !('\u{1f000}'..).contains(&first);
        if agreed {
            return None;
        }
        let most = self.symbol.chars().map(|c| c.width().unwrap_or(1).max(1));
        Some(most.sum::<usize>().max(self.span))
    }
}

/// Zero width joiner and variation selectors: what they do to a cluster's width is not agreed.
fn joins(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{ff9e}' | '\u{ff9f}')
}

/// The symbol of a cell, safe to write, and the columns it covers.
fn settle(cell: &Cell, room: usize) -> (&str, usize) {
    let symbol = cell.symbol();
    if let [b' '..=b'~'] = symbol.as_bytes() {
        return (symbol, 1); // By far the most.
    }
    if symbol.contains(drives) {
        return (REPLACEMENT, 1);
    }
    let span = symbol.width() + symbol.matches(SOUND_MARKS).count();
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
}

impl<'a> Grid<'a> {
    /// Settles a picture's cells.
    pub(super) fn new(picture: Picture<'a>) -> Self {
        Self { width: usize::from(picture.buffer.area.width), rows: rows(picture).collect() }
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

/// Settles a picture's cells, row by row.
pub(super) fn rows(picture: Picture<'_>) -> impl Iterator<Item = Vec<Slot<'_>>> {
    let width = usize::from(picture.buffer.area.width).max(1);
    picture.buffer.content.chunks(width).enumerate().map(move |(y, cells)| {
        let mut row = settle_row(cells);
        for (columns, address) in picture.links.into_iter().flat_map(|links| links.row(y)) {
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
        let pen = Pen::of(cell);
        let (mut symbol, mut span) = settle(cell, cells.len() - x);
        // Something drawn over the right half, a popup's border say: the left half cannot stay.
        if span > 1
            && cells.get(x + 1..x + span).is_some_and(|covered| covered.iter().any(has_text))
        {
            (symbol, span) = (" ", 1);
        }
        row.push(Slot::new(symbol, span, pen));
        if span > 1 {
            row.extend(std::iter::repeat_n(Slot::new("", 0, pen), span - 1));
        }
    }
    row
}

fn has_text(cell: &Cell) -> bool {
    !matches!(cell.symbol(), "" | " ")
}
