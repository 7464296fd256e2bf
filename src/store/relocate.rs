//! Making what is kept on one briefing that of another.

use rusqlite::{Connection, Result, TransactionBehavior, params};

use super::identity::Identity;
use super::recognise::{key_at, put};
use super::tables::{copy_rows, remove_rows};

/// Gives the briefing `to` all that is kept under the key `from`, which then has nothing. Where both
/// have the one thing of a kind, a place or a bookmark's letter, that of `to` stays; of a note that both
/// have in other words there are two.
pub(super) fn relocate(file: &mut Connection, from: &str, to: &Identity) -> Result<()> {
    let transaction = file.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let key = match key_at(&transaction, &to.home.name())? {
        // It is there already.
        Some(key) if key == from => return Ok(()),
        Some(key) => {
            merge(&transaction, from, &key)?;
            key
        }
        None => from.to_owned(),
    };
    put(&transaction, &key, to)?;
    transaction.commit()
}

fn merge(file: &Connection, from: &str, to: &str) -> Result<()> {
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
