//! Moving a damaged file out of the way.

use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::why;

use super::StoreError;

/// A damaged file was renamed, and a new one was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The damaged file's new path.
    pub path: PathBuf,
}

impl fmt::Display for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        write!(f, "what was kept was damaged: it is now {path}, and a new file was begun")
    }
}

/// How many damaged files may stand beside each other.
const MOST: u32 = 1000;
/// What `SQLite` puts beside its file. They move first: a new file must never meet the log of an
/// old one.
pub(super) const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// Renames the file at `path`, with what belongs to it, to the first free `path.damaged-N`.
pub(super) fn set_aside(path: &Path) -> Result<SetAside, StoreError> {
    let stuck = |why: String| StoreError::Stuck { path: path.to_owned(), why };
    let to = (1..=MOST)
        .map(|n| with(path, &format!(".damaged-{n}")))
        .find(|to| is_free(to) && BESIDE.iter().all(|end| is_free(&with(to, end))))
        .ok_or_else(|| stuck(format!("there are {MOST} of its kind")))?;
    for end in BESIDE {
        let moved = fs::rename(with(path, end), with(&to, end));
        moved.or_else(absent_is_fine).map_err(|error| stuck(why(&error)))?;
    }
    fs::rename(path, &to).map_err(|error| stuck(why(&error)))?;
    Ok(SetAside { path: to })
}

fn absent_is_fine(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}

fn is_free(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err()
}

/// The path with `end` put to its name.
pub(super) fn with(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}
