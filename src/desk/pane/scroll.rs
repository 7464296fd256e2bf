//! Scroll places: rows of a pane, blank ones above a stretch counted, and what is in view.

use super::{LayoutContext, Pane, Row, Stretch, Way, signed};

impl Pane {
    pub(super) fn height_of(&mut self, at: Stretch, layout: &LayoutContext) -> usize {
        self.lay(at, layout).map_or(0, |laid| laid.rows())
    }

    /// The scroll place of a line: blank rows above its stretch counted.
    pub(super) fn place(&mut self, row: Row, layout: &LayoutContext) -> Row {
        Row { line: self.gap_of(row.of(), layout) + row.line, ..row }
    }

    /// Blank rows above a stretch.
    pub(super) fn gap_of(&mut self, at: Stretch, layout: &LayoutContext) -> usize {
        self.lay(at, layout).map_or(0, |laid| laid.gap)
    }

    /// The scroll place `by` rows from `from`, at most at the first or the last row.
    pub(super) fn step(&mut self, from: Row, by: isize, layout: &LayoutContext) -> Row {
        let mut at = from;
        let mut left = by.unsigned_abs();
        if by < 0 {
            while left > at.line
                && let Some(before) = self.before(at.of(), layout)
            {
                left -= at.line;
                at = before.row(self.height_of(before, layout));
            }
            at.line = at.line.saturating_sub(left);
            return at;
        }
        loop {
            let below = self.height_of(at.of(), layout).saturating_sub(at.line + 1);
            if left <= below {
                at.line += left;
                return at;
            }
            let Some(next) = self.next_shown(at.of(), layout) else {
                at.line += below;
                return at;
            };
            left -= below + 1;
            at = next.row(0);
        }
    }

    fn next_shown(&mut self, at: Stretch, layout: &LayoutContext) -> Option<Stretch> {
        let mut next = self.after(at, layout)?;
        while self.height_of(next, layout) == 0 {
            next = self.after(next, layout)?;
        }
        Some(next)
    }

    /// Rows from `a` down to `b`, counted up to `limit`.
    pub(super) fn distance(
        &mut self,
        a: Row,
        b: Row,
        limit: usize,
        layout: &LayoutContext,
    ) -> usize {
        let (mut at, mut rows) = (a, 0);
        while at.of() < b.of()
            && rows < limit
            && let Some(after) = self.after(at.of(), layout)
        {
            rows += self.height_of(at.of(), layout).saturating_sub(at.line);
            at = after.row(0);
        }
        if at.of() < b.of() { limit } else { rows + b.line.saturating_sub(at.line) }
    }

    /// The furthest that the top may scroll: the last row is at the bottom.
    pub(super) fn bottom(&mut self, layout: &LayoutContext) -> Row {
        let last = self.last_of(self.items.len().saturating_sub(1), layout);
        let end = last.row(self.height_of(last, layout).saturating_sub(1));
        self.step(end, -signed(self.height.saturating_sub(1)), layout)
    }

    /// A place that the top may have: this one, or above it the furthest that there is. What is seen from here on
    /// is to be laid out anyway; the end, which may be far away, only if it is in sight.
    pub(super) fn held(&mut self, top: Row, layout: &LayoutContext) -> Row {
        if self.has_rows(top, self.height.max(1), layout) {
            top
        } else {
            top.min(self.bottom(layout))
        }
    }

    /// Whether so many rows or more stand from a scroll place on.
    fn has_rows(&mut self, from: Row, rows: usize, layout: &LayoutContext) -> bool {
        let (mut found, mut next) = (0, Some(from));
        while found < rows
            && let Some(at) = next
        {
            found += self.height_of(at.of(), layout).saturating_sub(at.line);
            next = self.after(at.of(), layout).map(|after| after.row(0));
        }
        found >= rows
    }

    /// Lays out what was replaced, and scrolls so that the item under the cursor is in view.
    pub(crate) fn show_item(&mut self, layout: &LayoutContext) {
        self.cursor.line = self.cursor.line.min(self.last_line(self.cursor.of(), layout));
        self.show(Way::Down, true, layout);
    }

    /// Whether the cursor is below what is seen, because something higher than the screen stands
    /// before the first paragraph.
    pub(super) fn waits_below(&mut self, layout: &LayoutContext) -> bool {
        if self.single {
            return false;
        }
        let place = self.place(self.cursor, layout);
        place > self.top && self.distance(self.top, place, self.height, layout) >= self.height
    }

