//! Of files and sections.

use super::help::{AN_ID, did_you_mean};
use crate::base::short;
use crate::diagnostic::Location;
use crate::load::fault::Fault;
use crate::load::files::BRIEFING;
use crate::load::rule::{
    DUPLICATE, EMPTY, MISSING_KEY, SECTION_FILE, TWICE, TYPE, UNKNOWN_FILE, UNLISTED,
};

pub(in crate::load) fn part_twice(key: &str, other: Location) -> Fault {
    let message = format!("`{key}` is given here and in a file of its own, {}", other.words());
    remove_one(message, other)
}

pub(in crate::load) fn section_twice(id: &str, other: Location) -> Fault {
    let at = other.words();
    let message = format!("section `{}` is given here and in a file of its own, {at}", short(id));
    remove_one(message, other)
}

fn remove_one(message: String, other: Location) -> Fault {
    let help = "the one here is used: remove one of the two";
    Fault::new(&TWICE, message, help).also(other, "the other")
}

pub(in crate::load) fn listed_twice(id: &str, first: Location) -> Fault {
    let message = format!("section `{}` is listed twice; first at {}", short(id), first.words());
    Fault::new(&DUPLICATE, message, "take one of the two off the list").also(first, "first")
}

pub(in crate::load) fn no_sections() -> Fault {
    let help = "write the ids of its sections, in the order of reading";
    Fault::new(&EMPTY, "the briefing lists no section", help)
}

pub(in crate::load) fn section_without_id() -> Fault {
    let message = "an inline section needs the key `id`";
    Fault::new(&MISSING_KEY, message, "add `id: ` and a word for links to go by")
}

pub(in crate::load) fn section_of_wrong_type() -> Fault {
    let message = "a section is listed by its id, or stands here as a mapping";
    Fault::new(&TYPE, message, AN_ID)
}

pub(in crate::load) fn no_section_file(id: &str, near: Option<&str>) -> Fault {
    let message = format!("section `{0}` has no file sections/{0}.yaml", short(id));
    let other = || "write that file, or take the section off the list".to_owned();
    Fault::new(&SECTION_FILE, message, near.map_or_else(other, did_you_mean))
}

/// A section whose file has another name than it should have.
pub(in crate::load) fn misnamed_section_file(id: &str, path: &str) -> Fault {
    let message =
        format!("section `{0}` has no file sections/{0}.yaml, but {1}", short(id), short(path));
    Fault::new(&SECTION_FILE, message, format!("rename that file to {}.yaml", short(id)))
}

pub(in crate::load) fn unlisted_section(id: &str) -> Fault {
    let id = short(id);
    let help = format!("add `{id}` to `sections` in {BRIEFING}, or remove the file");
    Fault::new(&UNLISTED, format!("no list names the section `{id}`"), help)
}

pub(in crate::load) fn misnamed_section() -> Fault {
    let message = "a section's file has a name that ends in .yaml";
    Fault::new(&UNLISTED, message, "rename the file")
}

pub(in crate::load) fn nested_section() -> Fault {
    let message = "a section's file stands right in sections/, so this one is not read";
    Fault::new(&UNLISTED, message, "move it to sections/ and list it, or remove it")
}

pub(in crate::load) fn unknown_file(near: Option<&str>, known: &[&str]) -> Fault {
    let message = "no part of a briefing has this name, so it is not read";
    let all = || format!("the files of a briefing are: {}, and sections/", known.join(", "));
    Fault::new(&UNKNOWN_FILE, message, near.map_or_else(all, did_you_mean))
}
