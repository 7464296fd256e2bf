//! Of files that are no YAML, or not the YAML that a briefing is.

use crate::load::fault::Fault;
use crate::load::rule::{BUDGET, EMPTY, ENCODING, SECOND_DOCUMENT, SYNTAX};
use crate::load::yaml::{Syntax, YamlErrorKind};

pub(in crate::load) fn no_utf8() -> Fault {
    Fault::new(&ENCODING, "this is not UTF-8", "save the file as UTF-8")
}

pub(in crate::load) fn no_tree(why: &YamlErrorKind) -> Fault {
    match why {
        YamlErrorKind::Empty => Fault::new(
            &EMPTY,
            "the file is empty, or all of it is comments",
            "write what belongs in it, or remove it",
        ),
        YamlErrorKind::Second => {
            let help = "only the first one is read: make the other a file of its own";
            Fault::new(&SECOND_DOCUMENT, "a second YAML document begins here", help)
        }
        YamlErrorKind::Budget => {
            let message = "the file nests too deep, has too many values, or repeats too much";
            let help = "a briefing needs no more than ten levels, and hardly any aliases";
            Fault::new(&BUDGET, message, help)
        }
        YamlErrorKind::Tab => {
            Fault::new(&SYNTAX, "a tab stands where only spaces may", "replace it by spaces")
        }
        YamlErrorKind::Syntax(why) => {
            let (message, help) = syntax(why);
            Fault::new(&SYNTAX, message, help)
        }
    }
}

/// What the parser says, in the words of somebody who writes briefings, and what to do.
fn syntax(why: &Syntax) -> (String, &'static str) {
    let (message, help) = match why {
        Syntax::Colon => (
            "a colon here begins a value where none can be",
            "put the whole value in quotes if the colon is part of it, or check the indent",
        ),
        Syntax::Character => {
            ("a plain value cannot begin with this character", "put the value in quotes")
        }
        Syntax::KeyIndent => (
            "this line is not indented like those it belongs to",
            "line it up with the keys above it",
        ),
        Syntax::ItemIndent => (
            "this line is not indented like the list that it belongs to",
            "line it up with the `-` above it",
        ),
        Syntax::NoColon => {
            ("this line has no `: ` after its key", "write `key: value`, or indent it")
        }
        Syntax::Bracket => ("this bracket is never closed", "close it"),
        Syntax::Quote => ("this quote is never closed", "close it, or double it if it is a letter"),
        Syntax::Alias => {
            ("this alias names nothing", "put the value in quotes if it begins with *")
        }
        Syntax::BlockIndent => {
            ("this block of text is not indented as it should be", "indent it by spaces")
        }
        Syntax::Escape => (
            "a backslash here begins no escape that YAML knows",
            "use single quotes, or write \\\\",
        ),
        Syntax::Other(words) => {
            let help = "put the value in quotes, or check how this line is indented";
            return (format!("this is no YAML: {words}"), help);
        }
    };
    (message.to_owned(), help)
}
