//! `attache check --fix`

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use crate::base::visible;
use crate::diagnostic::{Diagnostic, is_faulty};
use crate::import::{self, ChangedFile};
use crate::load::BriefingFiles;
use crate::runtime::BriefingSource;

use super::args::{CheckArgs, DiagnosticFormat};
use super::{diagnostics, stderr, words};

/// What is mended, over all briefings.
pub(super) struct Mending<'a> {
    args: &'a CheckArgs,
    fixes: usize,
    files: usize,
    /// How many files have their keys in another order.
    sorted: usize,
    /// The files whose keys stay as they are, for they would mean something else.
    unsorted: Vec<String>,
    /// Why briefings are not written.
    failures: Vec<String>,
    /// Whether the standard output is what was mended.
    is_output: bool,
}

impl<'a> Mending<'a> {
    pub(super) fn new(args: &'a CheckArgs) -> Self {
        Self {
            args,
            fixes: 0,
            files: 0,
            sorted: 0,
            unsorted: Vec::new(),
            failures: Vec::new(),
            is_output: args.dry_run,
        }
    }

    /// Mends a briefing, or tells how; what is wrong with it then.
    pub(super) fn mend(&mut self, source: &BriefingSource) -> anyhow::Result<Vec<Diagnostic>> {
        let read = match source {
            BriefingSource::Path(path) => BriefingFiles::read(path),
            BriefingSource::Stream(stream) => Ok(BriefingFiles::of_stream(stream)),
            BriefingSource::Bundled(..) | BriefingSource::Shared(..) => {
                return Ok(source.read().diagnostics);
            }
        };
        let Ok(files) = read else { return Ok(source.read().diagnostics) };
        let mut mended = import::mend(&files, self.args.hints);
        let fixed = import::changed_files(&files, &mended.files).len();
        let mut sorted = 0;
        if self.args.sort_keys {
            let before = mended.files.clone();
            self.unsorted.extend(mended.files.sort_keys());
            sorted = import::changed_files(&before, &mended.files).len();
        }
        let changed = import::changed_files(&files, &mended.files);
        if let (BriefingSource::Path(_), false) = (source, self.args.dry_run)
            && let Err(error) = import::write_files(&changed, None)
        {
            self.failures.push(error.to_string());
            return Ok(source.read().diagnostics);
        }
        self.fixes += mended.fixes;
        self.files += fixed;
        self.sorted += sorted;
        if self.args.dry_run {
            changed.iter().try_for_each(tell_difference)?;
            return Ok(mended.left);
        }
        if let BriefingSource::Stream(stream) = source {
            self.is_output = true;
            print(mended.files.bytes(stream.name()).unwrap_or_default())?;
            return Ok(mended.left);
        }
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
        let is_changed = self.fixes + self.sorted > 0;
        if self.is_output || matches!(format, DiagnosticFormat::Rich) {
            self.said().iter().for_each(|said| stderr::say(said));
        }
        self.failures.iter().for_each(|said| stderr::say(said));
        if self.is_output {
            let is_good = if self.args.dry_run { !is_changed } else { !is_faulty(found) };
            let is_good = is_good && self.failures.is_empty();
            return Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        let told = diagnostics::tell(found, hints, format)?;
        Ok(if self.failures.is_empty() { told } else { ExitCode::FAILURE })
    }

    /// What was done, or would be, in a sentence each.
    fn said(&self) -> Vec<String> {
        let Self { args: CheckArgs { dry_run, .. }, fixes, files, sorted, .. } = *self;
        let mut said = Vec::new();
        if fixes > 0 {
            let words = if *dry_run { words::would_fix } else { words::fixed };
            said.push(words(fixes, files));
        }
        if sorted > 0 {
            let words = if *dry_run { words::would_sort } else { words::sorted };
            said.push(words(sorted));
        }
        if said.is_empty() && self.failures.is_empty() {
            said.push(words::NOTHING_TO_FIX.to_owned());
        }
        said.extend(self.unsorted.iter().map(|file| words::unsorted(file)));
        said
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
