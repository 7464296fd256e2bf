//! attache: a briefing reader for the terminal.
//!
//! The folders are layers; ARCHITECTURE.md says what each may use.

pub mod diagnostic;
pub mod load;
pub mod model;
pub mod text;
