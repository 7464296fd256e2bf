//! A column of items with a scroll place, a cursor and a chosen link.
//!
//! Nothing is laid out before it is about to be seen: opening, resizing and moving in a section
//! of thousands of paragraphs cost as much as a screenful.

mod alone;
mod chosen;
mod ends;
mod laid;
mod links;
mod moves;
mod row;
mod scroll;
mod seen;
mod spot;
mod stretches;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::item::Item;
use super::layout::Area;
use laid::Laid;

pub(crate) use chosen::{Picked, WordCounts};
pub(crate) use ends::{End, Mover, Unit};
pub(crate) use laid::LayoutContext;
pub(crate) use links::SeenLink;
pub(crate) use row::LinkOfItem;
pub use row::Row;
use row::Stretch;
pub use seen::Seen;
pub(crate) use spot::Spot;

/// A column of items.
#[derive(Debug, Clone, Default)]
pub struct Pane {
    items: Vec<Item>,
    /// What of them is laid out.
    laid: BTreeMap<Stretch, Arc<Laid>>,
    /// Columns of text.
    width: usize,
    /// Rows on screen.
    height: usize,
    top: Row,
    cursor: Row,
    link: Option<LinkOfItem>,
    /// The words that are chosen, from the first to behind the last.
    chosen: Option<Range<Spot>>,
    /// Whether it scrolls only when the cursor would leave it, as lists do. Prose keeps some
    /// lines ahead of the eye.
    list: bool,
    /// Whether the item under the cursor is shown alone, wherever it stands.
    single: bool,
    /// Where the cursor is to be once there is a size to lay out for.
    begin: Option<Begin>,
}

/// Where the cursor of a pane begins, when that is laid out for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Begin {
    /// At the first item that it stops at.
    Start,
    /// At an item, counted from 0.
    At(usize),
    /// At an item, which stands at the top, but for headings right above it.
    Top(usize),
    /// At the match that the reader was taken to, in whichever item that is; else at what is cited.
    Match,
    /// At the same, which is in this item or in one of the next.
    MatchFrom(usize),
    /// At what the first item sets off as cited, or at its beginning.
    Cited,
}

/// Where in a pane the reader is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PanePlace {
    cursor: Row,
    top: Row,
    link: Option<LinkOfItem>,
    /// How many items there are.
    items: usize,
    chosen: Option<Range<Spot>>,
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

impl Begin {
    /// At an item, counted from 0.
    pub(crate) fn at(item: usize) -> Self {
        if item == 0 { Self::Start } else { Self::At(item) }
    }

    /// The item that is asked for; the first if any will do.
    pub(crate) fn item(self) -> usize {
        match self {
            Self::At(item) | Self::Top(item) | Self::MatchFrom(item) => item,
            Self::Start | Self::Match | Self::Cited => 0,
        }
    }
}

impl Pane {
    /// A pane of `items`, at its beginning.
    pub(crate) fn new(items: Vec<Item>) -> Self {
        Self { items, ..Self::default() }
    }

    /// A list of `items` to choose from, at its beginning.
    pub(crate) fn list(items: Vec<Item>) -> Self {
        Self { list: true, ..Self::new(items) }
    }

    /// The same pane with its cursor elsewhere when it is seen first.
    #[must_use]
    pub(crate) fn beginning(mut self, begin: Begin) -> Self {
        if let Begin::At(item) | Begin::Top(item) | Begin::MatchFrom(item) = begin {
            self.cursor.item = item;
        }
        self.begin = Some(begin);
        self
    }

    /// From now on the cursor stays where it is, whatever the size becomes.
    pub(crate) fn settle(&mut self) {
        if self.is_laid() {
            self.begin = None;
        }
    }

