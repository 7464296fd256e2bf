//! From a letter typed to what was found: search and go-to, on a briefing of 9 MB.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

mod common;

use std::hint::black_box;

use attache::load;
use attache::model::Briefing;
use attache::text::Setting;
use attache::text::goto::{Extra, Names};
use attache::text::search::{Corpus, Query};
use criterion::{Criterion, criterion_group, criterion_main};

/// How many hits are kept.
const KEPT: usize = 10_000;

fn briefing() -> Briefing {
    let files = common::files(66, 728);
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
    let marks = &attache::text::Marks::UNICODE;
    let setting = Setting { briefing: &briefing, marks, teacher: true, annotations: None };
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

criterion_group!(benches, search, goto);
criterion_main!(benches);
