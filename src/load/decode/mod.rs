//! Taking values out of the trees: each mapping's entries, each value of its type.

mod decoder;
mod mapping;
mod take;
mod value;

pub(super) use decoder::{Decoder, Effort};
pub(super) use mapping::Entries;
