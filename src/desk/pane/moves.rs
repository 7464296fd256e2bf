//! What moves the cursor.

use super::{LayoutContext, LinkOfItem, Moved, Pane, Row, Stretch, Way, signed};

impl Pane {
    pub(super) fn stops(&self, item: usize, layout: &LayoutContext) -> bool {
        self.items.get(item).is_some_and(|item| item.stops(layout.setting.as_ref()))
    }

    pub(super) fn next_stop(&self, item: usize, layout: &LayoutContext) -> Option<usize> {
        (item + 1..self.items.len()).find(|at| self.stops(*at, layout))
    }

    pub(super) fn previous_stop(&self, item: usize, layout: &LayoutContext) -> Option<usize> {
        (0..item.min(self.items.len())).rev().find(|at| self.stops(*at, layout))
    }

    /// The item itself if the focus stops at it, else the next that it does, else the one before.
    pub(super) fn stop_nearest(&self, item: usize, layout: &LayoutContext) -> usize {
        if self.stops(item, layout) {
            return item;
        }
        let near = self.next_stop(item, layout).or_else(|| self.previous_stop(item, layout));
        near.unwrap_or(item)
    }

    pub(super) fn last_line(&mut self, at: Stretch, layout: &LayoutContext) -> usize {
        self.lay(at, layout).map_or(0, |laid| laid.lines.len().saturating_sub(1))
    }

    /// To the beginning.
    pub(crate) fn start(&mut self, layout: &LayoutContext) {
        self.top = Row::default();
        self.link = None;
        let first = if self.stops(0, layout) { Some(0) } else { self.next_stop(0, layout) };
        self.cursor = Row::new(first.unwrap_or(0), 0);
        self.fill(layout);
    }

    /// Whether it is where [`Pane::start`] takes it.
    pub(super) fn is_at_start(&self, layout: &LayoutContext) -> bool {
        let first = if self.stops(0, layout) { Some(0) } else { self.next_stop(0, layout) };
        let cursor = Row::new(first.unwrap_or(0), 0);
        self.top == Row::default() && self.cursor == cursor && self.link.is_none()
    }

    /// To the end.
    pub(crate) fn end(&mut self, layout: &LayoutContext) {
        self.link = None;
        if let Some(last) = self.previous_stop(self.items.len(), layout) {
            self.cursor = self.last_row(last, layout);
        }
        self.top = self.bottom(layout);
        self.keep_in_or_beyond(layout);
    }

    /// To an item's first line.
    pub(crate) fn go_to(&mut self, item: usize, layout: &LayoutContext) {
        if item >= self.items.len() {
            return;
        }
        let item = self.stop_nearest(item, layout);
        let way = if item < self.cursor.item { Way::Up } else { Way::Down };
        self.link = None;
        self.cursor = Row::new(item, 0);
        self.show(way, true, layout);
    }

    /// To an item's first line, in the upper part of the screen: of what comes before it only so much is laid out
    /// as is seen.
    pub(super) fn arrive(&mut self, item: usize, layout: &LayoutContext) {
        let item = self.stop_nearest(item, layout);
        self.cursor = Row::new(item, 0);
        self.top = self.place(self.cursor, layout);
        self.show(Way::Up, true, layout);
    }

    /// To a line of an item, or to its last one if it has fewer.
    pub(crate) fn go_to_line(&mut self, at: Row, layout: &LayoutContext) {
        self.go_to(at.item, layout);
        if self.cursor.item == at.item {
            self.go_to_row(at, layout);
            self.show(Way::Down, false, layout);
        }
    }

    /// The last line of an item.
    pub(super) fn last_row(&mut self, item: usize, layout: &LayoutContext) -> Row {
        let last = self.last_of(item, layout);
        let shown =
            if self.height_of(last, layout) > 0 { None } else { self.along(last, Way::Up, layout) };
        let last = shown.unwrap_or(last);
        last.row(self.last_line(last, layout))
    }

    /// To the line in which `at` is in its item, of the item under the cursor.
    fn go_to_row(&mut self, at: Row, layout: &LayoutContext) {
        let stretch = Stretch { item: self.cursor.item, number: at.stretch };
        let stretch = self.nearest(stretch, layout);
        self.cursor = stretch.row(at.line.min(self.last_line(stretch, layout)));
    }

    /// To a place that was left: a line of an item, so many rows below the top, and a link.
    pub(crate) fn return_to(
        &mut self,
        at: Row,
        row: usize,
        link: Option<LinkOfItem>,
        layout: &LayoutContext,
    ) {
        self.go_to(at.item, layout);
        self.go_to_row(at, layout);
        self.link = link;
        let place = self.place(self.cursor, layout);
        self.top = self.step(place, -signed(row), layout);
        self.keep_in(layout);
    }

    /// To an item, which stands at the top of the pane below the headings that are right above it.
    pub(crate) fn go_to_top(&mut self, item: usize, layout: &LayoutContext) {
        let (mut first, mut rows) = (item, 0);
        while let Some(above) = first.checked_sub(1)
            && !self.stops(above, layout)
        {
            rows += self.height_of(Stretch::first_of(above), layout);
            first = above;
        }
        let gap = |pane: &mut Self, at| pane.gap_of(Stretch::first_of(at), layout);
        let rows = (rows + gap(self, item)).saturating_sub(gap(self, first));
        // Where they would fill it, what was asked for comes first.
        let rows = if rows < self.height / 2 { rows } else { 0 };
        self.return_to(Row::new(item, 0), rows, None, layout);
    }

