//! What a language tag looks like: the one rule for loading, importing and the schemas of the files.

/// The shape of a language tag (BCP 47), as a regular expression of JSON Schema.
pub(super) const LANGUAGE_TAG: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// Whether `tag` has the shape of a language tag (BCP 47), which [`LANGUAGE_TAG`] says as well.
pub(crate) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().is_some_and(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
    });
    first
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
