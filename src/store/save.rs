//! From changes to rows.
//!
//! Two readers at the same time lose nothing: each change writes its own row and no other, what
//! is counted is counted in the file, and of two versions of one note both are kept. A change
//! that comes twice, because it was not known whether the first try succeeded, changes nothing
//! more; only a count may then be one too high.

use rusqlite::{
    Connection, OptionalExtension, Result, Transaction, TransactionBehavior, named_params, params,
};

use crate::model::kept::{
    Anchor, Bookmark, Change, Draft, Highlight, Note, Position, Preference, Quote,
};

use super::load::{ANCHOR, to_note};
use super::news;
use super::reader_id::prefix_of;

/// Saves changes in one transaction, and returns the notes that were made of another reader's
/// words.
pub(super) fn save(file: &mut Connection, briefing: &str, changes: &[Change]) -> Result<Vec<Note>> {
    // Immediate: a transaction that begins to write only after it has read may find that another
    // has written in between, and waiting does not help it.
    let transaction = file.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let rows = BriefingRows { file: &transaction, briefing };
    let mut beside = Vec::new();
    for change in changes {
        beside.extend(rows.change(change)?);
    }
    transaction.commit()?;
    Ok(beside)
}

/// The rows of one briefing.
pub(super) struct BriefingRows<'t> {
    pub(super) file: &'t Transaction<'t>,
    pub(super) briefing: &'t str,
}

/// A value of a column.
type Column<'v> = (&'static str, &'v dyn rusqlite::ToSql);

