//! What a reader keeps, on the disk: one `SQLite` file for all briefings.
//!
//! `schema.rs` says what is in the file, `open.rs` how it is come by, `save.rs` how two readers
//! at the same time lose nothing. There is no clock here; times come with the changes.
//!
//! Every failure is a [`StoreError`], a sentence for a banner. None of them ends the reading:
//! without a store everything is kept in memory by [`Kept::change`], which comes to the same
//! until the end of the session.

mod error;
mod load;
mod open;
mod path;
mod reader_name;
mod reset;
mod save;
mod schema;
mod seed;
mod set_aside;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::model::kept::{Change, Kept, Note};

use open::OpenedStore;

pub use error::StoreError;
pub(crate) use reader_name::ReaderName;
pub use reset::Reset;
pub use seed::seed;
pub use set_aside::SetAside;

/// The file, open.
pub struct Store {
    file: Connection,
    path: PathBuf,
    /// Why it can only be read, if so.
    fixed: Option<StoreError>,
}

impl Store {
    /// Where the file is: `attache/state.sqlite3` in the state folder of the XDG Base Directory
    /// Specification.
    pub fn default_path() -> Result<PathBuf, StoreError> {
        path::default_path()
    }

    /// Where the file is of one of several readers who share an account: `readers/NAME.sqlite3` in the
    /// same folder.
    pub(crate) fn path_of(reader: &ReaderName) -> Result<PathBuf, StoreError> {
        path::path_of(reader)
    }

    /// Opens the file at `path`, made with its folder if it is not there.
    ///
    /// A damaged file is set aside and a new one begun. One that cannot be written is opened all
    /// the same if it can be read: then it can be loaded from, and only saving fails. Opening
    /// and saving wait up to five seconds for another reader that is writing.
    pub fn open(path: &Path) -> Result<(Self, Option<SetAside>), StoreError> {
        let OpenedStore { file, fixed, aside } = open::open(path)?;
        Ok((Self { file, path: path.to_owned(), fixed }, aside))
    }

    /// Whether there is a file at `path`, or anything that belongs to one.
    pub(crate) fn is_there(path: &Path) -> bool {
        reset::is_there(path)
    }

    /// Takes everything out of the file at `path`, while others may be reading: they go on keeping
    /// what they do from then on. A file that is no sound database is removed.
    pub fn reset(path: &Path) -> Result<Reset, StoreError> {
        reset::reset(path)
    }

    /// What is kept on a briefing.
    pub fn load(&self, briefing: &str) -> Result<Kept, StoreError> {
        load::load(&self.file, briefing).map_err(|error| StoreError::of(&self.path, &error))
    }

    /// Saves changes, all of them or, on a failure, none: they may be given again later.
    ///
    /// Returns the notes that were made to keep another reader's words, see
    /// [`Change::PutNote`].
    pub fn save(&mut self, briefing: &str, changes: &[Change]) -> Result<Vec<Note>, StoreError> {
        if let Some(why) = &self.fixed {
            return Err(why.clone());
        }
        save::save(&mut self.file, briefing, changes)
            .map_err(|error| StoreError::of(&self.path, &error))
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}
