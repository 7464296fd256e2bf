//! The cells of a table, brought to rows of one length.

use super::super::document::{DocumentBlock, Run, Words};

/// How many columns a table has at most; what stands farther right goes into the last.
const COLUMNS: usize = 64;
/// How many cells a table has at most, with those that are empty.
const CELLS: usize = 500_000;
/// How many rows a cell may reach down.
const ROWS: usize = 1000;

/// A table that is being read.
#[derive(Default)]
pub(in crate::import) struct Grid {
    caption: Words,
    rows: Vec<Row>,
    /// How many more rows the cells above reach down, by column.
    reach: Vec<usize>,
    /// The column that the next cell of the row stands in, but for those that reach down.
    column: usize,
}

#[derive(Default)]
struct Row {
    cells: Vec<Words>,
    head: bool,
    /// Whether it has a cell that is no head.
    data: bool,
}

impl Row {
    /// Brings the words that stand beyond `width` columns into the last of them.
    fn narrow(&mut self, width: usize) {
        let beyond = self.cells.split_off(width.min(self.cells.len()));
        if let Some(last) = self.cells.last_mut() {
            for cell in beyond {
                join(last, cell);
            }
        }
    }
}

impl Grid {
    /// What stands over the table or under it.
    pub(in crate::import) fn caption(&mut self, words: Words) {
        join(&mut self.caption, words);
    }

    /// A row begins; `head` says that it stands in the head of the table.
    pub(in crate::import) fn row(&mut self, head: bool) {
        self.rows.push(Row { head, ..Row::default() });
        self.column = 0;
    }

    /// The row stands in the head of the table.
    pub(in crate::import) fn head(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.head = true;
        }
    }

    /// The next cell of the row: it takes up `columns` and `rows`, and its words stand in the first of them.
    pub(in crate::import) fn cell(
        &mut self,
        words: Words,
        head: bool,
        columns: usize,
        rows: usize,
    ) {
        if self.rows.is_empty() {
            self.row(false);
        }
        let Some(row) = self.rows.last_mut() else { return };
        row.data |= !head;
        while let Some(reach) = self.reach.get_mut(self.column).filter(|reach| **reach > 0) {
            *reach -= 1;
            self.column += 1;
        }
        let first = self.column.min(COLUMNS - 1);
        if row.cells.len() <= first {
            row.cells.resize(first + 1, Words::new());
        }
        if let Some(cell) = row.cells.get_mut(first) {
            join(cell, words);
        }
        for column in first..(first + columns.clamp(1, COLUMNS)).min(COLUMNS) {
            if self.reach.len() <= column {
                self.reach.resize(column + 1, 0);
            }
            if let Some(reach) = self.reach.get_mut(column) {
                *reach = rows.clamp(1, ROWS) - 1;
            }
            self.column = column + 1;
        }
    }

    /// The row ends: the cells above that stand behind its last one reach one row less.
    pub(in crate::import) fn end_row(&mut self) {
        for reach in self.reach.iter_mut().skip(self.column) {
            *reach = reach.saturating_sub(1);
        }
    }

    /// The table, or nothing if it has no words.
    pub(in crate::import) fn table(self) -> Option<DocumentBlock> {
        let mut rows: Vec<Row> = self.rows;
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        if width == 0 {
            return (!self.caption.is_empty()).then_some(DocumentBlock::Paragraph(self.caption));
        }
        let width = width.min((CELLS / rows.len()).max(1));
        for row in &mut rows {
            row.narrow(width);
        }
        let heads = rows.iter().take_while(|row| row.head || !row.data).count();
        // A table of heads alone has rows.
        let heads = if heads == rows.len() { heads.min(1) } else { heads };
        let mut columns = if heads == 0 { Vec::new() } else { vec![Words::new(); width] };
        for row in rows.drain(..heads) {
            for (column, cell) in columns.iter_mut().zip(row.cells) {
                join(column, cell);
            }
        }
        let filled = |mut row: Row| {
            row.cells.resize(width, Words::new());
            row.cells
        };
        Some(DocumentBlock::Table {
            caption: self.caption,
            columns,
            rows: rows.into_iter().map(filled).collect(),
        })
    }
}

/// Adds words behind others, with a space between them.
fn join(words: &mut Words, more: Words) {
    if !words.is_empty() && !more.is_empty() {
        words.push(Run { text: " ".to_owned(), ..Run::default() });
    }
    words.extend(more);
}
