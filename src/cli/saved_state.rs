//! What a reader left, for the commands that print it.

use std::path::PathBuf;

use anyhow::anyhow;

use crate::load;
use crate::model::Briefing;
use crate::model::kept::Kept;
use crate::runtime::BriefingSource;
use crate::store::{Home, Identity, KnownBriefing, ReaderName, Store, StoreError};

use super::{stderr, words};

/// What earlier sessions left. Nothing is made where there is nothing.
pub(super) struct SavedState(Option<Store>);

impl SavedState {
    /// That of a reader who shares the account, or else of the account.
    pub(super) fn open(reader: Option<&ReaderName>) -> anyhow::Result<Self> {
        let path = path_of(reader)?;
        if !Store::is_there(&path) {
            return Ok(Self(None));
        }
        let (store, aside) = Store::open(&path).map_err(told)?;
        if let Some(aside) = aside {
            stderr::say(&aside.to_string());
        }
        Ok(Self(Some(store)))
    }

    /// What is kept on a briefing that was read from `source`.
    pub(super) fn kept(
        &self,
        source: &BriefingSource,
        briefing: &Briefing,
    ) -> Result<Kept, StoreError> {
        let Some(store) = &self.0 else { return Ok(Kept::default()) };
        let identity = Identity::of(source.home(&briefing.id), briefing);
        Ok(store.kept_on(&identity, load::reads)?.1)
    }

    /// What is kept under a key.
    pub(super) fn kept_under(&self, key: &str) -> Result<Kept, StoreError> {
        self.0.as_ref().map_or_else(|| Ok(Kept::default()), |store| store.load(key))
    }

    /// Every briefing that something is kept on.
    pub(super) fn known(&self) -> Result<Vec<KnownBriefing>, StoreError> {
        self.0.as_ref().map_or_else(|| Ok(Vec::new()), Store::known)
    }

    /// What is known of the briefing at a home, if something is kept on it.
    pub(super) fn at(&self, home: &Home) -> Result<Option<KnownBriefing>, StoreError> {
        let name = home.name();
        Ok(self.known()?.into_iter().find(|known| known.home.as_deref() == Some(&name)))
    }

    /// Makes what is kept under a key that of another briefing.
    pub(super) fn relocate(&mut self, key: &str, to: &Identity) -> Result<(), StoreError> {
        self.0.as_mut().map_or(Ok(()), |store| store.relocate(key, to))
    }
}

/// Where it is kept.
pub(super) fn path_of(reader: Option<&ReaderName>) -> Result<PathBuf, StoreError> {
    reader.map_or_else(Store::default_path, Store::path_of)
}

/// Why nothing can be printed: what the reader is told of keeping does not say it.
fn told(error: StoreError) -> anyhow::Error {
    match error {
        StoreError::Busy { path } => anyhow!(words::state_held(&path)),
        error => error.into(),
    }
}
