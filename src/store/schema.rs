//! What is in the file. This is the one place that says so.
//!
//! Rules that hold for every version:
//! - The file's version is its `user_version`. A migration is added below and none is ever
//!   changed; what it does to a file of the version before is all in one transaction.
//! - A briefing's rows are named by its key, which it has for ever: the name of its first home, or its
//!   id if the rows are older than the table of briefings. What is known of it stands in that table.
//! - Of its text there are quotes, digests, and a bounded piece from the beginning, so that what has
//!   changed since can be told and shown.
//! - Every row is one thing that a reader did, so that two readers never write the same row
//!   without meaning the same thing.
//! - Times are seconds since 1970.

use rusqlite::{Connection, Error};
use rusqlite_migration::{M, Migrations};

/// An anchor's columns: the ids of section and block, how the block begins, and the quoted words
/// with what stands around them, NULL for the block as a whole.
macro_rules! anchor {
    () => {
        "section TEXT NOT NULL, block TEXT NOT NULL, opening TEXT NOT NULL,
         exact TEXT, prefix TEXT, suffix TEXT"
    };
}

/// A list's rows are named by the briefing and a random id.
macro_rules! list {
    ($table:literal, $columns:literal) => {
        concat!(
            "CREATE TABLE ",
            $table,
            " (briefing TEXT NOT NULL, id TEXT NOT NULL, ",
            anchor!(),
            ", made INTEGER NOT NULL, ",
            $columns,
            " PRIMARY KEY (briefing, id)) STRICT, WITHOUT ROWID;"
        )
    };
}

/// From nothing to version 1.
const FIRST: &str = concat!(
    // How the reader likes to read, in all briefings: `theme`, `layout`, `measure`, ...
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;",
    // Where the reader was.
    "CREATE TABLE place (briefing TEXT PRIMARY KEY, ",
    anchor!(),
    ", line INTEGER NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;",
    // What was read, by address, and when first.
    "CREATE TABLE read (briefing TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL,
     PRIMARY KEY (briefing, address)) STRICT, WITHOUT ROWID;",
    // What was chosen in the go-to, how often and when last.
    "CREATE TABLE chosen (briefing TEXT NOT NULL, key TEXT NOT NULL,
     count INTEGER NOT NULL, last INTEGER NOT NULL,
     PRIMARY KEY (briefing, key)) STRICT, WITHOUT ROWID;",
    // The mark is a letter that only one bookmark of a briefing has.
    list!("bookmark", "mark TEXT, label TEXT NOT NULL,"),
    "CREATE UNIQUE INDEX bookmark_mark ON bookmark (briefing, mark) WHERE mark IS NOT NULL;",
    list!("highlight", ""),
    list!("note", "text TEXT NOT NULL, changed INTEGER NOT NULL,"),
    // A note in the making: the note that it changes, and what that said at the beginning.
    list!("draft", "note TEXT, base TEXT NOT NULL, text TEXT NOT NULL,"),
);

/// What an anchor knows besides, added to a table: how the blocks above and below begin, empty where
/// there is none and NULL where nobody knew; whether another block begins alike, and whether the words
/// are repeated elsewhere.
macro_rules! company {
    ($table:literal) => {
        concat!(
            "ALTER TABLE ",
            $table,
            " ADD COLUMN above TEXT;",
            "ALTER TABLE ",
            $table,
            " ADD COLUMN below TEXT;",
            "ALTER TABLE ",
            $table,
            " ADD COLUMN alike INTEGER NOT NULL DEFAULT 0;",
            "ALTER TABLE ",
            $table,
            " ADD COLUMN repeated INTEGER NOT NULL DEFAULT 0;",
        )
    };
}

/// What tells a block from those that are like it.
const COMPANY: &str = concat!(
    company!("place"),
    company!("bookmark"),
    company!("highlight"),
    company!("note"),
    company!("draft"),
);

/// From version 2: what a briefing is known again by. Its home is where it is now, by name, and the
/// path of it if that is a path; pieces and words are those of a [`crate::model::kept::Snapshot`].
const IDENTITY: &str = "CREATE TABLE briefing (key TEXT PRIMARY KEY, home TEXT NOT NULL UNIQUE,
     path BLOB, id TEXT NOT NULL, title TEXT NOT NULL, paragraphs INTEGER NOT NULL,
     pieces BLOB NOT NULL, words TEXT NOT NULL) STRICT;";

/// From version 3: the files of changes beside this one that were taken in and may still be there (see
/// `unsaved.rs`).
const TAKEN_IN: &str = "CREATE TABLE taken_in (file TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;";

/// From version 4: what an anchor is on if that is no paragraph, by reference; NULL for a paragraph.
const CARD: &str = "ALTER TABLE place ADD COLUMN card TEXT;
     ALTER TABLE bookmark ADD COLUMN card TEXT;
     ALTER TABLE highlight ADD COLUMN card TEXT;
     ALTER TABLE note ADD COLUMN card TEXT;
     ALTER TABLE draft ADD COLUMN card TEXT;";

/// From version 5: what is new or changed since the reader saw it, by the digest of its address. What
/// was there before has its former words, if they were kept.
const NEWS: &str = "CREATE TABLE news (briefing TEXT NOT NULL, address INTEGER NOT NULL,
     was_there INTEGER NOT NULL, former TEXT, PRIMARY KEY (briefing, address)) STRICT, WITHOUT ROWID;";

/// From version 6: the words by which readers of a shared file are known again, each only as a slow hash with
/// salt (Argon2id, in the PHC string format). Names of such a reader's rows begin with `reader/ID/`, those of
/// settings too.
const WORD: &str =
    "CREATE TABLE word (reader TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;";

/// Every migration, in order.
const MIGRATIONS: &[M<'static>] = &[
    M::up(FIRST),
    M::up(COMPANY),
    M::up(IDENTITY),
    M::up(TAKEN_IN),
    M::up(CARD),
    M::up(NEWS),
    M::up(WORD),
];

/// The newest version that is known.
pub(super) fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// The file's version.
pub(super) fn version(file: &Connection) -> Result<i64, Error> {
    file.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Brings the file to the newest version.
pub(super) fn migrate(file: &mut Connection) -> Result<(), Error> {
    let migrated = Migrations::from_slice(MIGRATIONS).to_latest(file);
    // Where a folder cannot be locked, another reader may have done it in the meantime.
    if migrated.is_err() && version(file)? == known() {
        return Ok(());
    }
    migrated.map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err,
        _ => Error::InvalidQuery,
    })
}
