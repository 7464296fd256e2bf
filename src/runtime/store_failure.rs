//! Why what a reader leaves is not kept.

use std::path::PathBuf;

use crate::store::StoreError;

use super::words;

/// Why what a reader leaves from now on is not kept, or may not be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreFailure {
    /// The store refused it.
    #[error(transparent)]
    Refused(#[from] StoreError),
    /// The disk takes too long.
    #[error("{}", words::store_silent(.path))]
    Silent {
        /// The file on it.
        path: PathBuf,
    },
    /// The thread that has the store panicked.
    #[error("{}", words::store_panicked())]
    Panicked,
}
