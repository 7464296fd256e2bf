//! The change that makes a fault go away.

use std::sync::Arc;

/// What mends a fault for certain, so that it may be done unasked: all of its edits or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in a clause: ``write `body` ``.
    pub title: String,
    /// What it changes. No two of them overlap.
    pub edits: Vec<TextEdit>,
}

/// Bytes of a file that are replaced by others.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TextEdit {
    /// The file's path, as [`Location::file`](super::Location::file) has it.
    pub file: Arc<str>,
    /// Where it begins, in bytes of the file.
    pub start: usize,
    /// Where it ends, in bytes of the file: nothing is taken out where it begins there too.
    pub end: usize,
    /// What stands there afterwards, with the line ends of the file.
    pub text: String,
}
