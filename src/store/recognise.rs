//! Which of the briefings in the file one is that was opened.
//!
//! One that stands where a known one stood is that one, however much it was edited. One at another
//! path that begins its paragraphs as a known one does, half of them at least, is that one moved if
//! nothing can be read at the old path any more, and else a copy of it. What was kept before the file
//! knew anything but ids goes to the first briefing of that id which has its words.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Result, Row, TransactionBehavior, named_params};

use super::identity::{Home, Identity};
use super::news;
use super::tables::{copy_rows, has_rows, merge};
use crate::model::kept::{LastSeen, Snapshot};

/// Where the things are that are kept on a briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Recognised {
    /// What its rows are named by.
    pub(super) key: String,
    /// What those rows are named by that it begins with: another briefing's for a copy.
    pub(super) from: String,
}

/// A row of the table of briefings.
struct IdentityRow {
    key: String,
    id: String,
    path: Option<PathBuf>,
    snapshot: Snapshot,
}

/// Recognises a briefing. `reads` says whether there is a briefing at a path.
pub(super) fn recognise(
    file: &Connection,
    identity: &Identity,
    reads: fn(&Path) -> bool,
) -> Result<Recognised> {
    let (name, prefix) = (identity.home.name(), identity.home.prefix());
    let here = |key: String| Recognised { from: key.clone(), key };
    let is_pipe = matches!(identity.home.place(), Home::Pipe(_));
    if !is_pipe && let Some(key) = key_at(file, &name)? {
        return Ok(here(key));
    }
    if prefix.is_empty() && is_from_before(file, identity)? {
        return Ok(here(identity.id.clone()));
    }
    let fresh = || fresh_key(file, &name);
    // Those of the same reader: nothing in a prefix is a pattern.
    let own = |condition: &str| candidates(file, &format!("home LIKE '{prefix}{condition}"));
    match identity.home.place() {
        Home::Bundled(_) | Home::Of(..) => fresh().map(here),
        Home::Pipe(_) => match best(own("piped/%'")?, identity, |_| true) {
            Some((known, _)) => Ok(here(known.key)),
            None => fresh().map(here),
        },
        Home::Path(_) => {
            let is_gone = |known: &IdentityRow| !known.path.as_deref().is_some_and(reads);
            match best(own("%' AND path IS NOT NULL")?, identity, is_gone) {
                Some((known, true)) => Ok(here(known.key)),
                Some((known, false)) => Ok(Recognised { key: fresh()?, from: known.key }),
                None => fresh().map(here),
            }
        }
    }
}

/// Gives a briefing its row, and what it begins with. Answers with its key.
pub(super) fn take_in(
    file: &mut Connection,
    identity: &Identity,
    reads: fn(&Path) -> bool,
) -> Result<String> {
    if let Some(key) = key_at(file, &identity.home.name())?
        && is_as_kept(file, &key, identity)?
    {
        return Ok(key);
    }
    // Immediate: another reader may be opening it too, and one of the two comes first.
    let transaction = file.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Recognised { key, from } = recognise(&transaction, identity, reads)?;
    let mut last_seen = news::load(&transaction, &from)?;
    last_seen.meet(&identity.snapshot, identity.whole);
    if key != from {
        copy_rows(&transaction, &from, &key)?;
    }
    for own in own_keys(&transaction, identity, &key, &from)?.iter().filter(|own| **own != key) {
        merge(&transaction, own, &key)?;
    }
    put(&transaction, &key, identity, &last_seen)?;
    transaction.commit()?;
    Ok(key)
}

/// What else the rows of a briefing are named by that was recognised, but for those that it begins with:
/// its own key, and the name of its home for what could not be saved before anybody knew the key.
pub(super) fn own_keys(
    file: &Connection,
    identity: &Identity,
    key: &str,
    from: &str,
) -> Result<Vec<String>> {
    let home = identity.home.name();
    let mut own: Vec<String> = (key != from).then(|| key.to_owned()).into_iter().collect();
    if home != key && home != from && !is_known(file, &home)? {
        own.push(home);
    }
    Ok(own)
}

/// Puts the row of a briefing, and what is news in it.
pub(super) fn put(
    file: &Connection,
    key: &str,
    identity: &Identity,
    last_seen: &LastSeen,
) -> Result<()> {
    let Identity { home, id, title, snapshot: _, whole: _ } = identity;
    let snapshot = last_seen.snapshot.as_deref().cloned().unwrap_or_default();
    // Several that came through pipes may have one title.
    let name = if matches!(home.place(), Home::Pipe(_)) { key.to_owned() } else { home.name() };
    let path = home.path().map(|path| path.as_os_str().as_bytes());
    let query = "INSERT INTO briefing (key, home, path, id, title, paragraphs, pieces, words)
         VALUES (:key, :home, :path, :id, :title, :paragraphs, :pieces, :words)
         ON CONFLICT (key) DO UPDATE SET home = excluded.home, path = excluded.path,
             id = excluded.id, title = excluded.title, paragraphs = excluded.paragraphs,
             pieces = excluded.pieces, words = excluded.words";
    let values = named_params! {
        ":key": key, ":home": name, ":path": path, ":id": id, ":title": title,
        ":paragraphs": u32::try_from(snapshot.paragraphs()).unwrap_or(u32::MAX),
        ":pieces": snapshot.bytes(), ":words": snapshot.words(),
    };
    file.execute(query, values)?;
    news::put(file, key, &last_seen.news)
}

