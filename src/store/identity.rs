//! What a briefing is known again by.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::Briefing;
use crate::model::kept::Snapshot;

use super::reader_id::ReaderId;

/// What a briefing is known again by: where it is, what it is called, and how its paragraphs begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Where it is.
    pub home: Home,
    /// Its id, see [`Briefing::id`].
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it says now.
    pub snapshot: Arc<Snapshot>,
    /// Whether that is all: some of it may be missing where its files have faults.
    pub whole: bool,
}

/// Where a briefing is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Home {
    /// At a full path with no link in it.
    Path(PathBuf),
    /// In the program, by this id.
    Bundled(String),
    /// Nowhere: it came through a pipe. Its id, which has a slash in it.
    Pipe(String),
    /// There, as one of many readers of a file has it.
    Of(ReaderId, Box<Home>),
}

impl Identity {
    /// That of `briefing`, which is at `home`.
    pub fn of(home: Home, briefing: &Briefing) -> Self {
        let (id, title) = (briefing.id.clone(), briefing.title.clone());
        Self { home, id, title, snapshot: Arc::new(Snapshot::of(briefing)), whole: true }
    }
}

impl Home {
    /// The home of what is at `path`, or was: however that is written.
    pub fn at(path: &Path) -> Self {
        let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        // Of what is gone, the folders that are still there may be written in several ways.
        let there = full.ancestors().find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
        let Some((above, real)) = there else { return Self::Path(full) };
        match full.strip_prefix(above) {
            Ok(rest) if rest.as_os_str().is_empty() => Self::Path(real),
            Ok(rest) => Self::Path(real.join(rest)),
            Err(_) => Self::Path(full),
        }
    }

    /// That of no briefing.
    pub(crate) fn nowhere() -> Self {
        Self::Bundled(String::new())
    }

    /// The same, as one of many readers of a file has it.
    #[must_use]
    pub(crate) fn of_reader(self, reader: ReaderId) -> Self {
        Self::Of(reader, Box::new(self))
    }

    /// Where it is, whoever reads it.
    pub(super) fn place(&self) -> &Self {
        if let Self::Of(_, place) = self { place.place() } else { self }
    }

    /// What the names of all its reader's rows begin with, if the file has many readers; else empty.
    pub(super) fn prefix(&self) -> String {
        if let Self::Of(reader, _) = self { reader.prefix() } else { String::new() }
    }

    /// Its name, which no other home has and no file: there is a slash in it. A path is its own name
    /// if it is UTF-8.
    pub fn name(&self) -> String {
        match self {
            Self::Path(path) => path.to_str().map_or_else(|| escaped(path), str::to_owned),
            Self::Bundled(id) => format!("bundled/{id}"),
            Self::Pipe(id) => id.clone(),
            Self::Of(reader, place) => reader.prefix() + &place.name(),
        }
    }

    /// The path, if it has one.
    pub(super) fn path(&self) -> Option<&Path> {
        if let Self::Path(path) = self.place() { Some(path) } else { None }
    }
}

/// A path that is no UTF-8, in percent-encoding (RFC 3986).
fn escaped(path: &Path) -> String {
    let mut name = String::from("bytes:");
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' => name.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => name.push(char::from(*byte)),
            // Writing to a string cannot fail.
            byte => _ = write!(name, "%{byte:02X}"),
        }
    }
    name
}
