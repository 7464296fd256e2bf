//! What `serve` is told.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ValueHint};

#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    /// A briefing, or a folder of briefings to choose from; the bundled one if none is given
    #[arg(value_hint = ValueHint::AnyPath)]
    pub path: Option<PathBuf>,
    /// Where to listen; may be given more than once, and port 0 takes one that is free
    #[arg(long, value_name = "ADDR:PORT", default_values = ["0.0.0.0:2222", "[::]:2222"])]
    pub listen: Vec<SocketAddr>,
    /// The words that readers type to come in; other users of this machine can see them while it runs
    #[arg(long, value_name = "WORDS", conflicts_with = "code_file")]
    pub code: Option<String>,
    /// The same, in the first line of a file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub code_file: Option<PathBuf>,
    /// Let those in whose key is in this file, in the format of OpenSSH's `authorized_keys`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub keys: Option<PathBuf>,
    /// Let everybody in who says a name
    #[arg(long, conflicts_with_all = ["code", "code_file"])]
    pub open: bool,
    /// How many may read at once
    #[arg(long, value_name = "N", default_value_t = 500,
          value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub max: u16,
    /// What readers are told at the beginning
    #[arg(long, value_name = "TEXT")]
    pub motd: Option<String>,
}
