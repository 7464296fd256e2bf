//! No key that is bound is silent: what leaves the screen as it was says why.

use attache::command::{Context, Keymap, TABLE};

use ratatui::buffer::Cell;

use crate::common::Desk;

/// The cells of the screen but for its last row, in which the key before may still be told of.
fn above_the_footer(desk: &Desk) -> Vec<Cell> {
    let buffer = desk.buffer();
    let all = buffer.content.len().saturating_sub(usize::from(buffer.area.width));
    buffer.content.into_iter().take(all).collect()
}

/// Every key in every context that it works in, over and over: whatever leaves the screen as it was says
/// something.
#[test]
fn no_bound_key_is_silent() {
    let keymap = Keymap::default();
    let places = [
        "", "2", "3", "o", "i", "t", "x", "w", "w v", "e", "Q", "Q v", "c", "W", "' ", "l K", "F5",
    ];
    let ends = ["", "g g", "G G"];
    let mut silent: Vec<String> = Vec::new();
    for place in places {
        for end in ends {
            let mut start = Desk::new(100, 30);
            start.press(place).press(end);
            let was = above_the_footer(&start);
            let context = start.app.context();
            assert_ne!(context, Context::Prompt);
            let rows = TABLE.iter().filter(|entry| entry.contexts.has(context));
            for key in rows.filter_map(|entry| keymap.keys(entry.command).next()) {
                let mut desk = Desk::bare(100, 30, true);
                desk.app = start.app.clone();
                let key = key.to_string();
                desk.press(&key);
                let writes = desk.app.prompt().is_some();
                let seen = writes
                    || above_the_footer(&desk) != was
                    || !desk.asked().is_empty()
                    || desk.app.said().is_some();
                if !seen {
                    silent.push(format!("{key} after {place} {end}"));
                }
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}
