//! Drawing: from the state to the cells of a frame. Reads, decides nothing.

mod banner;
mod bar;
mod footer;
mod full;
mod header;
mod lines;
mod links;
mod matrix;
mod overlay;
mod panes;
mod picture;
mod presenter;
mod prompt;
mod rules;
mod shelf;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::desk::{Area, Zen};
use crate::text::is_simple;
use crate::theme::{Role, Theme};

pub use links::Links;

/// Draws the whole screen.
pub fn view(app: &App, theme: &Theme, frame: &mut Frame) {
    view_linked(app, theme, frame);
}

/// Draws the whole screen, and says what on it leads out of the briefing.
pub fn view_linked(app: &App, theme: &Theme, frame: &mut Frame) -> Links {
    let mut pen = Pen { theme: *theme, buffer: frame.buffer_mut(), links: Links::default() };
    if app.size().too_small() {
        too_small(app, &mut pen);
        return pen.links;
    }
    let screen = app.screen();
    header::draw(app, &screen, &mut pen);
    banner::draw(app, &screen, &mut pen);
    let (full, over) = app.layers();
    match (full, app.reader()) {
        (Some(overlay), _) => full::draw(app, overlay, over.is_empty(), &mut pen),
        (None, Some(reader)) if reader.zen() == Zen::Presenter => {
            presenter::draw(app, reader, &screen, &mut pen);
        }
        (None, Some(reader)) => panes::draw(app, reader, &screen, over.is_empty(), &mut pen),
        (None, None) => shelf::draw(app, &screen, &mut pen),
    }
    rules::draw(&screen, &mut pen);
    footer::draw(app, &screen, &mut pen);
    for overlay in over {
        overlay::draw(app, overlay, &mut pen);
    }
    let cursor = app.prompt().zip(screen.footer);
    let ruled = screen.bottom_rule.is_some();
    let status = app.prompt_status();
    let at = cursor.map(|(prompt, area)| prompt::draw(app, prompt, area, ruled, status, &mut pen));
    let links = pen.links;
    if let Some(at) = at {
        frame.set_cursor_position(at);
    }
    links
}

fn too_small(app: &App, pen: &mut Pen) {
    let size = app.size();
    for (row, words) in ["too small", "need 20x5"].into_iter().enumerate() {
        let y = u16::try_from(row).unwrap_or(0);
        if y < size.height {
            pen.text(0, y, size.width, words, Role::Text);
        }
    }
}

/// What draws: the cells, where they lead, and the session's styles.
struct Pen<'a> {
    theme: Theme,
    buffer: &'a mut Buffer,
    links: Links,
}

impl Pen<'_> {
    /// Writes `words` from column `x` on, at most `width` columns; answers with the column
    /// after them.
    fn text(&mut self, x: u16, y: u16, width: u16, words: &str, role: Role) -> u16 {
        self.styled(x, y, width, words, self.theme.style(role))
    }

    fn styled(&mut self, x: u16, y: u16, width: u16, words: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y >= area.bottom() || x >= area.right() {
            return x;
        }
        // What was drawn here before leaves nothing behind.
        let style = Style::reset().patch(style);
        if is_simple(words) {
            return self.simple(x, y, width, words, style);
        }
        self.buffer.set_stringn(x, y, words, usize::from(width), style).0
    }

    /// As [`Buffer::set_stringn`] does, for words of which each character is a column.
    fn simple(&mut self, x: u16, y: u16, width: u16, words: &str, style: Style) -> u16 {
        let end = x.saturating_add(width).min(self.buffer.area.right());
        let mut at = x;
        for (c, column) in words.chars().zip(x..end) {
            if let Some(cell) = self.buffer.cell_mut((column, y)) {
                cell.set_char(c).set_style(style);
            }
            at = column + 1;
        }
        at
    }

    /// Blanks an area.
    fn clear(&mut self, area: Area) {
        let rect = rect(area).intersection(self.buffer.area);
        self.links.clear(rect);
        for y in rect.top()..rect.bottom() {
            for x in rect.left()..rect.right() {
                self.buffer[(x, y)].reset();
            }
        }
    }

    /// One of two marks: with UTF-8 or without.
    fn mark(&self, utf8: &'static str, ascii: &'static str) -> &'static str {
        if self.theme.utf8() { utf8 } else { ascii }
    }

    fn ellipsis(&self) -> &'static str {
        self.mark("…", "~")
    }
}

fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}
