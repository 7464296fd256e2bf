//! Four times as much of anything takes about four times as long to load and to print. Work that
//! grows with the square of what a file holds lets a small file stop the program.
#![cfg(unix)]
#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::time::Duration;

use nix::time::{ClockId, clock_gettime};

use crate::common::yaml::{START, body, hold, numbered};

/// Below this, what a run takes is mostly not in proportion to anything.
const FLOOR: Duration = Duration::from_millis(5);

/// Holds the work for `n` to less than six times that for a quarter of it, where a square takes
/// sixteen. The work is the processor's time of this thread: others that the machine runs do not
/// count. They slow it all the same, so the best of several runs counts; a square is slow in all.
#[track_caller]
fn grows_evenly(n: usize, input: impl Fn(usize) -> String) {
    work_grows_evenly(n, input, |text| {
        hold(text);
    });
}

#[track_caller]
pub(crate) fn work_grows_evenly<I>(n: usize, input: impl Fn(usize) -> I, work: impl Fn(&I)) {
    let inputs = [input(n / 4), input(n)];
    let mut best = [Duration::MAX; 2];
    for _ in 0..5 {
        for (best, text) in best.iter_mut().zip(&inputs) {
            let begun = worked();
            work(text);
            *best = worked().saturating_sub(begun).min(*best);
        }
        if best[1] < 6 * best[0].max(FLOOR) {
            return;
        }
    }
    panic!("{best:?} for a quarter of {n} and {n}");
}

/// The processor's time that this thread has taken.
fn worked() -> Duration {
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).expect("every system has this clock").into()
}

fn one_text(text: &str) -> String {
    body(&format!("      - text: '{text}'\n"))
}

#[test]
fn a_long_name_taken_by_many_labels() {
    grows_evenly(2000, |n| {
        let text = one_text(&"[](actor:a) ".repeat(n));
        format!("{text}actors: [{{id: a, name: {}}}]\n", "x".repeat(25 * n))
    });
}

#[test]
fn a_long_name_in_every_list() {
    grows_evenly(1000, |n| {
        let text = one_text("Hello.");
        let name = "x".repeat(50 * n);
        let (parties, see) = (vec!["a"; n].join(","), vec!["actor:a"; n].join(","));
        format!(
            "{text}actors: [{{id: a, name: {name}}}]\n\
             instruments: [{{id: i, title: T, parties: [{parties}]}}]\n\
             discussion: [{{question: Q, see: [{see}]}}]\n"
        )
    });
}

#[test]
fn many_actors_named_in_one_text() {
    grows_evenly(5000, |n| {
        let actors = numbered(n, |n| format!("  - {{id: a{n}, name: Name{n}}}"));
        let names: Vec<_> = (0..n).map(|n| format!("Name{n}")).collect();
        format!("{}actors:\n{actors}", one_text(&names.join(" ")))
    });
}

#[test]
fn white_space_in_code_at_the_end() {
    for mark in ["\\` ", "` ", "``` "] {
        grows_evenly(20_000, |n| one_text(&format!("x {}", mark.repeat(n))));
    }
}

#[test]
fn an_actor_that_is_related_to_all() {
    grows_evenly(3000, |n| {
        let actors = numbered(n, |n| format!("  - {{id: a{n}, name: A}}"));
        let relations: Vec<_> = (0..n).map(|n| format!("{{to: a{n}, label: L}}")).collect();
        let hub = format!("  - {{id: hub, name: H, relations: [{}]}}", relations.join(","));
        format!("{}actors:\n{actors}{hub}\n", one_text("Hello."))
    });
}

#[test]
fn markup_that_nests() {
    for mark in [
        "[",
        "*",
        "_",
        "`",
        "> ",
        "- ",
        "<",
        "![",
        "[](",
        "**a ",
        "&",
        "\\\\",
        "1. ",
        "[a][",
        "*a _b ",
        "<a ",
        "](",
        "](actor:",
        "[a](actor:b ",
        "&nbsp;",
        "[]() ",
    ] {
        grows_evenly(20_000, |n| body(&format!("      - text: \"{}\"\n", mark.repeat(n))));
    }
}

#[test]
fn wrong_references_to_many_ids() {
    grows_evenly(2000, |n| {
        let actors = numbered(n, |n| {
            format!("  - {{id: somebody-{n}, name: Name {n}, aliases: [Alias {n}]}}")
        });
        let blocks =
            numbered(n, |n| format!("      - text: 'Name {n} [a](actor:smebody-{n}x) Alias'"));
        format!("{}actors:\n{actors}", body(&blocks))
    });
}

#[test]
fn wrong_references_to_much_of_anything() {
    grows_evenly(2000, |n| {
        let treaties = numbered(n, |n| {
            format!(
                "  - {{id: a{n}, title: S, articles: [{{number: 1, title: A, see: [3, b/2]}}]}}"
            )
        });
        let blocks = numbered(3 * n, |n| {
            let links = format!("[](section:s/ones-{n}) [](article:a{n}/9) [](section:s/p{n})");
            format!("      - {{id: one-{n}, text: '{links}'}}")
        });
        format!("{}instruments:\n{treaties}", body(&blocks))
    });
}

#[test]
fn names_that_begin_alike() {
    grows_evenly(1000, |n| {
        let actors = numbered(n, |n| format!("  - {{id: a-{n}, name: Kim Kim Kim Kim {n}}}"));
        let blocks = format!("      - text: {}\n", "Kim ".repeat(10 * n));
        format!("{}actors:\n{actors}", body(&blocks))
    });
}

#[test]
fn the_same_thing_again_and_again() {
    grows_evenly(5000, |n| body(&numbered(n, |_| "      - {id: a, text: A}".to_owned())));
    grows_evenly(5000, |n| format!("{START}sections:\n{}", numbered(n, |_| "  - a".to_owned())));
    grows_evenly(2000, |n| {
        let section = |n| format!("  - {{id: a{n}, title: A, body: []}}");
        format!("{START}sections:\n{}", numbered(n, section))
    });
    grows_evenly(10_000, |n| numbered(n, |_| "title: A".to_owned()));
    grows_evenly(10_000, |n| numbered(n, |n| format!("key{n}: A")));
    grows_evenly(10_000, |n| "---\n".repeat(n));
    grows_evenly(5000, |n| numbered(n, |_| format!("{START}---")));
}

#[test]
fn one_long_line() {
    let line = |block: &str, n: usize| {
        let items = vec![block; n].join(",");
        format!("{{format: 1, title: T, sections: [{{id: s, title: S, body: [{items}]}}]}}")
    };
    grows_evenly(5000, |n| line("{text: '[a](actor:x)'}", n));
    grows_evenly(5000, |n| line("{text: a, evidence: }", n));
}

#[test]
fn many_control_characters() {
    grows_evenly(100_000, |n| "\u{1b}".repeat(n));
    grows_evenly(10_000, |n| body(&format!("      - text: {}\n", "\u{1b}[31m".repeat(n))));
    grows_evenly(10_000, |n| body(&format!("      - text: \"{}\"\n", "\\e\\u202e ".repeat(n))));
}

#[test]
fn speakers_who_are_nobody() {
    grows_evenly(2000, |n| {
        let actors = numbered(n, |n| format!("  - {{id: a{n}, name: Somebody by Name {n}}}"));
        let quotes = numbered(n, |n| format!("      - {{quote: Q, from: Nobody {n}}}"));
        format!("{}actors:\n{actors}", body(&quotes))
    });
}
