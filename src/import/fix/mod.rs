//! What mends itself in a briefing: the fixes of its faults, made and written.

mod mend;
mod score;
mod unified;
mod words;
mod write;

pub(crate) use mend::mend;
pub(crate) use unified::unified_diff;
pub(crate) use write::{ChangedFile, changed_files, write_files};
