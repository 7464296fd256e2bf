//! Other keys than those of the table: they do what they are for, and every place that shows a key shows
//! them.

use attache::command::{Key, Keymap, TABLE};

use crate::common::Desk;

/// The keys of the table, but for the commands in `own`, of which each has its id and its keys.
fn keymap(own: &[(&str, &str)]) -> Keymap {
    let key = |name: &str| name.parse().unwrap_or_else(|fault| panic!("{fault}"));
    let read = |keys: &str| keys.split_whitespace().map(key).collect();
    let of = |id: &str| own.iter().find(|(its, _)| *its == id).map(|(_, keys)| read(keys));
    let rows = TABLE.iter().flat_map(|entry| {
        let keys: Vec<Key> = of(entry.id).unwrap_or_else(|| entry.keys().collect());
        keys.into_iter().map(|key| (entry.command, key))
    });
    rows.collect()
}

fn desk(own: &[(&str, &str)], width: u16, height: u16) -> Desk {
    Desk::with_keymap(keymap(own), width, height)
}

/// Each place that shows a key: the way to it, and what stands there.
#[test]
fn what_is_shown_is_what_is_pressed() {
    let own = [
        ("next-paragraph", "é Ctrl-n"),
        ("bookmark", "ㅁ"),
        ("highlight", "F7"),
        ("note", "F8"),
        ("copy", "F9"),
        ("marks", "F10"),
        ("remove", "F11"),
        ("search", "F2"),
        ("results", "F3"),
        ("regex", "Ctrl-t"),
        ("go-to", "F4"),
        ("help", "F6"),
        ("timeline", "д"),
        ("teacher", "F12"),
        ("blank", "Ctrl-g"),
        ("zen", "Alt-z"),
        ("articles-pane", "8"),
        ("actors-pane", ""),
        ("close", "Alt-q Esc"),
        ("accept", "Alt-a Enter"),
        ("cancel", "Alt-c"),
        ("shelf", ""),
    ];
    let check = |(width, height), keys: &str, expected: &str| {
        let mut desk = desk(&own, width, height);
        desk.press(keys);
        let screen = desk.screen();
        assert!(screen.contains(expected), "{keys} does not show {expected:?}:\n{screen}");
    };
    let (wide, narrow) = ((120, 60), (60, 20));
    // The title page, with the views that it names.
    check(wide, "", "д                   Timeline: what came when");
    check(wide, "", "F6 keys");
    // Footer, help, go-to, tabs.
    check(wide, "Alt-q", "é next");
    check(wide, "Alt-q F6", "é  Ctrl-n           Next paragraph, article, actor or entry");
    check(wide, "Alt-q F6 Space", "│                      Shelf: the other briefings");
    check(wide, "Alt-q F4 t i m e l i n e", "Timeline  д · Timeline: what came when");
    check(wide, "Alt-q F4 s h e l f", "Shelf  Shelf: the other briefings");
    check(wide, "Alt-q F4", "Alt-c cancel");
    check(narrow, "Alt-q", "1 Text");
    check(narrow, "Alt-q", "8 Articles");
    check(narrow, "Alt-q", "   Actors (");
    // Sentences.
    check(wide, "Alt-q F10", "In the text, ㅁ marks a paragraph, F7 highlights a sentence and");
    check(wide, "Alt-q F3", "nothing is searched for; F2 begins");
    check(wide, "Alt-q F2", "Ctrl-t regex");
    check(wide, "Alt-q F2 Ctrl-t", "Ctrl-t words");
    check(wide, "Alt-q F7", "highlighted; F7 takes it off");
    check(wide, "Alt-q F7 F10 F11", "removed; F11 puts it back");
    check(wide, "Alt-q F8 x Alt-a F8 Backspace Alt-a", "note removed; F10 and F11 put it back");
    check(wide, "Alt-q F8 x Alt-c", "kept as a draft; F8 goes on with it");
    check(wide, "Alt-q Ctrl-g", "blanks what a class is shown; Alt-z shows it");
    check(wide, "Alt-q F5 F10", "your notes are out of the class's sight; F12 shows them");
    check(wide, "д / z z z Enter", "No event has “zzz” in it. Alt-q shows more again.");
}

/// A command without a key is named by the way that is left to it.
#[test]
fn a_command_without_a_key_is_named_by_the_go_to() {
    let mut desk = desk(&[("search", "")], 120, 30);
    desk.press("Esc ;");
    assert!(desk.screen().contains("nothing is searched for; : search begins"));
    desk.press(": s e a r c h Enter");
    assert!(desk.screen().contains("search: "), "{}", desk.screen());
}
