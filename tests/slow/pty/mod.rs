//! The reader as a person meets it: the real binary in a real terminal.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod ahead;
mod answers;
mod config;
mod edit_file;
mod keeping;
mod line;
mod linear;
mod pace;
mod piped;
mod restricted;
mod terminals;
mod tty;
mod unsaved;
mod watch;
mod ways_out;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::time::Duration;

pub(crate) use tty::Tty;

const TITLE: &str = "What the treaty says";

fn bundled() -> Tty {
    let mut tty = Tty::attache(&[], (120, 40), &[]);
    read(&mut tty);
    tty
}

/// Goes from the title page into the text.
fn read(tty: &mut Tty) {
    tty.wait_for(TITLE).wait_for("read").send("\r").wait_for("¶ 1 of");
}

/// What a terminal is after the program that had it is gone as it should be.
#[track_caller]
fn assert_restored(tty: &Tty) {
    let terminal = tty.terminal();
    assert!(!terminal.alternate_screen(), "the alternate screen is still there");
    assert!(!terminal.hide_cursor(), "the cursor is hidden");
    assert!(!terminal.bracketed_paste(), "bracketed paste is on");
    let bytes = String::from_utf8_lossy(&tty.bytes);
    assert!(bytes.rfind("\x1b[?7h") > bytes.rfind("\x1b[?7l"), "autowrap is off");
}

#[test]
fn it_opens_reads_on_and_leaves() {
    let mut tty = bundled();
    tty.send("}").wait_for("¶ 2 of");
    tty.send("]").wait_for("A question of attention");
    tty.send("?").wait_for("One line down");
    tty.send("\x1b").wait(|screen| !screen.contains("One line down"), "the closed help");
    tty.send("q");
    assert_eq!(tty.finish(), 0);
    assert_restored(&tty);
}

#[test]
fn links_are_followed_and_back_returns() {
    let mut tty = bundled();
    tty.send("}}}}}").wait_for("¶ 6 of");
    tty.send("lll\r").wait_for(", cited once");
    tty.send("\x7f").wait(|screen| !screen.contains(", cited once"), "the text pane");
    tty.send("lK").wait_for("Esc close");
    tty.send("\x03");
    assert_eq!(tty.finish(), 0);
    assert_restored(&tty);
}

#[test]
fn a_storm_of_sizes_ends_in_the_right_screen() {
    let mut tty = bundled();
    for (width, height) in [(60, 20), (200, 60), (20, 5), (90, 30), (40, 12), (100, 30)] {
        tty.resize(width, height);
    }
    tty.wait(
        |screen| {
            let rows: Vec<&str> = screen.lines().collect();
            rows.len() == 30 && rows.first().is_some_and(|row| row.contains("¶ 1 of"))
        },
        "the screen of 100 by 30",
    );
    tty.send("q");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn signals_end_it_and_give_the_terminal_back() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let mut tty = bundled();
        let id = tty.child.process_id().unwrap().to_string();
        let sent = Command::new("sh").args(["-c", &format!("kill -{signal} {id}")]).status();
        assert!(sent.unwrap().success());
        assert_eq!(tty.finish(), code, "SIG{signal}");
        assert_restored(&tty);
    }
}

#[test]
fn it_is_stopped_and_comes_back_under_a_shell() {
    let script = "set -m; \"$0\"; echo stopped; fg >/dev/null; echo over";
    let program = env!("CARGO_BIN_EXE_attache");
    let mut tty = Tty::run("sh", &["-c", script, program], (100, 30), &[]);
    read(&mut tty);
    tty.send("\x1a");
    // The shell goes on, and continues it at once.
    tty.wait(
        |screen| screen.contains(TITLE) && !screen.contains("stopped"),
        "the reader, come back",
    );
    tty.send("}").wait_for("¶ 2 of");
    tty.send("q").wait_for("over");
    assert!(String::from_utf8_lossy(&tty.bytes).contains("stopped"));
    assert_eq!(tty.finish(), 0);
    assert_restored(&tty);
}

