//! Whatever a client sends, the server answers or passes it over, and ends when it is told to.

use lsp_server::Request;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Editor, FILES, text_of};

const HARBOUR: &str = "sections/harbour.yaml";

const RENAME: &str = "textDocument/rename";

/// What a request is answered that is none.
const INVALID_REQUEST: i32 = -32600;
const NOT_FOUND: i32 = -32601;
const INVALID_PARAMS: i32 = -32602;
const NOT_INITIALIZED: i32 = -32002;
const CANCELLED: i32 = -32800;

#[test]
fn what_is_not_known_is_refused() {
    let mut editor = Editor::new();
    assert_eq!(editor.ask("textDocument/declaration", json!({})), Err(NOT_FOUND));
    assert_eq!(editor.ask("", json!(null)), Err(NOT_FOUND));
    assert_eq!(editor.ask("$/no", json!([])), Err(NOT_FOUND));
    assert_eq!(editor.ask("initialize", json!({"capabilities": {}})), Err(INVALID_REQUEST));
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
    assert_eq!(editor.ask("shutdown", json!(null)), Err(INVALID_REQUEST));
    editor.open("actors.yaml", "actors: 7\n");
    assert_eq!(editor.ask("workspace/symbol", json!({})), Err(INVALID_REQUEST));
    assert_eq!(editor.said.len(), 0, "nothing is told any more");
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
fn a_request_that_is_cancelled_has_one_answer() {
    let mut editor = Editor::new();
    editor.open(HARBOUR, text_of(HARBOUR));
    let place = json!({"line": 4, "character": 12});
    let params = json!({
        "textDocument": editor.document(HARBOUR), "position": place, "newName": "captain",
    });
    for id in ["one", "two", "three"] {
        let request = Request::new(id.to_owned().into(), RENAME.to_owned(), params.clone());
        editor.client.sender.send(request.into()).unwrap();
        editor.tell("$/cancelRequest", json!({"id": id}));
        // Again, and of what was never asked.
        editor.tell("$/cancelRequest", json!({"id": id}));
        editor.tell("$/cancelRequest", json!({"id": 99_999}));
        editor.tell("$/cancelRequest", json!({"no": 1}));
        let answer = editor.answer(&id.to_owned().into());
        assert!(answer.is_ok() || answer == Err(CANCELLED), "{answer:?}");
    }
    editor.settle();
    assert_eq!(editor.unasked, 0);
    assert!(editor.ask(RENAME, params).is_ok(), "it can be asked again");
}

/// A change that cannot be read takes the text away, and says so: it is not known any more.
#[test]
fn a_text_that_is_not_known_any_more_is_told() {
    for place in [json!({"line": -1, "character": 0}), json!({"line": 4_294_967_296_u64}), json!(7)]
    {
        let mut editor = Editor::new();
        editor.open(HARBOUR, "title: [\n");
        assert_ne!(editor.faults(HARBOUR), [""; 0]);
        editor.edit(HARBOUR, &json!([{"range": {"start": place, "end": place}, "text": "x"}]));
        assert_eq!(editor.faults(HARBOUR), [""; 0], "as the file is");
        let (method, params) = editor.asked.pop().unwrap();
        assert_eq!(method, "window/showMessage");
        assert!(params["message"].as_str().unwrap().contains(HARBOUR), "{params}");
        editor.open(HARBOUR, "title: [\n");
        assert_ne!(editor.faults(HARBOUR), [""; 0], "opened again");
    }
}

#[test]
fn what_is_too_long_is_refused() {
    let mut editor = Editor::new();
    editor.open(HARBOUR, "title: [\n");
    editor.tell("attache/tooLong", json!({"uri": editor.uri(HARBOUR)}));
    assert_eq!(editor.faults(HARBOUR), [""; 0], "as the file is");
    assert_eq!(editor.asked.len(), 1);
    editor.tell("attache/tooLong", json!({}));
    editor.settle();
    assert_eq!(editor.asked.len(), 2);
    editor.tell("attache/tooLong", json!({"id": 4711}));
    assert_eq!(editor.answer(&4711.into()), Err(INVALID_REQUEST));
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

#[test]
fn thousands_of_changes_in_one_message_come_to_the_last() {
    let mut editor = Editor::new();
    editor.open(HARBOUR, "");
    let first = json!({"line": 0, "character": 0});
    let text = text_of(HARBOUR);
    // From the last letter to the first, each put before the others.
    let letters = text.chars().rev().map(String::from).flat_map(|one| {
        let range = json!({"start": first, "end": first});
        [
            json!({"range": range, "text": "x\u{1f600}"}),
            json!({
                "range": {"start": first, "end": {"line": 0, "character": 3}}, "text": one,
            }),
        ]
    });
    let changes: Vec<Value> = letters.collect();
    editor.edit(HARBOUR, &json!(changes));
    assert_eq!(editor.faults(HARBOUR), [""; 0]);
    let params = json!({"textDocument": editor.document(HARBOUR)});
    let answer = editor.ask("textDocument/documentSymbol", params).unwrap();
    assert_eq!(answer[0]["name"], "The harbour");
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
        "codeAction/resolve",
        "$/cancelRequest",
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
