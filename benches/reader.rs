//! From a key to the frame that answers it, and from files to a briefing.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

mod common;

use std::hint::black_box;

use attache::app::{App, Msg};
use attache::command::{Code, Key};
use attache::runtime::Renderer;
use attache::theme::{Depth, Name, Theme};
use attache::{load, ui};
use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Presses a key, and goes back to the beginning at the end, where it would do nothing.
fn press(app: &mut App, key: Key) {
    app.update(Msg::Key(key));
    if app.reader().is_some_and(|reader| reader.progress().percent > 98) {
        app.update(Msg::Key(Key::plain(Code::Home)));
    }
}

/// A key in a section of 1 MB, at 200 columns by 60 rows: to the drawn frame, and on to the bytes
/// for the terminal.
fn key(bench: &mut Criterion) {
    let files = common::large::files(1, 5_300);
    let theme = Theme::new(Name::Dark, Depth::True, true);
    for (name, key) in [
        ("line down", "j"),
        ("paragraph down", "}"),
        ("page down", "Space"),
        ("next link", "l"),
        ("next pane", "Tab"),
    ] {
        let key = key.parse().unwrap_or_else(|fault| panic!("{fault}"));
        let mut app = common::app::reader(&files, 200, 60);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 60));
        bench.bench_function(&format!("key to frame, 1 MB section, 200x60: {name}"), |bench| {
            bench.iter(|| {
                press(&mut app, key);
                buffer.reset();
                ui::view(&app, &theme, &mut buffer)
            });
        });
        let mut app = common::app::reader(&files, 200, 60);
        let mut screen = Renderer::new(std::io::sink(), 200, 60);
        bench.bench_function(&format!("key to bytes, 1 MB section, 200x60: {name}"), |bench| {
            bench.iter(|| {
                press(&mut app, key);
                screen.draw(|buffer| ui::view(&app, &theme, buffer))
            });
        });
    }
}

/// Loading a briefing of 9 MB: 66 sections and 48,000 paragraphs.
fn open(bench: &mut Criterion) {
    let files = common::large::files(66, 728);
    let mut group = bench.benchmark_group("open");
    group.sample_size(10);
    group.bench_function("9 MB, 48,000 paragraphs, in memory", |bench| {
        bench.iter(|| load::from_files("large", black_box(&files).iter().map(|(p, t)| (p, t))));
    });
    group.bench_function("bundled briefing, in memory", |bench| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings/russia-dprk-treaty");
        bench.iter(|| load::open(folder.as_ref()));
    });
    group.finish();
}

criterion_group!(benches, key, open);
criterion_main!(benches);
