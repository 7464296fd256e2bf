//! Going to what has a number: paragraphs, articles, sections, questions, sources and addresses.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use attache::export::{Audience, Edition, Plain, print};
use attache::text::Glyphs;

use super::go_to::{list, pact, place, write};
use crate::common::Desk;

/// Two sections whose paragraphs have the same numbers; in the first a cue stands before the third.
const TWO: &str = "
format: 1
title: Two halves
language: en
sections:
  - id: gate
    title: The gate
    body:
      - heading: First
      - text: It opened.
        id: opened
      - text: It shut.
        id: shut
      - cue: Wait.
      - note: Nobody saw it.
        about: opened
      - question: Who asked?
  - id: toll
    title: The toll and 9 quarrels
    body:
      - {text: It rose.}
      - {text: It fell.}
      - {text: It ended.}
      - {text: It came back.}
      - {text: It went.}
instruments:
  - id: pact
    title: A pact of the harbour
    short: Pact
    articles:
      - {number: 2, title: The quay, gist: Here.}
      - {number: 8, title: The crane, gist: There.}
  - id: rules
    title: Rules of the water
    articles:
      - {number: 2, title: The tide, gist: Up.}
      - {number: Rule-7, title: Risk, gist: Look.}
";

/// `typed` in the first section of [`TWO`] lists `expected` on top, and Enter leads to `place`.
#[track_caller]
fn check_address(typed: &str, expected: &[&str], leads: &str) {
    let mut desk = Desk::read(pact(TWO), 120, 40);
    desk.press(":");
    write(&mut desk, typed);
    let list = list(&desk);
    assert_eq!(&list[..expected.len().min(list.len())], expected, "{typed:?}");
    desk.press("Enter");
    assert_eq!(place(&desk), leads, "{typed:?}");
}

/// The whole list for `typed` in the first section of [`TWO`].
#[track_caller]
fn check_whole(typed: &str, expected: &[&str]) {
    let mut desk = Desk::read(pact(TWO), 120, 40);
    desk.press(":");
    write(&mut desk, typed);
    assert_eq!(list(&desk), expected, "{typed:?}");
}

const THIRD: &str = "paragraph ¶ 3 1 The gate Nobody saw it.";
const OTHER: &str = "paragraph ¶ 3 2 The toll and 9 quarrels It ended.";

#[test]
fn a_paragraph_by_its_number_in_this_section_and_then_in_the_others() {
    for typed in ["¶ 3", "¶3", "para 3", "par. 3", "paragraph 3", "Paragraph 3", "P. 3", "¶ 3 of 4"]
    {
        check_address(typed, &[THIRD, OTHER], "gate/p4");
    }
    for typed in ["¶¶ 3-4", "at ¶ 3", "Editor's note on ¶ 3"] {
        check_address(typed, &[THIRD], "gate/p4");
    }
    // Nothing else is meant by that.
    check_whole(
        "¶ 2",
        &["paragraph ¶ 2 1 The gate It shut.", "paragraph ¶ 2 2 The toll and 9 quarrels It fell."],
    );
    check_whole(
        "¶2",
        &["paragraph ¶ 2 1 The gate It shut.", "paragraph ¶ 2 2 The toll and 9 quarrels It fell."],
    );
    for typed in ["p.2", "p. 2", "par.2"] {
        check_address(typed, &["paragraph ¶ 2 1 The gate It shut."], "gate/shut");
    }
    // No other section has so many that this one has not.
    check_address("¶ 5", &["paragraph ¶ 5 2 The toll and 9 quarrels It went."], "toll/p5");
}

#[test]
fn a_paragraph_of_a_section_however_that_is_told() {
    for typed in ["2 ¶ 3", "2 ¶3", "2¶3", "2 3", "2.3", "2:3", "2/3", "2, 3", "section 2 ¶ 3"] {
        check_address(typed, &[OTHER], "toll/p3");
    }
    for typed in ["Section 2, paragraph 3", "paragraph 3 of section 2", "para 3 in 2", "toll ¶ 3"]
    {
        check_address(typed, &[OTHER], "toll/p3");
    }
    for typed in [
        "2 The toll and 9 quarrels, ¶ 3",
        "The toll and 9 quarrels, paragraph 3",
        "section 2 The toll and 9 quarrels, ¶ 3, editor's note",
        "“It ended.” — Two halves, section 2 The toll and 9 quarrels, ¶ 3 (as of 1 May 1907)",
        "section:toll/p3",
        "toll/p3",
        "toll p3",
    ] {
        check_address(typed, &[], "toll/p3");
    }
    check_address("gate/shut", &["paragraph ¶ 2 1 The gate It shut."], "gate/shut");
}

#[test]
fn the_number_in_the_file_counts_cues_and_says_so() {
    let third = "paragraph ¶ 3 · p4 in the file 1 The gate Nobody saw it.";
    check_address("p4", &[third], "gate/p4");
    check_address("p2", &["paragraph ¶ 2 · shut in the file 1 The gate It shut."], "gate/shut");
    let both = [
        "paragraph cue · p3 in the file 1 The gate",
        "paragraph ¶ 3 · p3 in the file 2 The toll and 9 quarrels It ended.",
        THIRD,
    ];
    check_address("p3", &both, "gate/p4");
}

