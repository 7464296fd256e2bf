//! From rows to what is kept.

use rusqlite::types::Value;
use rusqlite::{Connection, Params, Result, Row};

use super::error::is_bad_row;
use crate::model::kept::{
    Anchor, Bookmark, Chosen, Draft, Highlight, Kept, Note, Position, Preference, Preferences,
    Quote,
};

use super::news;
use super::reader_id::prefix_of;

/// An anchor's columns.
pub(super) const ANCHOR: &str =
    "card, section, block, opening, exact, prefix, suffix, above, below, alike, repeated";

/// What is kept on a briefing.
pub(super) fn load(file: &Connection, briefing: &str) -> Result<Kept> {
    // In one transaction, so that it is all of one moment.
    let file = file.unchecked_transaction()?;
    let of = [briefing];
    let read = all(&file, "SELECT address FROM read WHERE briefing = ?1", of, |row| row.get(0))?;
    let chosen = "SELECT key, count, last FROM chosen WHERE briefing = ?1";
    let position = format!("SELECT {ANCHOR}, line, at FROM place WHERE briefing = ?1");
    Ok(Kept {
        position: all(&file, &position, of, to_position)?.into_iter().next(),
        preferences: preferences(&file, briefing)?,
        read: read.into_iter().collect(),
        last_seen: news::load(&file, briefing)?,
        bookmarks: list(&file, "bookmark", "mark, label", briefing, to_bookmark)?,
        highlights: list(&file, "highlight", "''", briefing, to_highlight)?,
        notes: list(&file, "note", "text, changed", briefing, to_note)?,
        drafts: list(&file, "draft", "note, base, text", briefing, to_draft)?,
        chosen: all(&file, chosen, of, to_chosen)?.into_iter().collect(),
    })
}

/// The rows of a list, in the order of their making.
fn list<T>(
    file: &Connection,
    table: &str,
    columns: &str,
    briefing: &str,
    to_item: fn(&Row) -> Result<T>,
) -> Result<Vec<T>> {
    let query = format!(
        "SELECT {ANCHOR}, id, made, {columns} FROM {table} WHERE briefing = ?1 ORDER BY made, id"
    );
    all(file, &query, [briefing], to_item)
}

/// The rows of a query, without those that are not what they should be.
pub(super) fn all<T>(
    file: &Connection,
    query: &str,
    parameters: impl Params,
    to_item: fn(&Row) -> Result<T>,
) -> Result<Vec<T>> {
    let mut query = file.prepare(query)?;
    // A row that is not what it should be costs nothing but itself (see `mend.rs`).
    let rows = query.query_map(parameters, to_item)?;
    rows.filter(|row| !row.as_ref().is_err_and(is_bad_row)).collect()
}

fn to_anchor(row: &Row) -> Result<Anchor> {
    let exact: Option<String> = row.get("exact")?;
    let quote = match exact {
        Some(exact) => Some(Quote {
            exact,
            prefix: row.get("prefix")?,
            suffix: row.get("suffix")?,
            repeated: row.get("repeated")?,
        }),
        None => None,
    };
    Ok(Anchor {
        card: row.get("card")?,
        section: row.get("section")?,
        block: row.get("block")?,
        opening: row.get("opening")?,
        above: row.get("above")?,
        below: row.get("below")?,
        alike: row.get("alike")?,
        quote,
    })
}

pub(super) fn to_position(row: &Row) -> Result<Position> {
    Ok(Position { anchor: to_anchor(row)?, line: row.get("line")?, at: row.get("at")? })
}

pub(super) fn to_bookmark(row: &Row) -> Result<Bookmark> {
    let (id, made) = (row.get("id")?, row.get("made")?);
    let mark: Option<String> = row.get("mark")?;
    let mark = mark.and_then(|mark| mark.chars().next());
    Ok(Bookmark { id, mark, label: row.get("label")?, anchor: to_anchor(row)?, made })
}

pub(super) fn to_highlight(row: &Row) -> Result<Highlight> {
    Ok(Highlight { id: row.get("id")?, anchor: to_anchor(row)?, made: row.get("made")? })
}

/// A note of a row of its table.
pub(super) fn to_note(row: &Row) -> Result<Note> {
    let (id, made, changed) = (row.get("id")?, row.get("made")?, row.get("changed")?);
    Ok(Note { id, anchor: to_anchor(row)?, text: row.get("text")?, made, changed })
}

pub(super) fn to_draft(row: &Row) -> Result<Draft> {
    let (id, made) = (row.get("id")?, row.get("made")?);
    let (note, base, text) = (row.get("note")?, row.get("base")?, row.get("text")?);
    Ok(Draft { id, note, base, anchor: to_anchor(row)?, text, made })
}

pub(super) fn to_chosen(row: &Row) -> Result<(String, Chosen)> {
    Ok((row.get("key")?, Chosen { count: row.get("count")?, last: row.get("last")? }))
}

/// How the reader likes to read whose briefing a key names. What this version does not know, or is of another
/// kind, is passed over.
pub(super) fn preferences(file: &Connection, key: &str) -> Result<Preferences> {
    let prefix = prefix_of(key);
    let rows = all(file, "SELECT name, value FROM setting", [], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, Value>(1)?))
    })?;
    let mut preferences = Preferences::default();
    for (name, value) in rows {
        let own = name.strip_prefix(prefix).and_then(|name| to_preference(name, value));
        if let Some(preference) = own {
            preferences.set(&preference);
        }
    }
    Ok(preferences)
}

fn to_preference(name: &str, value: Value) -> Option<Preference> {
    match (name, value) {
        ("theme", Value::Text(name)) => Some(Preference::Theme(name)),
        ("layout", Value::Text(name)) => Some(Preference::Layout(name)),
        ("measure", Value::Integer(columns)) => {
            u16::try_from(columns).ok().map(Preference::Measure)
        }
        ("teacher", Value::Integer(shown)) => Some(Preference::Teacher(shown != 0)),
        ("hyphens", Value::Integer(used)) => Some(Preference::Hyphens(used != 0)),
        _ => None,
    }
}
