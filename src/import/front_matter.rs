//! What stands before a Markdown file's text, between lines of `---`.

use serde_json::Value;

use super::dates;
use super::document::Document;

/// Takes over what front matter says of a document: title, authors, date, language. What else it says is nothing
/// that a briefing has a place for.
pub(super) fn read(yaml: &str, document: &mut Document) {
    let Ok(Value::Object(entries)) = serde_yaml::from_str::<Value>(yaml) else { return };
    for (key, value) in &entries {
        match key.to_lowercase().as_str() {
            "title" => document.title = words(value).into_iter().collect::<Vec<_>>().join(" "),
            "author" | "authors" => document.authors = words(value),
            "date" => document.date = words(value).first().and_then(|date| dates::date(date)),
            "lang" | "language" => document.language = words(value).into_iter().next(),
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