    /// One line on.
    pub(crate) fn line(&mut self, way: Way, layout: &LayoutContext) -> Moved {
        if way == Way::Down && self.waits_below(layout) {
            self.top = self.step(self.top, 1, layout);
            self.fill(layout);
            return Moved::Yes;
        }
        // A list of one thing has no mark to move.
        if self.list && self.items.len() == 1 {
            return self.scroll(way, layout);
        }
        let (here, Row { item, line, .. }) = (self.cursor.of(), self.cursor);
        let next = match way {
            Way::Down if line < self.last_line(here, layout) => Some(here.row(line + 1)),
            Way::Up if line > 0 => Some(here.row(line - 1)),
            _ => self.row_beyond(here, way, layout),
        };
        let Some(next) = next else { return self.scroll(way, layout) };
        if next.item != item {
            self.link = None;
        }
        self.cursor = next;
        self.show_ahead(way, layout);
        Moved::Yes
    }

    /// The first line beyond a stretch that the cursor can be on, or the last one before it.
    fn row_beyond(&mut self, here: Stretch, way: Way, layout: &LayoutContext) -> Option<Row> {
        if let Some(next) = self.along(here, way, layout) {
            let line = if way == Way::Down { 0 } else { self.last_line(next, layout) };
            return Some(next.row(line));
        }
        match way {
            Way::Down => self.next_stop(here.item, layout).map(|item| Row::new(item, 0)),
            Way::Up => {
                let before = self.previous_stop(here.item, layout);
                before.map(|item| self.last_row(item, layout))
            }
        }
    }

    /// One row on with the cursor at its last place: shows what lies beyond it.
    pub(super) fn scroll(&mut self, way: Way, layout: &LayoutContext) -> Moved {
        let before = self.top;
        self.top = match way {
            Way::Down => {
                let next = self.step(self.top, 1, layout);
                self.held(next, layout).max(before)
            }
            Way::Up => self.step(self.top, -1, layout),
        };
        // What lies before the first paragraph may be higher than the screen: it is shown, and
        // the paragraph waits below.
        self.fill(layout);
        if self.top == before { Moved::AtEnd } else { Moved::Yes }
    }

    /// One row on, the cursor staying at its line for as long as that is in view.
    pub(crate) fn slide(&mut self, way: Way, layout: &LayoutContext) -> Moved {
        if self.single {
            return self.line(way, layout);
        }
        let moved = self.scroll(way, layout);
        if moved == Moved::AtEnd || self.waits_below(layout) {
            return moved;
        }
        let item = self.cursor.item;
        let place = self.place(self.cursor, layout);
        if place < self.top {
            self.cursor = self.stop_near(self.top, Way::Down, layout);
        } else if self.distance(self.top, place, self.height, layout) >= self.height {
            let last = self.step(self.top, signed(self.height.saturating_sub(1)), layout);
            self.cursor = self.stop_near(last, Way::Up, layout);
        }
        if self.cursor.item != item {
            self.link = None;
        }
        self.keep_in_or_beyond(layout);
        moved
    }

    /// To the next or the previous item that the focus stops at.
    pub(crate) fn item(&mut self, way: Way, layout: &LayoutContext) -> Moved {
        let next = match way {
            Way::Down => self.next_stop(self.cursor.item, layout),
            Way::Up => self.previous_stop(self.cursor.item, layout),
        };
        let Some(item) = next else { return self.rest(way, layout) };
        self.link = None;
        self.cursor = Row::new(item, 0);
        self.show(way, true, layout);
        Moved::Yes
    }

    /// What is left of a list beyond the last entry that the focus stops at, or of that entry itself, a
    /// screen at a time. In the text the next section comes first.
    fn rest(&mut self, way: Way, layout: &LayoutContext) -> Moved {
        let (above, below) = self.more();
        let has_rest = if way == Way::Down { below } else { above };
        if !self.list || !has_rest {
            return Moved::AtEnd;
        }
        self.page(way, self.height.saturating_sub(1), layout)
    }

    /// `rows` on, the cursor keeping its height on the screen.
    pub(crate) fn page(&mut self, way: Way, rows: usize, layout: &LayoutContext) -> Moved {
        let row = self.cursor_row();
        let (top, cursor) = (self.top, self.cursor);
        let waits = way == Way::Down && self.waits_below(layout);
        let by = signed(rows.max(1));
        self.top = match way {
            Way::Down => {
                let next = self.step(top, by, layout);
                self.held(next, layout).max(top)
            }
            Way::Up => self.step(top, -by, layout),
        };
        if waits {
            self.fill(layout);
            return Moved::Yes;
        }
        if self.top == top {
            self.go_to_edge(way, layout);
        } else {
            let place = self.step(self.top, signed(row), layout);
            self.cursor = self.stop_near(place, way, layout);
        }
        if self.cursor.item != cursor.item {
            self.link = None;
        }
        self.keep_in_or_beyond(layout);
        if (self.top, self.cursor) != (top, cursor) {
            return Moved::Yes;
        }
        // A page of one row may be the blank one above an item.
        if way == Way::Up && top > Row::default() { self.line(way, layout) } else { Moved::AtEnd }
    }

    pub(super) fn go_to_edge(&mut self, way: Way, layout: &LayoutContext) {
        match way {
            Way::Down => self.end(layout),
            Way::Up => self.start(layout),
        }
    }

    /// The line that the focus can stop at nearest to a scroll place, further on the way first.
    pub(super) fn stop_near(&mut self, place: Row, way: Way, layout: &LayoutContext) -> Row {
        if self.stops(place.item, layout) {
            let gap = self.gap_of(place.of(), layout);
            return Row { line: place.line.saturating_sub(gap), ..place };
        }
        let down = self.next_stop(place.item, layout).map(|item| Row::new(item, 0));
        let up = self.previous_stop(place.item, layout);
        let up = up.map(|item| self.last_row(item, layout));
        let near = if way == Way::Down { down.or(up) } else { up.or(down) };
        near.unwrap_or(self.cursor)
    }
}
