//! The painter and the screen, judged by a terminal emulator.
#![allow(clippy::unwrap_used)]

mod examples;
mod judge;
mod links;
mod property;
mod screen;
mod scripts;
mod traffic;

pub(crate) use judge::SIXTEEN;
