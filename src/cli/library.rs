//! The briefings that a command is about.

use std::path::Path;

use anyhow::anyhow;
use clap::CommandFactory as _;

use crate::diagnostic::Diagnostic;
use crate::load;
use crate::runtime::{BriefingSource, Library};

use super::args::Cli;
use super::{bundled, input, words};

/// What a path means (see [`sources`]); without one, the first of the bundled briefings.
pub(super) fn find(path: Option<&Path>) -> anyhow::Result<Library> {
    match path {
        Some(path) => sources(path).map(Library::new).map_err(|fault| told(*fault)),
        None => Ok(Library::new(bundled::sources().take(1).collect())),
    }
}

/// As [`find`], but without a path all that are bundled.
pub(super) fn find_all(path: Option<&Path>) -> anyhow::Result<Library> {
    match path {
        Some(_) => find(path),
        None => Ok(Library::new(bundled::sources().collect())),
    }
}

/// As [`find`], but without a path what comes through the standard input, if that may be read
/// `unasked`, goes before the first of the bundled briefings.
pub(super) fn find_to_read(path: Option<&Path>, unasked: bool) -> anyhow::Result<Library> {
    if unasked
        && path.is_none()
        && let Some(stream) = input::unasked().map_err(|fault| told(*fault))?
    {
        return Ok(Library::new(vec![BriefingSource::Stream(stream)]));
    }
    find(path).map_err(|fault| match path.and_then(command_meant) {
        Some(command) => anyhow!(words::fault_of_a_command(&fault.to_string(), &command)),
        None => fault,
    })
}

/// The command that is meant by a word that is no path: `lst` for `list`.
fn command_meant(path: &Path) -> Option<String> {
    /// Letters that may be wrong, left out, or too many.
    const WRONG: usize = 2;
    let word = path.to_str().filter(|word| word.len() > WRONG && !path.exists())?;
    let cli = Cli::command();
    let names = cli.get_subcommands().map(clap::Command::get_name);
    let near = names.map(|name| (strsim::osa_distance(word, name), name));
    let (_, name) = near.filter(|(wrong, _)| *wrong <= WRONG).min()?;
    Some(name.to_owned())
}

/// The briefings under a path, what comes through a pipe that it says, or the bundled briefing whose id it is
/// where no file is called so.
pub(super) fn sources(path: &Path) -> Result<Vec<BriefingSource>, Box<Diagnostic>> {
    if let Some(stream) = input::at(path) {
        return Ok(vec![BriefingSource::Stream(stream?)]);
    }
    if let Some(bundled) = path.to_str().and_then(bundled::of_id).filter(|_| !path.exists()) {
        return Ok(vec![bundled]);
    }
    let found = load::find(path)?;
    Ok(found.into_iter().map(|found| BriefingSource::Path(found.path)).collect())
}

/// A fault in one sentence.
pub(super) fn told(fault: Diagnostic) -> anyhow::Error {
    let (place, message) = (fault.at.words(), fault.message);
    anyhow!(match fault.help {
        Some(help) => words::fault_with_help(&place, &message, &help),
        None => words::fault(&place, &message),
    })
}
