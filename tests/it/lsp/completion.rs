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
