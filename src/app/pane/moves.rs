//! What moves the cursor and chooses links.

use super::scroll::signed;
use super::{Moved, Pane, Press, Row, Way};

impl Pane {
    pub(super) fn stops(&self, item: usize, press: &Press) -> bool {
        self.items.get(item).is_some_and(|item| item.stops(press.setting.as_ref()))
    }

    pub(super) fn next_stop(&self, item: usize, press: &Press) -> Option<usize> {
        (item + 1..self.items.len()).find(|at| self.stops(*at, press))
    }

    pub(super) fn previous_stop(&self, item: usize, press: &Press) -> Option<usize> {
        (0..item.min(self.items.len())).rev().find(|at| self.stops(*at, press))
    }

    /// The item itself if the focus stops at it, else the next that it does, else the one before.
    pub(super) fn stop_nearest(&self, item: usize, press: &Press) -> usize {
        if self.stops(item, press) {
            return item;
        }
        let near = self.next_stop(item, press).or_else(|| self.previous_stop(item, press));
        near.unwrap_or(item)
    }

    pub(super) fn last_line(&mut self, item: usize, press: &Press) -> usize {
        self.lay(item, press).map_or(0, |laid| laid.lines.len().saturating_sub(1))
    }

    /// To the beginning.
    pub(in crate::app) fn start(&mut self, press: &Press) {
        self.top = Row::default();
        self.link = None;
        let first = if self.stops(0, press) { Some(0) } else { self.next_stop(0, press) };
        self.cursor = Row { item: first.unwrap_or(0), line: 0 };
        self.fill(press);
    }

    /// Whether it is where [`Pane::start`] takes it.
    pub(super) fn is_at_start(&self, press: &Press) -> bool {
        let first = if self.stops(0, press) { Some(0) } else { self.next_stop(0, press) };
        let cursor = Row { item: first.unwrap_or(0), line: 0 };
        self.top == Row::default() && self.cursor == cursor && self.link.is_none()
    }

    /// To the end.
    pub(in crate::app) fn end(&mut self, press: &Press) {
        self.link = None;
        if let Some(last) = self.previous_stop(self.items.len(), press) {
            self.cursor = Row { item: last, line: self.last_line(last, press) };
        }
        self.top = self.bottom(press);
        self.keep_in(press);
    }

    /// To an item's first line.
    pub(in crate::app) fn go_to(&mut self, item: usize, press: &Press) {
        if item >= self.items.len() {
            return;
        }
        let item = self.stop_nearest(item, press);
        let way = if item < self.cursor.item { Way::Up } else { Way::Down };
        self.link = None;
        self.cursor = Row { item, line: 0 };
        self.show(way, true, press);
    }

    /// To a line of an item, or to its last one if it has fewer.
    pub(in crate::app) fn go_to_line(&mut self, at: Row, press: &Press) {
        self.go_to(at.item, press);
        if self.cursor.item == at.item {
            self.cursor.line = at.line.min(self.last_line(at.item, press));
            self.show(Way::Down, false, press);
        }
    }

    /// To a place that was left: a line of an item, so many rows below the top, and a link.
    pub(in crate::app) fn return_to(
        &mut self,
        at: Row,
        row: usize,
        link: Option<usize>,
        press: &Press,
    ) {
        self.go_to(at.item, press);
        self.cursor.line = at.line.min(self.last_line(self.cursor.item, press));
        self.link = link;
        let place = self.place(self.cursor, press);
        self.top = self.step(place, -signed(row), press);
        self.keep_in(press);
    }

    /// One line on.
    pub(in crate::app) fn line(&mut self, way: Way, press: &Press) -> Moved {
        if way == Way::Down && self.waits_below(press) {
            self.top = self.step(self.top, 1, press);
            self.fill(press);
            return Moved::Yes;
        }
        // A list of one thing has no mark to move.
        if self.list && self.items.len() == 1 {
            return self.scroll(way, press);
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

    /// One row on with the cursor at its last place: shows what lies beyond it.
    pub(super) fn scroll(&mut self, way: Way, press: &Press) -> Moved {
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
    pub(in crate::app) fn item(&mut self, way: Way, press: &Press) -> Moved {
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
    pub(in crate::app) fn page(&mut self, way: Way, rows: usize, press: &Press) -> Moved {
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

    pub(super) fn go_to_edge(&mut self, way: Way, press: &Press) {
        match way {
            Way::Down => self.end(press),
            Way::Up => self.start(press),
        }
    }

    /// The line that the focus can stop at nearest to a scroll place, further on the way first.
    pub(super) fn stop_near(&mut self, place: Row, way: Way, press: &Press) -> Row {
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

    /// Chooses the next or the previous link, in the next item that has one if need be.
    pub(in crate::app) fn next_link(&mut self, way: Way, press: &Press) -> Moved {
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
    pub(super) fn linked_item(&self, way: Way, press: &Press) -> Option<(usize, usize)> {
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
    pub(in crate::app) fn choose(&mut self, link: Option<usize>, press: &Press) {
        self.link = link;
        let laid = self.lay(self.cursor.item, press);
        if let (Some(link), Some(laid)) = (link, laid) {
            self.cursor.line = laid.at.get(link).copied().unwrap_or(self.cursor.line);
        }
        self.keep_in(press);
    }
}
