//! Tables.

use super::Text;

/// A table. Each row has a cell for each column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: Option<Text>,
    /// What stands over its columns; empty over one that needs no name.
    pub columns: Vec<Text>,
    /// Where in each column its cells stand.
    pub align: Vec<Align>,
    /// Its rows, a text for each cell; empty where there is nothing to say.
    pub rows: Vec<Vec<Text>>,
}

/// Where in its column a cell stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// At the right, as numbers do.
    Right,
    /// In the middle.
    Centre,
}

impl Align {
    /// Every value, with its name in the format.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Left, "left"), (Self::Right, "right"), (Self::Centre, "centre")];

    /// Its name in the format.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(align, _)| *align == self).map_or("", |(_, name)| name)
    }
}

impl Table {
    /// Its texts, in the order of reading: its caption, what stands over its columns, its rows.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let Self { caption, columns, align: _, rows } = self;
        caption.iter().chain(columns).chain(rows.iter().flatten())
    }

    /// The same, to be worked on.
    pub(crate) fn texts_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        let Self { caption, columns, align: _, rows } = self;
        caption.iter_mut().chain(columns).chain(rows.iter_mut().flatten())
    }
}
