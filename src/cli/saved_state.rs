//! What a reader left, for the commands that print it.

use crate::model::kept::Kept;
use crate::store::{Store, StoreError};

use super::stderr;

/// What earlier sessions left. Nothing is made where there is nothing.
pub(super) struct SavedState(Option<Store>);

impl SavedState {
    pub(super) fn open() -> Result<Self, StoreError> {
        let path = Store::default_path()?;
        if !path.exists() {
            return Ok(Self(None));
        }
        let (store, aside) = Store::open(&path)?;
        if let Some(aside) = aside {
            stderr::say(&aside.to_string());
        }
        Ok(Self(Some(store)))
    }

    /// What is kept on a briefing.
    pub(super) fn kept(&self, briefing: &str) -> Result<Kept, StoreError> {
        self.0.as_ref().map_or_else(|| Ok(Kept::default()), |store| store.load(briefing))
    }
}
