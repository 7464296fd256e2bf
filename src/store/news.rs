//! What the reader saw of a briefing, and what of it is news.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Result, Row, params};

use crate::model::kept::{Former, LastSeen, Snapshot};

/// What the reader saw of the briefing with this key; nothing of what cannot be read.
pub(super) fn load(file: &Connection, key: &str) -> Result<LastSeen> {
    let query = "SELECT paragraphs, pieces, words FROM briefing WHERE key = ?1";
    let snapshot = file.query_row(query, [key], |row| snapshot(row, 0)).optional()?;
    let query = "SELECT address, was_there, former FROM news WHERE briefing = ?1";
    let mut query = file.prepare(query)?;
    let news = query.query_map([key], to_news)?.filter_map(Result::ok).collect();
    let snapshot = snapshot.filter(|snapshot| !snapshot.is_empty()).map(Arc::new);
    Ok(LastSeen { snapshot, news })
}

/// The snapshot of a row, in three columns from `first` on.
pub(super) fn snapshot(row: &Row, first: usize) -> Result<Snapshot> {
    let paragraphs: u32 = row.get(first)?;
    let pieces: Vec<u8> = row.get(first + 1)?;
    Ok(Snapshot::kept(paragraphs as usize, &pieces, row.get(first + 2)?))
}

/// Puts what is news in place of what was.
pub(super) fn put(file: &Connection, key: &str, news: &BTreeMap<u64, Former>) -> Result<()> {
    file.execute("DELETE FROM news WHERE briefing = ?1", [key])?;
    let mut query = file.prepare("INSERT OR IGNORE INTO news VALUES (?1, ?2, ?3, ?4)")?;
    for (address, was) in news {
        let (was_there, former) = match was {
            Former::Absent => (false, None),
            Former::Other(words) => (true, words.as_ref()),
        };
        query.execute(params![key, address.cast_signed(), was_there, former])?;
    }
    Ok(())
}

/// The reader was at something.
pub(super) fn visited(file: &Connection, key: &str, address: u64) -> Result<()> {
    let query = "DELETE FROM news WHERE briefing = ?1 AND address = ?2";
    file.execute(query, params![key, address.cast_signed()])?;
    Ok(())
}

fn to_news(row: &Row) -> Result<(u64, Former)> {
    let address: i64 = row.get(0)?;
    let was_there: bool = row.get(1)?;
    let was = if was_there { Former::Other(row.get(2)?) } else { Former::Absent };
    Ok((address.cast_unsigned(), was))
}
