//! The faults of a briefing while it is written are those of `attache check`.

use serde_json::json;

use super::{Editor, FILES, text_of, with};
use attache::diagnostic::Severity;
use attache::load;

const HARBOUR: &str = "sections/harbour.yaml";

/// What is said of a section that has `others` in place of `words`.
#[track_caller]
fn check(words: &str, others: &str, expected: &[&str]) {
    let mut editor = Editor::new();
    editor.open(HARBOUR, text_of(HARBOUR));
    assert_eq!(editor.faults(HARBOUR), [""; 0], "as it was");
    editor.change(HARBOUR, &with(HARBOUR, words, others));
    assert_eq!(editor.faults(HARBOUR), expected, "{others}");
    editor.change(HARBOUR, text_of(HARBOUR));
    assert_eq!(editor.faults(HARBOUR), [""; 0], "as it was");
}

#[test]
fn a_fault_is_told_where_it_stands() {
    check("actor:kim)", "actor:kin)", &["4:12 reference"]);
    check("sources: [log]", "sources: [lag]", &["6:14 reference"]);
    check("text: >-", "txet: >-", &["3:4 unknown-key"]);
    check("title: The", "title: The: ", &["0:10 syntax"]);
    check("actor:guild)", "actor:gild)", &["7:52 reference"]);
}

#[test]
fn columns_are_those_that_the_client_counts() {
    let text = with(HARBOUR, "[Kim](actor:kim) keeps", "평양 😀 [Kim](actor:kin) keeps");
    for (offered, column) in [(json!(["utf-16"]), 18), (json!(["utf-8", "utf-16"]), 24)] {
        let mut editor = Editor::bare();
        for (path, text) in FILES {
            editor.write(path, text);
        }
        editor.initialize(&json!({"general": {"positionEncodings": offered}}));
        editor.open(HARBOUR, &text);
        assert_eq!(editor.faults(HARBOUR), [format!("4:{column} reference")]);
    }
}

#[test]
fn ends_of_lines_may_be_those_of_windows() {
    let mut editor = Editor::new();
    editor.open(HARBOUR, &with(HARBOUR, "actor:kim)", "actor:kin)").replace('\n', "\r\n"));
    assert_eq!(editor.faults(HARBOUR), ["4:12 reference"]);
}

#[test]
fn what_may_stand_in_no_file_moves_nothing() {
    let mut editor = Editor::new();
    editor.open(HARBOUR, &with(HARBOUR, "[Kim](actor:kim)", "a\u{1b}b [Kim](actor:kin)"));
    assert_eq!(editor.faults(HARBOUR), ["4:7 control-character", "4:16 reference"]);
}

#[test]
fn a_change_in_one_file_is_told_of_the_others() {
    let mut editor = Editor::new();
    editor.open("actors.yaml", &with("actors.yaml", "id: kim", "id: jim"));
    assert_eq!(editor.faults(HARBOUR), ["4:12 reference"]);
    assert_eq!(editor.faults("instruments.yaml"), ["4:14 reference"]);
    editor.tell("textDocument/didClose", json!({"textDocument": editor.document("actors.yaml")}));
    assert_eq!(editor.faults(HARBOUR), [""; 0]);
}

#[test]
fn a_file_that_is_not_on_the_disk_is_one_of_the_briefing() {
    let mut editor = Editor::new();
    editor.open("briefing.yaml", &with("briefing.yaml", "sea]", "sea, sky]"));
    assert_eq!(editor.faults("briefing.yaml"), ["2:25 section-file"]);
    editor.open("sections/sky.yaml", "title: Sky\nbody:\n  - text: It is [blue](actor:kin).\n");
    assert_eq!(editor.faults("briefing.yaml"), [""; 0]);
    assert_eq!(editor.faults("sections/sky.yaml"), ["2:23 reference"]);
}

