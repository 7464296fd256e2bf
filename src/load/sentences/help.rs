//! What to do, where several sentences say it.

use super::noun::Expected;
use crate::load::yaml::{YamlNode, YamlValue};

/// How a date is written.
pub(super) const A_DATE: &str = "write 1997, 1995-09 or 1995-09-07";

/// What an id looks like.
pub(super) const AN_ID: &str =
    "write one word of lower-case letters, digits and hyphens, such as kim-jong-un";

/// What was most likely meant.
pub(super) fn did_you_mean(word: &str) -> String {
    format!("did you mean `{word}`?")
}

/// How to write what is wanted in place of `node`.
pub(super) fn write_wanted(wanted: Expected, node: &YamlNode<'_>) -> String {
    match wanted {
        Expected::Text if matches!(node.value, YamlValue::Number | YamlValue::Bool) => {
            "put it in quotes to make it text".to_owned()
        }
        Expected::Text if node.is_map() => {
            "write words, in quotes if they begin with { or have a colon and a blank in them"
                .to_owned()
        }
        Expected::Text => "write words, in quotes if they begin with [ or {".to_owned(),
        Expected::List => {
            "put it in brackets: [one, two], or write each item after a `- `".to_owned()
        }
        Expected::Mapping => "write keys with their values, each `key: value`".to_owned(),
        Expected::WholeNumber => "write it in digits, without quotes".to_owned(),
        Expected::Date => A_DATE.to_owned(),
        wanted => format!("write {}", wanted.words()),
    }
}
