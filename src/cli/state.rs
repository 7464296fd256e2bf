//! `attache state`

use std::io::{self, BufRead, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;

use crate::base::visible_line;
use crate::store::{Home, Identity, ReaderName, Reset, Store};

use super::args::{MoveArgs, ResetArgs, StateAction, StateArgs};
use super::saved_state::{SavedState, path_of};
use super::{library, stderr, words};

pub(super) fn run(args: &StateArgs) -> anyhow::Result<ExitCode> {
    let reader = args.reader.as_ref();
    let path = path_of(reader)?;
    match &args.action {
        StateAction::Path => {
            writeln!(io::stdout(), "{}", visible_line(&path.display().to_string()))?;
            Ok(ExitCode::SUCCESS)
        }
        StateAction::List => list(reader),
        StateAction::Move(args) => relocate(args, reader),
        StateAction::Reset(args) => reset(&path, args),
    }
}

/// The briefings that something is kept on, each by what it is called and what there is of it.
fn list(reader: Option<&ReaderName>) -> anyhow::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    for known in SavedState::open(reader)?.known()? {
        let gone = known.path.as_deref().is_some_and(|path| !path.exists());
        writeln!(out, "{}", visible_line(&words::home(&known)))?;
        writeln!(out, "  {}", visible_line(&words::kept_on(&known, gone)))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn relocate(args: &MoveArgs, reader: Option<&ReaderName>) -> anyhow::Result<ExitCode> {
    let mut saved = SavedState::open(reader)?;
    let known = saved.known()?;
    let named = |name: &str| known.iter().find(|known| words::home(known) == name);
    let old = args.old.to_string_lossy();
    let Some(from) = saved.at(&Home::at(&args.old))?.or_else(|| named(&old).cloned()) else {
        bail!(words::nothing_kept_on(&old));
    };
    let library = library::find(Some(&args.new))?;
    let mut all = library.read_all();
    let (Some((source, loaded)), None) = (all.next(), all.next()) else {
        bail!(words::several_briefings(&args.new.to_string_lossy()));
    };
    let Some(briefing) = &loaded.briefing else {
        stderr::tell_unreadable(&loaded);
        return Ok(ExitCode::FAILURE);
    };
    let to = Identity::of(source.home(&briefing.id), briefing);
    saved.relocate(&from.key, &to)?;
    let moved = words::moved(&words::home(&from), &to.home.name());
    writeln!(io::stdout(), "{}", visible_line(&moved))?;
    Ok(ExitCode::SUCCESS)
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
