//! How much there is of a briefing: said the same wherever it is said.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use attache::export::{Edition, Plain, print};
use attache::text::Glyphs;

use crate::common::{Desk, briefing};

/// Each section takes a little more than a minute, so that the whole takes a little more than two.
fn harbour() -> String {
    let words = "water ".repeat(230);
    format!(
        "
format: 1
title: The harbour
sections:
  - id: one
    title: One
    body:
      - heading: First
      - text: {words}
      - quote: We share it.
      - list: [A quay, A crane]
      - cue: Wait.
      - note: The gazette prints 2 March.
      - question: Who gains?
  - id: two
    title: Two
    body:
      - text: '[Ada](actor:ada) built {words}'
      - note: Or [Ada](actor:ada) did not.
      - note: The archive is silent on [Ada](actor:ada).
      - question: Would [Ada](actor:ada) sell?
        minutes: 3
actors: [{{id: ada, name: Ada}}]
discussion:
  - question: Whose is the water?
  - question: And the 4 cranes?
quiz:
  - question: Which year?
    choices: [\"1906\", \"1907\"]
    answer: 2
"
    )
}

/// The screen after `keys`, in a line.
fn screen(keys: &str, width: u16) -> String {
    let mut desk = Desk::title_page(briefing(&harbour()), width, 50);
    desk.press(keys);
    let screen = desk.screen().replace('\u{a0}', " ");
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One pane at a time.
#[track_caller]
fn check(keys: &str, expected: &str) {
    check_at(70, keys, expected);
}

#[track_caller]
fn check_at(width: u16, keys: &str, expected: &str) {
    let screen = screen(keys, width);
    assert!(screen.contains(expected), "{expected:?} after {keys:?}\n{screen}");
}

#[test]
fn paragraphs_notes_and_questions_are_counted_apart_and_sum_to_what_the_header_counts() {
    check("", "3 paragraphs, 1 note and 1 class question · 2 min");
    check("o", "3 paragraphs, 1 note and 1 class question · 2 min");
    check("Enter", "at ¶ 1 of 5 (0%)");
    check("", "1 paragraph, 2 notes and 1 class question · 2 min");
    check("Enter ]", "at ¶ 1 of 4 (0%)");
    // A cue that is shown has no number and changes none.
    check("Enter C G", "at ¶ 5 of 5");
}

#[test]
fn what_cites_something_is_counted_in_the_same_way() {
    check("Enter ] 3", "Cited by 1 paragraph, 2 notes and 1 class question in 1 section");
    check("Enter w", "cited by 1 paragraph, 2 notes and 1 class question");
    check("x v", "1 paragraph, 2 notes and 1 class question");
}

#[test]
fn minutes_of_the_sections_sum_to_those_of_the_whole() {
    check("", "4 min in all");
    check_at(100, "Enter", "at ¶ 1 of 5 (0%) · 2 min left");
}

#[test]
fn questions_are_counted_once_and_have_one_number_everywhere() {
    check("", "4 questions to talk about, 2 of them in the text · 1 quiz question");
    check("Q", "Class: questions to talk about 1 of 4");
    check("Q Space Space", "Question 3 ▌ Who gains? See One, paragraph 5");
    check("Q v", "1 of 1");
    check("Enter G", "For the class · question 3 ▌ Who gains?");
    check("Enter ] G", "For the class · question 4 · 3 min ▌ Would Ada sell?");
    let mut out = Vec::new();
    let plain = Plain { width: 76, glyphs: &Glyphs::UNICODE };
    print(&briefing(&harbour()), Edition::default(), plain, None, &mut out).unwrap();
    let printed = String::from_utf8(out).unwrap();
    assert!(printed.contains("For the class · question 4 · 3 min"), "{printed}");
    assert!(printed.contains("\nQuestions to talk about\n"), "{printed}");
    assert!(printed.contains("2. And the 4 cranes?"), "{printed}");
}

#[test]
fn a_question_is_gone_to_by_its_number() {
    for (typed, expected) in [
        ("question 4", "Question 4 · 3 minutes ▌ Would Ada sell?"),
        ("question 2", "Question 2 ▌ And the 4 cranes?"),
        ("Question 4", "Question 4 · 3 minutes ▌ Would Ada sell?"),
        ("quiz question 1", "1 of 1"),
    ] {
        let mut desk = Desk::title_page(briefing(&harbour()), 70, 50);
        desk.press("Enter :").write(typed).press("Enter");
        let screen = desk.screen().replace('\u{a0}', " ");
        let screen = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains(expected), "{typed:?}\n{screen}");
        desk.press("Esc");
        assert!(desk.screen().contains("at ¶ 1 of 5"), "{}", desk.screen());
    }
}

#[test]
fn what_a_section_rests_on_is_counted_over_its_paragraphs() {
    check("Enter e", "without a source ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆ 3");
    check("Enter e", "Nothing said on what it rests on · 3 paragraphs");
    check("Enter e", "Editor's notes · 1 note");
}