/// Without the terminal it can do nothing but stop again, or end.
#[test]
fn a_job_in_the_background_waits_and_can_be_ended() {
    let program = env!("CARGO_BIN_EXE_attache");
    let check = |begin: &str, signal: &str, end: &str| {
        let stopped = "until jobs | grep -q Stopped; do sleep 0.05; done";
        // Whichever of both is first, bash itself or this, says how it ended.
        let ended = "while jobs %1 2>/dev/null; do sleep 0.05; done";
        let script = format!("set -m; {begin} {stopped}; kill -{signal} %1; {ended}");
        let mut tty = Tty::run("bash", &["-c", &script, program], (100, 30), &[]);
        if !begin.contains('&') {
            read(&mut tty);
            tty.send("\x1a");
        }
        tty.wait_for(end);
        assert_eq!(tty.finish(), 0, "{script}");
    };
    check("\"$0\";", "TERM", "Exit 143");
    check("\"$0\";", "HUP", "Exit 129");
    // Tried behind the shell before; and begun there.
    check("\"$0\"; bg; sleep 0.05;", "TERM", "Exit 143");
    check("\"$0\" &", "TERM", "Terminated");
}

#[test]
fn an_idle_reader_writes_nothing_and_sleeps() {
    let mut tty = bundled();
    while tty.bytes_within(Duration::from_millis(300)) > 0 {}
    let id = tty.child.process_id().unwrap();
    let ticks = || {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
        let fields: Vec<String> = stat.split(' ').map(str::to_owned).collect();
        (fields[13].clone(), fields[14].clone())
    };
    let before = ticks();
    assert_eq!(tty.bytes_within(Duration::from_millis(500)), 0);
    assert_eq!(ticks(), before);
}

/// Every SGR sequence that it wrote.
fn pens(tty: &Tty) -> Vec<String> {
    let bytes = String::from_utf8_lossy(&tty.bytes).into_owned();
    let after = bytes.split("\x1b[").skip(1);
    let ends = after.filter_map(|rest| {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        (rest[end..].starts_with('m')).then(|| rest[..end].to_owned())
    });
    ends.collect()
}

#[test]
fn colours_are_those_that_the_terminal_has() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("faulty.yaml");
    let yaml = "format: 1\ntitle: Faulty\nsections:\n  - id: s\n    title: S\n    body:\n      \
                - text: A [link](section:s).\n      - text: Of [none](actor:nobody).\n";
    fs::write(&file, yaml).unwrap();
    let kind = |pen: &String| {
        let has = |code: &str| format!(";{pen};").contains(code);
        let plain = (30..38).chain(90..98).any(|code| has(&format!(";{code};")));
        match (has(";38;2;"), has(";38;5;"), plain) {
            (true, ..) => Some("true"),
            (_, true, _) => Some("256"),
            (.., true) => Some("16"),
            _ => None,
        }
    };
    let check = |args: &[&str], variables: &[(&str, &str)], expected: &[&str]| {
        let args: Vec<&str> = args.iter().copied().chain(file.to_str()).collect();
        let mut tty = Tty::attache(&args, (120, 40), variables);
        tty.wait_for("fault").wait_for("quit");
        let kinds: BTreeSet<&str> = pens(&tty).iter().filter_map(kind).collect();
        assert_eq!(kinds, expected.iter().copied().collect(), "{args:?} {variables:?}");
    };
    check(&[], &[], &["256"]);
    // Those of its colours that are among the 256 are sent by their shorter numbers.
    check(&[], &[("COLORTERM", "truecolor")], &["256", "true"]);
    check(&[], &[("TERM", "xterm")], &["16"]);
    check(&[], &[("NO_COLOR", "1")], &[]);
    check(&["--color", "never"], &[], &[]);
    check(&["--color", "16"], &[("COLORTERM", "truecolor")], &["16"]);
    check(&["--theme", "mono"], &[], &[]);
}

#[test]
fn without_utf8_all_is_ascii() {
    let mut tty = Tty::attache(&[], (120, 40), &[("LANG", "C")]);
    tty.wait_for(TITLE).wait_for("read");
    tty.send("\r").wait_for("para 1 of").send("}}}G").wait_for("100%");
    assert!(tty.bytes.is_ascii());
}

