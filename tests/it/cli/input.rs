//! Briefings that come through the standard input and other pipes.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};

use super::run::{Done, Run, attache};
use super::{FAULTY, SMALL};

/// The first line of what is printed of the bundled briefing.
const BUNDLED: &str = "What South Korea needs after the Russia–North Korea treaty\n";

/// What comes of a run with this on its standard input.
fn piped(run: &Run, input: &str) -> Done {
    let mut child = (run.command().stdin(Stdio::piped()).stdout(Stdio::piped()))
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // So little that the pipe takes it whole; who reads none of it may have gone.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    Done::new(&child.wait_with_output().unwrap())
}

#[test]
fn a_piped_briefing_is_read() {
    for args in ["", "-", "/dev/stdin", "print", "print -", "print /dev/stdin"] {
        let done = piped(&attache(args), SMALL);
        let bundled = args == "print";
        assert_eq!(done.succeeds().starts_with("A small title\n"), !bundled, "{args}");
        assert_eq!(done.out().starts_with(BUNDLED), bundled, "{args}");
    }
}

#[test]
fn a_file_is_read_too() {
    for args in ["", "-", "/dev/stdin"] {
        let run = attache(args).file("small.yaml", SMALL);
        let file = std::fs::File::open(run.path("small.yaml")).unwrap();
        let done = Done::new(&run.command().stdin(file).output().unwrap());
        assert!(done.succeeds().starts_with("A small title\n"), "{args}");
    }
}

#[test]
fn without_input_the_bundled_briefing_is_read() {
    assert!(attache("").run().succeeds().starts_with(BUNDLED));
    assert!(piped(&attache(""), "").succeeds().starts_with(BUNDLED));
    assert!(piped(&attache("--theme dark"), "").succeeds().starts_with(BUNDLED));
    let run = attache("");
    let closed = |redirection: &str| {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("exec \"$0\" {redirection}"), env!("CARGO_BIN_EXE_attache")]);
        shell.env("LANG", "C.UTF-8").env("HOME", run.path(""));
        Done::new(&shell.output().unwrap())
    };
    assert!(closed("<&-").succeeds().starts_with(BUNDLED));
    assert!(closed("0>/dev/null").succeeds().starts_with(BUNDLED));
}

#[test]
fn what_was_asked_for_and_is_empty_is_a_fault() {
    for args in ["-", "/dev/stdin", "print -", "list -", "notes -"] {
        piped(&attache(args), "")
            .fails("standard input:1:1: the file is empty, or all of it is comments");
    }
    piped(&attache(""), "\n")
        .fails("standard input:1:1: the file is empty, or all of it is comments");
}

#[test]
fn faults_are_told_with_their_places() {
    let out = "standard input:6:5: error[unknown-key]: a section has no key `bdoy`\n";
    piped(&attache("check --format short -"), FAULTY).ends(1, out, "");
    piped(&attache("check -"), SMALL).prints("no faults\n");
    // It has been read by then.
    let out = format!(
        "{out}standard input:1:1: error[empty]: the file is empty, or all of it is comments\n"
    );
    piped(&attache("check --format short - -"), FAULTY).ends(1, &out, "");
}

#[test]
fn what_is_no_briefing_is_named() {
    let help = "write a briefing of what is in it: a YAML file that begins with `format: 1` and \
                `title: ...`; docs/format.md, which comes with attache, says how";
    let import = "make one of it: attache import FILE -o FOLDER";
    let sentence = format!("standard input: this is Markdown, not a briefing ({import})");
    for args in ["", "-", "print -"] {
        piped(&attache(args), "# A heading\n\nSome words.\n").fails(&sentence);
    }
    let run = attache("book.yaml").file("book.yaml", "%PDF-1.7\n");
    run.run().fails(&format!("book.yaml: this is a PDF document, not a briefing ({help})"));
}

/// Without a name of a file it has its title.
#[test]
fn its_id_is_made_of_its_title() {
    let list = |title: &str| {
        let text = SMALL.replace("A small title", title);
        let done = piped(&attache("list -"), &text);
        done.succeeds().lines().next().unwrap().to_owned()
    };
    assert_eq!(list("A small title"), "piped/a-small-title  A small title");
    assert_eq!(list("../../A, “small” – title"), "piped/a-small-title  ../../A, “small” – title");
    assert_eq!(list("북러 조약"), "piped/북러-조약  북러 조약");
}

#[test]
fn a_pipe_in_the_place_of_a_file_is_read() {
    let bash = |args: &str| {
        let run = attache("").file("small.yaml", SMALL);
        let mut shell = Command::new("bash");
        let script = format!("exec \"$0\" {args} <(cat small.yaml)");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_attache")]).stdin(Stdio::null());
        shell.env("LANG", "C.UTF-8").env("HOME", run.path("")).current_dir(run.path(""));
        Done::new(&shell.output().unwrap())
    };
    assert!(bash("").succeeds().starts_with("A small title\n"));
    assert!(bash("print").succeeds().starts_with("A small title\n"));
    bash("check").prints("no faults\n");
}

#[test]
fn a_silent_pipe_is_not_waited_for_without_a_word() {
    let waiting = "waiting for the end of the briefing on standard input;";
    let bundled = "Ctrl-C stops attache, and attache </dev/null opens the bundled briefing";
    let typed = "Ctrl-D ends what is typed, Ctrl-C stops attache";
    let runs = [("", bundled, BUNDLED), ("check -", typed, "standard")];
    // All wait at the same time.
    let runs = runs.map(|(args, remedy, out)| {
        let run = attache(args);
        let mut command = run.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        (command.spawn().unwrap(), run, remedy, out)
    });
    for (mut child, _run, remedy, out) in runs {
        let mut said = String::new();
        BufReader::new(child.stderr.take().unwrap()).read_line(&mut said).unwrap();
        assert_eq!(said, format!("attache: {waiting} {remedy}\n"));
        drop(child.stdin.take());
        let mut printed = String::new();
        child.stdout.take().unwrap().read_to_string(&mut printed).unwrap();
        assert!(printed.starts_with(out), "{printed}");
        child.wait().unwrap();
    }
}

/// Who is let in to read one briefing gives no other.
#[test]
fn a_restricted_reader_reads_what_it_was_given() {
    assert!(piped(&attache("--restricted"), SMALL).succeeds().starts_with(BUNDLED));
    let run = attache("").env("ATTACHE_RESTRICTED", "1");
    assert!(piped(&run, SMALL).succeeds().starts_with(BUNDLED));
    let run = attache("").env("ATTACHE_RESTRICTED", "");
    assert!(piped(&run, SMALL).succeeds().starts_with("A small title\n"));
    assert!(piped(&attache("--restricted -"), SMALL).succeeds().starts_with("A small title\n"));
}

#[test]
fn a_readers_name_can_be_kept_under() {
    let refused = |name: &str, why: &str| {
        let done = attache("--reader").arg(name).run();
        let sentence = format!("error: invalid value '{name}' for '--reader <NAME>': {why}\n");
        assert!(done.err().starts_with(&sentence), "{done:?}");
        done.ends(2, "", done.err());
    };
    refused(&"é".repeat(34), "this name is too long to keep anything under; take a shorter one");
    attache("--reader").arg("é".repeat(33)).run().succeeds();
    let done = attache("--reader").arg("").run();
    assert!(done.err().contains("name"), "{done:?}");
    assert_ne!(done.err(), "");
}
