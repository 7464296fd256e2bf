//! The title page, the evidence, the matrix, the lens and the layouts of the text alone:
//! keys in, screens out.

use crate::common::{self, Desk};

const SIZES: [(u16, u16); 3] = [(150, 45), (80, 24), (60, 20)];

/// A briefing with a title and one short paragraph, and nothing else.
const BARE: &str =
    "format: 1\ntitle: Bare\nsections:\n  - id: s\n    title: S\n    body:\n      - text: Words.\n";

/// The screen after `keys` shows `words`.
fn check(keys: &str, words: &str) {
    let mut desk = Desk::new(100, 30);
    desk.press(keys);
    assert_shows(&desk, words, keys);
}

#[track_caller]
fn assert_shows(desk: &Desk, words: &str, keys: &str) {
    let screen = desk.screen().replace('\u{a0}', " ");
    assert!(screen.contains(words), "{words:?} after {keys:?}\n{screen}");
}

/// As [`check`], on a briefing that has nothing to show.
fn check_bare(keys: &str, words: &str) {
    for (width, height) in [(150, 45), (80, 24), (60, 20), (20, 5)] {
        let mut desk = Desk::open(BARE, width, height);
        desk.press(keys);
        let screen = desk.screen().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(height == 5 || screen.contains(words), "{words:?} after {keys:?}\n{screen}");
    }
}

