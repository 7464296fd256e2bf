//! The last row: the keys that do something now.

use crate::app::{App, Screen};
use crate::command::{Code, Command, Entry};
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
    // The way to all other keys and the way out are always there, at the end of what fits.
    let kept = |entry: &Entry| matches!(entry.command, Command::Help | Command::Close);
    let mut reserve: u16 = entries.iter().filter(|one| kept(one)).map(|one| width(one, utf8)).sum();
    for entry in entries {
        let needed = width(entry, utf8);
        if kept(entry) {
            reserve -= needed;
        }
        // The blanks behind the last one need no room.
        if x.saturating_add(needed).saturating_add(reserve) > area.x + area.width + BETWEEN {
            continue;
        }
        x = pen.text(x, area.y, needed, &key(entry, utf8), Role::Accent);
        x = pen.text(x + 1, area.y, needed, entry.short, Role::Dim) + BETWEEN;
    }
}

/// The key that stands for a command: an arrow if it has one, else its first.
fn key(entry: &Entry, utf8: bool) -> String {
    let arrows = [Code::Right, Code::Left];
    let arrow = entry.keys().find(|key| arrows.contains(&key.code) && !key.alt && !key.ctrl);
    arrow.or_else(|| entry.keys().next()).map_or_else(String::new, |key| key.label(utf8))
}

/// Columns that a command takes, with the blanks behind it.
fn width(entry: &Entry, utf8: bool) -> u16 {
    let words = columns(&key(entry, utf8)) + 1 + columns(entry.short);
    u16::try_from(words).unwrap_or(u16::MAX).saturating_add(BETWEEN)
}
