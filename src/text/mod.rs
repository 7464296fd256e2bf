//! From the model to lines of text: sheets and their faces, line breaking, widths, hyphenation;
//! and what is looked up in it: search, and the names to go to.

mod around;
mod ascii;
mod breaks;
mod card;
mod class;
mod entry;
mod evidence;
mod fold;
mod found;
pub mod goto;
mod hyphen;
mod marks;
mod narrative;
mod pieces;
mod questions;
mod rich;
pub mod search;
mod setting;
mod sheet;
mod width;
mod wrap;

pub use ascii::{ascii, ascii_cell};
pub use entry::minutes;
pub use found::Finding;
pub use hyphen::Hyphens;
pub use marks::Marks;
pub use rich::{Face, Found, Rich, Role, Run};
pub use setting::{Setting, count};
pub use sheet::{Element, Link, Sheet};
pub use width::{columns, fit};
pub use wrap::{Line, Measure, Segment, wrap};
