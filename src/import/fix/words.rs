//! What is said where files are changed: every sentence is one function of the values in it.

/// A file that cannot be written to, and why in the system's words.
pub(super) fn unwritable(path: &str, why: &str) -> String {
    format!("{path} cannot be written: {why}; nothing was changed")
}

/// A file that is not what was read.
pub(super) fn changed_meanwhile(path: &str) -> String {
    format!("{path} was changed meanwhile; nothing was changed by attache: do it again")
}
