//! The command line: arguments, and one file for each subcommand.

mod args;
mod bundled;
mod check;
mod completions;
mod config;
mod diagnostics;
mod fix;
mod folder;
mod import;
mod input;
mod library;
mod list;
mod locale;
mod lsp;
mod man;
mod new;
mod notes;
mod print;
mod read;
mod rename;
mod saved_state;
mod schema;
mod serve;
mod serve_args;
mod state;
mod stderr;
mod words;
mod writing_args;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};

use crate::base::{visible, why};

use args::{Cli, CliCommand, ReadArgs};

/// Runs attache on the process's arguments.
pub fn run() -> ExitCode {
    let plain = plain(env::args_os().skip(1));
    let cli = match plain.map_or_else(Cli::try_parse, Ok) {
        Ok(cli) => cli,
        Err(error) => return end(usage(&error)),
    };
    end(match &cli.command {
        None => read::run(&cli.read),
        Some(CliCommand::Print(args)) => print::run(args),
        Some(CliCommand::Check(args)) => check::run(args),
        Some(CliCommand::Rename(args)) => rename::run(args),
        Some(CliCommand::Schema(args)) => schema::run(args),
        Some(CliCommand::List(args)) => list::run(args),
        Some(CliCommand::New(args)) => new::run(args),
        Some(CliCommand::Import(args)) => import::run(args),
        Some(CliCommand::Notes(args)) => notes::run(args),
        Some(CliCommand::State(args)) => state::run(args),
        Some(CliCommand::Config(args)) => config::run(&args.action),
        Some(CliCommand::Serve(args)) => serve::run(args),
        Some(CliCommand::Lsp) => Ok(lsp::run()),
        Some(CliCommand::Man) => man::run(),
        Some(CliCommand::Completions(args)) => completions::run(args),
    })
}

/// What arguments say that need no parser, whose making delays the first screen: most often there are none, or
/// a path. One with a slash in it is no command, and without a dash before it no option.
fn plain(mut args: impl Iterator<Item = OsString>) -> Option<Cli> {
    let (first, second) = (args.next(), args.next());
    let is_path = |arg: &OsString| {
        let bytes = arg.as_encoded_bytes();
        bytes.contains(&b'/') && !bytes.starts_with(b"-")
    };
    let is_plain = second.is_none() && first.as_ref().is_none_or(is_path);
    let read = ReadArgs { path: first.map(PathBuf::from), ..ReadArgs::default() };
    is_plain.then_some(Cli { read, command: None })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_no_parser_is_what_that_would_say() {
        for args in [&[][..], &["law/"], &["./print"], &["/tmp/two words"], &["조약/a.yaml"]] {
            let parsed = Cli::try_parse_from(["attache"].iter().chain(args)).unwrap();
            let plain = plain(args.iter().map(OsString::from)).unwrap();
            assert_eq!(format!("{plain:?}"), format!("{parsed:?}"));
        }
        for args in [&["print"][..], &["law"], &["-"], &["--help"], &["-x/y"], &["law/", "law/"]] {
            assert!(plain(args.iter().map(OsString::from)).is_none(), "{args:?}");
        }
    }
}
