//! The end of a file where nothing stands but marks of documents.

use crate::base::cut;

/// `text` without the lines at its end that close a document, begin one without a word in it, or are
/// comments below those.
pub(super) fn without(text: &str) -> &str {
    let mut end = text.len();
    let mut at = text.len();
    for line in text.split_inclusive('\n').rev() {
        at -= line.len();
        match line.trim_end() {
            "---" | "..." if at > 0 => end = at,
            other if other.trim_start().is_empty() || other.trim_start().starts_with('#') => {}
            _ => break,
        }
    }
    cut(text, ..end)
}