#[test]
fn a_number_alone_is_an_article_a_paragraph_and_a_section() {
    let all = [
        "article Article 2: The quay Pact",
        "paragraph ¶ 2 1 The gate It shut.",
        "section The toll and 9 quarrels 2",
        "article Rules of the water, Article 2: The tide",
    ];
    check_address("2", &all, "articles: Article 2 · The quay");
    check_address("5", &["paragraph ¶ 5 2 The toll and 9 quarrels It went."], "toll/p5");
    check_address("7", &["article Rules of the water, Rule-7: Risk"], "articles: Rule-7 · Risk");
    check_address(
        "Rule 7, paragraph 2",
        &["article Rules of the water, Rule-7: Risk"],
        "articles: Rule-7 · Risk",
    );
    check_address(
        "Rule 7 ¶ 2",
        &["article Rules of the water, Rule-7: Risk"],
        "articles: Rule-7 · Risk",
    );
}

#[test]
fn a_number_that_does_not_exist_is_said_with_what_does() {
    for (typed, expected) in [
        ("77", "No article, section, paragraph or date here has a number like that."),
        ("6 6", "No article, section, paragraph or date here has a number like that."),
        ("Article 77", "No article, section, paragraph or date here has a number like that."),
        ("¶ 77", "Section 1 The gate ends with ¶ 4."),
        ("p77", "Section 1 The gate ends with ¶ 4."),
        ("2 ¶ 77", "Section 2 The toll and 9 quarrels ends with ¶ 5."),
        ("1.77", "Section 1 The gate ends with ¶ 4."),
        ("¶ 0", "Section 1 The gate ends with ¶ 4."),
        (
            "99999999999999999999999",
            "No article, section, paragraph or date here has a number like that.",
        ),
        ("¶ 99999999999999999999999", "Section 1 The gate ends with ¶ 4."),
        ("xyzzy", "Nothing here has a name like that."),
    ] {
        let mut desk = Desk::read(pact(TWO), 120, 40);
        desk.press(":");
        write(&mut desk, typed);
        assert_eq!(list(&desk), [expected], "{typed:?}");
        desk.press("Enter");
        assert_eq!(desk.app.prompt().unwrap().words(), typed, "{typed:?}");
    }
}

#[test]
fn a_number_is_no_part_of_what_a_command_does() {
    for typed in ["7", "76", "3", "[3]", "[7]", "¶ 7", "76 3", "3.7", "2"] {
        let mut desk = Desk::read(pact(TWO), 120, 40);
        desk.press(":").write(typed);
        let list = list(&desk);
        assert!(!list.iter().any(|line| line.starts_with("command")), "{typed:?}\n{list:#?}");
    }
    let mut desk = Desk::read(pact(TWO), 120, 40);
    desk.press(":").write("wider");
    let list = list(&desk);
    assert_eq!(list.first().unwrap(), "command Wider + · Wider lines, up to 76 columns");
}

const CITED: &str = "
format: 1
title: What is cited
language: en
summary: It began with [a list](https://example.org/list).
sections:
  - id: gate
    title: The gate
    body:
      - text: It opened.
        id: opened
      - cue: Show [the map](https://example.org/map).
      - text: It shut, as [the log](https://example.org/log) and [a letter](https://example.org/letter) say.
        sources: [log, book]
      - text: Nobody saw [the letter](https://example.org/letter) but [Ada](actor:ada).
actors:
  - {id: ada, name: Ada, role: 'Wrote [verses](https://example.org/verses).'}
sources:
  - {id: book, title: The book}
  - {id: log, title: The log, url: 'https://example.org/log'}
";

#[test]
fn a_number_in_print_leads_to_what_it_stands_for() {
    let letter = "address https://example.org/letter [4]";
    for (typed, first, leads) in [
        ("[1]", "source The book", "The book"),
        ("source 2", "source The log", "The log"),
        ("[3]", "address https://example.org/list [3]", "https://example.org/list"),
        ("[4]", letter, "gate/p3"),
        ("source 4", letter, "gate/p3"),
        ("4", letter, "gate/p3"),
        ("[5]", "address https://example.org/verses [5]", "actors: ○ Ada"),
        // A cue is not shown before it is asked for, and what follows it is.
        ("[6]", "address https://example.org/map [6]", "gate/p3"),
    ] {
        let mut desk = Desk::read(pact(CITED), 120, 40);
        desk.press(":").write(typed);
        assert_eq!(list(&desk).first().unwrap(), first, "{typed:?}");
        desk.press("Enter");
        assert_eq!(place(&desk), leads, "{typed:?}");
    }
}

#[test]
fn print_gives_the_numbers_by_which_one_goes_there() {
    let edition = Edition { audience: Audience::Teacher, ..Edition::default() };
    let plain = Plain { width: 76, glyphs: &Glyphs::UNICODE };
    let mut printed = Vec::new();
    print(&pact(CITED), edition, plain, None, &mut printed).unwrap();
    let printed = String::from_utf8(printed).unwrap();
    for (number, name) in [
        (1, "The book"),
        (2, "The log"),
        (3, "https://example.org/list"),
        (4, "https://example.org/letter"),
        (5, "https://example.org/verses"),
        (6, "https://example.org/map"),
    ] {
        let line = format!("[{number}] {name}");
        assert!(printed.lines().any(|one| one.trim().starts_with(&line)), "{line}\n{printed}");
    }
}

#[test]
fn a_class_is_led_to_no_address_of_a_cue() {
    let mut desk = Desk::read(pact(CITED), 120, 40);
    desk.press("F5 :").write("[6]");
    assert_eq!(
        list(&desk),
        ["No article, section, paragraph or date here has a number like that."]
    );
    desk.press("Esc :").write("[4]");
    assert_eq!(list(&desk), ["address https://example.org/letter [4]"]);
}
