//! The columns of a table: how wide they are, and its rows set in them.

use crate::model::{Align, Table};

use super::numbered::longest_word;
use super::{Face, Line, Measure, Rich, Role, Segment, columns, wrap};

/// Between two columns.
const GAP: usize = 2;
/// The longest word that a column makes room for as a whole.
const WORD: usize = 18;
/// How narrow a column may be set, by what its widest cell would take on one line.
const NARROWEST: [(usize, usize); 3] = [(48, WORD), (24, 12), (0, 6)];

/// A column is broken last if its widest cell takes no more than this on one line.
const SHORT: usize = 12;

/// What all rows of a table have in common. All widths are columns of the screen.
#[derive(Debug, PartialEq, Eq)]
pub struct TableColumns {
    /// What stands over them, for who reads a row apart from the others.
    pub(super) names: Vec<String>,
    align: Vec<Align>,
    /// What the widest cell takes on one line.
    widest: Vec<usize>,
    /// How narrow each may be.
    narrowest: Vec<usize>,
    /// The same where those with little in them stay whole: all others are broken before them.
    narrow: Vec<usize>,
    /// What the rule under the head is made of.
    rule: &'static str,
}

/// Which row of a table an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowPlace {
    /// What stands over the columns.
    Head,
    /// The first one under it.
    First,
    /// Any other.
    Further,
}

impl TableColumns {
    pub(super) fn new(table: &Table, rule: &'static str) -> Self {
        let names = table.columns.iter().map(|name| name.plain.replace('\n', " ")).collect();
        let (mut widest, mut words) = (vec![0; table.columns.len()], vec![0; table.columns.len()]);
        for row in std::iter::once(&table.columns).chain(&table.rows) {
            for ((cell, widest), word) in row.iter().zip(&mut widest).zip(&mut words) {
                *widest = columns(&cell.plain).max(*widest);
                *word = longest_word(&cell.plain).max(*word);
            }
        }
        let narrowest = widest.iter().zip(&words).map(|(widest, word)| {
            let least =
                NARROWEST.iter().find(|(over, _)| widest > over).map_or(0, |(_, least)| *least);
            (*word).min(WORD).max(least).min(*widest)
        });
        let narrowest: Vec<usize> = narrowest.collect();
        let whole =
            |(least, widest): (&usize, &usize)| if *widest <= SHORT { *widest } else { *least };
        let narrow = narrowest.iter().zip(&widest).map(whole).collect();
        Self { names, align: table.align.clone(), widest, narrowest, narrow, rule }
    }

    /// How wide each column is in `width` columns of the screen; nothing if they do not fit side by side.
    pub(super) fn fit(&self, width: usize) -> Option<Vec<usize>> {
        let gaps = self.widest.len().saturating_sub(1).saturating_mul(GAP);
        let room = width.checked_sub(gaps)?;
        if self.widest.iter().sum::<usize>() <= room {
            return Some(self.widest.clone());
        }
        let fits = |widths: &&Vec<usize>| widths.iter().sum::<usize>() <= room;
        let mut widths = [&self.narrow, &self.narrowest].into_iter().find(fits)?.clone();
        let mut left = room - widths.iter().sum::<usize>();
        loop {
            let wider = |(width, widest): (&usize, &usize)| width < widest;
            let open = widths.iter().zip(&self.widest).filter(|pair| wider(*pair)).count();
            if open == 0 || left == 0 {
                return Some(widths);
            }
            let share = (left / open).max(1);
            for (width, widest) in widths.iter_mut().zip(&self.widest) {
                let more = share.min(widest.saturating_sub(*width)).min(left);
                *width += more;
                left -= more;
            }
        }
    }

    /// A row in columns of these widths, its cells each with the byte at which they begin in the row.
    pub(super) fn row(
        &self,
        cells: &[(usize, Rich)],
        place: RowPlace,
        widths: &[usize],
        measure: &Measure,
    ) -> Vec<Line> {
        let mut lines = Vec::new();
        if place == RowPlace::Further && *widths != *self.widest {
            // Where cells go on on further lines, a blank one parts the rows.
            lines.push(Line::default());
        }
        let above = lines.len();
        let mut left = 0;
        for (((start, cell), width), align) in cells.iter().zip(widths).zip(&self.align) {
            let fits = columns(&cell.plain) <= *width;
            let hyphens = measure.hyphens.filter(|_| !fits);
            let set = wrap(cell, &Measure { width: *width, hyphens, ..*measure });
            for (at, line) in set.into_iter().enumerate() {
                let free = width.saturating_sub(line.width);
                let indent = match align {
                    Align::Left => 0,
                    Align::Right => free,
                    Align::Centre => free / 2,
                };
                if lines.len() <= above + at {
                    lines.resize_with(above + at + 1, Line::default);
                }
                if let Some(row) = lines.get_mut(above + at) {
                    add(row, left + indent, line, *start);
                }
            }
            left += width + GAP;
        }
        if place == RowPlace::Head {
            let mut rule = Line::default();
            let mut left = 0;
            for width in widths {
                let part = Rich::new(&self.rule.repeat(*width), Role::Faint);
                let width = *width;
                for mut line in wrap(&part, &Measure { width, ..*measure }) {
                    line.segments.iter_mut().for_each(|segment| segment.range = 0..0);
                    add(&mut rule, left, line, 0);
                }
                left += width + GAP;
            }
            lines.push(rule);
        }
        lines
    }
}

/// Adds a line of a cell to one of its row, from column `left` on. The cell begins at byte `start` of the row.
fn add(row: &mut Line, left: usize, line: Line, start: usize) {
    let blank = left.saturating_sub(row.width);
    if blank > 0 {
        row.segments.push(Segment {
            words: " ".repeat(blank),
            range: 0..0,
            face: Face::default(),
            link: None,
        });
    }
    row.width += blank + line.width;
    row.segments.extend(shifted(line.segments, start));
}

/// The segments of a cell as those of the row, in which it begins at byte `start`.
pub(super) fn shifted(segments: Vec<Segment>, start: usize) -> impl Iterator<Item = Segment> {
    segments.into_iter().map(move |mut segment| {
        if !segment.range.is_empty() {
            segment.range = segment.range.start + start..segment.range.end + start;
        }
        segment
    })
}
