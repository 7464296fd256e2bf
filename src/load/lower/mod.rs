//! From trees to the model, with everything that is wrong on the way.

mod actor;
mod as_list;
mod block;
mod briefing;
mod elements;
mod instrument;
mod lesson;
mod list;
mod meta;
mod questions;
mod records;
mod section;
mod table;
mod take;

pub(super) use briefing::{briefing, section};
