//! Letters on links: where they stand, what they lead to, and what puts them away.

use std::fmt::Write as _;

use attache::app::{Msg, View};
use attache::command::Context;
use attache::theme::{Depth, Name, Theme};

use crate::common::{self, Desk};

/// The letters on the screen, in the order of its rows.
fn letters(desk: &Desk) -> Vec<String> {
    let buffer = desk.buffer();
    let mut found = Vec::new();
    let own = desk.theme.link_hint().add_modifier;
    let on = |x: u16, y: u16| buffer[(x, y)].modifier.contains(own);
    for y in 0..buffer.area.height {
        let mut letters = String::new();
        for x in 0..buffer.area.width {
            if on(x, y) {
                letters.push_str(buffer[(x, y)].symbol());
            } else if !letters.is_empty() {
                found.push(std::mem::take(&mut letters));
            }
        }
    }
    found
}

/// A section with so many links, of a word each, all of which lead to one term.
fn with_links(number: usize) -> String {
    let mut yaml =
        "format: 1\ntitle: Links\nsections:\n  - id: one\n    title: One\n    body:\n      - text: >-\n"
            .to_owned();
    for at in 0..number {
        let _ = writeln!(yaml, "          and [l{at:03}](term:tide)");
    }
    yaml + "terms:\n  - id: tide\n    term: tide line\n    definition: Where the water stands.\n"
}

#[test]
fn each_link_in_sight_has_letters_of_its_own() {
    for number in [1, 2, 26, 27, 60, 300] {
        let mut desk = Desk::open(&with_links(number), 150, 60);
        desk.press("z ,");
        let letters = letters(&desk);
        assert_eq!(letters.len(), number, "{}", desk.screen());
        for (at, one) in letters.iter().enumerate() {
            let others = letters.iter().enumerate().filter(|(other, _)| *other != at);
            let begun: Vec<_> = others.filter(|(_, other)| other.starts_with(one)).collect();
            assert!(begun.is_empty(), "{one} begins {begun:?}");
            assert!(one.len() <= if number <= 26 { 1 } else { 2 }, "{one} of {number}");
        }
        // The first ones lie under the fingers.
        assert_eq!(letters.first().map(String::as_str), Some("a"));
        for one in letters.iter().filter(|_| number < 300) {
            let mut desk = desk_with(&desk);
            desk.write(one);
            assert!(matches!(top(&desk), Some(View::Card(_))), "{one}\n{}", desk.screen());
        }
    }
}

/// The same desk, to press other keys on.
fn desk_with(desk: &Desk) -> Desk {
    let mut copy = Desk::bare(1, 1, true);
    copy.app = desk.app.clone();
    copy
}

fn top(desk: &Desk) -> Option<&View> {
    desk.app.overlays().last().map(|overlay| &overlay.view)
}

#[test]
fn what_is_typed_leads_where_the_link_does() {
    let check = |keys: &str, seen: &str| {
        let mut desk = Desk::new(120, 40);
        desk.press(keys);
        assert!(desk.screen().contains(seen), "{keys}: {seen}\n{}", desk.screen());
        assert_ne!(desk.app.context(), Context::LinkHints, "{keys}");
    };
    // The text: an actor to the actors, an article to the articles, a term to a card.
    check(", a", "▌ ● Ada Marsh");
    check(", f", "▍Articles");
    check(", h", "tide line");
    // A capital looks.
    check(", A", "┌─ Actor");
    check(", H", "┌─ Term");
    // The way back is to the link.
    check(", a Backspace", "→ link   ⏎ follow   K peek");
    // A list: what Enter does with its entries.
    check("o , s", "The signing");
    check("o , d", "For the class");
    // Any other key puts them away, and does what it always does.
    check(", Tab", "▍Articles");
    check(", ?", "One line down");
    check(", Esc", "→ link");
    check(", Backspace", "→ link");
    check(", :", "go to:");
    check(", Enter", "⏎ follow");
    check(", ,", "→ link");
    // In the pages of a class no answer is given by them.
    check("Q v ,", "no link in sight");
}

