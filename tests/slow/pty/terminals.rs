//! Terminals that lack something, and what terminals say of themselves.

use super::answers::{ALL, NONE, PRESENCE, WITH_MARGINS};
use super::keeping::kill;
use super::read;
use super::tty::Tty;

/// What ends each control sequence (ECMA-48 5.4), and the numbers of the DEC private modes.
fn sent(tty: &Tty) -> (String, Vec<String>) {
    let bytes = String::from_utf8_lossy(&tty.bytes).into_owned();
    let (mut commands, mut modes) = (String::new(), Vec::new());
    for rest in bytes.split("\x1b[").skip(1) {
        let end = rest.find(|c: char| c.is_ascii_alphabetic()).unwrap();
        commands.push_str(&rest[end..=end]);
        modes.extend(rest[..end].strip_prefix('?').map(str::to_owned));
    }
    (commands, modes)
}

#[test]
fn a_console_is_sent_what_it_has() {
    let check = |term: &str, commands: &str, modes: &[&str], colours: bool| {
        let mut tty = Tty::attache(&[], (100, 30), &[("TERM", term)]);
        tty.wait_for("read")
            .send("\r")
            .wait_for("para 1 of")
            .send("jjjjjjjj}}}")
            .wait_for("para 4 of");
        tty.send("kkkk dduub]").wait_for("A question of attention").send("G").wait_for("100%");
        assert!(tty.bytes.is_ascii(), "{term}");
        tty.send("q");
        assert_eq!(tty.finish(), 0);
        let (commands_sent, modes_set) = sent(&tty);
        assert!(commands_sent.chars().all(|c| commands.contains(c)), "{term}: {commands_sent}");
        assert!(
            modes_set.iter().all(|mode| modes.contains(&mode.as_str())),
            "{term}: {modes_set:?}"
        );
        let bytes = String::from_utf8_lossy(&tty.bytes).into_owned();
        assert!(!bytes.contains("\x1b]"), "{term}: a string");
        assert_eq!(bytes.contains("36m"), colours, "{term}");
        assert_eq!(tty.screen().trim(), "", "{term}: what was read is left there");
    };
    check("linux", "HJKmrBCEGXdLMhlnc", &["25", "7"], true);
    check("vt220", "HJKmrBCXLMhlnc", &["25", "7"], false);
    check("vt100", "HJKmrBChlnc", &["7"], false);
}

/// A reader in a terminal that does not tell what it is before the test does.
fn unknown(args: &[&str], variables: &[(&str, &str)]) -> Tty {
    let program = env!("CARGO_BIN_EXE_attache");
    let mut tty = Tty::begin(program, args, (100, 30), variables, PRESENCE);
    asked(&mut tty);
    tty
}

/// Waits until it has asked for the background, and then whether it is who it says.
fn asked(tty: &mut Tty) {
    tty.wait_for("read");
    while !String::from_utf8_lossy(&tty.bytes).contains("\x1b]11;?\x1b\\\x1b[c") {
        tty.bytes_within(std::time::Duration::from_millis(10));
    }
}

/// Whether it wrote in the colours of the theme for a dark background, and in those for a light one, after
/// `from` bytes.
fn themes(tty: &Tty, from: usize) -> (bool, bool) {
    let bytes = String::from_utf8_lossy(&tty.bytes[from..]).into_owned();
    (bytes.contains("38;5;183m"), bytes.contains("38;5;55m"))
}

const WHITE: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";

#[test]
fn the_theme_is_that_of_the_background() {
    let check = |answers: &[&str], variables: &[(&str, &str)], args: &[&str], light: bool| {
        let mut tty = unknown(args, variables);
        for answer in answers {
            tty.send(answer);
        }
        let is_told = |(dark, is_light): (bool, bool)| if light { is_light } else { dark };
        while !is_told(themes(&tty, 0)) {
            tty.bytes_within(std::time::Duration::from_millis(10));
        }
        // Whatever came, no key was made of it.
        let before = tty.bytes.len();
        tty.send("\r").wait_for("¶ 1 of").send("\x0c").send("}").wait_for("¶ 2 of");
        assert_eq!(themes(&tty, before), (!light, light), "{answers:?}");
        tty.send("q");
        assert_eq!(tty.finish(), 0);
    };
    let da1 = "\x1b[?62;22c";
    check(&[WHITE, da1], &[], &[], true);
    check(&["\x1b]11;rgb:ff/f", "f/ff\x07", da1], &[], &[], true);
    check(&["\x1b]11;rgba:ffff/ffff/ffff/0000\x1b\\", da1], &[], &[], true);
    check(&["\x1b]11;#fdf6e3\x1b\\", da1], &[], &[], true);
    check(&["\x1b]11;rgb:0000/2b2b/3636\x1b\\", da1], &[], &[], false);
    // None; and what is no colour.
    check(&[da1], &[], &[], false);
    check(&[], &[], &[], false);
    check(&["\x1b]11;mauve\x1b\\", da1], &[], &[], false);
    // The terminal knows it better than a variable that somebody else has set.
    check(&["\x1b]11;rgb:1e/1e/2e\x1b\\", da1], &[("COLORFGBG", "0;15")], &[], false);
    check(&[da1], &[("COLORFGBG", "0;15")], &[], true);
}

