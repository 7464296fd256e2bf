//! From a letter typed in the go-to to the frame that shows it, on a briefing of 9 MB. Each run is a
//! letter deleted and typed again, so a key takes half of it.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

mod common;

use std::fmt::Write as _;
use std::hint::black_box;

use attache::app::{App, Effect, Msg};
use attache::text::goto::Names;
use attache::theme::{Depth, Name, Theme};
use attache::ui;
use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The large briefing, with 4,000 headings, and 20,000 events beside them.
fn app() -> App {
    let mut files = common::large::files(66, 728);
    let mut yaml = "events:\n".to_owned();
    for n in 0..20_000 {
        let date = format!("{}-{:02}-{:02}", 1900 + n % 120, n % 12 + 1, n % 28 + 1);
        let _ = writeln!(
            yaml,
            "  - {{id: e{n}, date: {date}, title: The {n}th question of P’yŏngyang}}"
        );
    }
    files.push(("timeline.yaml".to_owned(), yaml));
    common::app::reader(&files, 120, 40)
}

/// Presses keys; what is to be done aside is done at once.
fn press(app: &mut App, keys: &str) {
    for key in keys.split(' ').filter_map(|key| key.parse().ok()) {
        for effect in app.update(Msg::Key(key)) {
            let Effect::Search(job) = effect else { continue };
            if let Some(answer) = job.run(|| true) {
                app.update(Msg::Found(answer));
            }
        }
    }
}

fn goto(bench: &mut Criterion) {
    let mut app = app();
    if let Some(reader) = app.reader() {
        let briefing = reader.briefing();
        let made = format!("{} names made", Names::of(briefing).len());
        bench.bench_function(&made, |bench| bench.iter(|| Names::of(briefing)));
    }
    let theme = Theme::new(Name::Dark, Depth::Sixteen, true);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    let mut group = bench.benchmark_group("go to, 9 MB, 120x40, two keys and a frame");
    group.sample_size(20);
    press(&mut app, "Esc : Esc");
    group.bench_function("opened", |bench| {
        bench.iter(|| {
            press(&mut app, ":");
            buffer.reset();
            black_box(ui::view(black_box(&app), &theme, &mut buffer));
            press(&mut app, "Esc");
        });
    });
    for typed in ["e", "p y o", "p y o n g", "a r t Space 1 8", "2 0 1 9 - 0 6", "t q o p y g"] {
        press(&mut app, ":");
        press(&mut app, typed);
        let last = typed.split(' ').next_back().unwrap_or_default().to_owned();
        group.bench_function(format!("{:?}", typed.replace(' ', "")), |bench| {
            bench.iter(|| {
                press(&mut app, "Backspace");
                press(&mut app, &last);
                buffer.reset();
                black_box(ui::view(black_box(&app), &theme, &mut buffer));
            });
        });
        press(&mut app, "Esc");
    }
    group.finish();
}

criterion_group!(benches, goto);
criterion_main!(benches);
