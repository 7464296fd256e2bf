//! A table as a sheet: an element for each row, which is set in columns where they fit.

use std::sync::Arc;

use crate::model::{Table, Text};

use super::element::TableRow;
use super::table_columns::{RowPlace, TableColumns};
use super::{Element, Face, Origin, Rich, Role, Sheet, Typesetting, words};

impl Typesetting<'_> {
    /// Adds a table.
    pub(super) fn table(&self, sheet: &mut Sheet, table: &Table) {
        let Table { caption, columns, align: _, rows } = table;
        let mut logical = 0;
        if self.glyphs.are_spoken() {
            let said = words::table_of(rows.len());
            sheet.push(Element::new(Rich::new(&said, Role::Label)));
        }
        if let Some(caption) = caption {
            let rich = strong(sheet.rich(caption, Role::Body));
            sheet.push(Element::new(rich).from(placed(caption, &mut logical)));
        }
        if self.glyphs.are_spoken() {
            return tell(sheet, table, logical);
        }
        let shared = Arc::new(TableColumns::new(table, self.glyphs.rule));
        let mut row = |cells: &[Text], place: RowPlace| {
            let mut rich = Rich::default();
            for (at, cell) in cells.iter().enumerate() {
                if at > 0 {
                    rich.push("\n", Role::Body);
                }
                let mut words = sheet.rich(cell, Role::Body);
                // A line feed is where a cell ends.
                words.plain = words.plain.replace('\n', " ");
                rich.append(words);
            }
            let rich = if place == RowPlace::Head { strong(rich) } else { rich };
            let origin = Origin::Text { at: 0, logical, len: rich.plain.len() };
            logical += rich.plain.len() + 1;
            let row = TableRow { columns: Arc::clone(&shared), place };
            if cells.iter().any(|cell| !cell.is_empty()) {
                sheet.push(Element { row: Some(row), ..Element::new(rich) }.from(origin));
            }
        };
        row(columns, RowPlace::Head);
        for (at, cells) in rows.iter().enumerate() {
            row(cells, if at == 0 { RowPlace::First } else { RowPlace::Further });
        }
    }
}

/// Adds the cells one by one, each behind its row and its column. The first text of the head begins at byte
/// `logical` of what the block says.
fn tell(sheet: &mut Sheet, table: &Table, mut logical: usize) {
    for column in &table.columns {
        placed(column, &mut logical);
    }
    for (number, row) in (1..).zip(&table.rows) {
        for (column, cell) in table.columns.iter().zip(row) {
            let lead = words::cell(number, &column.plain.replace('\n', " "));
            let mut rich = sheet.rich(cell, Role::Body);
            rich.plain = rich.plain.replace('\n', " ");
            let origin = placed(cell, &mut logical);
            sheet.push(Element::new(rich).hung(&lead, Role::Faint).from(origin));
        }
    }
}

/// Where a text stands that begins at byte `logical` of what its block says, and goes on from there.
fn placed(text: &Text, logical: &mut usize) -> Origin {
    let origin = Origin::Text { at: 0, logical: *logical, len: text.plain.len() };
    *logical += text.plain.len() + 1;
    origin
}

fn strong(mut rich: Rich) -> Rich {
    for run in &mut rich.runs {
        run.face = Face { strong: true, ..run.face };
    }
    rich
}
