//! What of a pane is seen: its rows from the top.

use crate::model::Target;
use crate::text::{Line, Link, Segment, columns};

use super::super::item::Item;
use super::{Laid, LinkOfItem, Pane, Stretch};

/// A row as it is seen.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The line, if the row is not blank.
    pub line: Option<&'a Line>,
    /// The item that it belongs to.
    pub item: &'a Item,
    /// Which item that is, counted from 0.
    pub number: usize,
    /// Which stretch of it this is of, counted from 0.
    pub stretch: usize,
    /// Which row of that this is, counted from 0, blank rows above its first line included.
    pub row: usize,
    /// Whether it belongs to the item in focus.
    pub focus: bool,
    /// Whether it is the line that is being read.
    pub eye: bool,
    /// The link of its stretch that is chosen.
    pub link: Option<usize>,
    /// The links of its stretch.
    pub links: &'a [Link],
}

impl Seen<'_> {
    /// The column of its line at which the chosen link begins.
    pub(crate) fn link_column(&self) -> Option<usize> {
        let (line, chosen) = (self.line?, self.link?);
        let at = line.segments.iter().position(|segment| segment.link == Some(chosen))?;
        Some(line.segments.iter().take(at).map(|segment| columns(&segment.words)).sum())
    }

    /// The address in the outside world that a part of the line leads to.
    pub fn address(&self, segment: &Segment) -> Option<&str> {
        if let Some(link) = segment.link {
            return match self.links.get(link)? {
                Link::To(Target::Web(address)) => Some(address),
                _ => None,
            };
        }
        // What stands before the words is no part of the address.
        self.line?.address.as_deref().filter(|_| !segment.range.is_empty())
    }
}

impl Pane {
    /// The rows on screen, from the top.
    pub fn seen(&self) -> impl Iterator<Item = Seen<'_>> + Clone {
        self.rows_from_top().take(self.height)
    }

    /// The rows from the top on, as far as they are laid out.
    pub(super) fn rows_from_top(&self) -> impl Iterator<Item = Seen<'_>> + Clone {
        let top = self.top.of();
        let laid = self.laid.range(top..);
        let laid = laid.filter_map(|(at, laid)| Some((*at, laid, self.items.get(at.item)?)));
        laid.flat_map(move |(at, laid, item)| {
            let skip = if at == top { self.top.line } else { 0 };
            let focus = at.item == self.cursor.item && laid.stops;
            (skip..laid.rows()).map(move |row| Seen {
                line: row.checked_sub(laid.gap).and_then(|line| laid.lines.get(line)),
                item,
                number: at.item,
                stretch: at.number,
                row,
                focus: focus && row >= laid.gap,
                eye: focus && at == self.cursor.of() && row == laid.gap + self.cursor.line,
                link: self.chosen_in(at).filter(|_| focus),
                links: &laid.links,
            })
        })
    }

    /// The number of the chosen link in a stretch of the item under the cursor.
    pub(super) fn chosen_in(&self, at: Stretch) -> Option<usize> {
        let LinkOfItem { stretch, number } = self.link?;
        (stretch == at.number).then_some(number)
    }

    /// Whether the first line of the item under the cursor is on the screen.
    pub(crate) fn shows_beginning(&self) -> bool {
        let first = Stretch::first_of(self.cursor.item);
        let gap = self.laid(first).map_or(0, |laid| laid.gap);
        self.top <= first.row(gap)
    }

    /// The items that are seen as a whole; of those higher than the pane, those that are seen at
    /// all: their positions. With each, whether its last line is seen.
    pub(crate) fn in_view(&self) -> impl Iterator<Item = (usize, bool)> {
        let (top, mut at) = (self.top.of(), 0);
        let items = (top.item..self.items.len()).map_while(move |n| {
            let first = self.laid(Stretch::first_of(n).max(top)).filter(|_| at < self.height)?;
            let skip = if n == top.item { self.top.line } else { 0 };
            let from_top = self.laid.range(Stretch::all_of(n)).filter(|(of, _)| **of >= top);
            let (mut rows, mut is_to_end) = (0, false);
            for (_, laid) in from_top {
                rows += laid.rows();
                is_to_end = laid.is_last();
            }
            let lines: usize = self.laid_of(n).map(|laid| laid.lines.len()).sum();
            let end = at + rows.saturating_sub(skip);
            let high = lines > self.height;
            let begun = Stretch::first_of(n) >= top && skip <= first.gap;
            let ended = is_to_end && end <= self.height;
            let seen = if high { end > at } else { begun && ended };
            at = end;
            Some((n, seen && lines > 0, ended))
        });
        items.filter(|(_, seen, _)| *seen).map(|(n, _, ended)| (n, ended))
    }

    /// As [`Pane::in_view`], while the item under the cursor is shown alone.
    pub(crate) fn in_view_alone(&self) -> impl Iterator<Item = (usize, bool)> {
        let first = (self.cursor.line + 1).saturating_sub(self.height);
        let laid = self.laid(self.cursor.of()).filter(|laid| laid.stops);
        let to_end = |laid: &Laid| laid.is_last() && laid.lines.len() <= first + self.height;
        laid.map(|laid| (self.cursor.item, to_end(laid))).into_iter()
    }
}
