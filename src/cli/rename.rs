//! `attache rename`

use std::path::Path;
use std::process::ExitCode;

use crate::import;
use crate::load::{self, BriefingFiles, Referent};

use super::writing_args::{RenameArgs, RenameKind};
use super::{library, stderr, words};

pub(super) fn run(args: &RenameArgs) -> anyhow::Result<ExitCode> {
    let path = args.path.as_deref().unwrap_or(Path::new("."));
    let files = BriefingFiles::read(path).map_err(|fault| library::told(*fault))?;
    let load::Renaming { edits, moved } =
        load::rename(&files, &referent(args.kind, &args.old), &args.new)?;
    let mut renamed = files.clone();
    renamed.edit(&edits);
    let changed = import::changed_files(&files, &renamed);
    import::write_files(&changed, moved.as_ref().map(|(old, new)| (old.as_str(), new.as_str())))?;
    stderr::say(&words::renamed(&args.old, &args.new, edits.len(), changed.len()));
    Ok(ExitCode::SUCCESS)
}

/// What is called `old`.
fn referent(kind: RenameKind, old: &str) -> Referent {
    let (within, own) = match old.split_once('/') {
        Some((within, own)) => (Some(within).filter(|within| !within.is_empty()), own),
        None => (None, old),
    };
    match kind {
        RenameKind::Instrument => Referent::entity("instrument", old),
        RenameKind::Actor => Referent::entity("actor", old),
        RenameKind::Term => Referent::entity("term", old),
        RenameKind::Event => Referent::entity("event", old),
        RenameKind::Source => Referent::entity("source", old),
        RenameKind::Section => Referent::entity("section", old),
        RenameKind::Block => Referent::block(within.unwrap_or_default(), own),
        RenameKind::Article => Referent::article(within, own),
    }
}
