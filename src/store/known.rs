//! The briefings that anything is kept on.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Error, OptionalExtension as _, Result};

use super::error::is_bad_row;
use super::tables::keys;
use crate::model::kept::Kept;

/// A briefing that something is kept on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownBriefing {
    /// What its rows are named by.
    pub(crate) key: String,
    /// The name of its home; `None` for what was kept before homes were known.
    pub(crate) home: Option<String>,
    /// Its path, if it has one.
    pub(crate) path: Option<PathBuf>,
    /// Its id.
    pub(crate) id: String,
    /// Its title; empty if that is not known.
    pub(crate) title: String,
    /// How many notes and drafts are on it.
    pub(crate) notes: u32,
    /// How many highlights.
    pub(crate) highlights: u32,
    /// How many bookmarks.
    pub(crate) bookmarks: u32,
    /// When it was read last, in Unix seconds.
    pub(crate) read: Option<i64>,
}

impl KnownBriefing {
    /// Its title, or its id if that is all that is known.
    pub(crate) fn name(&self) -> &str {
        if self.title.is_empty() { &self.id } else { &self.title }
    }

    /// One of which nothing is in the file yet.
    pub(super) fn unsaved(key: &str, home: &str) -> Self {
        let path = Path::new(home);
        Self {
            key: key.to_owned(),
            home: Some(home.to_owned()),
            path: path.is_absolute().then(|| path.to_owned()),
            id: home.to_owned(),
            title: String::new(),
            notes: 0,
            highlights: 0,
            bookmarks: 0,
            read: None,
        }
    }

    /// Counts what is kept on it.
    pub(super) fn count(&mut self, kept: &Kept) {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        self.notes = number(kept.notes.len() + kept.drafts.len());
        self.highlights = number(kept.highlights.len());
        self.bookmarks = number(kept.bookmarks.len());
        self.read = kept.position.as_ref().map(|position| position.at);
    }

    /// Whether the reader left anything there.
    pub(crate) fn has_any(&self) -> bool {
        self.notes + self.highlights + self.bookmarks > 0
    }
}

/// All of them, by title and then by home.
pub(super) fn known(file: &Connection) -> Result<Vec<KnownBriefing>> {
    let keys = keys(file)?;
    let all: Result<Vec<_>> = keys.into_iter().map(|key| one(file, key)).collect();
    let mut all = all?;
    all.sort_by(|a, b| (&a.title, &a.home, &a.key).cmp(&(&b.title, &b.home, &b.key)));
    Ok(all)
}

fn one(file: &Connection, key: String) -> Result<KnownBriefing> {
    let row = file.query_row(
        "SELECT home, path, id, title FROM briefing WHERE key = ?1",
        [&key],
        |row| Ok((row.get(0)?, row.get::<_, Option<Vec<u8>>>(1)?, row.get(2)?, row.get(3)?)),
    );
    let (home, path, id, title) = match row {
        Ok((home, path, id, title)) => (Some(home), path, id, title),
        // A row that cannot be read costs what it says, not what is kept.
        Err(error) if error == Error::QueryReturnedNoRows || is_bad_row(&error) => {
            (None, None, key.clone(), String::new())
        }
        Err(error) => return Err(error),
    };
    let count = |table: &str| {
        let query = format!("SELECT count(*) FROM {table} WHERE briefing = ?1");
        file.query_row(&query, [&key], |row| row.get::<_, u32>(0))
    };
    let read = file.query_row("SELECT at FROM place WHERE briefing = ?1", [&key], |row| row.get(0));
    Ok(KnownBriefing {
        home,
        path: path.map(|bytes| PathBuf::from(OsStr::from_bytes(&bytes))),
        id,
        title,
        notes: count("note")? + count("draft")?,
        highlights: count("highlight")?,
        bookmarks: count("bookmark")?,
        read: read.optional()?,
        key,
    })
}
