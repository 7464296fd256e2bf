//! Sessions: the loop that takes events to the state machine and its effects to the world, and
//! what it stands on: painting a screen, holding the local terminal, hearing signals, keeping what
//! the reader leaves.
//!
//! Size, colour and character set belong to a session, so that several can live in one process. What
//! a process has only once (its terminal, its signals) is held by values that give it back on drop.

mod aside;
mod backlog;
mod capabilities;
mod clipboard;
mod editor;
mod event;
mod event_sender;
mod event_source;
mod file_editor;
mod input;
mod keeper;
pub mod keys;
mod library;
mod line_speed;
mod linear;
mod load;
mod loaded;
mod local;
mod local_events;
mod outlet;
mod output;
mod pacing;
pub mod paint;
mod panic_guard;
mod questions;
mod remainder;
mod remote;
mod renderer;
mod screen_outlet;
mod search_worker;
mod session;
mod shared_briefing;
pub mod signals;
mod store_account;
mod store_client;
mod store_failure;
mod store_file;
mod terminal;
mod watch;
mod words;

pub use aside::Aside;
pub use capabilities::Capabilities;
pub use event::SessionEvent;
pub use event_sender::EventSender;
pub use event_source::EventSource;
pub use file_editor::FilePlace;
pub(crate) use input::take_keys_from_terminal;
pub use keeper::Keeper;
pub use library::{BriefingSource, Library, OpenError};
pub use linear::{Dialogue, Turn};
pub(crate) use linear::{DialogueEnd, DialogueOptions, run_dialogue};
pub(crate) use local::{run_local, terminal_size};
pub use outlet::Outlet;
pub use remote::{RemoteOptions, RemoteSession};
pub use renderer::Renderer;
pub use screen_outlet::ScreenOutlet;
pub use session::{Request, Session};
pub use shared_briefing::SharedBriefing;
pub use store_client::{StoreClient, StoreOptions};
pub use store_failure::StoreFailure;
pub use terminal::LocalTerminal;
pub(crate) use watch::WatchMode;
