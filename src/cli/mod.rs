//! The command line: arguments, and one file for each subcommand.

mod args;
mod bundled;
mod check;
mod list;
mod print;
mod read;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::Parser;

use crate::load;
use crate::runtime::{Library, Origin};

use args::{Cli, Command};

/// Runs attache on the process's arguments.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let result = match &cli.command {
        None => read::run(&cli.read),
        Some(Command::Print(args)) => print::run(args),
        Some(Command::Check(args)) => check::run(args),
        Some(Command::List(args)) => list::run(args),
    };
    match result {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprint(&error);
            ExitCode::FAILURE
        }
    }
}

/// Whether somebody stopped listening, such as `head`: that is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<io::Error>();
    io.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn eprint(error: &anyhow::Error) {
    use std::io::Write as _;
    let words = format!("{error:#}");
    let words = crate::model::visible(&words);
    // Nothing can be done about a standard error that cannot be written to.
    let _ = writeln!(io::stderr(), "attache: {words}");
}

/// What lies under a path; the bundled briefing without one.
fn library(path: Option<&Path>) -> anyhow::Result<Library> {
    let Some(path) = path else { return Ok(Library::new(vec![bundled::origin()])) };
    match load::find(path) {
        Ok(found) => {
            let origins = found.into_iter().map(|found| Origin::Path(found.path)).collect();
            Ok(Library::new(origins))
        }
        Err(diagnostic) => {
            let help = diagnostic.help.map_or_else(String::new, |help| format!(" ({help})"));
            bail!("{}: {}{help}", diagnostic.at.words(), diagnostic.message)
        }
    }
}

/// Whether the locale's characters are UTF-8: `LC_ALL`, `LC_CTYPE` or `LANG`, the first that is
/// set and not empty (POSIX), says so. Without any, it is not.
fn utf8() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    set.into_iter().next().is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}
