//! One paragraph at a time, widely spaced, to be read from afar.

use crate::app::{App, Reader};
use crate::desk::{Area, PaneId, Screen};
use crate::text::{columns, fit};
use crate::theme::Scope;

use super::pen::Pen;
use super::{lines, panes};

pub(super) fn draw(app: &App, reader: &Reader, screen: &Screen, pen: &mut Pen) {
    let content = screen.content(PaneId::Text, reader.measure());
    let Some(content) = content.filter(|_| reader.active() == PaneId::Text) else {
        return panes::draw(app, reader, screen, true, pen);
    };
    let body = screen.body;
    let pane = reader.pane(PaneId::Text);
    let rows: Vec<_> = pane.alone().collect();
    let lines = u16::try_from(pane.focus_lines()).unwrap_or(u16::MAX);
    // Every other row stays blank where there is room for that.
    let step = if lines.saturating_mul(2) <= body.height + 1 { 2 } else { 1 };
    let height = (lines.saturating_mul(step)).saturating_sub(step - 1).min(body.height);
    let top = body.y + (body.height - height) / 2;
    if top > body.y + 1 {
        heading(reader, Area { y: body.y, ..content }, pen);
    }
    for (row, y) in rows.iter().zip((top..body.y + body.height).step_by(usize::from(step))) {
        lines::line(row, content, y, pen);
    }
    if pane.alone_more() {
        let last = body.y + body.height.saturating_sub(1);
        pen.text(body.x + body.width - 1, last, 1, pen.mark("▾", "v"), Scope::Dim);
    }
}

/// The heading that the paragraph stands under, which the focus never stops at.
fn heading(reader: &Reader, area: Area, pen: &mut Pen) {
    let Some(words) = reader.heading() else { return };
    let words = fit(words, usize::from(area.width), pen.ellipsis());
    let half = u16::try_from(columns(&words) / 2).unwrap_or(0);
    let x = area.x + (area.width / 2).saturating_sub(half);
    pen.text(x, area.y, area.width, &words, Scope::Dim);
}
