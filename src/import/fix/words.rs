//! What is said where files are changed: every sentence is one function of the values in it.

/// A file that cannot be written to, and why in the system's words.
pub(super) fn unwritable(path: &str, why: &str) -> String {
    format!("{path} cannot be written: {why}; the briefing was not changed")
}

/// A file that is not what was read.
pub(super) fn changed_meanwhile(path: &str) -> String {
    format!("{path} was changed meanwhile; nothing was changed by attache: do it again")
}

/// A file that does not get its new name, and why in the system's words.
pub(super) fn unmovable(old: &str, new: &str, why: &str) -> String {
    format!("{old} cannot be renamed to {new}: {why}; the briefing was not changed")
}

/// Files that stay changed though another one could not be, and why that in the system's words.
pub(super) fn half_changed(path: &str, why: &str, changed: &[String]) -> String {
    let changed = changed.join(", ");
    format!(
        "{path} cannot be written: {why}; these are changed, and could not be put back: {changed}"
    )
}
