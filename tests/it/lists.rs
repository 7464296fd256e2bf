//! The lists of terms and of sources: what stands in them, in which order, and where it leads.

use attache::app::View;
use attache::text::columns;

use crate::common::Desk;

const HARBOUR: &str = "\
format: 1
title: Harbour
sections:
  - id: one
    title: One
    body:
      - text: The [tide line](term:tide) and the [quay](term:quay), and the [quay](term:quay) again.
        sources: [gazette]
terms:
  - {id: tide, term: Tide line, definition: \"Where the water stands, twice a day, when the moon and the sun pull together and the wind is still.\"}
  - {id: quay, term: quay, definition: A wall.}
  - {id: ebb, term: Ébb, definition: What goes.}
  - {id: port, term: 항구, definition: 배가 드나드는 곳.}
sources:
  - {id: gazette, title: Harbour Gazette, publisher: Northtown Press, date: 1907-03-04}
  - {id: letter, title: A letter}
";

/// The lines of the list that `keys` open, without its frame.
fn lines(desk: &Desk) -> Vec<String> {
    let screen = desk.screen();
    let inside = screen.lines().filter_map(|row| row.split_once('│')?.1.rsplit_once('│'));
    let lines = inside.map(|(line, _)| line.trim_end().replace('\u{a0}', " "));
    lines.filter(|line| !line.is_empty()).collect()
}

#[test]
fn each_list_says_what_it_has() {
    let check = |(width, height), keys: &str, expected: &[&str]| {
        let mut desk = Desk::open(HARBOUR, width, height);
        desk.press(keys);
        assert_eq!(lines(&desk), expected, "{keys}\n{}", desk.screen());
    };
    // By the alphabet, with who cites it; what is long is cut to a line.
    let terms = [
        "▌ Ébb",
        "▎   What goes.",
        "  quay · 1 paragraph",
        "    A wall.",
        "  Tide line · 1 paragraph",
        "    Where the water stands, twice a day, when the moon…",
        "  항구",
        "    배가 드나드는 곳.",
    ];
    check((60, 20), "W", &terms);
    // By number.
    let sources = [
        "▌ 1  Harbour Gazette",
        "▎    Northtown Press · 4 March 1907 · used by 1",
        "▎    paragraph",
        "  2  A letter",
        "     not used",
    ];
    check((60, 20), "O", &sources);
}

#[test]
fn what_is_listed_leads_to_its_card_and_back() {
    let check = |keys: &str, seen: &str| {
        let mut desk = Desk::new(100, 30);
        desk.press(keys);
        assert!(desk.screen().contains(seen), "{keys}: no {seen}\n{}", desk.screen());
    };
    check("W Enter", "┌─ Tide line, cited once");
    check("W Enter Backspace", "┌─ Terms");
    check("O } Enter", "┌─ Letter of the harbour master");
    check("O , s", "┌─ Letter of the harbour master");
    // From the title page, and by name.
    check("i W", "┌─ Terms");
    check("i O", "┌─ Sources");
    check(": t e r m s Enter", "┌─ Terms");
    check(": s o u r c e s Enter", "┌─ Sources");
    // The key that opened it closes it.
    check("W W", "→ link");
    check("O O", "→ link");
}

#[test]
fn a_number_of_the_list_is_that_of_the_go_to() {
    let mut desk = Desk::new(100, 30);
    desk.press(":").write("[2]").press("Enter");
    assert!(desk.screen().contains("Letter of the harbour master"), "{}", desk.screen());
}

#[test]
fn lists_are_readable_at_every_size() {
    for (width, height) in [(150, 45), (100, 30), (80, 24), (60, 20), (20, 5)] {
        for keys in ["W", "O"] {
            let mut desk = Desk::open(HARBOUR, width, height);
            desk.press(keys);
            let top = desk.app.overlays().last().map(|overlay| &overlay.view);
            assert!(matches!(top, Some(View::Terms(_) | View::Sources(_))));
            for row in desk.screen().lines() {
                assert!(columns(row) <= usize::from(width), "{row}");
            }
        }
    }
}

#[test]
fn what_a_briefing_has_not_is_said() {
    let yaml = "format: 1\ntitle: Bare\nsections:\n  - id: s\n    title: S\n    body:\n      - text: Words.\n";
    let check = |keys: &str, seen: &str, offered: &str| {
        let mut desk = Desk::open(yaml, 100, 40);
        desk.press(keys);
        assert!(desk.screen().contains(seen), "{keys}: no {seen}\n{}", desk.screen());
        desk.press("Esc i");
        assert!(!desk.screen().contains(offered), "{}", desk.screen());
    };
    check("W", "The briefing has no terms.", "All terms");
    check("O", "The briefing has no sources.", "All sources");
}
