//! What an id and an article's number look like.

use unicode_normalization::UnicodeNormalization as _;

use super::fault::Fault;
use super::sentences::{self, Subject};
use super::words::LINE;
use crate::base::is_unseen;

/// How many bytes an article's number may have.
pub(super) const NUMBER: usize = 64;

/// How many bytes a word may have that is offered in place of an id.
const OFFERED: usize = 60;

/// Whether `word` has the shape of an id.
pub(super) fn is_id(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Whether `word` has the shape of an article's number.
pub(super) fn is_number(word: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | ' ');
    !word.trim().is_empty() && word.len() <= NUMBER && word.chars().all(plain)
}

/// What is wrong with an id, if anything.
pub(super) fn bad_id(id: &str) -> Option<Fault> {
    if is_id(id) {
        return (id.len() > LINE).then(|| sentences::too_long(Subject::Id));
    }
    let seen: String = id.chars().filter(|c| !is_unseen(*c)).collect();
    if seen.len() < id.len() && is_id(&seen) {
        return Some(sentences::unseen_in_id(id, &seen));
    }
    let narrow: String = id.chars().take(OFFERED).nfkc().collect();
    if narrow != id && is_id(&narrow) {
        return Some(sentences::bad_id(id, Some(&narrow)).meant(Some(&narrow)));
    }
    if id.contains(['/', '\\']) {
        return Some(sentences::path_for_id(id));
    }
    let slug: Vec<_> = id
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let slug = slug.join("-");
    let near = !slug.is_empty() && slug.len() <= OFFERED;
    Some(sentences::bad_id(id, near.then_some(slug.as_str())))
}
