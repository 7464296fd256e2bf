//! The painter and the backend, judged by a terminal emulator.
#![allow(clippy::unwrap_used)]

mod examples;
mod judge;
mod property;
mod traffic;
