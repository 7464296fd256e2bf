//! `attache config`

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{anyhow, bail};

use crate::base::visible_line;
use crate::config::{self, Config};

use super::args::{ConfigAction, ConfigCheckArgs};
use super::{diagnostics, words};

pub(super) fn run(action: &ConfigAction) -> anyhow::Result<ExitCode> {
    match action {
        ConfigAction::Path => {
            writeln!(io::stdout(), "{}", visible_line(&path()?.display().to_string()))?;
            Ok(ExitCode::SUCCESS)
        }
        ConfigAction::Default => {
            let mut out = io::stdout().lock();
            out.write_all(config::template().as_bytes())?;
            out.flush()?;
            Ok(ExitCode::SUCCESS)
        }
        ConfigAction::Check(args) => check(args),
    }
}

fn path() -> anyhow::Result<PathBuf> {
    config::path().ok_or_else(|| anyhow!(words::NO_HOME))
}

fn check(args: &ConfigCheckArgs) -> anyhow::Result<ExitCode> {
    let (path, is_named) = match &args.path {
        Some(path) => (path.clone(), true),
        None => (path()?, false),
    };
    let Some((_, found)) = Config::open(&path) else {
        let shown = path.display().to_string();
        let shown = visible_line(&shown);
        if is_named {
            bail!(words::nothing_at(&shown));
        }
        writeln!(io::stdout(), "{}", words::no_config(&shown))?;
        return Ok(ExitCode::SUCCESS);
    };
    diagnostics::tell(&found, 0, args.format)
}
