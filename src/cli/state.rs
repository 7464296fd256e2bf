//! `attache state`

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;

use crate::base::visible_line;
use crate::store::{Reset, Store};

use super::args::{ResetArgs, StateAction};
use super::words;

pub(super) fn run(args: &StateAction) -> anyhow::Result<ExitCode> {
    let path = Store::default_path()?;
    match args {
        StateAction::Path => {
            writeln!(io::stdout(), "{}", visible_line(&path.display().to_string()))?;
            Ok(ExitCode::SUCCESS)
        }
        StateAction::Reset(args) => reset(&path, args),
    }
}

fn reset(path: &Path, args: &ResetArgs) -> anyhow::Result<ExitCode> {
    let shown = path.display().to_string();
    let shown = visible_line(&shown);
    if !Store::is_there(path) {
        writeln!(io::stdout(), "{}", words::nothing_to_reset(&shown))?;
        return Ok(ExitCode::SUCCESS);
    }
    if !args.yes && !confirm(&shown)? {
        writeln!(io::stdout(), "{}", words::NOTHING_CHANGED)?;
        return Ok(ExitCode::FAILURE);
    }
    let done = match Store::reset(path)? {
        Reset::Emptied => words::emptied(&shown),
        Reset::Removed => words::removed(&shown),
    };
    writeln!(io::stdout(), "{done}")?;
    Ok(ExitCode::SUCCESS)
}

/// Asks on the terminal.
fn confirm(shown: &str) -> anyhow::Result<bool> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        bail!(words::empties_without_asking(shown));
    }
    let mut out = io::stdout();
    write!(out, "{}", words::may_it_be_emptied(shown))?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
