//! What a reader leaves, as the state machine sees it: the place, the settings, and what was read.

use attache::app::{Effect, Msg};
use attache::model::kept::{Change, Kept, Preference, Preferences};

use crate::common::{Desk, SAMPLE, briefing, sample};

/// What is kept after `keys`, with a second between them.
fn kept_after(keys: &str) -> Kept {
    let mut desk = Desk::new(100, 30);
    for key in keys.split_whitespace() {
        desk.wait(1).press(key);
    }
    desk.app.kept().clone()
}

/// Somebody who comes back to `yaml` after `keys` in the sample.
fn come_back(yaml: &str, keys: &str) -> Desk {
    Desk::come_back(briefing(yaml), kept_after(keys), 100, 30)
}

/// The places that are to be kept after `keys`.
fn places(keys: &str) -> Vec<(String, u32)> {
    let mut desk = Desk::new(100, 30);
    desk.press(keys);
    let places = desk.changes.iter().filter_map(|change| match change {
        Change::Position(place) => Some((place.anchor.block.clone(), place.line)),
        _ => None,
    });
    places.collect()
}

fn place(block: &str, line: u32) -> (String, u32) {
    (block.to_owned(), line)
}

#[test]
fn it_opens_where_the_reader_left() {
    let check = |keys: &str, expected: &str| {
        let desk = come_back(SAMPLE, keys);
        assert_eq!(desk.focus(), expected, "{keys}");
        assert!(!desk.screen().contains("Title page"), "{keys}");
    };
    check("}", "text/p2");
    check("] }", "quarrel/p2");
    check("} q", "text/p2");
    check("q", "text/signing");
    // The line too, at the end of the session.
    let desk = come_back(SAMPLE, "j j q");
    assert_eq!(desk.reader().pane(attache::desk::PaneId::Text).cursor().line, 2);
}

#[test]
fn a_place_is_found_in_an_edited_briefing() {
    let check = |from: &str, to: &str, keys: &str, expected: &str| {
        let desk = come_back(&SAMPLE.replacen(from, to, 1), keys);
        assert_eq!(desk.focus(), expected, "{from:?} {keys}");
    };
    let before = "      - text: The council never met.\n";
    check(before, &format!("      - text: Another one.\n{before}"), "] }", "quarrel/p3");
    check(before, "      - text: Something else altogether was written.\n", "] }", "quarrel/p2");
    check(before, "", "] }", "quarrel/start");
}

#[test]
fn a_place_that_is_gone_is_not_written_over_before_the_reader_moves() {
    let less = SAMPLE.replacen("      - text: The council never met.\n", "", 1);
    assert_ne!(less, SAMPLE);
    let mut desk = come_back(&less, "] }");
    assert_eq!(desk.focus(), "quarrel/start");
    desk.changes.clear();
    desk.send(Msg::Leaving);
    assert_eq!(desk.changes, []);
    // Once it has moved, it is where it is.
    desk.press("[").send(Msg::Leaving);
    assert!(matches!(desk.changes.as_slice(), [Change::Position(_), ..]), "{:?}", desk.changes);
}

#[test]
fn a_place_whose_section_is_gone_is_not_written_over_before_the_reader_moves() {
    let mut kept = kept_after("] }");
    if let Some(place) = &mut kept.position {
        place.anchor.section = "gone".to_owned();
        place.anchor.opening = "What nobody wrote.".to_owned();
        (place.anchor.above, place.anchor.below) = (None, None);
    }
    let mut desk = Desk::come_back(briefing(SAMPLE), kept, 100, 30);
    assert!(desk.screen().contains("Title page"), "{}", desk.screen());
    let is_place = |change: &Change| matches!(change, Change::Position(_));
    desk.send(Msg::Leaving);
    assert!(!desk.changes.iter().any(is_place), "{:?}", desk.changes);
    desk.press("Enter }").send(Msg::Leaving);
    assert!(desk.changes.iter().any(is_place));
}

