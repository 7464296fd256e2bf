//! Blocks whose form says something on a screen: it is told in words.

use super::Talk;

const BLOCKS: &str = "\
format: 1
title: T
sections:
  - id: s
    title: S
    body:
      - table:
          caption: Bridges of the town
          columns: [Bridge, '', What is known]
          rows:
            - [Old bridge, 1907, 'Mended by [Ada](actor:ada)']
            - [Ferry, '', Gone]
      - list: [One, {text: Two, list: [Three]}]
      - list: [{text: One, list: [Two]}]
        ordered: true
      - quote: [Once., And again.]
        from: ada
actors: [{id: ada, name: Ada Marsh}]
";

#[test]
fn a_table_is_told_cell_by_cell() {
    let mut talk = Talk::about(&[BLOCKS]);
    let told = "\
Section 1: S, 4 paragraphs, 1 min
Table of 2 rows.
Bridges of the town
Row 1, Bridge: Old bridge
Row 1: 1907
Row 1, What is known: Mended by Ada [1]
Row 2, Bridge: Ferry
Row 2, What is known: Gone
Actors: Ada Marsh.
";
    assert_eq!(talk.ask(""), told);
}

#[test]
fn a_lesson_is_told_step_by_step() {
    let yaml = "\
format: 1
title: T
sections: [{id: s, title: S, body: [{id: one, text: One.}, {id: two, text: Two.}]}]
lessons:
  - title: The bridge
    steps:
      - {minutes: 5, do: Read, see: ['section:s/one', 'section:s/two']}
      - {minutes: 10, do: Argue}
";
    let mut talk = Talk::about(&[yaml]);
    talk.ask("teacher");
    let told = "\
Class: lessons: 1 of 1
Lesson: The bridge, 15 min
5 min: Read
See: S, paragraph 1 [1]
See: S, paragraph 2 [2]
10 min: Argue
";
    assert_eq!(talk.ask("class"), told);
}

#[test]
fn points_below_points_are_told_by_their_marks() {
    let mut talk = Talk::about(&[BLOCKS]);
    talk.ask("");
    let list = talk.ask("");
    assert!(list.starts_with("- One\n- Two\n- - Three\n"), "{list}");
    let list = talk.ask("");
    assert!(list.starts_with("1. One\na. Two\n"), "{list}");
}

#[test]
fn the_paragraphs_of_a_quotation_follow_each_other() {
    let mut talk = Talk::about(&[BLOCKS]);
    let told = ["", "", "", ""].map(|line| talk.ask(line));
    assert!(
        told[3].starts_with("Quotation: “Once.\n“And again.”\nBy Ada Marsh [1]\n"),
        "{}",
        told[3]
    );
}
