//! What a fix does, in a clause.

use crate::base::short;
use crate::load::yaml::{Slip, Syntax, YamlErrorKind};

/// These words stand where others stood.
pub(in crate::load) fn write(words: &str) -> String {
    format!("write `{}`", short(words))
}

pub(in crate::load) fn put_in_quotes() -> String {
    "put the value in quotes".to_owned()
}

/// What makes a file YAML.
pub(in crate::load) fn mend_yaml(why: &YamlErrorKind) -> String {
    let words = match why {
        YamlErrorKind::Tab => "write spaces in place of the tabs",
        YamlErrorKind::Syntax(Syntax::Slip(slip)) => return mend_slip(*slip),
        _ => return put_in_quotes(),
    };
    words.to_owned()
}

fn mend_slip(slip: Slip) -> String {
    let words = match slip {
        Slip::Blank(_) => "write spaces in place of other blanks",
        Slip::WideColon => "write narrow colons",
        Slip::DashBlank => "write a blank behind the dash",
        Slip::ColonBlank => "write a blank behind the colon",
        Slip::OpenBracket => "close the bracket",
        Slip::Unindented => "indent the lines below their key",
        Slip::InnerQuote(_) => "write the quotes inside so that they end nothing",
        Slip::Unquoted(..) => return put_in_quotes(),
    };
    words.to_owned()
}

/// A name becomes a link.
pub(in crate::load) fn link(name: &str) -> String {
    format!("link `{}`", short(name))
}

/// A block gets an id, and what names it by its number names it by that.
pub(in crate::load) fn give_id(id: &str) -> String {
    format!("give the block the id `{}`", short(id))
}

/// The lines of a text stay.
pub(in crate::load) fn keep_lines() -> String {
    "write `|`, which keeps the lines".to_owned()
}

/// A text becomes a list.
pub(in crate::load) fn make_list() -> String {
    "make it a list".to_owned()
}
