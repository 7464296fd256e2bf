//! The `attache` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    attache::cli::run()
}
