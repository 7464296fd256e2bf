//! Paths that lead nowhere, or to something that is no briefing.

use super::SMALL;
use super::run::{Run, attache};

const HELP: &str =
    "give the path of a briefing: a YAML file, or a folder with a briefing.yaml in it";

/// Every command that reads says the same of the path `p`, with the remedy.
#[track_caller]
fn check(prepare: fn(Run) -> Run, sentence: &str) {
    for args in ["p", "print p", "list p"] {
        prepare(attache(args)).run().fails(&format!("p: {sentence} ({HELP})"));
    }
    let out = format!("p: error[no-briefing]: {sentence}\n  = help: {HELP}\n\n1 error\n");
    prepare(attache("check p")).run().ends(1, &out, "");
}

#[test]
fn nothing_there() {
    check(|run| run, "there is nothing at this path");
}

#[test]
fn a_command_that_is_misspelt() {
    for (word, command) in
        [("lst", "list"), ("chek", "check"), ("note", "notes"), ("prinnt", "print")]
    {
        let sentence = format!("{word}: there is nothing at this path ({HELP})");
        let meant = format!("; did you mean the command, attache {command}?");
        attache(word).run().fails(&(sentence + &meant));
    }
}

#[test]
fn an_empty_folder() {
    check(|run| run.folder("p"), "there is no briefing in this folder");
}

#[test]
fn a_folder_that_is_no_briefing() {
    check(
        |run| run.file("p/readme.txt", "hello").file("p/other.yaml", "a: b\n"),
        "there is no briefing in this folder",
    );
}

#[test]
fn neither_a_file_nor_a_folder() {
    attache("/dev/null")
        .run()
        .fails(&format!("/dev/null: this is neither a file nor a folder ({HELP})"));
}

#[test]
fn a_file_that_is_not_utf8() {
    let run = |args: &str| {
        attache(args).file(
            "latin.yaml",
            b"format: 1\ntitle: \"caf\xE9\"\nsections: [{id: a, title: A, body: [{text: A}]}]\n",
        )
    };
    let done = run("print latin.yaml").run();
    assert!(done.out().starts_with("caf\u{fffd}\n"), "{done:?}");
    let out = "\
latin.yaml:2:12: error[encoding]: this is not UTF-8
  |
2 | title: \"caf\u{fffd}\"
  |            ^
  = help: save the file as UTF-8

1 error
";
    run("check latin.yaml").run().ends(1, out, "");
}

#[test]
fn an_empty_file() {
    let run = |args: &str| attache(args).file("empty.yaml", "");
    run("print empty.yaml")
        .run()
        .fails("empty.yaml:1:1: the file is empty, or all of it is comments");
}

/// A folder in a file's place cannot be read by anybody, not even by root.
#[test]
fn a_file_that_cannot_be_read() {
    let run = |args: &str| attache(args).file("b/briefing.yaml", SMALL).folder("b/actors.yaml");
    let out = "\
b/actors.yaml: error[unreadable]: this must be a file, and it is a folder
  = help: put a YAML file in its place, or remove it

1 error
";
    run("check b").run().ends(1, out, "");
    let err = "attache: b: its files have faults, and some of it may be missing; \
               attache check lists them\n";
    let done = run("print b").run();
    done.ends(1, done.out(), err);
    assert!(done.out().contains("Hello there."), "{done:?}");
}

#[test]
fn a_name_never_reaches_the_terminal_raw() {
    let name = "a\nb\u{1b}]0;x\u{7}\u{9b}31m\u{202e}";
    let safe = "a\u{240a}b\u{241b}]0;x\u{2407}\u{fffd}31m\u{fffd}";
    for args in ["", "print", "list"] {
        let sentence = format!("{safe}: there is nothing at this path ({HELP})");
        attache(args).arg(name).run().fails(&sentence);
    }
    let out = format!("{safe}: error[no-briefing]: there is nothing at this path\n");
    attache("check --format short").arg(name).run().ends(1, &out, "");
    let run = attache("list").arg(name).file(format!("{name}/briefing.yaml"), SMALL).run();
    assert!(run.succeeds().starts_with(&format!("{safe}  A small title\n")), "{run:?}");
    let section = format!("there is no section {safe} in small; its sections are one, two");
    let run = attache("print small.yaml --section").arg(name);
    run.file("small.yaml", SMALL).run().fails(&section);
}

#[cfg(target_os = "linux")] // other systems have no such names
#[test]
fn a_name_that_is_not_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let name = OsStr::from_bytes(b"caf\xE9.yaml");
    attache("print").arg(name).file(name, SMALL).run().succeeds();
    let sentence = format!("caf\u{fffd}.yaml: there is nothing at this path ({HELP})");
    attache("print").arg(name).run().fails(&sentence);
}
