//! A briefing that comes through a pipe, with the keys from the terminal.

use std::fs;

use tempfile::TempDir;

use super::assert_restored;
use super::tty::Tty;
use crate::common::SAMPLE;

/// A folder with a briefing in it, which is the home too.
fn home() -> TempDir {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("my.yaml"), SAMPLE).unwrap();
    home
}

/// A shell that runs `script`, in which `$0` is attache and `$1` the briefing.
fn shell(home: &TempDir, shell: &str, script: &str, editor: &str) -> Tty {
    let file = home.path().join("my.yaml");
    let args = ["-c", script, env!("CARGO_BIN_EXE_attache"), file.to_str().unwrap()];
    let variables = [("HOME", home.path().to_str().unwrap()), ("EDITOR", editor)];
    Tty::run(shell, &args, (120, 40), &variables)
}

fn leave(mut tty: Tty) {
    tty.send("q");
    assert_eq!(tty.finish(), 0);
    assert_restored(&tty);
}

#[test]
fn a_piped_briefing_is_read_with_the_keys_of_the_terminal() {
    for script in [
        "cat \"$1\" | \"$0\"",
        "cat \"$1\" | \"$0\" -",
        "cat \"$1\" | \"$0\" /dev/stdin",
        "\"$0\" <\"$1\"",
        "\"$0\" <(cat \"$1\")",
        // Where the screen cannot be read, the terminal can all the same.
        "cat \"$1\" | \"$0\" >/dev/tty",
    ] {
        let home = home();
        let mut tty = shell(&home, "bash", script, "");
        tty.wait_for("The harbour treaty").wait_for("⏎ read").send("\r").wait_for("¶ 1 of");
        tty.send("}").wait_for("¶ 2 of");
        leave(tty);
    }
}

#[test]
fn without_input_the_keys_are_the_terminals_too() {
    for script in ["\"$0\" </dev/null", "\"$0\" <&-"] {
        let home = home();
        let mut tty = shell(&home, "sh", script, "");
        super::read(&mut tty);
        tty.send("}").wait_for("¶ 2 of");
        leave(tty);
    }
}

#[test]
fn it_cannot_be_read_again_and_says_so() {
    let home = home();
    let mut tty = shell(&home, "sh", "cat \"$1\" | \"$0\"", "");
    tty.wait_for("⏎ read").send("\r}").wait_for("¶ 2 of");
    tty.send("R").wait_for("standard input cannot be read again");
    tty.send("}").wait_for("¶ 3 of");
    leave(tty);
}

#[test]
fn an_editor_has_the_terminal() {
    let editor = r#"sh -c 'if [ -t 0 ]; then printf "at a terminal" >"$0"; fi'"#;
    let home = home();
    let mut tty = shell(&home, "sh", "cat \"$1\" | \"$0\"", editor);
    tty.wait_for("⏎ read").send("\r").wait_for("¶ 1 of");
    tty.send("a").wait_for("note:").send("\x05").wait_for("at a terminal");
    tty.send("\r").wait_for("note saved");
    leave(tty);
}

/// What is left on it belongs to its title.
#[test]
fn it_opens_where_it_was_left() {
    let home = home();
    let mut tty = shell(&home, "sh", "cat \"$1\" | \"$0\"", "");
    tty.wait_for("⏎ read").send("\r}}").wait_for("¶ 3 of");
    leave(tty);
    let mut tty = shell(&home, "sh", "cat \"$1\" | \"$0\" -", "");
    tty.wait_for("¶ 3 of");
    leave(tty);
    // The file is another briefing, whatever its title.
    let mut tty = shell(&home, "sh", "\"$0\" \"$1\"", "");
    tty.wait_for("⏎ read");
    leave(tty);
}

#[test]
fn who_waits_for_a_briefing_can_stop() {
    let mut tty =
        Tty::run("sh", &["-c", "sleep 60 | \"$0\"", env!("CARGO_BIN_EXE_attache")], (120, 40), &[]);
    tty.wait_for("waiting for the end of the briefing").send("\x03");
    // By the signal, as the shell is too.
    assert_ne!(tty.finish(), 0);
}
