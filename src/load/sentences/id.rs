//! Of ids and numbers.

use super::help::{AN_ID, did_you_mean};
use super::noun::{entity, what_is};
use crate::base::{is_unseen, short};
use crate::diagnostic::Location;
use crate::load::addresses::EntityKind;
use crate::load::fault::Fault;
use crate::load::rule::{DUPLICATE, ID, LABEL, TYPE, UNKNOWN_KEY};
use crate::load::yaml::YamlNode;

/// What an article's number looks like.
const A_NUMBER: &str = "write a number or a name, for example 4, 2bis, III or preamble";

/// An id of the wrong shape, and a word like it of the right one.
pub(in crate::load) fn bad_id(id: &str, near: Option<&str>) -> Fault {
    let message = format!("`{}` is no id: use lower-case letters, digits and hyphens", short(id));
    Fault::new(&ID, message, near.map_or_else(|| AN_ID.to_owned(), did_you_mean))
}

/// An id with a character that is not seen, and what is seen of it.
pub(in crate::load) fn unseen_in_id(id: &str, seen: &str) -> Fault {
    let message = format!("`{}` is no id: {}", short(seen), hidden(id));
    Fault::new(&ID, message, "take that character out").meant(Some(seen))
}

/// The character in a word that is not seen.
pub(super) fn hidden(word: &str) -> String {
    let c = word.chars().find(|c| is_unseen(*c)).unwrap_or_default();
    format!("it has U+{:04X} in it, which is not seen", u32::from(c))
}

/// A key with a character that is not seen, and what is seen of it.
pub(in crate::load) fn unseen_in_key(key: &str, seen: &str) -> Fault {
    let message = format!("`{}` is no key: {}", short(seen), hidden(key));
    Fault::new(&UNKNOWN_KEY, message, "take that character out").meant(Some(seen))
}

/// A path in place of an id.
pub(in crate::load) fn path_for_id(id: &str) -> Fault {
    let message = format!("`{}` is no id: use lower-case letters, digits and hyphens", short(id));
    Fault::new(&ID, message, "an id is a name and not a path: nothing outside the briefing is read")
}

pub(in crate::load) fn id_of_wrong_type(node: &YamlNode<'_>) -> Fault {
    Fault::new(&TYPE, format!("an id must be a word, and this is {}", what_is(node)), AN_ID)
}

pub(in crate::load) fn number_of_wrong_type(node: &YamlNode<'_>) -> Fault {
    let message =
        format!("an article's number must be a number or a name, and this is {}", what_is(node));
    Fault::new(&TYPE, message, A_NUMBER)
}

/// A number with what none may have, and what is meant by it, if that is known.
pub(in crate::load) fn bad_number(number: &str, meant: Option<&str>) -> Fault {
    let message = format!("`{}` is no article number: use letters and digits", short(number));
    let help = meant.map_or_else(|| A_NUMBER.to_owned(), write_number);
    Fault::new(&ID, message, help).meant(meant)
}

fn write_number(meant: &str) -> String {
    format!("write `{}`: the label is added by itself", short(meant))
}

/// An article's number with the label that is put before it, or with a dot.
pub(in crate::load) fn label_in_number(number: &str, meant: &str) -> Fault {
    let message = format!("`{}` is more than the number of an article", short(number));
    Fault::new(&LABEL, message, write_number(meant)).meant(Some(meant))
}

pub(in crate::load) fn id_twice(kind: EntityKind, id: &str, first: Location) -> Fault {
    let (kind, at) = (entity(kind), first.words());
    another_name(format!("the {kind} `{}` is here twice; first at {at}", short(id)), first)
}

pub(in crate::load) fn number_twice(number: &str, first: Location) -> Fault {
    let at = first.words();
    another_name(format!("article `{}` is here twice; first at {at}", short(number)), first)
}

pub(in crate::load) fn block_twice(id: &str, first: Location) -> Fault {
    let at = first.words();
    another_name(format!("the block `{}` is here twice; first at {at}", short(id)), first)
}

fn another_name(message: String, first: Location) -> Fault {
    let help = "references lead to the first one: give this one another name";
    Fault::new(&DUPLICATE, message, help).also(first, "first")
}

/// An id that is the address of paragraph `number`.
pub(in crate::load) fn taken_address(id: &str, number: &str) -> Fault {
    let message =
        format!("`{id}` is the address of paragraph {number}, which has no id of its own");
    Fault::new(&DUPLICATE, message, "give this block another id")
}
