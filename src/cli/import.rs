//! `attache import`

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{anyhow, bail};

use super::writing_args::{ImportArgs, ImportedAs};
use super::{folder, words};
use crate::base::why;
use crate::import::{self, ImportInput, ImportOptions};

/// No file is read further than this, in bytes: the import says that it is too large.
const MOST: u64 = (16 << 20) + 1;

pub(super) fn run(args: &ImportArgs) -> anyhow::Result<ExitCode> {
    folder::is_free(&args.output)?;
    let inputs = inputs(&args.files)?;
    let as_what = args.as_what.map(ImportedAs::what);
    let options = ImportOptions { as_what, whole: args.whole };
    let imported = import::import(&inputs, options).map_err(|error| anyhow!("{error}"))?;
    folder::write(&args.output, &imported.files)?;
    let mut out = io::stdout().lock();
    for line in words::imported(&args.output.display().to_string(), &imported.summary) {
        writeln!(out, "{}", crate::base::visible_line(&line))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The files, as far as they are read: not further than shows that they are too large together.
fn inputs(paths: &[PathBuf]) -> anyhow::Result<Vec<ImportInput>> {
    let mut left = import::TOGETHER as u64 + 1;
    let mut inputs = Vec::new();
    for path in paths {
        let input = input(path, MOST.min(left))?;
        left = left.saturating_sub(input.bytes.len() as u64);
        inputs.push(input);
        if left == 0 {
            break;
        }
    }
    Ok(inputs)
}

/// A file, `most` bytes of it.
fn input(path: &Path, most: u64) -> anyhow::Result<ImportInput> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let cannot = |error: &io::Error| anyhow!(words::fault(&name, &words::unreadable(&why(error))));
    if path == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(|error| cannot(&error))?;
        return Ok(ImportInput { name: words::STANDARD_INPUT.to_owned(), bytes });
    }
    if fs::metadata(path).map_err(|error| cannot(&error))?.is_dir() {
        bail!(words::fault(&name, words::FOLDER_FOR_FILE));
    }
    let file = fs::File::open(path).map_err(|error| cannot(&error))?;
    file.take(most).read_to_end(&mut bytes).map_err(|error| cannot(&error))?;
    Ok(ImportInput { name, bytes })
}
