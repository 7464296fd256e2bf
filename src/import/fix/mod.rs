//! What mends itself in a briefing: the fixes of its faults, made and written.

mod line_edits;
mod mend;
mod score;
mod unified;
mod words;
mod write;

pub(crate) use line_edits::line_edits;
pub(crate) use mend::{mend, mend_file};
pub(crate) use unified::unified_diff;
pub(crate) use write::{ChangedFile, changed_files, write_files};
