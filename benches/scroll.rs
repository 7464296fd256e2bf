//! What a key costs that scrolls, from the message to the bytes for the terminal: a line down and a line up in the
//! bundled briefing, each of which moves the text.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

mod common;

use std::io::{Sink, sink};
use std::time::{Duration, Instant};

use attache::app::{App, Msg};
use attache::command::Key;
use attache::load;
use attache::runtime::Renderer;
use attache::theme::{Depth, Name, Theme};
use attache::ui;
use criterion::{Criterion, criterion_group, criterion_main};

/// How many keys are pressed before it begins anew: fewer than the first section has lines.
const KEYS: u64 = 60;

/// A reader at the edge of the pane, where the next key scrolls.
struct Scroller {
    app: App,
    screen: Renderer<Sink>,
    theme: Theme,
    height: u16,
}

impl Scroller {
    fn new(width: u16, height: u16) -> Self {
        let loaded = load::open(&common::programs::bundled());
        let briefing = loaded.briefing.unwrap_or_else(|| panic!("the bundled briefing"));
        let app = common::app::reading(briefing, width, height);
        let screen = Renderer::new(sink(), width, height);
        let theme = Theme::new(Name::Dark, Depth::Indexed, true);
        let mut scroller = Self { app, screen, theme, height };
        scroller.press("Esc");
        scroller
    }

    fn press(&mut self, key: &str) {
        self.turn(key.parse().unwrap_or_else(|fault| panic!("{fault}")));
    }

    /// What the session does with a key.
    fn turn(&mut self, key: Key) {
        self.app.update(Msg::Key(key));
        let Self { app, screen, theme, .. } = self;
        let sent = screen.draw(|buffer| ui::view(app, theme, buffer));
        sent.unwrap_or_else(|error| panic!("{error}"));
    }

    /// Goes where the next `key` scrolls: to the other end of the section, and as far as the edge.
    fn go_to_edge(&mut self, key: &str) {
        self.press(if key == "j" { "g" } else { "G" });
        for _ in 0..self.height {
            self.press(key);
        }
    }

    /// What is in the left of the middle row, without the marks of the focus.
    fn middle_row(&self) -> String {
        let buffer = self.screen.buffer().unwrap_or_else(|| panic!("nothing is drawn"));
        (5..40).map(|column| buffer[(column, self.height / 2)].symbol()).collect()
    }

    /// How many of the keys moved another line into the middle of the screen.
    fn moved(&mut self, key: &str) -> u64 {
        self.go_to_edge(key);
        let moved = (0..KEYS).map(|_| {
            let before = self.middle_row();
            self.press(key);
            u64::from(self.middle_row() != before)
        });
        moved.sum()
    }
}

/// The time of so many keys, each of which scrolls.
fn time(scroller: &mut Scroller, name: &str, number: u64) -> Duration {
    let key: Key = name.parse().unwrap_or_else(|fault| panic!("{fault}"));
    let (mut left, mut time) = (number, Duration::ZERO);
    while left > 0 {
        scroller.go_to_edge(name);
        let keys = left.min(KEYS);
        let start = Instant::now();
        for _ in 0..keys {
            scroller.turn(key);
        }
        time += start.elapsed();
        left -= keys;
    }
    time
}

fn scroll(bench: &mut Criterion) {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut group = bench.benchmark_group(format!("key that scrolls, {width}x{height}"));
        let mut scroller = Scroller::new(width, height);
        for (name, key) in [("line down", "j"), ("line up", "k")] {
            let moved = scroller.moved(key);
            assert!(moved > KEYS * 9 / 10, "{name}: only {moved} of {KEYS} moved the text");
            group.bench_function(name, |bench| {
                bench.iter_custom(|number| time(&mut scroller, key, number));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, scroll);
criterion_main!(benches);
