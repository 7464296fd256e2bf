//! The rows that say that something is wrong, until it was seen.

use crate::app::App;
use crate::desk::Screen;
use crate::text::fit;
use crate::theme::Scope;

use super::pen::Pen;

pub(super) fn draw(app: &App, screen: &Screen, pen: &mut Pen) {
    let Some(area) = screen.banner else { return };
    let lines = app.notice_lines();
    let left = usize::from(area.width.saturating_sub(4));
    let rows = usize::from(area.height);
    pen.text(area.x + 1, area.y, 2, pen.mark("▲ ", "! "), Scope::Warning);
    for (n, y) in (0..rows).zip(area.y..) {
        // The last row has what there is no other row for, and tells that it is cut.
        let words = match lines.get(n..) {
            Some(rest) if n + 1 == rows => rest.join(" "),
            rest => rest.and_then(<[String]>::first).cloned().unwrap_or_default(),
        };
        let words = fit(&words, left, pen.ellipsis());
        pen.text(area.x + 3, y, area.width.saturating_sub(4), &words, Scope::Warning);
    }
}
