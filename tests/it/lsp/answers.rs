//! What is said of what stands at a place, and where that leads.

use serde_json::{Value, json};

use super::{Editor, FILES, SEA, cursor, text_of, with, words};

const HARBOUR: &str = "sections/harbour.yaml";

/// An editor with a file open that has its cursor at `|`, and the place of that.
fn at(inner: &str, text: &str) -> (Editor, Value, String) {
    let (text, position) = cursor(text);
    let mut editor = Editor::new();
    editor.open(inner, &text);
    let place = json!({"textDocument": editor.document(inner), "position": position});
    (editor, place, text)
}

/// `file: words` for each place of an answer.
fn places(editor: &Editor, answer: &Value, open: (&str, &str)) -> Vec<String> {
    let place = |place: &Value| {
        let uri = place["uri"].as_str().unwrap();
        let inner = uri.strip_prefix(&editor.uri("")).unwrap();
        let text = if inner == open.0 { open.1 } else { text_of(inner) };
        format!("{inner}: {}", words(text, &place["range"]))
    };
    answer.as_array().unwrap().iter().map(place).collect()
}

/// What is named at `|`, put into the file in place of `words`, is defined and named elsewhere.
#[track_caller]
fn check(inner: &str, (words, others): (&str, &str), defined: &[&str], named: &[&str]) {
    let (mut editor, place, text) = at(inner, &with(inner, words, others));
    let answer = editor.ask("textDocument/definition", place.clone()).unwrap();
    assert_eq!(places(&editor, &answer, (inner, &text)), defined, "{others}: defined");
    let mut params = place;
    params["context"] = json!({"includeDeclaration": false});
    let answer = editor.ask("textDocument/references", params).unwrap();
    assert_eq!(places(&editor, &answer, (inner, &text)), named, "{others}: named");
}

#[test]
fn what_is_named_is_defined_somewhere_and_named_elsewhere() {
    let kim = ["actors.yaml: kim", "instruments.yaml: kim", "sections/harbour.yaml: kim"];
    let others = &kim;
    check(HARBOUR, ("actor:kim", "actor:k|im"), &["actors.yaml: kim"], others);
    check(HARBOUR, ("[Kim]", "[K|im]"), &["actors.yaml: kim"], others);
    check("actors.yaml", ("id: kim", "id: kim|"), &["actors.yaml: kim"], others);
    check("instruments.yaml", ("[kim]", "[|kim]"), &["actors.yaml: kim"], others);
    let one = ["instruments.yaml: 1", "sections/harbour.yaml: 1"];
    check(HARBOUR, ("article:1(", "article:|1("), &["instruments.yaml: 1"], &one);
    check(
        "instruments.yaml",
        ("see: [1]", "see: [port-treaty/1|]"),
        &["instruments.yaml: 1"],
        &one,
    );
    let act = ["sections/sea.yaml: sea-act"];
    check("sections/sea.yaml", ("sea-act", "sea|-act"), &["instruments.yaml: sea-act"], &act);
    check(
        "sections/sea.yaml",
        ("/7)", "/7|)"),
        &["instruments.yaml: 7"],
        &["sections/sea.yaml: 7"],
    );
    let gate = ["sections/harbour.yaml: gate"];
    check(HARBOUR, ("harbour/gate", "harbour/ga|te"), &gate, &gate);
    check(
        HARBOUR,
        ("sources: [log]", "sources: [lo|g]"),
        &["sources.yaml: log"],
        &["sections/harbour.yaml: log"],
    );
    let harbour = ["briefing.yaml: harbour", "sections/harbour.yaml: harbour"];
    check(
        "briefing.yaml",
        ("[harbour", "[har|bour"),
        &["sections/harbour.yaml: The harbour"],
        &harbour,
    );
}

#[test]
fn places_are_right_however_a_text_is_written() {
    for text in [
        "'It''s [x](actor:k|im).'",
        "\"A \\\"b\\\" \\u00e9 [x](actor:k|im)\"",
        ">-\n      One\n      two [x\n      y](actor:k|im)\n",
        "|-\n      One\n\n      평양 😀 [x](actor:k|im)\n",
        "One\n      two [x](actor:k|im)",
    ] {
        // The first `|` may be that of a block.
        let (head, tail) = text.rsplit_once('|').unwrap();
        let whole = format!("title: T\nbody:\n  - text: {head}{tail}\n");
        let byte = "title: T\nbody:\n  - text: ".len() + head.len();
        let before = &whole[..byte];
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap().encode_utf16().count();
        let mut editor = Editor::new();
        editor.open(HARBOUR, &whole);
        let position = json!({"line": line, "character": column});
        let place = json!({"textDocument": editor.document(HARBOUR), "position": position});
        let answer = editor.ask("textDocument/prepareRename", place).unwrap();
        assert_eq!(words(&whole, &answer["range"]), "kim", "{text}");
    }
}

