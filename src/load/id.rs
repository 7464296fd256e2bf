//! What an id and an article's number look like.

use super::faults::Fault;
use super::rule::ID;
use super::words::{LINE, short, too_long};

/// What an id looks like.
pub(super) const AN_ID: &str =
    "write one word of lower-case letters, digits and hyphens, such as kim-jong-un";

/// What an article's number looks like.
pub(super) const A_NUMBER: &str = "write a number or a name, for example 4, 2bis, III or preamble";

/// How many bytes an article's number may have.
pub(super) const NUMBER: usize = 64;

/// Whether `word` has the shape of an id.
pub(super) fn is_id(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Whether `word` has the shape of an article's number.
pub(super) fn is_number(word: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    !word.is_empty() && word.len() <= NUMBER && word.chars().all(plain)
}

/// What is wrong with an id, if anything.
pub(super) fn bad_id(id: &str) -> Option<Fault> {
    if is_id(id) {
        return (id.len() > LINE).then(|| too_long("an id"));
    }
    let fault = Fault::new(
        &ID,
        format!("`{}` is no id: use lower-case letters, digits and hyphens", short(id)),
    );
    let slug: Vec<_> = id
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let slug = slug.join("-");
    let plain = !slug.is_empty() && slug.len() <= 60;
    if id.contains(['/', '\\']) {
        let help = "an id is a name and not a path: nothing outside the briefing is read";
        return Some(fault.help(help));
    }
    Some(fault.suggest(plain.then_some(slug), || AN_ID.to_owned()))
}
