//! What draws on a screen.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::base::cluster_columns;
use crate::desk::Area;
use crate::text::is_simple;
use crate::theme::{Scope, Theme};

use super::drawn::{Drawn, ReadingCursor, RowKey, ScrollArea};
use super::hyperlinks::Hyperlinks;

/// What draws: the cells, where they lead, and the session's styles.
pub(super) struct Pen<'a> {
    pub(super) theme: Theme,
    pub(super) buffer: &'a mut Buffer,
    pub(super) hyperlinks: Hyperlinks,
    /// Where the reader is, as far as it is drawn.
    place: Position,
    scroll_areas: Vec<ScrollArea>,
}

impl<'a> Pen<'a> {
    /// A pen for an empty buffer.
    pub(super) fn new(theme: &Theme, buffer: &'a mut Buffer) -> Self {
        let place = Position::ORIGIN;
        let (hyperlinks, scroll_areas) = (Hyperlinks::default(), Vec::new());
        Self { theme: *theme, buffer, hyperlinks, place, scroll_areas }
    }

    /// Says where the reader is in what is drawn: in this cell. What is drawn over it says so anew.
    pub(super) fn read_at(&mut self, x: u16, y: u16) {
        self.place = Position { x, y };
    }

    /// Says that the rows of an area scroll together, and what stands in them from the top. The area is as
    /// high as there are rows.
    pub(super) fn scrolls(&mut self, area: Area, rows: impl Iterator<Item = RowKey>) {
        let rows: Vec<_> = rows.take(area.height.into()).collect();
        let height = u16::try_from(rows.len()).unwrap_or(area.height);
        if height > 0 && area.width > 0 {
            self.scroll_areas.push(ScrollArea { area: rect(Area { height, ..area }), rows });
        }
    }

    /// What was drawn. The cursor is shown at `shown`; otherwise it stands hidden where the reader is.
    pub(super) fn drawn(self, shown: Option<Position>) -> Drawn {
        let cursor = ReadingCursor { at: shown.unwrap_or(self.place), shown: shown.is_some() };
        Drawn { hyperlinks: self.hyperlinks, cursor, scroll_areas: self.scroll_areas }
    }

    /// Writes `words` from column `x` on, at most `width` columns; answers with the column
    /// after them.
    pub(super) fn text(&mut self, x: u16, y: u16, width: u16, words: &str, scope: Scope) -> u16 {
        self.styled(x, y, width, words, self.theme.style(scope))
    }

    /// Writes a mark of one column into every cell of an area.
    pub(super) fn fill(&mut self, area: Area, mark: &'static str, scope: Scope) {
        let style = self.theme.style(scope);
        let mut filled = Cell::new(mark);
        filled.set_style(style);
        let rect = rect(area).intersection(self.buffer.area);
        for y in rect.top()..rect.bottom() {
            self.cells(y, rect.left()..rect.right()).fill(filled.clone());
        }
    }

    /// As [`Pen::text`], in a style.
    pub(super) fn styled(&mut self, x: u16, y: u16, width: u16, words: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y >= area.bottom() || x >= area.right() {
            return x;
        }
        // What was drawn here before leaves nothing behind.
        let style = Style::reset().patch(style);
        if is_simple(words) {
            return self.simple(x, y, width, words, style);
        }
        self.clusters(x, y, width, words, style)
    }

    /// Grapheme cluster by grapheme cluster: each has the first of its columns, and the others are blank. Whoever
    /// reads the buffer counts them as `base` does; ratatui's own figures are not asked for.
    fn clusters(&mut self, x: u16, y: u16, width: u16, words: &str, style: Style) -> u16 {
        let end = x.saturating_add(width).min(self.buffer.area.right());
        let mut at = x;
        for cluster in words.graphemes(true) {
            let columns = cluster_columns(cluster);
            if columns == 0 {
                continue;
            }
            let next = u16::try_from(columns).ok().and_then(|columns| at.checked_add(columns));
            let Some(next) = next.filter(|next| *next <= end) else { break };
            for column in at..next {
                if let Some(cell) = self.buffer.cell_mut((column, y)) {
                    cell.set_symbol(if column == at { cluster } else { " " }).set_style(style);
                }
            }
            at = next;
        }
        at
    }

    /// The same for words of which each character is a column. Most of a screen is drawn here.
    fn simple(&mut self, x: u16, y: u16, width: u16, words: &str, style: Style) -> u16 {
        let end = x.saturating_add(width).min(self.buffer.area.right());
        let (fg, bg) = (style.fg.unwrap_or_default(), style.bg.unwrap_or_default());
        let mut at = x;
        for (c, cell) in words.chars().zip(self.cells(y, x..end)) {
            match ascii(c) {
                // An empty cell is blank.
                Some(" ") if cell.symbol() == " " => {}
                Some(symbol) => *cell = Cell::new(symbol),
                None => _ = cell.set_char(c),
            }
            (cell.fg, cell.bg, cell.modifier) = (fg, bg, style.add_modifier);
            at += 1;
        }
        at
    }

    /// The cells of some columns of a row.
    fn cells(&mut self, y: u16, columns: Range<u16>) -> &mut [Cell] {
        let area = self.buffer.area;
        let row = usize::from(y.saturating_sub(area.y)) * usize::from(area.width);
        let at = |x: u16| row + usize::from(x.saturating_sub(area.x));
        let cells = self.buffer.content.get_mut(at(columns.start)..at(columns.end));
        cells.unwrap_or_default()
    }

    /// Blanks an area. What it covers of something that scrolls stays where it is, so that scrolls no more.
    pub(super) fn clear(&mut self, area: Area) {
        let rect = rect(area).intersection(self.buffer.area);
        self.hyperlinks.clear(rect);
        self.scroll_areas.retain(|scrolled| !scrolled.area.intersects(rect));
        for y in rect.top()..rect.bottom() {
            for x in rect.left()..rect.right() {
                self.buffer[(x, y)].reset();
            }
        }
    }

    /// One of two marks: with UTF-8 or without.
    pub(super) fn mark(&self, utf8: &'static str, ascii: &'static str) -> &'static str {
        if self.theme.utf8() { utf8 } else { ascii }
    }

    pub(super) fn ellipsis(&self) -> &'static str {
        self.mark("…", "~")
    }
}

/// A printable character of ASCII, as words that last: making a cell of these takes half of the time that it
/// takes to put a character into one.
fn ascii(c: char) -> Option<&'static str> {
    const ALL: &str = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`\
        abcdefghijklmnopqrstuvwxyz{|}~";
    let at = usize::try_from(u32::from(c).checked_sub(u32::from(' '))?).ok()?;
    ALL.get(at..=at)
}

pub(super) fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}
