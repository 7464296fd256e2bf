//! The class: its questions, the quiz and how it went, and the countdown.

use std::fmt::Write as _;

use attache::app::{Effect, Msg, Opened, Volume};
use attache::desk::Size;
use attache::model::kept::Kept;

use crate::common::{self, Desk};

#[track_caller]
fn assert_shows(desk: &Desk, words: &str, keys: &str) {
    let screen = desk.screen().replace('\u{a0}', " ");
    assert!(screen.contains(words), "{words:?} after {keys:?}\n{screen}");
}

#[track_caller]
fn assert_hides(desk: &Desk, words: &str, keys: &str) {
    let screen = desk.screen().replace('\u{a0}', " ");
    assert!(!screen.contains(words), "{words:?} after {keys:?}\n{screen}");
}

/// The screen after `keys` shows `words`.
fn check(keys: &str, words: &str) {
    let mut desk = Desk::new(100, 30);
    desk.press(keys);
    assert_shows(&desk, words, keys);
}

/// A quiz of questions with so many choices each; the second one is right.
fn quiz(choices: &[usize]) -> String {
    let mut yaml = "format: 1\ntitle: T\nsections:\n  - id: s\n    title: S\n    body:\n      \
                    - text: one\n      - text: two\nquiz:\n"
        .to_owned();
    for (at, number) in choices.iter().enumerate() {
        let choices: Vec<String> = (1..=*number).map(|n| format!("choice {n}")).collect();
        let _ = writeln!(
            yaml,
            "  - {{question: Ask {at}?, choices: [{}], answer: 2, why: Because {at}.}}",
            choices.join(", ")
        );
    }
    yaml
}

/// The header of the screen.
fn header(desk: &Desk) -> String {
    desk.screen().lines().next().unwrap_or_default().to_owned()
}

#[test]
fn the_class_sees_a_question_at_a_time() {
    check("Q", "Was it fair?");
    check("Q", "A hint");
    check("Q A", "Hint  Ask both towns.");
    check("Q j Enter", "Article 4, cited");
    check("Q v", "Who may close the gate?");
    check("Q v", "a)  Nobody");
}

#[test]
fn the_class_goes_on_where_it_was() {
    check("Q v j Enter Esc Q", "1 of 1 right");
    check("Q v j Enter Esc t Q", "1 of 1 right");
    // What the text asks comes after the list, with the way there.
    check("Q Space", "Who gains from Article 4?");
    check("Q Space j Enter", "1 What the treaty says");
    check("C Q", "Hint  Ask both towns.");
}

#[test]
fn an_answer_is_told_scored_and_proved() {
    check("Q v Enter", "✗ a)  Nobody · not so");
    check("Q v Enter", "✓ b)  Either town · the answer");
    check("Q v Enter", "0 of 1 right");
    check("Q v j Enter", "✓ b)  Either town · right");
    check("Q v j Enter", "1 of 1 right");
    // An answer stands, and an answer that was shown is none.
    check("Q v j Enter k Enter", "1 of 1 right");
    check("Q v A", "✓ b)  Either town · the answer");
    check("Q v A Enter", "1 of 1\n");
    // Enter goes on to the proof.
    check("Q v j Enter Enter", "Article 4, cited");
}

#[test]
fn a_letter_is_an_answer_while_the_question_is_open() {
    check("Q v a", "✗ a)  Nobody · not so");
    check("Q v b", "✓ b)  Either town · right");
    // Wherever the cursor is.
    check("Q v j a", "✗ a)  Nobody · not so");
    // Then it is what it is elsewhere.
    check("Q v b a", "1 of 1 right");
    check("Q v b c", "Compare: Article 4");
    check("Q v A b", "1 of 1\n");
    check("Q v A e", "Evidence");
    // A letter that no choice has, one with Ctrl, and the letters of other places mean what they do.
    check("Q v e", "Evidence");
    check("Q v Ctrl-b", "1 of 1\n");
    check("Q v B", "1 of 1\n");
    check("Q c", "Compare: all");
    let mut desk = Desk::new(100, 30);
    desk.press("Q v ?");
    assert_shows(&desk, "Keys", "?");
    desk.press("a Esc");
    assert_hides(&desk, "of 1 right", "a in the help");
    desk.press("/").write("ab");
    assert_shows(&desk, "search: ab", "/ ab");
}

