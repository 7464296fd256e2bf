//! Every example in docs/format.md is a briefing that loads, or a part of one.
#![allow(clippy::expect_used)] // a test may fail where it stands

use std::fmt::Write;

use attache::load::from_files;

/// The YAML blocks of the document.
fn examples() -> Vec<&'static str> {
    let text = include_str!("../../docs/format.md");
    let blocks = text.split("```yaml\n").skip(1);
    blocks.filter_map(|block| block.split("```").next()).collect()
}

/// The file of a briefing that an example is, by a key that only that file has.
fn path(example: &str) -> Option<&'static str> {
    let has = |key: &str| example.lines().any(|line| line.starts_with(key));
    let files = [
        ("body:", "sections/treaty-content.yaml"),
        ("instruments:", "instruments.yaml"),
        ("actors:", "actors.yaml"),
        ("terms:", "glossary.yaml"),
        ("events:", "timeline.yaml"),
        ("sources:", "sources.yaml"),
        ("quiz:", "questions.yaml"),
        ("format:", "briefing.yaml"),
    ];
    files.into_iter().find(|(key, _)| has(key)).map(|(_, path)| path)
}

fn told(loaded: &attache::load::Loaded) -> String {
    let mut told = String::new();
    for diagnostic in &loaded.diagnostics {
        let _ = writeln!(told, "{}", attache::diagnostic::one_line(diagnostic));
    }
    told
}

#[test]
fn the_examples_make_one_briefing() {
    let whole = |example: &&str| example.contains("format: 1") && example.contains("body:");
    let mut files: Vec<_> = examples()
        .into_iter()
        .filter(|example| !whole(example))
        .map(|example| (path(example).expect("a known file"), example))
        .collect();
    assert_eq!(files.len(), 8);
    files.push(("sections/south-koreas-needs.yaml", "title: Needs\nbody: [{text: Words.}]"));
    let loaded = from_files("doc", files);
    assert_eq!(told(&loaded), "");
    let briefing = loaded.briefing.expect("a briefing");
    assert_eq!(briefing.sections.len(), 2);
    assert_eq!(briefing.quiz.len(), 1);
}

#[test]
fn the_single_file_is_a_briefing() {
    let example = examples().into_iter().find(|example| example.contains("A small briefing"));
    let loaded = from_files("one", [("briefing.yaml", example.expect("the example"))]);
    assert_eq!(told(&loaded), "");
}
