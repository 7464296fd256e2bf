//! From prose to lines: faces and links, line breaking, widths, hyphenation.

mod ascii;
mod breaks;
mod hyphen;
mod pieces;
mod rich;
mod width;
mod wrap;

pub use ascii::ascii_cell;
pub use hyphen::Hyphens;
pub use rich::{Face, Rich, Role, Run};
pub use width::{columns, fit};
pub use wrap::{Line, Measure, Segment, wrap};
