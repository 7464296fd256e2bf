//! What a reader leaves on provisions and takes away of them, and what of a law was read.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::sync::Arc;

use attache::app::{Effect, Msg, Opened};
use attache::export::{self, AnnotationList, Edition, Markdown, Part, Plain, Portion, print};
use attache::model::kept::Kept;
use attache::text::Glyphs;

use crate::common::marks::press;
use crate::common::{self, Desk};

fn desk() -> Desk {
    Desk::read(common::law(), 120, 34)
}

/// The last that was copied.
fn copied(desk: &Desk) -> String {
    let copied = desk.asked().into_iter().rev().find_map(|effect| match effect {
        Effect::Copy(words) => Some(words.clone()),
        _ => None,
    });
    copied.unwrap_or_default()
}

#[test]
fn a_citation_names_the_provision() {
    let check = |keys: &str, expected: &[&str]| {
        let mut desk = desk();
        desk.press(keys);
        for words in expected {
            assert!(copied(&desk).contains(words), "{keys}: {}", copied(&desk));
        }
    };
    check(
        "I y",
        &["“(b) tell the other in writing", "Article 4(2)(b), Convention on the Strait of Orla"],
    );
    check("I Y", &["(b) tell the other in writing, a month before"]);
    // A provision with all that stands in it.
    check("I { { y", &["“2. Each party shall: (a) mark its side", "Article 4(2), Convention"]);
    check("I [ y", &["Article 4, Convention"]);
    check("} } I y", &["제4조(2)(1), 항구 관리법"]);
    check("} 2 y", &["Rule 7(2)(b), Rules for pilots"]);
    // In the articles pane it is the provision under the cursor; on the card's heading, the article.
    check("2 y", &["“(b) tell the other in writing", "Article 4(2)(b), Convention"]);
    check("2 k y", &["“(a) mark its side of the channel", "Article 4(2)(a), Convention"]);
    check("2 k k k k y", &["“2. Each party shall", "Article 4(2), Convention"]);
    check("2 g y", &["Article 4, Convention"]);
    check("2 G y", &["Article 4, Convention"]);
    // Words that are chosen.
    check("I v w w y", &["“tell the other”", "Article 4(2)(b)"]);
    check("I v } } y", &["Article 4(2), Convention"]);
}

/// A law whose closing words, points and lines have no number.
const CLOSED: &str = r#"
format: 1
title: Geese
sections: [{id: s, title: S, body: [{text: "See [](article:3) and [](article:4)."}]}]
instruments:
  - id: act
    title: Goose Act
    articles:
      - number: 3
        text: "Who\n1. hunts a goose,\n2. buys one:\n   – alive,\n   – dead,\nis fined.\nDONE at the lake."
      - number: 4
        text: This act ends with the geese.
"#;

fn closed() -> Desk {
    let loaded = attache::load::from_files("closed", [("briefing.yaml", CLOSED.as_bytes())]);
    Desk::read(loaded.briefing.unwrap(), 120, 34)
}

#[test]
fn what_has_no_number_is_cited_without_one() {
    let check = |keys: &str, expected: &str| {
        let mut desk = closed();
        desk.press(keys);
        assert!(
            copied(&desk).starts_with(expected),
            "{keys}: {}\n{}",
            copied(&desk),
            desk.screen()
        );
    };
    check("I G { { { y", "“is fined.” — Article 3, second unnumbered paragraph, Goose Act");
    check("I G { { y", "“DONE at the lake.” — Article 3, third unnumbered paragraph, Goose Act");
    check("I G y", "“This act ends with the geese.” — Article 4, Goose Act");
    check("I } } } } y", "“– alive,” — Article 3(2), first point, Goose Act");
    check(
        "2 j j j j j j j j j y",
        "“is fined.” — Article 3, second unnumbered paragraph, Goose Act",
    );
}

#[test]
fn a_note_on_what_has_no_number_is_on_its_words_alone() {
    let mut desk = closed();
    press(&mut desk, "I G { { { a 'how much?' Enter");
    let kept = desk.app.kept().clone();
    assert_eq!(kept.notes[0].anchor.card.as_deref(), Some("article:act/3(¶2)"));
    assert_eq!(crate::common::marks::quote(&kept.notes[0].anchor), "is fined.");
}

#[test]
fn a_whole_article_is_copied_line_by_line() {
    let mut desk = desk();
    desk.press("I [ y");
    let lines = "“1. The channel is kept open:\n(a) by day, for every vessel;\n(b) by night";
    assert!(copied(&desk).starts_with(lines), "{}", copied(&desk));
}

