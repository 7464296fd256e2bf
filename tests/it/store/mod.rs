//! What is kept survives: on the real file, with real processes.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on shall stop")]

mod damage;
mod disk;
mod identity;
mod readers;
mod round_trip;
mod unsaved;
mod versions;
