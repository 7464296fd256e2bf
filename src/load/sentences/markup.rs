//! Of texts and their markup.

use super::help::did_you_mean;
use crate::base::short;
use crate::load::fault::Fault;
use crate::load::rule::{MARKUP, NO_MARKUP, TOO_LARGE};

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
    /// An image that is not on the web.
    ImageFile,
}

/// `backslash` is how one is written there.
pub(in crate::load) fn refused_markup(written: &str, what: Refused, backslash: &str) -> Fault {
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
        Refused::Html => ("HTML", "take the tags out, or write \\< for a plain <"),
        Refused::OtherBlock => ("a block", MARK),
        Refused::Rule => ("a rule", MARK),
        Refused::Image => ("an image", "leave out the ! to make it a link"),
        Refused::ImageFile => (
            "an image",
            "say in words what it shows, or write [words](https://...) with its address on the web",
        ),
    };
    let message = format!("`{}` is {name}, which text cannot have", short(written));
    Fault::new(&MARKUP, message, help.replace('\\', backslash))
}

const MARK: &str = "write \\ before the mark that makes it so";

/// What keeps an address from being that of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) enum Unclosed {
    /// A link inside its label.
    LinkInside,
    /// White space inside it.
    Space,
    /// The name of what has this address.
    Name(String),
    /// No `)` after it.
    NoEnd,
}

/// What looks like a link's address, and is words.
pub(in crate::load) fn unclosed_link(address: &str, why: Unclosed) -> Fault {
    let message = format!("`({}` is no link's address: this shows as it is", short(address));
    let help = match why {
        Unclosed::Name(near) => return Fault::new(&MARKUP, message, did_you_mean(&near)),
        Unclosed::LinkInside => "write [words](address), with no link inside the words",
        Unclosed::Space => "take the white space out of the address, or write ) before it",
        Unclosed::NoEnd => "write ) after the address",
    };
    Fault::new(&MARKUP, message, help)
}

/// What other kinds of Markdown have, or a keyboard made of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) enum Lookalike {
    /// A row of a table.
    Table,
    /// `[^1]`
    Footnote,
    /// `~~words~~`
    Struck,
    /// `[[words]]`, with these words.
    DoubleBrackets(String),
    /// `[words][label]`, with both.
    Reference(String, String),
    /// A link with brackets or parentheses of full width, and the link that it should be.
    WideLink(String),
    /// An address that is no link's.
    BareAddress(String),
}

/// Something that looks like markup and shows as it is written; `near` is the address that its words may have,
/// and `backslash` how one is written there.
pub(in crate::load) fn lookalike(
    written: &str,
    what: &Lookalike,
    near: Option<&str>,
    backslash: &str,
) -> Fault {
    let address = near.unwrap_or("address");
    let (name, help) = match what {
        Lookalike::Table => (
            "no table",
            "make it a block of its own (`table:`), or write \\| for each |".to_owned(),
        ),
        Lookalike::Footnote => (
            "no footnote",
            "name the source in `sources`, or make a block of its own (`note:`); \\[ for a plain ["
                .to_owned(),
        ),
        Lookalike::Struck => {
            ("not struck out", "leave out what does not hold, or write \\~ for each ~".to_owned())
        }
        Lookalike::DoubleBrackets(words) | Lookalike::Reference(words, _) => {
            // In `[[page|words]]` the words come last.
            let words = words.rsplit('|').next().unwrap_or(words);
            ("no link", format!("write [{}]({address}), or \\[ for a plain [", short(words)))
        }
        Lookalike::WideLink(link) => {
            ("no link", format!("write {}, with narrow brackets and parentheses", short(link)))
        }
        Lookalike::BareAddress(address) => {
            let escaped = address.replacen(':', "\\:", 1);
            let (address, escaped) = (short(address), short(&escaped));
            (
                "no link",
                format!(
                    "write [words]({address}), or []({address}) for its name; {escaped} if it is meant as words"
                ),
            )
        }
    };
    let message = format!("`{}` is {name} here: it shows as it is written", short(written));
    Fault::new(&NO_MARKUP, message, help.replace('\\', backslash))
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
