//! The item under the cursor alone, and its pages.

use super::{Laid, LayoutContext, Pane, Seen, Way};

impl Pane {
    /// The rows of the stretch under the cursor alone, as many as there is room for, the cursor's among
    /// them: of the item, but for a long one.
    pub fn alone(&self) -> impl Iterator<Item = Seen<'_>> + Clone {
        let here = self.cursor.of();
        let (item, laid) = (self.items.get(here.item), self.laid(here));
        let first = (self.cursor.line + 1).saturating_sub(self.height);
        let rows = item.zip(laid).filter(|(_, laid)| laid.stops).into_iter();
        let rows = rows.flat_map(move |(item, laid)| {
            laid.lines.iter().enumerate().map(move |(at, line)| Seen {
                line: Some(line),
                item,
                number: here.item,
                stretch: here.number,
                row: at,
                focus: true,
                eye: at == self.cursor.line,
                link: self.chosen_in(here),
                links: &laid.links,
            })
        });
        rows.skip(first).take(self.height)
    }

    /// Whether the item under the cursor goes on below what [`Pane::alone`] gives.
    pub(crate) fn alone_more(&self) -> bool {
        let is_last = self.laid(self.cursor.of()).is_none_or(Laid::is_last);
        self.stretch_goes_on() || !is_last
    }

    /// Whether its stretch does.
    fn stretch_goes_on(&self) -> bool {
        self.cursor.line.max(self.height.saturating_sub(1)) + 1 < self.focus_lines()
    }

    /// A page on in the item under the cursor, of which a page is seen at a time. Whether there was
    /// more of it.
    pub(crate) fn page_alone(&mut self, layout: &LayoutContext) -> bool {
        if self.stretch_goes_on() {
            let seen = self.cursor.line.max(self.height.saturating_sub(1));
            self.cursor.line = (seen + self.height.max(1)).min(self.focus_lines() - 1);
            return true;
        }
        let next = self.along(self.cursor.of(), Way::Down, layout);
        self.cursor = next.map_or(self.cursor, |next| next.row(0));
        next.is_some()
    }

    /// A page back in it. Whether there was more of it above.
    pub(crate) fn page_back_alone(&mut self, layout: &LayoutContext) -> bool {
        let first = (self.cursor.line + 1).saturating_sub(self.height);
        if let Some(above) = first.checked_sub(1) {
            self.cursor.line = above;
            return true;
        }
        let before = self.along(self.cursor.of(), Way::Up, layout);
        if let Some(before) = before {
            self.cursor = before.row(self.last_line(before, layout));
        }
        before.is_some()
    }

    /// To the last page of it, if it has more than one.
    pub(crate) fn end_alone(&mut self, layout: &LayoutContext) {
        if self.alone_more() {
            self.cursor = self.last_row(self.cursor.item, layout);
        }
    }
}
