//! Of files that are no YAML, or not the YAML that a briefing is.

use crate::base::short;
use crate::load::encoding::Encoding;
use crate::load::fault::Fault;
use crate::load::rule::{BUDGET, EMPTY, ENCODING, SECOND_DOCUMENT, SWALLOWED, SYNTAX};
use crate::load::yaml::{Quoting, Slip, Swallowed, Syntax, YamlErrorKind};

/// Bytes that are no UTF-8, at so many places.
pub(in crate::load) fn no_utf8(places: usize) -> Fault {
    let message = match places {
        0 | 1 => "this is not UTF-8".to_owned(),
        2 => "this is not UTF-8, nor is one other place in the file".to_owned(),
        more => format!("this is not UTF-8, nor are {} other places in the file", more - 1),
    };
    Fault::new(&ENCODING, message, "save the file as UTF-8")
}

/// A file in another encoding.
pub(in crate::load) fn other_encoding(encoding: Encoding) -> Fault {
    let (message, help) = match encoding {
        Encoding::Utf16 => ("the file is in UTF-16".to_owned(), "save the file as UTF-8"),
        Encoding::Utf32 => ("the file is in UTF-32".to_owned(), "save the file as UTF-8"),
        Encoding::Binary(nuls) => (
            format!("the file is no text: {nuls} of its bytes are NUL"),
            "put a YAML file in its place, saved as UTF-8",
        ),
    };
    Fault::new(&ENCODING, message, help)
}

/// What is wrong with a file as YAML; `words` stand at the place.
pub(in crate::load) fn no_tree(why: &YamlErrorKind, words: &str) -> Fault {
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
        YamlErrorKind::Swallowed(what) => {
            let name = match what {
                Swallowed::Tag => "a tag",
                Swallowed::Anchor => "an anchor",
            };
            let message =
                format!("`{}` is {name} to YAML, so it is not part of the value", short(words));
            let help = "put the whole value in quotes if it is meant, or take it out";
            Fault::new(&SWALLOWED, message, help)
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
        Syntax::Slip(slip) => return of_slip(*slip),
        Syntax::Other(words) => {
            let help = "put the value in quotes, or check how this line is indented";
            return (format!("this is no YAML: {words}"), help);
        }
    };
    (message.to_owned(), help)
}

/// A slip where a key should stand, or an item.
pub(in crate::load) fn slip(slip: Slip) -> Fault {
    let (message, help) = of_slip(slip);
    Fault::new(&SYNTAX, message, help)
}

fn of_slip(slip: Slip) -> (String, &'static str) {
    let (message, help) = match slip {
        Slip::Blank(c) => {
            let name = match c {
                '\u{A0}' => " (no-break space)",
                '\u{3000}' => " (ideographic space)",
                _ => "",
            };
            let message = format!("U+{:04X}{name} stands where only spaces may", u32::from(c));
            return (message, "replace it by spaces, and all others like it");
        }
        Slip::WideColon => {
            ("`：` is a full-width colon, and ends no key", "write `: `, with a blank behind it")
        }
        Slip::DashBlank => (
            "a `-` without a blank behind it begins no item",
            "write a blank after the `-`, and line up the keys below it",
        ),
        Slip::ColonBlank => {
            ("a colon without a blank behind it ends no key", "write a blank after the colon")
        }
        Slip::Unindented => (
            "this line is not indented below the key that it belongs to",
            "write `|` behind that key (`text: |`), and indent these lines deeper than it",
        ),
        Slip::OpenBracket => ("this bracket is never closed", "close it"),
        Slip::InnerQuote('"') => (
            "this quote ends the value, and words follow",
            "write \\\" for a \" inside double quotes",
        ),
        Slip::InnerQuote(_) => (
            "this quote ends the value, and words follow",
            "double it: write '' for a ' inside single quotes",
        ),
        Slip::Unquoted(first, how) => {
            let message = match first {
                '[' => "a value that begins with [ is a list, and words follow it".to_owned(),
                '{' => "a value that begins with { is a mapping, and words follow it".to_owned(),
                '\'' | '"' => {
                    "a value that begins with a quote ends at the next one, and words follow"
                        .to_owned()
                }
                first => format!("only in quotes may a value begin with {first}"),
            };
            return (message, in_quotes(how));
        }
    };
    (message.to_owned(), help)
}

fn in_quotes(how: Quoting) -> &'static str {
    match how {
        Quoting::Single => "put the whole value in single quotes",
        Quoting::Double => "put the whole value in double quotes",
        Quoting::Doubled => {
            "put the whole value in single quotes, and write '' for each ' inside it"
        }
    }
}
