//! Whether `(i)` right after `(h)` is the next letter, or the first Roman numeral below it.

use std::collections::BTreeMap;

use super::lines::WordingLine;
use super::marks::mark;
use super::row::{Case, MarkRow, Script, Shape};
use crate::base::cut;

/// The lines whose enumerator is i, ii or j: by case and shape, in order. `true` is for ii.
pub(super) struct Turns(BTreeMap<(Case, Shape), Vec<(usize, bool)>>);

impl Turns {
    pub(super) fn of(value: &str, lines: &[WordingLine]) -> Self {
        let mut turns: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for line in lines {
            let Some(mark) = mark(cut(value, line.at.clone())) else { continue };
            let turn = mark.readings().find_map(|place| {
                let (case, is_second) = match (place.row.script, place.number) {
                    (Script::Roman(case), number @ 1..=2) => (case, number == 2),
                    (Script::Letters(case), 10) => (case, false),
                    _ => return None,
                };
                Some((case, place.row.shape, is_second))
            });
            if let Some((case, shape, is_second)) = turn {
                turns.entry((case, shape)).or_default().push((line.at.start, is_second));
            }
        }
        Self(turns)
    }

    /// Whether the letter i of this row, which stands at this byte, is the numeral: ii comes after it, before j
    /// and before another i.
    pub(super) fn is_numeral(&self, row: MarkRow, at: usize) -> bool {
        let Script::Letters(case) = row.script else { return false };
        let Some(lines) = self.0.get(&(case, row.shape)) else { return false };
        let next = lines.partition_point(|(line, _)| *line <= at);
        lines.get(next).is_some_and(|(_, is_second)| *is_second)
    }
}
