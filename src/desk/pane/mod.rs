//! A column of items with a scroll place, a cursor and a chosen link.
//!
//! Nothing is laid out before it is about to be seen: opening, resizing and moving in a section
//! of thousands of paragraphs cost as much as a screenful.

mod moves;
mod scroll;
mod words;

use std::sync::Arc;

use crate::model::Target;
use crate::text::{Finding, Found, Hyphens, Line, Link, Measure, Segment, Setting};

use super::item::Item;
use scroll::signed;

/// A column of items.
#[derive(Debug, Clone, Default)]
pub struct Pane {
    items: Vec<Item>,
    laid: Vec<Option<Arc<Laid>>>,
    /// Columns of text.
    width: usize,
    /// Rows on screen.
    height: usize,
    top: Row,
    cursor: Row,
    link: Option<usize>,
    /// Whether it scrolls only when the cursor would leave it, as lists do. Prose keeps some
    /// lines ahead of the eye.
    list: bool,
    /// Whether the item under the cursor is shown alone, wherever it stands.
    single: bool,
}

/// A row of a pane: of an item, counted from its first line; blank rows above it do not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The item, counted from 0.
    pub item: usize,
    /// The row in it, counted from 0; for a scroll place, blank rows above the item included.
    pub line: usize,
}

/// An item, laid out.
#[derive(Debug)]
struct Laid {
    gap: usize,
    lines: Vec<Line>,
    links: Vec<Link>,
    /// The first line of each link.
    at: Vec<usize>,
    stops: bool,
}

/// What items are laid out with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LayoutContext<'a> {
    pub setting: Option<Setting<'a>>,
    pub hyphens: Option<&'a Hyphens>,
    /// What is marked.
    pub found: Option<&'a Finding>,
}

/// A row as it is seen.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The line, if the row is not blank.
    pub line: Option<&'a Line>,
    /// The item that it belongs to.
    pub item: &'a Item,
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

/// What a movement ran into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moved {
    /// It moved.
    Yes,
    /// It was at the end already.
    AtEnd,
}

/// Which way a movement goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Down,
    Up,
}

impl Pane {
    /// A pane of `items`, at its beginning.
    pub(crate) fn new(items: Vec<Item>) -> Self {
        let laid = vec![None; items.len()];
        Self { items, laid, ..Self::default() }
    }

    /// A list of `items` to choose from, at its beginning.
    pub(crate) fn list(items: Vec<Item>) -> Self {
        Self { list: true, ..Self::new(items) }
    }

    /// Its items.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Which item the cursor is in, and on which of its lines.
    pub fn cursor(&self) -> Row {
        self.cursor
    }

    /// The item under the cursor.
    ///
    /// Before the first paragraph and after the last one stands what may fill a small screen: while
    /// it does, nothing is in focus.
    pub fn focus(&self) -> Option<&Item> {
        let is_hidden = self.laid(self.cursor.item).is_none() || self.height == 0;
        let item = self.items.get(self.cursor.item)?;
        (self.single || is_hidden || self.seen().any(|row| row.eye)).then_some(item)
    }

    /// The chosen link of the item under the cursor, by number.
    pub fn link_number(&self) -> Option<usize> {
        self.link
    }

    /// The chosen link.
    pub fn link(&self) -> Option<&Link> {
        self.laid(self.cursor.item)?.links.get(self.link?)
    }

    /// The links of the item under the cursor.
    pub(crate) fn links(&self) -> &[Link] {
        self.laid(self.cursor.item).map_or(&[], |laid| &laid.links)
    }

    /// Whether the item under the cursor has links.
    pub fn has_links(&self) -> bool {
        self.laid(self.cursor.item).is_some_and(|laid| !laid.links.is_empty())
    }

    /// How many lines the item under the cursor has.
    pub fn focus_lines(&self) -> usize {
        self.laid(self.cursor.item).map_or(1, |laid| laid.lines.len().max(1))
    }

    /// How many columns wide and rows high it is.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// The row of the screen that the cursor is on, counted from the pane's top.
    pub fn cursor_row(&self) -> usize {
        self.seen().position(|row| row.eye).unwrap_or(0)
    }

    /// The rows of all its items, if all are laid out.
    pub(crate) fn rows(&self) -> Option<usize> {
        let laid = self.laid.iter().enumerate();
        laid.map(|(n, laid)| laid.as_ref().map(|l| l.gap(n) + l.lines.len())).sum()
    }

    /// Whether there is more above, and more below.
    pub fn more(&self) -> (bool, bool) {
        (self.top > Row::default(), self.rows_from_top().nth(self.height).is_some())
    }

