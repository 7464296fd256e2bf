//! What may be written where.

use serde_json::{Value, json};

use super::{Editor, cursor, with};

/// What is offered at the `|` of a file, in order, each with the words that it takes the place of.
fn offered(inner: &str, text: &str) -> Vec<(String, String)> {
    let (text, position) = cursor(text);
    let mut editor = Editor::new();
    editor.open(inner, &text);
    let params = json!({"textDocument": editor.document(inner), "position": position});
    let answer = editor.ask("textDocument/completion", params).unwrap();
    let items = answer["items"].as_array().cloned().unwrap_or_default();
    let item = |item: &Value| {
        let edit = &item["textEdit"];
        (edit["newText"].as_str().unwrap().to_owned(), super::words(&text, &edit["range"]))
    };
    items.iter().map(item).collect()
}

/// These and no others are offered, in place of `typed`.
#[track_caller]
fn check(inner: &str, (words, others): (&str, &str), typed: &str, expected: &[&str]) {
    let found = offered(inner, &with(inner, words, others));
    let new: Vec<&str> = found.iter().map(|(new, _)| new.as_str()).collect();
    assert_eq!(new, expected, "{others}");
    assert!(found.iter().all(|(_, old)| old == typed), "{others}: {found:?}");
}

const HARBOUR: &str = "sections/harbour.yaml";

#[test]
fn keys_of_the_mapping_at_hand() {
    check("sources.yaml", ("title: Log of the harbour", "ti|"), "ti", &["title: "]);
    check("actors.yaml", ("kind: person", "ro|"), "ro", &["role: "]);
    check("actors.yaml", ("label: works for", "lab|"), "lab", &["label: "]);
    check("briefing.yaml", ("title: Ports", "sub|"), "sub", &["subtitle: "]);
    check("instruments.yaml", ("see: [1]", "comp|"), "comp", &["compare: "]);
    check(HARBOUR, ("- id: gate", "- eviden|"), "eviden", &["evidence: "]);
    check(HARBOUR, ("    sources: [log]", "    confi|"), "confi", &["confidence: "]);
    check(HARBOUR, ("body:", "summ|\nbody:"), "summ", &["summary: "]);
}

#[test]
fn words_of_the_format() {
    check("actors.yaml", ("kind: person", "kind: pers|"), "pers", &["person"]);
    check(
        "actors.yaml",
        ("label: works for", "label: x, tone: |"),
        "",
        &["ally", "partner", "neutral", "strained", "adversary"],
    );
}

#[test]
fn ids_in_values() {
    check(HARBOUR, ("sources: [log]", "sources: [lo|]"), "lo", &["log"]);
    check(HARBOUR, ("sources: [log]", "sources: [log, |]"), "", &["log"]);
    check(HARBOUR, ("sources: [log]", "sources:\n      - |"), "", &["log"]);
    check(HARBOUR, ("sources: [log]", "sources: [{id: |"), "", &["log"]);
    check("instruments.yaml", ("parties: [kim]", "parties: [k|]"), "k", &["kim"]);
    check("instruments.yaml", ("parties: [kim]", "parties: [Pilots|]"), "Pilots", &["guild"]);
    check("actors.yaml", ("to: kim", "to: |"), "", &["kim", "guild"]);
    check("briefing.yaml", ("[harbour, sea]", "[harbour, se|]"), "se", &["sea"]);
    check("instruments.yaml", ("see: [1]", "see: [|]"), "", &["1", "2", "sea-act/7"]);
}

#[test]
fn addresses_in_texts() {
    check(HARBOUR, ("actor:kim)", "actor:|"), "", &["kim", "guild"]);
    check(
        HARBOUR,
        ("actor:kim)", "|"),
        "",
        &["article:", "instrument:", "actor:", "term:", "event:", "source:", "section:"],
    );
    check(HARBOUR, ("article:1(2)(a))", "article:|"), "", &["1", "2", "sea-act/7"]);
    check(HARBOUR, ("article:1(2)(a))", "article:sea-act/|"), "", &["7"]);
    check(HARBOUR, ("article:1(2)(a))", "article:1(2)|"), "(2)", &["(2)", "(2)(a)", "(2)(b)"]);
    check(HARBOUR, ("section:harbour/gate", "section:|"), "", &["harbour", "sea"]);
    check(HARBOUR, ("section:harbour/gate", "section:harbour/|"), "", &["gate", "p2"]);
    check(HARBOUR, ("(actor:kim) keeps", " keeps|"), "", &[]);
}

#[test]
fn nothing_where_nothing_is_known() {
    check(HARBOUR, ("title: The harbour", "title: The|"), "", &[]);
    check("actors.yaml", ("actors:", "no: {a: |}\nactors:"), "", &[]);
    check("sources.yaml", ("url: https://log.example/1", "url: [[[{{|"), "", &[]);
}

const ONE: &str = "format: 1
title: One
sections:
  - id: first
    title: First
    body:
      - {id: gate, text: A gate.}
      - note: It is old.
        about: gate
  - id: second
    title: Second
    body:
      - {id: door, text: A door.}
      - text: >-
          It is shut.
      - note: It is new.
        about: door
actors:
  - {id: kim, name: Kim Harbour}
";

/// These are offered at the `|` of a briefing that is one file, which was whole before.
#[track_caller]
fn check_one(words: &str, others: &str, expected: &[&str]) {
    let (text, position) = cursor(&ONE.replacen(words, others, 1));
    let mut editor = Editor::bare();
    editor.initialize(&json!({}));
    editor.open("one.yaml", ONE);
    editor.settle();
    editor.change("one.yaml", &text);
    let params = json!({"textDocument": editor.document("one.yaml"), "position": position});
    let answer = editor.ask("textDocument/completion", params).unwrap();
    let items = answer["items"].as_array().cloned().unwrap_or_default();
    let labels: Vec<&str> = items.iter().map(|item| item["label"].as_str().unwrap()).collect();
    assert_eq!(labels, expected, "{others}");
}

#[test]
fn a_briefing_in_one_file() {
    check_one("about: gate", "about: |", &["gate", "p2"]);
    check_one("about: door", "about: |", &["door", "p2", "p3"]);
    // What is being written has these letters too.
    check_one("about: door", "about: d|", &["door", "p3"]);
    check_one("It is shut.", "[It](section:first/|", &["gate", "p2"]);
    // What is no YAML for a moment has the names that it had.
    check_one("text: >-\n          It is shut.", "text: See [Kim](actor:|", &["kim"]);
    check_one("text: >-\n          It is shut.", "text: \"See [Kim](actor:|", &["kim"]);
}
