//! Frames that wait for a terminal at the far end of a slow line. The test itself is the line: it lets bytes
//! through, and answers what they ask when they have come through. It judges by frames and bytes, never by time.

use std::time::Duration;

use super::answers::{ALL, Answers, NONE};
use super::line::rows;
use super::tty::Tty;
use super::{assert_restored, read};

/// A reader at the near end of a line.
struct Line {
    tty: Tty,
    /// What has come through.
    far: vt100::Parser,
    answers: Answers,
    /// How many bytes have come through.
    through: usize,
}

const SIZE: (u16, u16) = (120, 40);

impl Line {
    /// Before anything has come through.
    fn begin() -> Self {
        Self::of(Tty::silent(&["--no-state"], SIZE, &[]))
    }

    fn of(tty: Tty) -> Self {
        let far = vt100::Parser::new(SIZE.1, SIZE.0, 0);
        Self { tty, far, answers: Answers::new(ALL), through: 0 }
    }

    /// In the text, and all has come through.
    fn reading() -> Self {
        let mut line = Self::begin();
        line.pass_until(|far| far.contains("⏎ read"));
        line.tty.send("\r");
        line.pass_until(|far| far.contains("¶ 1 of"));
        line.pass_all();
        line
    }

    /// Lets so many bytes through at most of what was sent; what they ask is answered.
    fn pass(&mut self, most: usize) {
        let end = self.tty.bytes.len().min(self.through.saturating_add(most));
        let passed = &self.tty.bytes[self.through..end];
        self.far.process(passed);
        let answers = self.answers.to(passed);
        self.through = end;
        self.tty.send(&answers);
    }

    /// Lets through what is sent, until the far end sees what it should.
    #[track_caller]
    fn pass_until(&mut self, is_right: impl Fn(&str) -> bool) {
        loop {
            self.pass(usize::MAX);
            if is_right(&self.seen()) {
                return;
            }
            self.tty.wait_for_bytes();
        }
    }

    /// Lets through what is sent, until nothing more comes and nothing is to be answered.
    fn pass_all(&mut self) {
        while self.tty.bytes_within(Duration::from_millis(200)) > 0 || self.under_way() > 0 {
            self.pass(usize::MAX);
        }
    }

    /// How many questions were sent and have not come through.
    fn under_way(&self) -> usize {
        questions(&self.tty.bytes[self.through..])
    }

    fn seen(&self) -> String {
        self.far.screen().contents()
    }

    /// Waits until so many questions are under way.
    #[track_caller]
    fn wait_for_questions(&mut self, questions: usize) {
        while self.under_way() < questions {
            self.tty.wait_for_bytes();
        }
    }
}

/// How many frames end in a question.
fn questions(bytes: &[u8]) -> usize {
    count(bytes, b"\x1b[5n")
}

fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).filter(|at| *at == part).count()
}

/// What a quick terminal shows after these keys.
fn shown_after(keys: &str, last: &str) -> Vec<String> {
    let mut tty = Tty::attache(&["--no-state"], SIZE, &[]);
    read(&mut tty);
    tty.send(keys).wait_for(last);
    while tty.bytes_within(Duration::from_millis(200)) > 0 {}
    rows(&tty.screen())
}

/// A key that is held, on a line that lets a thousand bytes a second through: 33 for each repetition.
#[test]
fn a_key_that_is_held_is_never_more_than_two_frames_ahead() {
    let mut line = Line::reading();
    for _ in 0..90 {
        line.tty.send("j").bytes_within(Duration::from_millis(3));
        line.pass(33);
        assert!(line.under_way() <= 2, "{} frames are under way", line.under_way());
    }
    line.tty.send("}}}");
    line.tty.bytes_within(Duration::from_millis(50));
    // What is under way, and one with all that was pressed meanwhile.
    let frames = questions(&line.tty.bytes) + 1;
    let end = shown_after(&["j".repeat(90).as_str(), "}}}"].concat(), "¶");
    line.pass_until(|far| rows(far) == end);
    assert!(questions(&line.tty.bytes) <= frames + 1, "the keys did not add up");
    line.tty.send("q");
    assert_eq!(line.tty.finish(), 0);
    assert_restored(&line.tty);
}

