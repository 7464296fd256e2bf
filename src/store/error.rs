//! Every way in which keeping can fail, as a sentence with a place and a remedy.

use std::path::PathBuf;

use rusqlite::{Error, ErrorCode};

/// Why something is not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The account has no home folder.
    #[error(
        "nothing is kept: there is no home folder for it; set HOME or XDG_STATE_HOME to a full path"
    )]
    NoHome,
    /// The folder cannot be made or entered.
    #[error("nothing is kept: the folder {} cannot be used: {why}; check the path", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// The system's words.
        why: String,
    },
    /// There is something else at the file's path.
    #[error("nothing is kept: {} is not a file; move it away", path.display())]
    NotAFile {
        /// What should be a file.
        path: PathBuf,
    },
    /// The file cannot be opened.
    #[error("nothing is kept: {} cannot be opened: {why}; check its permissions", path.display())]
    Unopenable {
        /// The file.
        path: PathBuf,
        /// The system's words.
        why: String,
    },
    /// The file may be read and not written.
    #[error(
        "nothing new is kept: {} may not be written; check its permissions and its folder's",
        path.display()
    )]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("nothing new is kept: the disk with {} is full; make room on it", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// Nothing may be written beyond the size that the session's files may have.
    #[error(
        "nothing new is kept: {} may not grow; raise the limit on the size of files (ulimit -f)",
        path.display()
    )]
    Limited {
        /// The file.
        path: PathBuf,
    },
    /// The disk failed.
    #[error(
        "nothing new is kept: the disk with {} failed; see whether it is full or damaged",
        path.display()
    )]
    Disk {
        /// The file.
        path: PathBuf,
    },
    /// Another program has the file for longer than one can wait.
    #[error(
        "nothing new is kept as long as another program holds {}; wait for it, or end it",
        path.display()
    )]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The file was made by a newer program.
    #[error(
        "nothing is kept: {} is of version {found}, newer than this attache, which knows \
         version {known}; it is left as it is, so update attache",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version that is known.
        known: i64,
    },
    /// The file is not sound.
    #[error(
        "nothing new is kept: {} is damaged; when it is opened again it is set aside, and what can be \
         read of it is kept",
        path.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// The damaged file cannot be moved out of the way.
    #[error("nothing is kept: {} is damaged and cannot be set aside: {why}; move it away", path.display())]
    Stuck {
        /// The file.
        path: PathBuf,
        /// The system's words.
        why: String,
    },
    /// A file cannot be removed.
    #[error("{} cannot be removed: {why}; remove it by hand", path.display())]
    Unremovable {
        /// The file.
        path: PathBuf,
        /// The system's words.
        why: String,
    },
    /// Anything else that `SQLite` says.
    #[error("nothing new is kept: {} could not be used: {why}; try another file", path.display())]
    Other {
        /// The file.
        path: PathBuf,
        /// The words of `SQLite`.
        why: String,
    },
}

/// Whether the error says that the file is not sound, or not what the schema says: the tables
/// and columns that a statement names are there, the values have its types, a text is UTF-8.
pub(super) fn is_damage(error: &Error) -> bool {
    match error {
        Error::SqliteFailure(failure, _) => {
            matches!(failure.code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
                || failure.extended_code == rusqlite::ffi::SQLITE_ERROR
        }
        Error::SqlInputError { .. } | Error::QueryReturnedNoRows => true,
        _ => is_bad_row(error),
    }
}

/// Whether the error says that a value of a row is not what the schema means.
pub(super) fn is_bad_row(error: &Error) -> bool {
    matches!(
        error,
        Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::InvalidColumnType(..)
            | Error::Utf8Error(..)
    )
}