#[test]
fn views_at_every_size() {
    for (name, keys) in [
        ("title", "i"),
        ("evidence", "e"),
        ("class", "Q A"),
        ("quiz", "Q v j Enter"),
        ("matrix", "x"),
    ] {
        for (width, height) in SIZES {
            let mut desk = Desk::new(width, height);
            desk.press(keys);
            insta::assert_snapshot!(format!("{name}-{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn layouts_at_every_size() {
    for (name, keys) in [("lens", "2 L 1"), ("alone", "z"), ("presenter", "z z")] {
        for (width, height) in SIZES {
            let mut desk = Desk::new(width, height);
            desk.press(keys);
            insta::assert_snapshot!(format!("{name}-{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn a_briefing_begins_on_its_title_page() {
    let mut desk = Desk::title_page(common::sample(), 80, 24);
    assert!(desk.screen().contains("Two towns share a harbour."));
    desk.press("Enter");
    assert_eq!(desk.focus(), "text/signing");
    // Back is the title page again, as it was.
    desk.press("Backspace");
    assert!(desk.screen().contains("Title page"));
    desk.press("} Enter");
    assert_eq!(desk.focus(), "quarrel/start");
}

#[test]
fn the_title_page_tells_what_was_read() {
    let mut desk = Desk::new(100, 30);
    desk.wait(60).press("i");
    assert_shows(&desk, "5 read", "i");
    // What is skipped is not read.
    let mut desk = Desk::new(100, 30);
    desk.press("i");
    assert!(!desk.screen().contains(" read\n"), "{}", desk.screen());
}

#[test]
fn evidence_leads_to_the_paragraph_and_back() {
    let mut desk = Desk::new(100, 30);
    desk.press("e");
    assert_shows(&desk, "◇ analysis · 1 paragraph", "e");
    desk.press("} Enter");
    assert_eq!(desk.focus(), "text/p2");
    desk.press("Backspace G");
    assert_shows(&desk, "on ¶ 1", "G");
    desk.press("] Enter");
    assert_eq!(desk.focus(), "quarrel/start");
}

#[test]
fn the_matrix_leads_to_the_paragraphs() {
    let mut desk = Desk::new(100, 30);
    desk.press("x");
    assert!(desk.screen().contains("Ben Holt · Article 4"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.screen().contains("Ben Holt and Article 4"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!(desk.focus(), "text/signing");
    desk.press("Backspace");
    assert!(desk.screen().contains("Ben Holt and Article 4"));
    desk.press("Esc");
    assert!(desk.screen().contains("most first"));
}

#[test]
fn the_matrix_scrolls_under_its_heads() {
    let thirty = |line: fn(usize) -> String| (0..30).map(line).collect::<String>();
    let texts = thirty(|n| format!("      - text: \"[](actor:a{n}) [](article:{n})\"\n"));
    let actors = thirty(|n| format!("  - {{id: a{n}, name: Actor {n}}}\n"));
    let articles = thirty(|n| format!("      - {{number: {n}, title: Title {n}, gist: Gist.}}\n"));
    let law = "instruments:\n  - id: law\n    title: Law\n    articles:\n";
    let yaml = format!("{BARE}{texts}actors:\n{actors}{law}{articles}");
    let mut desk = Desk::open(&yaml, 80, 24);
    desk.press("x G");
    assert!(desk.screen().contains("▌ Actor 29"), "{}", desk.screen());
    assert!(desk.screen().contains("Actor 29 · Article 0"));
    for _ in 0..29 {
        desk.press("l");
    }
    assert!(desk.screen().contains("Actor 29 · Article 29"), "{}", desk.screen());
    assert!(desk.screen().contains("1 paragraph"));
    desk.press("g");
    assert!(desk.screen().contains("▌ Actor 0"));
    // The cursor stays on its actor and article in another order.
    desk.press("j l S");
    assert!(desk.screen().contains("Actor 1 · Article 1"), "{}", desk.screen());
}

#[test]
fn the_lens_folds_all_but_what_concerns_it() {
    let mut desk = Desk::new(100, 30);
    desk.press("2 L");
    let screen = desk.screen();
    assert!(screen.contains("lens: Article 4 · 2 here"), "{screen}");
    desk.press("1");
    assert!(desk.screen().contains("lens: Article 4"), "{}", desk.screen());
    assert_eq!(desk.focus(), "text/signing");
    desk.press("}");
    assert_eq!(desk.focus(), "text/p6");
    desk.press("]");
    assert_eq!(desk.focus(), "quarrel/start");
    // Esc lets go of it, and the focus stays.
    desk.press("Esc");
    assert!(!desk.screen().contains("lens:"));
    assert_eq!(desk.focus(), "quarrel/start");
}

#[test]
fn the_lens_is_chosen_from_a_list() {
    check("L", "Show the paragraphs on");
    check("L Enter", "lens: Ada Marsh · 2 here");
    check("l L", "lens: Ada Marsh · 2 here");
    check("l L L", "A second paragraph follows.");
}

#[test]
fn one_paragraph_at_a_time() {
    let mut desk = Desk::new(100, 30);
    desk.press("z z");
    assert!(!desk.screen().contains("A second paragraph"), "{}", desk.screen());
    desk.press("Space");
    assert_eq!(desk.focus(), "text/p2");
    assert!(desk.screen().contains("A second paragraph"));
    desk.press("b");
    assert_eq!(desk.focus(), "text/signing");
    desk.press("z");
    assert!(desk.screen().contains("Articles · cited here"));
}

#[test]
fn what_there_is_nothing_of_is_said() {
    check_bare("x", "No paragraph names an actor and cites an article.");
    check_bare("x v", "No section names an actor.");
    check_bare("Q", "The briefing has no questions to talk about.");
    check_bare("Q v", "The briefing has no quiz.");
    check_bare("e", "Nothing said on what it rests on");
    check_bare("Q p A Enter Space v p A Enter", "The briefing has no quiz.");
}

#[test]
fn a_source_tells_all_that_rests_on_it() {
    check("h Enter Enter", "Article 4 · The gate · 2 paragraphs and 1 class question");
}

#[test]
fn a_long_paragraph_alone_is_paged_to_its_end() {
    let words = "one two three four five six seven eight nine ten ".repeat(30);
    let yaml = BARE.replace("Words.", &format!("{words}and the end.\n      - text: Another."));
    for (width, height) in [(60, 20), (40, 12)] {
        let mut desk = Desk::open(&yaml, width, height);
        desk.press("z z");
        assert!(desk.screen().contains('▾'), "{}", desk.screen());
        let mut pages = 0;
        while !desk.screen().contains("the end.") {
            assert_eq!(desk.focus(), "s/p1", "{}", desk.screen());
            desk.press("Space");
            pages += 1;
            assert!(pages < 20, "{}", desk.screen());
        }
        desk.press("Space");
        assert_eq!(desk.focus(), "s/p2");
    }
}
