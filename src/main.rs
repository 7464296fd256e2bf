//! The `attache` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(unix)]
    {
        attache::cli::run()
    }
    #[cfg(not(unix))]
    {
        compile_error!("attache runs on Unix: Linux, macOS, BSD; on Windows, in WSL")
    }
}
