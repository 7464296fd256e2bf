//! What the whole process has of processors for a key that scrolls, from the read to the write, in a
//! pseudo-terminal: a line down and a line up, beside `less`, `w3m` and `vim` on the same text.
#![allow(clippy::print_stdout, reason = "a table is what this bench makes")]

mod common;

use std::time::Duration;

use common::programs::{self, Argv};
use common::tty::Tty;

/// How many keys are pressed on end: fewer than the first section has lines.
const KEYS: u32 = 60;

/// How long nothing comes when a key is answered.
const ANSWERED: Duration = Duration::from_millis(15);

/// What is pressed in a program: to get to the text, to its begin, a line down, to its end, a line up.
type Keys = [&'static str; 5];

/// CPU time for one `line` key, after `end` and as many as take the cursor to the edge; nothing where the system does
/// not tell.
fn cost(tty: &mut Tty, end: &str, line: &str, height: u16) -> Option<Duration> {
    tty.send(end);
    for _ in 0..height {
        tty.send(line);
        tty.until_quiet(ANSWERED);
    }
    let before = tty.cpu()?;
    for _ in 0..KEYS {
        tty.send(line);
        tty.until_quiet(ANSWERED);
    }
    Some(tty.cpu()?.saturating_sub(before) / KEYS)
}

/// The cost of a line down and of a line up.
fn costs(
    argv: &Argv,
    [text, begin, down, end, up]: Keys,
    (width, height): (u16, u16),
) -> Option<[Duration; 2]> {
    let mut tty = Tty::start(argv, (width, height), None);
    tty.until_idle();
    tty.send(text);
    tty.until_quiet(Duration::from_millis(100));
    Some([cost(&mut tty, begin, down, height)?, cost(&mut tty, end, up, height)?])
}

fn main() {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let text = folder.path().join("printed");
    programs::print(&programs::bundled(), &text);
    let on_text = |words: &[&str]| -> Argv {
        words.iter().map(|&word| word.to_owned()).chain([text.display().to_string()]).collect()
    };
    let programs: Vec<(Argv, Keys)> = vec![
        (programs::attache(&programs::bundled()), ["\x1b", "g", "j", "G", "k"]),
        (on_text(&["less"]), ["", "g", "j", "G", "k"]),
        (on_text(&["w3m", "-config", "/dev/null"]), ["", "g", "J", "G", "K"]),
        (on_text(&["vim", "-u", "NONE", "-i", "NONE", "-n", "-R"]), ["", "gg", "j", "G", "k"]),
    ];
    let rounds = common::runs(5, 1);
    println!("\nCPU of the whole process for a key, ms: median of {rounds} rounds of {KEYS} keys");
    for size in [(80, 24), (120, 40)] {
        for (argv, keys) in &programs {
            let name = argv[0].rsplit('/').next().unwrap_or_default();
            if !programs::has(&argv[0]) {
                continue;
            }
            let Some(rounds): Option<Vec<_>> =
                (0..rounds).map(|_| costs(argv, *keys, size)).collect()
            else {
                println!("this system does not tell what a process has of processors");
                return;
            };
            let [down, up] = [0, 1].map(|at| {
                let mut times: Vec<Duration> = rounds.iter().map(|both| both[at]).collect();
                times.sort_unstable();
                common::milliseconds(times[times.len() / 2])
            });
            println!("{}x{} {name:>8}: down {down:.3}, up {up:.3}", size.0, size.1);
        }
    }
}
