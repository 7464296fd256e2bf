//! `attache print --format markdown`

use super::run::attache;
use super::{FAULTY, SMALL};

/// A briefing with something of everything.
const BRIDGES: &str = include_str!("bridges.yaml");

const ALL: &str = include_str!("bridges.md");

/// The first section alone: no links to what is not there, but the sources that it cites.
const TOWN: &str = include_str!("bridges-town.md");

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
    let all = "# T\n\n## <span id=\"section_a\"></span>1 A\n\n¶ 1 · [x](#section_a) (section 1)\n\n\
               # T\n\n## <span id=\"section_a-1\"></span>1 A\n\n¶ 1 · [x](#section_a-1) (section 1)\n";
    attache("print --format markdown shelf")
        .file("shelf/a.yaml", linked)
        .file("shelf/b.yaml", linked)
        .run()
        .prints(all);
}

#[test]
fn faults_are_told_as_with_plain_text() {
    let out = "# A title with a slip\n\n## 1 The first\n\n¶ 1 · Hello there.\n";
    let err = "attache: faulty: its files have faults, and some of it may be missing; \
               attache check lists them\n";
    let run = attache("print --format markdown faulty.yaml").file("faulty.yaml", FAULTY);
    run.run().ends(1, out, err);
}
