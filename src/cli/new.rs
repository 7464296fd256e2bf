//! `attache new`

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;

use super::writing_args::NewArgs;
use super::{folder, words};
use crate::base::visible_line;
use crate::import;
use crate::load;

pub(super) fn run(args: &NewArgs) -> anyhow::Result<ExitCode> {
    if !load::is_language_tag(&args.language) {
        bail!(words::no_language(&args.language));
    }
    // Without the slash that completion puts behind a folder.
    let name: PathBuf = args.name.components().collect();
    let title = title(&name, args.single);
    let path = if args.single { file_name(&name) } else { name };
    if args.single {
        file(&path, &title, &args.language)?;
    } else {
        folder::is_free(&path)?;
        folder::write(&path, &import::starter(&title, &args.language))?;
    }
    let mut out = io::stdout().lock();
    for line in words::begun(&path.display().to_string()) {
        writeln!(out, "{}", visible_line(&line))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a briefing as one file that is not there yet, and its schema beside it, where there is none.
fn file(path: &Path, title: &str, language: &str) -> anyhow::Result<()> {
    folder::is_new(path)?;
    let (text, schemas) = import::starter_file(title, language);
    for (inner, schema) in &schemas {
        let beside = path.with_file_name(inner);
        if !beside.exists() {
            folder::write_file(&beside, schema)?;
        }
    }
    folder::write_file(path, &text)
}

/// The title that a briefing of this name begins with. `.` is the folder that one works in.
fn title(name: &Path, single: bool) -> String {
    let whole = name.canonicalize().ok();
    let last = name.file_name().or_else(|| whole.as_deref().and_then(Path::file_name));
    let last = last.unwrap_or(name.as_os_str()).to_string_lossy();
    // Only a file has an ending, behind its last dot.
    if single { import::title_of(&last) } else { import::title_of(&format!("{last}.")) }
}

/// The name of a file: with `.yaml` at its end.
fn file_name(name: &Path) -> PathBuf {
    let is_yaml = name.extension().is_some_and(|end| end == "yaml" || end == "yml");
    let mut file = name.as_os_str().to_owned();
    if !is_yaml {
        file.push(".yaml");
    }
    file.into()
}
