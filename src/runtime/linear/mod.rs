//! Sessions in plain lines, for who hears or feels the text, and for terminals that place no cursor: a
//! line asks, lines answer.

mod dialogue;
mod line_outlet;
mod local;
mod vocabulary;

pub use dialogue::{Dialogue, Turn};
pub(crate) use local::{DialogueEnd, DialogueOptions, run_dialogue};
