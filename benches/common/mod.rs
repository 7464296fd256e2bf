//! What the benches share.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "each bench uses its own part of it")]
#![allow(clippy::unwrap_used, reason = "a bench that cannot go on shall stop")]

use std::time::Duration;

pub mod answers;
pub mod app;
pub mod beside;
pub mod large;
pub mod programs;
pub mod tty;

/// How many runs a bench makes that prints a table: `--quick` is for a look.
pub fn runs(usual: usize, quick: usize) -> usize {
    if std::env::args().any(|arg| arg == "--quick") { quick } else { usual }
}

/// Milliseconds.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
