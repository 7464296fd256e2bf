//! Drawing: from the state to the cells of a screen. Reads, decides nothing.

mod banner;
mod drawn;
mod footer;
mod full_screen;
mod header;
mod hyperlinks;
mod linear;
mod lines;
mod link_hints;
mod matrix;
mod overlay;
mod panes;
mod pen;
mod picture;
mod presenter;
mod prompt;
mod rules;
mod scrollbar;
mod shelf;
mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::App;
use crate::desk::{SMALLEST, Screen, Zen};
use crate::theme::{Scope, Theme};

use pen::Pen;

pub use drawn::{Drawn, ReadingCursor, RowKey, ScrollArea};
pub use hyperlinks::Hyperlinks;
pub(crate) use linear::{Numbered, Teller, Wish, whereabouts, why_not};

/// Draws the whole screen into an empty buffer of the size that the state was laid out for.
pub fn view(app: &App, theme: &Theme, buffer: &mut Buffer) -> Drawn {
    let mut pen = Pen::new(theme, buffer);
    if app.size().too_small() {
        too_small(app, &mut pen);
        return pen.drawn(None);
    }
    if app.is_blank() {
        return pen.drawn(None);
    }
    let screen = app.screen();
    header::draw(app, &screen, &mut pen);
    banner::draw(app, &screen, &mut pen);
    rules::draw(&screen, &mut pen);
    let (full, over) = app.layers();
    match (full, app.reader()) {
        (Some(overlay), _) => full_screen::draw(app, overlay, &screen, over.is_empty(), &mut pen),
        (None, Some(reader)) if reader.zen() == Zen::Presenter => {
            presenter::draw(app, reader, &screen, &mut pen);
        }
        (None, Some(reader)) => panes::draw(app, reader, &screen, over.is_empty(), &mut pen),
        (None, None) => shelf::draw(app, &screen, &mut pen),
    }
    footer::draw(app, &screen, &mut pen);
    for overlay in over {
        overlay::draw(app, overlay, &mut pen);
    }
    link_hints::draw(app, &screen, &mut pen);
    let end = moving_end(app, &screen);
    let prompt = app.prompt().zip(screen.footer);
    let ruled = screen.bottom_rule.is_some();
    let status = app.prompt_status();
    let letter =
        prompt.map(|(prompt, area)| prompt::draw(app, prompt, area, ruled, status, &mut pen));
    pen.drawn(letter.or(end))
}

/// Where the end stands that moves while words are chosen. One paragraph alone has no place to count
/// rows from.
fn moving_end(app: &App, screen: &Screen) -> Option<Position> {
    let (byte, reader) = (app.moving_end()?, app.reader()?);
    let (pane, area) = match app.overlays().last() {
        Some(top) => (top.pane(), app.overlay_content(top)),
        None if reader.zen() == Zen::Presenter => return None,
        None => (reader.pane(reader.active()), screen.content(reader.active(), reader.measure())?),
    };
    let (row, line) = pane.seen().enumerate().find_map(|(at, row)| {
        let line = row.line.filter(|_| row.eye)?;
        Some((at, line))
    })?;
    let by = |from: u16, by: usize| from.saturating_add(u16::try_from(by).unwrap_or(u16::MAX));
    let x = by(area.x, line.column_of(byte)?).min(area.x + area.width.saturating_sub(1));
    Some(Position { x, y: by(area.y, row) })
}

fn too_small(app: &App, pen: &mut Pen) {
    let size = app.size();
    let lines = words::too_small(SMALLEST.width, SMALLEST.height);
    for (line, y) in lines.iter().zip(0..size.height) {
        pen.text(0, y, size.width, line, Scope::Text);
    }
}
