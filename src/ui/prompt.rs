//! The line that is being written, in the last row.

use ratatui::layout::Position;

use crate::app::{Area, Prompt};
use crate::text::columns;
use crate::theme::Role;

use super::Pen;

/// Draws the line, and answers where the cursor stands in it. Of a long one, what stands before the
/// cursor is shown.
pub(super) fn draw(prompt: &Prompt, area: Area, pen: &mut Pen) -> Position {
    pen.clear(area);
    let x = pen.text(area.x + 1, area.y, area.width, prompt.label(), Role::Accent);
    let room = usize::from((area.x + area.width).saturating_sub(x + 1)).max(1);
    let before = prompt.before();
    let mut shown = 0;
    let start = before.char_indices().rev().map(|(at, _)| at).take_while(|at| {
        let taken = before.get(*at..).map_or(0, columns);
        taken < room
    });
    for at in start {
        shown = at;
    }
    if columns(before) < room {
        shown = 0;
    }
    let words = prompt.words().get(shown..).unwrap_or_default();
    let caret = columns(before.get(shown..).unwrap_or_default());
    pen.text(x, area.y, u16::try_from(room).unwrap_or(u16::MAX), words, Role::Text);
    Position { x: x.saturating_add(u16::try_from(caret).unwrap_or(0)), y: area.y }
}
