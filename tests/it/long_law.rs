//! An article as long as a book: its card is laid out as far as it is seen, and reads as one that is laid
//! out whole.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::collections::HashSet;
use std::fmt::Write;

use attache::app::Effect;
use attache::desk::{Pane, PaneId};

use crate::common::{self, Desk};

/// What a provision says. Some lead to another article.
fn provision(n: usize) -> String {
    let beside = if n.is_multiple_of(40) { ", as [Article 2](article:2) has it" } else { "" };
    format!(
        "{n}. Who keeps lamp {n} writes the oil that it burned into the book of the shore{beside}, and signs."
    )
}

/// A briefing on an article of so many provisions.
fn yaml(provisions: usize) -> String {
    let mut yaml =
        "format: 1\ntitle: Lamps\nsections:\n  - id: lamps\n    title: Lamps\n    body:\n"
            .to_owned();
    for cited in ["1", "1(3)", "1(30)", "1(100)", "2"] {
        writeln!(yaml, "      - text: Of lamps says [Article {cited}](article:{cited}) enough.")
            .unwrap();
    }
    yaml += "instruments:\n  - id: rules\n    title: Rules for lamps\n    articles:\n";
    yaml += "      - number: 1\n        gist: Lamps burn oil.\n        text: |\n";
    for n in 1..=provisions {
        writeln!(yaml, "          {}", provision(n)).unwrap();
    }
    yaml + "        meaning: Somebody counts.\n      - number: 2\n        gist: A lamp is a lamp.\n"
}

fn desk(provisions: usize, height: u16) -> Desk {
    Desk::open(&yaml(provisions), 120, height)
}

fn articles(desk: &Desk) -> &Pane {
    desk.reader().pane(PaneId::Articles)
}

/// The words of the line that is read in the articles pane.
fn eye(desk: &Desk) -> String {
    let line = articles(desk).seen().find(|row| row.eye).unwrap().line.unwrap();
    line.segments.iter().map(|part| part.words.as_str()).collect()
}

/// The lines of the first card of the articles pane, on a screen that has room for all of it.
fn whole(provisions: usize) -> Vec<String> {
    let desk = desk(provisions, 1200);
    let rows: Vec<_> = articles(&desk).seen().collect();
    assert!(rows.len() < articles(&desk).size().1, "the screen is too low");
    let words = |row: &attache::desk::Seen| {
        row.line.unwrap().segments.iter().map(|part| part.words.as_str()).collect()
    };
    rows.iter().map(words).collect()
}

fn copied(desk: &Desk) -> String {
    let copied = desk.asked().into_iter().rev().find_map(|effect| match effect {
        Effect::Copy(words) => Some(words.clone()),
        _ => None,
    });
    copied.unwrap_or_default()
}

#[test]
fn what_is_laid_out_is_what_is_seen() {
    let check = |keys: &str| {
        let mut desk = desk(600, 34);
        desk.press(keys);
        let panes = PaneId::ALL.map(|pane| desk.reader().pane(pane).lines_laid_out());
        let views = desk.app.overlays().iter().map(|view| view.pane().lines_laid_out());
        let most = panes.into_iter().chain(views).max().unwrap();
        assert!(most < 250, "{most} lines after {keys:?}");
    };
    // From paragraph to paragraph, each citing another provision.
    check("");
    check("}");
    check("} }");
    check("} } }");
    check("} } } } { {");
    // In the pane, at either end and page by page.
    check("2 G");
    check("2 Space Space");
    check("} } } 2 k k k");
    check("} } 2 p 1 }");
    // A look at it, and its card.
    check("Right K");
    check("} } } Right K");
    check("} } } Right K r");
}

