//! Which file gives which part of the briefing.

mod part;
mod sections;
mod sort;
mod sorter;
mod twice;

pub(super) use part::{PartItem, Parts, SectionPart};
pub(super) use sort::sort;
