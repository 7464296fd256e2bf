//! `attache rename`

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;

use crate::diagnostic::{Diagnostic, Severity, one_line};
use crate::import;
use crate::load::{self, BriefingFiles, IdKind};

use super::writing_args::{RenameArgs, RenameKind};
use super::{library, stderr, words};

pub(super) fn run(args: &RenameArgs) -> anyhow::Result<ExitCode> {
    let path = args.path.as_deref().unwrap_or(Path::new("."));
    let files = BriefingFiles::read(path).map_err(|fault| library::told(*fault))?;
    let load::Renaming { edits, moved } =
        load::rename(&files, kind(args.kind), &args.old, &args.new)?;
    let mut renamed = files.clone();
    renamed.edit(&edits);
    let changed = import::changed_files(&files, &renamed);
    let moved = moved.filter(|(old, new)| old != new);
    if let Some((old, new)) = &moved {
        if fs::symlink_metadata(new).is_ok() {
            bail!(words::file_in_the_way(new));
        }
        renamed.move_file(old, new);
    }
    let (before, after) = (files.check(), renamed.check());
    if let Some(fault) = new_error(&before, &after) {
        bail!(words::renaming_does_harm(&one_line(fault)));
    }
    import::write_files(&changed, moved.as_ref().map(|(old, new)| (old.as_str(), new.as_str())))?;
    stderr::say(&words::renamed(&args.old, &args.new, edits.len(), changed.len()));
    Ok(ExitCode::SUCCESS)
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

fn kind(kind: RenameKind) -> IdKind {
    match kind {
        RenameKind::Instrument => IdKind::Instrument,
        RenameKind::Actor => IdKind::Actor,
        RenameKind::Term => IdKind::Term,
        RenameKind::Event => IdKind::Event,
        RenameKind::Source => IdKind::Source,
        RenameKind::Section => IdKind::Section,
        RenameKind::Block => IdKind::Block,
        RenameKind::Article => IdKind::Article,
    }
}