#[test]
fn line_by_line_it_reads_as_one() {
    let whole = whole(120);
    let provisions = whole.join(" ").replace('\u{a0}', " ");
    let provisions: Vec<&str> = provisions.split_whitespace().collect();
    let expected: Vec<String> =
        (1..=120).map(|n| provision(n).replace("[Article 2](article:2)", "Article 2")).collect();
    let expected = expected.join(" ");
    let expected: Vec<&str> = expected.split_whitespace().collect();
    let said = provisions.windows(expected.len()).any(|words| words == expected);
    assert!(said, "{whole:#?}");

    let mut desk = desk(120, 24);
    desk.press("2 g");
    for (at, line) in whole.iter().enumerate() {
        assert_eq!(&eye(&desk), line, "line {at}");
        desk.press("j");
    }
    for (at, line) in whole.iter().enumerate().rev() {
        assert_eq!(&eye(&desk), line, "line {at}");
        desk.press("k");
    }
    // One card, whatever it is laid out in.
    assert_eq!(articles(&desk).items().len(), 1);
    desk.press("}");
    assert_eq!(desk.app.said(), Some("this is the end"));
}

#[test]
fn the_provision_under_the_cursor_is_named() {
    let check = |keys: &str, n: usize| {
        let mut desk = desk(120, 34);
        let screen = common::words(desk.press(keys));
        assert!(screen.contains(&format!("▎{n}. ")), "{screen}");
        assert!(eye(&desk).contains(&format!("lamp {n} ")), "{n}: {}", eye(&desk));
        desk.press("2 y");
        assert!(copied(&desk).contains(&format!("Article 1({n}), Rules")), "{}", copied(&desk));
        assert!(copied(&desk).contains(&format!("“{n}. Who keeps")), "{}", copied(&desk));
        desk.press("Esc I");
        assert!(common::words(&desk).contains(&format!("▌ {n}. ")), "{}", desk.screen());
        // Another size, and there it is still.
        desk.press("I").resize(80, 24);
        assert!(common::words(&desk).contains(&format!("▍Article 1({n})")), "{}", desk.screen());
    };
    check("}", 3);
    check("} }", 30);
    check("} } }", 100);
    check("} } } { {", 3);
}

#[test]
fn its_links_are_chosen_in_their_order() {
    let mut desk = desk(120, 34);
    let mut chosen = Vec::new();
    desk.press("2 g");
    for n in [40, 80, 120] {
        let screen = common::words(desk.press("Right"));
        assert!(screen.contains(&format!("▍Article 1({n})")), "{screen}");
        chosen.push(eye(&desk));
    }
    desk.press("Right");
    chosen.push(eye(&desk));
    assert!(chosen[3].starts_with("Cited by"), "{}", chosen[3]);
    desk.press("Left Left");
    assert_eq!(eye(&desk), chosen[1]);
    // It stays chosen while the cursor goes on, and is followed from there.
    desk.press("j j j Enter");
    assert!(common::words(&desk).contains("A lamp is a lamp."), "{}", desk.screen());
    // Coming back leads to where it was left.
    desk.press("Backspace");
    assert!(common::words(&desk).contains("keeps lamp 80 "), "{}", desk.screen());
}

#[test]
fn a_match_in_it_is_come_to() {
    let mut desk = desk(120, 34);
    desk.press("/").write("lamp 77 writes").press("Enter");
    assert!(common::words(&desk).contains("▌ 77.  Who keeps lamp 77"), "{}", desk.screen());
}

#[test]
fn words_are_chosen_across_it() {
    let mut desk = desk(120, 34);
    desk.press("} 2 v");
    for _ in 0..60 {
        desk.press("j");
    }
    desk.press("y");
    let words = copied(&desk);
    for n in 4..=20 {
        assert_eq!(words.matches(&format!("lamp {n} ")).count(), 1, "{n} in {words}");
    }
}

/// A briefing on two articles that are compared with each other.
fn compared(provisions: usize) -> Desk {
    compared_as(|keeper| {
        let lines =
            (1..=provisions).map(|n| format!("          {n}. The {keeper} of lamp {n} writes.\n"));
        lines.collect()
    })
}

