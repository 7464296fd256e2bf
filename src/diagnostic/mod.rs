//! What is wrong with a file, where, and what to do about it; and the ways of showing that.
//!
//! A [`Diagnostic`] stands on its own: it carries the part of the source line that a renderer
//! shows, so no file has to be kept in memory or read again.

mod file;
mod fix;
mod json;
mod location;
mod one_line;
mod report;
mod rich;

pub(crate) use file::{Bad, File, HAZARDS};
pub use fix::{Fix, TextEdit};
pub use json::json;
pub use location::{Excerpt, Location, SourceSpan};
pub use one_line::one_line;
pub(crate) use report::is_faulty;
pub use report::{Diagnostic, Severity};
pub use rich::rich;