/// Keys that are pressed before the first frame is there: what it is asked goes before that, and is answered.
#[test]
fn the_first_frame_is_waited_for_too() {
    let mut line = Line::begin();
    line.wait_for_questions(1);
    while count(&line.tty.bytes[..line.through], b"\x1b[c") == 0 {
        line.pass(1);
    }
    for _ in 0..20 {
        line.tty.send("j").bytes_within(Duration::from_millis(3));
    }
    line.tty.bytes_within(Duration::from_millis(200));
    // By the end of a synchronized update: frames that ask nothing count too.
    let frames = count(&line.tty.bytes[line.through..], b"\x1b[?2026l");
    assert!(frames <= 2, "{frames} frames are under way");
    line.pass_all();
    line.tty.send("\r");
    line.pass_until(|far| far.contains("¶ 1 of"));
}

#[test]
fn what_is_answered_after_leaving_is_not_typed_into_the_shell() {
    let script = "\"$0\" --no-state; read -r line; echo \"typed: $line.\"";
    let program = env!("CARGO_BIN_EXE_attache");
    let tty = Tty::begin("sh", &["-c", script, program], SIZE, &[], NONE);
    let mut line = Line::of(tty);
    line.pass_until(|far| far.contains("⏎ read"));
    line.pass_all();
    line.tty.send("\r");
    line.wait_for_questions(1);
    line.tty.send("}");
    line.wait_for_questions(2);
    line.tty.send("q");
    // What gives the terminal back does not wait for it, but nobody else reads yet.
    while !String::from_utf8_lossy(&line.tty.bytes).contains("\x1b[?1049l") {
        line.tty.wait_for_bytes();
    }
    assert_eq!(line.under_way(), 2);
    // What is typed behind the answers is the shell's.
    line.tty.send("\x1b[0n\x1b[0nmine\n");
    line.through = line.tty.bytes.len();
    line.tty.wait_for("typed: mine.");
    assert_eq!(line.tty.finish(), 0);
    assert_restored(&line.tty);
}

#[test]
fn what_is_answered_after_suspending_is_not_typed_into_the_shell() {
    let script = "set -m; \"$0\" --no-state; read -r line; echo \"typed: $line.\"; fg >/dev/null";
    let program = env!("CARGO_BIN_EXE_attache");
    let tty = Tty::begin("bash", &["-c", script, program], SIZE, &[], NONE);
    let mut line = Line::of(tty);
    line.pass_until(|far| far.contains("⏎ read"));
    line.pass_all();
    line.tty.send("\r");
    line.wait_for_questions(1);
    line.tty.send("}");
    line.wait_for_questions(2);
    let before = line.tty.bytes.len();
    line.tty.send("\x1a");
    while !String::from_utf8_lossy(&line.tty.bytes[before..]).contains("\x1b[?1049l") {
        line.tty.wait_for_bytes();
    }
    assert_eq!(line.under_way(), 2);
    line.pass(usize::MAX);
    line.tty.send("mine\n");
    // Whoever has the terminal then is asked anew, and keys are taken.
    while !String::from_utf8_lossy(&line.tty.bytes[before..]).contains("\x1b[c") {
        line.tty.wait_for_bytes();
    }
    assert!(String::from_utf8_lossy(&line.tty.bytes).contains("typed: mine."));
    line.pass_until(|far| far.contains("¶ 2 of"));
    line.tty.send("}");
    line.pass_until(|far| far.contains("¶ 3 of"));
    line.tty.send("q");
    line.pass_all();
    assert_eq!(line.tty.finish(), 0);
    assert_restored(&line.tty);
}

#[test]
fn one_that_answers_no_more_is_given_up_and_heard_again() {
    let mut line = Line::reading();
    line.tty.send("j");
    line.wait_for_questions(1);
    line.tty.send("j");
    line.wait_for_questions(2);
    // Nothing comes through, and then frames go on without asking.
    line.tty.send("}}}").wait_for("¶ 4 of");
    line.tty.send("}").wait_for("¶ 5 of");
    assert_eq!(line.under_way(), 2);
    // It comes through after all: so does every later frame, and asks.
    line.pass_all();
    for paragraph in 6..9 {
        line.tty.send("}");
        line.wait_for_questions(1);
        line.pass_until(|far| far.contains(&format!("¶ {paragraph} of")));
    }
    line.tty.send("q");
    assert_eq!(line.tty.finish(), 0);
}

#[test]
fn one_that_never_answers_gets_every_frame() {
    let mut tty = Tty::silent(&["--no-state"], SIZE, &[]);
    read(&mut tty);
    let asked = questions(&tty.bytes);
    for paragraph in 2..9 {
        tty.send("}").wait_for(&format!("¶ {paragraph} of"));
    }
    assert!(asked <= 2 && questions(&tty.bytes) <= 2, "it is asked though it does not answer");
    tty.send("q");
    assert_eq!(tty.finish(), 0);
    assert_restored(&tty);
}
