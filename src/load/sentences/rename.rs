//! Of new ids.

use crate::base::short;
use crate::load::id_places::IdKind;

/// What gets another id, without an article.
pub(in crate::load) fn renamed(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Instrument => "instrument",
        IdKind::Actor => "actor",
        IdKind::Term => "term",
        IdKind::Event => "event",
        IdKind::Source => "source",
        IdKind::Section => "section",
        IdKind::Block => "block",
        IdKind::Article => "article",
    }
}

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