    fn laid(&self, item: usize) -> Option<&Laid> {
        self.laid.get(item)?.as_deref()
    }

    /// The rows on screen, from the top.
    pub fn seen(&self) -> impl Iterator<Item = Seen<'_>> {
        self.rows_from_top().take(self.height)
    }

    /// The rows from the top on, as far as they are laid out.
    fn rows_from_top(&self) -> impl Iterator<Item = Seen<'_>> {
        let items = self.items.iter().enumerate().skip(self.top.item);
        let rows = items.filter_map(|(n, item)| Some((n, item, self.laid(n)?)));
        rows.flat_map(move |(n, item, laid)| {
            let skip = if n == self.top.item { self.top.line } else { 0 };
            let gap = laid.gap(n);
            let focus = n == self.cursor.item && laid.stops;
            (skip..gap + laid.lines.len()).map(move |row| Seen {
                line: row.checked_sub(gap).and_then(|line| laid.lines.get(line)),
                item,
                focus: focus && row >= gap,
                eye: focus && row == gap + self.cursor.line,
                link: self.link.filter(|_| focus),
                links: &laid.links,
            })
        })
    }

    /// The rows of the item under the cursor alone, as many as there is room for, the cursor's among
    /// them.
    pub fn alone(&self) -> impl Iterator<Item = Seen<'_>> {
        let (item, laid) = (self.items.get(self.cursor.item), self.laid(self.cursor.item));
        let first = (self.cursor.line + 1).saturating_sub(self.height);
        let rows = item.zip(laid).filter(|(_, laid)| laid.stops).into_iter();
        let rows = rows.flat_map(move |(item, laid)| {
            laid.lines.iter().enumerate().map(move |(at, line)| Seen {
                line: Some(line),
                item,
                focus: true,
                eye: at == self.cursor.line,
                link: self.link,
                links: &laid.links,
            })
        });
        rows.skip(first).take(self.height)
    }

    /// The items that are seen as a whole; of those higher than the pane, those that are seen at
    /// all. With each, whether its last line is seen.
    pub(crate) fn in_view(&self) -> impl Iterator<Item = (&Item, bool)> {
        let mut at = 0;
        let items = self.items.iter().enumerate().skip(self.top.item);
        let items = items.map_while(move |(n, item)| {
            let laid = self.laid(n).filter(|_| at < self.height)?;
            let skip = if n == self.top.item { self.top.line } else { 0 };
            let gap = laid.gap(n);
            let end = at + (gap + laid.lines.len()).saturating_sub(skip);
            let high = laid.lines.len() > self.height;
            let (begun, ended) = (skip <= gap, end <= self.height);
            let seen = if high { end > at } else { begun && ended };
            at = end;
            Some((item, seen && !laid.lines.is_empty(), ended))
        });
        items.filter(|(_, seen, _)| *seen).map(|(item, _, ended)| (item, ended))
    }

    /// As [`Pane::in_view`], while the item under the cursor is shown alone.
    pub(crate) fn in_view_alone(&self) -> impl Iterator<Item = (&Item, bool)> {
        let laid = self.laid(self.cursor.item);
        let item = self.items.get(self.cursor.item).zip(laid).filter(|(_, laid)| laid.stops);
        let first = (self.cursor.line + 1).saturating_sub(self.height);
        item.map(|(item, laid)| (item, laid.lines.len() <= first + self.height)).into_iter()
    }

    /// Whether the item under the cursor goes on below what [`Pane::alone`] gives.
    pub fn alone_more(&self) -> bool {
        self.cursor.line.max(self.height.saturating_sub(1)) + 1 < self.focus_lines()
    }

    /// A page on in the item under the cursor, of which a page is seen at a time. Whether there was
    /// more of it.
    pub(crate) fn page_alone(&mut self) -> bool {
        let more = self.alone_more();
        if more {
            let seen = self.cursor.line.max(self.height.saturating_sub(1));
            self.cursor.line = (seen + self.height.max(1)).min(self.focus_lines() - 1);
        }
        more
    }

    fn lay(&mut self, at: usize, layout: &LayoutContext) -> Option<Arc<Laid>> {
        let slot = self.laid.get_mut(at)?;
        if slot.is_none() {
            let item = self.items.get(at)?;
            let measure = Measure { width: self.width, hyphens: layout.hyphens };
            *slot = Some(Arc::new(Laid::new(item, &measure, layout)));
        }
        slot.clone()
    }

    /// Puts other items in, and goes to their beginning; equal items leave it as it is.
    pub(crate) fn set(&mut self, items: Vec<Item>, layout: &LayoutContext) {
        if items == self.items {
            return;
        }
        let (width, height) = self.size();
        let (list, single) = (self.list, self.single);
        *self = Self { width, height, list, single, ..Self::new(items) };
        if width > 0 {
            self.start(layout);
        }
    }

    /// Shows the item under the cursor alone, or all of them.
    pub(crate) fn set_single(&mut self, single: bool) {
        self.single = single;
    }

    /// Puts another item in place of one, and lays it out.
    pub(crate) fn put(&mut self, at: usize, item: Item, layout: &LayoutContext) {
        self.replace(at, item);
        self.fill(layout);
    }

    /// Forgets what is laid out: it is to be laid out anew before it is seen.
    pub(crate) fn forget(&mut self) {
        self.laid.fill(None);
    }

    /// Lays out anew what is seen: other words are marked in it, on the same lines.
    pub(crate) fn mark_anew(&mut self, layout: &LayoutContext) {
        if self.width > 0 && self.is_laid() {
            self.laid.fill(None);
            self.fill(layout);
        }
    }

    /// Brings the match that the reader was taken to into view, if item `at` has it. Answers
    /// whether it has.
    pub(crate) fn show_match(&mut self, at: usize, layout: &LayoutContext) -> bool {
        let here = |line: &Line| line.segments.iter().any(|part| part.face.found == Found::Here);
        let line = self.lay(at, layout).and_then(|laid| laid.lines.iter().position(here));
        let Some(line) = line else { return false };
        if at == self.cursor.item {
            self.cursor.line = line;
            self.show(Way::Down, false, layout);
        } else {
            // The cursor does not stop there: a heading.
            let place = self.place(Row { item: at, line }, layout);
            if place < self.top {
                self.top = place;
                self.keep_in(layout);
            }
        }
        true
    }

    /// Whether what is under the cursor is laid out.
    pub(crate) fn is_laid(&self) -> bool {
        self.items.is_empty() || self.laid(self.cursor.item).is_some()
    }

    /// Puts another item in place of one.
    pub(crate) fn replace(&mut self, at: usize, item: Item) {
        if let (Some(slot), Some(laid)) = (self.items.get_mut(at), self.laid.get_mut(at)) {
            *slot = item;
            *laid = None;
        }
    }

    /// Lays everything out anew, `width` columns wide and `height` rows high; the cursor stays
    /// on what it was on, and at its height on the screen.
    pub(crate) fn resize(&mut self, width: usize, height: usize, layout: &LayoutContext) {
        if self.width == 0 || self.is_at_start(layout) {
            // It was never seen or never left: there is no place to keep but the beginning.
            (self.width, self.height) = (width.max(1), height);
            self.laid.fill(None);
            return self.start(layout);
        }
        let changed = self.size() != (width.max(1), height);
        // What was forgotten has no rows to count.
        self.fill(layout);
        let row = self.cursor_row();
        let lines = self.laid(self.cursor.item).map(|laid| laid.lines.len().max(1));
        (self.width, self.height) = (width.max(1), height);
        self.laid.fill(None);
        if !self.stops(self.cursor.item, layout) {
            let item = self.stop_nearest(self.cursor.item, layout);
            self.cursor = Row { item, line: 0 };
        }
        let now = self.last_line(self.cursor.item, layout) + 1;
        let line = self.cursor.line * now / lines.unwrap_or(now);
        self.cursor.line = line.min(now - 1);
        if self.link.is_some() {
            self.choose(self.link, layout);
        }
        let place = self.place(self.cursor, layout);
        self.top = self.step(place, -signed(row.min(height.saturating_sub(1))), layout);
        self.keep_in(layout);
        if changed {
            // On another screen the old height may be its last row: what is read comes into view.
            self.show(Way::Down, true, layout);
        }
    }
}

impl Laid {
    fn new(item: &Item, measure: &Measure, layout: &LayoutContext) -> Self {
        let sheet = item.marked_sheet(layout.setting.as_ref(), layout.found);
        let lines = sheet.lay(measure);
        let mut at = vec![0; sheet.links.len()];
        for (n, line) in lines.iter().enumerate().rev() {
            for link in line.segments.iter().filter_map(|segment| segment.link) {
                if let Some(first) = at.get_mut(link) {
                    *first = n;
                }
            }
        }
        let stops = item.stops(layout.setting.as_ref());
        Self { gap: item.gap(), lines, links: sheet.links, at, stops }
    }

    /// Blank rows above it as item number `item`: none above the first, none if it shows nothing.
    fn gap(&self, item: usize) -> usize {
        if item == 0 || self.lines.is_empty() { 0 } else { self.gap }
    }
}
