//! From prose to lines: faces and links, line breaking, widths, hyphenation.

mod rich;
mod width;

pub use rich::{Face, Rich, Role, Run};
pub use width::{columns, fit};
