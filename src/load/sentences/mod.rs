//! What loading says: each sentence a function of what it speaks of, in this folder and nowhere else.

mod disk;
mod fix;
mod help;
mod id;
mod list;
mod many;
mod mapping;
mod markup;
mod noun;
mod part;
mod provision;
mod reference;
mod rename;
mod section;
mod table;
mod value;
mod yaml;

pub(super) use disk::*;
pub(super) use fix::*;
pub(super) use id::*;
pub(super) use list::*;
pub(super) use many::*;
pub(super) use mapping::*;
pub(super) use markup::*;
pub(super) use noun::{Expected, Subject};
pub(super) use part::*;
pub(super) use provision::*;
pub(super) use reference::*;
pub(super) use rename::*;
pub(super) use section::*;
pub(super) use table::*;
pub(super) use value::*;
pub(super) use yaml::*;