#[test]
fn eight_letters_are_answers_and_no_more() {
    let yaml = quiz(&[12, 3]);
    for (at, letter) in ('a'..='h').enumerate() {
        let mut desk = Desk::open(&yaml, 100, 40);
        desk.press("Q v").press(&letter.to_string());
        let said = if at == 1 { "right" } else { "not so" };
        assert_shows(&desk, &format!("{letter})  choice {} · {said}", at + 1), "a letter");
    }
    for (key, words) in [("i", "Title page"), ("L", "Ask 0?"), ("x", "Matrix: actors by articles")]
    {
        let mut desk = Desk::open(&yaml, 100, 40);
        desk.press("Q v").press(key);
        assert_shows(&desk, words, key);
        assert_hides(&desk, "not so", key);
    }
    // The others are answered by their place.
    let mut desk = Desk::open(&yaml, 100, 40);
    desk.press("Q v j j j j j j j j j Enter");
    assert_shows(&desk, "j)  choice 10 · not so", "Enter on the tenth");
    // Of three choices the fourth letter is none.
    let mut desk = Desk::open(&yaml, 100, 40);
    desk.press("Q v a Space d");
    assert_hides(&desk, "Because 1", "d");
    desk.press("c");
    assert_shows(&desk, "Because 1", "c");
}

#[test]
fn the_quiz_ends_with_its_results() {
    let yaml = quiz(&[3, 3, 3, 3]);
    let keys = "Q v a Space b Space A Space Space";
    let mut desk = Desk::open(&yaml, 100, 40);
    desk.press(keys);
    assert_shows(&desk, "Class: results of the quiz", keys);
    assert_shows(&desk, "1 of 4 right", keys);
    assert_shows(&desk, "2 not answered", keys);
    assert_shows(&desk, "✗ 1. Ask 0?", keys);
    assert_shows(&desk, "a) choice 1 · not so", keys);
    assert_shows(&desk, "b) choice 2 · the answer", keys);
    assert_shows(&desk, "✓ 2. Ask 1?", keys);
    assert_shows(&desk, "b) choice 2 · right", keys);
    assert_shows(&desk, "given away", keys);
    // There is nothing after them, and the questions before.
    desk.press("Space");
    assert_eq!(desk.app.said(), Some("no further question"));
    assert_shows(&desk, "1 of 4 right", "Space");
    desk.press("N");
    assert_shows(&desk, "Ask 3?", "N");
    // Enter leads from a result to its question.
    desk.press("Space } Enter");
    assert_shows(&desk, "Ask 1?", "} Enter");
}

#[test]
fn results_tell_no_answer_that_was_not_asked_for() {
    let mut desk = Desk::open(&quiz(&[3, 3]), 100, 40);
    desk.press("Q v Space Space");
    assert_shows(&desk, "0 of 2 right", "no answer");
    assert_hides(&desk, "choice", "no answer");
    assert_hides(&desk, "✓", "no answer");
}

#[test]
fn results_at_every_size() {
    let yaml = common::SAMPLE.replace(
        "quiz:\n",
        "quiz:\n  - {question: Which of the two towns gains more from the quay and from the dues that \
         are paid for it?, choices: [Northtown, Southtown], answer: 2}\n  - {question: Who shares?, \
         choices: [One, Two], answer: 2}\n",
    );
    for (width, height) in [(150, 45), (80, 24), (60, 20)] {
        let mut desk = Desk::open(&yaml, width, height);
        desk.press("Q v a Space b Space Space");
        insta::assert_snapshot!(format!("results-{width}x{height}"), desk.screen());
    }
    let mut desk = Desk::open(&yaml, 20, 5);
    desk.press("Q v a Space b Space Space");
    assert_shows(&desk, "1 of 3 right", "20x5");
}

#[test]
fn another_class_begins_again() {
    let yaml = quiz(&[3, 3]);
    let mut desk = Desk::open(&yaml, 100, 40);
    let place = desk.press("}").focus();
    desk.press("Q v a Space A B");
    assert_shows(&desk, "Because 1", "B before the results");
    desk.press("Space B");
    assert_shows(&desk, "Ask 0?", "B");
    for keys in ["B", "Space", "Space", "Esc Q"] {
        desk.press(keys);
        for words in ["Because", "not so", "of 1 right"] {
            assert_hides(&desk, words, keys);
        }
    }
    assert_shows(&desk, "0 of 2 right", "Esc Q");
    desk.press("Esc");
    assert_eq!(desk.focus(), place);
    // The way back leads to no answer of the class before.
    let mut desk = Desk::open(common::SAMPLE, 100, 40);
    desk.press("Q v b Enter } Enter Q Space B Esc Backspace");
    assert_hides(&desk, "right", "Backspace");
}

