//! A view has one name: in the help, in the footer, on the title page, in its title and in the go-to.

use std::fmt::Write as _;

use attache::command::{Command, Entry, Find, Keep, Keymap, TABLE, Views};

use crate::common::Desk;

/// The rows that open a view.
fn views() -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().filter(|entry| match entry.command {
        // The other side of a view is a part of it, and the lens is none.
        Command::Views(view) => !matches!(view, Views::TurnView | Views::Lens),
        Command::Keep(Keep::Marks) | Command::Find(Find::Trail) => true,
        _ => false,
    })
}

/// What a view is called: the word of its row for the footer.
fn name(entry: &Entry) -> String {
    let mut name = entry.short.to_owned();
    name[..1].make_ascii_uppercase();
    name
}

#[test]
fn the_help_begins_with_the_name_of_the_row() {
    for entry in views() {
        let name = name(entry);
        assert!(entry.help.starts_with(&format!("{name}: ")), "{name}: {}", entry.help);
    }
}

#[test]
fn what_a_key_opens_is_titled_with_its_name() {
    let keymap = Keymap::default();
    for (entry, key) in
        views().filter_map(|entry| Some((entry, keymap.keys(entry.command).next()?)))
    {
        if entry.command == Views::Shelf.into() {
            continue;
        }
        let name = name(entry);
        let mut desk = Desk::new(100, 40);
        desk.press(&key.to_string());
        let view = desk.app.overlays().last().unwrap_or_else(|| panic!("{name} opens nothing"));
        let title = view.title(Some(desk.reader().briefing()));
        assert!(title.starts_with(&name), "{name} is titled {title}");
        assert!(desk.screen().contains(&title), "{}", desk.screen());
    }
}

#[test]
fn a_name_goes_to_its_view() {
    for entry in views() {
        let name = name(entry);
        let mut desk = Desk::new(100, 40);
        desk.press(":").write(&name.to_lowercase());
        let screen = desk.screen();
        assert!(screen.contains(&format!(" {name}  ")), "{name}\n{screen}");
    }
}

/// However many names begin with its letter.
#[test]
fn a_key_that_is_written_goes_to_its_view() {
    let mut yaml = "format: 1
title: Words
sections:
  - id: one
    title: One
    body:
      - text: Words.
terms:
"
    .to_owned();
    for (at, letter) in ('a'..='z').flat_map(|letter| (1..20).map(move |at| (at, letter))) {
        let word = format!("{}{letter} {at}", letter.to_ascii_uppercase());
        let id = format!("{letter}{at}");
        let _ = writeln!(yaml, "  - {{id: {id}, term: {word}, definition: A word.}}");
    }
    let keymap = Keymap::default();
    for (entry, key) in
        views().filter_map(|entry| Some((entry, keymap.keys(entry.command).next()?)))
    {
        let mut desk = Desk::open(&yaml, 100, 40);
        desk.press(":").write(&key.to_string());
        let screen = desk.screen();
        let mut list = screen.lines().skip_while(|line| !line.contains("─ Go to "));
        let first = list.nth(2).unwrap_or_default();
        assert!(first.contains(&format!(" {}  ", name(entry))), "{key}\n{screen}");
    }
}

#[test]
fn the_title_page_names_the_views_as_the_help_does() {
    let mut desk = Desk::new(150, 60);
    desk.press("i");
    // A long line is broken.
    let screen = desk.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    for entry in views().filter(|entry| entry.group == attache::command::Group::View) {
        assert!(screen.contains(entry.help), "no {}\n{screen}", entry.help);
    }
}

#[test]
fn the_other_side_of_a_view_is_named() {
    let check = |keys: &str, offered: &str| {
        let mut desk = Desk::new(150, 45);
        desk.press(keys);
        let screen = desk.screen();
        let footer = screen.lines().last().unwrap_or_default();
        assert!(footer.contains(offered), "{keys}: no {offered} in {footer}");
    };
    check("x", "v sections");
    check("x v", "v articles");
    check("w", "v picture");
    check("w v", "v one actor");
    check("Q", "v quiz");
    check("Q v", "v discussion");
    check("c", "v all");
    let mut desk = Desk::new(80, 24);
    desk.press("w");
    assert!(desk.screen().contains("v list"), "{}", desk.screen());
}
