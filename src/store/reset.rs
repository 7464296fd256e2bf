//! Taking everything out of the file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Result, TransactionBehavior};

use crate::base::why;

use super::StoreError;
use super::open::{PATIENCE, Refusal, lock, writable};
use super::path::{BESIDE, folder_of, with};
use super::tables::table_names;
use super::unsaved;

/// What became of a file that was reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reset {
    /// It is there, with nothing in it.
    Emptied,
    /// It is gone.
    Removed,
}

/// Whether there is a file, or anything that belongs to one.
pub(super) fn is_there(path: &Path) -> bool {
    let there = |path: &Path| fs::symlink_metadata(path).is_ok();
    let beside = BESIDE.iter().any(|end| there(&with(path, end)));
    there(path) || beside || !unsaved::list(path).is_empty()
}

/// Takes everything out of the file at `path`.
///
/// The file stays where it is: whoever is reading has it open, and would go on saving into one that
/// has no name any more. Only one that is no sound database is removed, or a log without its file.
pub(super) fn reset(path: &Path) -> Result<Reset, StoreError> {
    let _alone = lock(folder_of(path), path, PATIENCE)?;
    // First: what stands in them would come back with the next start.
    for file in unsaved::list_with_unfinished(path) {
        remove_file(file)?;
    }
    if fs::symlink_metadata(path).is_err() {
        return remove(path);
    }
    match writable(path, PATIENCE) {
        Ok(mut file) => {
            empty(&mut file).map_err(|error| StoreError::of(path, &error))?;
            Ok(Reset::Emptied)
        }
        Err(Refusal::Damaged) => remove(path),
        Err(refusal) => Err(refusal.told(path)),
    }
}

/// Deletes all rows, and then what is left of them in the pages of the file and in its log.
fn empty(file: &mut Connection) -> Result<()> {
    let transaction = file.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for name in table_names(&transaction)? {
        transaction.execute(&format!("DELETE FROM \"{name}\""), [])?;
    }
    transaction.commit()?;
    file.execute("VACUUM", [])?;
    // Another reader may be at the log; then it is emptied when that one ends.
    file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

fn remove_file(path: PathBuf) -> Result<(), StoreError> {
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(StoreError::Unremovable { path, why: why(&error) })
        }
        _ => Ok(()),
    }
}

/// Removes the file; first what stands beside it, for a new file must never meet an old log.
fn remove(path: &Path) -> Result<Reset, StoreError> {
    for file in BESIDE.iter().map(|end| with(path, end)).chain([path.to_owned()]) {
        remove_file(file)?;
    }
    Ok(Reset::Removed)
}