#[test]
fn answers_outlive_a_reload_that_asks_the_same() {
    let reload = |desk: &mut Desk, yaml: &str| {
        let briefing = common::briefing(yaml).into();
        desk.send(Msg::Opened(Opened { briefing, faults: Vec::new(), kept: Kept::default() }));
    };
    let mut desk = Desk::new(100, 30);
    desk.press("Q v b");
    reload(&mut desk, &common::SAMPLE.replace("The signing", "How it was signed"));
    desk.press("Q");
    assert_shows(&desk, "1 of 1 right", "the same questions");
    reload(&mut desk, &common::SAMPLE.replace("Either town]", "Either town, Both]"));
    desk.press("Q v");
    assert_hides(&desk, "of 1 right", "other questions");
}

fn ticks(desk: &mut Desk, seconds: usize) {
    for _ in 0..seconds {
        desk.send(Msg::Tick);
    }
}

fn rings(desk: &Desk) -> usize {
    desk.effects.iter().filter(|effect| **effect == Effect::Ring).count()
}

#[test]
fn a_countdown_is_told_while_it_runs() {
    let mut desk = Desk::new(80, 24);
    desk.press("Q p");
    assert_eq!(desk.effects, [Effect::Ticks(true)]);
    assert_shows(&desk, "10:00", "p");
    ticks(&mut desk, 1);
    assert_shows(&desk, "09:59", "p");
    desk.press("p");
    assert_eq!(desk.effects.last(), Some(&Effect::Ticks(false)));
    ticks(&mut desk, 1);
    assert_shows(&desk, "09:59 held", "p");
    desk.press("p");
    ticks(&mut desk, 598);
    assert_shows(&desk, "00:01", "p");
    assert_eq!(rings(&desk), 0);
    ticks(&mut desk, 1);
    assert_shows(&desk, "time is up", "p");
    assert_eq!(rings(&desk), 1);
    assert_eq!(desk.effects.last(), Some(&Effect::Ticks(false)));
    // It rings once, whatever comes late.
    ticks(&mut desk, 5);
    assert_eq!(rings(&desk), 1);
    // And anew.
    desk.press("p");
    assert_shows(&desk, "10:00", "p");
}

#[test]
fn a_countdown_runs_on_wherever_the_reader_goes() {
    for (width, height) in [(150, 45), (100, 30), (80, 24), (60, 20), (40, 12), (20, 5)] {
        let mut desk = Desk::new(width, height);
        desk.press("Q p");
        let mut left = 600;
        for keys in [
            "Space",
            "v",
            "Space",
            "Esc",
            "}",
            "]",
            "2",
            "3",
            "1",
            "x",
            "i",
            "t",
            "w",
            "e",
            "c",
            "Esc Esc Esc Esc Esc Esc",
            "o",
            "Esc",
            "?",
            "Esc",
            "L",
            "Esc",
            "l K",
            "Esc",
            "J",
            "Esc",
            "z",
            "z",
            "PgDn",
            "C",
            "z",
            "R",
            "T",
            "a x",
            "Esc",
            "/ a",
            "Esc",
            ": a",
            "Esc",
            "Backspace",
            "Alt-Right",
        ] {
            desk.press(keys);
            ticks(&mut desk, 1);
            left -= 1;
            let clock = format!("{:02}:{:02}", left / 60, left % 60);
            assert!(header(&desk).contains(&clock), "{keys} {width}x{height}\n{}", desk.screen());
        }
        let asked = desk.effects.iter().filter(|effect| matches!(effect, Effect::Ticks(_)));
        assert_eq!(asked.collect::<Vec<_>>(), [&Effect::Ticks(true)]);
    }
}

#[test]
fn a_countdown_outlives_its_briefing() {
    let mut desk = Desk::bare(80, 24, true);
    desk.app.set_shelf(vec![Volume {
        title: "Sample".to_owned(),
        id: "sample".to_owned(),
        ..Volume::default()
    }]);
    let open = |desk: &mut Desk| {
        let briefing = common::sample();
        desk.send(Msg::Opened(Opened { briefing, faults: Vec::new(), kept: Kept::default() }));
    };
    open(&mut desk);
    desk.press("Q p s");
    ticks(&mut desk, 60);
    assert!(header(&desk).contains("09:00"), "{}", desk.screen());
    open(&mut desk);
    ticks(&mut desk, 1);
    assert!(header(&desk).contains("08:59"), "{}", desk.screen());
    desk.press("s");
    ticks(&mut desk, 539);
    assert!(header(&desk).contains("time is up"), "{}", desk.screen());
    assert_eq!(rings(&desk), 1);
    desk.press("Esc");
    assert!(!header(&desk).contains("time"), "{}", desk.screen());
}

