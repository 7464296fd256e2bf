//! Moving a damaged file out of the way.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::{count, why};

use super::StoreError;
use super::path::{BESIDE, with};

/// Something damaged was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Where it is now.
    pub path: PathBuf,
    what: Damaged,
}

/// What is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Damaged {
    /// The file as a whole, of which nothing can be read: a new one was begun.
    File,
    /// The file as a whole, of which a part can be read: that is in a new one.
    Part,
    /// So many rows of the file: what was set aside is a copy of all of it.
    Rows(usize),
    /// A file of what could not be saved, of which a part can be read.
    Unsaved,
}

impl SetAside {
    /// A copy of the file, which is at `path`: so many of its rows could not be read, and were taken out.
    pub(super) fn rows(path: PathBuf, rows: usize) -> Self {
        Self { path, what: Damaged::Rows(rows) }
    }

    /// Whether it is the file as a whole, so that another one was begun.
    pub(crate) fn is_of_file(&self) -> bool {
        matches!(self.what, Damaged::File | Damaged::Part)
    }

    /// The same, of which a part could be read.
    pub(super) fn with_part_read(self) -> Self {
        Self { what: Damaged::Part, ..self }
    }

    /// A file of what could not be saved, which is at `path` now; what could be read of it was taken in.
    pub(super) fn unsaved(path: PathBuf) -> Self {
        Self { path, what: Damaged::Unsaved }
    }
}

impl fmt::Display for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.what {
            Damaged::File => {
                write!(f, "what was kept was damaged: it is now {path}, and a new file was begun")
            }
            Damaged::Part => write!(
                f,
                "what was kept was damaged: it is now {path}, and what could be read of it was taken over"
            ),
            Damaged::Rows(rows) => write!(
                f,
                "{} that you left could not be read; a copy of the whole file is {path}, and all else is \
                 here",
                count(*rows, "thing")
            ),
            Damaged::Unsaved => write!(
                f,
                "what an earlier session could not save was damaged: what can be read of it was taken \
                 in, and it is now {path}"
            ),
        }
    }
}

/// How many damaged files may stand beside each other.
const MOST: u32 = 1000;

/// Renames the file at `path`, with what belongs to it, to the first free `path.damaged-N`.
pub(super) fn set_aside(path: &Path) -> Result<SetAside, StoreError> {
    let stuck = |why: String| StoreError::Stuck { path: path.to_owned(), why };
    let to = free_name(path).ok_or_else(|| stuck(format!("there are {MOST} of its kind")))?;
    for end in BESIDE {
        let moved = fs::rename(with(path, end), with(&to, end));
        moved.or_else(absent_is_fine).map_err(|error| stuck(why(&error)))?;
    }
    fs::rename(path, &to).map_err(|error| stuck(why(&error)))?;
    Ok(SetAside { path: to, what: Damaged::File })
}

/// The first free `path.damaged-N`.
pub(super) fn free_name(path: &Path) -> Option<PathBuf> {
    let mut names = (1..=MOST).map(|n| with(path, &format!(".damaged-{n}")));
    names.find(|to| is_free(to) && BESIDE.iter().all(|end| is_free(&with(to, end))))
}

fn absent_is_fine(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}

fn is_free(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err()
}
