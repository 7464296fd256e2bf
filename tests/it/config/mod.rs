//! A reader's own keys and colours: what is taken from `config.toml`, and what is said of the rest.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::fs;
use std::path::PathBuf;

use attache::command::{Key, Keymap, TABLE};
use attache::config::{Config, template};
use attache::diagnostic::rich;
use attache::theme::{Depth, Name, Scope, Theme};
use ratatui::style::{Color, Modifier, Style};

const DEPTHS: [Depth; 5] = [Depth::Mono, Depth::Eight, Depth::Sixteen, Depth::Indexed, Depth::True];

/// What a file says that has no fault.
#[track_caller]
fn good(text: &str) -> Config {
    let (config, faults) = Config::read("config.toml", text.as_bytes().to_vec());
    assert_eq!(faults, [], "{text}");
    config
}

/// The keys of the command of this id.
fn keys(keymap: &Keymap, id: &str) -> String {
    let entry = TABLE.iter().find(|entry| entry.id == id).unwrap();
    let keys: Vec<String> = keymap.keys(entry.command).map(|key| key.to_string()).collect();
    keys.join(" ")
}

/// Every fault, as the examples in `faults.txt` have it: a file, and after `<<<` what is said of it, with
/// `===` between examples. `UPDATE_FAULTS=1 cargo test --test it config` writes what is said now; read the
/// difference before keeping it.
#[test]
fn every_fault_is_told_as_the_examples_tell_it() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/config/faults.txt");
    let text = fs::read_to_string(&path).unwrap();
    let update = std::env::var_os("UPDATE_FAULTS").is_some();
    let mut now = Vec::new();
    for example in text.trim_end().split("\n===\n") {
        let (input, expected) = example.split_once("\n<<<\n").unwrap_or((example, ""));
        let text = input.replace("\\u{feff}", "\u{feff}");
        let bytes = text.split("\\xff").map(str::as_bytes).collect::<Vec<_>>().join(&0xff);
        let (_, faults) = Config::read("config.toml", bytes);
        let said: String = faults.iter().map(|fault| rich(fault, false)).collect();
        assert!(!said.is_empty(), "nothing is wrong with {input}");
        if !update {
            assert_eq!(said.trim_end(), expected.trim_end(), "of\n{input}");
        }
        now.push(format!("{input}\n<<<\n{}\n", said.trim_end()));
    }
    if update {
        fs::write(path, now.join("===\n")).unwrap();
    }
}

#[test]
fn what_is_not_said_stays_as_it_is() {
    for text in ["", "[keys]", "[theme]", "[theme.dark]", "\u{feff}[keys]\r\n", "# nothing\n"] {
        let config = good(text);
        for entry in TABLE {
            let usual: Vec<Key> = entry.keys().collect();
            assert_eq!(config.keymap.keys(entry.command).collect::<Vec<_>>(), usual, "{text:?}");
        }
        assert_eq!((config.theme, config.styles), Default::default(), "{text:?}");
    }
}

#[test]
fn the_template_says_what_is_so_anyway() {
    let config = good(&template());
    for entry in TABLE {
        let usual: Vec<Key> = entry.keys().collect();
        assert_eq!(config.keymap.keys(entry.command).collect::<Vec<_>>(), usual, "{}", entry.id);
    }
    for (name, _) in Name::ALL {
        for depth in DEPTHS {
            let usual = Theme::new(name, depth, true);
            let own = usual.with_own(config.styles);
            for (scope, role, _) in Scope::ALL {
                assert_eq!(own.style(*scope), usual.style(*scope), "{role}, {name:?}, {depth:?}");
            }
        }
    }
}

/// Each line of it can be turned into a comment and back.
#[test]
fn the_template_holds_with_any_of_its_lines_taken_out() {
    let page = template();
    let lines: Vec<&str> = page.lines().collect();
    for every in 2..5 {
        let kept = lines.iter().enumerate().map(|(at, line)| {
            let is_value = line.contains(" = ") && !line.starts_with('#');
            if is_value && at % every == 0 { format!("# {line}\n") } else { format!("{line}\n") }
        });
        good(&kept.collect::<String>());
    }
}

