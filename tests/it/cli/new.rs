//! `attache new`

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::run::attache;

/// What `attache check --hints` says of a path in the folder of a run.
fn check(path: &std::path::Path) -> String {
    let mut check = Command::new(env!("CARGO_BIN_EXE_attache"));
    let done = check.args(["check", "--hints"]).arg(path).output().unwrap();
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn a_new_briefing_checks_clean() {
    let run = attache("new my-briefing");
    let said = "\
my-briefing: a briefing to begin with was made
Read it: attache my-briefing
Change its files: their comments say what each part is.
Check it, after each change: attache check my-briefing
";
    run.run().prints(said);
    assert_eq!(check(&run.path("my-briefing")), "no faults\n");
    let briefing = fs::read_to_string(run.path("my-briefing/briefing.yaml")).unwrap();
    assert!(briefing.contains("\ntitle: My briefing\n"), "{briefing}");
}

/// The schema that the first line of a file names, as JSON.
#[track_caller]
fn schema_of(file: &Path) -> Value {
    let text = fs::read_to_string(file).unwrap();
    let (_, schema) = text.lines().next().unwrap().split_once("$schema=").unwrap();
    let schema = fs::read(file.with_file_name("").join(schema)).unwrap();
    serde_json::from_slice(&schema).unwrap()
}

#[test]
fn each_file_names_a_schema_that_is_there() {
    let run = attache("new pond");
    run.run().succeeds();
    for (file, key) in [
        ("briefing.yaml", "sections"),
        ("sections/what-the-treaty-says.yaml", "body"),
        ("instruments.yaml", "instruments"),
        ("actors.yaml", "actors"),
        ("glossary.yaml", "terms"),
        ("timeline.yaml", "events"),
        ("sources.yaml", "sources"),
    ] {
        let schema = schema_of(&run.path("pond").join(file));
        assert!(schema["properties"][key].is_object(), "{file}: {schema:#}");
    }
    // A schema that is there already stays: it may be that of a newer attache.
    let run = attache("new notes --single").file(".schema/briefing.json", "{\"mine\": 1}");
    run.run().succeeds();
    assert_eq!(schema_of(&run.path("notes.yaml"))["mine"], 1);
    let run = attache("new notes --single");
    run.run().succeeds();
    assert!(schema_of(&run.path("notes.yaml"))["properties"]["actors"].is_object());
}

#[test]
fn it_may_be_one_file_and_in_another_language() {
    for (args, path) in [
        ("new notes --single", "notes.yaml"),
        ("new notes.yaml --single", "notes.yaml"),
        ("new 노트 --language ko", "노트"),
        ("new a/b/c --language de-CH", "a/b/c"),
        ("new ---x", "---x"),
    ] {
        let (first, rest) = args.split_once(' ').unwrap();
        let run = if rest == "---x" { attache(first).arg("--").arg(rest) } else { attache(args) };
        run.run().succeeds();
        assert_eq!(check(&run.path(path)), "no faults\n", "{args}");
    }
}

#[test]
fn nothing_is_written_over() {
    attache("new notes --single").file("notes.yaml", "mine").run().fails(
        "notes.yaml: this is already there, and nothing is written over; choose another name",
    );
    attache("new mine").file("mine/a.txt", "mine").run().fails(
        "mine: this folder is not empty, and nothing is written over; name one that is not there yet",
    );
    attache("new mine --language klingon!")
        .run()
        .fails("klingon! is no language; write a tag such as en, ko or de-CH");
}

#[test]
fn a_name_drives_no_terminal_and_no_yaml() {
    let run = attache("new").arg("a: \u{1b}[31m\n# b");
    let done = run.run();
    assert!(!done.succeeds().contains('\u{1b}'), "{done:?}");
    assert_eq!(check(&run.path("a: \u{1b}[31m\n# b")), "no faults\n");
}
