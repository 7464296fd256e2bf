//! docs/json.md shows what is written.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use attache::export::{Audience, Edition, Portion, json};
use attache::load::from_files;
use attache::model::{Briefing, SectionIx};
use serde_json::Value;

const DOC: &str = include_str!("../../docs/json.md");

/// The block of the document in this language.
fn example(language: &str) -> &'static str {
    let start = format!("```{language}\n");
    DOC.split_once(&start).unwrap().1.split("```").next().unwrap()
}

fn load(id: &str, yaml: &str) -> Briefing {
    from_files(id, [("briefing.yaml", yaml)]).briefing.unwrap()
}

fn written(briefing: &Briefing, section: Option<usize>) -> String {
    let mut out = Vec::new();
    let portion = section.map_or(Portion::Whole, |at| Portion::Section(SectionIx::new(at)));
    json(briefing, Edition { audience: Audience::Teacher, portion }, None, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// `json` in the order of its keys, on a line: white space outside strings is left out.
fn on_a_line(json: &str) -> String {
    let (mut out, mut quoted, mut escaped) = (String::new(), false, false);
    for c in json.chars() {
        if quoted || !c.is_whitespace() {
            out.push(c);
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
    }
    out
}

#[test]
fn the_example_holds_to_the_letter() {
    let loaded = from_files("bridges", [("briefing.yaml", example("yaml"))]);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let line = written(&loaded.briefing.unwrap(), None);
    assert_eq!(line, on_a_line(example("json")) + "\n");
}

#[test]
fn a_section_comes_without_what_stands_beside_the_text() {
    let briefing = load("bridges", example("yaml"));
    let whole: Value = serde_json::from_str(&written(&briefing, None)).unwrap();
    let one: Value = serde_json::from_str(&written(&briefing, Some(0))).unwrap();
    assert_eq!(one["sections"], whole["sections"]);
    assert_eq!(one["title"], "Bridges");
    assert_eq!(one.get("actors"), None);
}

#[test]
fn every_kind_of_block_is_told() {
    let briefing = load(
        "b",
        r#"
format: 1
title: T
sections:
  - id: s
    title: S
    body:
      - heading: H [x](actor:a)
      - quote: Yes.
        from: a
      - quote: No.
        from: A passer-by
      - list: [one, "`two`"]
      - {note: N, about: p1}
      - {question: Q, hint: "see [](actor:a)", minutes: 5}
      - cue: C [x](actor:a)
actors: [{id: a, name: A}]
"#,
    );
    let value: Value = serde_json::from_str(&written(&briefing, None)).unwrap();
    let blocks = value["sections"][0]["blocks"].as_array().unwrap();
    let check = |at: usize, expected: &str| {
        let mut block = blocks[at].clone();
        let block = block.as_object_mut().unwrap();
        for key in ["ref", "id", "sources", "cited_by"] {
            block.remove(key);
        }
        assert_eq!(Value::Object(block.clone()), serde_json::from_str::<Value>(expected).unwrap());
    };
    check(
        0,
        r#"{"kind": "heading", "cites": ["actor:a"], "text": {"plain": "H x",
            "spans": [{"text": "H "}, {"text": "x", "target": "actor:a"}]}}"#,
    );
    check(
        1,
        r#"{"kind": "quote", "from": {"name": "A", "ref": "actor:a"}, "cites": ["actor:a"],
            "text": {"plain": "Yes.", "spans": [{"text": "Yes."}]}}"#,
    );
    check(
        2,
        r#"{"kind": "quote", "from": {"name": "A passer-by"}, "cites": [],
            "text": {"plain": "No.", "spans": [{"text": "No."}]}}"#,
    );
    check(
        3,
        r#"{"kind": "list", "cites": [], "items": [
            {"plain": "one", "spans": [{"text": "one"}]},
            {"plain": "two", "spans": [{"text": "two", "code": true}]}]}"#,
    );
    check(
        4,
        r#"{"kind": "note", "about": "section:s/p1", "cites": [],
            "text": {"plain": "N", "spans": [{"text": "N"}]}}"#,
    );
    check(
        5,
        r#"{"kind": "question", "minutes": 5, "cites": [],
            "text": {"plain": "Q", "spans": [{"text": "Q"}]},
            "hint": {"plain": "see A",
                     "spans": [{"text": "see "}, {"text": "A", "target": "actor:a"}]}}"#,
    );
    check(
        6,
        r#"{"kind": "cue", "cites": ["actor:a"],
            "text": {"plain": "C x", "spans": [{"text": "C "}, {"text": "x", "target": "actor:a"}]}}"#,
    );
    // The heading has no address of its own, and the cue is for the teacher alone.
    let cited_by = serde_json::json!(["section:s", "section:s/p1"]);
    assert_eq!(value["actors"][0]["cited_by"], cited_by);
}

