//! From exec to the first text, with nothing kept and coming back to a place that is, on the bundled briefing and
//! on one of 8.5 MB, beside `less` on the same text, in a pseudo-terminal; and beside `echo`, which takes what
//! starting any program takes.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

mod common;

use std::path::Path;
use std::time::Duration;

use common::beside::Beside;
use common::programs::{self, Argv};
use common::tty::Tty;
use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};

/// A program, the word of its first text, and what was kept before.
type Run<'a> = (Argv, &'a str, Option<&'a Path>);

/// Runs a program in a terminal of 120 by 40 until it has shown the word, and ends it, which does not count.
fn first_text((argv, word, state): &Run) -> Duration {
    Tty::start(argv, (120, 40), *state).until(word)
}

/// The time of so many runs, each after one of the other programs, which does not count: side by side, so that
/// what one leaves behind, a disk still busy or a cold cache, meets all alike.
fn runs(run: &Run, other: &Run, number: u64) -> Duration {
    let times = (0..number).map(|_| {
        first_text(other);
        first_text(run)
    });
    times.sum()
}

fn compare(bench: &mut Criterion, name: &str, beside: &Beside) {
    let mut group = bench.benchmark_group(name);
    group.sampling_mode(SamplingMode::Flat).sample_size(30);
    let attache = programs::attache(&beside.briefing);
    let new: Run = (attache.clone(), beside.first, None);
    let kept: Run = (attache, beside.kept, Some(&beside.state));
    let echo: Run = (vec!["echo".to_owned(), "promised".to_owned()], "promised", None);
    let has_less = programs::has("less");
    let less: Run = (programs::less(&beside.text), beside.first, None);
    let less_at: Run = (programs::less_at(&beside.text, beside.kept), beside.kept, None);
    let (beside_new, beside_kept) = if has_less { (&less, &less_at) } else { (&echo, &echo) };
    group.bench_function("nothing kept", |bench| {
        bench.iter_custom(|n| runs(&new, beside_new, n));
    });
    group.bench_function("a kept place", |bench| {
        bench.iter_custom(|n| runs(&kept, beside_kept, n));
    });
    if has_less {
        group.bench_function("less", |bench| bench.iter_custom(|n| runs(&less, &new, n)));
        group.bench_function("less, at the kept place", |bench| {
            bench.iter_custom(|n| runs(&less_at, &kept, n));
        });
    }
    group.bench_function("echo", |bench| bench.iter_custom(|n| runs(&echo, &new, n)));
    group.finish();
}

fn first_screen(bench: &mut Criterion) {
    compare(bench, "first text of the bundled briefing", &Beside::bundled());
    compare(bench, "first text of 8.5 MB", &Beside::large());
}

criterion_group!(benches, first_screen);
criterion_main!(benches);
