//! The key by which clients know the host again: made on first use, and never anew while anything is there.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use russh::keys::ssh_key::LineEnding;
use russh::keys::{Algorithm, HashAlg, PrivateKey, key};

use crate::base::why;

use super::words;

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HostKeyError {
    /// It is there, and is none that can be used.
    #[error("{}", words::host_key_unreadable(.path, .why))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// Others than its owner may read or change it.
    #[error("{}", words::host_key_open(.0))]
    Open(PathBuf),
    /// It cannot be made.
    #[error("{}", words::host_key_unwritable(.path, .why))]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
}

/// The key in the folder, made with it if it is not there. One that is there and cannot be used stays as it is: with
/// another one all who have been here would be warned that somebody else answers.
pub(super) fn host_key(folder: &Path) -> Result<PrivateKey, HostKeyError> {
    let path = folder.join("host_key");
    match fs::symlink_metadata(&path) {
        Ok(_) => read(&path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let unwritable = |error: io::Error| HostKeyError::Unwritable {
                path: path.clone(),
                why: why(&error),
            };
            make(folder, &path).map_err(unwritable)?;
            // Another host that began at the same moment may have been first: then it is that one's.
            read(&path)
        }
        Err(error) => Err(HostKeyError::Unreadable { path, why: why(&error) }),
    }
}

/// How a key is told to people: as `ssh-keygen -l` does.
pub(super) fn fingerprint(key: &russh::keys::PublicKey) -> String {
    key.fingerprint(HashAlg::Sha256).to_string()
}

fn read(path: &Path) -> Result<PrivateKey, HostKeyError> {
    let unreadable = |why| HostKeyError::Unreadable { path: path.to_owned(), why };
    let meta = fs::metadata(path).map_err(|error| unreadable(why(&error)))?;
    if meta.mode() & 0o077 != 0 {
        return Err(HostKeyError::Open(path.to_owned()));
    }
    PrivateKey::read_openssh_file(path).map_err(|error| unreadable(error.to_string()))
}

/// Makes a key, in a file beside its place that is moved there once it is on the disk, unless one is there by then.
fn make(folder: &Path, path: &Path) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let new = PrivateKey::random(&mut key::safe_rng(), Algorithm::Ed25519);
    let new = new.and_then(|key| key.to_openssh(LineEnding::LF)).map_err(io::Error::other)?;
    let aside = folder.join(format!("host_key.{}.new", std::process::id()));
    // What is left of an earlier try that was cut short.
    let _ = fs::remove_file(&aside);
    let mut file = File::options().write(true).create_new(true).mode(0o600).open(&aside)?;
    let made = file.write_all(new.as_bytes()).and_then(|()| file.sync_all());
    // Never over one that is there.
    let moved = made.and_then(|()| fs::hard_link(&aside, path));
    let _ = fs::remove_file(&aside);
    match moved {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => File::open(folder)?.sync_all(),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_key_is_made_once_and_for_its_owner_alone() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("attache/serve");
        let first = fingerprint(host_key(&folder).unwrap().public_key());
        assert_eq!(fingerprint(host_key(&folder).unwrap().public_key()), first);
        assert_eq!(fs::metadata(folder.join("host_key")).unwrap().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        assert!(first.starts_with("SHA256:"));
    }

    #[test]
    fn what_is_no_key_stays_and_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("host_key");
        for words in ["", "no key", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n"] {
            fs::write(&path, words).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
            let error = host_key(folder.path()).unwrap_err();
            assert!(matches!(error, HostKeyError::Unreadable { .. }), "{error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), words);
        }
    }

    #[test]
    fn a_key_that_others_may_read_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        host_key(folder.path()).unwrap();
        let path = folder.path().join("host_key");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(host_key(folder.path()), Err(HostKeyError::Open(_))));
    }
}