#[test]
fn a_late_answer_is_heard_and_a_choice_is_kept() {
    let mut tty = unknown(&[], &[]);
    tty.send("\r").wait_for("¶ 1 of").send("}}}").wait_for("¶ 4 of");
    let before = tty.bytes.len();
    tty.send(WHITE).wait(|_| true, "anything");
    while !themes(&tty, before).1 {
        tty.bytes_within(std::time::Duration::from_millis(10));
    }
    // Now the reader has chosen.
    tty.send("T").wait_for("mono").send("\x1b]11;rgb:0/0/0\x1b\\").send("\x0c}").wait_for("¶ 5 of");
    let before = tty.bytes.len();
    tty.send("\x0c}").wait_for("¶ 6 of");
    assert_eq!(themes(&tty, before), (false, false));
    tty.send("q");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn who_has_chosen_is_not_asked_for_the_background() {
    for (args, term) in
        [(&["--theme", "dark"][..], "xterm-256color"), (&[], "linux"), (&[], "screen")]
    {
        let mut tty = Tty::attache(args, (100, 30), &[("TERM", term)]);
        tty.wait_for("read").send("\r").wait_for("1 of").send("q");
        assert_eq!(tty.finish(), 0);
        assert!(!String::from_utf8_lossy(&tty.bytes).contains("\x1b]11"), "{term}");
    }
}

/// Only who says so has left and right margins; and whoever was asked has none of them afterwards.
#[test]
fn margins_are_used_where_the_terminal_has_them_and_reset_on_every_way_out() {
    let check = |answers, term: &str, leave: &str, code: u32, [asked, used]: [bool; 2]| {
        let program = env!("CARGO_BIN_EXE_attache");
        let args = ["--no-state"];
        let mut tty = Tty::begin(program, &args, (120, 40), &[("TERM", term)], answers);
        read(&mut tty);
        // By so many lines that the pane scrolls.
        tty.send("}}}}").wait_for("¶ 5 of");
        for _ in 0..30 {
            tty.send("j").bytes_within(std::time::Duration::from_millis(10));
        }
        tty.send("}").wait(|screen| !screen.contains("¶ 5 of"), "another paragraph");
        match leave.strip_prefix("kill -") {
            Some(signal) => kill(&mut tty, signal),
            None => _ = tty.send(leave),
        }
        assert_eq!(tty.finish(), code, "{leave}");
        let bytes = String::from_utf8_lossy(&tty.bytes).into_owned();
        let has = [bytes.contains("\x1b[?69$p"), bytes.contains("\x1b[?69h")];
        assert_eq!(has, [asked, used], "{term}, left by {leave:?}");
        let (screen, reset) = (bytes.rfind("\x1b[?1049l"), bytes.rfind("\x1b[?69l"));
        assert_eq!(reset.is_some(), asked, "{term}");
        assert!(reset <= screen && reset >= bytes.rfind("\x1b[?69h"), "{term}, left by {leave:?}");
    };
    for (leave, code) in [("q", 0), ("\x03", 0), ("kill -TERM", 143), ("kill -HUP", 129)] {
        check(WITH_MARGINS, "xterm-256color", leave, code, [true, true]);
    }
    check(ALL, "xterm-256color", "q", 0, [true, false]);
    check(PRESENCE, "xterm-256color", "q", 0, [true, false]);
    check(NONE, "xterm-256color", "q", 0, [true, false]);
    // It is not asked, whatever it would say.
    check(WITH_MARGINS, "st-256color", "q", 0, [false, false]);
}

/// What looks like an answer may have been typed, or be another program's.
#[test]
fn margins_are_not_used_because_of_an_answer_that_nobody_asked_for() {
    for term in ["st-256color", "xterm-256color"] {
        let mut tty = Tty::attache(&["--no-state"], (120, 40), &[("TERM", term)]);
        read(&mut tty);
        tty.send("\x1b[?69;2$y").send("}}}}").wait_for("¶ 5 of");
        for _ in 0..30 {
            tty.send("j").bytes_within(std::time::Duration::from_millis(10));
        }
        tty.send("q");
        assert_eq!(tty.finish(), 0);
        assert!(!String::from_utf8_lossy(&tty.bytes).contains("\x1b[?69h"), "{term}");
    }
}