    fn take_beginning(&mut self, begin: Begin, layout: &LayoutContext) {
        self.start(layout);
        match begin {
            Begin::Start => {}
            Begin::Cited => self.show_cited(layout),
            Begin::At(item) => self.go_to(item, layout),
            Begin::Top(item) => self.go_to_top(item, layout),
            Begin::MatchFrom(item) => {
                /// A match is looked for in no more items than an article has beside its wording.
                const NEAR: usize = 4;
                self.go_to(item, layout);
                let mut near = (item..self.items.len()).take(NEAR);
                let found = near.find(|at| self.match_in(*at, layout).is_some());
                if let Some(at) = found {
                    self.go_to(at, layout);
                    self.show_match(at, layout);
                }
            }
            Begin::Match => {
                let mut items = 0..self.items.len();
                // The reader's own words are no match of the briefing's: they stand below what they are on.
                if !items.any(|item| self.show_match(item, layout)) {
                    self.show_cited(layout);
                }
            }
        }
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
        let is_hidden = !self.is_laid() || self.height == 0;
        let item = self.items.get(self.cursor.item)?;
        (self.single || is_hidden || self.seen().any(|row| row.eye)).then_some(item)
    }

    /// How many lines the stretch under the cursor has: all lines of its item, but of a long one.
    pub fn focus_lines(&self) -> usize {
        self.laid(self.cursor.of()).map_or(1, |laid| laid.lines.len().max(1))
    }

    /// How many lines of its item stand above the cursor, and how many beside the first it has; of a long one,
    /// as many as there would be if all its stretches were as high as the one that is read.
    pub(crate) fn lines_passed(&self) -> (usize, usize) {
        let lines = self.focus_lines();
        let beyond = self.laid(self.cursor.of()).map_or(0, |laid| laid.beyond);
        let above = self.cursor.stretch * lines;
        (above + self.cursor.line, above + (beyond + 1) * lines - 1)
    }

    /// How many columns wide and rows high it is.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// The row of the screen that the cursor is on, counted from the pane's top.
    pub fn cursor_row(&self) -> usize {
        self.seen().position(|row| row.eye).unwrap_or(0)
    }

    /// Where in it the reader is. In a list of one thing no mark tells on which of its lines.
    pub(crate) fn place_in_it(&self) -> PanePlace {
        let is_unmarked = self.list && self.items.len() == 1;
        let chosen = self.chosen.clone();
        PanePlace {
            cursor: if is_unmarked { Row::default() } else { self.cursor },
            top: self.top,
            link: self.link,
            items: self.items.len(),
            chosen,
        }
    }

    /// The rows of all its items, if all are laid out.
    pub(crate) fn rows(&self) -> Option<usize> {
        (0..self.items.len()).map(|item| self.rows_of(item)).sum()
    }

    /// Whether there is more above, and more below.
    pub fn more(&self) -> (bool, bool) {
        (self.top > Row::default(), self.rows_from_top().nth(self.height).is_some())
    }

    fn laid(&self, at: Stretch) -> Option<&Laid> {
        self.laid.get(&at).map(|laid| &**laid)
    }

    /// Puts other items in, and goes to their beginning; equal items leave it as it is.
    pub(crate) fn set(&mut self, items: Vec<Item>, layout: &LayoutContext) {
        if items == self.items {
            return;
        }
        self.put(items);
        if self.width > 0 {
            self.start(layout);
        }
    }

    /// Puts other items in, and goes to item `at` as one who comes from elsewhere.
    pub(crate) fn set_at(&mut self, items: Vec<Item>, at: usize, layout: &LayoutContext) {
        self.put(items);
        if self.width > 0 {
            self.arrive(at, layout);
        }
    }

    fn put(&mut self, items: Vec<Item>) {
        let (width, height) = self.size();
        let (list, single) = (self.list, self.single);
        let laid = self.laid_already(&items);
        *self = Self { laid, width, height, list, single, ..Self::new(items) };
    }

    /// What is laid out of other items, as far as they are among those that there are. Of very many it would take
    /// longer to look than to lay out a screenful.
    fn laid_already(&self, items: &[Item]) -> BTreeMap<Stretch, Arc<Laid>> {
        const MANY: usize = 64;
        if self.chosen.is_some() || self.items.len().max(items.len()) > MANY {
            return BTreeMap::new();
        }
        let same = items.iter().enumerate().filter_map(|(item, new)| {
            let before = self.items.iter().position(|other| other == new)?;
            // The first item has no blank row above it.
            let is_alike = before == item || (before > 0 && item > 0);
            is_alike.then_some((item, before))
        });
        let laid = same.flat_map(|(item, before)| {
            let laid = self.laid.range(Stretch::all_of(before));
            laid.map(move |(at, laid)| (Stretch { item, ..*at }, Arc::clone(laid)))
        });
        laid.collect()
    }

