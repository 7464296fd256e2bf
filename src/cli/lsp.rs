//! `attache lsp`

use std::process::ExitCode;

use crate::lsp;

pub(super) fn run() -> ExitCode {
    let (connection, writer) = lsp::standard();
    let code = lsp::serve(connection);
    // What it said last shall arrive. Where nobody listens, there is nobody to tell.
    let _ = writer.join();
    ExitCode::from(code)
}
