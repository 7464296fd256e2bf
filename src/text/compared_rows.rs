//! Which parts of wordings that are compared stand beside each other: a provision with all that stands in it, but
//! what is below a long one row by row, so that no more has to be laid out than is seen.

use std::ops::Range;

use crate::model::Wording;

use super::divided::{BYTES, WHOLE, place};

/// What of some wordings stands side by side.
#[derive(Debug)]
pub(super) struct WordingRow {
    /// The bytes of each wording; none of one that has nothing to put there.
    pub cells: Vec<Range<usize>>,
    /// Whether a main provision begins with it.
    pub is_main: bool,
}

/// The rows of some wordings, the first provision beside the first, the second beside the second. By ear even what
/// is long is told whole, or it would not be heard whose it is.
pub(super) fn rows_of(wordings: &[Option<&Wording>], by_ear: bool) -> Vec<WordingRow> {
    let mut rows = Rows { wordings, by_ear, found: Vec::new() };
    rows.below(&vec![None; wordings.len()], true);
    rows.found
}

struct Rows<'a> {
    wordings: &'a [Option<&'a Wording>],
    by_ear: bool,
    found: Vec<WordingRow>,
}

impl Rows<'_> {
    /// What stands in a provision of each wording, or right in it.
    fn below(&mut self, parents: &[Option<usize>], is_main: bool) {
        let of = self.wordings.iter().zip(parents);
        let mut lists: Vec<_> = of
            .map(|(wording, parent)| {
                let wording = wording.filter(|_| is_main || parent.is_some());
                wording.into_iter().flat_map(|wording| wording.children(*parent))
            })
            .collect();
        loop {
            let beside: Vec<Option<usize>> = lists.iter_mut().map(Iterator::next).collect();
            if beside.iter().all(Option::is_none) {
                return;
            }
            self.beside(&beside, is_main);
        }
    }

    /// A provision of each wording, with all that stands in it.
    fn beside(&mut self, provisions: &[Option<usize>], is_main: bool) {
        let whole = self.cells(provisions, |wording, at| wording.bytes(&wording.with_all_in(at)));
        if self.by_ear || whole.iter().all(|cell| cell.len() <= WHOLE) {
            return self.found.push(WordingRow { cells: whole, is_main });
        }
        let alone = self.cells(provisions, |wording, at| wording.bytes(&(at..at + 1)));
        self.divided(&alone, is_main);
        self.below(provisions, false);
    }

    fn cells(
        &self,
        provisions: &[Option<usize>],
        bytes: impl Fn(&Wording, usize) -> Range<usize>,
    ) -> Vec<Range<usize>> {
        let of = self.wordings.iter().zip(provisions);
        of.map(|(wording, at)| wording.zip(*at).map_or(0..0, |(of, at)| bytes(of, at))).collect()
    }

    /// Texts beside each other. Long ones are divided into as many rows: what stands in the middle of one stands
    /// beside the middle of the other.
    fn divided(&mut self, cells: &[Range<usize>], is_main: bool) {
        let longest = cells.iter().map(Range::len).max().unwrap_or(0);
        let rows = if longest > WHOLE { longest.div_ceil(BYTES) } else { 1 };
        let begins = |wording: Option<&Wording>, cell: &Range<usize>, row: usize| match wording {
            _ if row == 0 => cell.start,
            Some(wording) if row < rows && cell.len() > WHOLE => {
                place(&wording.text, cell.start + cell.len() * row / rows, cell.end)
            }
            _ => cell.end,
        };
        for row in 0..rows {
            let of = self.wordings.iter().zip(cells);
            let cells = of.map(|(of, cell)| begins(*of, cell, row)..begins(*of, cell, row + 1));
            let row = WordingRow { cells: cells.collect(), is_main: is_main && row == 0 };
            self.found.push(row);
        }
    }
}
