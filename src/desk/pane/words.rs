//! Lines of a pane as the words of a block.

use std::ops::Range;

use crate::model::Target;
use crate::text::{Line, Origin, Typesetting};

use super::super::item::Item;
use super::{Begin, LayoutContext, LinkOfItem, Pane, Stretch, Way};

impl Pane {
    fn lines(&self) -> &[Line] {
        self.lines_of(self.cursor.of())
    }

    fn lines_of(&self, at: Stretch) -> &[Line] {
        self.laid(at).map_or(&[], |laid| &laid.lines)
    }

    /// What the words of the line under the cursor are.
    pub(crate) fn origin(&self) -> Option<Origin> {
        self.lines().get(self.cursor.line)?.origin
    }

    /// The words of the line under the cursor, in bytes of its block's logical text; below the block's
    /// own words, those of their last line.
    pub(crate) fn logical_at_cursor(&self) -> Option<Range<usize>> {
        let (lines, here) = (self.lines(), self.cursor.of());
        let at = self.cursor.line.min(lines.len());
        let (before, after) = lines.split_at(at);
        // A stretch of a long law may begin with the blank row that stands above a provision.
        let above = here.number.checked_sub(1).map(|number| Stretch { number, ..here });
        let above = above.map_or(&[][..], |above| self.lines_of(above));
        let before = before.iter().rev().chain(above.iter().rev());
        let mut here = after.first().into_iter().chain(before).chain(after);

        here.find_map(|line| line.logical(|_| true))
    }

    /// What is under the cursor and stands apart from the text: a card or, in the wording of an article,
    /// the provision that the cursor's line is of. In a list, and where the cursor has no line, what the
    /// whole card is opened at.
    pub(crate) fn subject(&self, setting: &Typesetting) -> Option<Target> {
        let item = self.focus()?;
        if self.list || setting.glyphs.are_spoken() {
            return item.opened_at();
        }
        let card = item.card()?;
        let provision =
            card.article().and_then(|of| setting.provision_at(of, self.byte_at_cursor()?));
        Some(provision.unwrap_or(card))
    }

    /// The first byte of what its card says that the line under the cursor shows; of the reader's own note,
    /// that of the line which it stands below.
    fn byte_at_cursor(&self) -> Option<usize> {
        // A blank row is of what stands below it.
        let is_blank = |line: &Line| line.segments.is_empty();
        let below = self.lines().get(self.cursor.line..)?;
        let blank = below.iter().take_while(|line| is_blank(line)).count();
        let lines = self.lines().get(..=self.cursor.line + blank)?;
        let is_own = |line: &&Line| matches!(line.origin, Some(Origin::Note(_)));
        let line = lines.iter().rev().find(|line| !is_own(line))?;
        line.logical(|_| true).map(|bytes| bytes.start)
    }

    /// The words of a link of the item under the cursor, in bytes of its block's logical text.
    pub(crate) fn logical_of_link(&self, link: LinkOfItem) -> Option<Range<usize>> {
        let LinkOfItem { stretch, number } = link;
        let lines = self.lines_of(Stretch { item: self.cursor.item, number: stretch }).iter();
        let parts = lines.filter_map(|line| line.logical(|part| part.link == Some(number)));
        parts.reduce(|first, last| first.start..last.end)
    }

    /// Takes the cursor to the line of its item with these bytes of the block's logical text.
    pub(crate) fn go_to_logical(&mut self, bytes: &Range<usize>, layout: &LayoutContext) {
        let at = self.stretch_at(self.cursor.item, bytes.start, layout);
        let with = |line: &Line| line.logical(|_| true).is_some_and(|here| bytes.start < here.end);
        let line = self.lay(at, layout).and_then(|laid| laid.lines.iter().position(with));
        if let Some(line) = line {
            self.cursor = at.row(line);
            self.show(Way::Down, false, layout);
        }
    }

    /// Takes the cursor to what the item under it sets off as cited, with all of that in sight if there is
    /// room.
    pub(crate) fn show_cited(&mut self, layout: &LayoutContext) {
        let item = self.items.get(self.cursor.item).and_then(Item::provision);
        let Some((item, setting)) = item.zip(layout.setting) else { return };
        if let Some(bytes) = setting.bytes_of_provision(&item) {
            self.show_bytes(&bytes, layout);
        }
    }

    /// The same; where the pane was never seen yet, once it is.
    pub(crate) fn begin_at_cited(&mut self, layout: &LayoutContext) {
        if self.width == 0 {
            self.begin = Some(Begin::Cited);
        } else {
            self.show_cited(layout);
        }
    }

    /// Takes the cursor to the first line with these bytes of what its item says, with the last in sight if
    /// there is room.
    pub(crate) fn show_bytes(&mut self, bytes: &Range<usize>, layout: &LayoutContext) {
        let last = bytes.end.saturating_sub(1)..bytes.end;
        self.go_to_logical(&last, layout);
        self.go_to_logical(bytes, layout);
    }

    /// Sets everything anew after what it is set from changed a little: the cursor and the top of the
    /// screen stay on their lines.
    pub(crate) fn refresh(&mut self, layout: &LayoutContext) {
        if self.width == 0 {
            return;
        }
        let waits = self.waits_below(layout);
        self.laid.clear();
        let (cursor, top) = (self.cursor, self.top);
        let here = self.nearest(cursor.of(), layout);
        self.cursor = here.row(cursor.line.min(self.last_line(here, layout)));
        let first = self.nearest(top.of(), layout);
        self.top = first.row(top.line.min(self.height_of(first, layout).saturating_sub(1)));
        if waits { self.fill(layout) } else { self.keep_in(layout) }
    }
}
