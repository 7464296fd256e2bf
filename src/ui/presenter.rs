//! One paragraph at a time, widely spaced, to be read from afar.

use crate::app::{Area, PaneId, Reader, Screen};
use crate::text::{columns, fit};
use crate::theme::Role;

use super::{Pen, lines};

pub(super) fn draw(reader: &Reader, screen: &Screen, pen: &mut Pen) {
    let active = reader.active();
    let Some(content) = screen.content(active, reader.measure()) else { return };
    if active != PaneId::Text {
        lines::draw(reader.pane(active), content, true, false, pen);
        return;
    }
    let body = screen.body;
    let rows: Vec<_> = reader.pane(active).alone().collect();
    let height = u16::try_from(rows.len() * 2).unwrap_or(u16::MAX).saturating_sub(1);
    let top = body.y + body.height.saturating_sub(height) / 2;
    if top > body.y {
        heading(reader, Area { y: body.y, ..content }, pen);
    }
    for (row, y) in rows.iter().zip((top..body.y + body.height).step_by(2)) {
        lines::line(row, content, y, pen);
    }
}

/// The heading that the paragraph stands under, which the focus never stops at.
fn heading(reader: &Reader, area: Area, pen: &mut Pen) {
    let Some(words) = reader.heading() else { return };
    let words = fit(words, usize::from(area.width), pen.ellipsis());
    let half = u16::try_from(columns(&words) / 2).unwrap_or(0);
    let x = area.x + (area.width / 2).saturating_sub(half);
    pen.text(x, area.y, area.width, &words, Role::Dim);
}
