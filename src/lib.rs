//! attache: a briefing reader for the terminal.
//!
//! The folders are layers; ARCHITECTURE.md says what each may use.

// Elsewhere this is empty, and the binary says in one line why it does not build.
#![cfg(unix)]

pub mod app;
pub mod base;
pub mod cli;
pub mod command;
pub mod config;
pub mod desk;
pub mod diagnostic;
pub mod export;
pub mod import;
pub mod load;
pub mod lsp;
pub mod model;
pub mod runtime;
mod serve;
pub mod store;
pub mod text;
pub mod theme;
pub mod ui;
