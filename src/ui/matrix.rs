//! The matrix: heads that stay, cells that scroll.

use crate::app::{Cell, Matrix};
use crate::desk::{Area, Screen};
use crate::text::{columns, fit};
use crate::theme::Scope;

use super::drawn::RowKey;
use super::pen::Pen;
use super::words;

pub(super) fn draw(matrix: &Matrix, screen: &Screen, area: Area, on_top: bool, pen: &mut Pen) {
    if let Some(words) = matrix.lacks() {
        pen.text(area.x, area.y + 1, area.width, words, Scope::Dim);
        pen.read_at(area.x, area.y + 1);
        return;
    }
    let (names, cell) = matrix.widths();
    for (n, (head, read, current)) in matrix.columns().enumerate() {
        let x = area.x + names + u16::try_from(n).unwrap_or(0) * cell;
        let scope = if current { Scope::Strong } else { Scope::Dim };
        let mark = if read { pen.mark("✓", "+") } else { "" };
        right(&format!("{mark}{}", head.short), x, area.y, cell, scope, pen);
    }
    for ((head, cells, current), y) in matrix.rows().zip(area.y + 1..area.y + area.height) {
        row_name(&head.name, head.weight, Area { y, width: names, ..area }, current, pen);
        for (n, ((_, _, marked), what)) in matrix.columns().zip(cells).enumerate() {
            let x = area.x + names + u16::try_from(n).unwrap_or(0) * cell;
            let words = cell_words(*what, pen);
            chosen_cell(&words, x, y, cell, current && marked && on_top, pen);
        }
    }
    scroll(matrix, area, pen);
    more(matrix, screen, area, names, pen);
    if matrix.is_roomy() {
        said(matrix, area, pen);
    }
}

/// The rows scroll, with the mark before them; the heads above stay, and the arrows beside.
fn scroll(matrix: &Matrix, area: Area, pen: &mut Pen) {
    let rows = (matrix.first_row()..).zip(matrix.rows()).map(|(at, _)| RowKey::new(at, 0));
    let x = area.x.saturating_sub(2);
    let width = (area.x + area.width + 1).saturating_sub(x);
    pen.scrolls(Area { x, width, ..area.below(1) }, rows);
}

fn row_name(name: &str, weight: usize, area: Area, current: bool, pen: &mut Pen) {
    let weight = weight.to_string();
    let room = usize::from(area.width).saturating_sub(columns(&weight) + 2);
    let scope = if current { Scope::Strong } else { Scope::Text };
    let mark = if current { pen.mark("▌", ">") } else { " " };
    pen.text(area.x.saturating_sub(2), area.y, 1, mark, Scope::Accent);
    let words = fit(name, room, pen.ellipsis());
    let x = pen.text(area.x, area.y, area.width, &words, scope);
    pen.text(x + 1, area.y, area.width, &weight, Scope::Dim);
}

/// A count; a dot for none. What was read has a mark before it.
fn cell_words(cell: Cell, pen: &Pen) -> String {
    match cell {
        cell if cell.count() == 0 => pen.mark("·", ".").to_owned(),
        cell if cell.is_read() => format!("{} {}", pen.mark("✓", "+"), cell.count()),
        cell => cell.count().to_string(),
    }
}

/// A cell, flush right. The chosen one is reversed.
fn chosen_cell(words: &str, x: u16, y: u16, width: u16, chosen: bool, pen: &mut Pen) {
    let is_count = words.contains(|c: char| c.is_ascii_digit());
    let scope = if is_count { Scope::Text } else { Scope::Dim };
    if !chosen {
        right(words, x, y, width, scope, pen);
        return;
    }
    let style = pen.theme.chosen(pen.theme.style(scope));
    let words = format!(" {words} ");
    let wide = u16::try_from(columns(&words)).unwrap_or(0).min(width);
    pen.styled(x + width + 1 - wide, y, wide, &words, style);
    // The count itself, behind the blank that is reversed with it.
    pen.read_at(x + width + 2 - wide, y);
}

fn right(words: &str, x: u16, y: u16, width: u16, scope: Scope, pen: &mut Pen) {
    let words = fit(words, usize::from(width) - 1, pen.ellipsis());
    let wide = u16::try_from(columns(&words)).unwrap_or(0);
    pen.text(x + width - wide, y, wide, &words, scope);
}

/// Small arrows where there is more: above and below in the rows that stay, if there are such.
fn more(matrix: &Matrix, screen: &Screen, area: Area, names: u16, pen: &mut Pen) {
    let [above, below, left, right] = matrix.more();
    let below_cells = if matrix.is_roomy() { 3 } else { 1 };
    let last = area.y + area.height.saturating_sub(below_cells);
    let end = area.x + area.width;
    for (on, x, y, marks) in [
        (above, end + 1, screen.rule_above(area).unwrap_or(area.y + 1), ("▴", "^")),
        (below, end + 1, last, ("▾", "v")),
        (left, area.x + names, area.y, ("◂", "<")),
        (right, end + 1, area.y, ("▸", ">")),
    ] {
        if on {
            pen.text(x, y, 1, pen.mark(marks.0, marks.1), Scope::Dim);
        }
    }
}

/// What the cell under the cursor is, in the last rows.
fn said(matrix: &Matrix, area: Area, pen: &mut Pen) {
    let Some((row, column, cell)) = matrix.cell() else { return };
    let y = (area.y + area.height).saturating_sub(2);
    let together = words::together(cell);
    let words = words::row_and_column(&row.name, &column.name, pen.theme.utf8());
    let room = usize::from(area.width);
    pen.text(area.x, y, area.width, &fit(&words, room, pen.ellipsis()), Scope::Strong);
    pen.text(area.x, y + 1, area.width, &together, Scope::Dim);
}
