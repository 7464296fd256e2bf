//! What is left on a provision stays on its words, whatever is put in, taken away or counted anew.

use crate::common;
use crate::common::Desk;
use crate::common::marks::{list, press, reopen};

const TEXT: &str = "
          1. Each pilot shall:
             (a) keep a lamp at the bow;
             (b) write down what was seen.
          2. Each pilot shall:
             (a) answer a call within an hour;
             (b) keep the book for ten years, and show it to whoever asks.
          3. (Repealed)
          4. (Repealed)
          5. Boats.
          A pilot who does not is fined.
";

fn yaml(text: &str, cited: &str) -> String {
    format!(
        "format: 1
title: T
sections: [{{id: s, title: S, body: [{{text: 'See [](article:rules/3{cited}).'}}]}}]
instruments:
  - id: rules
    title: Rules
    articles:
      - number: 2
        title: Books
        text: |
          1. A book is of paper.
      - number: 3
        title: Pilots
        text: |{text}"
    )
}

/// Where a note on the provision `steps` of [`TEXT`] is after each edit, one after the other: what `from` was
/// became `to`, in the text as it was at first.
#[track_caller]
fn check(steps: &str, edits: &[(&str, &str, &str)]) {
    let mut desk = Desk::open(&yaml(TEXT, steps), 100, 30);
    press(&mut desk, "I a 'mine' Enter");
    for (from, to, expected) in edits {
        assert!(TEXT.contains(from), "{from:?} is not in it");
        let kept = desk.app.kept().clone();
        assert_eq!(kept.notes.len(), 1);
        reopen(&mut desk, &yaml(&TEXT.replacen(from, to, 1), ""), kept);
        list(&mut desk);
        let screen = desk.screen();
        let anchor = &desk.app.kept().notes[0].anchor;
        let on = anchor.card.as_deref().unwrap_or_default().trim_start_matches("article:rules/");
        let adrift = if screen.contains("Adrift") { " adrift" } else { "" };
        assert_eq!(format!("{on}{adrift}"), *expected, "{from:?} -> {to:?}\n{screen}");
        press(&mut desk, "Esc");
    }
}

const AS_IT_WAS: (&str, &str) = ("Boats", "Boats");

/// [`TEXT`] with a new paragraph 2 and, in the old one, which is 3, `to` for `from`.
fn with_one_more(from: &str, to: &str) -> String {
    let text = TEXT
        .replace("5. Boats", "6. Boats")
        .replace("4. (Rep", "5. (Rep")
        .replace("3. (Rep", "4. (Rep");
    let new =
        "2. A new paragraph:\n             (a) one;\n             (b) two.\n          3. Each";
    text.replace("2. Each", new).replace(from, to)
}

#[test]
fn it_follows_its_words_to_another_number_and_back() {
    let check = |steps: &str, there: &str| {
        let back = format!("3{steps}");
        check(steps, &[(TEXT, &with_one_more("", ""), there), (AS_IT_WAS.0, AS_IT_WAS.1, &back)]);
    };
    check("(2)(b)", "3(3)(b)");
    check("(2)(a)", "3(3)(a)");
    check("(1)(b)", "3(1)(b)");
    check("(5)", "3(6)");
    // Of words that stand there twice, what stands around them tells.
    check("(2)", "3(3)");
    check("(1)", "3(1)");
    check("(4)", "3(5)");
}

#[test]
fn it_stays_on_words_that_are_edited() {
    let check = |from: &str, to: &str, here: &str| {
        check("(2)(b)", &[(from, to, here)]);
        let there = here.replace("3(2)", "3(3)");
        check("(2)(b)", &[(TEXT, &with_one_more(from, to), &there)]);
    };
    check("for ten years", "for twelve years", "3(2)(b)");
    check("ten years, and show it to whoever asks", "ten years, and show it", "3(2)(b)");
    check("whoever asks.", "whoever asks. This is free.", "3(2)(b)");
    let changed = "within an hour;\n             (b) come at once;\n             (c) keep the book";
    check("within an hour;\n             (b) keep the book", changed, "3(2)(c)");
}

#[test]
fn where_its_words_are_gone_it_is_adrift_until_they_are_back() {
    let gone = "(b) pay what is due on the first of May.";
    check(
        "(2)(b)",
        &[
            (
                "(b) keep the book for ten years, and show it to whoever asks.",
                gone,
                "3(2)(b) adrift",
            ),
            (TEXT, "\n          Repealed.\n", "3(2)(b) adrift"),
            (AS_IT_WAS.0, AS_IT_WAS.1, "3(2)(b)"),
        ],
    );
    let elsewhere = TEXT.replace("5. Boats.", "5. Lamps.").replace("a lamp at", "motor boats at");
    check("(5)", &[(TEXT, &elsewhere, "3(5) adrift")]);
    let without = TEXT.replace("2. Each pilot shall:", "2. What else is due:");
    check("(2)", &[(TEXT, &without, "3(2) adrift"), (AS_IT_WAS.0, AS_IT_WAS.1, "3(2)")]);
}

#[test]
fn it_says_what_it_was_on() {
    let mut desk = Desk::open(&yaml(TEXT, "(2)(b)"), 100, 30);
    press(&mut desk, "I a 'mine' Enter");
    let kept = desk.app.kept().clone();
    let gone = yaml("\n          Repealed.\n", "");
    reopen(&mut desk, &gone, kept);
    press(&mut desk, "I");
    common::marks::assert_shows(&desk, "Your note (adrift: its words are gone)  mine");
    press(&mut desk, "Esc");
    list(&mut desk);
    common::marks::assert_shows(&desk, "was on Article 3(2)(b)");
    common::marks::assert_shows(
        &desk,
        "“keep the book for ten years, and show it to whoever asks.”",
    );
}

#[test]
fn what_an_earlier_version_kept_takes_the_words_that_it_finds() {
    let mut desk = Desk::open(&yaml(TEXT, "(2)(b)"), 100, 30);
    press(&mut desk, "I a 'mine' Enter");
    let mut kept = desk.app.kept().clone();
    let anchor = kept.notes[0].anchor.clone();
    kept.notes[0].anchor.quote = None;
    let mut before = kept.clone();
    reopen(&mut desk, &yaml(TEXT, ""), kept);
    assert_eq!(desk.app.kept().notes[0].anchor, anchor);
    // Where there is no such provision, it is kept as it was.
    reopen(&mut desk, &yaml("\n          Repealed.\n", ""), before.clone());
    assert_eq!(desk.app.kept().notes, before.notes);
    before.notes[0].anchor = anchor;
    assert_ne!(desk.app.kept().notes, before.notes);
}

#[test]
fn it_follows_its_words_to_another_article() {
    let mut desk = Desk::open(&yaml(TEXT, "(2)(b)"), 100, 30);
    press(&mut desk, "I a 'mine' Enter");
    let kept = desk.app.kept().clone();
    let renumbered = yaml(TEXT, "").replace("number: 3", "number: 4").replace("rules/3", "rules/4");
    let renumbered =
        renumbered.replace("number: 2\n        title: Books", "number: 3\n        title: New");
    reopen(&mut desk, &renumbered, kept);
    let card = desk.app.kept().notes[0].anchor.card.clone();
    assert_eq!(card.as_deref(), Some("article:rules/4(2)(b)"));
}
