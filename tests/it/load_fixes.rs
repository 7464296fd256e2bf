//! What mends the faults of a briefing, each alone.
#![allow(clippy::unwrap_used)] // a test may fail where it stands

use attache::diagnostic::{Diagnostic, Fix};

use crate::common::yaml::{self, START};

/// The text of briefing.yaml after the first fix that is offered, and what that says it does.
fn mended(text: &str) -> Option<(String, String)> {
    let loaded = yaml::load_one(text);
    let fix = loaded.diagnostics.iter().find_map(|found: &Diagnostic| found.fix.as_deref())?;
    Some((fix.title.clone(), with(text, fix)))
}

fn with(text: &str, fix: &Fix) -> String {
    let mut text = text.to_owned();
    for edit in fix.edits.iter().rev() {
        text.replace_range(edit.start..edit.end, &edit.text);
    }
    text
}

/// A briefing with `line` behind its title is mended to one with `expected`.
#[track_caller]
fn check(line: &str, expected: &str, title: &str) {
    let rest = "sections: [{id: s, title: S, body: [{text: A.}]}]\n";
    let found = mended(&format!("{START}{line}\n{rest}"));
    let expected = format!("{START}{expected}\n{rest}");
    assert_eq!(found, Some((title.to_owned(), expected)), "{line}");
}

/// Nothing is offered for a briefing with `line` behind its title.
#[track_caller]
fn check_none(line: &str) {
    let rest = "sections: [{id: s, title: S, body: [{text: A.}]}]\n";
    assert_eq!(mended(&format!("{START}{line}\n{rest}")), None, "{line}");
}

/// A paragraph is mended.
#[track_caller]
fn check_text(text: &str, expected: &str, title: &str) {
    let with = |text: &str| {
        format!(
            "{START}sections:\n  - id: s\n    title: S\n    body:\n      - text: {text}\nactors:\n  \
             - {{id: kim-jong-un, name: Kim Jong Un, kind: person}}\n"
        )
    };
    assert_eq!(mended(&with(text)), Some((title.to_owned(), with(expected))), "{text}");
}

#[test]
fn a_value_that_yaml_takes_for_something_else_is_quoted() {
    let check = |line: &str, expected: &str| check(line, expected, "put the value in quotes");
    check("subtitle: One: two", "subtitle: 'One: two'");
    check("subtitle: It's one: two", "subtitle: \"It's one: two\"");
    check("summary: [Ports](https://a.example) here", "summary: '[Ports](https://a.example) here'");
    check("summary: *Kim* said", "summary: '*Kim* said'");
    check("summary: *Kim*", "summary: '*Kim*'");
    check("subtitle: @home", "subtitle: '@home'");
    check("subtitle: `x` is", "subtitle: '`x` is'");
    check("subtitle: %d is", "subtitle: '%d is'");
    check("subtitle: !Important news", "subtitle: '!Important news'");
    check("subtitle: &Kim said", "subtitle: '&Kim said'");
    check("subtitle: Article #4", "subtitle: 'Article #4'");
}

#[test]
fn what_was_meant_for_certain_is_written() {
    check("date: 06/19/2024", "date: 2024-06-19", "write `2024-06-19`");
    check("subtitel: One", "subtitle: One", "write `subtitle`");
    check("subtitle: 1984", "subtitle: \"1984\"", "put the value in quotes");
    check("subtitle：One", "subtitle: One", "write narrow colons");
    check_none("date: 06/07/2024");
    check_none("colour: red");
    check_none("subtitle: [open");
}

#[test]
fn a_reference_that_is_nearly_one_is_written() {
    let check = |text: &str, expected: &str, word: &str| {
        check_text(text, expected, &format!("write `{word}`"));
    };
    check("A [x](actor:kim-jong-on).", "A [x](actor:kim-jong-un).", "actor:kim-jong-un");
    check("A [x](actr:kim-jong-un).", "A [x](actor:kim-jong-un).", "actor:kim-jong-un");
    check("A [x](term:kim-jong-un).", "A [x](actor:kim-jong-un).", "actor:kim-jong-un");
    check("A [x](kim-jong-un).", "A [x](actor:kim-jong-un).", "actor:kim-jong-un");
}

#[test]
fn what_looks_like_markup_is_escaped() {
    let check = |text: &str, expected: &str, word: &str| {
        check_text(text, expected, &format!("write `{word}`"));
    };
    check("A ~~b~~ c.", "A \\~\\~b\\~\\~ c.", "\\~\\~b\\~\\~");
    check("\"A ~~b~~ c.\"", "\"A \\\\~\\\\~b\\\\~\\\\~ c.\"", "\\\\~\\\\~b\\\\~\\\\~");
    check("A <b> c.", "A \\<b> c.", "\\<b>");
    check("A ![b](https://c.example) c.", "A [b](https://c.example) c.", "[b](https://c.example)");
}

#[test]
fn lines_that_are_points_become_a_list() {
    let check = |text: &str, list: &str| {
        let with = |block: &str| {
            format!(
                "{START}sections:\n  - id: s\n    title: S\n    body:\n      - {block}\n      - text: A.\n"
            )
        };
        let mended = mended(&with(&format!("text: {text}")));
        assert_eq!(mended, Some(("make it a list".to_owned(), with(list))), "{text}");
    };
    let counted = "list:\n          - One\n          - Two, and more\n        ordered: true";
    check("|\n          1. One\n          2. Two, and\n             more", counted);
    check(">-\n          1. One\n          2. Two, and\n             more", counted);
    check(
        "|-\n          - One\n          - 'Two: three'",
        "list:\n          - One\n          - \"'Two: three'\"",
    );
}

#[test]
fn a_wording_with_enumerators_keeps_its_lines() {
    let with = |mark: &str| {
        format!(
            "{START}sections: [{{id: s, title: S, body: [{{text: A.}}]}}]\ninstruments:\n  - id: l\n    title: L\n    articles:\n      \
             - number: 4\n        text: {mark}\n          1. Each shall sing;\n          2. Each shall dance.\n"
        )
    };
    assert_eq!(
        mended(&with(">-")),
        Some(("write `|`, which keeps the lines".to_owned(), with("|")))
    );
}
