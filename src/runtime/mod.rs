//! The session's ground: painting a screen, holding the local terminal, hearing signals.
//!
//! Size, colour and character set belong to a session, so that several can live in one process. What
//! a process has only once (its terminal, its signals) is held by values that give it back on drop.

pub mod paint;
pub mod screen;
#[cfg(unix)]
pub mod signals;
pub mod terminal;
