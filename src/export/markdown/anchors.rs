//! The anchors that links inside the document lead to.
//!
//! Programs that read Markdown do not agree on what a heading is called: Pandoc drops a number at
//! its beginning, GitHub keeps it. So what a link leads to has an anchor of its own, an empty
//! `<span id="...">`, which CommonMark lets through, and which Pandoc keeps in every format that it
//! writes. It is the one kind of HTML in the document.

use std::collections::HashMap;

/// The anchors that were given so far, each with how often its name was asked for again.
#[derive(Debug, Clone, Default)]
pub(super) struct Anchors(HashMap<String, usize>);

impl Anchors {
    /// The anchor of what a reference leads to: `article_treaty_4` of `article:treaty/4`, with a
    /// number behind it if it was given before.
    pub(super) fn next(&mut self, reference: &str) -> String {
        let name = name(reference);
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

/// An anchor as it is written.
pub(super) fn written(anchor: &str) -> String {
    format!("<span id=\"{anchor}\"></span>")
}

fn name(reference: &str) -> String {
    // `4-2-b` for the provision `4(2)(b)`.
    let kept = reference.chars().filter(|c| *c != ')').map(|c| match c {
        ':' | '/' => '_',
        c if c.is_alphanumeric() => c,
        _ => '-',
    });
    kept.collect::<String>().to_lowercase()
}
