//! JSON, for programs.

use serde_json::{Value, json as object};

use super::location::Location;
use super::report::Diagnostic;
use crate::base::visible_line;

/// The diagnostic as one JSON object on a line: `severity`, `rule`, `file`, `line`, `column`,
/// `start`, `end`, `message`, `help` and `also`, a list of places with a `label`. What is not
/// known is `null`.
pub fn json(diagnostic: &Diagnostic) -> String {
    let mut object = place(&diagnostic.at);
    object["severity"] = diagnostic.severity.words().into();
    object["rule"] = diagnostic.rule.into();
    object["message"] = visible_line(&diagnostic.message).into();
    object["help"] = diagnostic.help.as_deref().map(visible_line).into();
    object["also"] = diagnostic.also.iter().map(|(at, label)| labelled(at, label)).collect();
    object.to_string()
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
