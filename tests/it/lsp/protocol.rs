//! Whatever a client sends, the server answers or passes it over, and ends when it is told to.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Editor, FILES, text_of};

const HARBOUR: &str = "sections/harbour.yaml";

/// What a request is answered that is none.
const INVALID_REQUEST: i32 = -32600;
const NOT_FOUND: i32 = -32601;
const INVALID_PARAMS: i32 = -32602;
const NOT_INITIALIZED: i32 = -32002;

#[test]
fn what_is_not_known_is_refused() {
    let mut editor = Editor::new();
    assert_eq!(editor.ask("textDocument/declaration", json!({})), Err(NOT_FOUND));
    assert_eq!(editor.ask("", json!(null)), Err(NOT_FOUND));
    editor.tell("$/no", json!(7));
}

#[test]
fn nothing_is_answered_before_it_is_initialized() {
    let mut editor = Editor::bare();
    assert_eq!(editor.ask("shutdown", json!(null)), Err(NOT_INITIALIZED));
    assert_eq!(editor.ask("textDocument/hover", json!({})), Err(NOT_INITIALIZED));
    assert_eq!(editor.ask("initialize", json!(7)), Err(INVALID_PARAMS));
    editor.open("a.yaml", "format: 1\n");
    let answer = editor.initialize(&json!({}));
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(editor.end(), 1);
}

#[test]
fn it_ends_when_it_is_told_to() {
    let mut editor = Editor::new();
    assert_eq!(editor.ask("shutdown", json!(null)), Ok(json!(null)));
    assert_eq!(editor.ask("textDocument/hover", json!({})), Err(INVALID_REQUEST));
    assert_eq!(editor.end(), 0);
    assert_eq!(Editor::new().end(), 1, "it was not told to shut down");
    assert_eq!(Editor::bare().end(), 1);
}

/// A request about a document with these parameters is refused, or has no answer.
#[track_caller]
fn check_nothing(params: &Value, expected: &Result<Value, i32>) {
    let mut editor = Editor::new();
    editor.open(HARBOUR, text_of(HARBOUR));
    assert_eq!(&editor.ask("textDocument/hover", params.clone()), expected, "{params}");
    assert_eq!(editor.faults(HARBOUR), [""; 0]);
}

#[test]
fn what_is_asked_of_nothing_has_no_answer() {
    let place = json!({"line": 4, "character": 12});
    let at = |uri: &str| json!({"textDocument": {"uri": uri}, "position": place});
    check_nothing(&at("file:///no/such/file.yaml"), &Ok(json!(null)));
    check_nothing(&at("untitled:one"), &Ok(json!(null)));
    check_nothing(&at("http://ports.example/a.yaml"), &Ok(json!(null)));
    check_nothing(&at("no address"), &Err(INVALID_PARAMS));
    check_nothing(&at(""), &Ok(json!(null)));
    check_nothing(&json!({"position": place}), &Err(INVALID_PARAMS));
    check_nothing(&json!([1, 2]), &Err(INVALID_PARAMS));
}

#[test]
fn places_that_are_none_are_the_nearest() {
    let mut editor = Editor::new();
    editor.open(HARBOUR, text_of(HARBOUR));
    let far = json!({"line": 4_000_000_000_u32, "character": 4_000_000_000_u32});
    let place = json!({"textDocument": editor.document(HARBOUR), "position": far});
    assert!(editor.ask("textDocument/completion", place.clone()).is_ok());
    assert!(editor.ask("textDocument/definition", place).is_ok());
    let backwards = json!({"start": far, "end": {"line": 0, "character": 3}});
    editor.edit(HARBOUR, &json!([{"range": backwards, "text": "body: [\n"}]));
    assert_ne!(editor.faults(HARBOUR), [""; 0]);
}

