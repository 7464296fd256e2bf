//! Which file gives which part of the briefing.

mod part;
mod sections;
mod sort;
mod sorter;

pub(super) use part::{Lists, PartItem, PartList, Parts, SectionList, SectionPart};
pub(super) use sort::sort;
