//! Ways out while answers of the terminal are under way: nobody else may take them for keys.

use std::time::{Duration, Instant};

use super::answers::NONE;
use super::assert_restored;
use super::keeping::kill;
use super::pace::{Line, SIZE};
use super::tty::Tty;

const PROGRAM: &str = env!("CARGO_BIN_EXE_attache");

/// In the text, begun by a script of a shell that tells what it was typed.
fn under(shell: &str, script: &str, variables: &[(&str, &str)]) -> Line {
    Line::of(Tty::begin(shell, &["-c", script, PROGRAM], SIZE, variables, NONE)).read()
}

/// In the text, with an editor.
fn with_editor(editor: &str) -> Line {
    Line::of(Tty::silent(&["--no-state"], SIZE, &[("EDITOR", editor)])).read()
}

/// Has it draw two frames that do not come through.
fn hold(line: &mut Line, keys: [&str; 2]) {
    for (questions, keys) in (1..).zip(keys) {
        line.tty.send(keys);
        line.wait_for_questions(questions);
    }
}

/// Waits until the screen is given back, which waits for no answer.
#[track_caller]
fn wait_for_the_way_out(line: &mut Line, before: usize) {
    while !String::from_utf8_lossy(&line.tty.bytes[before..]).contains("\x1b[?1049l") {
        line.tty.wait_for_bytes();
    }
    assert_eq!(line.under_way(), 2);
}

const TELLS: &str = "\"$0\" --no-state; read -r line; echo \"typed: $line.\"";

/// What is typed behind the answers is the shell's, and nothing before.
#[test]
fn what_is_answered_after_leaving_is_not_typed_into_the_shell() {
    for answers in ["\x1b[0n\x1b[0n", "\x1b[0n\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c\x1b[0n"]
    {
        let mut line = under("sh", TELLS, &[]);
        hold(&mut line, ["}", "}"]);
        line.tty.send("q");
        wait_for_the_way_out(&mut line, 0);
        line.tty.send(answers).send("mine\n");
        line.through = line.tty.bytes.len();
        line.tty.wait_for("typed: mine.");
        assert_eq!(line.tty.finish(), 0);
        assert_restored(&line.tty);
    }
}

#[test]
fn what_is_answered_after_suspending_is_not_typed_into_the_shell() {
    let script = ["set -m; ", TELLS, "; fg >/dev/null"].concat();
    let mut line = under("bash", &script, &[]);
    hold(&mut line, ["}", "}"]);
    let before = line.tty.bytes.len();
    line.tty.send("\x1a");
    wait_for_the_way_out(&mut line, before);
    line.pass(usize::MAX);
    line.tty.send("mine\n");
    // Whoever has the terminal then is asked anew, and keys are taken.
    while !String::from_utf8_lossy(&line.tty.bytes[before..]).contains("\x1b[c") {
        line.tty.wait_for_bytes();
    }
    assert!(String::from_utf8_lossy(&line.tty.bytes).contains("typed: mine."));
    line.pass_until(|far| far.contains("¶ 3 of"));
    line.tty.send("}");
    line.pass_until(|far| far.contains("¶ 4 of"));
    line.tty.send("q");
    line.pass_all();
    assert_eq!(line.tty.finish(), 0);
    assert_restored(&line.tty);
}

#[test]
fn what_is_answered_after_an_editor_was_called_is_not_typed_into_it() {
    let mut line = with_editor(r#"sh -c 'read -r line; printf "typed: %s." "$line" >"$0"'"#);
    let before = line.tty.bytes.len();
    hold(&mut line, ["a", "x"]);
    line.tty.send("\x05");
    wait_for_the_way_out(&mut line, before);
    line.pass(usize::MAX);
    line.tty.send("mine\n");
    line.pass_until(|far| far.contains("typed: mine."));
    line.tty.send("\x03\x03");
    line.pass_all();
    assert_eq!(line.tty.finish(), 0);
    assert_restored(&line.tty);
}

#[test]
fn what_was_typed_between_the_answers_is_taken_in_its_order() {
    let mut line = with_editor("true");
    hold(&mut line, ["a", "1"]);
    line.through = line.tty.bytes.len();
    // All in one piece, so that all of it is read before the editor is called.
    line.tty.send("\x0523\x1b[0n4\x1b[0n56");
    line.pass_until(|far| far.contains("123456"));
    line.tty.send("\x03\x03");
    line.pass_all();
    assert_eq!(line.tty.finish(), 0);
}

#[test]
fn ctrl_c_ends_the_waiting_for_answers() {
    let mut line = under("sh", "\"$0\" --no-state; echo over", &[]);
    // Both paint the whole screen: what is so large is waited for half a minute.
    hold(&mut line, ["\x0c", "\x0c"]);
    let begun = Instant::now();
    line.tty.send("q");
    wait_for_the_way_out(&mut line, 0);
    line.tty.send("\x03").wait_for("over");
    assert!(begun.elapsed() < Duration::from_secs(20), "nobody ended the waiting");
    assert_eq!(line.tty.finish(), 0);
    assert_restored(&line.tty);
}

/// What was asked to end while it waits does not first open an editor, which may stay for hours.
#[test]
fn a_signal_that_ends_it_waits_for_no_editor() {
    for (signal, code) in [("TERM", 143), ("HUP", 129)] {
        let mut line = with_editor("sh -c 'echo opened; cat'");
        hold(&mut line, ["a", "\x0c"]);
        line.tty.send("\x05");
        wait_for_the_way_out(&mut line, 0);
        kill(&mut line.tty, signal);
        assert_eq!(line.tty.finish(), code, "SIG{signal}");
        assert!(!String::from_utf8_lossy(&line.tty.bytes).contains("opened"));
        assert_restored(&line.tty);
    }
}
