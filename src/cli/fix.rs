//! `attache check --fix`

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use crate::base::visible;
use crate::diagnostic::Diagnostic;
use crate::import::{self, ChangedFile};
use crate::load::BriefingFiles;
use crate::runtime::BriefingSource;

use super::args::{CheckArgs, DiagnosticFormat};
use super::{diagnostics, stderr, words};

/// What is mended, over all briefings.
pub(super) struct Mending {
    hints: bool,
    dry_run: bool,
    fixes: usize,
    files: usize,
    /// Whether the standard output is what was mended.
    is_output: bool,
}

impl Mending {
    pub(super) fn new(args: &CheckArgs) -> Self {
        let CheckArgs { hints, dry_run, .. } = *args;
        Self { hints, dry_run, fixes: 0, files: 0, is_output: dry_run }
    }

    /// Mends a briefing, or tells how; what is wrong with it then.
    pub(super) fn mend(&mut self, source: &BriefingSource) -> anyhow::Result<Vec<Diagnostic>> {
        let read = match source {
            BriefingSource::Path(path) => BriefingFiles::read(path),
            BriefingSource::Stream(stream) => Ok(BriefingFiles::of_stream(stream)),
            BriefingSource::Bundled(..) => return Ok(source.read().diagnostics),
        };
        let Ok(files) = read else { return Ok(source.read().diagnostics) };
        let mended = import::mend(&files, self.hints);
        let changed = import::changed_files(&files, &mended.files);
        self.fixes += mended.fixes;
        self.files += changed.len();
        if self.dry_run {
            changed.iter().try_for_each(tell_difference)?;
            return Ok(mended.left);
        }
        if let BriefingSource::Stream(stream) = source {
            self.is_output = true;
            print(mended.files.bytes(stream.name()).unwrap_or_default())?;
            return Ok(mended.left);
        }
        import::write_files(&changed)?;
        // What cannot be read of it is told as ever.
        Ok(source.read().diagnostics)
    }

    /// Tells what was done and what is left.
    pub(super) fn tell(
        self,
        found: &[Diagnostic],
        hints: usize,
        format: DiagnosticFormat,
    ) -> anyhow::Result<ExitCode> {
        let Self { fixes, files, dry_run, is_output, .. } = self;
        let said = match (fixes, dry_run) {
            (0, _) => words::NOTHING_TO_FIX.to_owned(),
            (_, true) => words::would_fix(fixes, files),
            (_, false) => words::fixed(fixes, files),
        };
        if is_output {
            stderr::say(&said);
            let is_good = if dry_run { fixes == 0 } else { !crate::diagnostic::is_faulty(found) };
            return Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        if matches!(format, DiagnosticFormat::Rich) {
            stderr::say(&said);
        }
        diagnostics::tell(found, hints, format)
    }
}

/// What is changed in a file, as a diff.
fn tell_difference(file: &ChangedFile) -> io::Result<()> {
    let [before, after] = [&file.before, &file.after].map(|text| String::from_utf8_lossy(text));
    print(import::unified_diff(&file.name, &before, &after).as_bytes())
}

/// Writes to the standard output; on a terminal, without what could drive it.
fn print(text: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if out.is_terminal() {
        let text = String::from_utf8_lossy(text);
        for line in text.split_inclusive('\n') {
            let line = line.trim_end_matches(['\n', '\r']);
            writeln!(out, "{}", visible(line))?;
        }
    } else {
        out.write_all(text)?;
    }
    out.flush()
}
