//! `attache state`

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;

use crate::store::{Reset, Store};

use super::args::{self, State};

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

fn reset(path: &Path, args: &args::Reset) -> anyhow::Result<ExitCode> {
    let shown = super::one_line(&path.display().to_string());
    if !Store::is_there(path) {
        writeln!(io::stdout(), "there is nothing to reset: {shown} does not exist")?;
        return Ok(ExitCode::SUCCESS);
    }
    if !args.yes && !confirm(&shown)? {
        writeln!(io::stdout(), "nothing was changed")?;
        return Ok(ExitCode::FAILURE);
    }
    let done = match Store::reset(path)? {
        Reset::Emptied => "emptied",
        Reset::Removed => "removed",
    };
    writeln!(io::stdout(), "{done} {shown}")?;
    Ok(ExitCode::SUCCESS)
}

/// Asks on the terminal.
fn confirm(shown: &str) -> anyhow::Result<bool> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        bail!("this empties {shown} of everything left in any briefing; --yes says that it may");
    }
    let mut out = io::stdout();
    write!(out, "Empty {shown} of everything left in any briefing? [y/N] ")?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
