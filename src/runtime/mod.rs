//! Sessions: the loop that takes events to the state machine and its effects to the world, and
//! what it stands on: painting a screen, holding the local terminal, hearing signals, keeping what
//! the reader leaves.
//!
//! Size, colour and character set belong to a session, so that several can live in one process. What
//! a process has only once (its terminal, its signals) is held by values that give it back on drop.

mod abilities;
mod aside;
mod clipboard;
mod editor;
mod event;
mod fall;
mod input;
mod keeper;
mod library;
mod local;
pub mod paint;
pub mod screen;
mod session;
pub mod signals;
mod store_failure;
pub mod terminal;
mod words;
mod writer;

pub use abilities::Abilities;
pub use editor::{EditorError, EditorOutcome};
pub use event::Event;
pub use keeper::{Keeper, Keeping};
pub use library::{Library, OpenError, Origin};
pub use local::{run_local, terminal_size};
pub use session::{Request, Session};
pub use store_failure::StoreFailure;