/// A briefing with a law in it: parts, and a wording with paragraphs and points.
const LAW: &str = r#"
format: 1
title: T
elements: {when: When}
sections: [{id: s, title: S, body: [{text: "See [](article:4)."}]}]
instruments:
  - id: t
    title: Treaty
    articles:
      - {part: Chapter I, title: Bells}
      - number: 4
        text: |
          1. Each town shall:
             (a) ring *its* bell;
             (b) answer.
          Bells are [common](article:5).
        elements: {when: At noon}
      - {number: 5, label: Annex}
"#;

#[test]
fn a_wording_is_a_tree_of_its_provisions() {
    let value: Value = serde_json::from_str(&written(&load("b", LAW), None)).unwrap();
    let instrument = &value["instruments"][0];
    assert_eq!(
        instrument["parts"],
        serde_json::json!([{"part": "Chapter I", "title": "Bells", "level": 1, "before": 0}])
    );
    let article = &instrument["articles"][0];
    assert_eq!(
        (&article["name"], &instrument["articles"][1]["name"]),
        (&"Article 4".into(), &"Annex".into())
    );
    let plain = "1. Each town shall:\n(a) ring its bell;\n(b) answer.\nBells are common.";
    assert_eq!(article["text"]["plain"], plain);
    assert_eq!(
        article["text"]["provisions"],
        serde_json::from_str::<Value>(
            r#"[
                {"ref": "article:t/4(1)", "mark": "1.", "plain": "Each town shall:", "spans": [{"text": "Each town shall:"}],
                 "points": [
                    {"ref": "article:t/4(1)(a)", "mark": "(a)", "plain": "ring its bell;", "points": [],
                     "spans": [{"text": "ring "}, {"text": "its", "emphasis": true},
                               {"text": " bell;"}]},
                    {"ref": "article:t/4(1)(b)", "mark": "(b)", "plain": "answer.", "spans": [{"text": "answer."}],
                     "points": []}]},
                {"ref": "article:t/4(¶1)", "plain": "Bells are common.", "points": [],
                 "spans": [{"text": "Bells are "}, {"text": "common", "target": "article:t/5"},
                           {"text": "."}]}]"#
        )
        .unwrap()
    );
    let when =
        r#"[{"name": "when", "text": {"plain": "At noon", "spans": [{"text": "At noon"}]}}]"#;
    assert_eq!(article["elements"], serde_json::from_str::<Value>(when).unwrap());
}

#[test]
fn no_control_character_is_in_it_not_even_escaped() {
    let yaml = "format: 1\ntitle: \"a\\e[31m\\x9b \\u202e\\tb\"\nsections: \
                [{id: s, title: \"\\0\", body: [{text: \"x\\\\\\ny &#27; \\u2028\"}]}]\n";
    let line = written(&load("i\u{1b}d\u{9b}", yaml), None);
    let hostile = |text: &str| text.contains(|c| c != '\n' && attache::base::hazard(c).is_some());
    assert!(!hostile(&line), "{line:?}");
    assert!(!line.contains("\\u00"), "{line:?}");
    let value: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(value["id"], "i\u{241b}d\u{fffd}");
    assert_eq!(value["title"], "a\u{241b}[31m\u{fffd} \u{fffd} b");
}

#[test]
fn every_reference_leads_to_something() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings/russia-dprk-treaty");
    let briefing = attache::load::open(folder.as_ref()).briefing.unwrap();
    let value: Value = serde_json::from_str(&written(&briefing, None)).unwrap();
    let (mut refs, mut used) = (Vec::new(), Vec::new());
    collect(&value, "", &mut refs, &mut used);
    assert!(refs.len() > 300 && used.len() > 2000, "{} and {}", refs.len(), used.len());
    let known: std::collections::HashSet<&str> = refs.iter().map(String::as_str).collect();
    assert_eq!(known.len(), refs.len(), "a reference is given twice");
    for one in used.iter().filter(|one| !one.starts_with("http")) {
        // A provision of an article whose wording is not given leads to the article.
        let thing = one.split_once('(').map_or(one.as_str(), |(article, _)| article);
        assert!(known.contains(one.as_str()) || known.contains(thing), "{one}");
    }
}

/// Sorts the references of `value` into those that things have and those that lead to them.
fn collect(value: &Value, key: &str, refs: &mut Vec<String>, used: &mut Vec<String>) {
    let lists = ["cited_by", "cites", "sources", "parties", "see", "compare"];
    match value {
        Value::String(words) if key == "ref" => refs.push(words.clone()),
        Value::String(words) if key == "target" || key == "to" || lists.contains(&key) => {
            used.push(words.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, key, refs, used)),
        // Who is quoted has a reference that leads elsewhere.
        Value::Object(object) => {
            for (name, value) in object.iter().filter(|(name, _)| *name != "from") {
                collect(value, name, refs, used);
            }
        }
        _ => {}
    }
}
