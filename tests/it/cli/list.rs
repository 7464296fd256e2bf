//! `attache list`

use super::run::attache;
use super::{FAULTY, SMALL};

const LISTED: &str = "\
small  A small title
  one  The first   1 paragraph · 1 min
  two  The second  1 paragraph · 1 min
";

#[test]
fn all_that_is_bundled_is_listed_that_which_is_read_first_before_the_rest() {
    let done = attache("list").run();
    let list = done.succeeds();
    assert!(list.starts_with("russia-dprk-treaty  What South Korea needs"), "{list}");
    assert!(list.contains("\n  treaty-content      What the treaty says "), "{list}");
    let heads = list.lines().filter(|line| !line.starts_with(' '));
    let mut listed: Vec<_> = heads.map(|line| line.split(' ').next().unwrap()).collect();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings");
    let folders = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut folders: Vec<_> = folders.map(|name| name.into_string().unwrap()).collect();
    listed.sort_unstable();
    folders.sort_unstable();
    assert_eq!(listed, folders);
}

#[test]
fn an_edition_is_listed_with_its_language() {
    let head = "russia-dprk-treaty-ko  북러 조약 이후 한국에 필요한 것\n";
    let edition = "  Korean edition of russia-dprk-treaty\n";
    assert!(attache("list").run().succeeds().contains(&format!("{head}{edition}")));
}

#[test]
fn a_bundled_briefing_goes_by_its_id_where_no_file_is_called_so() {
    let list = |run: &super::run::Run| run.run().succeeds().to_owned();
    let id = "russia-dprk-treaty-ko";
    assert!(list(&attache("list").arg(id)).starts_with("russia-dprk-treaty-ko  북러 조약"));
    assert!(list(&attache(id)).starts_with("북러 조약 이후 한국에 필요한 것\n"));
    assert!(list(&attache("print").arg(id)).starts_with("북러 조약 이후 한국에 필요한 것\n"));
    let small = SMALL.replace("A small title", "A title of one's own");
    let own = attache("list").arg(id).file("russia-dprk-treaty-ko/briefing.yaml", &small);
    assert!(list(&own).starts_with("russia-dprk-treaty-ko  A title of one's own\n"));
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
