//! A language server: what `check` says, and what leads where, in an editor while a briefing is written.
//!
//! One loop ([`serve`]) owns all state. Messages come to it from the client, and from one thread that reads large
//! briefings as a whole; it writes no files. ARCHITECTURE.md has the way of a change.

mod actions;
mod answers;
mod client;
mod completion;
mod cursor;
mod definition;
mod documents;
mod hover;
mod inlay;
mod links;
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
