//! From prose to lines: faces and links, line breaking, widths, hyphenation.

mod rich;

pub use rich::{Face, Rich, Role, Run};
