//! The command line: arguments, and one file for each subcommand.

mod args;
mod bundled;
mod check;
mod completions;
mod list;
mod man;
mod notes;
mod print;
mod read;
mod saved_state;
mod state;
mod words;

use std::env;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};

use crate::base::{visible, visible_line, why};
use crate::load::{self, Loaded};
use crate::runtime::{BriefingSource, Library};

use args::{Cli, CliCommand};

/// Runs attache on the process's arguments.
pub fn run() -> ExitCode {
    // Most often there is nothing to parse, and making the parser delays the first screen.
    let bare = env::args_os().len() < 2;
    let cli = match if bare { Ok(Cli::default()) } else { Cli::try_parse() } {
        Ok(cli) => cli,
        Err(error) => return end(usage(&error)),
    };
    end(match &cli.command {
        None => read::run(&cli.read),
        Some(CliCommand::Print(args)) => print::run(args),
        Some(CliCommand::Check(args)) => check::run(args),
        Some(CliCommand::List(args)) => list::run(args),
        Some(CliCommand::Notes(args)) => notes::run(args),
        Some(CliCommand::State { action }) => state::run(action),
        Some(CliCommand::Man) => man::run(),
        Some(CliCommand::Completions(args)) => completions::run(args),
    })
}

/// Help and version go to the standard output; what is wrong with the arguments to the error.
fn usage(error: &clap::Error) -> anyhow::Result<ExitCode> {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        error.print()?;
        return Ok(ExitCode::SUCCESS);
    }
    let words = more_than_a_path(error).unwrap_or_else(|| error.render().to_string());
    // It quotes the arguments, and one may be the name of a file that somebody else chose.
    let _ = write!(io::stderr(), "{}", visible(&words));
    Ok(ExitCode::from(2))
}

/// What is wrong where something follows a path, which the parser takes for a command.
fn more_than_a_path(error: &clap::Error) -> Option<String> {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    let mut command = Cli::command();
    let message = if command.find_subcommand(word).is_some() {
        words::command_first(word)
    } else {
        words::one_path(word)
    };
    Some(command.error(ErrorKind::UnknownArgument, message).render().to_string())
}

/// The exit code, and a sentence about what went wrong.
fn end(result: anyhow::Result<ExitCode>) -> ExitCode {
    let error = match result {
        Ok(code) => return code,
        Err(error) => error,
    };
    match error.downcast_ref::<io::Error>() {
        // Somebody stopped listening, such as `head`: that is no failure.
        Some(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Some(error) => eprint(&words::output_unwritable(&why(error))),
        None => eprint(&format!("{error:#}")),
    }
    ExitCode::FAILURE
}

/// Writes a sentence to the standard error.
fn eprint(words: &str) {
    // Nothing can be done about a standard error that cannot be written to.
    let _ = writeln!(io::stderr(), "attache: {}", one_line(words));
}

/// `words` on one line, with nothing in them that drives a terminal. The name of a file can hold
/// anything, line breaks too.
fn one_line(words: &str) -> String {
    visible_line(words).into_owned()
}

/// Says why there is no briefing to show.
fn tell_unreadable(loaded: &Loaded) {
    match loaded.diagnostics.first() {
        Some(fault) => eprint(&words::fault(&fault.at.words(), &fault.message)),
        None => eprint(words::BRIEFING_UNREADABLE),
    }
}

/// What lies under a path; the bundled briefing without one.
fn library(path: Option<&Path>) -> anyhow::Result<Library> {
    let Some(path) = path else { return Ok(Library::new(vec![bundled::source()])) };
    match load::find(path) {
        Ok(found) => {
            let sources = found.into_iter().map(|found| BriefingSource::Path(found.path)).collect();
            Ok(Library::new(sources))
        }
        Err(diagnostic) => {
            let (place, message) = (diagnostic.at.words(), diagnostic.message);
            match diagnostic.help {
                Some(help) => bail!(words::fault_with_help(&place, &message, &help)),
                None => bail!(words::fault(&place, &message)),
            }
        }
    }
}

/// Whether the locale's characters are UTF-8: `LC_ALL`, `LC_CTYPE` or `LANG`, the first that is
/// set and not empty (POSIX), says so. Without any, it is not.
fn utf8() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    set.into_iter().next().is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}
