//! `attache print --format markdown`

use super::run::attache;
use super::{FAULTY, SMALL};

/// A briefing with something of everything.
const BRIDGES: &str = include_str!("bridges.yaml");

const ALL: &str = include_str!("bridges.md");

/// The first section alone: no links inside, the sources by their titles.
const TOWN: &str = "\
# 1 The town

About a minute.

## Monday

Ada _really_ read Article 4 at [home](<https://example.org/a_(b)>).

_● reporting · medium confidence · sources: A paper; A book_

> **Editor's note.** She did not.
>
> _source: A book_

> “I did\\
> read it.”
>
> — Ada Marsh · _■ official statement_

> “Well.”
>
> — A passer-by

- one
- two

_◇ analysis_

**For the class · question 2 · 5 min.** Did she?

> **Editor's note** on “Ada really read Article 4 at …”. Nor did Bob.
";

#[test]
fn a_briefing_is_printed_with_everything() {
    attache("print --format markdown bridges.yaml").file("bridges.yaml", BRIDGES).run().prints(ALL);
}

#[test]
fn one_section_can_be_printed() {
    attache("print --format markdown bridges.yaml --section town")
        .file("bridges.yaml", BRIDGES)
        .run()
        .prints(TOWN);
    attache("print --format markdown small.yaml --section three")
        .file("small.yaml", SMALL)
        .run()
        .fails("there is no section three in small; its sections are one, two");
}

#[test]
fn neither_the_width_nor_the_locale_changes_it() {
    let run = attache("print --format markdown --width 20 bridges.yaml").env("LANG", "C");
    run.file("bridges.yaml", BRIDGES).run().prints(ALL);
}

#[test]
fn the_links_of_a_shelf_do_not_meet() {
    let linked =
        "format: 1\ntitle: T\nsections: [{id: a, title: A, body: [{text: \"[x](section:a)\"}]}]\n";
    let all = "# T\n\n## 1 A\n\n[x](#1-a)\n\n# T\n\n## 1 A\n\n[x](#1-a-1)\n";
    attache("print --format markdown shelf")
        .file("shelf/a.yaml", linked)
        .file("shelf/b.yaml", linked)
        .run()
        .prints(all);
}

#[test]
fn faults_are_told_as_with_plain_text() {
    let out = "# A title with a slip\n\n## 1 The first\n\nHello there.\n";
    let err = "attache: faulty: its files have faults, and some of it may be missing; \
               attache check lists them\n";
    let run = attache("print --format markdown faulty.yaml").file("faulty.yaml", FAULTY);
    run.run().ends(1, out, err);
}
