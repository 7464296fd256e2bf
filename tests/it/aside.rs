//! Large briefings, whose texts and names are made ready aside: what keys do before they are.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::sync::{Arc, LazyLock};

use attache::app::{Answer, Effect, Job, Msg, Opened};
use attache::command::Key;
use attache::model::kept::Kept;
use attache::model::{Block, BlockKind, Briefing, Section, Text};

use crate::common::Desk;

/// 110,000 words in 4,400 paragraphs: more than is made ready while a key is being answered. The last
/// section has the gate in it.
fn large() -> Arc<Briefing> {
    static MADE: LazyLock<Arc<Briefing>> = LazyLock::new(|| {
        let words = "word ".repeat(25);
        let block = |id: String, kind| Block {
            id,
            kind,
            evidence: None,
            confidence: None,
            sources: Vec::new(),
        };
        let paragraph =
            |n| block(format!("p{n}"), BlockKind::Paragraph(Text::unmarked(words.trim())));
        let mut sections: Vec<_> = (0..44)
            .map(|n| Section {
                id: format!("s{n}"),
                title: format!("Part {n}"),
                summary: None,
                blocks: (1..=100).map(paragraph).collect(),
            })
            .collect();
        let gate = BlockKind::Heading(Text::unmarked("The gate"));
        sections.last_mut().unwrap().blocks.push(block("gate".to_owned(), gate));
        let closed = BlockKind::Paragraph(Text::unmarked("It was closed."));
        sections.last_mut().unwrap().blocks.push(block("closed".to_owned(), closed));
        let mut briefing = Briefing::default();
        "Large".clone_into(&mut briefing.title);
        briefing.sections = sections;
        Arc::new(briefing.indexed())
    });
    Arc::clone(&MADE)
}

fn desk() -> Desk {
    Desk::read(large(), 80, 24)
}

/// Presses keys, separated by blanks, while nothing that is to be done aside is done. What that is.
fn press(desk: &mut Desk, keys: &str) -> Vec<Job> {
    let keys = keys.split(' ').filter(|name| !name.is_empty());
    let effects = keys.flat_map(|name| desk.app.update(Msg::Key(name.parse::<Key>().unwrap())));
    let jobs = effects.filter_map(|effect| match effect {
        Effect::Search(job) => Some(job),
        _ => None,
    });
    jobs.collect()
}

/// What comes of jobs; what that asks for is done at once.
fn answer(desk: &mut Desk, jobs: &[Job]) {
    for job in jobs {
        desk.send(Msg::Found(job.run(|| true).unwrap()));
    }
}