/// The key of the briefing at a home.
pub(super) fn key_at(file: &Connection, home: &str) -> Result<Option<String>> {
    let query = "SELECT key FROM briefing WHERE home = ?1";
    file.query_row(query, [home], |row| row.get(0)).optional()
}

/// Whether a row has nothing else than `identity` says.
fn is_as_kept(file: &Connection, key: &str, identity: &Identity) -> Result<bool> {
    let query =
        "SELECT key, id, path, paragraphs, pieces, words, title FROM briefing WHERE key = ?1";
    let same = file.query_row(query, [key], |row| {
        let known = candidate(row)?;
        let title: String = row.get(6)?;
        Ok(known.id == identity.id
            && title == identity.title
            && known.snapshot == *identity.snapshot)
    });
    Ok(same.optional()?.unwrap_or(false))
}

/// Whether there are rows of this id from before the file knew more of briefings than that, and at
/// least half of the paragraphs that something was left on are in this one.
fn is_from_before(file: &Connection, identity: &Identity) -> Result<bool> {
    let id = &identity.id;
    if is_known(file, id)? || !has_rows(file, id)? {
        return Ok(false);
    }
    let query = "SELECT opening FROM place WHERE briefing = ?1
         UNION SELECT opening FROM bookmark WHERE briefing = ?1
         UNION SELECT opening FROM highlight WHERE briefing = ?1
         UNION SELECT opening FROM note WHERE briefing = ?1
         UNION SELECT opening FROM draft WHERE briefing = ?1";
    let mut query = file.prepare(query)?;
    let openings: Vec<String> = query
        .query_map([id], |row| row.get(0))?
        .filter_map(Result::ok)
        .filter(|opening: &String| !opening.is_empty())
        .collect();
    let found = openings.iter().filter(|opening| identity.snapshot.has_opening(opening)).count();
    Ok(found > 0 && 2 * found >= openings.len())
}

/// Whether a briefing has this key.
fn is_known(file: &Connection, key: &str) -> Result<bool> {
    let query = "SELECT EXISTS (SELECT 1 FROM briefing WHERE key = ?1)";
    file.query_row(query, [key], |row| row.get(0))
}

/// The home's name, with a number if a briefing has that key which stood here once.
fn fresh_key(file: &Connection, name: &str) -> Result<String> {
    let mut query = file.prepare("SELECT EXISTS (SELECT 1 FROM briefing WHERE key = ?1)")?;
    let mut key = name.to_owned();
    for number in 2.. {
        if !query.query_row([&key], |row| row.get(0))? {
            break;
        }
        key = format!("{name}#{number}");
    }
    Ok(key)
}

/// The briefings in the file for which `condition` holds. A row that cannot be read is none.
fn candidates(file: &Connection, condition: &str) -> Result<Vec<IdentityRow>> {
    let query =
        format!("SELECT key, id, path, paragraphs, pieces, words FROM briefing WHERE {condition}");
    let mut query = file.prepare(&query)?;
    let rows = query.query_map([], candidate)?;
    Ok(rows.filter_map(Result::ok).collect())
}

fn candidate(row: &Row) -> Result<IdentityRow> {
    let path: Option<Vec<u8>> = row.get(2)?;
    let path = path.map(|bytes| PathBuf::from(OsStr::from_bytes(&bytes)));
    let snapshot = news::snapshot(row, 3)?;
    Ok(IdentityRow { key: row.get(0)?, id: row.get(1)?, path, snapshot })
}

/// The candidate that the briefing is most like, if it is like any, and whether that is gone. Of
/// equals one that is gone comes first, then one of the same id.
fn best(
    candidates: Vec<IdentityRow>,
    identity: &Identity,
    is_gone: impl Fn(&IdentityRow) -> bool,
) -> Option<(IdentityRow, bool)> {
    let alike = |known: IdentityRow| Some((identity.snapshot.alike(&known.snapshot)?, known));
    let alike: Vec<(usize, IdentityRow)> = candidates.into_iter().filter_map(alike).collect();
    let most = alike.iter().map(|(alike, _)| *alike).max()?;
    let equals = alike.into_iter().filter(|(alike, _)| *alike == most).map(|(_, known)| known);
    let told = equals.map(|known| {
        let gone = is_gone(&known);
        (known, gone)
    });
    told.max_by_key(|(known, gone)| (*gone, known.id == identity.id))
}
