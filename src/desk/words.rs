//! What the desk says in words.

use super::purpose::Purpose;

/// What stands before a line that is written.
pub(super) fn label(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Filter => "filter: ",
        Purpose::Bookmark => "bookmark: ",
        Purpose::Note => "note: ",
        Purpose::GoTo => "go to: ",
        Purpose::Minutes => "minutes (10 or 1:30; 0 puts it away): ",
        Purpose::Search { regex: false } => "search: ",
        Purpose::Search { regex: true } => "regex: ",
    }
}

/// The same for a note on something of this name.
pub(super) fn note_on(name: &str) -> String {
    format!("note on {name}: ")
}
