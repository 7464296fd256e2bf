//! What all connections have in common.

use std::sync::Arc;

use crate::runtime::{Aside, BriefingSource, Keeper, Library, SharedBriefing, StoreOptions};
use crate::store::ReaderId;

use super::doors::Doors;
use super::lobby::Lobby;
use super::log::Log;
use super::own_words::OwnWords;
use super::roster::Roster;

/// What all connections have in common. Nothing of it is a global: there may be several hosts in a process.
pub(super) struct Host {
    pub(super) briefings: Vec<Arc<SharedBriefing>>,
    pub(super) doors: Doors,
    pub(super) keeper: Keeper,
    pub(super) words: OwnWords,
    /// Where what takes long is done for all readers.
    pub(super) aside: Aside,
    pub(super) lobby: Lobby,
    pub(super) roster: Roster,
    pub(super) log: Log,
    /// What readers are told at the beginning.
    pub(super) motd: Option<String>,
}

impl Host {
    /// What a reader has to choose from.
    pub(super) fn library(&self, reader: Option<&ReaderId>) -> Library {
        let source = |shared: &Arc<SharedBriefing>| {
            BriefingSource::Shared(Arc::clone(shared), reader.cloned())
        };
        Library::new(self.briefings.iter().map(source).collect())
    }

    /// Where is kept what a reader leaves: nowhere for a guest.
    pub(super) fn store(&self, reader: Option<&ReaderId>) -> StoreOptions {
        let file = reader.map(|_| self.keeper.path().clone());
        StoreOptions { file, theme: true, keeper: Some(self.keeper.clone()) }
    }
}

/// A reader who has been let in.
#[derive(Debug, Clone)]
pub(super) struct Admitted {
    /// The name that the client gave, fit to be shown.
    pub(super) name: String,
    /// What is kept under; none for a guest.
    pub(super) id: Option<ReaderId>,
}
