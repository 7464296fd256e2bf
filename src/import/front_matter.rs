//! What stands before a Markdown file's text, between lines of `---`.

use serde_json::{Map, Value};

use super::document::Document;
use crate::base::cut;

/// Takes over what front matter says of a document: title, authors, date, language, what it is about. What else it says is nothing
/// that a briefing has a place for. The text behind it; all of `text` if that does not begin with a mapping
/// between two lines of hyphens, for then these are rules, and what stands between them is text.
pub(super) fn take<'t>(text: &'t str, document: &mut Document) -> &'t str {
    let Some((yaml, behind)) = between_rules(text) else { return text };
    let Ok(Value::Object(entries)) = serde_yaml::from_str(yaml) else { return text };
    read(&entries, document);
    behind
}

/// What stands between the line of hyphens that a text begins with and the next such line or the end that YAML
/// writes with dots, and what stands behind.
fn between_rules(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once('\n')?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((cut(rest, ..at), cut(rest, at + line.len()..)));
        }
        at += line.len();
    }
    None
}

fn read(entries: &Map<String, Value>, document: &mut Document) {
    for (key, value) in entries {
        match key.to_lowercase().as_str() {
            "title" => document.title = words(value).into_iter().collect::<Vec<_>>().join(" "),
            "author" | "authors" => document.authors = words(value),
            "date" => document.date = words(value).into_iter().next(),
            "lang" | "language" => document.language = words(value).into_iter().next(),
            "description" | "summary" | "abstract" => {
                document.summary = words(value).into_iter().next();
            }
            "publisher" => document.publisher = words(value).into_iter().next(),
            _ => {}
        }
    }
}

/// The words that a value is, or a list of such, or of mappings with a `name`.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::String(words) if !words.trim().is_empty() => vec![words.trim().to_owned()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(items) => items.iter().flat_map(words).collect(),
        Value::Object(entries) => entries.get("name").map(words).unwrap_or_default(),
        _ => Vec::new(),
    }
}
