//! Of references and addresses.

use super::help::did_you_mean;
use super::id::hidden;
use super::noun::{entities, entity};
use crate::base::short;
use crate::load::addresses::EntityKind;
use crate::load::fault::Fault;
use crate::load::rule::{ITSELF, POSITION, REFERENCE, SCHEME, URL};

pub(in crate::load) fn no_address() -> Fault {
    let help = "write one in the parentheses, for example (article:4)";
    Fault::new(&SCHEME, "this link has no address", help)
}

/// An address without a scheme, and the whole address that was meant or the schemes there are.
pub(in crate::load) fn no_scheme(address: &str, near: Option<&str>, schemes: &[&str]) -> Fault {
    let message = format!("`{}` is no address: it has no scheme", short(address));
    let all = || format!("begin it with one of: {}", schemes.join(", "));
    Fault::new(&SCHEME, message, near.map_or_else(all, did_you_mean))
}

/// The name of a file in place of an address.
pub(in crate::load) fn file_for_address(address: &str) -> Fault {
    let message = format!("`{}` is a file, and a link cannot lead to one", short(address));
    let help = "write where it is on the web, such as https://example.org/page, or the words without a link";
    Fault::new(&SCHEME, message, help)
}

/// An id with a character that is not seen, and what is seen of it.
pub(in crate::load) fn unseen_in_reference(kind: EntityKind, id: &str, seen: &str) -> Fault {
    let message = format!("there is no {} `{}`: {}", entity(kind), short(seen), hidden(id));
    Fault::new(&REFERENCE, message, "take that character out").meant(Some(seen))
}

/// A paragraph by its number.
pub(in crate::load) fn position(address: &str) -> Fault {
    let message = format!(
        "`{address}` is a number, and will be another paragraph's once a block is put before it"
    );
    Fault::new(&POSITION, message, "write `id: ` and a word in that block, and the word here")
}

/// An article among those that are named beside it.
pub(in crate::load) fn itself(key: &str, address: &str) -> Fault {
    let message = format!("`{key}` names the article that it stands in, `{}`", short(address));
    Fault::new(&ITSELF, message, "name another one, or take it out")
}

pub(in crate::load) fn no_url(address: &str) -> Fault {
    let message = format!("`{}` is no address that can be shown", short(address));
    Fault::new(&URL, message, "it begins with https://, http:// or mailto:")
}

pub(in crate::load) fn half_an_address(scheme: &str) -> Fault {
    let message = format!("this is no whole {scheme} address");
    Fault::new(&SCHEME, message, "for example https://example.org/page")
}

pub(in crate::load) fn unknown_scheme(scheme: &str, near: Option<&str>, schemes: &[&str]) -> Fault {
    let message = format!("a link cannot lead to `{}:`", short(scheme));
    let all = || format!("the schemes are: {}", schemes.join(", "));
    let near = near.map(|near| format!("{near}:"));
    Fault::new(&SCHEME, message, near.as_deref().map_or_else(all, did_you_mean))
}

/// An id that nothing of its kind has. Of the ids that there are `few`, and `more` besides.
pub(in crate::load) fn nothing(
    kind: EntityKind,
    id: &str,
    near: Option<&str>,
    (few, more): (&[&str], usize),
) -> Fault {
    let what = entity(kind);
    let message = match id {
        "" => format!("this names no {what}"),
        id => format!("there is no {what} `{}`", short(id)),
    };
    Fault::new(&REFERENCE, message, near.map_or_else(|| these(kind, few, more), did_you_mean))
}

/// The first ids of a kind, and how many more there are.
fn these(kind: EntityKind, few: &[&str], more: usize) -> String {
    let ids: Vec<_> = few.iter().map(|id| short(id)).collect();
    let ids = ids.join(", ");
    match (few.len(), more) {
        (0, _) => format!("this briefing has no {} at all: write it first", entity(kind)),
        (_, 0) => format!("the {} here: {ids}", entities(kind)),
        (_, more) => format!("the {} here: {ids} and {more} more", entities(kind)),
    }
}

/// Why there is no article.
pub(in crate::load) enum NoArticle {
    /// Another one was meant.
    Near(String),
    /// It is there, and its `number` has the label in it.
    Labelled { written: String, number: String },
    /// There is no instrument at all.
    NoInstrument,
    /// The instrument has only so many.
    Of(usize),
    /// Nobody is going to read it.
    Untold,
}

pub(in crate::load) fn no_article(address: &str, why: NoArticle) -> Fault {
    let help = match why {
        NoArticle::Near(near) => did_you_mean(&near),
        NoArticle::Labelled { written, number } => {
            format!(
                "write `number: {}` at the article that has `{}`",
                short(&number),
                short(&written)
            )
        }
        NoArticle::NoInstrument => these(EntityKind::Instrument, &[], 0),
        NoArticle::Of(1) => "the instrument has one article".to_owned(),
        NoArticle::Of(n) => format!("the instrument has {n} articles"),
        NoArticle::Untold => String::new(),
    };
    Fault::new(&REFERENCE, format!("there is no article `{}`", short(address)), help)
}

/// What stands behind an article's number, and leads nowhere by its looks.
pub(in crate::load) fn no_steps(number: &str, written: &str) -> Fault {
    let message = format!("`{}` is no way to a provision", short(written));
    let help = format!("write each step in brackets: {}(2)(b)", short(number));
    Fault::new(&REFERENCE, message, help)
}

/// Steps that lead to no provision of an article. Those that do lead as far as `way`, and `on` from there.
pub(in crate::load) fn no_provision(number: &str, steps: &str, way: &str, on: &[String]) -> Fault {
    let number = short(number);
    let message = format!("article `{number}` has no `{}`", short(steps));
    let few: Vec<_> = on.iter().take(FEW).map(|step| format!("{number}{way}{step}")).collect();
    let there = if way.is_empty() { "it".to_owned() } else { format!("`{number}{way}`") };
    let help = match on.len() - few.len() {
        0 if few.is_empty() => format!("{there} has nothing below it: write `{number}{way}`"),
        0 => format!("{there} has {}", few.join(", ")),
        more => format!("{there} has {} and {more} more", few.join(", ")),
    };
    Fault::new(&REFERENCE, message, help)
}

/// How many provisions help lists.
const FEW: usize = 8;

/// Why there is no paragraph.
pub(in crate::load) enum NoParagraph {
    /// Another one was meant.
    Near(String),
    /// The section has only so many.
    Of(usize),
    /// Nobody is going to read it.
    Untold,
}

pub(in crate::load) fn no_paragraph(section: &str, address: &str, why: NoParagraph) -> Fault {
    let message = format!("section `{}` has no paragraph `{}`", short(section), short(address));
    let help = match why {
        NoParagraph::Near(near) => did_you_mean(&near),
        NoParagraph::Of(0) => "it has none at all".to_owned(),
        NoParagraph::Of(1) => "it has one alone, p1".to_owned(),
        NoParagraph::Of(n) => format!("it has p1 to p{n}: cues count here, headings do not"),
        NoParagraph::Untold => String::new(),
    };
    Fault::new(&REFERENCE, message, help)
}
