//! `attache check`

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use crate::diagnostic::{self, Diagnostic, Severity};
use crate::theme::Depth;

use super::args::{CheckArgs, DiagnosticFormat};
use super::{library, words};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let depth = Depth::detect(|name| std::env::var(name).ok());
    let colour = io::stdout().is_terminal() && depth != Depth::Mono;
    let mut found = Vec::new();
    for path in &args.paths {
        match library::sources(path) {
            Ok(sources) => found.extend(sources.iter().flat_map(|one| one.read().diagnostics)),
            Err(diagnostic) => found.push(*diagnostic),
        }
    }
    found.retain(|one| args.hints || one.severity != Severity::Hint);
    match write(&found, args.format, colour) {
        // The faults are there whether or not somebody listens to the end of them.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error.into()),
        _ => {}
    }
    Ok(if diagnostic::is_faulty(&found) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn write(found: &[Diagnostic], format: DiagnosticFormat, colour: bool) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    match format {
        DiagnosticFormat::Json => {
            for one in found {
                writeln!(out, "{}", diagnostic::json(one))?;
            }
        }
        DiagnosticFormat::Short => {
            for one in found {
                writeln!(out, "{}", diagnostic::one_line(one))?;
            }
        }
        DiagnosticFormat::Rich => {
            for one in found {
                writeln!(out, "{}", diagnostic::rich(one, colour).trim_end())?;
                writeln!(out)?;
            }
            writeln!(out, "{}", verdict(found))?;
        }
    }
    out.flush()
}

/// `no faults`, or how many of each kind.
fn verdict(found: &[Diagnostic]) -> String {
    let kinds = [Severity::Error, Severity::Warning, Severity::Hint];
    let number = |kind| found.iter().filter(|one| one.severity == kind).count();
    words::verdict(&kinds.map(|kind| (kind, number(kind))))
}
