//! `attache state`

use std::ffi::OsString;
use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{anyhow, bail};

use crate::store::Store;

use super::args::{Reset, State};

/// What `SQLite` puts beside its file. It goes first: a new file must never meet an old log.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

pub(super) fn run(args: &State) -> anyhow::Result<ExitCode> {
    let path = Store::default_path()?;
    match args {
        State::Path => {
            writeln!(io::stdout(), "{}", super::one_line(&path.display().to_string()))?;
            Ok(ExitCode::SUCCESS)
        }
        State::Reset(args) => reset(&path, args),
    }
}

fn reset(path: &Path, args: &Reset) -> anyhow::Result<ExitCode> {
    let shown = super::one_line(&path.display().to_string());
    let ends = BESIDE.iter().copied().chain([""]);
    let files: Vec<PathBuf> =
        ends.map(|end| with(path, end)).filter(|file| is_there(file)).collect();
    if files.is_empty() {
        writeln!(io::stdout(), "there is nothing to reset: {shown} does not exist")?;
        return Ok(ExitCode::SUCCESS);
    }
    if !args.yes && !confirm(&shown)? {
        writeln!(io::stdout(), "nothing was changed")?;
        return Ok(ExitCode::FAILURE);
    }
    for file in files {
        let removed = fs::remove_file(&file);
        removed.map_err(|error| {
            anyhow!("{} cannot be removed: {}", file.display(), super::why(&error))
        })?;
    }
    writeln!(io::stdout(), "removed {shown}")?;
    Ok(ExitCode::SUCCESS)
}

/// Asks on the terminal.
fn confirm(shown: &str) -> anyhow::Result<bool> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        bail!("this removes {shown}, with everything left in any briefing; --yes says that it may");
    }
    let mut out = io::stdout();
    write!(out, "Remove {shown}, with everything left in any briefing? [y/N] ")?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

fn is_there(file: &Path) -> bool {
    fs::symlink_metadata(file).is_ok()
}

/// The path with `end` put to its name.
fn with(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}
