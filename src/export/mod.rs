//! Briefings as documents, made from the same sheets that the panes draw.

mod plain;

pub use plain::{Plain, print};
