//! A column of items with a scroll place, a cursor and a chosen link.
//!
//! Nothing is laid out before it is about to be seen: opening, resizing and moving in a section
//! of thousands of paragraphs cost as much as a screenful.

use std::sync::Arc;

use crate::text::{Hyphens, Line, Link, Measure, Setting};

use super::Item;

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
pub(super) struct Press<'a> {
    pub setting: Option<Setting<'a>>,
    pub hyphens: Option<&'a Hyphens>,
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
}

/// What a movement ran into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    /// It moved.
    Yes,
    /// It was at the end already.
    AtEnd,
}

/// Which way a movement goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Down,
    Up,
}

impl Pane {
    /// A pane of `items`, at its beginning.
    pub(super) fn new(items: Vec<Item>) -> Self {
        let laid = vec![None; items.len()];
        Self { items, laid, ..Self::default() }
    }

    /// A list of `items` to choose from, at its beginning.
    pub(super) fn list(items: Vec<Item>) -> Self {
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
    pub fn focus(&self) -> Option<&Item> {
        self.items.get(self.cursor.item)
    }

    /// The chosen link of the item under the cursor, by number.
    pub fn link_number(&self) -> Option<usize> {
        self.link
    }

    /// The chosen link.
    pub fn link(&self) -> Option<&Link> {
        self.laid(self.cursor.item)?.links.get(self.link?)
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
    pub(super) fn rows(&self) -> Option<usize> {
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
            })
        })
    }

    fn height_of(&mut self, item: usize, press: &Press) -> usize {
        let laid = self.lay(item, press);
        laid.map_or(0, |laid| laid.gap(item) + laid.lines.len())
    }

    fn lay(&mut self, at: usize, press: &Press) -> Option<Arc<Laid>> {
        let slot = self.laid.get_mut(at)?;
        if slot.is_none() {
            let item = self.items.get(at)?;
            let measure = Measure { width: self.width, hyphens: press.hyphens };
            *slot = Some(Arc::new(Laid::new(item, &measure, press)));
        }
        slot.clone()
    }

    /// Puts other items in, and goes to their beginning; equal items leave it as it is.
    pub(super) fn set(&mut self, items: Vec<Item>, press: &Press) {
        if items == self.items {
            return;
        }
        let (width, height) = self.size();
        *self = Self { width, height, list: self.list, ..Self::new(items) };
        if width > 0 {
            self.start(press);
        }
    }

    /// Forgets what is laid out: it is to be laid out anew before it is seen.
    pub(super) fn forget(&mut self) {
        self.laid.fill(None);
    }

    /// Whether what is under the cursor is laid out.
    pub(super) fn is_laid(&self) -> bool {
        self.items.is_empty() || self.laid(self.cursor.item).is_some()
    }

    /// Puts another item in place of one.
    pub(super) fn replace(&mut self, at: usize, item: Item) {
        if let (Some(slot), Some(laid)) = (self.items.get_mut(at), self.laid.get_mut(at)) {
            *slot = item;
            *laid = None;
        }
    }

    /// Lays everything out anew, `width` columns wide and `height` rows high; the cursor stays
    /// on what it was on, and at its height on the screen.
    pub(super) fn resize(&mut self, width: usize, height: usize, press: &Press) {
        if self.width == 0 {
            // It was never seen: there is no place to keep but the beginning.
            (self.width, self.height) = (width.max(1), height);
            self.laid.fill(None);
            return self.start(press);
        }
        let row = self.cursor_row();
        let lines = self.laid(self.cursor.item).map(|laid| laid.lines.len().max(1));
        (self.width, self.height) = (width.max(1), height);
        self.laid.fill(None);
        if !self.stops(self.cursor.item, press) {
            let item = self.stop_nearest(self.cursor.item, press);
            self.cursor = Row { item, line: 0 };
        }
        let now = self.last_line(self.cursor.item, press) + 1;
        let line = self.cursor.line * now / lines.unwrap_or(now);
        self.cursor.line = line.min(now - 1);
        if self.link.is_some() {
            self.choose(self.link, press);
        }
        let place = self.place(self.cursor, press);
        self.top = self.step(place, -signed(row.min(height.saturating_sub(1))), press);
        self.keep_in(press);
    }

    /// The scroll place of a line: blank rows above its item counted.
    fn place(&mut self, row: Row, press: &Press) -> Row {
        let gap = self.lay(row.item, press).map_or(0, |laid| laid.gap(row.item));
        Row { item: row.item, line: gap + row.line }
    }

    /// The scroll place `by` rows from `from`, at most at the first or the last row.
    fn step(&mut self, from: Row, by: isize, press: &Press) -> Row {
        let mut at = from;
        let mut left = by.unsigned_abs();
        if by < 0 {
            while left > at.line && at.item > 0 {
                left -= at.line;
                at.item -= 1;
                at.line = self.height_of(at.item, press);
            }
            at.line = at.line.saturating_sub(left);
            return at;
        }
        loop {
            let below = self.height_of(at.item, press).saturating_sub(at.line + 1);
            if left <= below {
                at.line += left;
                return at;
            }
            let Some(next) = self.next_shown(at.item, press) else {
                at.line += below;
                return at;
            };
            left -= below + 1;
            at = Row { item: next, line: 0 };
        }
    }

    fn next_shown(&mut self, item: usize, press: &Press) -> Option<usize> {
        (item + 1..self.items.len()).find(|at| self.height_of(*at, press) > 0)
    }

    /// Rows from `a` down to `b`, counted up to `limit`.
    fn distance(&mut self, a: Row, b: Row, limit: usize, press: &Press) -> usize {
        let (mut at, mut rows) = (a, 0);
        while at.item < b.item && rows < limit {
            rows += self.height_of(at.item, press).saturating_sub(at.line);
            at = Row { item: at.item + 1, line: 0 };
        }
        if at.item < b.item { limit } else { rows + b.line.saturating_sub(at.line) }
    }

    /// The furthest that the top may scroll: the last row is at the bottom.
    fn bottom(&mut self, press: &Press) -> Row {
        let last = self.items.len().saturating_sub(1);
        let end = Row { item: last, line: self.height_of(last, press).saturating_sub(1) };
        self.step(end, -signed(self.height.saturating_sub(1)), press)
    }

    fn stops(&self, item: usize, press: &Press) -> bool {
        self.items.get(item).is_some_and(|item| item.stops(press.setting.as_ref()))
    }

    fn next_stop(&self, item: usize, press: &Press) -> Option<usize> {
        (item + 1..self.items.len()).find(|at| self.stops(*at, press))
    }

    fn previous_stop(&self, item: usize, press: &Press) -> Option<usize> {
        (0..item.min(self.items.len())).rev().find(|at| self.stops(*at, press))
    }

    /// The item itself if the focus stops at it, else the next that it does, else the one before.
    fn stop_nearest(&self, item: usize, press: &Press) -> usize {
        if self.stops(item, press) {
            return item;
        }
        let near = self.next_stop(item, press).or_else(|| self.previous_stop(item, press));
        near.unwrap_or(item)
    }

    fn last_line(&mut self, item: usize, press: &Press) -> usize {
        self.lay(item, press).map_or(0, |laid| laid.lines.len().saturating_sub(1))
    }

    /// To the beginning.
    pub(super) fn start(&mut self, press: &Press) {
        self.top = Row::default();
        self.link = None;
        let first = if self.stops(0, press) { Some(0) } else { self.next_stop(0, press) };
        self.cursor = Row { item: first.unwrap_or(0), line: 0 };
        self.fill(press);
    }

    /// To the end.
    pub(super) fn end(&mut self, press: &Press) {
        self.link = None;
        if let Some(last) = self.previous_stop(self.items.len(), press) {
            self.cursor = Row { item: last, line: self.last_line(last, press) };
        }
        self.top = self.bottom(press);
        self.keep_in(press);
    }

    /// To an item's first line.
    pub(super) fn go_to(&mut self, item: usize, press: &Press) {
        if item >= self.items.len() {
            return;
        }
        let item = self.stop_nearest(item, press);
        let way = if item < self.cursor.item { Way::Up } else { Way::Down };
        self.link = None;
        self.cursor = Row { item, line: 0 };
        self.show(way, true, press);
    }

    /// To a place that was left: a line of an item, so many rows below the top, and a link.
    pub(super) fn return_to(&mut self, at: Row, row: usize, link: Option<usize>, press: &Press) {
        self.go_to(at.item, press);
        self.cursor.line = at.line.min(self.last_line(self.cursor.item, press));
        self.link = link;
        let place = self.place(self.cursor, press);
        self.top = self.step(place, -signed(row), press);
        self.keep_in(press);
    }

    /// Lays out what was replaced, and scrolls so that the item under the cursor is in view.
    pub(super) fn show_item(&mut self, press: &Press) {
        self.cursor.line = self.cursor.line.min(self.last_line(self.cursor.item, press));
        self.show(Way::Down, true, press);
    }

    /// One line on.
    pub(super) fn line(&mut self, way: Way, press: &Press) -> Moved {
        if way == Way::Down && self.waits_below(press) {
            self.top = self.step(self.top, 1, press);
            self.fill(press);
            return Moved::Yes;
        }
        let Row { item, line } = self.cursor;
        let next = match way {
            Way::Down if line < self.last_line(item, press) => Some(Row { item, line: line + 1 }),
            Way::Up if line > 0 => Some(Row { item, line: line - 1 }),
            Way::Down => self.next_stop(item, press).map(|item| Row { item, line: 0 }),
            Way::Up => {
                let before = self.previous_stop(item, press);
                before.map(|item| Row { item, line: self.last_line(item, press) })
            }
        };
        let Some(next) = next else { return self.scroll(way, press) };
        if next.item != item {
            self.link = None;
        }
        self.cursor = next;
        self.show(way, false, press);
        Moved::Yes
    }

    /// Whether the cursor is below what is seen, because something higher than the screen stands
    /// before the first paragraph.
    fn waits_below(&mut self, press: &Press) -> bool {
        let place = self.place(self.cursor, press);
        place > self.top && self.distance(self.top, place, self.height, press) >= self.height
    }

    /// One row on with the cursor at its last place: shows what lies beyond it.
    fn scroll(&mut self, way: Way, press: &Press) -> Moved {
        let before = self.top;
        self.top = match way {
            Way::Down => self.step(self.top, 1, press).min(self.bottom(press)).max(before),
            Way::Up => self.step(self.top, -1, press),
        };
        // What lies before the first paragraph may be higher than the screen: it is shown, and
        // the paragraph waits below.
        self.fill(press);
        if self.top == before { Moved::AtEnd } else { Moved::Yes }
    }

    /// To the next or the previous item that the focus stops at.
    pub(super) fn item(&mut self, way: Way, press: &Press) -> Moved {
        let next = match way {
            Way::Down => self.next_stop(self.cursor.item, press),
            Way::Up => self.previous_stop(self.cursor.item, press),
        };
        let Some(item) = next else { return Moved::AtEnd };
        self.link = None;
        self.cursor = Row { item, line: 0 };
        self.show(way, true, press);
        Moved::Yes
    }

    /// `rows` on, the cursor keeping its height on the screen.
    pub(super) fn page(&mut self, way: Way, rows: usize, press: &Press) -> Moved {
        let row = self.cursor_row();
        let (top, cursor) = (self.top, self.cursor);
        let waits = way == Way::Down && self.waits_below(press);
        let by = signed(rows.max(1));
        self.top = match way {
            Way::Down => self.step(top, by, press).min(self.bottom(press)).max(top),
            Way::Up => self.step(top, -by, press),
        };
        if waits {
            self.fill(press);
            return Moved::Yes;
        }
        if self.top == top {
            self.go_to_edge(way, press);
        } else {
            let place = self.step(self.top, signed(row), press);
            self.cursor = self.stop_near(place, way, press);
        }
        if self.cursor.item != cursor.item {
            self.link = None;
        }
        self.keep_in(press);
        if (self.top, self.cursor) == (top, cursor) { Moved::AtEnd } else { Moved::Yes }
    }

    fn go_to_edge(&mut self, way: Way, press: &Press) {
        match way {
            Way::Down => self.end(press),
            Way::Up => self.start(press),
        }
    }

    /// The line that the focus can stop at nearest to a scroll place, further on the way first.
    fn stop_near(&mut self, place: Row, way: Way, press: &Press) -> Row {
        if self.stops(place.item, press) {
            let gap = self.lay(place.item, press).map_or(0, |laid| laid.gap(place.item));
            return Row { item: place.item, line: place.line.saturating_sub(gap) };
        }
        let down = self.next_stop(place.item, press).map(|item| Row { item, line: 0 });
        let up = self.previous_stop(place.item, press);
        let up = up.map(|item| Row { item, line: self.last_line(item, press) });
        let near = if way == Way::Down { down.or(up) } else { up.or(down) };
        near.unwrap_or(self.cursor)
    }

    /// Scrolls as little as it takes to keep the cursor inside a band of the screen, and with
    /// `whole` its item in view to the end.
    fn show(&mut self, way: Way, whole: bool, press: &Press) {
        let height = self.height.max(1);
        let band = (height / 5, height * 3 / 5);
        let (low, mut high) = if self.list { (0, height - 1) } else { band };
        if whole {
            let lines = self.last_line(self.cursor.item, press) + 1;
            high = high.min(height.saturating_sub(lines)).max(low);
        }
        let place = self.place(self.cursor, press);
        let bottom = self.bottom(press);
        if place < self.top {
            self.top = self.step(place, -signed(low), press);
        } else {
            let row = self.distance(self.top, place, height * 2, press);
            if row >= height * 2 {
                self.top = self.step(place, -signed(low), press);
            } else if row > high {
                let down = way == Way::Down || row >= height;
                let keep = if down { high } else { row };
                self.top = self.step(place, -signed(keep), press);
            } else if row < low && way == Way::Up {
                self.top = self.step(place, -signed(low), press);
            }
        }
        self.top = self.top.min(bottom);
        self.keep_in(press);
    }

    /// Holds the top between its ends and the cursor on the screen, and lays out what is seen.
    fn keep_in(&mut self, press: &Press) {
        let last = self.items.len().saturating_sub(1);
        self.top.item = self.top.item.min(last);
        self.top = self.top.min(self.bottom(press));
        let place = self.place(self.cursor, press);
        let height = self.height.max(1);
        if place < self.top {
            self.top = place;
        } else if self.distance(self.top, place, height, press) >= height {
            self.top = self.step(place, -signed(height - 1), press);
        }
        self.fill(press);
    }

    /// Lays out what is seen.
    fn fill(&mut self, press: &Press) {
        let mut rows = 0;
        for item in self.top.item..self.items.len() {
            rows += self.height_of(item, press);
            if rows > self.height + self.top.line {
                break;
            }
        }
    }

    /// Chooses the next or the previous link, in the next item that has one if need be.
    pub(super) fn next_link(&mut self, way: Way, press: &Press) -> Moved {
        let here = self.lay(self.cursor.item, press).map_or(0, |laid| laid.links.len());
        let next = match (way, self.link) {
            (Way::Down, None) => Some(0),
            (Way::Down, Some(link)) => Some(link + 1),
            (Way::Up, None) => here.checked_sub(1),
            (Way::Up, Some(link)) => link.checked_sub(1),
        };
        if let Some(link) = next.filter(|link| *link < here) {
            self.choose(Some(link), press);
            self.show(way, false, press);
            return Moved::Yes;
        }
        let Some((item, links)) = self.linked_item(way, press) else { return Moved::AtEnd };
        self.cursor = Row { item, line: 0 };
        self.choose(Some(if way == Way::Down { 0 } else { links - 1 }), press);
        self.show(way, false, press);
        Moved::Yes
    }

    /// The nearest item on the way that has links, and how many. It looks only so far, for every
    /// item that it passes has to be set.
    fn linked_item(&self, way: Way, press: &Press) -> Option<(usize, usize)> {
        const FAR: usize = 200;
        let linked = |at: usize| {
            let sheet = self.items.get(at)?.sheet(press.setting.as_ref());
            let links = sheet.links.len();
            (links > 0 && self.stops(at, press)).then_some((at, links))
        };
        match way {
            Way::Down => (self.cursor.item + 1..self.items.len()).take(FAR).find_map(linked),
            Way::Up => (0..self.cursor.item).rev().take(FAR).find_map(linked),
        }
    }

    /// Chooses a link of the item under the cursor, and takes the cursor to its line.
    pub(super) fn choose(&mut self, link: Option<usize>, press: &Press) {
        self.link = link;
        let laid = self.lay(self.cursor.item, press);
        if let (Some(link), Some(laid)) = (link, laid) {
            self.cursor.line = laid.at.get(link).copied().unwrap_or(self.cursor.line);
        }
        self.keep_in(press);
    }
}

impl Laid {
    fn new(item: &Item, measure: &Measure, press: &Press) -> Self {
        let sheet = item.sheet(press.setting.as_ref());
        let lines = sheet.lay(measure);
        let mut at = vec![0; sheet.links.len()];
        for (n, line) in lines.iter().enumerate().rev() {
            for link in line.segments.iter().filter_map(|segment| segment.link) {
                if let Some(first) = at.get_mut(link) {
                    *first = n;
                }
            }
        }
        let stops = item.stops(press.setting.as_ref());
        Self { gap: item.gap(), lines, links: sheet.links, at, stops }
    }

    /// Blank rows above it as item number `item`: none above the first, none if it shows nothing.
    fn gap(&self, item: usize) -> usize {
        if item == 0 || self.lines.is_empty() { 0 } else { self.gap }
    }
}

fn signed(rows: usize) -> isize {
    isize::try_from(rows).unwrap_or(isize::MAX)
}
