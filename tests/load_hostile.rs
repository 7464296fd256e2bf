//! Whatever is in a file, loading ends soon, without a panic, and what it says is safe to print.
#![allow(clippy::expect_used)] // a test may fail where it stands

mod yaml;

use std::fmt::Write;
use std::time::{Duration, Instant};

use attache::diagnostic::{one_line, rich};
use attache::load::{Loaded, from_files};
use attache::model::Briefing;
use proptest::prelude::*;

const START: &str = "format: 1\ntitle: T\n";

/// Loads one file, and holds the result to what always holds. The bound on time is loose, for
/// tests run unoptimised; quadratic work on these inputs takes minutes.
#[track_caller]
fn check(text: &str) -> Loaded {
    let begun = Instant::now();
    let loaded = from_files("b", [("briefing.yaml", text)]);
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    assert!(loaded.diagnostics.len() <= 1001);
    for diagnostic in loaded.diagnostics.iter().take(50) {
        let shown = rich(diagnostic, false);
        let wild = shown.chars().find(|&c| c != '\n' && attache::model::hazard(c).is_some());
        assert_eq!(wild, None, "{shown:?}");
        assert!(shown.lines().all(|line| line.chars().count() < 1000), "{shown}");
    }
    loaded
}

#[track_caller]
fn refused(text: &str, rule: &str) {
    let loaded = check(text);
    assert!(loaded.diagnostics.iter().any(|d| d.rule == rule), "{:?}", loaded.diagnostics);
}

/// A briefing with one section, whose body is `body`.
fn body(body: &str) -> String {
    format!("{START}sections:\n  - id: s\n    title: S\n    body:\n{body}")
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut all, n| {
        let _ = writeln!(all, "{}", line(n));
        all
    })
}

#[test]
fn nesting_without_end() {
    for open in ["[", "{a: ", "- ", "? ", "{", "[{", "!!a ", "&a "] {
        check(&open.repeat(100_000));
    }
    refused(&"[".repeat(100_000), "budget");
    refused(&lines(2000, |n| format!("{}a:", " ".repeat(n))), "budget");
}

#[test]
fn aliases_that_multiply() {
    let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    bomb += &lines(9, |n| {
        format!("a{}: &a{} [{}]", n + 1, n + 1, vec![format!("*a{n}"); 10].join(","))
    });
    refused(&bomb, "budget");
    let megabyte = "x".repeat(1_000_000);
    refused(&format!("a: &a {megabyte}\nb: [{}]\n", vec!["*a"; 20_000].join(",")), "budget");
    check("a: &a [*a]\n");
    check("a: &a {<<: *a}\n");
}

#[test]
fn scalars_without_end() {
    let long = "x".repeat(3_000_000);
    check(&format!("{START}subtitle: {long}\nsections: []\n"));
    check(&format!("{long}: 1\n"));
    check(&body(&format!("      - text: {long}\n")));
    check(&body(&format!("      - text: '{}'\n", "[](actor:x) ".repeat(50_000))));
    check(&format!("{START}sections: [{long}]\n"));
    check(&format!("format: {long}\ndate: {long}\nlanguage: {long}\n"));
}

#[test]
fn markup_that_nests() {
    for mark in [
        "[", "*", "_", "`", "> ", "- ", "<", "![", "[](", "**a ", "&", "\\\\", "1. ", "[a][",
        "*a _b ", "<a ", "](",
    ] {
        check(&body(&format!("      - text: \"{}\"\n", mark.repeat(20_000))));
    }
}

#[test]
fn faults_by_the_hundred_thousand() {
    let loaded =
        check(&body(&lines(100_000, |n| format!("      - text: '[a](actor:nobody-{n})'"))));
    let last = loaded.diagnostics.last().expect("a last one");
    assert_eq!(one_line(last), "b: error[more]: 99000 more errors not shown");
    assert_eq!(loaded.briefing.expect("a briefing").blocks().count(), 100_000);
}

#[test]
fn wrong_references_to_many_ids() {
    let actors = lines(20_000, |n| {
        format!("  - {{id: somebody-{n}, name: Name {n}, aliases: [Alias {n}]}}")
    });
    let blocks =
        lines(20_000, |n| format!("      - text: 'Name {n} [a](actor:smebody-{n}x) Alias'"));
    check(&format!("{}actors:\n{actors}", body(&blocks)));
}

#[test]
fn wrong_references_to_much_of_anything() {
    let treaties = lines(10_000, |n| {
        format!("  - {{id: a{n}, title: S, articles: [{{number: 1, title: A, see: [3, b/2]}}]}}")
    });
    let blocks = lines(30_000, |n| {
        format!(
            "      - {{id: one-{n}, text: '[](section:s/ones-{n}) [](article:a{n}/9) [](section:s/p{n})'}}"
        )
    });
    check(&format!("{}instruments:\n{treaties}", body(&blocks)));
}

