//! The anchors of headings.
//!
//! Markdown has no anchors of its own and HTML is not to be written, so a link inside the
//! document leads to a heading by the name that programs make of it. They agree on what GitHub
//! does: lower case, no punctuation, hyphens for spaces, a number behind a name that was taken.

use std::collections::HashMap;

/// The anchors that were given so far, each with how often its name was asked for again.
#[derive(Debug, Clone, Default)]
pub(super) struct Anchors(HashMap<String, usize>);

impl Anchors {
    /// The anchor of the next heading, which says `words`.
    pub(super) fn next(&mut self, words: &str) -> String {
        let name = name(words);
        let mut anchor = name.clone();
        while self.0.contains_key(&anchor) {
            let again = self.0.entry(name.clone()).or_default();
            *again += 1;
            anchor = format!("{name}-{again}");
        }
        self.0.insert(anchor.clone(), 0);
        anchor
    }
}

fn name(words: &str) -> String {
    let kept = words.trim().chars().filter_map(|c| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || matches!(c, '-' | '_') => Some(c),
        _ => None,
    });
    kept.collect::<String>().to_lowercase()
}
