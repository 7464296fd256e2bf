//! Values of TOML, and what they are called.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::ConfigFaults;
use super::sentences;

pub(super) type TomlTable<'a> = DeTable<'a>;
pub(super) type TomlValue<'a> = Spanned<DeValue<'a>>;
pub(super) type TomlWord<'a> = Spanned<toml::de::DeString<'a>>;

/// The keys and values of a table in the order of the file.
pub(super) fn entries<'t, 'a>(
    table: &'t TomlTable<'a>,
) -> Vec<(&'t TomlWord<'a>, &'t TomlValue<'a>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// The table that `value`, which is called `name`, has to be.
pub(super) fn table<'t, 'a>(
    name: &str,
    value: &'t TomlValue<'a>,
    faults: &mut ConfigFaults,
) -> Option<&'t TomlTable<'a>> {
    match value.get_ref() {
        DeValue::Table(table) => Some(table),
        other => {
            faults.add(value.span(), sentences::no_table(name, what_is(other)));
            None
        }
    }
}

/// A value, or each of a list of them.
pub(super) fn one_or_more<'t, 'a>(value: &'t TomlValue<'a>) -> Vec<&'t TomlValue<'a>> {
    match value.get_ref() {
        DeValue::Array(values) => values.iter().collect(),
        _ => vec![value],
    }
}

/// A word with its place.
pub(super) fn text<'t>(value: &'t TomlValue<'_>) -> Option<(&'t str, Range<usize>)> {
    match value.get_ref() {
        DeValue::String(words) => Some((words.as_ref(), value.span())),
        _ => None,
    }
}

/// What a value is.
pub(super) fn what_is(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
