//! Where an entity of HTML makes a character.

use std::ops::Range;

use crate::base::cut;

/// Where an entity makes `c`, or else where the first one is.
pub(super) fn entity(written: &str, c: char) -> Option<Range<usize>> {
    let all = written.match_indices('&').filter_map(|(at, _)| {
        let end = at + cut(written, at..).find(';')? + 1;
        Some(at..end)
    });
    let code = u32::from(c);
    let makes = |at: &Range<usize>| {
        let name = cut(written, at.clone());
        [format!("&#x{code:x};"), format!("&#{code};")]
            .iter()
            .any(|one| name.eq_ignore_ascii_case(one))
    };
    let mut all = all.peekable();
    let first = all.peek().cloned();
    all.find(makes).or(first)
}
