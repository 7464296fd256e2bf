//! Where the file is.

use std::path::PathBuf;

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

/// The folder that everything is kept in.
fn folder() -> Result<PathBuf, StoreError> {
    let folders = Xdg::new().map_err(|_| StoreError::NoHome)?;
    let state = folders.state_dir().filter(|path| path.is_absolute()).ok_or(StoreError::NoHome)?;
    Ok(state.join("attache"))
}
