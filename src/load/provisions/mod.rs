//! The wording of an article, read by its lines: which provisions it has, how they nest, and what they say.
//!
//! A line that begins with an enumerator begins a provision (`marks`), with several one below the other (`beside`); which row the enumerator goes on with
//! (`row`), and what the indent says, makes its depth (`nest`). The words of each are then read as inline
//! markup (`lower`). What the rules are stands in docs/format.md.

mod beside;
mod blanks;
mod folded;
mod gathered;
mod heading;
mod lines;
mod lower;
mod marks;
mod nest;
mod open;
mod outline;
mod row;
mod stray;
mod turns;
mod written;

pub(super) use folded::lost_mark;
pub(super) use heading::{ArticleNames, number_in};
pub(super) use lower::wording;
pub(super) use marks::enumerator;
pub(super) use outline::outline;
pub(super) use written::Hint;

#[cfg(test)]
mod tests;
