//! The names of readers who share an account.

use std::fmt::Write as _;
use std::str::FromStr;

/// How many bytes the name of a file has at most: what stands beside it has longer ones.
const LONGEST: usize = 200;

/// The name of one of several readers who share an account. It may be any words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReaderName {
    file: String,
}

/// Why something is no reader's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ReaderNameError {
    /// There is nothing in it.
    #[error("a reader's name cannot be empty")]
    Empty,
    /// No file can be named for it.
    #[error("this name is too long to keep anything under; take a shorter one")]
    TooLong,
}

impl ReaderName {
    /// The name of the reader's file.
    pub(super) fn file(&self) -> &str {
        &self.file
    }
}

impl FromStr for ReaderName {
    type Err = ReaderNameError;

    /// The file is named by small letters, digits, `-` and `_` as they are and every other byte as `%`
    /// and two digits (RFC 3986): so it leads to no other folder, and two names never to one file, even
    /// where capitals count for nothing.
    fn from_str(name: &str) -> Result<Self, ReaderNameError> {
        if name.is_empty() {
            return Err(ReaderNameError::Empty);
        }
        let mut file = String::new();
        for byte in name.bytes() {
            match byte {
                b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => file.push(char::from(byte)),
                // Writing to a string cannot fail.
                other => _ = write!(file, "%{other:02x}"),
            }
        }
        if file.len() > LONGEST {
            return Err(ReaderNameError::TooLong);
        }
        file.push_str(".sqlite3");
        Ok(Self { file })
    }
}
