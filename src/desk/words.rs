//! What the desk says in words.

use super::purpose::Purpose;

/// What stands before a line that is written.
pub(super) fn label(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Filter => "filter: ",
        Purpose::Bookmark => "bookmark: ",
        Purpose::Note => "note: ",
        Purpose::GoTo => "go to: ",
        Purpose::Minutes => "minutes: ",
        Purpose::Search { regex: false } => "search: ",
        Purpose::Search { regex: true } => "regex: ",
    }
}
