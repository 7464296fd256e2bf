//! The briefings that a command is about.

use std::path::Path;

use anyhow::anyhow;

use crate::diagnostic::Diagnostic;
use crate::load;
use crate::runtime::{BriefingSource, Library};

use super::{bundled, input, words};

/// What lies under a path, or comes through a pipe that it says; the bundled briefing without one.
pub(super) fn find(path: Option<&Path>) -> anyhow::Result<Library> {
    match path {
        Some(path) => sources(path).map(Library::new).map_err(|fault| told(*fault)),
        None => Ok(Library::new(vec![bundled::source()])),
    }
}

/// As [`find`], but without a path what comes through the standard input, if that may be read
/// `unasked`, goes before the bundled briefing.
pub(super) fn find_to_read(path: Option<&Path>, unasked: bool) -> anyhow::Result<Library> {
    if unasked
        && path.is_none()
        && let Some(stream) = input::unasked().map_err(|fault| told(*fault))?
    {
        return Ok(Library::new(vec![BriefingSource::Stream(stream)]));
    }
    find(path)
}

/// The briefings under a path.
pub(super) fn sources(path: &Path) -> Result<Vec<BriefingSource>, Box<Diagnostic>> {
    if let Some(stream) = input::at(path) {
        return Ok(vec![BriefingSource::Stream(stream?)]);
    }
    let found = load::find(path)?;
    Ok(found.into_iter().map(|found| BriefingSource::Path(found.path)).collect())
}

/// A fault in one sentence.
fn told(fault: Diagnostic) -> anyhow::Error {
    let (place, message) = (fault.at.words(), fault.message);
    anyhow!(match fault.help {
        Some(help) => words::fault_with_help(&place, &message, &help),
        None => words::fault(&place, &message),
    })
}