#[test]
fn how_far_a_pane_scrolls_is_a_number_of_rows_or_of_hundredths() {
    for (text, expected) in [
        ("", None),
        ("scrolljump = 1", Some(1)),
        ("scrolljump = 1_000\n[keys]", Some(1000)),
        ("scrolljump = +5", Some(5)),
        ("scrolljump = 0x1F", Some(31)),
        ("scrolljump = -1", Some(-1)),
        ("scrolljump = -100", Some(-100)),
    ] {
        assert_eq!(good(text).scroll_jump, expected, "{text}");
    }
}

#[test]
fn keys_take_the_place_of_those_of_the_table() {
    let check = |section: &str, expected: &[(&str, &str)]| {
        let config = good(&format!("[keys]\n{section}"));
        for (id, its) in expected {
            assert_eq!(keys(&config.keymap, id), *its, "{section}: {id}");
        }
    };
    check("timeline = \"ㅅ\"", &[("timeline", "ㅅ"), ("matrix", "x")]);
    check(
        "timeline = ['é', 'Ctrl-t', 'Alt-F4', 'Shift-Up']",
        &[("timeline", "é Ctrl-t Alt-F4 Shift-Up")],
    );
    // With the accent apart.
    check("timeline = 'e\u{301}'", &[("timeline", "é")]);
    check("timeline = []", &[("timeline", "")]);
    check(
        "\"timeline\" = 'Space'\npage-down = ['PgDn']",
        &[("timeline", "Space"), ("page-down", "PgDn")],
    );
    // Two change places.
    check("timeline = 'x'\nmatrix = 't'", &[("timeline", "x"), ("matrix", "t")]);
    // What the file says goes before what the table says, also if it stands elsewhere.
    check("timeline = 'j'", &[("timeline", "j"), ("line-down", "Down")]);
    check("page-down = 'Ctrl-d'", &[("page-down", "Ctrl-d"), ("half-down", "d")]);
    check("timeline = ['F3', 'F13']", &[("timeline", "F3 F13")]);
    // Commands that work in different places may have the same key.
    check("more-columns = 'F9'\nzoom-in = 'F9'", &[("more-columns", "F9"), ("zoom-in", "F9")]);
    check("caret-start = 'Ctrl-d'", &[("caret-start", "Ctrl-d"), ("delete-after", "Del")]);
    check("caret-start = 'Ctrl-d'", &[("half-down", "d Ctrl-d")]);
    // What works in one place alone goes before what works in many, and takes nothing from it.
    check("sort = 'o'", &[("sort", "o"), ("contents", "o")]);
}

/// What is wrong leaves the rest as it is.
#[test]
fn a_fault_costs_no_more_than_itself() {
    let check = |section: &str, faults: usize, expected: &[(&str, &str)]| {
        let text = format!("[keys]\n{section}");
        let (config, found) = Config::read("config.toml", text.clone().into_bytes());
        assert_eq!(found.len(), faults, "{text}: {found:#?}");
        for (id, its) in expected {
            assert_eq!(keys(&config.keymap, id), *its, "{text}: {id}");
        }
    };
    check("tmeline = 'F9'\nmatrix = 'F7'", 1, &[("timeline", "t"), ("matrix", "F7")]);
    check("timeline = 'F99x'", 1, &[("timeline", "t")]);
    check("timeline = ['F99x', 'F9']", 1, &[("timeline", "F9")]);
    check("timeline = 3", 1, &[("timeline", "t")]);
    check("timeline = 'F9'\nmatrix = 'F9'", 1, &[("timeline", "F9"), ("matrix", "x")]);
    check("timeline = 'F9'\nmatrix = ['F9', 'F8']", 1, &[("timeline", "F9"), ("matrix", "F8")]);
    check("timeline = 'x'", 1, &[("timeline", "x"), ("matrix", "")]);
    check("timeline = 'x'\nmatrix = []", 0, &[("timeline", "x"), ("matrix", "")]);
    check("close = []", 1, &[("close", "Esc")]);
    check("timeline = 'Esc'", 1, &[("close", "Esc"), ("timeline", "t")]);
    check("timeline = 'Esc'\nclose = 'Alt-q'", 0, &[("close", "Alt-q"), ("timeline", "Esc")]);
    check("accept = 'y'", 1, &[("accept", "Enter"), ("copy", "y")]);
    check("= 'F9'\nmatrix = 'F7'", 1, &[("matrix", "F7")]);
    check("timeline = 'F9\nmatrix = 'F7'", 1, &[("matrix", "F7")]);
}

