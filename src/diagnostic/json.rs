//! JSON, for programs.

use std::fmt::Write as _;

use serde_json::{Value, json as object};

use super::fix::{Fix, TextEdit};
use super::location::Location;
use super::report::Diagnostic;
use crate::base::{drives, visible_line};

/// The diagnostic as one JSON object on a line: `severity`, `rule`, `file`, `line`, `column`,
/// `start`, `end`, `message`, `help`, `also`, a list of places with a `label`, and `fix`, what mends it: a `title`
/// and `edits`, each the `text` that is to stand in place of bytes `start` to `end` of a `file`. What is not
/// known is `null`.
pub fn json(diagnostic: &Diagnostic) -> String {
    let mut object = place(&diagnostic.at);
    object["severity"] = diagnostic.severity.words().into();
    object["rule"] = diagnostic.rule.into();
    object["message"] = visible_line(&diagnostic.message).into();
    object["help"] = diagnostic.help.as_deref().map(visible_line).into();
    object["also"] = diagnostic.also.iter().map(|(at, label)| labelled(at, label)).collect();
    object["fix"] = diagnostic.fix.as_deref().map(fix).into();
    escaped(&object.to_string())
}

/// JSON in which whatever could drive a terminal is an escape: the text of an edit is to the letter.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if drives(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // A string takes whatever is written to it.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn fix(fix: &Fix) -> Value {
    object!({
        "title": visible_line(&fix.title),
        "edits": fix.edits.iter().map(edit).collect::<Vec<_>>(),
    })
}

fn edit(edit: &TextEdit) -> Value {
    let TextEdit { file, start, end, text } = edit;
    object!({ "file": visible_line(file), "start": start, "end": end, "text": text })
}

fn labelled(at: &Location, label: &str) -> Value {
    let mut object = place(at);
    object["label"] = visible_line(label).into();
    object
}

fn place(at: &Location) -> Value {
    object!({
        "file": visible_line(&at.file),
        "line": at.span.map(|span| span.line),
        "column": at.span.map(|span| span.column),
        "start": at.span.map(|span| span.start),
        "end": at.span.map(|span| span.end),
    })
}
