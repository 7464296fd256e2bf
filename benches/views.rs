//! The views on a briefing of a constitution's size, 465 articles and 12 sections; and what a key takes beside an
//! article of 1.1 MB, and in a provision and a paragraph of 1 MB.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

mod common;

use attache::app::{App, Msg};
use attache::command::Key;
use attache::theme::{Depth, Name, Theme};
use attache::ui;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is measured: its name, and keys. It takes from the last of them to the frame.
type Named = (&'static str, &'static str);

const VIEWS: &[Named] = &[
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

const LONG_LAW: &[Named] = &[
    ("the next paragraph cites the middle", "}"),
    ("the next paragraph cites the end", "} }"),
    ("a line in the articles pane", "} 2 j"),
    ("a page in the articles pane", "} 2 Space"),
    ("the end of the articles pane", "2 G"),
    ("the next link in the articles pane", "2 Right"),
    ("a look", "} Right K"),
    ("who cites it", "} r"),
    ("the instrument", "} I"),
    ("compare", "2 g c"),
    ("a line in what is compared", "2 g c j"),
    ("the end of what is compared", "2 g c G"),
];

const LONG_TEXT: &[Named] = &[
    ("a paragraph of 1 MB comes into focus", "}"),
    ("a line in it", "} j"),
    ("a page in it", "} Space"),
    ("its end", "} G"),
    ("the pane beside it", "} } }"),
    ("a line in the articles pane", "2 j"),
    ("a page in the articles pane", "2 Space"),
    ("the end of the articles pane", "2 G"),
    ("a look", "Right K"),
    ("the instrument", "I"),
    ("a line in the instrument", "I j j"),
    ("the end of the instrument", "I G"),
    ("words are chosen", "} v"),
    ("a word more", "} v Right"),
    ("a sentence more", "} v s s"),
    ("all of it", "} v }"),
    ("a word less than all", "} v } Left"),
    ("compare", "2 g c"),
    ("a line in what is compared", "2 g c j"),
    ("the end of what is compared", "2 g c G"),
    ("one paragraph at a time", "} z z Space"),
];

fn press(app: &mut App, keys: &[Key]) {
    for key in keys {
        app.update(Msg::Key(*key));
    }
}

fn measure(bench: &mut Criterion, name: &str, files: &[(String, String)], all: &[Named]) {
    let mut fresh = common::app::reader(files, 150, 45);
    press(&mut fresh, &["Esc".parse().unwrap_or_else(|fault| panic!("{fault}"))]);
    let theme = Theme::new(Name::Dark, Depth::True, true);
    let mut group = bench.benchmark_group(name);
    group.sample_size(20);
    for (name, keys) in all {
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

fn views(bench: &mut Criterion) {
    let files = common::large::constitution();
    measure(bench, "465 articles, 12 sections, 150x45", &files, VIEWS);
    measure(bench, "an article of 1.1 MB, 150x45", &common::large::long_law(), LONG_LAW);
    measure(bench, "a text of 1 MB, 150x45", &common::large::long_text(), LONG_TEXT);
}

criterion_group!(benches, views);
criterion_main!(benches);
