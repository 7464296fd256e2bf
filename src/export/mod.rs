//! Briefings as documents: plain text from the same sheets that the panes draw, Markdown and
//! JSON from the model, whose structure they keep.

mod json;
mod markdown;
mod plain;

pub use json::json;
pub use markdown::Markdown;
pub use plain::{Plain, print};
