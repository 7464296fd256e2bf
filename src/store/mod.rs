//! What a reader keeps, on the disk: one `SQLite` file for all briefings.
//!
//! `schema.rs` says what is in the file, `open.rs` how it is come by, `save.rs` how two readers
//! at the same time lose nothing. There is no clock here; times come with the changes.
//!
//! Every failure is a [`StoreError`], a sentence for a banner. None of them ends the reading:
//! without a store everything is kept in memory by [`Kept::change`], which comes to the same
//! until the end of the session.

mod cause;
mod error;
mod glance;
mod identity;
mod known;
mod load;
mod mend;
mod news;
mod open;
mod path;
mod reader_id;
mod reader_name;
mod recognise;
mod relocate;
mod reset;
mod save;
mod schema;
mod seed;
mod set_aside;
mod tables;
mod unsaved;
mod word;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use crate::model::kept::{Change, Kept, Note};

use open::OpenedStore;
use recognise::Recognised;
use unsaved::UnsavedFile;

pub use error::StoreError;
pub(crate) use glance::{Glance, KeptPlace};
pub use identity::{Home, Identity};
pub(crate) use known::KnownBriefing;
pub use reader_id::ReaderId;
pub(crate) use reader_name::ReaderName;
pub use reset::Reset;
pub use seed::seed;
pub use set_aside::SetAside;
pub use unsaved::UnsavedChange;

/// The file, open.
pub struct Store {
    file: Connection,
    path: PathBuf,
    /// Why it can only be read, if so.
    fixed: Option<StoreError>,
    /// What earlier sessions could not save, and could not be taken in yet.
    unsaved: Vec<UnsavedFile>,
    /// How long another reader's writing is waited for.
    patience: Duration,
    /// Which file it is, whatever its name.
    number: Option<(u64, u64)>,
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

    /// The folder of what a host keeps who serves briefings: the host's key, and the one file of all readers,
    /// apart from what the host leaves when reading.
    pub(crate) fn served_folder() -> Result<PathBuf, StoreError> {
        path::served_folder()
    }

    /// Opens the file at `path`, made with its folder if it is not there.
    ///
    /// A damaged file is set aside and a new one begun. One that cannot be written is opened all
    /// the same if it can be read: then it can be loaded from, and only saving fails. Opening
    /// and saving wait up to five seconds for another reader that is writing.
    ///
    /// What an earlier session could not save and left beside the file is taken in.
    pub fn open(path: &Path) -> Result<(Self, Option<SetAside>), StoreError> {
        Self::open_within(path, open::PATIENCE)
    }

    /// The same, but opening and saving wait no longer than `patience` at each step.
    pub(crate) fn open_within(
        path: &Path,
        patience: Duration,
    ) -> Result<(Self, Option<SetAside>), StoreError> {
        let OpenedStore { file, fixed, aside, unsaved } = open::open(path, patience)?;
        let number = number(path);
        Ok((Self { file, path: path.to_owned(), fixed, unsaved, patience, number }, aside))
    }

    /// Puts changes that could not be saved in a file beside the one at `path`, which need not be there.
    /// Who opens that next takes them in. Answers with the path of the new file.
    ///
    /// # Errors
    /// None of them is in it.
    pub fn put_beside(path: &Path, changes: &[UnsavedChange]) -> Result<PathBuf, StoreError> {
        unsaved::write(path, seed(), changes)
    }

