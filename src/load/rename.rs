//! An id that is changed wherever it is written.

use super::briefing_files::BriefingFiles;
use super::id::{is_id, is_number};
use super::id_places::{IdKind, IdPlace, article_id};
use super::sentences;
use super::words::unspaced;
use crate::diagnostic::{Diagnostic, TextEdit};

/// What a new id changes.
#[derive(Debug)]
pub(crate) struct Renaming {
    /// The edits, in all files.
    pub(crate) edits: Vec<TextEdit>,
    /// The file of a section, which is called by its id: its path inside the briefing's folder, before and after.
    pub(crate) moved: Option<(String, String)>,
}

/// Why nothing can be renamed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RenameError {
    /// Nothing has the old id.
    #[error("{}", sentences::nothing_to_rename(.0, .1))]
    Nothing(&'static str, String),
    /// Something has the new id.
    #[error("{}", sentences::taken_name(.0, .1))]
    Taken(&'static str, String),
    /// The new one is no id, or no number.
    #[error("{}", sentences::no_new_name(.0, .1))]
    NoId(&'static str, String),
    /// A file cannot be read, so that it may name anything.
    #[error("{}", sentences::unread_file(.0))]
    Unread(String),
    /// An id is written otherwise than it reads, in a file's line.
    #[error("{}", sentences::written_otherwise(.0, *.1))]
    Unclear(String, usize),
}

/// Gives what is called `old` the id `new`, wherever it is written: values and links of all files. A block is
/// `SECTION/BLOCK`, an article `INSTRUMENT/NUMBER` or `NUMBER` of the first instrument; `new` is the id or the
/// number alone.
pub(crate) fn rename(
    files: &BriefingFiles,
    kind: IdKind,
    old: &str,
    new: &str,
) -> Result<Renaming, RenameError> {
    let (found, places) = files.id_places();
    if let Some(unread) = found.iter().find(|one| keeps_from_reading(one)) {
        return Err(RenameError::Unread(unread.at.words()));
    }
    let what = sentences::renamed(kind);
    let is_right = if kind == IdKind::Article { is_number(new) } else { is_id(new) };
    if !is_right {
        return Err(RenameError::NoId(what, new.to_owned()));
    }
    let first = places.iter().find(|place| place.is_own && place.kind == IdKind::Instrument);
    let first = first.map_or("", |place| place.id.as_str());
    let whole = |id: &str| match (kind, id.split_once('/')) {
        (IdKind::Article, Some(("", number))) => article_id(first, number),
        (IdKind::Article, None) => article_id(first, id),
        (IdKind::Article, Some((instrument, number))) => article_id(instrument, number),
        _ => id.to_owned(),
    };
    let old = whole(old);
    let fresh = match old.rsplit_once('/') {
        Some((parent, _)) => whole(&format!("{parent}/{new}")),
        None => new.to_owned(),
    };
    let of_kind = || places.iter().filter(|place| place.kind == kind);
    let is_given = |id: &str| of_kind().any(|place| place.is_own && whole(&place.id) == id);
    if !is_given(&old) {
        return Err(RenameError::Nothing(what, old));
    }
    if fresh != old && is_given(&fresh) {
        return Err(RenameError::Taken(what, new.to_owned()));
    }
    let edits = of_kind().filter(|place| whole(&place.id) == old).map(|place| edit(place, new));
    let mut edits = edits.collect::<Result<Vec<_>, _>>()?;
    // What an alias repeats is written once.
    edits.sort_by(|a, b| (&a.file, a.start).cmp(&(&b.file, b.start)));
    edits.dedup();
    let moved = (kind == IdKind::Section).then(|| files.section_file(&old, new)).flatten();
    Ok(Renaming { edits, moved })
}

fn edit(place: &IdPlace, new: &str) -> Result<TextEdit, RenameError> {
    let at = place.at.clone();
    let at = at.map_err(|line| RenameError::Unclear(place.file.as_ref().to_owned(), line))?;
    // In an address a number has no blanks.
    let text = if place.is_own { new.to_owned() } else { unspaced(new) };
    Ok(TextEdit { file: place.file.clone(), start: at.start, end: at.end, text })
}

/// Whether a fault keeps a file from being read.
fn keeps_from_reading(fault: &Diagnostic) -> bool {
    matches!(fault.rule, "syntax" | "encoding" | "budget" | "unreadable" | "too-large")
}
