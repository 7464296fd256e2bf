//! From the model to lines of text: sheets and their faces, line breaking, widths, hyphenation.

mod annotations;
mod ascii;
mod breaks;
mod card;
mod class;
mod day;
mod entry;
mod evidence;
mod hyphen;
mod left;
mod marks;
mod narrative;
mod pieces;
mod questions;
mod rich;
mod setting;
mod sheet;
mod width;
mod wrap;

pub use annotations::{Annotated, Annotations, Bookmarked, Noted, Origin, sentence};
pub use ascii::{ascii, ascii_cell};
pub use day::day;
pub use entry::minutes;
pub use hyphen::Hyphens;
pub use left::Left;
pub use marks::Marks;
pub use rich::{Face, Rich, Role, Run};
pub use setting::{Setting, count};
pub use sheet::{Element, Link, Sheet};
pub use width::{columns, fit};
pub use wrap::{Line, Measure, Segment, wrap};