#[test]
fn letters_stand_on_what_is_seen() {
    let check = |width, height, keys: &str, expected: &[&str]| {
        let mut desk = Desk::new(width, height);
        desk.press(keys);
        let screen = desk.screen();
        for words in expected {
            assert!(screen.contains(words), "{keys}: no {words}\n{screen}");
        }
    };
    check(120, 40, ",", &["▌ ada Marsh", "sen Holt", "a letter follows, its capital looks"]);
    // A number stays to be read.
    check(120, 40, ",", &["·j2 sources", "✎t1 source"]);
    // One pane at a time, one paragraph at a time.
    check(60, 20, ",", &["▌ ada Marsh"]);
    check(60, 20, "F5 ,", &["ada Marsh"]);
    // Entries have theirs in the margin.
    check(80, 24, "o ,", &["│a 1 What the treaty says", "│s     The signing"]);
    check(80, 24, "i ,", &["a 1 What the treaty says"]);
    check(80, 24, "t ,", &["a "]);
    // Where there is nothing to follow, it is said.
    check(80, 24, "x ,", &["no link in sight"]);
    check(80, 24, "? ,", &["no link in sight"]);
}

#[test]
fn letters_that_are_typed_narrow() {
    let mut desk = Desk::open(&with_links(60), 100, 40);
    desk.press("z , m");
    let left = letters(&desk);
    assert_eq!(left.len(), 26, "the second letter is left of those with m: {left:?}");
    assert!(desk.screen().contains("m and one more"), "{}", desk.screen());
    // A wrong one is told, and nothing is lost.
    desk.press("1");
    assert_ne!(desk.app.context(), Context::LinkHints, "a sign puts them away");
    desk.press(", n Backspace");
    assert_eq!(letters(&desk).len(), 60);
    let mut desk = Desk::new(120, 40);
    desk.press(", m");
    assert!(desk.screen().contains("no link has m there"), "{}", desk.screen());
    assert_eq!(desk.app.context(), Context::LinkHints);
    desk.press("a");
    assert!(desk.screen().contains("▌ ● Ada Marsh"));
}

#[test]
fn letters_follow_what_is_on_the_screen() {
    let mut desk = Desk::new(120, 40);
    desk.press(",");
    let wide = letters(&desk);
    desk.resize(60, 20);
    let narrow = letters(&desk);
    assert!(narrow.len() < wide.len() && !narrow.is_empty(), "{wide:?} {narrow:?}");
    desk.send(Msg::Failed("the disk is full".to_owned()));
    assert_eq!(desk.app.context(), Context::LinkHints);
    desk.press("a");
    assert!(desk.screen().contains("Ada Marsh"), "{}", desk.screen());
}

#[test]
fn letters_stand_out_on_every_terminal() {
    for (name, depth) in [(Name::Mono, Depth::Mono), (Name::Light, Depth::Sixteen)] {
        let mut desk = Desk::bare(80, 24, false);
        desk.send(Msg::Opened(attache::app::Opened {
            briefing: common::sample(),
            faults: Vec::new(),
            kept: attache::model::kept::Kept::default(),
        }));
        desk.theme = Theme::new(name, depth, false);
        desk.press("Esc ,");
        let strange: String =
            desk.screen().chars().filter(|c| !c.is_ascii() && *c != '\u{a0}').collect();
        assert_eq!(strange, "");
        assert_eq!(letters(&desk).first().map(String::as_str), Some("a"));
    }
}

#[test]
fn half_a_wide_letter_is_never_shown() {
    let yaml = "format: 1\ntitle: Wide\nsections:\n  - id: one\n    title: One\n    body:\n      - text: \
                가[나다](term:tide) [라](term:tide) 마[2](term:tide)와 a[바](term:tide)\n\
                terms:\n  - id: tide\n    term: 조수\n    definition: 물.\n";
    let mut desk = Desk::open(yaml, 80, 12);
    desk.press(",");
    let screen = desk.screen();
    assert!(screen.contains("가a 다s라 마d와 af"), "{screen}");
    let row = screen.lines().find(|row| row.contains('가')).unwrap_or_default();
    assert!(!row.contains('나') && !row.contains('바'), "{row}");
}

/// The footer teaches them where there is room, and something to follow.
#[test]
fn letters_are_offered_where_there_is_something_to_follow() {
    let check = |keys: &str, offered: bool| {
        let mut desk = Desk::new(150, 45);
        desk.press(keys);
        let screen = desk.screen();
        let footer = screen.lines().last().unwrap_or_default();
        assert_eq!(footer.contains(", letters"), offered, "{keys}: {footer}");
    };
    check("", true);
    check("2", true);
    check("o", true);
    check("l K", true);
    check("?", false);
    check("!", false);
    check(",", false);
}