#[test]
fn what_was_never_opened_is_not_changed() {
    let mut editor = Editor::new();
    editor.change(HARBOUR, "title: [\n");
    editor.tell("textDocument/didClose", json!({"textDocument": editor.document(HARBOUR)}));
    assert_eq!(editor.faults(HARBOUR), [""; 0]);
    editor.open(HARBOUR, text_of(HARBOUR));
    editor.open(HARBOUR, "title: [\n");
    assert_ne!(editor.faults(HARBOUR), [""; 0], "opened twice");
}

#[test]
fn a_client_that_can_is_asked_to_watch_the_files() {
    let mut editor = Editor::new();
    editor.settle();
    assert_eq!(editor.asked, []);
    let mut editor = Editor::bare();
    let can = json!({"dynamicRegistration": true});
    editor.initialize(&json!({"workspace": {"didChangeWatchedFiles": can}}));
    editor.settle();
    let (method, params) = &editor.asked[0];
    assert_eq!(method, "client/registerCapability");
    let watched = &params["registrations"][0]["registerOptions"]["watchers"];
    assert_eq!(watched[0]["globPattern"], "**/*.yaml");
}

#[test]
fn thousands_of_changes_come_to_the_last() {
    let mut editor = Editor::new();
    editor.open(HARBOUR, text_of(HARBOUR));
    for n in 0..1500 {
        let place = json!({"line": 0, "character": 7 + n});
        editor.edit(HARBOUR, &json!([{"range": {"start": place, "end": place}, "text": "x"}]));
    }
    let start = json!({"line": 0, "character": 7});
    let end = json!({"line": 0, "character": 1507});
    editor.edit(HARBOUR, &json!([{"range": {"start": start, "end": end}, "text": ""}]));
    assert_eq!(editor.faults(HARBOUR), [""; 0]);
}

fn method() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "textDocument/completion",
        "textDocument/hover",
        "textDocument/definition",
        "textDocument/references",
        "textDocument/prepareRename",
        "textDocument/rename",
        "textDocument/documentSymbol",
        "textDocument/documentLink",
        "textDocument/inlayHint",
        "textDocument/codeAction",
        "workspace/symbol",
        "textDocument/didChange",
        "textDocument/didOpen",
        "textDocument/didClose",
        "workspace/didChangeWatchedFiles",
        "initialize",
        "initialized",
    ])
}

/// What a text is changed to or by: pieces of YAML and of what it may hold.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "\n",
        "\r\n",
        "  ",
        "- ",
        "body:",
        "text: ",
        "id: ",
        "[x](",
        "actor:",
        "article:1(2)",
        "section:/",
        ")",
        "[",
        "{",
        "]",
        "}",
        "\"",
        "'",
        "|",
        ">-",
        "😀",
        "한",
        "\u{1b}",
        "\u{feff}",
        "(",
        "sources: [",
        ",",
        "<a:b>",
        "&amp;",
        "\\",
        "\t",
        "#",
        "/",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn rubbish_ends_nothing(
        steps in prop::collection::vec((method(), piece(), 0..12_u32, 0..60_u32, 0..12_u32), 1..24)
    ) {
        let mut editor = Editor::new();
        let files: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        for path in &files {
            editor.open(path, text_of(path));
        }
        for (at, (method, piece, line, column, end)) in steps.into_iter().enumerate() {
            let path = files[(line as usize + at) % files.len()];
            let start = json!({"line": line, "character": column});
            let range = json!({"start": start, "end": {"line": end, "character": column / 2}});
            let mut params = json!({
                "textDocument": editor.document(path),
                "position": start,
                "range": range,
                "context": {"includeDeclaration": true, "diagnostics": []},
                "newName": piece,
                "query": piece,
            });
            editor.edit(path, &json!([{"range": range, "text": piece}]));
            let _ = editor.ask(method, params.clone());
            params["position"] = json!(piece);
            let _ = editor.ask(method, params.clone());
            editor.tell(method, params);
        }
        editor.settle();
        prop_assert_eq!(editor.ask("shutdown", json!(null)), Ok(json!(null)));
        prop_assert_eq!(editor.end(), 0);
    }
}
