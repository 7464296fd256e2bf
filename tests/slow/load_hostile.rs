//! Whatever is in a file, loading ends soon, without a panic, and what it says is safe to print.
#![allow(clippy::expect_used)] // a test may fail where it stands

use attache::diagnostic::{one_line, rich};
use attache::load::{Loaded, from_files};
use attache::model::Briefing;
use proptest::prelude::*;

use crate::common::yaml::{self, START, body, hold, numbered};

#[track_caller]
fn refused(text: &str, rule: &str) -> Loaded {
    let loaded = hold(text);
    assert!(loaded.diagnostics.iter().any(|d| d.rule == rule), "{:?}", loaded.diagnostics);
    loaded
}

#[test]
fn nesting_without_end() {
    for open in ["[", "{a: ", "- ", "? ", "{", "[{", "!!a ", "&a "] {
        hold(&open.repeat(100_000));
    }
    refused(&"[".repeat(100_000), "budget");
    refused(&numbered(2000, |n| format!("{}a:", " ".repeat(n))), "budget");
}

#[test]
fn aliases_that_multiply() {
    let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    bomb += &numbered(9, |n| {
        format!("a{}: &a{} [{}]", n + 1, n + 1, vec![format!("*a{n}"); 10].join(","))
    });
    refused(&bomb, "budget");
    let megabyte = "x".repeat(1_000_000);
    refused(&format!("a: &a {megabyte}\nb: [{}]\n", vec!["*a"; 20_000].join(",")), "budget");
    refused("a: &a [*a]\n", "budget");
    refused("a: &a {<<: *a}\n", "budget");
}

#[test]
fn scalars_without_end() {
    // A little more than a text may have.
    let long = "x".repeat(1_100_000);
    let subtitle = refused(&format!("{START}subtitle: {long}\nsections: []\n"), "too-large");
    let briefing = subtitle.briefing.expect("a briefing");
    assert_eq!(briefing.subtitle.map(|s| s.len()), Some(1000));
    refused(&format!("{long}: 1\n"), "syntax");
    let text = refused(&body(&format!("      - text: {long}\n")), "too-large");
    let briefing = text.briefing.expect("a briefing");
    assert_eq!(briefing.sections[0].blocks[0].texts()[0].plain.len(), 1 << 20);
    let links = body(&format!("      - text: '{}'\n", "[](actor:x) ".repeat(50_000)));
    refused(&links, "reference");
    refused(&format!("{START}sections: [{long}]\n"), "section-file");
    refused(&format!("format: {long}\ndate: {long}\nlanguage: {long}\n"), "format");
}

#[test]
fn names_that_labels_multiply() {
    let name = "x".repeat(500_000);
    let links = "[](actor:a) ".repeat(40_000);
    let text = format!(
        "{}actors: [{{id: a, name: {name}}}]\n",
        body(&format!("      - text: '{links}'\n"))
    );
    let briefing = refused(&text, "too-large").briefing.expect("a briefing");
    let text = &briefing.sections[0].blocks[0].texts()[0].plain;
    assert!(text.len() <= (1 << 20) + 4 * 40_000, "{}", text.len());
    let blocks = numbered(700, |_| format!("      - text: '{}'", "[](actor:a)".repeat(110)));
    let loaded = yaml::load_one(&format!("{}actors: [{{id: a, name: {name}}}]\n", body(&blocks)));
    let all = loaded.briefing.expect("a briefing");
    let bytes: usize = all.blocks().map(|(_, block)| block.texts()[0].plain.len()).sum();
    assert!(bytes <= (64 << 20) + 4 * 77_000 && bytes > 60 << 20, "{bytes}");
}

#[test]
fn faults_by_the_thousand() {
    let loaded =
        hold(&body(&numbered(10_000, |n| format!("      - text: '[a](actor:nobody-{n})'"))));
    let last = loaded.diagnostics.last().expect("a last one");
    assert_eq!(one_line(last), "b: error[more]: 9000 more errors not shown");
    assert_eq!(loaded.briefing.expect("a briefing").blocks().count(), 10_000);
}

#[test]
fn a_briefing_of_thousands_of_paragraphs() {
    let section = |n: usize| {
        let blocks = numbered(73, |b| {
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
    assert_eq!(briefing.blocks().count(), 4818);
    let text = &briefing.sections[3].blocks[7].texts()[0].plain;
    assert_eq!(text, "Words 7 on Article 4 and more of them.");
}

const VALID: &str = include_str!("../../docs/format.md");

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let loaded = from_files("b", [("briefing.yaml", &bytes)]);
        prop_assert!(loaded.diagnostics.iter().all(|d| !rich(d, false).is_empty()));
    }

    #[test]
    fn any_text(text in "[a-z:\\-\\[\\]{}'\"#&*!|>%@` \n\t\u{1b}\u{202e}평é0-9]{0,400}") {
        hold(&text);
    }

    #[test]
    fn any_markup(text in "[a-z:\\-\\[\\]()!<>&;#*_`~\\\\ \n0-9평]{0,200}") {
        let text = text.replace('\n', "\n          ");
        let loaded = hold(&body(&format!("      - text: |\n          {text}\n")));
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
            hold(&text);
            from_files("b", [("briefing.yaml", "format: 1\ntitle: T\nsections: [a]"), ("sections/a.yaml", &text), ("actors.yaml", &text)]);
        }
    }
}
