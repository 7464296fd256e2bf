//! From a letter typed to what was found: search and go-to, on a briefing of 9 MB.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

mod common;

use std::hint::black_box;

use attache::app::{App, Effect, Msg};
use attache::command::Key;
use attache::model::Briefing;
use attache::text::Typesetting;
use attache::text::goto::{Extra, Names};
use attache::text::search::{Corpus, Query};
use attache::theme::{Depth, Name, Theme};
use attache::{load, ui};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How many hits are kept.
const KEPT: usize = 10_000;

fn briefing() -> Briefing {
    let files = common::large::files(66, 728);
    let loaded = load::from_files("large", files.iter().map(|(path, text)| (path, text)));
    loaded.briefing.unwrap_or_else(|| panic!("the briefing can be shown"))
}

fn search(bench: &mut Criterion) {
    let briefing = briefing();
    let mut group = bench.benchmark_group("search, 9 MB");
    group.sample_size(20);
    group.bench_function("fold everything", |bench| bench.iter(|| Corpus::of(&briefing)));
    let corpus = Corpus::of(&briefing);
    for (name, typed, is_regex) in [
        ("one letter", "e", false),
        ("two letters", "th", false),
        ("a frequent word", "treaty", false),
        ("a frequent word, exact case", "As", false),
        ("a phrase", "military assistance without delay", false),
        ("absent", "kraken", false),
        ("expression: a word", "treaty", true),
        ("expression: alternatives", r"\b(treaty|charter) \w+ly\b", true),
        ("expression: article numbers", r"Article \d+", true),
        ("expression: any word", r"\w+", true),
        ("expression: any character", ".", true),
        ("expression: nothing at all", "x*", true),
        ("expression: catastrophic elsewhere", "(a*)*(e+e+)+y", true),
        ("expression: a large one", r"(\w+ ){8}delay", true),
    ] {
        let query = Query::new(typed, is_regex).unwrap_or_else(|fault| panic!("{typed}: {fault}"));
        group.bench_function(name, |bench| {
            bench.iter(|| corpus.search(black_box(&query), true, KEPT));
        });
    }
    group.finish();
    let query = Query::new("treaty", false).unwrap_or_else(|fault| panic!("{fault}"));
    let hits = corpus.search(&query, true, 50).kept;
    let glyphs = &attache::text::Glyphs::UNICODE;
    let (teacher, slides) = (true, false);
    let setting = Typesetting { briefing: &briefing, glyphs, teacher, slides, annotations: None };
    bench.bench_function("context of 50 hits", |bench| {
        bench.iter(|| hits.iter().map(|hit| setting.context(hit, 6, 14)).collect::<Vec<_>>());
    });
}

/// The 4,000 headings of the briefing, and 20,000 other names.
fn goto(bench: &mut Criterion) {
    let mut names = Names::of(&briefing());
    names.set_extras((0..20_000).map(|n| Extra {
        label: format!("The {} question of P’yŏngyang, {n}", ["first", "other", "last"][n % 3]),
        detail: "bookmark".to_owned(),
        key: format!("bookmark:{n}"),
        index: n,
        ..Extra::default()
    }));
    let mut group = bench.benchmark_group(format!("go to, {} names", names.len()));
    group.sample_size(20);
    for typed in ["", "e", "part", "pyongyang", "art 18", "tqopyg 1999", "2024-06", "the question"]
    {
        group.bench_function(format!("{typed:?}"), |bench| {
            bench.iter(|| names.rank(black_box(typed), 50, |key| u32::from(key.ends_with('7'))));
        });
    }
    group.finish();
}

/// From the first key that needs the texts or the names of a briefing to the frame that answers it: both are
/// made ready aside, and that takes the time of the jobs.
fn first(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("first key, 8.5 MB, 120x40");
    group.sample_size(20);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    let theme = Theme::new(Name::Dark, Depth::True, true);
    let mut app = common::app::reader(&common::large::files(120, 370), 120, 40);
    press(&mut app, "Esc");
    for name in ["/", ":"] {
        let key: Key = name.parse().unwrap_or_else(|fault| panic!("{fault}"));
        let mut jobs = Vec::new();
        group.bench_function(name, |bench| {
            bench.iter_batched(
                || app.clone(),
                |mut app| {
                    jobs = app.update(Msg::Key(key));
                    buffer.reset();
                    let drawn = ui::view(&app, &theme, &mut buffer);
                    (app, drawn)
                },
                BatchSize::PerIteration,
            );
        });
        group.bench_function(format!("{name}, aside"), |bench| {
            bench.iter(|| {
                let answers = jobs.iter().map(|effect| match effect {
                    Effect::Search(job) => job.run(|| true),
                    _ => None,
                });
                answers.collect::<Vec<_>>()
            });
        });
    }
    group.finish();
}

/// From a key to the frame that answers it, while something is searched for: at the beginning of
/// the briefing, and at its end, where all that comes before is in the way.
fn key(bench: &mut Criterion) {
    let files = common::large::files(66, 728);
    let mut group = bench.benchmark_group("key to frame, 9 MB, 200x60");
    group.sample_size(20);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 60));
    let theme = Theme::new(Name::Dark, Depth::True, true);
    for (name, section, keys, key) in [
        ("begin", "", "", "/"),
        ("one letter", "", "/", "e"),
        ("one letter, in the last section", "G", "/", "e"),
        ("two letters", "", "/ t", "h"),
        ("a word", "", "/ t r e a t", "y"),
        ("an absent one", "", "/ k r a k e", "n"),
        ("an expression", "", "/ Ctrl-r t r e a t", "y"),
        ("cancel", "", "/ t r e a t y", "Esc"),
        ("accept", "", "/ t r e a t y", "Enter"),
        ("next match", "", "/ t r e a t y Enter", "n"),
        ("match before, over the beginning", "", "/ t r e a t y Enter", "N"),
        ("list", "", "/ t r e a t y Enter", ";"),
        ("down the list", "", "/ t r e a t y Enter ;", "}"),
    ] {
        let mut app = common::app::reader(&files, 200, 60);
        press(&mut app, "Esc /");
        press(&mut app, "Esc");
        if section == "G" {
            press(&mut app, &"] ".repeat(65));
        }
        press(&mut app, keys);
        let key: Key = key.parse().unwrap_or_else(|fault| panic!("{fault}"));
        group.bench_function(name, |bench| {
            bench.iter_batched(
                || app.clone(),
                |mut app| {
                    app.update(Msg::Key(key));
                    buffer.reset();
                    let drawn = ui::view(&app, &theme, &mut buffer);
                    (app, drawn)
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// Presses keys; what is to be done aside is done at once.
fn press(app: &mut App, keys: &str) {
    for key in keys.split_whitespace() {
        let key = key.parse().unwrap_or_else(|fault| panic!("{fault}"));
        for effect in app.update(Msg::Key(key)) {
            let Effect::Search(errand) = effect else { continue };
            if let Some(answer) = errand.run(|| true) {
                app.update(Msg::Found(answer));
            }
        }
    }
}

criterion_group!(benches, search, goto, first, key);
criterion_main!(benches);
