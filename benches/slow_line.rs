//! On a line of 1 KB a second: `j` held for three seconds, then `q`. How long until the shell is back, and how much
//! was under way at most, beside `less` on the same text.
//!
//! The line takes all that is sent at once, as sshd and a network do, and lets it through byte by byte; the terminal
//! at its end answers what it is asked when that has come.
#![allow(clippy::print_stdout, reason = "a table is what this bench makes")]

mod common;

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use common::answers::Answers;
use common::programs::{self, Argv};
use common::tty::{Came, Tty};

/// Bytes that pass in a second.
const RATE: f64 = 1024.0;

/// How often the line is looked after.
const STEP: Duration = Duration::from_millis(5);

/// How long it is waited for until the program is gone.
const PATIENCE: Duration = Duration::from_mins(3);

/// A key is held down: so many, in so long.
const KEYS: u32 = 90;
const HELD: Duration = Duration::from_secs(3);

/// A program, a slow line, and a terminal at its end.
struct Line {
    tty: Tty,
    far: Answers,
    under_way: VecDeque<u8>,
    /// Bytes that may pass by now, and when that was so.
    credit: f64,
    looked: Instant,
    /// Bytes that were sent in all, and were under way at most.
    sent: usize,
    most: usize,
    /// Whether the program is gone.
    ended: bool,
}

impl Line {
    fn new(argv: &Argv, far: Answers) -> Self {
        Self {
            tty: Tty::start(argv, (80, 24), None),
            far,
            under_way: VecDeque::new(),
            credit: 0.0,
            looked: Instant::now(),
            sent: 0,
            most: 0,
            ended: false,
        }
    }

    /// One step: takes what the program sends, and lets through what may pass, or all where it is `quick`.
    fn step(&mut self, quick: bool) -> bool {
        let came = self.tty.next(STEP);
        self.ended |= matches!(came, Came::End);
        if let Came::Bytes(bytes) = &came {
            self.sent += bytes.len();
            self.under_way.extend(bytes);
        }
        self.most = self.most.max(self.under_way.len());
        self.credit += self.looked.elapsed().as_secs_f64() * RATE;
        self.looked = Instant::now();
        let mut passed = Vec::new();
        while self.credit >= 1.0 || quick {
            let Some(byte) = self.under_way.pop_front() else { break };
            passed.push(byte);
            self.credit -= 1.0;
        }
        if self.under_way.is_empty() {
            // A line that rests saves nothing up.
            self.credit = self.credit.clamp(0.0, 1.0);
        }
        let answers = self.far.to(&passed);
        if !answers.is_empty() {
            self.tty.send(answers);
        }
        matches!(came, Came::Bytes(_))
    }

    fn until(&mut self, then: Instant) {
        while Instant::now() < then && !self.ended {
            self.step(false);
        }
    }

    /// A quick line, until nothing more comes.
    fn settle(&mut self, quiet: Duration) {
        let mut last = Instant::now();
        while last.elapsed() < quiet {
            if self.step(true) {
                last = Instant::now();
            }
        }
    }
}

/// Holds `j` down, then presses `q`: how long until all has passed, bytes in all, and the most under way.
fn hold(argv: &Argv, open: &str, far: Answers) -> (Duration, usize, usize) {
    let mut line = Line::new(argv, far);
    line.settle(Duration::from_secs(1));
    line.tty.send(open);
    line.settle(Duration::from_millis(500));
    (line.sent, line.most) = (0, 0);
    let start = Instant::now();
    for key in 0..KEYS {
        line.until(start + HELD * key / KEYS);
        line.tty.send("j");
    }
    line.until(start + HELD);
    line.tty.send("q");
    let left = Instant::now();
    while !line.ended {
        assert!(left.elapsed() < PATIENCE, "it does not leave");
        line.step(false);
    }
    // What is under way then need not be waited for.
    #[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
    let rest = Duration::from_secs_f64(line.under_way.len() as f64 / RATE);
    (left.elapsed() + rest, line.sent, line.most)
}

fn main() {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let text = folder.path().join("printed");
    programs::print(&programs::bundled(), &text);
    let attache = programs::attache(&programs::bundled());
    println!("\n`j` held for 3 s at 1 KB/s, 80x24: from `q` until the shell is back, and bytes");
    let told = |name: &str, argv: &Argv, open: &str, far: Answers| {
        let (time, sent, most) = hold(argv, open, far);
        let seconds = time.as_secs_f64();
        println!("{name:>17}: {seconds:6.1} s, {sent:6} bytes, at most {most:6} under way");
    };
    told("attache", &attache, "\x1b", Answers::without_margins());
    told("attache, margins", &attache, "\x1b", Answers::default());
    if programs::has("less") {
        told("less", &programs::less(&text), "", Answers::default());
    }
}
