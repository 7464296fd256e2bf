//! `attache new`

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::MetadataExt as _;
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
fn the_title_is_the_name_of_the_folder() {
    for (name, path, title) in [
        ("my-briefing/", "my-briefing", "My briefing"),
        ("2026.11-review", "2026.11-review", "\"2026.11 review\""),
        ("a/b.c/", "a/b.c", "B.c"),
    ] {
        let run = attache(&format!("new {name}"));
        run.run().succeeds();
        assert_eq!(check(&run.path(path)), "no faults\n", "{name}");
        let briefing = fs::read_to_string(run.path(path).join("briefing.yaml")).unwrap();
        assert!(briefing.contains(&format!("\ntitle: {title}\n")), "{name}: {briefing}");
    }
}

#[test]
fn an_empty_folder_is_filled_and_stays_the_one_that_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("my-briefing");
    fs::create_dir(&empty).unwrap();
    let before = fs::metadata(&empty).unwrap().ino();
    let mut new = Command::new(env!("CARGO_BIN_EXE_attache"));
    assert!(new.args(["new", "."]).current_dir(&empty).status().unwrap().success());
    assert_eq!(fs::metadata(&empty).unwrap().ino(), before);
    assert_eq!(check(&empty), "no faults\n");
    let briefing = fs::read_to_string(empty.join("briefing.yaml")).unwrap();
    assert!(briefing.contains("\ntitle: My briefing\n"), "{briefing}");
    let hidden = fs::read_dir(&empty).unwrap().filter(|entry| {
        entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(".attache")
    });
    assert_eq!(hidden.count(), 0);
}

#[test]
fn a_name_may_be_no_utf_8() {
    let folder = tempfile::tempdir().unwrap();
    for (more, path) in [("--single", &b"b\xFFc.yaml"[..]), ("--language=en", b"b\xFFc")] {
        let mut new = Command::new(env!("CARGO_BIN_EXE_attache"));
        let new = new.arg("new").arg(OsStr::from_bytes(b"b\xFFc")).arg(more);
        assert!(new.current_dir(&folder).status().unwrap().success(), "{more}");
        assert_eq!(check(&folder.path().join(OsStr::from_bytes(path))), "no faults\n", "{more}");
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
