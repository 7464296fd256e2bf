//! Where the file is, and what stands beside it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, Xdg};

use super::{ReaderName, StoreError};

/// `$XDG_STATE_HOME/attache/state.sqlite3`, or `~/.local/state/attache/state.sqlite3` where the
/// variable is not set or is no full path.
pub(super) fn default_path() -> Result<PathBuf, StoreError> {
    Ok(folder()?.join("state.sqlite3"))
}

/// `readers/NAME.sqlite3` in the same folder.
pub(super) fn path_of(reader: &ReaderName) -> Result<PathBuf, StoreError> {
    Ok(folder()?.join("readers").join(reader.file()))
}

/// `serve` in the same folder.
pub(super) fn served_folder() -> Result<PathBuf, StoreError> {
    Ok(folder()?.join("serve"))
}

/// What `SQLite` puts beside its file. Whoever moves or removes a file begins with them: a new file must
/// never meet the log of an old one.
pub(super) const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// The path with `end` put to its name.
pub(super) fn with(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The folder that everything is kept in.
fn folder() -> Result<PathBuf, StoreError> {
    let folders = Xdg::new().map_err(|_| StoreError::NoHome)?;
    let state = folders.state_dir().filter(|path| path.is_absolute()).ok_or(StoreError::NoHome)?;
    Ok(state.join("attache"))
}
