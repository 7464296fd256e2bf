//! A file that says what is so anyway, to be changed.

use std::fmt::Write as _;

use crate::command::{Entry, Group, Key, TABLE};
use crate::theme::{Name, OwnStyle, Scope, Theme};

/// The beginning.
const HEAD: &str = "\
# attache's own keys and colours, as they are without this file.
#
# Change what you like, and take out the rest: what is not here stays as attache has it, and goes
# with it when it changes. `attache config path` says where this file belongs, and
# `attache config check` what is wrong with it.

# How many rows a pane scrolls at once when a line down or up takes you out of its middle, as in vim: with
# more than one the next lines only move the mark, which is quicker on a slow line. Less than 0 is
# hundredths of the pane's height. Without it, one row, and a third of the pane on a line that is slow.
# scrolljump = -33

# Each command by its name, with its keys: \"x\", [\"x\", \"Ctrl-x\"], or [] for none. They take the place
# of those that attache gives it. A key is one character, or F1 and so on, or one of these, with Ctrl-,
# Alt- or Shift- before it:
";

/// Before the theme.
const THEME: &str = "
# Which theme a session begins with: dark, light or mono. Without it, the last one that you chose, or
# what suits the terminal's background.
[theme]
# name = \"dark\"

# How each part of the screen looks: a colour, or a table with fg, bold, dim, italic, underline and
# reverse. What a table does not say stays as it is. A colour is \"#87afff\", \"111\" (one of xterm's 256),
# \"bright blue\" (one of the sixteen) or \"default\" (the terminal's own). Of several in brackets the first
# counts that the terminal can show; if it can show none, the nearest to the last.
";

/// A whole `config.toml`, with every command and everything on the screen as attache has it.
pub fn template() -> String {
    let names = Key::names().collect::<Vec<_>>().join(", ");
    let mut page = format!("{HEAD}# {names}\n[keys]\n");
    for (group, title) in Group::ALL {
        let _ = writeln!(page, "\n# {title}");
        for entry in TABLE.iter().filter(|entry| entry.group == group) {
            command(&mut page, entry);
        }
    }
    page.push_str(THEME);
    for (name, words) in Name::ALL {
        let _ = writeln!(page, "\n[theme.{words}]");
        for (scope, role, about) in Scope::ALL {
            let _ = writeln!(page, "# {about}\n{role} = {}", style(Theme::usual(name, *scope)));
        }
    }
    page
}

fn command(page: &mut String, entry: &Entry) {
    let keys: Vec<String> = entry.keys().map(|key| quoted(&key.to_string())).collect();
    let keys = match keys.as_slice() {
        [key] => key.clone(),
        keys => format!("[{}]", keys.join(", ")),
    };
    let _ = writeln!(page, "# {}\n{} = {keys}", entry.help, entry.id);
}

fn style(style: OwnStyle) -> String {
    let colours: Vec<String> = style.colours().map(|colour| quoted(&colour.to_string())).collect();
    let colours = match colours.as_slice() {
        [] => None,
        [colour] => Some(format!("fg = {colour}")),
        colours => Some(format!("fg = [{}]", colours.join(", "))),
    };
    let attributes = style.attributes().map(|name| format!("{name} = true"));
    let parts: Vec<String> = colours.into_iter().chain(attributes).collect();
    if parts.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", parts.join(", ")) }
}

/// A string of TOML.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}
