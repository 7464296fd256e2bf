//! The views that take the whole screen.

use crate::app::{App, Overlay, View};
use crate::desk::{Area, Parted, Screen};
use crate::text::columns;
use crate::theme::Scope;

use super::pen::Pen;
use super::{lines, matrix, picture};

/// Draws a view; the chosen link stands out only while nothing lies over it (`on_top`).
pub(super) fn draw(app: &App, overlay: &Overlay, screen: &Screen, on_top: bool, pen: &mut Pen) {
    let body = app.frame(overlay);
    let content = app.overlay_content(overlay);
    if let View::Matrix(matrix) = &overlay.view {
        return matrix::draw(matrix, screen, content, on_top, pen);
    }
    let mut scrolled = body;
    if let View::Relations(relations) = &overlay.view
        && let Some(picture) = relations.picture()
    {
        picture::draw(picture, overlay.pane(), body, pen);
        // The picture stays.
        let x = content.x.saturating_sub(2);
        scrolled = Area { x, width: (body.x + body.width).saturating_sub(x), ..body };
    }
    let parted = Parted::of(body).filter(|_| screen.rules.iter().any(Option::is_some));
    if let (View::Instrument(instrument), Some(parted)) = (&overlay.view, parted) {
        lines::still(instrument.beside(), parted.beside, pen);
        scrolled = parted.text;
    }
    if let (View::Compare(compare), Some(rule)) = (&overlay.view, screen.top_rule) {
        for (column, name) in compare.head_out_of_sight() {
            let x = content.x.saturating_add(u16::try_from(*column).unwrap_or(u16::MAX));
            let width = u16::try_from(columns(name)).unwrap_or(u16::MAX).saturating_add(1);
            let x = pen.text(x.saturating_sub(1), rule.y, 1, " ", Scope::Text);
            pen.text(x, rule.y, width, &format!("{name} "), Scope::Text);
        }
    }
    lines::draw(overlay.pane(), content, on_top, true, pen);
    lines::scroll(overlay.pane(), scrolled.without_last_column(), content, pen);
    if let Some(reader) = app.reader() {
        lines::changes(overlay.pane(), content, body.x, reader, pen);
    }
    lines::more(overlay.pane().more(), screen, scrolled, content, pen);
}
