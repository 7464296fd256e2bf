//! Frames that wait for a terminal at the far end of a slow line. The test itself is the line: it lets bytes
//! through, and answers what they ask when they have come through. It judges by frames and bytes, never by time.

use std::time::Duration;

use super::answers::{ALL, Answers};
use super::line::rows;
use super::tty::Tty;
use super::{assert_restored, read};

/// A reader at the near end of a line.
pub(super) struct Line {
    pub(super) tty: Tty,
    /// What has come through.
    far: vt100::Parser,
    answers: Answers,
    /// How many bytes have come through.
    pub(super) through: usize,
}

pub(super) const SIZE: (u16, u16) = (120, 40);

impl Line {
    /// Before anything has come through.
    fn begin() -> Self {
        Self::of(Tty::silent(&["--no-state"], SIZE, &[]))
    }

    pub(super) fn of(tty: Tty) -> Self {
        let far = vt100::Parser::new(SIZE.1, SIZE.0, 0);
        Self { tty, far, answers: Answers::new(ALL), through: 0 }
    }

    /// In the text, and all has come through.
    fn reading() -> Self {
        Self::begin().read()
    }

    /// Goes from the title page into the text, until all has come through.
    pub(super) fn read(mut self) -> Self {
        self.pass_until(|far| far.contains("⏎ read"));
        self.tty.send("\r");
        self.pass_until(|far| far.contains("¶ 1 of"));
        self.pass_all();
        self
    }

    /// Lets so many bytes through at most of what was sent; what they ask is answered.
    pub(super) fn pass(&mut self, most: usize) {
        let end = self.tty.bytes.len().min(self.through.saturating_add(most));
        let passed = &self.tty.bytes[self.through..end];
        self.far.process(passed);
        let answers = self.answers.to(passed);
        self.through = end;
        self.tty.send(&answers);
    }

    /// Lets through what is sent, until the far end sees what it should.
    #[track_caller]
    pub(super) fn pass_until(&mut self, is_right: impl Fn(&str) -> bool) {
        loop {
            self.pass(usize::MAX);
            if is_right(&self.seen()) {
                return;
            }
            self.tty.wait_for_bytes();
        }
    }

    /// Lets through what is sent, until nothing more comes and nothing is to be answered.
    pub(super) fn pass_all(&mut self) {
        while self.tty.bytes_within(Duration::from_millis(200)) > 0 || self.under_way() > 0 {
            self.pass(usize::MAX);
        }
    }

    /// How many questions were sent and have not come through.
    pub(super) fn under_way(&self) -> usize {
        questions(&self.tty.bytes[self.through..])
    }

    fn seen(&self) -> String {
        self.far.screen().contents()
    }

    /// Waits until so many questions are under way.
    #[track_caller]
    pub(super) fn wait_for_questions(&mut self, questions: usize) {
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

/// What the first row of a quick terminal says after these keys: the place.
fn place_after(keys: &str) -> String {
    let mut tty = Tty::attache(&["--no-state"], SIZE, &[]);
    read(&mut tty);
    // The help comes up after them, however long they take.
    tty.send(keys).send("?").wait_for("One line down");
    tty.send("\x1b").wait(|screen| !screen.contains("One line down"), "the text");
    rows(&tty.screen()).swap_remove(0)
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
    // Where it stands, not in which row: a line that turns out slow scrolls by several rows at once.
    let end = place_after(&["j".repeat(90).as_str(), "}}}"].concat());
    line.pass_until(|far| rows(far).first() == Some(&end));
    line.pass_all();
    assert!(questions(&line.tty.bytes) <= frames + 1, "the keys did not add up");
    let shown = rows(&line.seen());
    line.tty.send("\x0c");
    line.pass_all();
    assert_eq!(rows(&line.seen()), shown, "what has come through is not what there is");
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
