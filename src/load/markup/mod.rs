//! Texts with markup.

mod blank;
mod block;
mod entity;
mod inline;
mod links;
mod lookalike;
mod mended;
mod tell;

pub(super) use blank::{LONGEST, says_nothing};
pub(super) use inline::parse;
pub(super) use inline::parse_lines;
pub(super) use links::{WrittenLink, links};
