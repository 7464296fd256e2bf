//! A language server: what `check` says, and what leads where, in an editor while a briefing is written.
//!
//! One loop ([`serve`]) owns all state. Messages come to it from the client, and from threads that read briefings as a
//! whole and work out what takes a while; it writes no files. ARCHITECTURE.md has the way of a change.

mod abilities;
mod actions;
mod answer;
mod answers;
mod client;
mod completion;
mod cursor;
mod definition;
mod documents;
mod edits;
mod event;
mod handshake;
mod hover;
mod inlay;
mod links;
mod names;
mod pending;
mod positions;
mod publish;
mod rename;
mod server;
mod symbols;
mod transport;
mod uri;
mod view;
mod words;

pub use server::serve;
pub(crate) use transport::standard;