#[test]
fn hostile_text_drives_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("evil.yaml");
    let yaml = "format: 1\ntitle: \"A\\e]0;owned\\a\"\nsections:\n  - id: s\n    title: \"B\\e[31mred\"\n    \
                body:\n      - text: \"one \\e[2J two \\x9b5n three \\u202e four \\e]52;c;eA==\\a\"\n";
    fs::write(&file, yaml).unwrap();
    let mut tty = Tty::attache(&[file.to_str().unwrap()], (100, 30), &[]);
    tty.wait_for("fault").send("\r").wait_for("four");
    // Which colour is behind the letters (OSC 11) is attache's own question, and so is, behind a frame, whether
    // that is there.
    let bytes = String::from_utf8_lossy(&tty.bytes).replace("\x1b]11;?\x1b\\", "");
    let bytes = bytes.replace("\x1b[?2026l\x1b[5n", "");
    for bad in ["\x1b]", "\x07", "\u{9b}", "\u{202e}", "\x1b[31m", "\x1b[5n"] {
        assert!(!bytes.contains(bad), "{bad:?} got through");
    }
    tty.send("!").wait_for("control-character");
    // The list is closed, and then it is left.
    tty.send("qq");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn several_briefings_stand_on_a_shelf() {
    let folder = tempfile::tempdir().unwrap();
    for (id, title) in [("one", "The first of two"), ("two", "The second of two")] {
        let yaml = format!(
            "format: 1\ntitle: {title}\nsections:\n  - {{id: s, title: S, body: [{{text: This is {id}.}}]}}\n"
        );
        fs::write(folder.path().join(format!("{id}.yaml")), yaml).unwrap();
    }
    let mut tty = Tty::attache(&[folder.path().to_str().unwrap()], (80, 24), &[]);
    tty.wait_for("The first of two").wait_for("The second of two");
    tty.send("}\r").wait_for("The second of two").send("\r").wait_for("This is two.");
    tty.send("s").wait_for("The first of two");
    tty.send("q");
    assert_eq!(tty.finish(), 0);
    assert_restored(&tty);
}

#[test]
fn a_countdown_is_drawn_once_a_second_while_it_runs() {
    let mut tty = bundled();
    tty.send("Q").wait_for("Question 1").send("m10:00\r").wait_for("10:00");
    let before = tty.bytes.len();
    tty.wait_for("09:58");
    // Two seconds, and a few bytes for each.
    assert!(tty.bytes.len() - before < 200, "{} bytes", tty.bytes.len() - before);
    tty.send("p").wait_for("held");
    while tty.bytes_within(Duration::from_millis(100)) > 0 {}
    assert_eq!(tty.bytes_within(Duration::from_millis(1500)), 0);
}

#[test]
fn the_bell_rings_once_when_the_time_is_up() {
    let mut tty = bundled();
    let bells = |tty: &Tty| tty.bytes.split(|byte| *byte == 7).count() - 1;
    tty.send("Q").wait_for("Question 1").send("m0:02\r\x1b").wait_for("00:01");
    assert_eq!(bells(&tty), 0);
    tty.wait_for("time is up");
    while tty.bytes_within(Duration::from_millis(1500)) > 0 {}
    assert_eq!(bells(&tty), 1);
    // It is over, and nothing is drawn any more.
    assert_eq!(tty.bytes_within(Duration::from_millis(1500)), 0);
}

#[test]
fn a_search_leads_there_and_back() {
    // Typed at once, as by somebody fast or by a script; and often, for a race shows itself rarely.
    for _ in 0..4 {
        let mut tty = bundled();
        tty.send("}}}").wait_for("¶ 4 of");
        for _ in 0..5 {
            tty.send("/armistice\rn").wait_for(" “armistice”");
            tty.send("\x7f").wait_for("¶ 4 of");
            // An expression is searched for aside.
            let counted = |screen: &str| {
                let row = screen.lines().last().unwrap_or_default();
                row.starts_with(" regex:") && row.trim_end().ends_with(|c: char| c.is_ascii_digit())
            };
            tty.send("/\x12armist[i]ce").wait(counted, "the count of the expression's matches");
            tty.send("\r").wait_for(" /armist[i]ce/");
            tty.send("\x7f").wait_for("¶ 4 of");
        }
        tty.send("q");
        assert_eq!(tty.finish(), 0);
        assert_restored(&tty);
    }
}

#[test]
fn a_resize_in_the_middle_of_a_paragraph_keeps_it_on_the_screen() {
    let mut tty = bundled();
    tty.send("}}}}").wait_for("¶ 5 of").send("jj");
    let in_focus = |screen: &str| screen.contains('▌') && screen.contains("¶ 5 of");
    for (width, height) in [(60, 20), (150, 45), (40, 12), (100, 30), (120, 40)] {
        tty.resize(width, height);
        let sized =
            |screen: &str| screen.lines().count() == usize::from(height) && in_focus(screen);
        tty.wait(sized, "the paragraph that was read");
    }
    tty.send("q");
    assert_eq!(tty.finish(), 0);
}