    /// Puts other items in, with the cursor on item `at`.
    pub(crate) fn exchange(&mut self, items: Vec<Item>, at: usize, layout: &LayoutContext) {
        self.set(items, layout);
        self.go_to(at, layout);
    }

    /// Takes an area of the screen; with `afresh`, all is laid out anew.
    pub(crate) fn fit(&mut self, area: Area, afresh: bool, layout: &LayoutContext) {
        let size = (usize::from(area.width), usize::from(area.height));
        if afresh || self.size() != size || !self.is_laid() {
            self.resize(size.0, size.1, layout);
        }
    }

    /// Shows the item under the cursor alone, or all of them.
    pub(crate) fn set_single(&mut self, single: bool) {
        self.single = single;
    }

    /// Forgets what is laid out: it is to be laid out anew before it is seen.
    pub(crate) fn forget(&mut self) {
        self.laid.clear();
    }

    /// Lays out anew what is seen: other words are marked in it, on the same lines.
    pub(crate) fn mark_anew(&mut self, layout: &LayoutContext) {
        if self.width > 0 && self.is_laid() {
            self.laid.clear();
            self.fill(layout);
        }
    }

    /// Brings the match that the reader was taken to into view, if item `at` has it. Answers
    /// whether it has.
    pub(crate) fn show_match(&mut self, at: usize, layout: &LayoutContext) -> bool {
        let Some(found) = self.match_in(at, layout) else { return false };
        if at == self.cursor.item {
            self.cursor = found;
            self.show(Way::Down, false, layout);
        } else {
            // The cursor does not stop there: a heading.
            let place = self.place(found, layout);
            if place < self.top {
                self.top = place;
                self.keep_in(layout);
            }
        }
        true
    }

    /// The line of an item with the match that the reader was taken to.
    fn match_in(&mut self, item: usize, layout: &LayoutContext) -> Option<Row> {
        let setting = layout.setting.as_ref();
        let numbers = self.items.get(item)?.stretches_with_match(setting, layout.found);
        numbers.into_iter().find_map(|number| {
            let at = Stretch { item, number };
            Some(at.row(self.lay(at, layout)?.match_line()?))
        })
    }

    /// Whether what is under the cursor is laid out.
    pub(crate) fn is_laid(&self) -> bool {
        self.items.is_empty() || self.laid.contains_key(&self.cursor.of())
    }

    /// Puts another item in place of one.
    pub(crate) fn replace(&mut self, at: usize, item: Item) {
        if let Some(slot) = self.items.get_mut(at) {
            *slot = item;
            self.laid.retain(|stretch, _| stretch.item != at);
        }
    }

    /// Lays everything out anew, `width` columns wide and `height` rows high; the cursor stays
    /// on what it was on, and at its height on the screen.
    pub(crate) fn resize(&mut self, width: usize, height: usize, layout: &LayoutContext) {
        if let Some(begin) = self.begin {
            (self.width, self.height) = (width.max(1), height);
            self.laid.clear();
            return self.take_beginning(begin, layout);
        }
        if self.width == 0 || self.is_at_start(layout) {
            // It was never seen or never left: there is no place to keep but the beginning.
            (self.width, self.height) = (width.max(1), height);
            self.laid.clear();
            return self.start(layout);
        }
        let changed = self.size() != (width.max(1), height);
        // What was forgotten has no rows to count.
        self.fill(layout);
        let row = self.cursor_row();
        let lines = self.laid(self.cursor.of()).map(|laid| laid.lines.len().max(1));
        (self.width, self.height) = (width.max(1), height);
        self.laid.clear();
        if !self.stops(self.cursor.item, layout) {
            let item = self.stop_nearest(self.cursor.item, layout);
            self.cursor = Row::new(item, 0);
        }
        self.cursor.stretch = self.nearest(self.cursor.of(), layout).number;
        let now = self.last_line(self.cursor.of(), layout) + 1;
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

/// Rows as a distance down.
fn signed(rows: usize) -> isize {
    isize::try_from(rows).unwrap_or(isize::MAX)
}
