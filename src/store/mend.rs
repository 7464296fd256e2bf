//! One bad row costs one row: what can be read of a file is read, and what cannot is set aside.
//!
//! A row is bad if a value of it is not what the schema means, such as a text that is no UTF-8, which
//! `SQLite` itself takes for sound. A file that is not sound in itself gives its rows one by one, as far
//! as its pages can be read from either end.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::types::{Value, ValueRef};
use rusqlite::{
    Connection, OpenFlags, Result, Row, Transaction, TransactionBehavior, params_from_iter,
};

use super::load;
use super::set_aside::free_name;
use super::tables::table_names;

/// A row that cannot be read.
struct BadRow {
    table: String,
    /// The columns that name it, each with its bytes.
    name: Vec<(String, Vec<u8>)>,
}

/// Takes what cannot be read out of a sound file at `path`, once there is a copy of all of it. Answers
/// with the path of that and with the number of rows; with nothing if there is no such row, or if no copy
/// can be made: then they stay, and are passed over.
pub(super) fn take_out_bad_rows(file: &mut Connection, path: &Path) -> Option<(PathBuf, usize)> {
    let bad = bad_rows(file).ok().filter(|bad| !bad.is_empty())?;
    let copy = copy(file, path)?;
    if take_out(file, &bad).is_err() {
        // They are still there, and the next to open the file says so.
        let _ = fs::remove_file(copy);
        return None;
    }
    Some((copy, bad.len()))
}

fn take_out(file: &mut Connection, bad: &[BadRow]) -> Result<()> {
    let transaction = file.transaction_with_behavior(TransactionBehavior::Immediate)?;
    remove(&transaction, bad)?;
    transaction.commit()
}

/// Copies the file, for nobody but the reader.
fn copy(file: &Connection, path: &Path) -> Option<PathBuf> {
    let to = free_name(path)?;
    let mut options = File::options();
    options.write(true).create_new(true);
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&to).ok()?;
    // Into an empty file it may be written.
    let copied = to.to_str().map(|name| file.execute("VACUUM INTO ?1", [name]));
    if copied.is_some_and(|copied| copied.is_ok()) {
        return Some(to);
    }
    let _ = fs::remove_file(&to);
    None
}

/// The rows that cannot be read.
fn bad_rows(file: &Connection) -> Result<Vec<BadRow>> {
    let mut bad = Vec::new();
    for table in table_names(file)? {
        let names = columns(file, &table, "pk > 0")?;
        let mut query = file.prepare(&format!("SELECT * FROM {table}"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            if !is_readable(&table, row) {
                let bytes = |name: &String| Ok((name.clone(), bytes(row.get_ref(name.as_str())?)));
                let name = names.iter().map(bytes).collect::<Result<_>>()?;
                bad.push(BadRow { table: table.clone(), name });
            }
        }
    }
    Ok(bad)
}

fn is_readable(table: &str, row: &Row) -> bool {
    let columns = row.as_ref().column_count();
    let is_text = |at| match row.get_ref(at) {
        Ok(ValueRef::Text(bytes)) => std::str::from_utf8(bytes).is_ok(),
        value => value.is_ok(),
    };
    (0..columns).all(is_text)
        && match table {
            "place" => load::to_position(row).is_ok(),
            "chosen" => load::to_chosen(row).is_ok(),
            "bookmark" => load::to_bookmark(row).is_ok(),
            "highlight" => load::to_highlight(row).is_ok(),
            "note" => load::to_note(row).is_ok(),
            "draft" => load::to_draft(row).is_ok(),
            "briefing" => row.get::<_, u32>("paragraphs").is_ok(),
            _ => true,
        }
}

/// What `CAST(... AS BLOB)` makes of a value.
fn bytes(value: ValueRef) -> Vec<u8> {
    match value {
        ValueRef::Null => Vec::new(),
        ValueRef::Integer(number) => number.to_string().into_bytes(),
        ValueRef::Real(number) => number.to_string().into_bytes(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.to_owned(),
    }
}

fn remove(file: &Transaction, bad: &[BadRow]) -> Result<()> {
    for BadRow { table, name } in bad {
        // A text that is no UTF-8 can only be given as bytes.
        let is_it = |(column, _): &(String, _)| format!("CAST({column} AS BLOB) = ?");
        let is_it: Vec<String> = name.iter().map(is_it).collect();
        let query = format!("DELETE FROM {table} WHERE {}", is_it.join(" AND "));
        file.execute(&query, params_from_iter(name.iter().map(|(_, bytes)| bytes)))?;
    }
    Ok(())
}

/// Puts what can be read of the damaged file at `from` into a new one. Answers whether that is
/// anything.
pub(super) fn salvage(from: &Path, file: &mut Connection) -> Result<bool> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    take_over(&Connection::open_with_flags(from, flags)?, file)
}

/// Puts what can be read of a file into one of the newest version. Answers whether that is anything.
pub(super) fn take_over(old: &Connection, file: &mut Connection) -> Result<bool> {
    let transaction = file.transaction()?;
    for table in table_names(&transaction)? {
        // What cannot be read of one table says nothing of the others.
        let _ = take_over_table(old, &transaction, &table);
    }
    remove(&transaction, &bad_rows(&transaction)?)?;
    let mut any = false;
    for table in table_names(&transaction)? {
        let query = format!("SELECT EXISTS (SELECT 1 FROM {table})");
        any |= transaction.query_row(&query, [], |row| row.get::<_, bool>(0))?;
    }
    transaction.commit()?;
    Ok(any)
}

fn take_over_table(old: &Connection, new: &Connection, table: &str) -> Result<()> {
    let known = columns(new, table, "true")?;
    let there = columns(old, table, "true")?;
    let both: Vec<&str> =
        known.iter().filter(|column| there.contains(column)).map(String::as_str).collect();
    let names = both.join(", ");
    let marks = vec!["?"; both.len()].join(", ");
    let mut insert =
        new.prepare(&format!("INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"))?;
    let key = columns(old, table, "pk > 0")?;
    for order in ["ASC", "DESC"] {
        let by: Vec<String> = key.iter().map(|column| format!("{column} {order}")).collect();
        let query = format!("SELECT {names} FROM {table} ORDER BY {}", by.join(", "));
        let mut query = old.prepare(&query)?;
        let mut rows = query.query([])?;
        loop {
            match rows.next() {
                Ok(Some(row)) => {
                    let values: Result<Vec<Value>> =
                        (0..both.len()).map(|at| row.get(at)).collect();
                    if let Ok(values) = values {
                        // What the new file does not take was not what it should be.
                        let _ = insert.execute(params_from_iter(values));
                    }
                }
                Ok(None) => return Ok(()),
                // What lies behind the bad page is reached from the other end.
                Err(_) => break,
            }
        }
    }
    Ok(())
}

/// The columns of a table for which `condition` holds.
fn columns(file: &Connection, table: &str, condition: &str) -> Result<Vec<String>> {
    let query = format!("SELECT name FROM pragma_table_info(?1) WHERE {condition} ORDER BY cid");
    file.prepare(&query)?.query_map([table], |row| row.get(0))?.collect()
}
