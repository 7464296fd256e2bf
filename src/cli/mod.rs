//! The command line: arguments, and one file for each subcommand.

mod args;
mod bundled;
mod check;
mod completions;
mod config;
mod diagnostics;
mod input;
mod library;
mod list;
mod locale;
mod man;
mod notes;
mod print;
mod read;
mod saved_state;
mod state;
mod stderr;
mod words;

use std::env;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};

use crate::base::{visible, why};

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
        Some(CliCommand::State(args)) => state::run(args),
        Some(CliCommand::Config(args)) => config::run(&args.action),
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
        Some(error) => stderr::say(&words::output_unwritable(&why(error))),
        None => stderr::say(&format!("{error:#}")),
    }
    ExitCode::FAILURE
}
