//! An id that is changed wherever it is written.

use std::fs;

use super::briefing_files::BriefingFiles;
use super::id::{is_id, is_number};
use super::id_places::IdPlace;
use super::referent::Referent;
use super::sentences;
use super::words::unspaced;
use crate::diagnostic::{Diagnostic, Severity, TextEdit, one_line};

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
    /// The file of a section would take the place of another, which is at this path.
    #[error("{}", sentences::file_in_the_way(.0))]
    InTheWay(String),
    /// It would bring an error about that was not there before, in a line.
    #[error("{}", sentences::renaming_does_harm(.0))]
    Harm(String),
}

/// Gives something the id `new`, or an article that number, wherever it is written: values and links of all files.
/// What does any harm is an error.
pub(crate) fn rename(
    files: &BriefingFiles,
    referent: &Referent,
    new: &str,
) -> Result<Renaming, RenameError> {
    let (found, places) = files.id_places();
    if let Some(unread) = found.iter().find(|one| keeps_from_reading(one)) {
        return Err(RenameError::Unread(unread.at.words()));
    }
    let is_article = matches!(referent, Referent::Article { .. });
    let is_right = if is_article { is_number(new) } else { is_id(new) };
    if !is_right {
        return Err(RenameError::NoId(referent.kind(), new.to_owned()));
    }
    let first = places.iter().find_map(first_instrument);
    let old = referent.in_full(first);
    let fresh = old.called(new).in_full(first);
    let is = |place: &IdPlace, what: &Referent| place.referent.in_full(first) == *what;
    let is_given = |what: &Referent| places.iter().any(|place| place.is_own && is(place, what));
    if !is_given(&old) {
        return Err(RenameError::Nothing(old.kind(), old.id()));
    }
    if fresh != old && is_given(&fresh) {
        return Err(RenameError::Taken(old.kind(), new.to_owned()));
    }
    let edits = places.iter().filter(|place| is(place, &old)).map(|place| edit(place, new));
    let mut edits = edits.collect::<Result<Vec<_>, _>>()?;
    // What an alias repeats is written once.
    edits.sort_by(|a, b| (&a.file, a.start).cmp(&(&b.file, b.start)));
    edits.dedup();
    let moved = match &old {
        Referent::Entity { scheme: "section", id } => files.section_file(id, new),
        _ => None,
    };
    let renaming = Renaming { edits, moved: moved.filter(|(old, new)| old != new) };
    do_no_harm(files, &found, &renaming)?;
    Ok(renaming)
}

/// The id of an instrument, where it is given.
fn first_instrument(place: &IdPlace) -> Option<&str> {
    match &place.referent {
        Referent::Entity { scheme: "instrument", id } if place.is_own => Some(id),
        _ => None,
    }
}

/// Looks at what would come of it; `found` is what is wrong before.
fn do_no_harm(
    files: &BriefingFiles,
    found: &[Diagnostic],
    renaming: &Renaming,
) -> Result<(), RenameError> {
    let mut renamed = files.clone();
    renamed.edit(&renaming.edits);
    if let Some((old, new)) = &renaming.moved {
        if fs::symlink_metadata(new).is_ok() {
            return Err(RenameError::InTheWay(new.clone()));
        }
        renamed.move_file(old, new);
    }
    match new_error(found, &renamed.check()) {
        Some(fault) => Err(RenameError::Harm(one_line(fault))),
        None => Ok(()),
    }
}

/// The first error that was not there before, if there are more.
fn new_error<'d>(before: &[Diagnostic], after: &'d [Diagnostic]) -> Option<&'d Diagnostic> {
    let errors = |found: &&Diagnostic| found.severity == Severity::Error;
    let (old, new) = (before.iter().filter(errors), after.iter().filter(errors));
    if new.clone().count() <= old.clone().count() {
        return None;
    }
    new.clone().find(|one| !old.clone().any(|other| other.message == one.message))
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
