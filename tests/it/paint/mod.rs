//! The painter and the screen, judged by a terminal emulator.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod examples;
mod judge;
mod links;
mod property;
mod screen;
mod scripts;
mod terminal;
mod traffic;

pub(crate) use judge::SIXTEEN;
