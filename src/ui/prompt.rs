//! The line that is being written, in the last row.

use ratatui::layout::Position;

use crate::app::{Area, Prompt};
use crate::text::{columns, fit};
use crate::theme::Role;

use super::Pen;

/// Draws the line, and answers where the cursor stands in it. Of a long one, what stands before the
/// cursor is shown. What is said beside it (`status`, and whether that is a fault) stands at the right
/// end.
pub(super) fn draw(
    prompt: &Prompt,
    status: Option<(String, bool)>,
    area: Area,
    pen: &mut Pen,
) -> Position {
    pen.clear(area);
    let area = status.map_or(area, |(words, fault)| beside(&words, fault, area, pen));
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

/// Draws what is said beside the line, and answers with what is left for the line.
fn beside(words: &str, fault: bool, area: Area, pen: &mut Pen) -> Area {
    let words = fit(words, usize::from(area.width / 2), pen.ellipsis());
    let width = u16::try_from(columns(&words)).unwrap_or(0);
    let role = if fault { Role::Warning } else { Role::Dim };
    pen.text((area.x + area.width).saturating_sub(width + 1), area.y, width, &words, role);
    Area { width: area.width.saturating_sub(width + 2), ..area }
}
