//! A look at the file before a briefing is read: it waits for nobody, and changes nothing.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::time::{Duration, SystemTime};

use rusqlite::{Connection, OpenFlags, Result};

use super::identity::Home;
use super::load::{self, ANCHOR};
use super::open::unchanging;
use super::path::{BESIDE, with};
use super::recognise::key_at;
use super::{schema, unsaved};
use crate::model::kept::{Kept, Preferences};

/// How long another program is waited for that has the whole file.
const PATIENCE: Duration = Duration::from_millis(50);

/// What is known of a reader and a briefing before that is read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Glance {
    /// How the reader likes to read.
    pub(crate) preferences: Preferences,
    /// Whether a briefing of this id or at this home was read before.
    pub(crate) was_read: bool,
    /// What is kept on the section of its place, if it is known by its home.
    pub(crate) place: Option<KeptPlace>,
}

/// The place in a briefing, and what is kept around it.
#[derive(Debug, Clone)]
pub(crate) struct KeptPlace {
    /// What the rows of the briefing are named by.
    pub(crate) key: String,
    /// The id of the section.
    pub(crate) section: String,
    /// What is kept on that section, the place among it.
    pub(crate) kept: Kept,
}

/// How long ago a file must have been written, so that it shows by its time if it is written again: systems count
/// it in hundredths of a second or less, a few old ones in two seconds.
const STAMP: Duration = Duration::from_secs(3);

/// Looks at the file at `path` for the briefing of this id at `home`; nothing if that cannot be had at once.
pub(super) fn glance(path: &Path, home: &Home, id: &str) -> Result<Glance> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if let Some(still) = Still::of(path) {
        let file =
            Connection::open_with_flags(unchanging(path), flags | OpenFlags::SQLITE_OPEN_URI);
        let seen = file.and_then(|file| look(&file, path, home, id));
        // Whatever was read, or failed to be, while somebody wrote is worth nothing.
        if Still::of(path) == Some(still) {
            return seen;
        }
    }
    let file = Connection::open_with_flags(path, flags)?;
    file.busy_timeout(PATIENCE)?;
    look(&file, path, home, id)
}

/// A file that all have closed: it has no log beside it, and all that is kept stands in it. It can be read without
/// a log and locks being made for it, which takes longer than to read it; if it is the same afterwards, it was
/// all of one moment.
#[derive(Debug, PartialEq, Eq)]
struct Still {
    file: (u64, u64),
    bytes: u64,
    /// Seconds and nanoseconds.
    written: (i64, i64),
}

impl Still {
    fn of(path: &Path) -> Option<Self> {
        let is_alone = BESIDE
            .iter()
            .chain(&["-journal"])
            .all(|end| fs::symlink_metadata(with(path, end)).is_err());
        let meta = fs::metadata(path).ok().filter(|_| is_alone)?;
        let age = SystemTime::now().duration_since(meta.modified().ok()?).ok()?;
        (age > STAMP).then(|| Self {
            file: (meta.dev(), meta.ino()),
            bytes: meta.len(),
            written: (meta.mtime(), meta.mtime_nsec()),
        })
    }
}

/// What the open file at `path` tells of the briefing of this id at `home`.
pub(super) fn look(file: &Connection, path: &Path, home: &Home, id: &str) -> Result<Glance> {
    // In one transaction, so that it is all of one moment.
    let file = file.unchecked_transaction()?;
    let name = home.name();
    let query = "SELECT EXISTS (SELECT 1 FROM place WHERE briefing = ?2
        OR briefing IN (SELECT key FROM briefing WHERE home = ?1))";
    let was_read = file.query_row(query, [&name, id], |row| row.get(0))?;
    let preferences = load::preferences(&file, &name)?;
    // What stands in files beside it is newer.
    let is_all = schema::version(&file)? == schema::known() && unsaved::list(path).is_empty();
    let place = if was_read && is_all { place(&file, &name)? } else { None };
    Ok(Glance { preferences, was_read, place })
}

/// What is kept on the section of the place in the briefing whose home has this name.
fn place(file: &Connection, home: &str) -> Result<Option<KeptPlace>> {
    let Some(key) = key_at(file, home)? else { return Ok(None) };
    let position = format!("SELECT {ANCHOR}, line, at FROM place WHERE briefing = ?1");
    let position = load::all(file, &position, [&key], load::to_position)?.into_iter().next();
    let Some(position) = position.filter(|position| position.anchor.card.is_none()) else {
        return Ok(None);
    };
    let section = position.anchor.section.clone();
    let address = "SELECT address FROM read
        WHERE briefing = ?1 AND substr(address, 1, length(?2) + 1) = ?2 || '/'";
    let read = load::all(file, address, [&key, &section], |row| row.get(0))?;
    let of = [key.as_str(), section.as_str()];
    let kept = Kept {
        position: Some(position),
        read: read.into_iter().collect(),
        bookmarks: in_section(file, "bookmark", "mark, label", of, load::to_bookmark)?,
        highlights: in_section(file, "highlight", "''", of, load::to_highlight)?,
        notes: in_section(file, "note", "text, changed", of, load::to_note)?,
        drafts: in_section(file, "draft", "note, base, text", of, load::to_draft)?,
        ..Kept::default()
    };
    Ok(Some(KeptPlace { key, section, kept }))
}

/// The rows of a list that stand in a section, in the order of their making.
fn in_section<T>(
    file: &Connection,
    table: &str,
    columns: &str,
    of: [&str; 2],
    to_item: fn(&rusqlite::Row) -> Result<T>,
) -> Result<Vec<T>> {
    let query = format!(
        "SELECT {ANCHOR}, id, made, {columns} FROM {table}
         WHERE briefing = ?1 AND section = ?2 AND card IS NULL ORDER BY made, id"
    );
    load::all(file, &query, of, to_item)
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;

    #[test]
    fn a_file_is_still_that_all_have_closed_and_nobody_has_just_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.sqlite3");
        let write = |words: &str, age: u64| {
            fs::write(&path, words).unwrap();
            let written = SystemTime::now() - Duration::from_secs(age);
            File::options().write(true).open(&path).unwrap().set_modified(written).unwrap();
        };
        assert_eq!(Still::of(&path), None);
        write("one", 0);
        assert_eq!(Still::of(&path), None);
        write("one", 60);
        let still = Still::of(&path);
        assert!(still.is_some());
        assert_eq!(Still::of(&path), still);
        for end in ["-wal", "-shm", "-journal"] {
            fs::write(with(&path, end), "").unwrap();
            assert_eq!(Still::of(&path), None, "{end}");
            fs::remove_file(with(&path, end)).unwrap();
        }
        assert_eq!(Still::of(&path), still);
        write("two", 50);
        assert_ne!(Still::of(&path), still);
    }
}
