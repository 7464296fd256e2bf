//! `attache list`

use super::run::attache;
use super::{FAULTY, SMALL};

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
        .file("shelf/bad/briefing.yaml", "title: [")
        .file("shelf/small.yaml", SMALL)
        .run()
        .ends(1, LISTED, "attache: shelf/bad/briefing.yaml:1:8: this bracket is never closed\n");
}

#[test]
fn one_that_is_out_of_reach_is_named() {
    let run = attache("list shelf").file("shelf/small.yaml", SMALL).folder("shelf/far");
    // A link to itself cannot be read by anybody, not even by root.
    std::os::unix::fs::symlink("briefing.yaml", run.path("shelf/far/briefing.yaml")).unwrap();
    let done = run.run();
    done.ends(1, LISTED, done.err());
    let said = "attache: shelf/far/briefing.yaml: it cannot be read: ";
    assert!(done.err().starts_with(said), "{done:?}");
}
