//! The table of commands holds what its readers rely on.

use std::collections::{HashMap, HashSet};

use attache::command::{Code, Command, Context, Edit, Entry, Key, Keymap, Program, TABLE};

#[test]
fn every_command_has_a_key_that_reaches_it() {
    let keymap = Keymap::default();
    for entry in TABLE {
        assert!(entry.keys().count() > 0, "{} has no key", entry.id);
        for key in entry.keys() {
            for context in Context::ALL.iter().filter(|context| entry.contexts.has(**context)) {
                let found = keymap.command(*context, key);
                // What works in one context alone goes before what works in others too.
                let is_own = |one: &&Entry| {
                    one.contexts.is_only(*context) && one.keys().any(|its| its == key)
                };
                let expected = TABLE.iter().find(is_own).unwrap_or(entry).command;
                assert_eq!(found, Some(expected), "{key} in {context:?}");
            }
        }
    }
}

/// Only what works in one context alone takes a key there from what works in many.
#[test]
fn no_key_means_two_things_in_one_context() {
    for context in Context::ALL {
        let here = || TABLE.iter().filter(|entry| entry.contexts.has(*context));
        for is_own in [true, false] {
            let mut keys = HashMap::new();
            let entries = here().filter(|entry| entry.contexts.is_only(*context) == is_own);
            for (key, id) in entries.flat_map(|entry| entry.keys().map(move |key| (key, entry.id)))
            {
                let before = keys.insert(key, id);
                assert_eq!(before, None, "{key} is {id} too in {context:?}");
            }
        }
    }
    // There is one such pair: along sentences while words are chosen, along paragraphs elsewhere.
    let keymap = Keymap::default();
    let shared = TABLE.iter().filter(|entry| {
        let loses = |key| {
            entry.contexts.has(Context::Visual)
                && keymap.command(Context::Visual, key) != Some(entry.command)
        };
        entry.keys().any(loses)
    });
    let ids: Vec<&str> = shared.map(|entry| entry.id).collect();
    assert_eq!(ids, ["next-paragraph", "previous-paragraph"]);
}

/// Signs that a keyboard has neither alone nor with Shift, or on a dead key (from the symbols of
/// xkeyboard-config 2.35). The Czech, the Slovak and the Hungarian one lack `<` `>` `*` too.
const NOT_PLAIN: &[(&str, &str)] = &[
    ("German, Austrian, Icelandic, Slovenian, Croatian", r"`~@^[]{}\|"),
    ("Swiss, Spanish, Belgian", r"`~@#^[]{}\|"),
    ("French", r"`@#^[]{}\|"),
    ("Italian", "`~@#[]{}"),
    ("Portuguese", "`~@^[]{}"),
    ("Swedish, Danish, Finnish, Norwegian", r"`~@$^[]{}\|"),
    ("Turkish", r"`~@#$[]{}\|"),
    ("Brazilian", "`~^"),
    ("Latin American", r"`~@^\"),
    ("US international", "`~^'\""),
];

#[test]
fn every_command_is_reached_without_altgr() {
    for (keyboard, signs) in NOT_PLAIN {
        let is_plain = |key: Key| match key.code {
            Code::Char(sign) => !signs.contains(sign),
            _ => true,
        };
        let bare = TABLE.iter().filter(|entry| !entry.keys().any(is_plain));
        let bare: Vec<&str> = bare.map(|entry| entry.id).collect();
        // On a dead key, which gives the sign itself with Space.
        let expected: &[&str] = if signs.contains('\'') { &["marks"] } else { &[] };
        assert_eq!(bare, expected, "{keyboard}");
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
