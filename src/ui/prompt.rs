//! What is being written, in the last rows.

use ratatui::layout::Position;

use crate::app::App;
use crate::base::cut;
use crate::desk::{Area, Prompt};
use crate::text::{columns, fit};
use crate::theme::Scope;

use super::footer;
use super::pen::Pen;

/// Draws what is written, and answers where the cursor stands in it. `footer` is the last row; a note
/// takes as many above it as it needs, up to a third of the screen, below a rule of its own.
pub(super) fn draw(
    app: &App,
    prompt: &Prompt,
    footer: Area,
    ruled: bool,
    status: Option<(String, bool)>,
    pen: &mut Pen,
) -> Position {
    if !prompt.has_lines() {
        return line(prompt, status, footer, pen);
    }
    let most = usize::from(app.size().height / 3).max(1);
    let height = u16::try_from(prompt.height().min(most)).unwrap_or(1);
    let y = footer.y.saturating_sub(height - 1);
    let area = Area { y, height, ..footer };
    pen.clear(area);
    if ruled {
        rule(app, Area { y: y.saturating_sub(1), height: 1, ..area }, pen);
    }
    let rows = prompt.rows(usize::from(height));
    let indent = u16::try_from(columns(&prompt.label())).unwrap_or(0);
    let x = area.x + 1 + indent;
    let label = prompt.label();
    let label = if rows.from_start { &label } else { pen.mark("▴", "^") };
    pen.text(area.x + 1, y, indent, label, Scope::Accent);
    for (words, row) in rows.words.iter().zip(y..) {
        pen.text(x, row, area.width.saturating_sub(x), words, Scope::Text);
    }
    let (row, column) = rows.caret;
    let at = |from: u16, by: usize| from.saturating_add(u16::try_from(by).unwrap_or(0));
    Position { x: at(x, column), y: at(y, row) }
}

/// A rule with what the last key did, and with the keys of the note.
fn rule(app: &App, area: Area, pen: &mut Pen) {
    let level = pen.mark("─", "-").repeat(usize::from(area.width));
    pen.text(area.x, area.y, area.width, &level, Scope::Rule);
    let said = app.said().map(|words| format!(" {words} ")).unwrap_or_default();
    let x = pen.text(area.x + 2, area.y, area.width.saturating_sub(2), &said, Scope::Accent);
    footer::offers(app, Area { x: x + 1, width: area.width.saturating_sub(x + 1), ..area }, pen);
}

/// One line, in the last row. Of a long one, what stands before the
/// cursor is shown. What is said beside it (`status`, and whether that is a fault) stands at the right
/// end.
fn line(prompt: &Prompt, status: Option<(String, bool)>, area: Area, pen: &mut Pen) -> Position {
    pen.clear(area);
    let area = status.map_or(area, |(words, fault)| beside(&words, fault, area, pen));
    let x = pen.text(area.x + 1, area.y, area.width, &prompt.label(), Scope::Accent);
    let room = usize::from((area.x + area.width).saturating_sub(x + 1)).max(1);
    let before = prompt.before();
    // Where there is room for no letter at all, none before the cursor is shown.
    let mut shown = before.len();
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
    let words = cut(prompt.words(), shown..);
    let caret = columns(cut(before, shown..));
    pen.text(x, area.y, u16::try_from(room).unwrap_or(u16::MAX), words, Scope::Text);
    Position { x: x.saturating_add(u16::try_from(caret).unwrap_or(0)), y: area.y }
}

/// Draws what is said beside the line, and answers with what is left for the line.
fn beside(words: &str, fault: bool, area: Area, pen: &mut Pen) -> Area {
    let words = fit(words, usize::from(area.width / 2), pen.ellipsis());
    let width = u16::try_from(columns(&words)).unwrap_or(0);
    let scope = if fault { Scope::Warning } else { Scope::Dim };
    pen.text((area.x + area.width).saturating_sub(width + 1), area.y, width, &words, scope);
    Area { width: area.width.saturating_sub(width + 2), ..area }
}
