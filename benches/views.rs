//! The views on a briefing of a constitution's size: 465 articles, 12 sections.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

mod common;

use attache::app::{App, Msg};
use attache::command::Key;
use attache::theme::{Depth, Name, Theme};
use attache::ui;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Keys, and from the last of them to the frame.
const KEYS: &[(&str, &str)] = &[
    ("title page", "i"),
    ("evidence", "e"),
    ("comparisons", "c"),
    ("compare", "c Enter"),
    ("timeline", "t"),
    ("timeline, nearer", "t +"),
    ("matrix", "x"),
    ("matrix, by sections", "x v"),
    ("matrix, by name", "x S"),
    ("a cell of the matrix", "x Enter"),
    ("relations", "w"),
    ("relations, the picture", "w v"),
    ("lens", "3 L"),
    ("class", "Q"),
    ("one paragraph at a time", "z z"),
];

fn press(app: &mut App, keys: &[Key]) {
    for key in keys {
        app.update(Msg::Key(*key));
    }
}

fn views(bench: &mut Criterion) {
    let files = common::large::constitution();
    let mut fresh = common::app::reader(&files, 150, 45);
    press(&mut fresh, &["Esc".parse().unwrap_or_else(|fault| panic!("{fault}"))]);
    let theme = Theme::new(Name::Dark, Depth::True, true);
    let mut group = bench.benchmark_group("465 articles, 12 sections, 150x45");
    group.sample_size(20);
    for (name, keys) in KEYS {
        let keys = keys.split(' ').map(|key| key.parse().unwrap_or_else(|fault| panic!("{fault}")));
        let keys: Vec<Key> = keys.collect();
        let (last, before) = keys.split_last().unwrap_or_else(|| panic!("{name} has no key"));
        let mut app = fresh.clone();
        press(&mut app, before);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 150, 45));
        group.bench_function(*name, |bench| {
            bench.iter_batched(
                || app.clone(),
                |mut app| {
                    press(&mut app, &[*last]);
                    buffer.reset();
                    ui::view(&app, &theme, &mut buffer)
                },
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, views);
criterion_main!(benches);