#[test]
fn a_countdown_ends_wherever_the_reader_is() {
    for (keys, then) in [
        ("z z .", "."),
        ("a n o t e", "Enter"),
        ("/ s h a", "Esc"),
        (": a", "Esc"),
        ("x", "x"),
        ("? ", "Esc"),
    ] {
        let mut desk = Desk::new(80, 24);
        desk.press("Q m 1 Enter Esc").press(keys);
        let written = desk.app.prompt().map(|prompt| prompt.words().to_owned());
        ticks(&mut desk, 60);
        assert_eq!(rings(&desk), 1, "{keys}");
        assert_eq!(desk.app.prompt().map(|prompt| prompt.words().to_owned()), written, "{keys}");
        assert_eq!(desk.screen().trim().is_empty(), keys == "z z .", "{keys}");
        desk.press(then);
        assert!(header(&desk).contains("time is up"), "{keys}\n{}", desk.screen());
        // It stands there until it was seen.
        desk.app.update(Msg::Resize(Size { width: 60, height: 20 }));
        desk.press("}");
        assert!(header(&desk).contains("time is up"), "{keys}");
        desk.press("Esc");
        assert!(!header(&desk).contains("time is up"), "{keys}\n{}", desk.screen());
    }
}

#[test]
fn a_countdown_can_be_set_to_other_minutes() {
    let check = |written: &str, expected: &str| {
        let mut desk = Desk::new(80, 24);
        desk.press("Q m").write(written).press("Enter");
        assert!(header(&desk).contains(expected), "{written:?}\n{}", desk.screen());
        assert!(desk.app.prompt().is_none(), "{written:?}");
    };
    check("1", "01:00");
    check("90", "90:00");
    check(" 7 ", "07:00");
    check("1:30", "01:30");
    check("0:05", "00:05");
    check("999", "999:00");
    // The question's own.
    check("", "10:00");
    let check = |written: &str| {
        let mut desk = Desk::new(80, 24);
        desk.press("Q p m").write(written).press("Enter");
        assert!(header(&desk).contains("10:00"), "{written:?}");
        assert_shows(&desk, "write minutes up to 999, as 10 or 1:30", written);
        desk.press("Esc");
        assert!(header(&desk).contains("10:00"), "{written:?}");
    };
    for written in ["x", "-1", "+1", "1000", "1:60", "1:2:3", "1.5", "4294967296", "१", ":", "1:"]
    {
        check(written);
    }
    // None at all puts it away, and nothing is counted any more.
    let mut desk = Desk::new(80, 24);
    desk.press("Q p m 0 Enter");
    assert_hides(&desk, "10:00", "m 0");
    assert_eq!(desk.effects, [Effect::Ticks(true), Effect::Ticks(false)]);
    assert_eq!(rings(&desk), 0);
    // How to put it away is said.
    for (width, height) in [(100, 30), (80, 24), (60, 20)] {
        let mut desk = Desk::new(width, height);
        desk.press("Q m");
        assert_shows(&desk, "minutes (10 or 1:30; 0 puts it away):", "m");
        assert_shows(&desk, "Enter alone: 10", "m");
        desk.press("Esc p p");
        assert_shows(&desk, "m 0 puts away", "p p");
        desk.press("m 0 Enter");
        assert_hides(&desk, "0 puts away", "m 0");
    }
    // Minutes that were set are the question's from then on, and those of no other.
    let mut desk = Desk::new(80, 24);
    desk.press("Q m").write("0:02").press("Enter");
    ticks(&mut desk, 2);
    assert_shows(&desk, "time is up", "m 0:02");
    desk.press("p");
    assert_shows(&desk, "00:02", "p");
    ticks(&mut desk, 2);
    desk.press("Esc Esc");
    assert_hides(&desk, "time is up", "Esc Esc");
    desk.press("Q p");
    assert_shows(&desk, "00:02", "Q p");
    ticks(&mut desk, 2);
    desk.press("Space p");
    assert_hides(&desk, "00:02", "Space p");
    desk.press("m 1 Enter m 0 Enter p");
    assert_shows(&desk, "05:00", "m 0");
    // While it runs, while it is held, and when it has ended.
    let mut desk = Desk::new(80, 24);
    desk.press("Q p m 3 Enter");
    assert_shows(&desk, "03:00", "while it runs");
    desk.press("p m 4 Enter");
    assert_shows(&desk, "04:00", "held");
    assert_hides(&desk, "held", "held");
    ticks(&mut desk, 240);
    desk.press("m 2 Enter");
    assert_shows(&desk, "02:00", "ended");
}
