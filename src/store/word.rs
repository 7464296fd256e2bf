//! The words by which readers of a shared file are known again.

use rusqlite::{Connection, OptionalExtension, Result};

use super::reader_id::ReaderId;

/// What is kept of a reader's word, if one was chosen.
pub(super) fn word_of(file: &Connection, reader: &ReaderId) -> Result<Option<String>> {
    let query = "SELECT hash FROM word WHERE reader = ?1";
    file.query_row(query, [reader.as_str()], |row| row.get(0)).optional()
}

/// Keeps `hash` of a reader's word, unless there is one already: of two who come at once under a new name, the
/// first has it. Answers with what is kept.
pub(super) fn choose_word(file: &Connection, reader: &ReaderId, hash: &str) -> Result<String> {
    let query = "INSERT INTO word VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    file.execute(query, [reader.as_str(), hash])?;
    file.query_row("SELECT hash FROM word WHERE reader = ?1", [reader.as_str()], |row| row.get(0))
}