#[test]
fn who_never_left_the_title_page_sees_it_again() {
    let mut desk = Desk::title_page(sample(), 100, 30);
    desk.press("q");
    assert_eq!(desk.changes, []);
    let desk = Desk::come_back(sample(), desk.app.kept().clone(), 100, 30);
    assert!(desk.screen().contains("Title page"));
}

#[test]
fn the_place_is_kept_when_the_paragraph_changes() {
    assert_eq!(places("j j"), []);
    assert_eq!(places("} }"), [place("p2", 0), place("p3", 0)]);
    assert_eq!(places("j j q"), [place("signing", 2)]);
    assert_eq!(places("} q"), [place("p2", 0)]);
    assert_eq!(places("} j Ctrl-z"), [place("p2", 0), place("p2", 1)]);
    let mut desk = Desk::new(100, 30);
    desk.press("j").send(Msg::Leaving);
    assert!(matches!(desk.changes.as_slice(), [Change::Position(place)] if place.line == 1));
}

#[test]
fn what_ends_the_session_comes_after_what_is_to_be_kept() {
    let mut desk = Desk::new(100, 30);
    desk.press("j");
    let effects = desk.app.update(Msg::Key("q".parse().expect("a key")));
    assert!(matches!(effects.as_slice(), [Effect::Keep(_), Effect::Quit]), "{effects:?}");
}

#[test]
fn settings_are_kept_as_they_are_chosen() {
    let check = |key: &str, expected: Preference| {
        let mut desk = Desk::new(100, 30);
        desk.press(key);
        assert_eq!(desk.changes, [Change::Preference(expected)], "{key}");
    };
    check("-", Preference::Measure(54));
    check("H", Preference::Hyphens(false));
    let mut desk = Desk::new(100, 30);
    desk.send(Msg::Themed("light"));
    assert_eq!(desk.changes, [Change::Preference(Preference::Theme("light".to_owned()))]);
    // What stays as it is is not kept again, and what is a session's own is not kept at all.
    let mut desk = Desk::new(100, 30);
    desk.press("= C z C z C");
    assert_eq!(desk.changes, []);
}

#[test]
fn settings_are_taken_over() {
    let mut desk = Desk::bare(100, 30, true);
    let settings = Preferences {
        theme: Some("mono".to_owned()),
        layout: Some("presenter".to_owned()),
        measure: Some(9999),
        teacher: Some(true),
        hyphens: Some(false),
    };
    desk.send(Msg::Settled(settings));
    let options = desk.app.options();
    assert!(!options.hyphens);
    // An earlier version kept these too; each session begins without them.
    assert!(!options.teacher && options.zen == attache::desk::Zen::Off);
    assert_eq!(options.measure, attache::desk::MEASURE);
    assert_eq!(desk.effects, [Effect::Theme("mono".to_owned())]);
    assert_eq!(desk.changes, []);
}

/// What is read after so many seconds, each followed by keys.
fn read_after(steps: &[(i64, &str)], (width, height): (u16, u16)) -> Vec<String> {
    let mut desk = Desk::new(width, height);
    for (seconds, keys) in steps {
        desk.wait(*seconds).press(keys);
    }
    desk.app.kept().read.iter().cloned().collect()
}

#[test]
fn what_was_on_the_screen_long_enough_is_read() {
    // The first paragraph has some 50 words: seven seconds.
    let signing =
        |steps: &[(i64, &str)]| read_after(steps, (100, 60)).contains(&"text/signing".to_owned());
    assert!(!signing(&[(6, "")]));
    assert!(signing(&[(7, "")]));
    assert!(signing(&[(4, "j"), (3, "j")]));
    // Behind something else it is not read, and in another section it is not there.
    assert!(!signing(&[(4, "?"), (60, "Esc"), (2, "j")]));
    assert!(!signing(&[(4, "]"), (60, "["), (2, "j")]));
    assert!(signing(&[(4, "]"), (60, "["), (3, "j")]));
    // An article beside it is read as well, and a short paragraph takes a second at least.
    let read = read_after(&[(9, "]"), (1, "")], (150, 45));
    assert!(read.contains(&"article:harbour/4".to_owned()), "{read:?}");
    assert!(read.contains(&"quarrel/p2".to_owned()), "{read:?}");
    assert!(!read.contains(&"quarrel/start".to_owned()), "{read:?}");
}

