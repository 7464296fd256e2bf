//! Texts side by side in columns where they fit, one below the other where they do not.

use super::sheet::stacked;
use super::{Element, Face, Line, Measure, Role, Segment};

/// The narrowest of two columns that is still read with ease, in columns of the screen.
const NARROWEST_OF_TWO: usize = 34;
/// The narrowest of three or more.
const NARROWEST_OF_MORE: usize = 38;
/// What stands between two columns: a blank, a rule and a blank.
const BETWEEN: usize = 3;

/// Small stacks of elements, each in a column of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// What stands in each column, from left to right.
    pub cells: Vec<Vec<Element>>,
    /// The rule between the columns, one column wide.
    pub rule: &'static str,
}

/// How many columns of text there is room for in `width` columns of the screen; at least one.
pub fn room_for(width: usize) -> usize {
    let fit = |narrowest: usize| (width + BETWEEN) / (narrowest + BETWEEN);
    match fit(NARROWEST_OF_MORE) {
        more @ 3.. => more,
        _ => fit(NARROWEST_OF_TWO).clamp(1, 2),
    }
}

/// The columns of the screen that `number` columns of text take, each as wide as `measure`.
pub fn width_of(number: usize, measure: usize) -> usize {
    (measure + BETWEEN).saturating_mul(number).saturating_sub(BETWEEN)
}

impl Beside {
    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }

    pub(super) fn lay(&self, measure: &Measure) -> Vec<Line> {
        let number = self.cells.len();
        if room_for(measure.width) < number {
            return self.lay_below_each_other(measure);
        }
        let width = (measure.width + BETWEEN) / number.max(1) - BETWEEN;
        let inner = Measure { width, ..*measure };
        let columns: Vec<Vec<Line>> = self.cells.iter().map(|cell| stacked(cell, &inner)).collect();
        let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
        let mut rows = vec![Line::default(); rows];
        for (at, column) in columns.into_iter().enumerate() {
            let mut lines = column.into_iter();
            for row in &mut rows {
                if at > 0 {
                    self.rule(row, at * (width + BETWEEN) - BETWEEN);
                }
                let line = lines.next().unwrap_or_default();
                row.width += line.width;
                row.segments.extend(line.segments);
            }
        }
        rows.iter_mut().for_each(unplaced);
        rows
    }

    fn lay_below_each_other(&self, measure: &Measure) -> Vec<Line> {
        let mut lines = Vec::new();
        for cell in &self.cells {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.extend(stacked(cell, measure));
        }
        lines.iter_mut().for_each(unplaced);
        lines
    }

    /// Fills a row up to column `end`, and puts the rule behind it.
    fn rule(&self, row: &mut Line, end: usize) {
        let blank = " ".repeat((end + 1).saturating_sub(row.width));
        for (words, face) in [
            (blank.as_str(), Face::default()),
            (self.rule, Role::Faint.into()),
            (" ", Face::default()),
        ] {
            row.width += super::columns(words);
            row.segments.push(Segment { words: words.to_owned(), range: 0..0, face, link: None });
        }
    }
}

/// The words of a row are of several texts, so their places in one mean nothing.
fn unplaced(line: &mut Line) {
    for segment in &mut line.segments {
        segment.range = 0..0;
    }
}
