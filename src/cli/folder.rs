//! A folder that is written as a whole, or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use anyhow::{anyhow, bail};

use super::words;
use crate::base::why;

/// Whether nothing is at `path` yet, or an empty folder.
pub(super) fn is_free(path: &Path) -> anyhow::Result<()> {
    let name = path.display().to_string();
    match fs::read_dir(path).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => bail!(words::fault(&name, words::FOLDER_NOT_EMPTY)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            bail!(words::fault(&name, words::ALREADY_THERE))
        }
        Err(error) => bail!(words::fault(&name, &words::unreadable(&why(&error)))),
    }
}

/// Whether nothing is at `path` yet.
pub(super) fn is_new(path: &Path) -> anyhow::Result<()> {
    if path.symlink_metadata().is_ok() {
        bail!(words::fault(&path.display().to_string(), words::FILE_ALREADY_THERE));
    }
    Ok(())
}

/// Writes files into a folder that is not there yet or empty, each with its path in it: first beside it or, where it
/// is there, into a folder of their own in it, so that nothing of them is in its place before all is written.
pub(super) fn write(path: &Path, files: &[(String, String)]) -> anyhow::Result<()> {
    let name = path.display().to_string();
    let cannot = |error: io::Error| anyhow!(words::fault(&name, &words::unwritable(&why(&error))));
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    // A folder that is there stays the one that it is: somebody may be working in it.
    let is_there = path.is_dir();
    let aside = if is_there { path } else { parent };
    fs::create_dir_all(aside).map_err(cannot)?;
    let beside = tempfile::Builder::new().prefix(".attache-").tempdir_in(aside).map_err(cannot)?;
    let whole = beside.path().join("briefing");
    for (inner, text) in files {
        let file = whole.join(inner);
        fs::create_dir_all(file.parent().unwrap_or(&whole)).map_err(cannot)?;
        fs::write(file, text).map_err(cannot)?;
    }
    if !is_there {
        return fs::rename(&whole, path).map_err(cannot);
    }
    for entry in fs::read_dir(&whole).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        fs::rename(entry.path(), path.join(entry.file_name())).map_err(cannot)?;
    }
    Ok(())
}

/// Writes a file that is not there yet, as a whole or not at all.
pub(super) fn write_file(path: &Path, text: &str) -> anyhow::Result<()> {
    let name = path.display().to_string();
    let cannot = |error: &io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => anyhow!(words::fault(&name, words::FILE_ALREADY_THERE)),
        _ => anyhow!(words::fault(&name, &words::unwritable(&why(error)))),
    };
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(|error| cannot(&error))?;
    let mut beside = tempfile::Builder::new()
        .prefix(".attache-")
        .permissions(fs::Permissions::from_mode(0o666))
        .tempfile_in(parent)
        .map_err(|error| cannot(&error))?;
    beside.write_all(text.as_bytes()).map_err(|error| cannot(&error))?;
    beside.persist_noclobber(path).map_err(|error| cannot(&error.error))?;
    Ok(())
}
