//! The views that take the whole screen.

use crate::app::{App, Overlay, View};
use crate::desk::{Area, Parted, Screen};

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
    lines::draw(overlay.pane(), content, on_top, true, pen);
    lines::scroll(overlay.pane(), scrolled.without_last_column(), content, pen);
    if let Some(reader) = app.reader() {
        lines::changes(overlay.pane(), content, body.x, reader, pen);
    }
    lines::more(overlay.pane().more(), screen, scrolled, content, pen);
}
