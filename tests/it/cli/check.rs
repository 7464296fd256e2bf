//! `attache check`

use super::run::attache;
use super::{FAULTY, SMALL};

/// A text that names an actor and does not link it: worth a hint.
const HINTED: &str = "\
format: 1
title: T
sections: [{id: one, title: One, body: [{text: Ada Marsh came.}]}]
actors: [{id: ada, name: Ada Marsh, kind: person, role: Mayor.}]
";

#[test]
fn no_fault_is_success() {
    let check = |args: &str| attache(args).file("small.yaml", SMALL).run();
    check("check small.yaml").prints("no faults\n");
    check("check --format short small.yaml").prints("");
    check("check --format json small.yaml").prints("");
    check("check small.yaml small.yaml").prints("no faults\n");
}

#[test]
fn a_fault_is_shown_where_it_is() {
    let out = "\
faulty.yaml:6:5: error[unknown-key]: a section has no key `bdoy`
  |
6 |     bdoy: []
  |     ^^^^
  = help: did you mean `body`?

1 error
";
    attache("check faulty.yaml").file("faulty.yaml", FAULTY).run().ends(1, out, "");
}

#[test]
fn a_fault_fits_on_a_line() {
    let out = "faulty.yaml:6:5: error[unknown-key]: a section has no key `bdoy`\n";
    let run = attache("check --format short faulty.yaml").file("faulty.yaml", FAULTY);
    run.run().ends(1, out, "");
}

#[test]
fn a_fault_is_told_to_programs() {
    let out = concat!(
        r#"{"also":[],"column":5,"end":88,"file":"faulty.yaml","fix":null,"help":"did you mean `body`?","#,
        r#""line":6,"message":"a section has no key `bdoy`","rule":"unknown-key","#,
        r#""severity":"error","start":84}"#,
        "\n"
    );
    let run = |paths: &str| {
        let run = attache(&format!("check --format json {paths}"));
        run.file("faulty.yaml", FAULTY).run()
    };
    run("faulty.yaml").ends(1, out, "");
    run("faulty.yaml faulty.yaml").ends(1, &format!("{out}{out}"), "");
}

#[test]
fn what_mends_a_fault_is_told_to_programs() {
    let faulty = FAULTY.replace("    bdoy: []\n", "").replace("body", "bdoy");
    let fix = r#""fix":{"edits":[{"end":88,"file":"faulty.yaml","start":84,"text":"body"}],"title":"write `body`"}"#;
    let done = attache("check --format json faulty.yaml").file("faulty.yaml", faulty).run();
    assert!(done.out().contains(fix), "{done:?}");
}

#[test]
fn every_path_is_checked() {
    let out = "\
faulty.yaml:6:5: error[unknown-key]: a section has no key `bdoy`
nowhere: error[no-briefing]: there is nothing at this path
shelf/faulty.yaml:6:5: error[unknown-key]: a section has no key `bdoy`
";
    attache("check --format short faulty.yaml small.yaml nowhere shelf")
        .file("faulty.yaml", FAULTY)
        .file("small.yaml", SMALL)
        .file("shelf/faulty.yaml", FAULTY)
        .file("shelf/small.yaml", SMALL)
        .run()
        .ends(1, out, "");
}

#[test]
fn a_hint_is_no_fault() {
    let check = |args: &str| attache(args).file("hinted.yaml", HINTED).run();
    check("check hinted.yaml").prints("no faults; --hints shows 1 hint as well\n");
    let done = check("check --hints hinted.yaml");
    let end = "\n1 hint\n1 can be fixed with --fix\n";
    assert!(done.succeeds().ends_with(end), "{done:?}");
}
