//! Texts with markup.

mod blank;
mod inline;

pub(super) use blank::{LONGEST, says_nothing};
pub(super) use inline::parse;
