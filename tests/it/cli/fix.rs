//! `attache check --fix`

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};

use super::run::attache;
use super::{FAULTY, SMALL};

/// Faults of several kinds in several files.
const MANY: &str = "\
format: 1
title: Ports: a story # it is one
date: 06/19/2024
sections:
  # The first one.
  - id: one
    titel: The first
    body:
      - text: [Ada](actor:ada-mrsh) came.
      - quote: A few words.
        from: Ada Marsh
      - text: Bo Reed came.
actors:
  - {id: ada-marsh, name: Ada Marsh, kind: persn}
  - {id: bo, name: Bo Reed, kind: person}
";

const MENDED: &str = "\
format: 1
title: 'Ports: a story' # it is one
date: 2024-06-19
sections:
  # The first one.
  - id: one
    title: The first
    body:
      - text: '[Ada](actor:ada-marsh) came.'
      - quote: A few words.
        from: Ada Marsh
      - text: Bo Reed came.
actors:
  - {id: ada-marsh, name: Ada Marsh, kind: person}
  - {id: bo, name: Bo Reed, kind: person}
";

/// A run on `faulty`, which becomes `mended`.
#[track_caller]
fn check(faulty: &str, mended: &str) {
    let run = attache("check --fix --format short b.yaml").file("b.yaml", faulty);
    let done = run.run();
    assert_eq!(fs::read_to_string(run.path("b.yaml")).unwrap(), mended, "{done:?}");
}

#[test]
fn what_has_one_remedy_is_mended_and_the_rest_stays() {
    let run = attache("check --fix many.yaml").file("many.yaml", MANY);
    let out = "no faults; --hints shows 2 hints as well\n";
    run.run().ends(0, out, "attache: made 6 fixes in 1 file\n");
    assert_eq!(fs::read_to_string(run.path("many.yaml")).unwrap(), MENDED);
    run.run().ends(0, out, "attache: there is nothing that --fix mends\n");
}

#[test]
fn hints_are_mended_if_they_are_asked_for() {
    let run = attache("check --fix --hints many.yaml").file("many.yaml", MENDED);
    run.run().ends(0, "no faults\n", "attache: made 2 fixes in 1 file\n");
    let linked = MENDED.replace("from: Ada Marsh", "from: ada-marsh");
    let linked = linked.replace("text: Bo Reed came.", "text: '[Bo Reed](actor:bo) came.'");
    assert_eq!(fs::read_to_string(run.path("many.yaml")).unwrap(), linked);
}

#[test]
fn what_would_be_mended_is_told_as_a_diff() {
    let diff = "\
--- faulty.yaml
+++ faulty.yaml
@@ -3,4 +3,4 @@
 sections:
   - id: one
     title: The first
-    bdoy: [{text: Hello there.}]
+    body: [{text: Hello there.}]
";
    let faulty = FAULTY.replace("    bdoy: []\n    body:", "    bdoy:");
    let run = attache("check --fix --dry-run faulty.yaml").file("faulty.yaml", &faulty);
    run.run().ends(1, diff, "attache: --fix makes 1 fix in 1 file\n");
    assert_eq!(fs::read_to_string(run.path("faulty.yaml")).unwrap(), faulty);
    let good = attache("check --fix --dry-run small.yaml").file("small.yaml", SMALL);
    good.run().ends(0, "", "attache: there is nothing that --fix mends\n");
}

#[test]
fn what_can_be_mended_is_counted() {
    let done = attache("check many.yaml").file("many.yaml", MANY).run();
    assert!(done.out().ends_with("\n1 error\n1 can be fixed with --fix\n"), "{done:?}");
}

#[test]
fn what_makes_nothing_better_is_left() {
    // `body` is there already.
    let run = attache("check --fix faulty.yaml").file("faulty.yaml", FAULTY);
    let done = run.run();
    assert_eq!(fs::read_to_string(run.path("faulty.yaml")).unwrap(), FAULTY, "{done:?}");
}