#[test]
fn a_file_that_changes_on_the_disk_is_read_again() {
    let mut editor = Editor::new();
    editor.open(HARBOUR, text_of(HARBOUR));
    editor.write("actors.yaml", &with("actors.yaml", "id: kim", "id: jim"));
    let change = json!({"uri": editor.uri("actors.yaml"), "type": 2});
    editor.tell("workspace/didChangeWatchedFiles", json!({"changes": [change]}));
    assert_eq!(editor.faults(HARBOUR), ["4:12 reference"]);
}

#[test]
fn a_briefing_may_be_one_file() {
    let mut editor = Editor::bare();
    editor.initialize(&json!({}));
    editor.open("one.yaml", "format: 1\ntitle: One\nsections: [{id: a, title: A, body: []}]\n");
    assert_eq!(editor.faults("one.yaml"), ["2:35 empty"]);
    // Other YAML is none.
    editor.open("two.yaml", "services: {web: {image: nginx}}\n");
    assert_eq!(editor.faults("two.yaml"), [""; 0]);
}

#[test]
fn what_was_said_of_a_file_alone_is_taken_back_when_it_becomes_one_of_a_folder() {
    let mut editor = Editor::bare();
    editor.initialize(&json!({}));
    let text = "format: 1\ntitle: One\nsections: [{id: a, title: A, body: []}]\n";
    editor.open("one.yaml", text);
    assert_eq!(editor.faults("one.yaml"), ["2:35 empty"]);
    editor
        .write("briefing.yaml", "format: 1\ntitle: T\nsections: [{id: a, title: A, body: [B.]}]\n");
    let change = json!({"uri": editor.uri("briefing.yaml"), "type": 1});
    editor.tell("workspace/didChangeWatchedFiles", json!({"changes": [change]}));
    assert_eq!(editor.faults("one.yaml"), ["0:0 unknown-file"], "as the folder has it");
    std::fs::remove_file(editor.path("briefing.yaml")).unwrap();
    editor.change("one.yaml", text);
    assert_eq!(editor.faults("one.yaml"), ["2:35 empty"], "it stands alone again");
    editor.write("briefing.yaml", "format: 1\ntitle: T\n");
    editor.tell("textDocument/didClose", json!({"textDocument": editor.document("one.yaml")}));
    assert_eq!(editor.faults("one.yaml"), [""; 0], "it is closed");
}

/// All that is said of all files is what `load::open` finds in them once they are saved.
#[track_caller]
fn check_same(inner: &str, text: &str) {
    let mut editor = Editor::new();
    editor.open(inner, text);
    editor.settle();
    let mut told: Vec<(String, String)> = Vec::new();
    for (path, (_, faults)) in &editor.said {
        for fault in faults {
            told.push((path.clone(), fault["message"].as_str().unwrap().to_owned()));
        }
    }
    editor.write(inner, text);
    let mut found: Vec<(String, String)> = Vec::new();
    for fault in load::open(editor.folder.path()).diagnostics {
        let prefix = format!("{}/", editor.folder.path().display());
        let path = fault.at.file.strip_prefix(&prefix).unwrap_or("briefing.yaml").to_owned();
        assert_ne!(fault.severity, Severity::Hint, "this would be told in another way");
        found.push((path, format!("{}\n{}", fault.message, fault.help.unwrap_or_default())));
    }
    told.sort();
    found.sort();
    assert_eq!(told, found);
}

#[test]
fn the_faults_are_those_of_check() {
    check_same("briefing.yaml", "format: 2\ntitle: 7\nsections: [harbour, sky]\n");
    check_same("briefing.yaml", "- no briefing\n");
    check_same("instruments.yaml", "instruments: [{id: A b, title: T, articles: [{number: 1}]}]\n");
    check_same("actors.yaml", "actors: 3\nmore: 4\n");
    check_same(HARBOUR, "title: [\n");
    check_same(HARBOUR, "");
    check_same("sections/Sea.yml", "title: no\n");
    check_same("others.yaml", "title: no\n");
    check_same("briefing.yaml", "format: 1\ntitle: T\nsections: [sea, sea, harbor]\nactors: []\n");
}