    /// Whether the file is still where it was opened. If it was removed or another one put there, nobody
    /// would find again what is saved.
    pub(crate) fn is_in_place(&self) -> bool {
        self.number.is_none() || number(&self.path) == self.number
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

    /// What is kept on a briefing, as it will be after [`Store::take_in`], and its key; nothing is
    /// written. `reads` says whether there is a briefing at a path.
    pub(crate) fn kept_on(
        &self,
        identity: &Identity,
        reads: fn(&Path) -> bool,
    ) -> Result<(String, Kept), StoreError> {
        let Recognised { key, from } =
            self.told(recognise::recognise(&self.file, identity, reads))?;
        let mut kept = self.load(&from)?;
        for own in self.told(recognise::own_keys(&self.file, identity, &key, &from))? {
            // What could not be saved before anybody knew what the briefing began with.
            self.load(&own)?.changes().iter().for_each(|change| kept.change_late(change));
        }
        Ok((key, kept))
    }

    /// Writes down what a briefing that was opened is known again by, and gives it what it begins
    /// with. Answers with its key.
    pub fn take_in(
        &mut self,
        identity: &Identity,
        reads: fn(&Path) -> bool,
    ) -> Result<String, StoreError> {
        self.may_write()?;
        let key = recognise::take_in(&mut self.file, identity, reads);
        self.told(key)
    }

    /// How the reader likes to read, and what is kept where he left the briefing of this id at this home,
    /// as far as the file at `path` tells that at once and without the briefing having been read.
    pub(crate) fn glance(path: &Path, home: &Home, id: &str) -> Result<Glance, StoreError> {
        glance::glance(path, home, id).map_err(|error| StoreError::of(path, &error))
    }

    /// The same of the file that is open.
    pub(crate) fn look(&self, home: &Home, id: &str) -> Result<Glance, StoreError> {
        self.told(glance::look(&self.file, &self.path, home, id))
    }

    /// Every briefing that anything is kept on.
    pub(crate) fn known(&self) -> Result<Vec<KnownBriefing>, StoreError> {
        let mut all = self.told(known::known(&self.file))?;
        for unsaved in &self.unsaved {
            for (key, home) in self.told(unsaved.briefings(&self.file))? {
                let at = all.iter().position(|known| known.key == key).unwrap_or(all.len());
                if at == all.len() {
                    all.push(KnownBriefing::unsaved(&key, &home));
                }
                if let Some(known) = all.get_mut(at) {
                    known.count(&self.load(&key)?);
                }
            }
        }
        Ok(all)
    }

    /// Makes what is kept under the key `from` that of another briefing, beside what that has.
    pub(crate) fn relocate(&mut self, from: &str, to: &Identity) -> Result<(), StoreError> {
        self.may_write()?;
        let moved = relocate::relocate(&mut self.file, from, to);
        self.told(moved)
    }

    /// What is kept under a key.
    pub fn load(&self, key: &str) -> Result<Kept, StoreError> {
        let mut kept = self.told(load::load(&self.file, key))?;
        for unsaved in &self.unsaved {
            self.told(unsaved.lay_over(&self.file, key, &mut kept))?;
        }
        Ok(kept)
    }

    /// Saves changes to what is kept under a key, all of them or, on a failure, none: they may be given
    /// again later.
    ///
    /// Returns the notes that were made to keep another reader's words, see
    /// [`Change::PutNote`].
    pub fn save(&mut self, key: &str, changes: &[Change]) -> Result<Vec<Note>, StoreError> {
        self.may_write()?;
        if !self.unsaved.is_empty() {
            let taken = unsaved::take_in(&self.path, &mut self.file, self.patience);
            self.unsaved = taken.left;
            // They are older than these changes, which must not overtake them: what was removed since
            // would come back.
            let refusal = taken.refusal.map(|error| StoreError::of(&self.path, &error));
            if let Some(busy @ StoreError::Busy { .. }) = refusal {
                return Err(busy);
            }
        }
        let saved = save::save(&mut self.file, key, changes);
        self.told(saved)
    }

    /// What is kept of the word by which a reader is known again, if one was chosen.
    pub(crate) fn word_of(&self, reader: &ReaderId) -> Result<Option<String>, StoreError> {
        self.told(word::word_of(&self.file, reader))
    }

    /// Keeps `hash` of the word that a reader has chosen, unless there is one already. Answers with what is kept.
    pub(crate) fn choose_word(&self, reader: &ReaderId, hash: &str) -> Result<String, StoreError> {
        self.may_write()?;
        self.told(word::choose_word(&self.file, reader, hash))
    }

    fn may_write(&self) -> Result<(), StoreError> {
        self.fixed.clone().map_or(Ok(()), Err)
    }

    fn told<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| StoreError::of(&self.path, &error))
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// What tells a file from every other one on the machine.
fn number(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let meta = std::fs::metadata(path).ok()?;
    Some((meta.dev(), meta.ino()))
}