    /// Scrolls as little as it takes to keep the cursor inside a band of the screen, and with
    /// `whole` its item in view to the end.
    pub(super) fn show(&mut self, way: Way, whole: bool, layout: &LayoutContext) {
        self.show_by(1, way, whole, layout);
    }

    /// After a motion by lines: if it takes any scrolling to keep the cursor inside the band, then as many
    /// rows as the reader wants at once, but never so many that the cursor leaves it at the other end.
    pub(super) fn show_ahead(&mut self, way: Way, layout: &LayoutContext) {
        self.show_by(layout.jump.rows(self.height), way, false, layout);
    }

    fn show_by(&mut self, rows: usize, way: Way, whole: bool, layout: &LayoutContext) {
        let height = self.height.max(1);
        let band = (height / 5, height * 3 / 5);
        let (low, mut high) = if self.list { (0, height - 1) } else { band };
        if whole {
            self.measure_height(self.cursor.item, layout);
            let lines: usize = self.laid_of(self.cursor.item).map(|laid| laid.lines.len()).sum();
            let lines = lines.max(1);
            high = high.min(height.saturating_sub(lines)).max(low);
        }
        // Where it comes to stand that leaves the band at the top, and at the bottom.
        let (lowered, raised) =
            ((low + rows - 1).min(high), high.saturating_sub(rows - 1).max(low));
        let place = self.place(self.cursor, layout);
        if place < self.top {
            self.top = self.step(place, -signed(lowered), layout);
        } else {
            let row = self.distance(self.top, place, height * 2, layout);
            if row >= height * 2 {
                self.top = self.step(place, -signed(low), layout);
            } else if row > high {
                let down = way == Way::Down || row >= height;
                let keep = if down { raised } else { row };
                self.top = self.step(place, -signed(keep), layout);
            } else if row < low && way == Way::Up {
                self.top = self.step(place, -signed(lowered), layout);
            }
        }
        self.keep_in(layout);
    }

    /// Holds the top between its ends and the cursor on the screen, and lays out what is seen.
    pub(super) fn keep_in(&mut self, layout: &LayoutContext) {
        let last = self.items.len().saturating_sub(1);
        self.top.item = self.top.item.min(last);
        self.top.stretch = self.nearest(self.top.of(), layout).number;
        self.top = self.held(self.top, layout);
        let place = self.place(self.cursor, layout);
        let height = self.height.max(1);
        if place < self.top {
            self.top = place;
        } else if self.distance(self.top, place, height, layout) >= height {
            self.top = self.step(place, -signed(height - 1), layout);
        }
        self.fill(layout);
    }

    /// As [`Pane::keep_in`]; but what stands before the first line that the cursor can be on, or after the
    /// last one, may be higher than the screen, and is shown without it.
    pub(super) fn keep_in_or_beyond(&mut self, layout: &LayoutContext) {
        self.top = self.held(self.top, layout);
        if !self.single && (self.is_left_above(layout) || self.is_left_below(layout)) {
            return self.fill(layout);
        }
        self.keep_in(layout);
    }

    /// Whether the cursor is on the last line that it can be on, and above what is seen.
    fn is_left_above(&mut self, layout: &LayoutContext) -> bool {
        let Row { item, stretch: _, line } = self.cursor;
        self.place(self.cursor, layout) < self.top
            && self.next_stop(item, layout).is_none()
            && self.along(self.cursor.of(), Way::Down, layout).is_none()
            && line == self.last_line(self.cursor.of(), layout)
    }

    /// Whether it is on the first one, and below what is seen.
    fn is_left_below(&mut self, layout: &LayoutContext) -> bool {
        self.cursor.line == 0
            && self.along(self.cursor.of(), Way::Up, layout).is_none()
            && self.previous_stop(self.cursor.item, layout).is_none()
            && self.waits_below(layout)
    }

    /// Lays out what is seen, and what is under the cursor wherever that is.
    pub(super) fn fill(&mut self, layout: &LayoutContext) {
        self.lay(self.cursor.of(), layout);
        if let Some(link) = self.link {
            self.lay(Stretch { item: self.cursor.item, number: link.stretch }, layout);
        }
        let (mut rows, mut last, mut next) = (0, self.top.of(), Some(self.top.of()));
        while rows <= self.height + self.top.line
            && let Some(at) = next
        {
            rows += self.height_of(at, layout);
            last = at;
            next = self.after(at, layout);
        }
        // Of what is not seen as a whole it is told whether it could be.
        self.measure_height(self.top.item, layout);
        self.measure_height(last.item, layout);
    }
}
