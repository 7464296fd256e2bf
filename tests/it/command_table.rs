//! The table of commands holds what its readers rely on.

use std::collections::HashSet;

use attache::command::{Command, Context, Edit, Key, Keymap, Program, TABLE};

#[test]
fn every_command_has_a_key_that_reaches_it() {
    let keymap = Keymap::default();
    for entry in TABLE {
        assert!(entry.keys().count() > 0, "{} has no key", entry.id);
        for key in entry.keys() {
            for context in Context::ALL.iter().filter(|context| entry.contexts.has(**context)) {
                let found = keymap.command(*context, key);
                assert_eq!(found, Some(entry.command), "{key} in {context:?}");
            }
        }
    }
}

#[test]
fn every_key_in_the_table_can_be_read() {
    let check = |name: &str, expected: &str| {
        let key: Key = name.parse().unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(key.label(true), expected);
        assert_eq!(key.to_string().parse(), Ok(key), "{name} does not read back");
    };
    check("j", "j");
    check("Down", "↓");
    check("Ctrl-d", "Ctrl-d");
    check("Shift-Tab", "Shift-⇥");
    check("Alt-Right", "Alt-→");
    check("Space", "Space");
    check("-", "-");
    check("F1", "F1");
    for name in
        ["Hyper-x", "Ctrl-", "Ctrl-Ctrl-x", "Up-", "F0", "F+5", "F300", "Enterx", "\u{1b}", ""]
    {
        let fault = name.parse::<Key>().unwrap_err();
        assert_eq!(fault.to_string(), format!("there is no key called {name:?}"));
    }
}

#[test]
fn ids_and_helps_are_unique_and_said_well() {
    let mut ids = HashSet::new();
    for entry in TABLE {
        assert!(ids.insert(entry.id), "{} stands twice", entry.id);
        assert!(!entry.help.ends_with('.') && entry.help.len() < 70, "{}", entry.help);
        assert!(entry.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", entry.id);
    }
}

#[test]
fn an_entry_is_found_by_its_command() {
    for line in TABLE {
        assert_eq!(line.command.entry(), line);
    }
    assert_eq!(Command::from(Program::Quit).entry().id, "quit");
}

#[test]
fn escape_never_quits() {
    let keymap = Keymap::default();
    for context in Context::ALL {
        let command = keymap.command(*context, "Esc".parse().unwrap());
        let expected = match context {
            Context::Prompt => Command::Edit(Edit::Cancel),
            _ => Command::Program(Program::Close),
        };
        assert_eq!(command, Some(expected), "{context:?}");
    }
}

#[test]
fn digits_are_kept_for_the_panes() {
    let digits = TABLE.iter().filter(|entry| {
        entry.keys().any(|key| key.to_string().bytes().all(|byte| byte.is_ascii_digit()))
    });
    let ids: Vec<&str> = digits.map(|entry| entry.id).collect();
    assert_eq!(ids, ["text-pane", "articles-pane", "actors-pane"]);
}
