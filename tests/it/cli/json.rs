//! `attache print --format json`

use super::run::attache;
use super::{FAULTY, SMALL};

/// [`SMALL`] as JSON, as `docs/json.md` describes it.
fn small(sections: &[&str], rest: &str) -> String {
    let sections = sections.join(",");
    format!(
        r#"{{"format":1,"id":"small","title":"A small title","language":"en","authors":[],"sections":[{sections}]{rest}}}"#
    ) + "\n"
}

const ONE: &str = r#"{"ref":"section:one","id":"one","title":"The first","blocks":[{"ref":"section:one/p1","id":"p1","kind":"paragraph","text":{"plain":"Hello there.","spans":[{"text":"Hello there."}]},"sources":[],"cites":[],"cited_by":[]}],"cited_by":[]}"#;
const TWO: &str = r#"{"ref":"section:two","id":"two","title":"The second","blocks":[{"ref":"section:two/p1","id":"p1","kind":"paragraph","text":{"plain":"Goodbye.","spans":[{"text":"Goodbye."}]},"sources":[],"cites":[],"cited_by":[]}],"cited_by":[]}"#;
const NOTHING_BESIDE: &str = r#","instruments":[],"actors":[],"terms":[],"events":[],"sources":[],"discussion":[],"quiz":[]"#;

#[test]
fn a_briefing_is_printed_on_a_line() {
    let run = |args: &str| attache(args).file("small.yaml", SMALL);
    let all = small(&[ONE, TWO], NOTHING_BESIDE);
    run("print --format json small.yaml").run().prints(&all);
    run("print --format json --width 20 small.yaml").env("LANG", "C").run().prints(&all);
    run("print --format json --section two small.yaml").run().prints(&small(&[TWO], ""));
    run("print --format json --section three small.yaml")
        .run()
        .fails("there is no section three in small; its sections are one, two");
}

#[test]
fn each_briefing_of_a_shelf_has_its_line() {
    let done = attache("print --format json shelf")
        .file("shelf/small.yaml", SMALL)
        .file("shelf/faulty.yaml", FAULTY)
        .run();
    let err = "attache: faulty: its files have faults, and some of it may be missing; \
               attache check lists them\n";
    done.ends(1, done.out(), err);
    let lines: Vec<&str> = done.out().lines().collect();
    assert_eq!(lines.len(), 2, "{done:?}");
    assert_eq!(format!("{}\n", lines[1]), small(&[ONE, TWO], NOTHING_BESIDE));
}

#[test]
fn it_is_utf8_in_every_locale() {
    let done = attache("print --format json").env("LANG", "C").run();
    assert!(done.succeeds().contains("Russia–North Korea"), "{done:?}");
}
