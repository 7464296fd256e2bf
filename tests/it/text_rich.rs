//! Marking bytes of a text whose faces differ.
#![allow(clippy::single_range_in_vec_init, reason = "one mark is a list of one range")]

use attache::text::{Found, Rich, Role};

/// `parts` in turn faint and plain, with `ranges` marked: the runs, each with a star if it is marked.
fn check(parts: &[&str], ranges: &[std::ops::Range<usize>], expected: &str) {
    let mut rich = Rich::default();
    for (n, part) in parts.iter().enumerate() {
        rich.push(part, if n % 2 == 0 { Role::Faint } else { Role::Body });
    }
    rich.mark(ranges, Found::Match);
    let mut end = 0;
    let mut told = Vec::new();
    for run in &rich.runs {
        assert_eq!(run.range.start, end, "a gap in {:?}", rich.runs);
        end = run.range.end;
        let star = if run.face.found == Found::Match { "*" } else { "" };
        told.push(format!("{}{star}", &rich.plain[run.range.clone()]));
    }
    assert_eq!(end, rich.plain.len());
    assert_eq!(told.join("|"), expected);
}

#[test]
fn runs_are_cut_where_marks_begin_and_end() {
    check(&["one two"], &[], "one two");
    check(&["one two"], &[0..3], "one*| two");
    check(&["one two"], &[4..7], "one |two*");
    check(&["one two"], &[0..1, 2..3, 4..7], "o*|n|e*| |two*");
    check(&["one", "two"], &[1..5], "o|ne*|tw*|o");
    check(&["one", "two", "six"], &[2..7, 8..9], "on|e*|two*|s*|i|x*");
    check(&["one", "two"], &[0..3, 3..6], "one*|two*");
    check(&["one", "two"], &[5..9], "one|tw|o*");
}

#[test]
fn a_mark_in_every_letter_is_one_pass() {
    let letters = "e f ".repeat(50_000);
    let ranges: Vec<_> = (0..50_000).map(|n| 4 * n..4 * n + 1).collect();
    let mut rich = Rich::new(&letters, Role::Body);
    rich.mark(&ranges, Found::Match);
    assert_eq!(rich.runs.len(), 100_000);
}
