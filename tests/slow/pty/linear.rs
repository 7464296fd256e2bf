//! A dialogue of plain lines, in a terminal that can do nothing else.

use std::fs;

use tempfile::TempDir;

use super::tty::Tty;
use crate::common::SAMPLE;

/// A folder with a briefing in it, which is the home too.
fn home() -> TempDir {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("my.yaml"), SAMPLE).unwrap();
    home
}

fn attache(home: &TempDir, arguments: &[&str]) -> Tty {
    let file = home.path().join("my.yaml");
    let mut all = arguments.to_vec();
    all.push(file.to_str().unwrap());
    let variables = [("HOME", home.path().to_str().unwrap()), ("TERM", "dumb")];
    Tty::attache(&all, (100, 60), &variables)
}

/// Nothing but words and ends of lines ever goes out.
#[track_caller]
fn assert_plain(tty: &Tty) {
    let drives = |byte: &&u8| byte.is_ascii_control() && !b"\r\n\t".contains(byte);
    assert_eq!(tty.bytes.iter().find(drives), None, "{:?}", String::from_utf8_lossy(&tty.bytes));
}

#[test]
fn a_dialogue_reads_follows_and_keeps_the_place() {
    let home = home();
    let mut tty = attache(&home, &["--linear"]);
    tty.wait_for("quit leaves").wait_for("> ").send("\n").wait_for("Ada Marsh [1]");
    tty.send("3\n").wait_for("On the quay.").send("back\n").wait_for("Back in the text");
    tty.send("\n").wait_for("A second paragraph");
    tty.send("note Dues are due\n").wait_for("note saved");
    tty.send("quit\n");
    assert_eq!(tty.finish(), 0);
    assert_plain(&tty);

    let mut tty = attache(&home, &["--linear"]);
    tty.wait_for("paragraph 2 of 7").wait_for("Your note: Dues are due");
    // The end of the input leaves too.
    tty.send("\x04");
    assert_eq!(tty.finish(), 0);
    assert_plain(&tty);
}

#[test]
fn what_is_being_written_is_given_up_and_the_dialogue_is_left() {
    let home = home();
    let mut tty = attache(&home, &["--linear"]);
    tty.wait_for("> ").send("\n").wait_for("Ada Marsh [1]");
    tty.send("search\n").wait_for("Search for what?").send("\x03").wait_for("Given up.");
    tty.send("where\n").wait_for("paragraph 1 of 7");
    // A line half written is the terminal's to throw away.
    tty.send("sea\x03").wait_for("Ctrl-c once more leaves").send("\x03");
    assert_eq!(tty.finish(), 130);
    assert_plain(&tty);
}

#[test]
fn signals_end_it() {
    for (signal, code) in [("TERM", 143), ("HUP", 129)] {
        let home = home();
        let mut tty = attache(&home, &["--linear"]);
        tty.wait_for("> ").send("\n\n").wait_for("A second paragraph");
        let id = tty.child.process_id().unwrap().to_string();
        let kill = ["-c", &format!("kill -{signal} {id}")];
        assert!(std::process::Command::new("sh").args(kill).status().unwrap().success());
        assert_eq!(tty.finish(), code, "SIG{signal}");
        let mut tty = attache(&home, &["--linear"]);
        tty.wait_for("paragraph 2 of 7").send("q\n");
        assert_eq!(tty.finish(), 0);
    }
}

#[test]
fn it_is_stopped_and_comes_back() {
    let home = home();
    let script = "set -m; \"$0\" --linear \"$1\"; echo stopped; fg >/dev/null; echo over";
    let file = home.path().join("my.yaml");
    let arguments = ["-c", script, env!("CARGO_BIN_EXE_attache"), file.to_str().unwrap()];
    let variables = [("HOME", home.path().to_str().unwrap()), ("TERM", "dumb")];
    let mut tty = Tty::run("sh", &arguments, (100, 60), &variables);
    tty.wait_for("> ").send("\x1a").wait_for("stopped");
    tty.send("\n").wait_for("Ada Marsh [1]").send("q\n").wait_for("over");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn a_restricted_dialogue_does_not_stop() {
    let home = home();
    let mut tty = attache(&home, &["--linear", "--restricted"]);
    tty.wait_for("> ").send("\x1a").wait_for("leads to no other program");
    tty.send("\n").wait_for("Ada Marsh [1]").send("q\n");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn a_briefing_from_a_pipe_is_read_with_the_lines_of_the_terminal() {
    let home = home();
    let file = home.path().join("my.yaml");
    let script = "cat \"$1\" | \"$0\" --linear -";
    let arguments = ["-c", script, env!("CARGO_BIN_EXE_attache"), file.to_str().unwrap()];
    let mut tty = Tty::run("sh", &arguments, (100, 60), &[("TERM", "dumb")]);
    tty.wait_for("> ").send("\n").wait_for("Ada Marsh [1]").send("q\n");
    assert_eq!(tty.finish(), 0);
    assert_plain(&tty);
}

#[test]
fn a_file_in_place_of_lines_is_told_of_before_anything_is_read() {
    let home = home();
    let file = fs::File::open(home.path().join("my.yaml")).unwrap();
    let attache = std::process::Command::new(env!("CARGO_BIN_EXE_attache"))
        .arg("--linear")
        .env("HOME", home.path())
        .stdin(file)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(attache.stdout).unwrap(), "");
    assert!(String::from_utf8(attache.stderr).unwrap().contains("format: 1 is no word of it"));
    assert_eq!(attache.status.code(), Some(1));
}

#[test]
fn a_dumb_terminal_is_told_of_it() {
    // So is one without a name.
    for term in ["dumb", ""] {
        let home = home();
        let file = home.path().join("my.yaml");
        let variables = [("HOME", home.path().to_str().unwrap()), ("TERM", term)];
        let mut tty = Tty::attache(&[file.to_str().unwrap()], (100, 60), &variables);
        assert_eq!(tty.finish(), 0, "{term}");
        let last = tty.screen().trim_end().lines().next_back().map(str::to_owned);
        assert_eq!(
            last.as_deref(),
            Some("To read it a step at a time, with links and notes: attache --linear"),
            "{term}"
        );
        assert_plain(&tty);
    }
}

/// A shell runs it in a pipe that nobody reads, waits until that is full, and ends it by a signal; the
/// exit code of the whole is its own.
#[test]
fn what_nobody_takes_keeps_no_signal_waiting() {
    let home = home();
    let file = home.path().join("my.yaml");
    let script = "mkfifo full lines; exec 3<>full; yes contents >lines & \
                  \"$0\" --linear \"$1\" <lines >full & id=$!; sleep 1; kill -TERM $id; wait $id; echo ended $?";
    let arguments = ["-c", script, env!("CARGO_BIN_EXE_attache"), file.to_str().unwrap()];
    let command = std::process::Command::new("sh")
        .args(arguments)
        .current_dir(home.path())
        .env("HOME", home.path())
        .output();
    assert_eq!(String::from_utf8(command.unwrap().stdout).unwrap(), "ended 143\n");
}
