//! Files that are changed on the disk: all of them or none, and none is ever half written.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::os::unix::fs::{MetadataExt as _, chown};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::words;
use crate::base::why;
use crate::load::BriefingFiles;

/// A file with what it holds before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChangedFile {
    /// What faults call it; on the disk, its path.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) before: Vec<u8>,
    /// What it is to hold.
    pub(crate) after: Vec<u8>,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WriteError {
    /// A file or its folder cannot be written to, and why in the system's words.
    #[error("{}", words::unwritable(.path, .why))]
    Unwritable {
        /// The file.
        path: String,
        /// The system's words.
        why: String,
    },
    /// Somebody has changed the file meanwhile.
    #[error("{}", words::changed_meanwhile(.0))]
    ChangedMeanwhile(String),
}

/// The files that `after` has otherwise than `before`.
pub(crate) fn changed_files(before: &BriefingFiles, after: &BriefingFiles) -> Vec<ChangedFile> {
    let changed = before.names().filter_map(|name| {
        let (before, after) = (before.bytes(name)?, after.bytes(name)?);
        (before != after).then(|| ChangedFile {
            name: name.to_owned(),
            before: before.to_vec(),
            after: after.to_vec(),
        })
    });
    changed.collect()
}

/// Writes `files`, each beside its old self and then in its place. Permissions are kept, a link stays one. An error
/// before the first is in its place leaves everything as it was.
pub(crate) fn write_files(files: &[ChangedFile]) -> Result<(), WriteError> {
    let ready: Vec<_> = files.iter().map(beside).collect::<Result<_, _>>()?;
    for (file, (fresh, path)) in files.iter().zip(ready) {
        fresh.persist(&path).map_err(|error| unwritable(&file.name, &error.error))?;
    }
    Ok(())
}

/// The new text in a file beside the old one, and the path that it belongs to.
fn beside(file: &ChangedFile) -> Result<(NamedTempFile, PathBuf), WriteError> {
    let cannot = |error: io::Error| unwritable(&file.name, &error);
    let path = fs::canonicalize(&file.name).map_err(cannot)?;
    let meta = fs::metadata(&path).map_err(cannot)?;
    // A rename asks for the folder's permission alone.
    if meta.permissions().readonly() {
        return Err(unwritable(&file.name, &io::ErrorKind::PermissionDenied.into()));
    }
    File::options().write(true).open(&path).map_err(cannot)?;
    if fs::read(&path).map_err(cannot)? != file.before {
        return Err(WriteError::ChangedMeanwhile(file.name.clone()));
    }
    let folder = path.parent().unwrap_or(Path::new("/"));
    let mut fresh = NamedTempFile::with_prefix_in(".attache-", folder).map_err(cannot)?;
    fresh.write_all(&file.after).map_err(cannot)?;
    fresh.as_file().set_permissions(meta.permissions()).map_err(cannot)?;
    // Only root may give a file away, and for anybody else it is theirs already.
    let _ = chown(fresh.path(), Some(meta.uid()), Some(meta.gid()));
    fresh.as_file().sync_all().map_err(cannot)?;
    Ok((fresh, path))
}

fn unwritable(path: &str, error: &io::Error) -> WriteError {
    WriteError::Unwritable { path: path.to_owned(), why: why(error) }
}
