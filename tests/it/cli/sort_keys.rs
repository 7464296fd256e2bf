//! `attache check --fix --sort-keys`

use std::fs;

use super::SMALL;
use super::run::attache;

const MIXED: &str = "\
# yaml-language-server: $schema=.schema/briefing.json
# A briefing.

# What it is called.
title: T

format: 1
# The actors.
#  All of them.
actors:
  # The first.
  - name: Ada # she
    # her id
    id: ada

    role: >-
      A mayor.

      Nobody else.

  - {name: Ben, id: ben}
  # whoever comes

sections:
- title: One
  body:
    - evidence: reporting
      text: |
        Hello.
      # deep
      id: hi
    # about the table
    - table:
        # rows first
        rows: [[a]]
        columns: [x]
      id: t
  id: one
# the end
";

const SORTED: &str = "\
# yaml-language-server: $schema=.schema/briefing.json
# A briefing.

format: 1

# What it is called.
title: T

sections:
- id: one
  title: One
  body:
    # deep
    - id: hi
      text: |
        Hello.
      evidence: reporting
    # about the table
    - id: t
      table:
        columns: [x]
        # rows first
        rows: [[a]]
# The actors.
#  All of them.
actors:
  # The first.
  # her id
  - id: ada
    name: Ada # she

    role: >-
      A mayor.

      Nobody else.

  - {name: Ben, id: ben}
  # whoever comes
# the end
";

/// A run on `mixed` writes `sorted`.
#[track_caller]
fn check(mixed: &str, sorted: &str) {
    let run = attache("check --fix --sort-keys b.yaml").file("b.yaml", mixed);
    let done = run.run();
    assert_eq!(fs::read_to_string(run.path("b.yaml")).unwrap(), sorted, "{done:?}");
}

#[test]
fn keys_are_put_in_order_with_what_stands_above_them() {
    let run = attache("check --fix --sort-keys b.yaml").file("b.yaml", MIXED);
    run.run().ends(0, "no faults\n", "attache: put the keys of 1 file in order\n");
    assert_eq!(fs::read_to_string(run.path("b.yaml")).unwrap(), SORTED);
    run.run().ends(0, "no faults\n", "attache: there is nothing that --fix mends\n");
}

#[test]
fn line_ends_stay() {
    let with_returns = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    check(&with_returns(MIXED), &with_returns(SORTED));
    let end = |text: &str| text.trim_end_matches("# the end\n").trim_end().to_owned();
    check(&end(MIXED), &end(SORTED));
}

#[test]
fn what_is_in_order_stays_to_the_letter() {
    check(SMALL, SMALL);
    check(SORTED, SORTED);
}

#[test]
fn unknown_and_repeated_keys_keep_a_mapping_as_it_is() {
    let with = |keys: &str| SMALL.replace("format: 1\ntitle: A small title", keys);
    for keys in ["colour: red\ntitle: T\nformat: 1", "title: T\nformat: 1\ntitle: U"] {
        check(&with(keys), &with(keys));
    }
}

#[test]
fn what_would_say_something_else_stays() {
    // An anchor stands before what repeats it.
    let anchored =
        "title: &t The same\nformat: 1\nsections: [{id: a, title: A, body: [{text: *t}]}]\n";
    check(
        anchored,
        &anchored.replace("title: &t The same\nformat: 1", "format: 1\ntitle: &t The same"),
    );
    let anchored = "sections: [{id: a, title: &t A, body: [{text: A.}]}]\ntitle: *t\nformat: 1\n";
    let run = attache("check --fix --sort-keys b.yaml").file("b.yaml", anchored);
    let said = "attache: there is nothing that --fix mends\nattache: the keys of b.yaml stay as they are: in another \
                order it would say something else\n";
    run.run().ends(0, "no faults\n", said);
    assert_eq!(fs::read_to_string(run.path("b.yaml")).unwrap(), anchored);
}

#[test]
fn what_would_be_put_in_order_is_told_as_a_diff() {
    let mixed = SMALL.replace("format: 1\ntitle: A small title", "title: A small title\nformat: 1");
    let diff = "\
--- b.yaml
+++ b.yaml
@@ -1,5 +1,5 @@
-title: A small title
 format: 1
+title: A small title
 sections:
   - id: one
     title: The first
";
    let run = attache("check --fix --sort-keys --dry-run b.yaml").file("b.yaml", &mixed);
    run.run().ends(1, diff, "attache: --fix puts the keys of 1 file in order\n");
    assert_eq!(fs::read_to_string(run.path("b.yaml")).unwrap(), mixed);
}
