//! Of texts and their markup.

use crate::base::short;
use crate::load::fault::Fault;
use crate::load::rule::{MARKUP, TOO_LARGE};

/// What CommonMark has and text has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Refused {
    LinkDefinition,
    Heading,
    Quotation,
    List,
    IndentedBlock,
    CodeBlock,
    Html,
    OtherBlock,
    Rule,
    Image,
}

pub(in crate::load) fn refused_markup(written: &str, what: Refused) -> Fault {
    let (name, help) = match what {
        Refused::LinkDefinition => ("a link definition", MARK),
        Refused::Heading => {
            let help = "make it a block of its own (`heading:`), or write \\ before the mark";
            ("a heading", help)
        }
        Refused::Quotation => {
            let help = "make it a block of its own (`quote:`), or write \\ before the mark";
            ("a quotation", help)
        }
        Refused::List => {
            ("a list", "make it a block of its own (`list:`), or write \\ before the mark")
        }
        Refused::IndentedBlock => {
            ("an indented block", "take the white space off the beginning of the line")
        }
        Refused::CodeBlock => ("a code block", MARK),
        Refused::Html => ("HTML", "write \\< for a plain <"),
        Refused::OtherBlock => ("a block", MARK),
        Refused::Rule => ("a rule", MARK),
        Refused::Image => ("an image", "leave out the ! to make it a link"),
    };
    let message = format!("`{}` is {name}, which text cannot have", short(written));
    Fault::new(&MARKUP, message, help)
}

const MARK: &str = "write \\ before the mark that makes it so";

/// What keeps an address from being that of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Unclosed {
    /// A link inside its label.
    LinkInside,
    /// White space inside it.
    Space,
    /// No `)` after it.
    NoEnd,
}

/// What looks like a link's address, and is words.
pub(in crate::load) fn unclosed_link(address: &str, why: Unclosed) -> Fault {
    let message = format!("`({}` is no link's address: this shows as it is", short(address));
    let help = match why {
        Unclosed::LinkInside => "write [words](address), with no link inside the words",
        Unclosed::Space => "take the white space out of the address, or write ) before it",
        Unclosed::NoEnd => "write ) after the address",
    };
    Fault::new(&MARKUP, message, help)
}

/// One text of more than so many bytes.
pub(in crate::load) fn text_too_large(bytes: usize) -> Fault {
    let message = format!("one text has more than {} MiB", bytes >> 20);
    Fault::new(&TOO_LARGE, message, "split it into paragraphs")
}

/// Empty labels whose names are longer than there is room for.
pub(in crate::load) fn no_room_for_names(text: &str) -> Fault {
    let message =
        format!("the names in the empty labels of `{}` come to too much text", short(text));
    Fault::new(&TOO_LARGE, message, "write words of your own in the labels, or shorter names")
}
