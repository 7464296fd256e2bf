//! Who may come in, and by what.

use std::path::{Path, PathBuf};

use russh::keys::PublicKey;
use russh::keys::ssh_key::AuthorizedKeys;
use russh::{MethodKind, MethodSet};

use crate::base::why;

use super::code::Code;
use super::words;

/// The largest file of keys that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Why a file says nothing of who may come in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DoorsError {
    /// The file of keys cannot be read.
    #[error("{}", words::keys_unreadable(.path, .why))]
    KeysUnreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// A line of it is no key, or says more than which key.
    #[error("{}", words::no_key_in_line(.path, *.line))]
    NoKey {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
    },
    /// There is no key in it.
    #[error("{}", words::no_keys(.0))]
    NoKeys(PathBuf),
}

/// What lets readers in.
#[derive(Default)]
pub(crate) struct Doors {
    /// The keys of those who have one, if keys are asked for.
    pub keys: Option<Vec<PublicKey>>,
    /// What all others must type.
    pub code: Option<Code>,
    /// Whether a name is enough.
    pub open: bool,
}

impl Doors {
    /// Whether it lets anybody in.
    pub(super) fn lets_in(&self) -> bool {
        self.keys.is_some() || self.code.is_some() || self.open
    }

    /// Whether readers may come without a key.
    pub(super) fn takes_names(&self) -> bool {
        self.code.is_some() || self.open
    }

    /// Whether a key is one of those that are let in.
    pub(super) fn knows(&self, key: &PublicKey) -> bool {
        let mut keys = self.keys.iter().flatten();
        keys.any(|known| known.key_data() == key.key_data())
    }

    /// Whether somebody has said what all must type.
    pub(super) fn takes(&self, said: &str) -> bool {
        match &self.code {
            Some(code) => code.is(said),
            None => self.open,
        }
    }

    /// The ways to come in that a client is told of. Where no keys are asked for none are: each that a client has
    /// counts for a try.
    pub(super) fn methods(&self) -> MethodSet {
        let keys = self.keys.iter().map(|_| MethodKind::PublicKey);
        let names = [MethodKind::KeyboardInteractive, MethodKind::Password];
        let methods: Vec<MethodKind> =
            keys.chain(names.into_iter().filter(|_| self.takes_names())).collect();
        MethodSet::from(methods.as_slice())
    }
}

/// The keys of a file in the format of OpenSSH (sshd(8), `AUTHORIZED_KEYS` FILE FORMAT). Options before a key are not
/// passed over, for most of them restrict it.
pub(crate) fn read_keys(path: &Path) -> Result<Vec<PublicKey>, DoorsError> {
    let unreadable = |why| DoorsError::KeysUnreadable { path: path.to_owned(), why };
    let meta = std::fs::metadata(path).map_err(|error| unreadable(why(&error)))?;
    if meta.len() > LARGEST {
        return Err(unreadable(words::too_large().to_owned()));
    }
    let lines = std::fs::read_to_string(path).map_err(|error| unreadable(why(&error)))?;
    let mut keys = Vec::new();
    for (at, line) in lines.lines().enumerate() {
        let no_key = || DoorsError::NoKey { path: path.to_owned(), line: at + 1 };
        for entry in AuthorizedKeys::new(line) {
            let entry = entry.map_err(|_| no_key())?;
            if !entry.config_opts().is_empty() {
                return Err(no_key());
            }
            keys.push(entry.public_key().clone());
        }
    }
    if keys.is_empty() { Err(DoorsError::NoKeys(path.to_owned())) } else { Ok(keys) }
}
