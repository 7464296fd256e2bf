//! One paragraph and one provision as long as a book: no more is laid out than is seen, and they read as if they
//! were laid out whole.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::fmt::Write;
use std::sync::Arc;

use attache::app::{Effect, Msg};
use attache::desk::{Pane, PaneId};
use attache::text::columns;

use crate::common::{self, Desk, briefing};

/// What somebody says of so many lamps, without a line feed. Some of it leads to another article.
fn words(sentences: usize) -> String {
    let mut words = String::new();
    for n in 1..=sentences {
        let beside = if n % 40 == 0 { ", as [Article 2](article:2) has it" } else { "" };
        write!(
            words,
            "Who keeps lamp {n} writes the oil that it burned into the book of the shore{beside}. "
        )
        .unwrap();
    }
    words.trim_end().to_owned()
}

/// The same as it is read.
fn read(sentences: usize) -> Vec<String> {
    let words = words(sentences).replace("[Article 2](article:2)", "Article 2");
    words.split_whitespace().map(ToOwned::to_owned).collect()
}

/// A briefing with a paragraph and a provision of so many sentences.
fn yaml(sentences: usize) -> String {
    let words = words(sentences);
    format!(
        "format: 1\ntitle: Lamps\nsections:\n  - id: lamps\n    title: Lamps\n    body:\n      \
         - text: Of lamps speaks [Article 1](article:1).\n      - text: |\n          {words}\n      \
         - text: That is all.\n\
         instruments:\n  - id: rules\n    title: Rules for lamps\n    articles:\n      - number: 1\n        \
         gist: Lamps burn oil.\n        text: |\n          1. {words}\n          2. Nothing else.\n        \
         meaning: Somebody counts.\n      - number: 2\n        gist: A lamp is a lamp.\n"
    )
}

fn desk(sentences: usize, height: u16) -> Desk {
    Desk::open(&yaml(sentences), 120, height)
}

fn copied(desk: &Desk) -> String {
    let copied = desk.asked().into_iter().rev().find_map(|effect| match effect {
        Effect::Copy(words) => Some(words.clone()),
        _ => None,
    });
    copied.unwrap_or_default()
}

/// The words of the line that is read.
fn eye(pane: &Pane) -> String {
    let line = pane.seen().find(|row| row.eye).unwrap().line.unwrap();
    line.segments.iter().map(|part| part.words.as_str()).collect()
}

/// The pane that has the keys.
fn on_top(desk: &Desk) -> &Pane {
    match desk.app.overlays().last() {
        Some(view) => view.pane(),
        None => desk.reader().pane(desk.reader().active()),
    }
}

/// All lines that are read from the cursor on, line by line.
fn lines(desk: &mut Desk) -> Vec<String> {
    let mut lines = vec![eye(on_top(desk))];
    loop {
        let before = on_top(desk).cursor();
        desk.press("j");
        if on_top(desk).cursor() == before {
            return lines;
        }
        lines.push(eye(on_top(desk)));
    }
}

#[test]
fn what_is_laid_out_is_what_is_seen() {
    let briefing = Arc::new(briefing(&yaml(900)));
    let check = |keys: &str| {
        let mut desk = Desk::read(Arc::clone(&briefing), 120, 34);
        desk.press(keys).resize(100, 30);
        let panes = PaneId::ALL.map(|pane| desk.reader().pane(pane).lines_laid_out());
        let views = desk.app.overlays().iter().map(|view| view.pane().lines_laid_out());
        let most = panes.into_iter().chain(views).max().unwrap();
        assert!(most < 250, "{most} lines after {keys:?}");
    };
    // In the text.
    check("");
    check("}");
    check("} Space Space b");
    check("} }");
    check("G k");
    check("} Right Right");
    // In the articles pane.
    check("2");
    check("2 G k k");
    check("2 Right Right");
    // A look at it, its card, the law that is read.
    check("Right K");
    check("Right K r");
    check("I");
    check("I j j j j");
    check("I G k k k");
    // Words that are chosen, one paragraph at a time.
    check("} v Right Down");
    check("} v Enter s s");
    check("} z z Space");
}

#[test]
fn line_by_line_it_reads_as_one() {
    let check = |keys: &str, widest: usize| {
        let mut desk = desk(130, 30);
        desk.press(keys);
        let lines = lines(&mut desk);
        let said: Vec<&str> = lines.iter().flat_map(|line| line.split_whitespace()).collect();
        let (first, last) = ("Who", "shore.");
        let from = said.iter().position(|word| *word == first).unwrap();
        let to = said.iter().rposition(|word| *word == last).unwrap();
        assert_eq!(said[from..=to].join(" "), read(130).join(" "), "{keys:?}");
        // No line but the last tells where it was divided.
        let inner = lines.iter().filter(|line| line.contains("lamp ") || line.contains("oil "));
        let shortest = inner.rev().skip(1).map(|line| columns(line.trim_end())).min().unwrap();
        assert!(
            shortest + 14 > widest,
            "{shortest} of {widest} columns after {keys:?}\n{lines:#?}"
        );
    };
    check("}", 66);
    check("2", 41);
    check("I", 66);
}

#[test]
fn words_are_chosen_across_it() {
    let check = |keys: &str, expected: &str| {
        let mut desk = desk(130, 30);
        desk.press(keys).press("Y");
        assert_eq!(copied(&desk), expected, "{keys:?}");
    };
    let all = read(130).join(" ");
    check("} v }", &all);
    check("} v $", "Who keeps lamp 1 writes the oil that it burned into the book of");
    let said = read(130).len();
    let mut desk = desk(130, 30);
    let screen = common::words(desk.press("} v }"));
    assert!(screen.contains(&format!("{said} words")), "{screen}");
}

#[test]
fn a_match_in_it_is_come_to() {
    // One sentence ends and another begins: somewhere between two of these it was divided.
    let mut desk = desk(130, 30);
    for n in (10..130).filter(|n| n % 8 == 0) {
        let sought = format!("shore. Who keeps lamp {n} ");
        desk.press("g /").write(sought.trim()).press("Enter");
        let rows = on_top(&desk).seen().skip_while(|row| !row.eye).filter_map(|row| row.line);
        let words = rows.take(2).flat_map(|line| &line.segments).map(|part| part.words.as_str());
        let words = words.collect::<Vec<_>>().join(" ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(sought.trim()), "{n}: {}", desk.screen());
    }
}

#[test]
fn page_by_page_it_is_shown_alone() {
    let mut desk = desk(130, 30);
    desk.press("} z z");
    let mut said = Vec::new();
    let at = desk.focus();
    while desk.focus() == at {
        let pane = desk.reader().pane(PaneId::Text);
        let lines = pane.alone().filter_map(|row| row.line);
        let words = lines.flat_map(|line| &line.segments).map(|part| part.words.clone());
        said.push(words.collect::<Vec<_>>().join(" "));
        desk.press("Space");
    }
    let said = said.join(" ");
    for n in 1..=130 {
        assert!(said.contains(&format!("lamp {n} ")), "lamp {n}");
    }
    // And back to its end.
    desk.press("b");
    assert!(common::words(&desk).contains("lamp 130 "), "{}", desk.screen());
}

#[test]
fn another_day_it_opens_where_it_was_left() {
    let mut desk = desk(130, 30);
    desk.wait(1).press("}").wait(1).press("Space Space Space Space Space Space").wait(1);
    let line = eye(on_top(&desk));
    desk.send(Msg::Leaving);
    let again = Desk::come_back(briefing(&yaml(130)), desk.app.kept().clone(), 120, 30);
    assert_eq!(eye(on_top(&again)), line, "{}", again.screen());
}
