//! The last row: the keys that do something now.

use crate::app::{App, Screen};
use crate::command::Code;
use crate::text::{columns, fit};
use crate::theme::Role;

use super::Pen;

/// Columns between two keys.
const BETWEEN: u16 = 3;

pub(super) fn draw(app: &App, screen: &Screen, pen: &mut Pen) {
    let Some(area) = screen.footer else { return };
    let utf8 = pen.theme.utf8();
    let mut x = area.x + 1;
    if let Some(words) = app.lens_words() {
        let room = area.width / 2;
        let words = fit(&words, usize::from(room), pen.ellipsis());
        x = pen.text(x, area.y, room, &words, Role::Accent) + BETWEEN;
    }
    let entries = app.footer();
    // The way to all other keys is always there, at the end of what fits.
    let help = entries.iter().position(|entry| entry.command == crate::command::Command::Help);
    let reserve = help.map_or(0, |_| u16::try_from("? keys".len()).unwrap_or(0) + BETWEEN);
    let mut help_shown = help.is_none();
    for (at, entry) in entries.iter().enumerate() {
        let arrows = [Code::Right, Code::Left];
        let mut keys = entry.keys();
        let first = keys.next();
        let arrow = keys.find(|key| arrows.contains(&key.code) && !key.alt);
        let Some(key) = arrow.or(first) else { continue };
        let key = key.label(utf8);
        let width = u16::try_from(columns(&key) + 1 + columns(entry.short)).unwrap_or(u16::MAX);
        let is_help = Some(at) == help;
        let kept = if is_help || help_shown { 0 } else { reserve };
        if x.saturating_add(width).saturating_add(kept) > area.x + area.width {
            continue;
        }
        x = pen.text(x, area.y, width, &key, Role::Accent);
        x = pen.text(x + 1, area.y, width, entry.short, Role::Dim) + BETWEEN;
        help_shown |= is_help;
    }
}
