//! Lines side by side in columns where they fit, one below the other where they do not.

use super::{Face, Line, Role, Segment, columns};

/// The narrowest of two columns that is still read with ease, in columns of the screen.
const NARROWEST_OF_TWO: usize = 34;
/// The narrowest of three or more.
const NARROWEST_OF_MORE: usize = 38;
/// What stands between two columns: a blank, a rule and a blank.
const BETWEEN: usize = 3;

/// How many columns of text there is room for in `width` columns of the screen; at least one.
pub(crate) fn room_for(width: usize) -> usize {
    let fit = |narrowest: usize| (width + BETWEEN) / (narrowest + BETWEEN);
    match fit(NARROWEST_OF_MORE) {
        more @ 3.. => more,
        _ => fit(NARROWEST_OF_TWO).clamp(1, 2),
    }
}

/// The columns of the screen that `number` columns of text take, each as wide as `measure`.
pub(crate) fn width_of(number: usize, measure: usize) -> usize {
    (measure + BETWEEN).saturating_mul(number).saturating_sub(BETWEEN)
}

/// The columns of the screen that each of `number` columns of text has in `width`.
pub(super) fn column_width(width: usize, number: usize) -> usize {
    ((width + BETWEEN) / number.max(1)).saturating_sub(BETWEEN)
}

/// The columns of the screen that `width` has left behind a first column of `first`, which is narrower
/// than the others.
pub(crate) fn behind(first: usize, width: usize) -> usize {
    width.saturating_sub(first + BETWEEN)
}

/// How many columns of at least `narrowest` fit into `width` columns of the screen; at least one.
pub(crate) fn fitting(narrowest: usize, width: usize) -> usize {
    ((width + BETWEEN) / (narrowest + BETWEEN)).max(1)
}

/// The lines of each column, which has its width beside it, level with each other, and `rule` between
/// them.
pub(super) fn abreast(cells: Vec<(usize, Vec<Line>)>, rule: &'static str) -> Vec<Line> {
    let rows = cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    let mut rows = vec![Line::default(); rows];
    let mut end = 0;
    for (at, (width, column)) in cells.into_iter().enumerate() {
        let mut lines = column.into_iter();
        for row in &mut rows {
            if at > 0 {
                push_rule(row, rule, end);
            }
            let line = lines.next().unwrap_or_default();
            row.width += line.width;
            row.segments.extend(line.segments);
        }
        end += width + if at > 0 { BETWEEN } else { 0 };
    }
    rows.iter_mut().for_each(unplaced);
    rows
}

/// The lines of each cell, and a blank row between two cells.
pub(super) fn below_each_other(cells: Vec<Vec<Line>>) -> Vec<Line> {
    let mut lines = Vec::new();
    for cell in cells {
        if !lines.is_empty() && !cell.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(cell);
    }
    lines.iter_mut().for_each(unplaced);
    lines
}

/// Fills a row up to column `end`, and puts the rule behind it.
fn push_rule(row: &mut Line, rule: &str, end: usize) {
    let blank = " ".repeat((end + 1).saturating_sub(row.width));
    for (words, face) in
        [(blank.as_str(), Face::default()), (rule, Role::Faint.into()), (" ", Face::default())]
    {
        row.width += columns(words);
        row.segments.push(Segment { words: words.to_owned(), range: 0..0, face, link: None });
    }
}

/// The words of a row are of several texts, so their places in one mean nothing.
fn unplaced(line: &mut Line) {
    for segment in &mut line.segments {
        segment.range = 0..0;
    }
}
