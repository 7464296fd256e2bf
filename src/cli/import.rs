//! `attache import`

use std::fs;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{anyhow, bail};

use super::writing_args::{ImportArgs, ImportedAs};
use super::{folder, words};
use crate::base::why;
use crate::import::{self, ImportInput, ImportOptions};

/// How many bytes tell how many more may be read.
const BEGINNING: u64 = 1 << 10;

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
    let mut left = import::MOST_TOGETHER as u64 + 1;
    let mut inputs = Vec::new();
    for path in paths {
        let input = input(path, left)?;
        left = left.saturating_sub(input.bytes.len() as u64);
        inputs.push(input);
        if left == 0 {
            break;
        }
    }
    Ok(inputs)
}

/// A file, no more of it than shows that it is too large, and than `left` bytes.
fn input(path: &Path, left: u64) -> anyhow::Result<ImportInput> {
    let name = path.display().to_string();
    let cannot = |error: &io::Error| anyhow!(words::fault(&name, &words::unreadable(&why(error))));
    if path == Path::new("-") {
        let bytes = read(io::stdin().lock(), left).map_err(|error| cannot(&error))?;
        return Ok(ImportInput { name: words::STANDARD_INPUT.to_owned(), bytes });
    }
    if fs::metadata(path).map_err(|error| cannot(&error))?.is_dir() {
        bail!(words::fault(&name, words::FOLDER_FOR_FILE));
    }
    let file = fs::File::open(path).map_err(|error| cannot(&error))?;
    let bytes = read(file, left).map_err(|error| cannot(&error))?;
    Ok(ImportInput { name, bytes })
}

fn read(mut from: impl Read, left: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.by_ref().take(BEGINNING.min(left)).read_to_end(&mut bytes)?;
    let most = import::most_bytes(&bytes) as u64 + 1;
    from.take(most.min(left).saturating_sub(bytes.len() as u64)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
