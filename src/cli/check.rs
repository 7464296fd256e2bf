//! `attache check`

use std::process::ExitCode;

use crate::diagnostic::Severity;

use super::args::CheckArgs;
use super::{diagnostics, library};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let mut found = Vec::new();
    for path in &args.paths {
        match library::sources(path) {
            Ok(sources) => found.extend(sources.iter().flat_map(|one| one.read().diagnostics)),
            Err(diagnostic) => found.push(*diagnostic),
        }
    }
    let all = found.len();
    found.retain(|one| args.hints || one.severity != Severity::Hint);
    diagnostics::tell(&found, all - found.len(), args.format)
}