#[test]
fn a_long_absence_counts_as_a_minute() {
    let long = format!(
        "format: 1\ntitle: Long\nsections:\n  - id: s\n    title: S\n    body:\n      - text: {}\n",
        "word ".repeat(880)
    );
    // 880 words: two minutes.
    let mut desk = Desk::open(&long, 100, 200);
    desk.wait(3600).press("j");
    assert!(desk.app.kept().read.is_empty());
    desk.wait(60);
    assert_eq!(desk.app.kept().read.iter().collect::<Vec<_>>(), ["s/p1"]);
    // Of one that is higher than the screen, the end must have been seen.
    let mut desk = Desk::open(&long, 100, 20);
    desk.wait(60).press("j").wait(60).press("j").wait(60);
    assert!(desk.app.kept().read.is_empty());
    desk.press("G").wait(1);
    assert_eq!(desk.app.kept().read.len(), 1);
}

#[test]
fn what_was_read_is_shown_and_outlives_the_session() {
    let mut desk = Desk::new(120, 40);
    desk.wait(60);
    let screens = |desk: &mut Desk| {
        let mut shown = desk.screen();
        for keys in ["o", "Esc x", "Esc i"] {
            desk.press(keys);
            shown.push_str(&desk.screen());
        }
        shown
    };
    let before = screens(&mut desk);
    for words in [
        "at ¶ 1 of 7 (",
        " min left · 7 read",
        "of\u{a0}7\u{a0}read",
        "✓ The signing",
        "Articles  ",
    ] {
        assert!(
            before.replace("\u{a0}", " ").contains(&words.replace('\u{a0}', " ")),
            "{words}\n{before}"
        );
    }
    desk.press("Esc } {");
    let mut again = Desk::come_back(sample(), desk.app.kept().clone(), 120, 40);
    assert_eq!(screens(&mut again), before);
}

#[test]
fn coverage_at_every_size() {
    for (name, keys) in [("contents", "o"), ("matrix", "x")] {
        for (width, height) in [(120, 40), (80, 24), (60, 20)] {
            let mut desk = Desk::new(width, height);
            desk.wait(60).press(keys);
            insta::assert_snapshot!(format!("{name}-{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn one_banner_after_the_other() {
    let mut desk = Desk::new(100, 30);
    desk.send(Msg::Told("the first".to_owned())).send(Msg::NotKept("the second".to_owned()));
    assert!(desk.screen().contains("▲ the first"));
    desk.press("Esc");
    assert!(desk.screen().contains("▲ the second"), "{}", desk.screen());
    desk.press("Esc");
    assert!(!desk.screen().contains("▲"));
}

#[test]
fn a_long_banner_takes_the_rows_that_it_needs() {
    let sentence = "what was kept was damaged: it is now \
                    /home/ada/.local/state/attache/state.sqlite3.damaged-1, and a new file was begun";
    let rows = |width, height| {
        let mut desk = Desk::new(width, height);
        desk.send(Msg::NotKept(sentence.to_owned()));
        let screen = desk.screen();
        let rows: Vec<String> = screen
            .lines()
            .skip_while(|row| !row.contains('▲'))
            .take_while(|row| row.starts_with(" ▲ ") || row.starts_with("   "))
            .map(|row| row.trim_start_matches([' ', '▲']).to_owned())
            .collect();
        rows
    };
    assert_eq!(rows(140, 40)[0], sentence);
    for (width, height) in [(80, 24), (60, 20)] {
        let rows = rows(width, height);
        // A path is broken where it is longest.
        let letters = |words: &str| words.replace(' ', "");
        assert!(letters(&rows.concat()).starts_with(&letters(sentence)), "{rows:?}");
    }
    assert!(rows(20, 8)[0].ends_with('…'), "{:?}", rows(20, 8));
}
