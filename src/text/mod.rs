//! From the model to lines of text: sheets and their faces, line breaking, widths, hyphenation.

mod ascii;
mod beside;
mod breaks;
mod card;
mod class;
mod compared;
mod differ;
mod elapsed;
mod entry;
mod evidence;
mod hyphen;
mod marks;
mod narrative;
mod pieces;
mod questions;
mod rich;
mod setting;
mod sheet;
mod timeline;
mod width;
mod wrap;

pub use ascii::{ascii, ascii_cell};
pub use beside::{Beside, room_for, width_of};
pub use compared::Part;
pub use entry::minutes;
pub use hyphen::Hyphens;
pub use marks::Marks;
pub use rich::{Face, Rich, Role, Run};
pub use setting::{Setting, count};
pub use sheet::{Element, Link, Sheet};
pub use timeline::{Decade, Lane, Moment, What, Zoom};
pub use width::{columns, fit};
pub use wrap::{Line, Measure, Segment, wrap};
