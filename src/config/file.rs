//! Where the file is, and what is in it.

use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, Xdg};

use super::fault::ConfigFault;
use super::sentences;

/// How many bytes it may have. One with everything in it has a tenth of that.
pub(super) const BYTES: u64 = 256 << 10;

/// `$XDG_CONFIG_HOME/attache/config.toml`, or `~/.config/attache/config.toml` where the variable is not set
/// or is no full path; `None` without a home.
pub(crate) fn path() -> Option<PathBuf> {
    let folder = Xdg::new().ok()?.config_dir();
    folder.is_absolute().then(|| folder.join("attache").join("config.toml"))
}

/// What the file at `path` holds; `None` if there is none.
pub(super) fn bytes(path: &Path) -> Result<Option<Vec<u8>>, ConfigFault> {
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        // A link that leads nowhere was put there by somebody.
        Err(error)
            if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(path).is_err() =>
        {
            return Ok(None);
        }
        // A file where the folder would be.
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Ok(None),
        Err(error) => return Err(sentences::unreadable(&error)),
    };
    // A pipe would be waited for.
    if !meta.is_file() {
        return Err(sentences::no_file());
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(|error| sentences::unreadable(&error))?;
    let read = file.take(BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| sentences::unreadable(&error))?;
    if bytes.len() as u64 > BYTES {
        return Err(sentences::too_large(BYTES));
    }
    Ok(Some(bytes))
}
