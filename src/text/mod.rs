//! From prose to lines: faces and links, line breaking, widths, hyphenation.

mod hyphen;
mod rich;
mod width;

pub use hyphen::Hyphens;
pub use rich::{Face, Rich, Role, Run};
pub use width::{columns, fit};
