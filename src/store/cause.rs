//! What is behind an error of `SQLite`.

use std::fs;
use std::path::Path;

use rusqlite::{Error, ErrorCode};
use rustix::fs::statvfs;
use rustix::process::{Resource, getrlimit};

use super::StoreError;
use super::error::is_damage;
use super::path::{BESIDE, folder_of, with};

/// How many bytes `SQLite` may want at once: its largest page.
const ROOM: u64 = 64 << 10;

impl StoreError {
    /// What an error of `SQLite` means for the file at `path`.
    pub(super) fn of(path: &Path, error: &Error) -> Self {
        let path = path.to_owned();
        if is_damage(error) {
            return Self::Damaged { path };
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly { path },
            Some(ErrorCode::DiskFull) => Self::Full { path },
            // What the system said to it is lost on the way through `SQLite`.
            Some(ErrorCode::SystemIoFailure) if is_limited(&path) => Self::Limited { path },
            Some(ErrorCode::SystemIoFailure) if is_full(&path) => Self::Full { path },
            Some(ErrorCode::SystemIoFailure) => Self::Disk { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            Some(ErrorCode::CannotOpen) => {
                Self::Unopenable { path, why: "the system refuses it".to_owned() }
            }
            _ => Self::Other { path, why: error.to_string() },
        }
    }
}

/// Whether the file or one beside it can have no more bytes by the limit on the size of files.
fn is_limited(path: &Path) -> bool {
    let Some(most) = getrlimit(Resource::Fsize).current else { return false };
    let files = BESIDE.iter().map(|end| with(path, end)).chain([path.to_owned()]);
    let sizes = files.filter_map(|file| fs::metadata(file).ok()).map(|meta| meta.len());
    sizes.max().unwrap_or(0).saturating_add(ROOM) > most
}

/// Whether the disk has no room for what is to be written.
fn is_full(path: &Path) -> bool {
    statvfs(folder_of(path))
        .is_ok_and(|disk| disk.f_blocks > 0 && disk.f_bavail.saturating_mul(disk.f_frsize) < ROOM)
}