#[test]
fn comments_order_and_line_ends_stay() {
    let with_returns = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    check(&with_returns(MANY), &with_returns(MENDED));
    check(MANY.trim_end(), MENDED.trim_end());
}

#[test]
fn several_files_are_mended_at_once() {
    let run = attache("check --fix b")
        .file("b/briefing.yaml", "format: \"1\"\ntitle: T\nsections: [one]\n")
        .file("b/sections/one.yaml", "title: 1984\nbody:\n  - txet: A [b](actor:ada) c.\n")
        .file("b/actors.yaml", "actors:\n  - id: ada\n    name: @ada\n");
    run.run().ends(0, "no faults\n", "attache: made 4 fixes in 3 files\n");
    let read = |path: &str| fs::read_to_string(run.path(path)).unwrap();
    assert_eq!(read("b/briefing.yaml"), "format: 1\ntitle: T\nsections: [one]\n");
    let section = "title: \"1984\"\nbody:\n  - text: A [b](actor:ada) c.\n";
    assert_eq!(read("b/sections/one.yaml"), section);
    assert_eq!(read("b/actors.yaml"), "actors:\n  - id: ada\n    name: '@ada'\n");
}

#[test]
fn permissions_and_links_stay() {
    let run = attache("check --fix b").file("b/real.yml", MANY);
    fs::set_permissions(run.path("b/real.yml"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.yml", run.path("b/briefing.yaml")).unwrap();
    let done = run.run();
    assert!(run.path("b/briefing.yaml").is_symlink(), "{done:?}");
    assert_eq!(fs::read_to_string(run.path("b/real.yml")).unwrap(), MENDED);
    assert_eq!(fs::metadata(run.path("b/real.yml")).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(run.path("b")).unwrap().count(), 2);
}

#[test]
fn a_file_that_may_not_be_written_stays_and_so_do_the_others() {
    let run = attache("check --fix b")
        .file("b/briefing.yaml", "format: \"1\"\ntitle: T\nsections: [one]\n")
        .file("b/sections/one.yaml", "title: 1984\nbody:\n  - text: A.\n");
    let section = run.path("b/sections/one.yaml");
    fs::set_permissions(&section, fs::Permissions::from_mode(0o444)).unwrap();
    let out = "b/sections/one.yaml:1:8: error[type]: `title` must be text, and this is a number";
    let said =
        "b/sections/one.yaml cannot be written: permission denied; the briefing was not changed";
    let done = run.run();
    assert!(done.out().contains(out) && done.err() == format!("attache: {said}\n"), "{done:?}");
    let manifest = fs::read_to_string(run.path("b/briefing.yaml")).unwrap();
    assert!(manifest.starts_with("format: \"1\""));
}

#[test]
fn what_comes_through_a_pipe_goes_out_mended() {
    let run = attache("check --fix -").file("in.yaml", MANY);
    let input = fs::File::open(run.path("in.yaml")).unwrap();
    let output = run.command().stdin(input).output().unwrap();
    super::run::Done::new(&output).ends(0, MENDED, "attache: made 6 fixes in 1 file\n");
}

#[test]
fn what_is_addressed_by_its_number_gets_an_id() {
    let run = attache("check --fix b")
        .file("b/briefing.yaml", "format: 1\ntitle: T\nsections: [one, two]\n")
        .file(
            "b/sections/one.yaml",
            "title: One\nbody:\n  - heading: H\n  - text: The ships came in.\n    confidence: low\n  - {text: \"평화\"}\n  \
             - note: On [it](section:one/p1).\n    about: 'p1'\n",
        )
        .file(
            "b/sections/two.yaml",
            "title: Two\nbody:\n  - text: >-\n      See [it](section:one/p1) and\n      [that](section:one/p2).\n",
        );
    run.run().ends(0, "no faults\n", "attache: made 2 fixes in 2 files\n");
    let read = |path: &str| fs::read_to_string(run.path(path)).unwrap();
    let one = "title: One\nbody:\n  - heading: H\n  - id: the-ships-came\n    text: The ships came in.\n    confidence: low\n  \
               - {id: block-2, text: \"평화\"}\n  - note: On [it](section:one/the-ships-came).\n    about: 'the-ships-came'\n";
    assert_eq!(read("b/sections/one.yaml"), one);
    let two = "title: Two\nbody:\n  - text: >-\n      See [it](section:one/the-ships-came) and\n      [that](section:one/block-2).\n";
    assert_eq!(read("b/sections/two.yaml"), two);
}

#[test]
fn of_several_briefings_each_is_mended_alone() {
    let faulty = SMALL.replace("A small title", "Ports: a story");
    let run = attache("check --fix --format short shelf")
        .file("shelf/a.yaml", &faulty)
        .file("shelf/b/briefing.yaml", &faulty)
        .file("shelf/c.yaml", &faulty);
    let closed = run.path("shelf/b/briefing.yaml");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o444)).unwrap();
    let out = "shelf/b/briefing.yaml:2:13: error[syntax]: a colon here begins a value where none can be\n";
    let said =
        "shelf/b/briefing.yaml cannot be written: permission denied; the briefing was not changed";
    run.run().ends(1, out, &format!("attache: {said}\n"));
    let read = |path: &str| fs::read_to_string(run.path(path)).unwrap();
    let mended = SMALL.replace("A small title", "'Ports: a story'");
    assert_eq!(read("shelf/a.yaml"), mended);
    assert_eq!(read("shelf/b/briefing.yaml"), faulty);
    assert_eq!(read("shelf/c.yaml"), mended);
}

