//! The line to the terminal: slow, blocked, and broken.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use super::keeping::{Account, kill, leave};
use super::tty::Tty;
use super::{assert_restored, read};

/// Types the parts of a key with 20 ms between them, to a reader that is made for it; again with another if
/// this machine was so busy that it took too long.
fn in_parts(make: impl Fn() -> Tty, parts: &[&str]) -> Tty {
    loop {
        let mut tty = make();
        // No answer of the terminal comes between the parts of a key.
        while tty.bytes_within(Duration::from_millis(200)) > 0 {}
        let quick = parts.iter().enumerate().all(|(at, part)| {
            let before = Instant::now();
            if at > 0 {
                thread::sleep(Duration::from_millis(20));
            }
            tty.send(part);
            before.elapsed() < Duration::from_millis(100)
        });
        if quick {
            return tty;
        }
    }
}

fn bundled() -> Tty {
    let mut tty = Tty::attache(&["--no-state"], (120, 40), &[]);
    read(&mut tty);
    tty
}

#[test]
fn a_key_in_parts_is_one_key() {
    // The help stays, and goes on; so with a page of it.
    let help = || {
        let mut tty = bundled();
        tty.send("?").wait_for("One line down");
        tty
    };
    let mut tty = in_parts(help, &["\x1b", "[F"]);
    tty.wait(|screen| !screen.contains("One line down") && screen.contains("Esc"), "the end");
    tty.send("\x03");
    assert_eq!(tty.finish(), 0);
    // In a note, Alt-Enter.
    let note = || {
        let mut tty = bundled();
        tty.send("a").wait_for("note:").send("first").wait_for("first");
        tty
    };
    let mut tty = in_parts(note, &["\x1b", "\r"]);
    tty.send("second").wait_for("second");
    assert!(tty.screen().contains("first"), "{}", tty.screen());
    tty.send("\x03\x03");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn escape_and_a_key_in_one_packet_are_both_taken() {
    let mut tty = bundled();
    tty.send("?").wait_for("One line down");
    tty.send("\x1b}").wait(
        |screen| !screen.contains("One line down") && screen.contains("¶ 2 of"),
        "the next paragraph, without the help",
    );
    tty.send("?").wait_for("One line down");
    tty.send("\x1b\x1b[B").wait(|screen| !screen.contains("One line down"), "the text");
    leave(tty);
}

#[test]
fn late_answers_in_pieces_are_no_keys() {
    let mut tty = bundled();
    // A machine that is busy may draw a frame in several parts.
    while tty.bytes_within(Duration::from_millis(500)) > 0 {}
    let before = rows(&tty.screen());
    leave(tty);
    for answer in [
        "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
        "\x1b]10;rgb:ffff/ffff/ffff\x07",
        "\x1bP>|XTerm(390)\x1b\\",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b[?62;22c",
        "\x1b[>41;390;0c",
        "\x1b[1;5R",
        "\x1b[?2026;2$y",
        "\x1b[<0;10;10M",
    ] {
        let mut tty = bundled();
        // No other answer comes between the parts of one.
        while tty.bytes_within(Duration::from_millis(200)) > 0 {}
        // Each begins with a piece that can be no key of its own.
        let (begin, rest) = answer.split_at(3);
        let (middle, end) = rest.split_at(rest.len() / 2);
        for piece in [begin, middle, end] {
            tty.send(piece);
            thread::sleep(Duration::from_millis(200));
        }
        // What a key does is seen before the next is: all that came before has done nothing.
        tty.send("}").wait_for("¶ 2 of");
        tty.send("{").wait(|screen| rows(screen) == before, answer);
        leave(tty);
    }
}

/// A screen's rows, without the blanks at their ends: they may be written or not.
pub(super) fn rows(screen: &str) -> Vec<String> {
    screen.lines().map(|row| row.trim_end().to_owned()).collect()
}

/// How a reader ends whose terminal is hung up; the shell that waits for it ignores SIGHUP, and tells
/// nobody.
#[test]
fn a_terminal_that_is_gone_ends_it_whoever_ignores_the_signal() {
    let account = Account::new();
    let home = account.home().to_str().unwrap();
    let code = account.home().join("code");
    let script = "trap '' HUP; \"$0\"; echo $? >\"$1.part\"; mv \"$1.part\" \"$1\"";
    let args = ["-c", script, env!("CARGO_BIN_EXE_attache"), code.to_str().unwrap()];
    let mut tty = Tty::run("sh", &args, (120, 40), &[("HOME", home)]);
    read(&mut tty);
    // The help comes up after the lines.
    tty.send("jjj?").wait_for("One line down");
    tty.hang_up();
    tty.code();
    // As it does by SIGHUP.
    assert_eq!(fs::read_to_string(code).unwrap(), "129\n");
    assert_eq!(account.count("SELECT line FROM place"), 3);
}

#[test]
fn a_terminal_that_is_gone_while_the_editor_has_it_takes_nothing_along() {
    let account = Account::new();
    let home = account.home().to_str().unwrap();
    let code = account.home().join("code");
    let script = "trap '' HUP; \"$0\"; echo $? >\"$1.part\"; mv \"$1.part\" \"$1\"";
    let args = ["-c", script, env!("CARGO_BIN_EXE_attache"), code.to_str().unwrap()];
    // It ends as its terminal does.
    let editor = r#"sh -c 'printf "saved" >"$0"; echo opened; cat'"#;
    let mut tty = Tty::run("sh", &args, (120, 40), &[("HOME", home), ("EDITOR", editor)]);
    read(&mut tty);
    tty.send("jja").wait_for("note:").send("\x05").wait_for("opened");
    tty.hang_up();
    tty.code();
    assert_eq!(fs::read_to_string(code).unwrap(), "129\n");
    assert_eq!(account.count("SELECT count(*) FROM draft WHERE text = 'saved'"), 1);
    assert_eq!(account.count("SELECT line FROM place"), 2);
}

/// Blocks a terminal that answers nothing, so that nothing is awaited of it, and makes the reader draw more than
/// it has room for.
fn block(account: &Account, tty: &mut Tty) {
    tty.block(true);
    // Each is the whole screen, some 4,500 bytes, and Linux takes some 22,000. None is painted together with
    // the next: the theme is on the disk before that.
    for theme in ["light", "mono", "dark"].repeat(4) {
        tty.send("\x0cT");
        let saved =
            format!("SELECT count(*) FROM setting WHERE name = 'theme' AND value = '{theme}'");
        await_count_unseen(account, &saved);
    }
}

/// Waits until the query counts something, while nobody takes what is written to the terminal.
#[track_caller]
fn await_count_unseen(account: &Account, query: &str) {
    let end = Instant::now() + Duration::from_secs(30);
    while account.count(query) == 0 {
        assert!(Instant::now() < end, "nothing is kept of {query}");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_blocked_terminal_keeps_no_signal_waiting() {
    for (signal, code) in [("TERM", 143), ("HUP", 129)] {
        let account = Account::new();
        let mut tty = account.begin_silent();
        tty.send("aA note.").wait_for("A note.").send("\r").wait_for("note saved");
        block(&account, &mut tty);
        kill(&mut tty, signal);
        // Nobody has read a byte meanwhile.
        assert_eq!(tty.code(), code, "SIG{signal}");
        tty.block(false).finish();
        assert!(tty.bytes.contains(&0x18), "it was not blocked");
        assert_restored(&tty);
        assert_eq!(account.count("SELECT count(*) FROM note WHERE text = 'A note.'"), 1);
    }
}

#[test]
fn no_key_waits_for_a_blocked_terminal() {
    let account = Account::new();
    let mut tty = account.begin_silent();
    block(&account, &mut tty);
    tty.send("}}}H");
    // It is on the disk before anything is on the screen.
    await_count_unseen(&account, "SELECT count(*) FROM setting WHERE name = 'hyphens'");
    // And then the terminal goes on, with the newest.
    tty.block(false).wait_for("¶ 4 of");
    leave(tty);
}

#[test]
fn a_blocked_terminal_keeps_nobody_who_leaves() {
    let account = Account::new();
    let mut tty = account.begin_silent();
    block(&account, &mut tty);
    tty.send("q");
    assert_eq!(tty.code(), 0);
    tty.block(false).finish();
    assert_restored(&tty);
}
