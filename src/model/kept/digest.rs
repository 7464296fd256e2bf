//! A digest of words that is the same in every version and on every machine.

use std::hash::Hasher as _;

use twox_hash::XxHash64;

/// The digest of `parts`, a line feed after each: XXH64 with the seed 0, as the `xxHash` specification
/// describes it. That of the standard library may be another in its next release, and what a file says
/// would then have changed in every place.
pub(super) fn digest<'p>(parts: impl IntoIterator<Item = &'p str>) -> u64 {
    let mut hasher = XxHash64::with_seed(0);
    for part in parts {
        hasher.write(part.as_bytes());
        hasher.write(b"\n");
    }
    hasher.finish()
}

/// The digest of words that have a line feed after each part.
pub(super) fn digest_of_lines(words: &str) -> u64 {
    XxHash64::oneshot(0, words.as_bytes())
}
