//! Of the wordings of articles, as they are read by their lines.

use crate::base::short;
use crate::load::fault::Fault;
use crate::load::provisions::Hint;
use crate::load::rule::{EMPTY, PROVISIONS};

/// What may be meant otherwise in a wording, about what is `written` there, where a backslash is written as
/// `backslash`.
pub(in crate::load) fn provision(hint: &Hint, written: &str, backslash: &str) -> Fault {
    let mark = short(written);
    let (message, help) = match hint {
        Hint::Missing { first, end } if first == end => (
            format!("`{mark}` is here without `{first}`"),
            "write what is missing; in an excerpt it may stay so".to_owned(),
        ),
        Hint::Missing { first, end } => (
            format!("`{mark}` is here without `{first}` to `{end}`"),
            "write what is missing; in an excerpt it may stay so".to_owned(),
        ),
        Hint::Text => (
            format!("`{mark}` goes on with no row of enumerators here: it shows as text"),
            format!(
                "write `{backslash}{mark}` if it is text; if not, indent it below what it belongs to"
            ),
        ),
        Hint::Figure => (
            format!(
                "`{mark}` is not next in a row, and the line before has no end: it shows as text"
            ),
            format!(
                "write `{backslash}{mark}` if it is text; if not, end the line before with a full stop"
            ),
        ),
        Hint::Wrapped { more } => {
            (wrapped(*more), "indent it deeper than that one, or make one line of both".to_owned())
        }
        Hint::Unblanked => (
            format!("`{mark}` has no blank behind it: it shows as text"),
            format!("write a blank behind `{mark}` if it is an enumerator"),
        ),
        Hint::Undotted => (
            format!("`{mark}` has no dot behind its number: it shows as text"),
            "write `1.` here and `2.` further on, if these are enumerators".to_owned(),
        ),
        Hint::Section => (
            format!("`{mark}` is no enumerator here: it shows as text"),
            "write its number alone, with a dot or behind `§`".to_owned(),
        ),
        Hint::Sentence => (
            format!("`{mark}` seems to be the number of a sentence: no address leads to it"),
            "take it out, or leave it raised (`²`) as a part of the words".to_owned(),
        ),
        Hint::Again => (
            format!("`{mark}` is the first of a row that is open: it stands below the line before"),
            "give it the number that comes next, or indent it below what it belongs to".to_owned(),
        ),
        Hint::Page => (
            format!("`{mark}` stands alone on its line, as the number of a page does"),
            "take the line out, if it came with a page".to_owned(),
        ),
        Hint::SecondOnLine => (
            format!("two provisions seem to stand on one line: `{mark}` is in the middle of it"),
            "put each on a line of its own".to_owned(),
        ),
        Hint::OwnName { title: Some(title) } => (
            format!("`{mark}` is the article's own name, which is shown above its wording"),
            format!("take it out here, and write `title: {}` beside `number`", short(title)),
        ),
        Hint::OwnName { title: None } => (
            format!("`{mark}` is the article's own name, which is shown above its wording"),
            "take it out here; a title that follows it goes into `title`".to_owned(),
        ),
        Hint::OtherName => (
            format!("`{mark}` seems to be the name of another article"),
            "end this text before it, and give that article its own `number`, `title` and `text`"
                .to_owned(),
        ),
        Hint::Folded => (
            format!(
                "`{mark}` stands in the middle of a line, for YAML has made one line of several"
            ),
            "write `text: |`, and each provision on a line of its own".to_owned(),
        ),
        Hint::Twice => (
            format!("`{mark}` is here twice: an address leads to the first"),
            "give each an enumerator of its own".to_owned(),
        ),
    };
    Fault::new(&PROVISIONS, message, help)
}

/// A line that seems to go on with the one before, and so many others.
fn wrapped(more: usize) -> String {
    let this = "this line seems to go on with the one before, and is a paragraph of its own";
    match more {
        0 => this.to_owned(),
        1 => format!("{this}; so is 1 more below"),
        more => format!("{this}; so are {more} more below"),
    }
}

/// A wording that has enumerators, of which this is the first, and no words, where a backslash is written as
/// `backslash`.
pub(in crate::load) fn lone_mark(mark: &str, backslash: &str) -> Fault {
    let mark = short(mark);
    Fault::new(
        &EMPTY,
        format!("`{mark}` is an enumerator, and no words follow it"),
        format!("write the words behind it, or `{backslash}{mark}` if these are the words"),
    )
}

/// An enumerator that begins a line of a text that is no wording.
pub(in crate::load) fn run_together(mark: &str) -> Fault {
    let mark = short(mark);
    Fault::new(
        &PROVISIONS,
        format!("`{mark}` begins a line, and runs together with the line before"),
        "write each as an item of a `list:`, or of a `quote:` that is a list",
    )
}
