//! The row that says that something is wrong, until it was seen.

use crate::app::{App, Screen};
use crate::text::fit;
use crate::theme::Role;

use super::Pen;

pub(super) fn draw(app: &App, screen: &Screen, pen: &mut Pen) {
    let (Some(area), Some(notice)) = (screen.banner, app.notice()) else { return };
    let x = pen.text(area.x + 1, area.y, 2, pen.mark("▲ ", "! "), Role::Warning);
    let left = (area.x + area.width).saturating_sub(x + 1);
    let words = fit(notice, usize::from(left), pen.ellipsis());
    pen.text(x, area.y, left, &words, Role::Warning);
}
