//! The file of the store: opened when it is needed, and again when it is gone or damaged.

use std::mem;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::store::{SetAside, Store, StoreError};

/// How long one try waits for another program's writing.
const TRY: Duration = Duration::from_millis(200);

/// The file, open or not.
pub(super) struct StoreFile {
    /// Where it is, or why there can be none.
    path: Result<PathBuf, StoreError>,
    store: Option<Store>,
    /// Whether it was open before.
    was_open: bool,
    /// Whether it was removed since, and no other one was begun yet.
    is_removed: bool,
    /// What there was to be said each time that it was opened, if there was anything.
    told: Vec<OpeningTold>,
}

/// What there is to be said of an opening.
#[derive(Clone)]
pub(super) struct OpeningTold {
    /// The file at this path was removed while it was open.
    pub(super) removed: Option<PathBuf>,
    /// What was damaged and set aside.
    pub(super) aside: Option<SetAside>,
    /// Whether another file was begun in the place of one that was open.
    pub(super) is_another: bool,
}

impl StoreFile {
    /// Nothing is opened yet.
    pub(super) fn new(path: Result<PathBuf, StoreError>) -> Self {
        Self { path, store: None, was_open: false, is_removed: false, told: Vec::new() }
    }

    /// Where it is, if there can be one.
    pub(super) fn path(&self) -> Option<&Path> {
        self.path.as_deref().ok()
    }

    /// The store if it is open.
    pub(super) fn store(&self) -> Option<&Store> {
        self.store.as_ref()
    }

    /// What was to be said of openings, the first of all first.
    pub(super) fn told(&self) -> &[OpeningTold] {
        &self.told
    }

    /// Whether the file that was open is no longer where it was.
    pub(super) fn is_lost(&self) -> bool {
        self.is_removed || self.store.as_ref().is_some_and(|store| !store.is_in_place())
    }

    /// The store, opened if it is not.
    ///
    /// # Errors
    /// It cannot be.
    pub(super) fn opened(&mut self) -> Result<&mut Store, StoreError> {
        if self.is_lost() {
            (self.store, self.is_removed) = (None, true);
        }
        let store = match self.store.take() {
            Some(store) => store,
            None => self.open()?,
        };
        Ok(self.store.insert(store))
    }

    /// Closes it: what is open may be what is wrong.
    pub(super) fn close(&mut self) {
        self.store = None;
    }

    fn open(&mut self) -> Result<Store, StoreError> {
        let path = self.path.as_ref().map_err(Clone::clone)?;
        let (store, aside) = Store::open_within(path, TRY)?;
        let removed = mem::take(&mut self.is_removed).then(|| path.clone());
        let is_other = removed.is_some() || aside.as_ref().is_some_and(SetAside::is_of_file);
        let is_another = mem::replace(&mut self.was_open, true) && is_other;
        if is_another || removed.is_some() || aside.is_some() {
            self.told.push(OpeningTold { removed, aside, is_another });
        }
        Ok(store)
    }
}
