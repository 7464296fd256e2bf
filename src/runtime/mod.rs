//! The session's ground: painting a screen, holding the local terminal, hearing signals.
//!
//! Nothing here is global: size, colour and character set belong to a session, so that several can
//! live in one process.

pub mod paint;
