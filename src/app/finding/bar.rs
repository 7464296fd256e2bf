//! The bar beside the text: how much of the section is seen, and where in it the matches are.
//!
//! It counts words, for nobody knows how many rows the paragraphs have that were never seen.

use std::ops::Range;

use crate::text::search::{Hit, Searchable};

use super::super::Reader;
use super::Finding;

/// What a bar of so many rows shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bar {
    /// The rows that stand for what is seen.
    pub(crate) thumb: Range<usize>,
    /// The rows that have matches, in order.
    pub(crate) ticks: Vec<usize>,
    /// The row of the match that the reader was taken to.
    pub(crate) here: Option<usize>,
}

impl Finding {
    /// The bar beside the text, `rows` high, while a search is on.
    pub(in crate::app) fn bar(&self, reader: &Reader, rows: usize) -> Option<Bar> {
        let matches = &self.matches;
        matches.query.as_ref()?;
        let section = reader.section();
        let (words, seen) = reader.extent();
        let total = words.last().copied().unwrap_or(0).max(1);
        let last = rows.checked_sub(1)?;
        let row = |words: usize| (words * rows / total).min(last);
        let of = |hit: &Hit| match hit.place {
            Searchable::Section(at) => Some((at, 0)),
            Searchable::Block(at) => {
                let before = words.get(at.get()).filter(|_| at.section == section);
                Some((at.section, before.map_or(0, |words| row(*words))))
            }
            _ => None,
        };
        // The narrative comes first, section by section.
        let kept = &matches.hits.kept;
        let before = |hit: &Hit| of(hit).is_some_and(|(at, _)| at < section);
        let inside = |hit: &Hit| of(hit).is_some_and(|(at, _)| at <= section);
        let here = kept.partition_point(before)..kept.partition_point(inside);
        let mut ticks: Vec<usize> =
            kept.get(here)?.iter().filter_map(|hit| of(hit).map(|(_, row)| row)).collect();
        ticks.dedup();
        let here = matches.here.as_ref().and_then(of).filter(|(at, _)| *at == section);
        let [from, to] = seen.map(row);
        Some(Bar { thumb: from..to + 1, ticks, here: here.map(|(_, row)| row) })
    }
}
