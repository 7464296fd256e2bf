//! What of a pane is seen: its rows from the top, or the item under the cursor alone.

use crate::model::Target;
use crate::text::{Line, Link, Segment, columns};

use super::super::item::Item;
use super::{Laid, Pane, Row};

/// A row as it is seen.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The line, if the row is not blank.
    pub line: Option<&'a Line>,
    /// The item that it belongs to.
    pub item: &'a Item,
    /// Which item that is, counted from 0.
    pub number: usize,
    /// Which row of it this is, counted from 0, blank rows above its first line included.
    pub row: usize,
    /// Whether it belongs to the item in focus.
    pub focus: bool,
    /// Whether it is the line that is being read.
    pub eye: bool,
    /// The link of its item that is chosen.
    pub link: Option<usize>,
    /// The links of its item.
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
        let items = self.items.iter().enumerate().skip(self.top.item);
        let rows = items.filter_map(|(n, item)| Some((n, item, self.laid(n)?)));
        rows.flat_map(move |(n, item, laid)| {
            let skip = if n == self.top.item { self.top.line } else { 0 };
            let gap = laid.gap(n);
            let focus = n == self.cursor.item && laid.stops;
            (skip..gap + laid.lines.len()).map(move |row| Seen {
                line: row.checked_sub(gap).and_then(|line| laid.lines.get(line)),
                item,
                number: n,
                row,
                focus: focus && row >= gap,
                eye: focus && row == gap + self.cursor.line,
                link: self.link.filter(|_| focus),
                links: &laid.links,
            })
        })
    }

    /// Whether the first line of the item under the cursor is on the screen.
    pub(crate) fn shows_beginning(&self) -> bool {
        let here = self.cursor.item;
        let gap = self.laid(here).map_or(0, |laid| laid.gap(here));
        self.top <= Row { item: here, line: gap }
    }

    /// The rows of the item under the cursor alone, as many as there is room for, the cursor's among
    /// them.
    pub fn alone(&self) -> impl Iterator<Item = Seen<'_>> + Clone {
        let (item, laid) = (self.items.get(self.cursor.item), self.laid(self.cursor.item));
        let first = (self.cursor.line + 1).saturating_sub(self.height);
        let rows = item.zip(laid).filter(|(_, laid)| laid.stops).into_iter();
        let rows = rows.flat_map(move |(item, laid)| {
            laid.lines.iter().enumerate().map(move |(at, line)| Seen {
                line: Some(line),
                item,
                number: self.cursor.item,
                row: at,
                focus: true,
                eye: at == self.cursor.line,
                link: self.link,
                links: &laid.links,
            })
        });
        rows.skip(first).take(self.height)
    }

    /// The items that are seen as a whole; of those higher than the pane, those that are seen at
    /// all: their positions. With each, whether its last line is seen.
    pub(crate) fn in_view(&self) -> impl Iterator<Item = (usize, bool)> {
        let mut at = 0;
        let items = (self.top.item..self.items.len()).map_while(move |n| {
            let laid = self.laid(n).filter(|_| at < self.height)?;
            let skip = if n == self.top.item { self.top.line } else { 0 };
            let gap = laid.gap(n);
            let end = at + (gap + laid.lines.len()).saturating_sub(skip);
            let high = laid.lines.len() > self.height;
            let (begun, ended) = (skip <= gap, end <= self.height);
            let seen = if high { end > at } else { begun && ended };
            at = end;
            Some((n, seen && !laid.lines.is_empty(), ended))
        });
        items.filter(|(_, seen, _)| *seen).map(|(n, _, ended)| (n, ended))
    }

    /// As [`Pane::in_view`], while the item under the cursor is shown alone.
    pub(crate) fn in_view_alone(&self) -> impl Iterator<Item = (usize, bool)> {
        let laid = self.laid(self.cursor.item);
        let first = (self.cursor.line + 1).saturating_sub(self.height);
        let seen = |laid: &Laid| (self.cursor.item, laid.lines.len() <= first + self.height);
        laid.filter(|laid| laid.stops).map(seen).into_iter()
    }
}
