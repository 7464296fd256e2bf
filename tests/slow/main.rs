//! What takes longer than the quick lane (`tests/it`) may: inputs of megabytes, the whole bundled
//! briefing key by key, processes that are killed, and the real program in a terminal.
//!
//! `cargo test --test slow` runs all of it, `cargo test --test slow pty` one module.

#[path = "../common/mod.rs"]
mod common;

mod idle;
mod import_growth;
mod kills;
mod load_growth;
mod load_hostile;
mod neovim;
mod pty;
mod random_keys;
mod schema_server;
mod serve;
mod traffic;
