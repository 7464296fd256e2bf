//! Everything that was found wrong, on the standard output.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use crate::diagnostic::{self, Diagnostic, Severity};
use crate::runtime::Capabilities;
use crate::theme::Depth;

use super::args::DiagnosticFormat;
use super::words;

/// Writes what was found, and says by the exit code whether there is anything wrong. So many hints were found that
/// nobody asked for.
pub(super) fn tell(
    found: &[Diagnostic],
    hints: usize,
    format: DiagnosticFormat,
) -> anyhow::Result<ExitCode> {
    let depth = Capabilities::depth(|name| std::env::var(name).ok());
    let colour = io::stdout().is_terminal() && depth != Depth::Mono;
    match write(found, hints, format, colour) {
        // The faults are there whether or not somebody listens to the end of them.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error.into()),
        _ => {}
    }
    Ok(if diagnostic::is_faulty(found) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn write(
    found: &[Diagnostic],
    hints: usize,
    format: DiagnosticFormat,
    colour: bool,
) -> io::Result<()> {
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
            writeln!(out, "{}", verdict(found, hints))?;
            let fixes = found.iter().filter(|one| one.fix.is_some()).count();
            if fixes > 0 {
                writeln!(out, "{}", words::can_be_fixed(fixes))?;
            }
        }
    }
    out.flush()
}

/// `no faults`, or how many of each kind.
fn verdict(found: &[Diagnostic], hints: usize) -> String {
    let kinds = [Severity::Error, Severity::Warning, Severity::Hint];
    let number = |kind| found.iter().filter(|one| one.severity == kind).count();
    words::verdict(&kinds.map(|kind| (kind, number(kind))), hints)
}
