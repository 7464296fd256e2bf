//! Texts with markup.

mod blank;
mod inline;
mod mended;

pub(super) use blank::{LONGEST, says_nothing};
pub(super) use inline::parse;
#[allow(unused_imports, reason = "as it says itself")]
pub(super) use inline::parse_lines;
