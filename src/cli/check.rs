//! `attache check`

use std::process::ExitCode;

use crate::diagnostic::Severity;

use super::args::CheckArgs;
use super::{diagnostics, fix, library};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let mut found = Vec::new();
    let mut mending = args.fix.then(|| fix::Mending::new(args));
    for path in &args.paths {
        let sources = match library::sources(path) {
            Ok(sources) => sources,
            Err(diagnostic) => {
                found.push(*diagnostic);
                continue;
            }
        };
        for source in &sources {
            found.extend(match &mut mending {
                Some(mending) => mending.mend(source)?,
                None => source.read().diagnostics,
            });
        }
    }
    let all = found.len();
    found.retain(|one| args.hints || one.severity != Severity::Hint);
    match mending {
        Some(mending) => mending.tell(&found, all - found.len(), args.format),
        None => diagnostics::tell(&found, all - found.len(), args.format),
    }
}