#[test]
fn a_style_says_what_is_other() {
    let check = |section: &str, name: Name, depth: Depth, role: Scope, expected: Style| {
        let config = good(section);
        let found = Theme::new(name, depth, true).with_own(config.styles).style(role);
        assert_eq!(found.fg, expected.fg, "{section}, {depth:?}");
        assert_eq!(found.add_modifier, expected.add_modifier, "{section}, {depth:?}");
    };
    let plain = Style::new();
    let link = plain.add_modifier(Modifier::UNDERLINED);
    let rgb = "[theme.dark]\nlink = '#ffaf00'";
    check(rgb, Name::Dark, Depth::True, Scope::Link, link.fg(Color::Rgb(0xff, 0xaf, 0)));
    check(rgb, Name::Dark, Depth::Indexed, Scope::Link, link.fg(Color::Indexed(214)));
    check(rgb, Name::Dark, Depth::Sixteen, Scope::Link, link.fg(Color::Yellow));
    check(rgb, Name::Dark, Depth::Mono, Scope::Link, link);
    let light = Theme::new(Name::Light, Depth::True, true).style(Scope::Link);
    check(rgb, Name::Light, Depth::True, Scope::Link, light);
    let short = "[theme]\ndark.link = '#fa0'";
    check(short, Name::Dark, Depth::True, Scope::Link, link.fg(Color::Rgb(0xff, 0xaa, 0)));
    let number = "[theme.dark]\nlink = 214";
    check(number, Name::Dark, Depth::True, Scope::Link, link.fg(Color::Indexed(214)));
    let several = "[theme.dark]\nlink = ['#ffaf00', '215', 'bright cyan']";
    check(several, Name::Dark, Depth::Indexed, Scope::Link, link.fg(Color::Indexed(215)));
    check(several, Name::Dark, Depth::Sixteen, Scope::Link, link.fg(Color::LightCyan));
    let own = "[theme.light]\nlink = 'default'";
    check(own, Name::Light, Depth::Sixteen, Scope::Link, link);
    let table = "[theme.dark]\nlink = { fg = 'white', bold = true, underline = false }";
    let bold = plain.add_modifier(Modifier::BOLD);
    check(table, Name::Dark, Depth::True, Scope::Link, bold.fg(Color::Gray));
    let mono = "[theme.mono]\nlink = { italic = true }\ntext = { reverse = true }";
    check(mono, Name::Mono, Depth::True, Scope::Link, link.add_modifier(Modifier::ITALIC));
    check(mono, Name::Mono, Depth::True, Scope::Text, plain.add_modifier(Modifier::REVERSED));
}

#[test]
fn a_session_begins_with_the_theme_that_is_named() {
    assert_eq!(good("[theme]\nname = 'light'").theme, Some(Name::Light));
    assert_eq!(good("theme.name = 'mono'").theme, Some(Name::Mono));
}

/// The example of the README is one.
#[test]
fn what_the_readme_shows_is_right() {
    let readme = include_str!("../../../README.md");
    let example =
        readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let config = good(example);
    assert_eq!(keys(&config.keymap, "timeline"), "F9");
    assert_eq!(config.theme, Some(Name::Light));
}

/// An id stands in the files of readers: one that is gone, or called otherwise, is a fault there.
#[test]
fn no_id_is_ever_taken_back() {
    for id in include_str!("ids.txt").lines() {
        assert!(TABLE.iter().any(|entry| entry.id == id), "there is no command {id} any more");
    }
}