#[test]
fn what_stands_in_for_another_character_is_never_written() {
    let faulty = SMALL.replace("A small title", "Ports\u{202e}: a: story");
    check(&faulty, &faulty);
    let faulty = SMALL.replace("A small title", "Ports\r #4");
    check(&faulty, &faulty);
}

/// An id that slipped where it is given is mended there, if several name it right and nobody otherwise.
#[test]
fn what_several_name_alike_is_what_it_is_called() {
    let with = |texts: &[&str], id: &str| {
        let blocks: Vec<String> =
            texts.iter().map(|text| format!("      - text: '{text}'\n")).collect();
        format!(
            "format: 1\ntitle: T\nsections:\n  - id: one\n    title: One\n    body:\n{}actors:\n  - \
             {{id: {id}, name: Ada Marsh, kind: person}}\n",
            blocks.concat()
        )
    };
    let right = "[Ada](actor:ada-marsh) came.";
    let wrong = "[Ada](actor:ada-mrsh) came.";
    check(&with(&[right, right], "ada-mrsh"), &with(&[right, right], "ada-marsh"));
    check(&with(&[right], "ada-mrsh"), &with(&[wrong], "ada-mrsh"));
    // Somebody names it as it is called.
    check(&with(&[right, right, wrong], "ada-mrsh"), &with(&[wrong; 3], "ada-mrsh"));
    let folder = attache("check --fix b")
        .file("b/briefing.yaml", "format: 1\ntitle: T\nsections: [one]\n")
        .file("b/sections/one.yaml", "title: One\nbody:\n  - text: A.\n    sources: [log, log-2]\n  - text: B.\n    sources: [log]\n")
        .file("b/sources.yaml", "sources:\n  - {id: logg, title: The log}\n  - {id: log-2, title: B}\n");
    folder.run();
    let sources = fs::read_to_string(folder.path("b/sources.yaml")).unwrap();
    assert!(sources.contains("{id: log, title: The log}"), "{sources}");
}

#[test]
fn an_id_that_is_none_is_no_remedy() {
    let with = |id: &str| {
        SMALL.replace("Hello there.", "'[Ada](actor:ada-marsh)'")
            + &format!("actors: [{{id: {id}, name: Bo Reed, kind: person}}]\n")
    };
    check(&with("ada-mxrsh"), &with("ada-mxrsh").replace(":ada-marsh", ":ada-mxrsh"));
    check(&with("ada-mArsh"), &with("ada-mArsh"));
}
