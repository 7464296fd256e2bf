//! Standard outputs that are closed, full, or listened to only for a while.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use super::run::{Run, attache};
use super::{FAULTY, SMALL};

/// Reads one line of what a run prints and closes the pipe: the run must end with `code` and say
/// nothing about it.
#[track_caller]
fn head(run: &Run, code: i32) {
    let mut command = run.command();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    drop(out);
    let mut complaint = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
    assert_eq!((complaint.as_str(), child.wait().unwrap().code()), ("", Some(code)));
}

#[test]
fn a_listener_that_leaves_is_no_failure() {
    head(&attache("print"), 0);
    head(&attache("print --format markdown"), 0);
    head(&attache("print --format json"), 0);
    head(&attache("list"), 0);
    head(&attache("man"), 0);
    head(&attache("completions bash"), 0);
    head(&attache("--help"), 0);
}

/// Far more than a pipe holds, so that the program is in the middle of it.
#[test]
fn a_listener_that_leaves_in_the_middle_is_no_failure() {
    let mut big = "format: 1\ntitle: Big\nsections:\n- id: s\n  title: S\n  body:\n".to_owned();
    for n in 0..4000 {
        let _ = writeln!(big, "  - text: Paragraph {n} with some words to fill a line or two.");
    }
    head(&attache("print big.yaml").file("big.yaml", big), 0);
}

/// The faults are there all the same.
#[test]
fn a_listener_that_leaves_does_not_mend_the_faults() {
    let mut many = FAULTY.to_owned();
    for n in 0..2000 {
        let _ = writeln!(many, "wrong{n}: 1");
    }
    head(&attache("check many.yaml").file("many.yaml", many), 1);
}

#[cfg(target_os = "linux")] // the device is Linux's
#[test]
fn a_full_disk_is_told() {
    // The first fails in the middle of what it prints, the others at its end.
    for args in [
        "print",
        "small.yaml",
        "print small.yaml --format markdown",
        "print small.yaml --format json",
        "list small.yaml",
        "check faulty.yaml",
        "man",
        "completions bash",
        "--help",
        "--version",
    ] {
        let run = attache(args).file("faulty.yaml", FAULTY).file("small.yaml", SMALL);
        run.run_into("/dev/full").fails("the output cannot be written: no space left on device");
    }
}
