//! Making what is kept on one briefing that of another.

use rusqlite::{Connection, Result, TransactionBehavior};

use super::identity::Identity;
use super::news;
use super::recognise::{key_at, put};
use super::tables::merge;

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
    let mut last_seen = news::load(&transaction, &key)?;
    last_seen.meet(&to.snapshot, to.whole);
    put(&transaction, &key, to, &last_seen)?;
    transaction.commit()
}
