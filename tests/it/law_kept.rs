//! What a reader leaves on provisions and takes away of them, and what of a law was read.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::sync::Arc;

use attache::app::{Effect, Msg, Opened};
use attache::export::{AnnotationList, Edition, Markdown, Plain, print};
use attache::model::kept::Kept;
use attache::text::Glyphs;

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
    // Words that are chosen.
    check("I v w w y", &["“tell the other”", "Article 4(2)(b)"]);
    check("I v } } y", &["Article 4(2), Convention"]);
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
fn a_note_on_a_provision_is_printed_with_its_article() {
    let mut desk = desk();
    desk.press("I a").write("Ask the pilots").press("Enter");
    let (briefing, kept) = (common::law(), desk.app.kept().clone());
    let left = AnnotationList::notes(&briefing, &kept);
    let (mut plain, mut markdown) = (Vec::new(), Vec::new());
    let edition = Edition::default();
    print(
        &briefing,
        edition,
        Plain { width: 76, glyphs: &Glyphs::UNICODE },
        Some(&left),
        &mut plain,
    )
    .unwrap();
    Markdown::default().print(&briefing, edition, Some(&left), &mut markdown).unwrap();
    for printed in [plain, markdown] {
        let printed = String::from_utf8(printed).unwrap();
        assert_eq!(printed.matches("Ask the pilots").count(), 1, "{printed}");
    }
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
