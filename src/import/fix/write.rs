//! Files that are changed on the disk: all of them or none, and none is ever half written.

use std::fs::{self, File, Metadata};
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

/// Why files were not written; nothing is changed then, or it says so.
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
    /// A file does not get its new name, and why in the system's words.
    #[error("{}", words::unmovable(.old, .new, .why))]
    Unmovable {
        /// Its path.
        old: String,
        /// The path that it was to get.
        new: String,
        /// The system's words.
        why: String,
    },
    /// A file cannot be written, and others that were cannot be put back.
    #[error("{}", words::half_changed(.path, .why, .changed))]
    HalfChanged {
        /// The file.
        path: String,
        /// The system's words.
        why: String,
        /// The others.
        changed: Vec<String>,
    },
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

/// Writes `files`, each beside its old self and then in its place, and gives the file at the first path of `moved` the
/// second one. Permissions are kept, a link stays one. What fails is undone.
pub(crate) fn write_files(
    files: &[ChangedFile],
    moved: Option<(&str, &str)>,
) -> Result<(), WriteError> {
    let ready: Vec<_> = files.iter().map(Ready::beside).collect::<Result<_, _>>()?;
    let mut done = Vec::new();
    for one in ready {
        let Ready { name, path, fresh, old } = one;
        if let Err(error) = fresh.persist(&path) {
            return Err(undone(done, unwritable(name, &error.error)));
        }
        done.push((name, path, old));
    }
    if let Some((old, new)) = moved
        && let Err(error) = fs::rename(old, new)
    {
        let (old, new, why) = (old.to_owned(), new.to_owned(), why(&error));
        return Err(undone(done, WriteError::Unmovable { old, new, why }));
    }
    Ok(())
}

/// Puts back what was written, because of an error.
fn undone(done: Vec<(&str, PathBuf, NamedTempFile)>, error: WriteError) -> WriteError {
    let back = done
        .into_iter()
        .filter_map(|(name, path, old)| old.persist(path).is_err().then(|| name.to_owned()));
    let changed: Vec<_> = back.collect();
    match error {
        WriteError::Unwritable { path, why } | WriteError::Unmovable { old: path, why, .. }
            if !changed.is_empty() =>
        {
            WriteError::HalfChanged { path, why, changed }
        }
        error => error,
    }
}

/// A file that is ready to be put in another one's place.
struct Ready<'f> {
    name: &'f str,
    path: PathBuf,
    fresh: NamedTempFile,
    /// What the other one holds, to be put back.
    old: NamedTempFile,
}

impl<'f> Ready<'f> {
    /// Beside the other one.
    fn beside(file: &'f ChangedFile) -> Result<Self, WriteError> {
        let name = file.name.as_str();
        let cannot = |error: io::Error| unwritable(name, &error);
        let path = fs::canonicalize(name).map_err(cannot)?;
        let meta = fs::metadata(&path).map_err(cannot)?;
        // A rename asks for the folder's permission alone.
        if meta.permissions().readonly() {
            return Err(unwritable(name, &io::ErrorKind::PermissionDenied.into()));
        }
        File::options().write(true).open(&path).map_err(cannot)?;
        if fs::read(&path).map_err(cannot)? != file.before {
            return Err(WriteError::ChangedMeanwhile(name.to_owned()));
        }
        let fresh = copy(&path, &meta, &file.after).map_err(cannot)?;
        let old = copy(&path, &meta, &file.before).map_err(cannot)?;
        Ok(Self { name, path, fresh, old })
    }
}

/// A file beside that at `path`, with its permissions and this text.
fn copy(path: &Path, meta: &Metadata, text: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    let mut copy = NamedTempFile::with_prefix_in(".attache-", folder)?;
    copy.write_all(text)?;
    copy.as_file().set_permissions(meta.permissions())?;
    // Only root may give a file away, and for anybody else it is theirs already.
    let _ = chown(copy.path(), Some(meta.uid()), Some(meta.gid()));
    copy.as_file().sync_all()?;
    Ok(copy)
}

fn unwritable(path: &str, error: &io::Error) -> WriteError {
    WriteError::Unwritable { path: path.to_owned(), why: why(error) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

    use std::fs;
    use std::path::Path;

    use super::{ChangedFile, Ready, WriteError, undone, unwritable, write_files};

    fn changed(folder: &Path, name: &str) -> ChangedFile {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "old").unwrap();
        let name = path.to_string_lossy().into_owned();
        ChangedFile { name, before: b"old".to_vec(), after: b"new".to_vec() }
    }

    fn read(file: &ChangedFile) -> String {
        fs::read_to_string(&file.name).unwrap()
    }

    #[test]
    fn what_fails_at_last_is_undone() {
        let folder = tempfile::tempdir().unwrap();
        let files = [changed(folder.path(), "one"), changed(folder.path(), "two")];
        let to = folder.path().join("none/three");
        let moved = (files[0].name.as_str(), to.to_str().unwrap());
        let error = write_files(&files, Some(moved)).unwrap_err();
        assert!(matches!(error, WriteError::Unmovable { .. }), "{error}");
        assert_eq!(files.each_ref().map(read), ["old", "old"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left behind");
    }

    /// What cannot be put back is named.
    #[test]
    fn what_cannot_be_undone_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let files = [changed(folder.path(), "a/one"), changed(folder.path(), "b/two")];
        let mut done = Vec::new();
        for file in &files {
            let Ready { name, path, fresh, old } = Ready::beside(file).unwrap();
            fresh.persist(&path).unwrap();
            done.push((name, path, old));
        }
        // The folder of the first goes, and its old text with it.
        fs::remove_dir_all(folder.path().join("a")).unwrap();
        let cause = unwritable("three", &std::io::ErrorKind::StorageFull.into());
        match undone(done, cause) {
            WriteError::HalfChanged { path, changed, .. } => {
                assert_eq!(path, "three");
                assert_eq!(changed, [files[0].name.clone()]);
            }
            other => panic!("{other}"),
        }
        assert_eq!(read(&files[1]), "old");
    }
}