impl BriefingRows<'_> {
    /// Makes a change of an earlier session, which left the place earlier, too.
    pub(super) fn take_in(&self, change: &Change) -> Result<()> {
        if let Change::Position(position) = change {
            let query = "SELECT 1 FROM place WHERE briefing = ?1 AND at > ?2";
            let later = params![self.briefing, position.at];
            if self.file.query_row(query, later, |_| Ok(())).optional()?.is_some() {
                return Ok(());
            }
        }
        self.change(change).map(|_| ())
    }

    fn change(&self, change: &Change) -> Result<Option<Note>> {
        match change {
            Change::PutNote { note, base } => return self.put_note(note, base),
            Change::Position(position) => self.position(position)?,
            Change::Preference(preference) => self.preference(preference)?,
            Change::Read(address, at) => self.read(address, *at)?,
            Change::Visited(address) => news::visited(self.file, self.briefing, *address)?,
            Change::Chosen(key, at) => self.chosen(key, *at)?,
            Change::PutBookmark(bookmark) => self.put_bookmark(bookmark)?,
            Change::RemoveBookmark(id) => self.remove("bookmark", id)?,
            Change::PutHighlight(highlight) => self.put_highlight(highlight)?,
            Change::RemoveHighlight(id) => self.remove("highlight", id)?,
            Change::RemoveNote { id, base } => self.remove_note(id, base)?,
            Change::PutDraft(draft) => self.put_draft(draft)?,
            Change::RemoveDraft(id) => self.remove("draft", id)?,
        }
        Ok(None)
    }

    fn preference(&self, preference: &Preference) -> Result<()> {
        let query = "INSERT INTO setting VALUES (?1, ?2)
                     ON CONFLICT DO UPDATE SET value = excluded.value";
        let name = |name: &str| prefix_of(self.briefing).to_owned() + name;
        match preference {
            Preference::Theme(chosen) => self.file.execute(query, params![name("theme"), chosen]),
            Preference::Layout(chosen) => self.file.execute(query, params![name("layout"), chosen]),
            Preference::Measure(columns) => {
                self.file.execute(query, params![name("measure"), columns])
            }
            Preference::Teacher(shown) => self.file.execute(query, params![name("teacher"), shown]),
            Preference::Hyphens(used) => self.file.execute(query, params![name("hyphens"), used]),
        }?;
        Ok(())
    }

    fn read(&self, address: &str, at: i64) -> Result<()> {
        let query = "INSERT INTO read VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.file.execute(query, params![self.briefing, address, at])?;
        Ok(())
    }

    fn chosen(&self, key: &str, at: i64) -> Result<()> {
        let query = "INSERT INTO chosen VALUES (?1, ?2, 1, ?3) ON CONFLICT DO UPDATE
                     SET count = min(count + 1, 4294967295), last = max(last, excluded.last)";
        self.file.execute(query, params![self.briefing, key, at])?;
        Ok(())
    }

    fn position(&self, position: &Position) -> Result<()> {
        self.put("place", &position.anchor, &[("line", &position.line), ("at", &position.at)])
    }

    fn put_bookmark(&self, bookmark: &Bookmark) -> Result<()> {
        let Bookmark { id, mark, label, anchor, made } = bookmark;
        let mark = mark.map(String::from);
        let query = "UPDATE bookmark SET mark = NULL
                     WHERE briefing = ?1 AND mark = ?2 AND id <> ?3";
        self.file.execute(query, params![self.briefing, mark, id])?;
        let columns: [Column; 4] = [("id", id), ("made", made), ("mark", &mark), ("label", label)];
        self.put("bookmark", anchor, &columns)
    }

    fn put_highlight(&self, highlight: &Highlight) -> Result<()> {
        let Highlight { id, anchor, made } = highlight;
        self.put("highlight", anchor, &[("id", id), ("made", made)])
    }

    fn put_draft(&self, draft: &Draft) -> Result<()> {
        let Draft { id, note, base, anchor, text, made } = draft;
        let columns: [Column; 5] =
            [("id", id), ("made", made), ("note", note), ("base", base), ("text", text)];
        self.put("draft", anchor, &columns)
    }

    /// Puts a note, and beside it the one that it would overwrite unseen.
    fn put_note(&self, note: &Note, base: &str) -> Result<Option<Note>> {
        let query = format!(
            "INSERT INTO note (briefing, id, {ANCHOR}, made, text, changed)
             SELECT briefing, lower(hex(randomblob(16))), {ANCHOR}, made, text, changed
             FROM note WHERE briefing = :briefing AND id = :id AND text NOT IN (:base, :text)
             RETURNING {ANCHOR}, id, made, text, changed"
        );
        let of = named_params! {
            ":briefing": self.briefing, ":id": note.id, ":base": base, ":text": note.text,
        };
        let beside = self.file.query_row(&query, of, to_note).optional()?;
        let Note { id, anchor, text, made, changed } = note;
        let columns: [Column; 4] =
            [("id", id), ("made", made), ("text", text), ("changed", changed)];
        self.put("note", anchor, &columns)?;
        Ok(beside)
    }

    fn remove_note(&self, id: &str, base: &str) -> Result<()> {
        let query = "DELETE FROM note WHERE briefing = ?1 AND id = ?2 AND text = ?3";
        self.file.execute(query, params![self.briefing, id, base])?;
        Ok(())
    }

    fn remove(&self, table: &str, id: &str) -> Result<()> {
        let query = format!("DELETE FROM {table} WHERE briefing = ?1 AND id = ?2");
        self.file.execute(&query, params![self.briefing, id])?;
        Ok(())
    }

    /// Puts a row that has an anchor in the place of the one with the same name.
    fn put(&self, table: &str, anchor: &Anchor, columns: &[Column]) -> Result<()> {
        let quote = anchor.quote.as_ref();
        let part = |part: fn(&Quote) -> &String| quote.map(part);
        let (exact, prefix, suffix) =
            (part(|q| &q.exact), part(|q| &q.prefix), part(|q| &q.suffix));
        let repeated = quote.is_some_and(|quote| quote.repeated);
        let own: [Column; 12] = [
            ("briefing", &self.briefing),
            ("card", &anchor.card),
            ("section", &anchor.section),
            ("block", &anchor.block),
            ("opening", &anchor.opening),
            ("exact", &exact),
            ("prefix", &prefix),
            ("suffix", &suffix),
            ("above", &anchor.above),
            ("below", &anchor.below),
            ("alike", &anchor.alike),
            ("repeated", &repeated),
        ];
        let all = || own.iter().chain(columns);
        let names: Vec<&str> = all().map(|(name, _)| *name).collect();
        let marks = vec!["?"; names.len()].join(", ");
        let query = format!("REPLACE INTO {table} ({}) VALUES ({marks})", names.join(", "));
        self.file.execute(&query, rusqlite::params_from_iter(all().map(|(_, value)| value)))?;
        Ok(())
    }
}
