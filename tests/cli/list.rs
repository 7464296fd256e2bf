//! `attache list`

use crate::run::attache;
use crate::{FAULTY, SMALL};

const LISTED: &str = "\
small  A small title
  one  The first   1 paragraph · 1 min
  two  The second  1 paragraph · 1 min
";

#[test]
fn the_bundled_briefing_is_listed() {
    let done = attache("list").run();
    let list = done.succeeds();
    assert!(list.starts_with("russia-dprk-treaty  What South Korea needs"), "{list}");
    assert!(list.contains("\n  treaty-content      What the treaty says "), "{list}");
}

#[test]
fn a_shelf_is_listed() {
    let faulty = "faulty  A title with a slip\n  one  The first  1 paragraph · 1 min\n";
    attache("list shelf")
        .file("shelf/small.yaml", SMALL)
        .file("shelf/faulty.yaml", FAULTY)
        .file("shelf/readme.txt", "no briefing")
        .run()
        .prints(&format!("{faulty}{LISTED}"));
}

#[test]
fn one_that_cannot_be_read_is_named_and_the_rest_is_listed() {
    attache("list shelf")
        .file("shelf/bad/briefing.yaml", b"title: \xE9")
        .file("shelf/small.yaml", SMALL)
        .run()
        .ends(1, LISTED, "attache: shelf/bad/briefing.yaml:1:8: this is not UTF-8\n");
}