fn last_row(desk: &Desk) -> String {
    let screen = desk.screen();
    let words = screen.lines().last().unwrap_or_default().split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

/// Opens another briefing.
fn open_another(desk: &mut Desk) {
    let briefing = crate::common::sample();
    desk.send(Msg::Opened(Opened { briefing, faults: Vec::new(), kept: Kept::default() }));
    desk.press("Esc");
}

#[test]
fn the_line_of_a_search_stands_at_once() {
    let mut desk = desk();
    let jobs = press(&mut desk, "/");
    assert!(matches!(jobs.as_slice(), [Job::Fold(_)]), "{jobs:?}");
    assert_eq!(last_row(&desk), "search: Ctrl-r regex");
    // Once is enough, whatever is pressed meanwhile.
    assert_eq!(press(&mut desk, "c l Esc / c"), []);
}

#[test]
fn letters_that_come_first_are_searched_when_the_texts_are_ready() {
    let mut desk = desk();
    let jobs = press(&mut desk, "/ c l o s e d");
    assert_eq!(
        (last_row(&desk).as_str(), desk.focus().as_str()),
        ("search: closed searching", "s0/p1")
    );
    answer(&mut desk, &jobs);
    assert_eq!(
        (last_row(&desk).as_str(), desk.focus().as_str()),
        ("search: closed 1/1", "s43/closed")
    );
}

#[test]
fn a_search_that_was_taken_first_goes_to_its_match() {
    let mut desk = desk();
    let jobs = press(&mut desk, "/ c l o s e d Enter");
    assert!(last_row(&desk).starts_with("searching for “closed”"), "{}", last_row(&desk));
    answer(&mut desk, &jobs);
    assert_eq!(desk.focus(), "s43/closed");
    desk.press("Backspace");
    assert_eq!(desk.focus(), "s0/p1");
}

#[test]
fn a_search_that_was_left_first_takes_nobody_away() {
    let mut desk = desk();
    let jobs = press(&mut desk, "/ c l o s e d Esc");
    answer(&mut desk, &jobs);
    assert_eq!(desk.focus(), "s0/p1");
    // The texts are ready for the next one.
    assert_eq!(press(&mut desk, "/ c l o s e d"), []);
    assert_eq!(desk.focus(), "s43/closed");
}

#[test]
fn texts_of_another_briefing_are_not_searched() {
    let mut desk = desk();
    let jobs = press(&mut desk, "/ g a t e Enter");
    open_another(&mut desk);
    answer(&mut desk, &jobs);
    assert_eq!(desk.focus(), "text/signing");
    desk.press("/").write("gate");
    assert_eq!(last_row(&desk), "search: gate 1/7");
}

#[test]
fn the_line_of_the_go_to_stands_at_once() {
    let mut desk = desk();
    let jobs = press(&mut desk, ":");
    assert!(matches!(jobs.as_slice(), [Job::Name(_)]), "{jobs:?}");
    assert!(last_row(&desk).starts_with("go to:"), "{}", last_row(&desk));
    assert!(desk.screen().contains("The names are being gathered."), "{}", desk.screen());
    // Once is enough.
    assert_eq!(press(&mut desk, "g Esc : g"), []);
}

#[test]
fn names_that_fit_letters_that_come_first_are_listed_when_they_are_there() {
    let mut desk = desk();
    let jobs = press(&mut desk, ": t h e Space g a t e");
    answer(&mut desk, &jobs);
    assert!(desk.screen().contains("heading     The gate  Part 43"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!(desk.focus(), "s43/closed");
}

#[test]
fn a_name_that_was_taken_first_is_gone_to() {
    let mut desk = desk();
    let jobs = press(&mut desk, ": t h e Space g a t e Enter");
    assert_eq!(desk.focus(), "s0/p1");
    answer(&mut desk, &jobs);
    assert_eq!(desk.focus(), "s43/closed");
    assert!(desk.app.prompt().is_none());
    desk.press("Backspace");
    assert_eq!(desk.focus(), "s0/p1");
}

/// These keys before the texts and the names are ready come to what they come to when they are.
fn comes_to_the_same(keys: &str) {
    let mut early = desk();
    let mut jobs = press(&mut early, keys);
    while !jobs.is_empty() {
        let answers = jobs.drain(..).map(|job| Msg::Found(job.run(|| true).unwrap()));
        let effects: Vec<_> = answers.flat_map(|answer| early.app.update(answer)).collect();
        jobs.extend(effects.into_iter().filter_map(|effect| match effect {
            Effect::Search(job) => Some(job),
            _ => None,
        }));
    }
    let mut late = desk();
    late.press("/ Esc : Esc").press(keys);
    assert_eq!(early.screen(), late.screen(), "{keys}");
    assert_eq!(early.focus(), late.focus(), "{keys}");
}

#[test]
fn keys_behind_a_line_that_was_taken_first_are_meant_where_it_leads() {
    for keys in [
        ": t h e Space g a t e Enter j",
        ": t h e Space g a t e Enter / w o r d Enter n",
        ": P a r t Space 7 Enter ] } k",
        ": P a r t Space 7 Enter : P a r t Space 9 Enter j",
        ": k r a k e n Enter x",
        "/ g a t e Enter k",
        "/ w o r d Enter n n j",
        "/ w o r d Enter ; j j Enter",
        "/ k r a k e n Enter j",
        "/ Ctrl-r c l o s . d Enter k",
        "/ g a t e Enter : P a r t Space 7 Enter j",
    ] {
        comes_to_the_same(keys);
    }
}

#[test]
fn keys_behind_a_line_that_was_taken_first_are_dropped_by_esc_and_the_line_by_another() {
    for line in [": t h e Space g a t e Enter", "/ c l o s e d Enter"] {
        let mut desk = desk();
        let mut jobs = press(&mut desk, line);
        jobs.extend(press(&mut desk, "j j Esc"));
        assert_eq!(desk.app.said(), Some("2 keys dropped"), "{line}");
        jobs.extend(press(&mut desk, "Esc"));
        answer(&mut desk, &jobs);
        assert_eq!(desk.focus(), "s0/p1", "{line}");
        assert!(desk.app.prompt().is_none() && desk.app.overlays().is_empty(), "{line}");
    }
}

#[test]
fn a_name_that_was_left_first_takes_nobody_away() {
    let mut desk = desk();
    let jobs = press(&mut desk, ": t h e Space g a t e Enter Esc");
    answer(&mut desk, &jobs);
    assert_eq!(desk.focus(), "s0/p1");
    assert!(desk.app.overlays().is_empty());
    // The names are there for the next one.
    assert_eq!(press(&mut desk, ": t h e Space g a t e Enter"), []);
    assert_eq!(desk.focus(), "s43/closed");
}

#[test]
fn what_leaves_needs_no_names() {
    let mut desk = desk();
    press(&mut desk, ": q");
    let effects = desk.app.update(Msg::Key("Enter".parse().unwrap()));
    assert!(effects.contains(&Effect::Quit), "{effects:?}");
}

#[test]
fn names_of_another_briefing_are_not_gone_to() {
    let mut desk = desk();
    let jobs = press(&mut desk, ": g a t e Enter");
    open_another(&mut desk);
    answer(&mut desk, &jobs);
    assert_eq!(desk.focus(), "text/signing");
    let Some(Answer::Named(_, names)) = jobs[0].run(|| true) else { panic!("{jobs:?}") };
    desk.press(":").write("gate");
    assert!(!names.is_empty() && !desk.screen().contains("Part 43"), "{}", desk.screen());
}

/// Two articles of one law after another, which are long, and compared.
fn long_laws() -> Desk {
    laws("text: Nothing.")
}

/// The same, with a third.
fn laws(third: &str) -> Desk {
    let law = |duty: &str| {
        let lines =
            (1..=500).map(|n| format!("          {n}. The keeper of gate {n} {duty} by night.\n"));
        lines.collect::<String>()
    };
    let yaml = format!(
        "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: 'See [Article 1](article:1).'}}]}}]\n\
         instruments:\n  - id: t\n    title: Treaty\n    articles:\n      - number: 1\n        compare: [2, 3]\n        \
         text: |\n{}      - number: 2\n        text: |\n{}      - number: 3\n        {third}\n",
        law("closes it"),
        law("opens it")
    );
    Desk::open(&yaml, 80, 24)
}

#[test]
fn long_wordings_stand_at_once_and_are_compared_aside() {
    let mut desk = long_laws();
    let jobs = press(&mut desk, "c G");
    assert!(matches!(jobs.as_slice(), [Job::Compare(..)]), "{jobs:?}");
    let waiting = desk.press("k").screen();
    assert!(waiting.contains("The words are being compared."), "{waiting}");
    assert!(waiting.contains("gate 500") && !waiting.contains('‹'), "{waiting}");
    // Once is enough, and the reader stays where he is.
    assert_eq!(press(&mut desk, "k j"), []);
    answer(&mut desk, &jobs);
    let compared = desk.screen();
    assert!(compared.contains("‹closes›") && compared.contains("‹opens›"), "{compared}");
    assert!(compared.contains("gate 500") && !compared.contains("being compared"), "{compared}");
}

#[test]
fn what_comes_late_of_a_comparison_is_not_taken() {
    let lines = (1..=500).map(|n| format!("\n          {n}. The keeper of gate {n} sells it."));
    let mut desk = laws(&format!("text: |{}", lines.collect::<Vec<_>>().concat()));
    let first = press(&mut desk, "c");
    let second = press(&mut desk, ">");
    assert!(matches!((&*first, &*second), ([Job::Compare(..)], [Job::Compare(..)])), "{second:?}");
    answer(&mut desk, &second);
    answer(&mut desk, &first);
    assert!(desk.screen().contains("‹sells›"), "{}", desk.screen());
    // What was asked for last is known, and the other is to be compared yet.
    let again = press(&mut desk, "Esc c");
    assert_eq!(again, first);
    assert_eq!(press(&mut desk, ">"), []);
    assert!(desk.screen().contains("‹sells›"), "{}", desk.screen());
}

#[test]
fn what_was_compared_of_others_marks_nothing() {
    let mut desk = long_laws();
    let jobs = press(&mut desk, "c");
    let others = press(&mut desk, "> G k");
    assert_eq!(others, [], "one short wording is compared at once");
    answer(&mut desk, &jobs);
    assert!(!desk.screen().contains("opens"), "{}", desk.screen());
}
