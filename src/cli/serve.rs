//! `attache serve`

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{anyhow, bail};

use crate::base::{visible_line, why};
use crate::diagnostic::is_faulty;
use crate::runtime::{Library, SharedBriefing};
use crate::serve::{Code, Doors, Log, ServeOptions, read_keys, serve};
use crate::store::Store;

use super::serve_args::ServeArgs;
use super::{library, stderr, words};

/// The longest file with a code, in bytes.
const LONGEST: u64 = 4096;

pub(super) fn run(args: &ServeArgs) -> anyhow::Result<ExitCode> {
    let doors = doors(args)?;
    let briefings = shared(&library::find(args.path.as_deref())?);
    if briefings.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    let options = ServeOptions {
        briefings,
        listen: args.listen.clone(),
        doors,
        seats: usize::from(args.max),
        motd: args.motd.as_deref().map(|words| visible_line(words).into_owned()),
        folder: Store::served_folder()?,
        log: Log::new(io::stderr()),
    };
    serve(options, &mut io::stdout())?;
    Ok(ExitCode::SUCCESS)
}

/// Who may come in. Where nothing is said of that, a code is made.
fn doors(args: &ServeArgs) -> anyhow::Result<Doors> {
    let said = match &args.code_file {
        Some(path) => Some(first_line(path)?),
        None => args.code.clone(),
    };
    let code = match said {
        Some(words) => match Code::chosen(&words) {
            Some(code) => Some(code),
            None => bail!(words::NO_CODE),
        },
        None => None,
    };
    let keys = args.keys.as_deref().map(read_keys).transpose()?;
    Ok(Doors { keys, code, open: args.open })
}

fn first_line(path: &Path) -> anyhow::Result<String> {
    let unreadable = |error: &io::Error| anyhow!(words::code_unreadable(path, &why(error)));
    let meta = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if meta.len() > LONGEST {
        bail!(words::NO_CODE);
    }
    let words = fs::read_to_string(path).map_err(|error| unreadable(&error))?;
    Ok(words.lines().next().unwrap_or_default().to_owned())
}

/// Reads all briefings, once for all readers. Of those that cannot be read the host is told, and of faults.
fn shared(library: &Library) -> Vec<Arc<SharedBriefing>> {
    let mut all = Vec::new();
    for (source, loaded) in library.read_all() {
        let is_whole = !is_faulty(&loaded.diagnostics);
        let Some(briefing) = loaded.briefing else {
            stderr::tell_unreadable(&loaded);
            continue;
        };
        if !is_whole {
            stderr::say(&words::served_with_faults(&briefing.id));
        }
        let home = source.home(&briefing.id);
        all.push(Arc::new(SharedBriefing::new(briefing, home, is_whole)));
    }
    all
}