/// The same, with these provisions.
fn compared_as(of: impl Fn(&str) -> String) -> Desk {
    let articles = [("1", "2", "keeper"), ("2", "1", "warden")].map(|(number, other, keeper)| {
        format!(
            "      - number: {number}\n        compare: [{other}]\n        text: |\n{}",
            of(keeper)
        )
    });
    let yaml = format!(
        "format: 1\ntitle: L\nsections: [{{id: s, title: S, body: [{{text: 'See [](article:1).'}}]}}]\n\
         instruments:\n  - id: rules\n    title: Rules\n    articles:\n{}",
        articles.concat()
    );
    Desk::open(&yaml, 120, 34)
}

#[test]
fn of_what_is_compared_a_screenful_is_laid_out() {
    let mut desk = compared(900);
    let shows = |desk: &mut Desk, keys: &str, words: &[&str]| {
        let screen = common::words(desk.press(keys));
        for words in words {
            assert!(screen.contains(words), "{words:?} after {keys:?}\n{screen}");
        }
        let lines = desk.app.overlays().last().unwrap().pane().lines_laid_out();
        assert!(lines < 250, "{lines} lines after {keys:?}");
    };
    shows(
        &mut desk,
        "c",
        &["1.   The ‹keeper› of lamp 1 writes.", "1.   The ‹warden› of lamp 1 writes."],
    );
    shows(
        &mut desk,
        "Space",
        &["The ‹keeper› of lamp 20 writes.", "The ‹warden› of lamp 20 writes."],
    );
    shows(&mut desk, "G", &["Cited by", "900. The ‹keeper› of lamp 900 writes."]);
    shows(&mut desk, "g j", &["1.   The ‹keeper› of lamp 1 writes."]);
}

#[test]
fn what_stands_in_a_long_provision_is_compared_row_by_row() {
    let mut desk = compared_as(|keeper| {
        let below =
            (1..=900).map(|n| format!("            ({n}) the {keeper} of lamp {n} writes;\n"));
        format!(
            "          1. Of these it is said:\n{}          2. Nothing else.\n",
            below.collect::<String>()
        )
    });
    let mut shows = |keys: &str, words: &[&str]| {
        let screen = common::words(desk.press(keys));
        for words in words {
            assert!(screen.contains(words), "{words:?} after {keys:?}\n{screen}");
        }
        let lines = desk.app.overlays().last().unwrap().pane().lines_laid_out();
        assert!(lines < 250, "{lines} lines after {keys:?}");
        screen
    };
    let screen =
        shows("c", &["1. Of these it is said:", "(1)   the ‹keeper›", "(1)   the ‹warden›"]);
    let row = screen.lines().find(|line| line.contains("(9)   the ‹keeper›"));
    assert!(row.is_some_and(|row| row.contains("(9)   the ‹warden›")), "{screen}");
    shows("Space", &["(30)  the ‹keeper›", "(30)  the ‹warden›"]);
    shows("G", &["2. Nothing else.", "(900) the ‹keeper›", "(900) the ‹warden›"]);
}

#[test]
fn a_provision_that_is_long_itself_is_compared_part_by_part() {
    let mut desk = compared_as(|keeper| {
        let all = (1..=300).map(|n| format!("The {keeper} of lamp {n} writes into the book. "));
        format!("          1. {}\n          2. Nothing else.\n", all.collect::<String>().trim_end())
    });
    for keys in ["c", "G", "g"] {
        desk.press(keys).resize(120, 34);
        let lines = desk.app.overlays().last().unwrap().pane().lines_laid_out();
        assert!(lines < 250, "{lines} lines after {keys:?}");
    }
    let mut said = Vec::new();
    for _ in 0..80 {
        said.push(common::words(&desk));
        desk.press("Space");
    }
    let said = said.join("\n");
    let numbers: HashSet<&str> = said.split_whitespace().collect();
    for n in 1..=300 {
        assert!(numbers.contains(&*n.to_string()), "lamp {n}");
    }
    assert!(said.contains("2. Nothing else."), "{said}");
}
