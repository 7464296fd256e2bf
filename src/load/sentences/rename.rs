//! Of new ids.

use crate::base::short;

pub(in crate::load) fn nothing_to_rename(what: &str, old: &str) -> String {
    format!("there is no {what} `{}`", short(old))
}

pub(in crate::load) fn taken_name(what: &str, new: &str) -> String {
    format!("the {what} `{}` is there already", short(new))
}

pub(in crate::load) fn no_new_name(what: &str, new: &str) -> String {
    let new = short(new);
    match what {
        "article" => format!("`{new}` is no number of an article: use letters and digits"),
        _ => format!("`{new}` is no id: use lower-case letters, digits and hyphens"),
    }
}

pub(in crate::load) fn unread_file(place: &str) -> String {
    format!("{place} cannot be read, and may name it: mend that first")
}

pub(in crate::load) fn written_otherwise(file: &str, line: usize) -> String {
    format!(
        "{file}:{line} writes it with escapes or over several lines: write it plainly there first"
    )
}

/// Renaming would bring faults about.
pub(in crate::load) fn renaming_does_harm(fault: &str) -> String {
    format!("nothing was changed: the briefing would check worse, first by {fault}")
}

/// A section's file would take the place of another one.
pub(in crate::load) fn file_in_the_way(path: &str) -> String {
    format!("nothing was changed: there is a {path} already")
}
