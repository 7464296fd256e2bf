//! From `q` to the end of the process, `q` being pressed at any moment after exec: coming back to a kept place and
//! with nothing kept, on the bundled briefing and on one of 8.5 MB, beside `less` on the same text.
#![allow(clippy::print_stdout, reason = "a table is what this bench makes")]

mod common;

use std::path::Path;
use std::time::Duration;

use common::beside::Beside;
use common::programs::{self, Argv};
use common::tty::Tty;

/// Milliseconds between exec and the key.
const MOMENTS: [u64; 9] = [0, 2, 5, 10, 20, 50, 100, 300, 1000];

/// How long a program takes to end when `q` comes so long after its exec.
fn quit(argv: &Argv, state: Option<&Path>, after: Duration) -> Duration {
    let mut tty = Tty::start(argv, (120, 40), state);
    let then = tty.start + after;
    tty.until_then(then);
    tty.leave("q")
}

fn main() {
    let runs = common::runs(10, 3);
    println!(
        "\nfrom q to the end, ms: median and most of {runs} runs, by the ms between exec and q"
    );
    for (text, beside) in [("bundled", Beside::bundled()), ("8.5 MB", Beside::large())] {
        let attache = programs::attache(&beside.briefing);
        let mut rows =
            vec![("kept", attache.clone(), Some(beside.state.as_path())), ("new", attache, None)];
        if programs::has("less") {
            rows.push(("less", programs::less(&beside.text), None));
        }
        for (name, argv, state) in rows {
            println!("{text}, {name}");
            for moment in MOMENTS {
                let after = Duration::from_millis(moment);
                let mut times: Vec<_> = (0..runs).map(|_| quit(&argv, state, after)).collect();
                times.sort_unstable();
                let [median, most] = [times[runs / 2], times[runs - 1]].map(common::milliseconds);
                println!("  {moment:>6} {median:>8.1} {most:>8.1}");
            }
        }
    }
}
