//! One paragraph at a time, widely spaced, to be read from afar.

use crate::app::{App, Reader};
use crate::desk::{Area, PaneId, Screen, Seen, Slide};
use crate::text::{Line, columns, fit};
use crate::theme::Scope;

use super::drawn::RowKey;
use super::pen::Pen;
use super::{lines, panes};

pub(super) fn draw(app: &App, reader: &Reader, screen: &Screen, pen: &mut Pen) {
    let column = screen.content(PaneId::Text, reader.measure());
    let Some(column) = column.filter(|_| reader.active() == PaneId::Text) else {
        return panes::draw(app, reader, screen, true, pen);
    };
    let (body, pane) = (screen.body, reader.pane(PaneId::Text));
    let (heading, is_first) = reader.heading(column.width.into());
    let slide = Slide::new(column, heading.len(), pane.focus_lines());
    // Above the first paragraph below it, it is read; above the others, it says where they belong.
    let scope = if is_first { Scope::Strong } else { Scope::Dim };
    draw_heading(&heading, slide.heading, scope, pen);
    let rows = (slide.text.y..slide.text.y + slide.text.height).step_by(slide.step.into());
    // No line of it is marked: the reader begins at the first.
    let rows = pane.alone().map(|row| Seen { eye: false, ..row }).zip(rows);
    for (row, y) in rows.clone() {
        lines::line(&row, column, y, pen);
    }
    lines::read(&rows, column, pen);
    if slide.step == 1 {
        let keys = rows.map(|(row, _)| RowKey::of(&row));
        pen.scrolls(
            Area { x: body.x, width: body.width, ..slide.text }.without_last_column(),
            keys,
        );
    }
    lines::more((false, pane.alone_more()), screen, body, body, pen);
}

/// Where the rows of the paragraph are, and how many rows it is from one to the next.
pub(super) fn rows(reader: &Reader, screen: &Screen) -> Option<(Area, u16)> {
    let column = screen.content(PaneId::Text, reader.measure())?;
    let (heading, _) = reader.heading(column.width.into());
    let lines = reader.pane(PaneId::Text).focus_lines();
    let slide = Slide::new(column, heading.len(), lines);
    Some((slide.text, slide.step))
}

/// Draws a heading, each line in the middle.
fn draw_heading(heading: &[Line], area: Area, scope: Scope, pen: &mut Pen) {
    let rows = usize::from(area.height);
    for ((n, line), y) in heading.iter().enumerate().zip(area.y..area.y + area.height) {
        let mut words: String = line.segments.iter().map(|part| part.words.as_str()).collect();
        if n + 1 == rows && rows < heading.len() {
            words = fit(&format!("{words} {}", pen.ellipsis()), area.width.into(), pen.ellipsis())
                .into_owned();
        }
        let spare = area.width.saturating_sub(u16::try_from(columns(&words)).unwrap_or(u16::MAX));
        pen.text(area.x + spare / 2, y, area.width, &words, scope);
    }
}