#[test]
fn a_note_and_a_bookmark_are_on_the_provision() {
    let mut desk = desk();
    desk.press("I a").write("Ask the pilots").press("Enter");
    assert!(desk.screen().contains("Ask the pilots"), "{}", desk.screen());
    // Its article's card shows it right below the provision.
    desk.press("Esc 2");
    assert!(desk.screen().contains("Ask the pilots"), "{}", desk.screen());
    desk.press("1 '");
    assert!(desk.screen().contains("Article 4(2)(b)"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.screen().contains("Article 4(2)(b), cited once"), "{}", desk.screen());
    desk.press("Esc Esc I } m").write("bed").press("Enter");
    assert!(desk.screen().contains("bed"), "{}", desk.screen());
}

#[test]
fn in_the_articles_pane_it_is_the_provision_under_the_cursor() {
    let check = |keys: &str, expected: &str| {
        let mut desk = desk();
        press(&mut desk, keys);
        assert!(desk.screen().contains(expected), "{keys}\n{}", desk.screen());
    };
    check("2 a", "note on Article 4(2)(b):");
    check("2 g a", "note on Article 4:");
    check("2 m b Enter", "for how long;\u{a0}· ⚑");
    check("2 g m b Enter", "channel\u{a0}· ⚑");
    check("2 j j j j j I", "▌ 3. Either party may ask");
    // On the note it is what that is on.
    check("2 a 'Ask the pilots' Enter j j j a", "note on Article 4(2)(b): Ask the pilots");
    // A second time it is there to be changed.
    check("I a 'Ask the pilots' Enter a", "note on Article 4(2)(b): Ask the pilots");
}

#[test]
fn an_article_says_its_name_where_its_heading_is_out_of_sight() {
    let check = |size: (u16, u16), keys: &str, expected: &str| {
        let mut desk = Desk::read(common::law(), size.0, size.1);
        press(&mut desk, keys);
        let screen = desk.screen();
        assert!(screen.contains(expected), "{keys}\n{screen}");
    };
    check((120, 34), "", "  Article 4(2)(b)     ");
    check((120, 34), "2 g", "▍Articles · cited here");
    check((120, 60), "", "  Articles · cited here");
    check((120, 60), "2", "▍Article 4(2)(b)");
    check((120, 60), "2 g", "▍Articles · cited here");
    check((120, 60), "2 p", "▍Article 4(2)(b)   ");
    check((80, 12), "}", "  Rule 7(2)(b)      ");
}

#[test]
fn what_was_left_on_a_provision_is_gone_to() {
    let check = |keys: &str, words: &str| {
        let mut desk = Desk::read(common::law(), 80, 14);
        press(&mut desk, "2 a 'Ask the pilots' Enter m 'bed' Enter Esc G");
        desk.press(keys).write(words).press("Enter");
        let screen = desk.screen();
        assert!(screen.contains("(b) tell the other in"), "{keys} {words}\n{screen}");
    };
    check("'", "");
    check("' }", "");
    check(":", "bed");
    check("/", "Ask the pilots");
    check("/", "means to dredge");
}

#[test]
fn a_note_on_a_provision_is_printed_with_its_article() {
    let mut desk = desk();
    desk.press("I a").write("Ask the pilots").press("Enter");
    let (briefing, kept) = (common::law(), desk.app.kept().clone());
    let left = AnnotationList::notes(&briefing, &kept);
    let citation = "“(b) tell the other in writing";
    for portion in [Portion::Whole, Portion::Part(Part::Articles)] {
        let (mut plain, mut markdown, mut json) = (Vec::new(), Vec::new(), Vec::new());
        let edition = Edition { portion, ..Edition::default() };
        let set = Plain { width: 76, glyphs: &Glyphs::UNICODE };
        print(&briefing, edition, set, Some(&left), &mut plain).unwrap();
        Markdown::default().print(&briefing, edition, Some(&left), &mut markdown).unwrap();
        export::json(&briefing, edition, Some(&left), &mut json).unwrap();
        for (printed, expected) in [
            (plain, "Your note on Article 4(2)(b) ·"),
            (markdown, "**Your note on Article 4(2)(b)** ·"),
            (json, citation),
        ] {
            let printed = String::from_utf8(printed).unwrap();
            assert_eq!(printed.matches("Ask the pilots").count(), 1, "{printed}");
            assert!(printed.contains(expected), "{printed}");
        }
    }
    // It is no actor's.
    let edition = Edition { portion: Portion::Part(Part::Actors), ..Edition::default() };
    let mut json = Vec::new();
    export::json(&briefing, edition, Some(&left), &mut json).unwrap();
    assert!(!String::from_utf8(json).unwrap().contains("Ask the pilots"));
}

#[test]
fn what_is_left_on_a_provision_outlives_an_edit() {
    let check = |before: &str, after: &str, expected: &str| {
        let mut desk = desk();
        desk.press("I a").write("Ask the pilots").press("Enter");
        let kept: Kept = desk.app.kept().clone();
        let yaml = common::LAW.replace(before, after);
        assert_ne!(yaml, common::LAW);
        let briefing = Arc::new(common::briefing(&yaml));
        let mut desk = Desk::bare(120, 34, true).come_to(Arc::clone(&briefing), Kept::default());
        desk.send(Msg::Opened(Opened { briefing, faults: Vec::new(), kept }));
        desk.press("Esc '");
        assert!(desk.screen().contains(expected), "{after}\n{}", desk.screen());
    };
    check("tell the other in writing, a month", "tell the other, a month", "Article 4(2)(b)");
    check("1. The channel is kept open:", "1. The channel is kept:", "Article 4(2)(b)");
    // Where its mark is gone, it is on what that stood in.
    let without = "cited as a whole";
    check("[](article:4(2)(b)) each", without, "Article 4(2)(b)");
}

#[test]
fn what_was_on_the_screen_for_long_enough_was_read() {
    let mut desk = desk();
    desk.press("I [").wait(60);
    let read = |desk: &Desk| {
        let mut read: Vec<&str> = desk.app.kept().read.iter().map(String::as_str).collect();
        read.sort_unstable();
        read.join(" ")
    };
    assert!(read(&desk).contains("article:convention/4"), "{}", read(&desk));
    // Its end was not seen on a low screen.
    let mut desk = Desk::read(common::law(), 80, 12);
    desk.press("I [").wait(60);
    assert_eq!(read(&desk), "");
    desk.press("] {").wait(60).press("k").wait(30);
    assert!(read(&desk).contains("article:convention/4"), "{}", read(&desk));
}
