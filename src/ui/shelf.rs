//! The shelf: the briefings under one path.

use crate::app::App;
use crate::desk::Screen;
use crate::theme::Scope;

use super::pen::Pen;
use super::{lines, words};

pub(super) fn draw(app: &App, screen: &Screen, pen: &mut Pen) {
    let area = screen.column();
    if let Some((_, pane)) = app.shelf() {
        lines::draw(pane, area, app.overlays().is_empty(), false, pen);
        lines::scroll(pane, screen.body, area, pen);
    } else {
        pen.text(area.x, area.y, area.width, words::nothing_open(), Scope::Dim);
        pen.read_at(area.x, area.y);
    }
}
