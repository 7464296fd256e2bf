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
actors: [{id: ada, name: Ada Marsh}]
";

#[test]
fn a_table_is_told_cell_by_cell() {
    let mut talk = Talk::about(&[BLOCKS]);
    let told = "\
Section 1: S, 1 paragraph, 1 min
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
