//! The bar at the right of the text, while a search is on.

use crate::app::Bar;
use crate::desk::Area;
use crate::theme::Scope;

use super::pen::Pen;

/// Draws the bar in the last column of `area`, as high as its `content`.
pub(super) fn draw(bar: &Bar, area: Area, content: Area, pen: &mut Pen) {
    let x = (area.x + area.width).saturating_sub(1);
    for (row, y) in (content.y..content.y + content.height).enumerate() {
        let seen = bar.thumb.contains(&row);
        let (mark, scope) = match bar.ticks.binary_search(&row) {
            _ if bar.here == Some(row) => (pen.mark("◆", "*"), Scope::Accent),
            Ok(_) if seen => (pen.mark("╋", "+"), Scope::Accent),
            Ok(_) => (pen.mark("━", "="), Scope::Accent),
            Err(_) if seen => (pen.mark("┃", "#"), Scope::Dim),
            Err(_) => (pen.mark("┊", "."), Scope::Dim),
        };
        pen.text(x, y, 1, mark, scope);
    }
}
