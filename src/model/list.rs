//! Lists, whose points may have points below them.

use super::Text;

/// A list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// Whether its points are counted.
    pub ordered: bool,
    /// Its points in the order of reading: what stands below one comes right behind it.
    pub points: Vec<ListPoint>,
}

/// A point of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListPoint {
    /// What it says, the mark that it begins with among it.
    pub text: Text,
    /// How many points it stands below.
    pub level: usize,
    /// The byte of [`Text::plain`] at which its words begin: behind the mark that it was written with, such
    /// as `(a)`. 0 if it has none.
    pub words: usize,
}

impl List {
    /// How many levels of points there may be.
    pub(crate) const LEVELS: usize = 8;

    /// Its points one after the other, with the points right below each.
    pub(crate) fn tree(&self) -> Vec<Branch<'_>> {
        branches(&self.points, 0)
    }
}

/// A point with those below it.
#[derive(Debug)]
pub(crate) struct Branch<'a> {
    pub(crate) point: &'a ListPoint,
    pub(crate) below: Vec<Branch<'a>>,
}

/// The points of a level, each with those of the levels below it.
fn branches(points: &[ListPoint], level: usize) -> Vec<Branch<'_>> {
    let parts = points.chunk_by(|_, next| next.level > level);
    let parts = parts.filter_map(|part| {
        let (point, below) = part.split_first()?;
        Some(Branch { point, below: branches(below, level + 1) })
    });
    parts.collect()
}
