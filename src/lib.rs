//! attache: a briefing reader for the terminal.
//!
//! The folders are layers; ARCHITECTURE.md says what each may use.

pub mod model;
pub mod runtime;
pub mod text;
