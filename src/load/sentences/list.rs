//! Of lists.

use crate::base::short;
use crate::load::fault::Fault;
use crate::load::rule::{JOINED, TYPE, VALUE};
use crate::load::yaml::YamlNode;

/// Points further in than they are shown.
pub(in crate::load) fn list_too_deep(levels: usize) -> Fault {
    let message = format!("a list has points on {levels} levels at most, and these are deeper");
    Fault::new(&VALUE, message, "put them into the list above, or make a list of their own of them")
}

/// Words of a point that a colon makes a key of, with a list below them.
pub(in crate::load) fn list_below(key: &YamlNode<'_>) -> Fault {
    let words = short(key.words().unwrap_or_default());
    let message = format!("`{words}:` is a key to YAML, and the list below it is its value");
    let help = format!("write `- text: {words}`, and the list below it under `list:`");
    Fault::new(&TYPE, message, help)
}

/// A line that looks like an item, and goes on with the value above it.
pub(in crate::load) fn joined_item(line: &str) -> Fault {
    Fault::new(
        &JOINED,
        format!("`{}` is no item: YAML joins it to the value above", short(line)),
        "line it up with the `-` above, or write that as `- text: ...` and this below its `list:`",
    )
}