#[test]
fn names_that_begin_alike() {
    let actors = lines(5000, |n| format!("  - {{id: a-{n}, name: Kim Kim Kim Kim {n}}}"));
    check(&format!(
        "{}actors:\n{actors}",
        body(&format!("      - text: {}\n", "Kim ".repeat(50_000)))
    ));
}

#[test]
fn the_same_thing_again_and_again() {
    check(&body(&lines(50_000, |_| "      - {id: a, text: A}".to_owned())));
    check(&format!("{START}sections:\n{}", lines(50_000, |_| "  - a".to_owned())));
    check(&format!(
        "{START}sections:\n{}",
        lines(20_000, |n| format!("  - {{id: a{n}, title: A, body: []}}"))
    ));
    check(&lines(100_000, |_| "title: A".to_owned()));
    check(&lines(100_000, |n| format!("key{n}: A")));
    check(&"---\n".repeat(100_000));
    check(&lines(50_000, |_| format!("{START}---")));
}

#[test]
fn one_line_of_a_megabyte() {
    let items = vec!["{text: '[a](actor:x)'}"; 40_000].join(",");
    check(&format!("{{format: 1, title: T, sections: [{{id: s, title: S, body: [{items}]}}]}}"));
    let items = vec!["{text: a, evidence: }"; 40_000].join(",");
    check(&format!("{{format: 1, title: T, sections: [{{id: s, title: S, body: [{items}]}}]}}"));
}

#[test]
fn many_control_characters() {
    check(&"\u{1b}".repeat(3_000_000));
    check(&body(&format!("      - text: {}\n", "\u{1b}[31m".repeat(50_000))));
    check(&body(&format!("      - text: \"{}\"\n", "\\e\\u202e ".repeat(50_000))));
}

#[test]
fn a_briefing_of_thousands_of_paragraphs() {
    let section = |n: usize| {
        let blocks = lines(727, |b| {
            format!(
                "  - text: >-\n      Words {b} on [](article:4) and\n      **more** of [them](actor:kim).\n    evidence: reporting"
            )
        });
        (format!("sections/s{n}.yaml"), format!("title: S{n}\nbody:\n{blocks}"))
    };
    let mut files: Vec<_> = (0..66).map(section).collect();
    let ids: Vec<_> = (0..66).map(|n| format!("s{n}")).collect();
    files.push(("briefing.yaml".to_owned(), format!("{START}sections: [{}]\n", ids.join(", "))));
    files.push(("actors.yaml".to_owned(), "actors: [{id: kim, name: Kim}]".to_owned()));
    let law = "instruments: [{id: t, title: T, articles: [{number: 4, title: A}]}]";
    files.push(("instruments.yaml".to_owned(), law.to_owned()));
    let loaded = from_files("b", files);
    assert_eq!(yaml::lines(&loaded), "");
    let briefing = loaded.briefing.expect("a briefing");
    assert_eq!(briefing.blocks().count(), 47_982);
    let text = &briefing.sections[3].blocks[7].texts()[0].plain;
    assert_eq!(text, "Words 7 on Article 4 and more of them.");
}

const VALID: &str = include_str!("../docs/format.md");

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let loaded = from_files("b", [("briefing.yaml", &bytes)]);
        prop_assert!(loaded.diagnostics.iter().all(|d| !rich(d, false).is_empty()));
    }

    #[test]
    fn any_text(text in "[a-z:\\-\\[\\]{}'\"#&*!|>%@` \n\t\u{1b}\u{202e}평é0-9]{0,400}") {
        check(&text);
    }

    #[test]
    fn any_markup(text in "[a-z:\\-\\[\\]()!<>&;#*_`~\\\\ \n0-9평]{0,200}") {
        let text = text.replace('\n', "\n          ");
        let loaded = check(&body(&format!("      - text: |\n          {text}\n")));
        for block in loaded.briefing.iter().flat_map(Briefing::blocks) {
            for text in block.1.texts() {
                let mut end = 0;
                for span in &text.spans {
                    prop_assert_eq!(span.range.start, end);
                    prop_assert!(span.range.end > end);
                    end = span.range.end;
                }
                prop_assert_eq!(end, text.plain.len());
            }
        }
    }

    #[test]
    fn a_valid_file_with_bytes_changed(
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<char>(), 0_usize..4), 1..8),
    ) {
        for example in VALID.split("```yaml\n").skip(1).filter_map(|e| e.split("```").next()) {
            let mut chars: Vec<char> = example.chars().collect();
            for (at, c, cut) in &edits {
                let at = at.index(chars.len());
                let end = (at + cut).min(chars.len());
                chars.splice(at..end, [*c]);
            }
            let text: String = chars.into_iter().collect();
            check(&text);
            from_files("b", [("briefing.yaml", "format: 1\ntitle: T\nsections: [a]"), ("sections/a.yaml", &text), ("actors.yaml", &text)]);
        }
    }
}