/// The card that is shown at `|` has these words.
#[track_caller]
fn check_hover(inner: &str, (words, others): (&str, &str), expected: &[&str]) {
    let (mut editor, place, _) = at(inner, &with(inner, words, others));
    let answer = editor.ask("textDocument/hover", place).unwrap();
    let card = answer["contents"]["value"].as_str().unwrap_or_default();
    for words in expected {
        assert!(card.contains(words), "{others}: {card}");
    }
    assert_eq!(card.is_empty(), expected.is_empty(), "{others}: {card}");
}

#[test]
fn the_card_of_what_is_named() {
    check_hover(HARBOUR, ("actor:kim", "actor:k|im"), &["### Kim Harbour", "Keeps the harbour."]);
    check_hover(HARBOUR, ("article:1(2)(a)", "article:1(2)(|a)"), &["enter;"]);
    check_hover(HARBOUR, ("article:1(2)(a)", "article:|1"), &["Scope", "Ports are open."]);
    check_hover(HARBOUR, ("sources: [log]", "sources: [l|og]"), &["Log of the harbour"]);
    check_hover(HARBOUR, ("harbour/gate", "harbour/g|ate"), &["Kim"]);
    check_hover("actors.yaml", ("kind:", "ki|nd:"), &["**kind**", "`person`"]);
    check_hover(HARBOUR, ("keeps it", "keeps| it"), &[]);
    check_hover(HARBOUR, ("actor:kim", "actor:k|in"), &[]);
}

/// What is named at `|` is called `new` in these places.
#[track_caller]
fn check_rename(inner: &str, (words_of, others): (&str, &str), new: &str, expected: &[&str]) {
    let (mut editor, mut place, text) = at(inner, &with(inner, words_of, others));
    place["newName"] = json!(new);
    let answer = editor.ask("textDocument/rename", place).unwrap();
    let mut changed = Vec::new();
    for change in answer["documentChanges"].as_array().unwrap() {
        let path = change["textDocument"]["uri"].as_str().unwrap();
        let path = path.strip_prefix(&editor.uri("")).unwrap();
        let of = if path == inner { &text } else { text_of(path) };
        for edit in change["edits"].as_array().unwrap() {
            assert_eq!(edit["newText"], new);
            changed.push(format!("{path}: {}", words(of, &edit["range"])));
        }
    }
    changed.sort();
    assert_eq!(changed, expected, "{others}");
}

#[test]
fn an_id_is_renamed_wherever_it_stands() {
    check_rename(
        HARBOUR,
        ("actor:kim", "actor:k|im"),
        "captain",
        &[
            "actors.yaml: kim",
            "actors.yaml: kim",
            "instruments.yaml: kim",
            "sections/harbour.yaml: kim",
        ],
    );
    check_rename(
        HARBOUR,
        ("article:1(", "article:|1("),
        "9",
        &["instruments.yaml: 1", "instruments.yaml: 1", "sections/harbour.yaml: 1"],
    );
    let gate = ["sections/harbour.yaml: gate", "sections/harbour.yaml: gate"];
    check_rename(HARBOUR, ("id: gate", "id: g|ate"), "door", &gate);
}

