//! Where in the files ids are written: where something has one, and wherever a value or a link names it.

use std::ops::Range;
use std::sync::Arc;

use super::referent::Referent;
use crate::base::cut;
use crate::diagnostic::File;

/// A place where an id is written.
#[derive(Debug, Clone)]
pub(crate) struct IdPlace {
    /// What is called by it.
    pub(crate) referent: Referent,
    /// Whether it is given here, not named.
    pub(crate) is_own: bool,
    /// The file.
    pub(crate) file: Arc<str>,
    /// The bytes of the file that are the id or the number alone; the line if it is written otherwise than it reads.
    pub(crate) at: Result<Range<usize>, usize>,
}

/// The place of an id at bytes `at` of a file, where `word` stands, be it in quotes.
pub(super) fn place(
    file: &File,
    at: Range<usize>,
    word: &str,
    within: Range<usize>,
) -> Result<Range<usize>, usize> {
    let raw = cut(&file.text, at.clone());
    let line = file.location(at.clone()).span.map_or(1, |span| span.line);
    let quoted = raw.strip_prefix(['"', '\'']).and_then(|raw| raw.strip_suffix(['"', '\'']));
    let begin = match quoted {
        _ if raw == word => at.start,
        Some(inner) if inner == word => at.start + 1,
        _ => return Err(line),
    };
    let edit = file.edit(begin + within.start..begin + within.end, "");
    Ok(edit.start..edit.end)
}
