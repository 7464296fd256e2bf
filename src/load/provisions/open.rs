//! The levels of a wording that are open, and which of them an enumerator goes on with.

use super::marks::Enumerator;
use super::row::{MarkPlace, MarkRow};

/// No wording is deeper. What would be stands as deep as this.
const DEEPEST: usize = 32;

/// The levels that are open, outermost first.
#[derive(Default)]
pub(super) struct OpenLevels(Vec<OpenLevel>);

/// A level of depth.
pub(super) struct OpenLevel {
    /// The columns that the last provision on it was indented by.
    pub(super) indent: usize,
    /// That provision; what is deeper is below it.
    pub(super) at: usize,
    /// Where its row is, once it has one.
    pub(super) row: Option<MarkPlace>,
}

impl OpenLevels {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The provision that stands above a level.
    pub(super) fn above(&self, level: usize) -> Option<usize> {
        self.0.get(level.checked_sub(1)?).map(|open| open.at)
    }

    /// Where the row of a level is.
    pub(super) fn row(&self, level: usize) -> Option<MarkPlace> {
        self.0.get(level)?.row
    }

    /// The rows with their levels, innermost first.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &MarkPlace)> {
        let levels = self.0.iter().enumerate().rev();
        levels.filter_map(|(level, open)| Some((level, open.row.as_ref()?)))
    }

    /// The innermost row of this kind.
    pub(super) fn of_kind(&self, row: MarkRow) -> Option<(usize, &MarkPlace)> {
        self.rows().find(|(_, last)| last.row == row)
    }

    /// The row that an enumerator lies further on in.
    pub(super) fn further(&self, mark: &Enumerator) -> Option<(usize, MarkPlace)> {
        self.rows().find_map(|(level, last)| {
            let place = mark.readings().find(|place| place.is_after(last))?;
            Some((level, *place))
        })
    }

    /// The level of a paragraph that is indented by these columns.
    pub(super) fn of_paragraph(&self, columns: usize) -> usize {
        let level = self.0.iter().position(|open| open.indent >= columns);
        level.unwrap_or(self.0.len().saturating_sub(1))
    }

    /// The level one below the innermost, or that if it has no row.
    pub(super) fn below_the_innermost(&self) -> usize {
        match self.0.last() {
            None => 0,
            Some(OpenLevel { row: None, .. }) => self.0.len() - 1,
            Some(_) => self.0.len().min(DEEPEST),
        }
    }

    /// Leaves the levels that are deeper than these columns. One that is deeper alone for want of a level that
    /// would be right stays.
    pub(super) fn go_back(&mut self, columns: usize) {
        while let [.., outer, inner] = self.0.as_slice()
            && inner.indent > columns
            && outer.indent >= columns
        {
            self.0.pop();
        }
    }

    /// The level below a provision of this level, which stands at `at` and is indented by `indent` columns.
    pub(super) fn begin_below(&mut self, level: usize, at: usize, indent: usize) -> usize {
        self.0.truncate(level + 1);
        if let Some(open) = self.0.get_mut(level) {
            (open.at, open.indent) = (at, indent);
        }
        (level + 1).min(DEEPEST)
    }

    /// Leaves what is deeper than a level, and puts `open` in its place.
    pub(super) fn set(&mut self, level: usize, open: OpenLevel) {
        self.0.truncate(level);
        self.0.push(open);
    }
}