#[test]
fn a_section_is_renamed_with_its_file() {
    let (mut editor, mut place, _) = at("briefing.yaml", &with("briefing.yaml", "sea]", "se|a]"));
    place["newName"] = json!("ocean");
    let answer = editor.ask("textDocument/rename", place).unwrap();
    let changes = answer["documentChanges"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    assert_eq!(changes[0]["edits"][0]["newText"], "ocean");
    assert_eq!(changes[1]["kind"], "rename");
    assert_eq!(changes[1]["newUri"], json!(editor.uri("sections/ocean.yaml")));
}

#[test]
fn a_section_without_an_id_is_not_the_one_before_it() {
    let inline = "format: 1\ntitle: Ports\nsections:
  - {id: quay, title: The quay, body: [{id: end, text: Wood.}]}
  - {title: The m|ole, body: [{id: end, text: \"See [it](section:quay/end).\"}]}
";
    let (mut editor, mut place, text) = at("briefing.yaml", inline);
    place["newName"] = json!("pier");
    let asked = editor.ask("textDocument/prepareRename", place.clone());
    assert_eq!(asked, Ok(json!(null)), "a title is no id");
    assert_eq!(editor.ask("textDocument/rename", place.clone()), Err(-32803));
    place["position"] = json!({"line": 3, "character": 10});
    place["context"] = json!({"includeDeclaration": true});
    let answer = editor.ask("textDocument/references", place.clone()).unwrap();
    let named = places(&editor, &answer, ("briefing.yaml", &text));
    assert_eq!(named, ["briefing.yaml: quay", "briefing.yaml: quay"]);
    let answer = editor.ask("textDocument/rename", place).unwrap();
    let edits = answer["documentChanges"][0]["edits"].as_array().unwrap().iter();
    let changed: Vec<_> = edits.map(|edit| words(&text, &edit["range"])).collect();
    assert_eq!(changed, ["quay", "quay"]);
}

#[test]
fn what_cannot_be_renamed_is_refused() {
    let refused = |inner, words, others, new: &str| {
        let (mut editor, mut place, _) = at(inner, &with(inner, words, others));
        place["newName"] = json!(new);
        editor.ask("textDocument/rename", place).unwrap_err()
    };
    assert_eq!(refused(HARBOUR, "actor:kim", "actor:k|im", "guild"), -32803, "it is taken");
    assert_eq!(refused(HARBOUR, "actor:kim", "actor:k|im", "No id"), -32803);
    assert_eq!(refused(HARBOUR, "keeps it", "keeps| it", "x"), -32803);
    assert_eq!(refused(HARBOUR, "harbour/gate", "harbour/p|2", "x"), -32803, "a place is no id");
}

#[test]
fn the_contents_of_a_file() {
    let mut editor = Editor::new();
    editor.open("instruments.yaml", text_of("instruments.yaml"));
    let document = json!({"textDocument": editor.document("instruments.yaml")});
    let answer = editor.ask("textDocument/documentSymbol", document).unwrap();
    let names = |all: &Value| {
        let all = all.as_array().unwrap().iter();
        all.map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&answer), ["Treaty on Ports", "Sea Act"]);
    assert_eq!(names(&answer[0]["children"]), ["1 Scope", "2 Dues"]);
}

#[test]
fn names_are_found_by_a_few_letters() {
    let mut editor = Editor::new();
    editor.open(HARBOUR, text_of(HARBOUR));
    let mut first = |query: &str| {
        let answer = editor.ask("workspace/symbol", json!({"query": query})).unwrap();
        let uri = answer[0]["location"]["uri"].as_str().unwrap_or_default().to_owned();
        format!("{} {}", answer[0]["name"].as_str().unwrap_or_default(), super::name(uri.as_ref()))
    };
    assert_eq!(first("pilots"), "Guild of Pilots actors.yaml");
    assert_eq!(first("the sea"), "The sea sea.yaml");
    assert_eq!(first("log harb"), "Log of the harbour sources.yaml");
}

#[test]
fn what_leads_out() {
    let mut editor = Editor::new();
    editor.open(HARBOUR, text_of(HARBOUR));
    editor.open("briefing.yaml", text_of("briefing.yaml"));
    let mut links = |inner: &str| {
        let document = json!({"textDocument": editor.document(inner)});
        let answer = editor.ask("textDocument/documentLink", document).unwrap();
        let link = |link: &Value| {
            let target = link["target"].as_str().unwrap();
            let target = target.strip_prefix(&editor.uri("")).unwrap_or(target);
            format!("{} -> {target}", words(text_of(inner), &link["range"]))
        };
        answer.as_array().unwrap().iter().map(link).collect::<Vec<_>>()
    };
    assert_eq!(links(HARBOUR), ["https://log.example/2 -> https://log.example/2"]);
    let files = ["harbour -> sections/harbour.yaml", "sea -> sections/sea.yaml"];
    assert_eq!(links("briefing.yaml"), files);
}

#[test]
fn the_names_of_ids() {
    let mut editor = Editor::new();
    let mut hints = |inner: &str| {
        editor.open(inner, text_of(inner));
        let range =
            json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
        let params = json!({"textDocument": editor.document(inner), "range": range});
        let answer = editor.ask("textDocument/inlayHint", params).unwrap();
        let hint = |hint: &Value| hint["label"].as_str().unwrap().to_owned();
        answer.as_array().unwrap().iter().map(hint).collect::<Vec<_>>()
    };
    assert_eq!(hints(HARBOUR), ["Log of the harbour", "Guild of Pilots"]);
    assert_eq!(hints("actors.yaml"), ["Kim Harbour"]);
    assert_eq!(hints("instruments.yaml"), ["Kim Harbour", "Article 1"]);
}

/// What is asked about the actions at a place of actors.yaml, of these kinds or of all.
fn actions(editor: &Editor, line: u32, only: &Value) -> Value {
    let place = json!({"line": line, "character": 5});
    json!({
        "textDocument": editor.document("actors.yaml"),
        "range": {"start": place, "end": place},
        "context": {"diagnostics": [], "only": only},
    })
}

fn titles(answer: &Value) -> Vec<&str> {
    answer.as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect()
}

const ALL: &str = "Mend all that can be mended";

#[test]
fn a_fault_is_mended() {
    let text = with("actors.yaml", "kind: person", "kimd: person");
    let mut editor = Editor::new();
    editor.open("actors.yaml", &text);
    let params = actions(&editor, 3, &json!(null));
    let answer = editor.ask("textDocument/codeAction", params).unwrap();
    assert_eq!(titles(&answer), ["write `kind`"], "it would have to be worked out to be offered");
    let change = &answer[0]["edit"]["documentChanges"][0];
    let document = json!({"uri": editor.uri("actors.yaml"), "version": editor.version});
    assert_eq!(change["textDocument"], document, "of the text as it is");
    let edit = &change["edits"][0];
    assert_eq!(edit["newText"], "kind");
    assert_eq!(words(&text, &edit["range"]), "kimd");
    let mut of_kind = |only: &str| {
        let params = actions(&editor, 9, &json!([only]));
        let answer = editor.ask("textDocument/codeAction", params).unwrap();
        titles(&answer).join(", ")
    };
    assert_eq!(of_kind("source.fixAll"), ALL);
    assert_eq!(of_kind("source"), ALL);
    assert_eq!(of_kind("sour"), "");
    assert_eq!(of_kind("quickfix"), "", "not there");
    assert_eq!(of_kind("refactor"), "");
}

/// An editor that asks for the edits of an action when it is chosen, and for no more.
fn resolving() -> Editor {
    let mut editor = Editor::bare();
    for (path, text) in FILES.iter().chain([&SEA]) {
        editor.write(path, text);
    }
    let actions = json!({"resolveSupport": {"properties": ["edit"]}});
    editor.initialize(&json!({"textDocument": {"codeAction": actions}}));
    editor
}

#[test]
fn what_mends_all_is_worked_out_when_it_is_chosen() {
    let mut editor = resolving();
    let faulty = with("actors.yaml", "kind: person", "kimd: persn").replace("to: kim", "to: kin");
    editor.open("actors.yaml", &faulty);
    let params = actions(&editor, 0, &json!(null));
    let answer = editor.ask("textDocument/codeAction", params).unwrap();
    assert_eq!(titles(&answer), [ALL]);
    assert_eq!(answer[0]["edit"], json!(null));
    let action = editor.ask("codeAction/resolve", answer[0].clone()).unwrap();
    assert_eq!(action["title"], ALL);
    let changes = action["edit"]["documentChanges"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "{action}");
    editor.edit("actors.yaml", &json!(backwards(&changes[0]["edits"])));
    assert_eq!(editor.faults("actors.yaml"), [""; 0]);
    let params = actions(&editor, 0, &json!(null));
    assert_eq!(editor.ask("textDocument/codeAction", params), Ok(json!([])), "nothing is left");
    assert_eq!(editor.ask("codeAction/resolve", json!({"title": "x"})), Err(-32602));
}

/// Edits of one text, from its end, as changes one after the other.
fn backwards(edits: &Value) -> Vec<Value> {
    let mut edits = edits.as_array().unwrap().clone();
    edits.reverse();
    let change = |edit: &Value| json!({"range": edit["range"], "text": edit["newText"]});
    edits.iter().map(change).collect()
}

#[test]
fn what_mends_all_makes_nothing_worse() {
    let mut editor = resolving();
    // `kind` is there already, and `role` is not.
    let faulty = with("actors.yaml", "role: Keeps", "kimd: person\n    rol: Keeps");
    editor.open("actors.yaml", &faulty);
    let params = actions(&editor, 0, &json!(["source.fixAll"]));
    let answer = editor.ask("textDocument/codeAction", params).unwrap();
    let action = editor.ask("codeAction/resolve", answer[0].clone()).unwrap();
    let edits = &action["edit"]["documentChanges"][0]["edits"];
    editor.edit("actors.yaml", &json!(backwards(edits)));
    assert_eq!(editor.faults("actors.yaml"), ["4:4 unknown-key"], "{edits}");
}
