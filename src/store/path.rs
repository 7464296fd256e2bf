//! Where the file is.

use std::path::PathBuf;

use etcetera::base_strategy::{BaseStrategy, Xdg};

use super::StoreError;

/// `$XDG_STATE_HOME/attache/state.sqlite3`, or `~/.local/state/attache/state.sqlite3` where the
/// variable is not set or is no full path.
pub(super) fn default_path() -> Result<PathBuf, StoreError> {
    let folders = Xdg::new().map_err(|_| StoreError::NoHome)?;
    let state = folders.state_dir().filter(|path| path.is_absolute()).ok_or(StoreError::NoHome)?;
    Ok(state.join("attache").join("state.sqlite3"))
}
