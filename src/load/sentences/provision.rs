//! Of the wordings of articles, as they are read by their lines.

use crate::base::short;
use crate::load::fault::Fault;
use crate::load::provisions::Hint;
use crate::load::rule::PROVISIONS;

/// What may be meant otherwise in a wording, about what is `written` there.
pub(in crate::load) fn provision(hint: &Hint, written: &str) -> Fault {
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
            format!("write `\\{mark}` if it is text; if not, indent it below what it belongs to"),
        ),
        Hint::Wrapped => (
            "this line seems to go on with the one before, and is a paragraph of its own"
                .to_owned(),
            "indent it deeper than that one, or make one line of both".to_owned(),
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
