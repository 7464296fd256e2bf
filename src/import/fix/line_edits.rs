//! What is changed in a file, line by line, as edits.

use std::sync::Arc;

use imara_diff::{Algorithm, Diff, InternedInput};

use super::write::ChangedFile;
use crate::diagnostic::TextEdit;

/// The edits that make of a file what it is to hold, in order. Nothing if it is no text.
pub(crate) fn line_edits(file: &ChangedFile) -> Option<Vec<TextEdit>> {
    let before = std::str::from_utf8(&file.before).ok()?;
    let after = std::str::from_utf8(&file.after).ok()?;
    let input = InternedInput::new(before, after);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let (old, new) = (starts(before), starts(after));
    let start = |starts: &[usize], line: u32| starts.get(line as usize).copied();
    let name: Arc<str> = file.name.as_str().into();
    let edits = diff.hunks().map(|hunk| {
        let words = start(&new, hunk.after.start)?..start(&new, hunk.after.end)?;
        Some(TextEdit {
            file: Arc::clone(&name),
            start: start(&old, hunk.before.start)?,
            end: start(&old, hunk.before.end)?,
            text: after.get(words)?.to_owned(),
        })
    });
    edits.collect()
}

/// Where each line of a text begins, and where the last one ends.
fn starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        end += line.len();
        starts.push(end);
    }
    starts
}
