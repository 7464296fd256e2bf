//! The tables, and the rows of a briefing in all that have any.

use rusqlite::{Connection, Result, params};

/// The names of all tables that are the schema's own.
pub(super) fn table_names(file: &Connection) -> Result<Vec<String>> {
    let query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    file.prepare(query)?.query_map([], |row| row.get(0))?.collect()
}

/// The tables whose rows belong to a briefing, each with its other columns.
fn tables(file: &Connection) -> Result<Vec<(String, String)>> {
    let query = "SELECT name, group_concat(column, ', ') FROM (
             SELECT tables.name AS name, columns.name AS column
             FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
             WHERE tables.type = 'table' ORDER BY columns.cid)
         GROUP BY name HAVING max(column = 'briefing')";
    let mut query = file.prepare(query)?;
    let others = |all: String| {
        let others = all.split(", ").filter(|column| *column != "briefing");
        others.collect::<Vec<_>>().join(", ")
    };
    query.query_map([], |row| Ok((row.get(0)?, others(row.get(1)?))))?.collect()
}

/// Whether anything is named by `key`.
pub(super) fn has_rows(file: &Connection, key: &str) -> Result<bool> {
    for (table, _) in tables(file)? {
        let query = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE briefing = ?1)");
        if file.query_row(&query, [key], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Gives `to` a copy of every row of `from` that it has not.
pub(super) fn copy_rows(file: &Connection, from: &str, to: &str) -> Result<()> {
    for (table, columns) in tables(file)? {
        let query = format!(
            "INSERT OR IGNORE INTO {table} (briefing, {columns})
             SELECT ?1, {columns} FROM {table} WHERE briefing = ?2"
        );
        file.execute(&query, [to, from])?;
    }
    Ok(())
}

/// Everything that rows are named by.
pub(super) fn keys(file: &Connection) -> Result<Vec<String>> {
    let mut parts = vec!["SELECT key FROM briefing".to_owned()];
    let of_table = |(table, _)| format!("SELECT briefing FROM {table}");
    parts.extend(tables(file)?.into_iter().map(of_table));
    let mut query = file.prepare(&parts.join(" UNION "))?;
    let keys = query.query_map([], |row| row.get(0))?;
    // A name that is no text leads nowhere.
    Ok(keys.filter_map(Result::ok).collect())
}

/// Removes every row of a briefing.
fn remove_rows(file: &Connection, key: &str) -> Result<()> {
    for (table, _) in tables(file)? {
        file.execute(&format!("DELETE FROM {table} WHERE briefing = ?1"), [key])?;
    }
    Ok(())
}

/// Gives `to` every row of `from`, which then has nothing. Where both have the one thing of a kind, a place
/// or a bookmark's letter, that of `to` stays; of a note that both have in other words there are two.
pub(super) fn merge(file: &Connection, from: &str, to: &str) -> Result<()> {
    let query = "UPDATE bookmark SET mark = NULL WHERE briefing = ?1
         AND mark IN (SELECT mark FROM bookmark WHERE briefing = ?2)";
    file.execute(query, [from, to])?;
    for table in ["note", "draft"] {
        let query = format!(
            "UPDATE {table} SET id = lower(hex(randomblob(16))) WHERE briefing = ?1
             AND EXISTS (SELECT 1 FROM {table} AS other WHERE other.briefing = ?2
                         AND other.id = {table}.id AND other.text <> {table}.text)"
        );
        file.execute(&query, [from, to])?;
    }
    copy_rows(file, from, to)?;
    remove_rows(file, from)?;
    file.execute("DELETE FROM briefing WHERE key = ?1", params![from])?;
    Ok(())
}
