//! Of keys.

use super::help::{did_you_mean, write_wanted};
use super::noun::{Expected, Subject, a_mapping, what_is};
use crate::base::short;
use crate::diagnostic::Location;
use crate::load::fault::Fault;
use crate::load::format::{FormatKey, Mapping, ValueType};
use crate::load::rule::{MISSING_KEY, REPEATED_KEY, TYPE, UNKNOWN_KEY};
use crate::load::yaml::YamlNode;

/// A key that is none of those that are `known`; empty if it is no word.
pub(in crate::load) fn unknown_key(
    mapping: &Mapping,
    key: &str,
    near: Option<&str>,
    known: &[&str],
) -> Fault {
    let what = a_mapping(mapping);
    let message = match key {
        "" => format!("{what} has a key that is no word"),
        key => format!("{what} has no key `{}`", short(key)),
    };
    let all = || format!("the keys here are: {}", known.join(", "));
    Fault::new(&UNKNOWN_KEY, message, near.map_or_else(all, did_you_mean))
}

pub(in crate::load) fn repeated_key(key: &str, first: Location) -> Fault {
    let message = format!("`{key}` is here twice; first at {}", first.words());
    Fault::new(&REPEATED_KEY, message, "the first one is used: remove the other")
        .also(first, "first")
}

pub(in crate::load) fn missing_key(mapping: &Mapping, key: &FormatKey) -> Fault {
    let FormatKey { name: key, value, .. } = key;
    let help = match value {
        ValueType::Version => format!("add `{key}: 1`"),
        _ => format!("add `{key}: ` and its value"),
    };
    Fault::new(&MISSING_KEY, format!("{} needs the key `{key}`", a_mapping(mapping)), help)
}

/// An item that must be a mapping.
pub(in crate::load) fn no_mapping(mapping: &'static Mapping, node: &YamlNode<'_>) -> Fault {
    let what = Subject::Mapping(mapping).words();
    let message =
        format!("{what} must be {}, and this is {}", Expected::Mapping.words(), what_is(node));
    Fault::new(&TYPE, message, write_wanted(Expected::Mapping, node))
}
