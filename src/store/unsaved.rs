//! What could not be saved when a reader left: a file beside the state file, until the next start.
//!
//! The first line says what it is, and each of the others is a change with its briefing, as JSON. Such a
//! file is written whole or not at all and never again, under a name that nothing else has. Whoever opens
//! the state file next takes it in. The state file knows the names of those that it has taken in as long
//! as they are there: so each is taken in once, by whomever, and at whatever moment one is killed.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, Error, OptionalExtension, Result, TransactionBehavior};
use serde::{Deserialize, Serialize};

use crate::base::why;
use crate::model::kept::{Change, Kept};

use super::StoreError;
use super::path::{folder_of, with};
use super::recognise::key_at;
use super::save::BriefingRows;

/// What such a file's name has after that of the state file, before its own 32 digits.
const MARK: &str = ".unsaved-";
/// How long another reader's writing is waited for, which takes milliseconds.
const PATIENCE: Duration = Duration::from_millis(500);
/// The version of the lines.
const VERSION: u32 = 1;

/// The first line.
#[derive(Serialize, Deserialize)]
struct FirstLine {
    /// The version of the lines after it.
    unsaved: u32,
}

/// A change that could not be saved: each of the other lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsavedChange {
    /// The name of its briefing's home.
    pub home: String,
    /// What the briefing's rows are named by, if that was known.
    pub key: Option<String>,
    /// The change.
    pub change: Change,
}

/// What is in a file of changes that were not saved.
pub(super) struct UnsavedFile {
    path: PathBuf,
    changes: Vec<UnsavedChange>,
    /// Whether there are lines that cannot be read.
    is_damaged: bool,
}

/// Writes changes to a file beside the state file at `path`.
///
/// # Errors
/// None was written.
pub(super) fn write(
    path: &Path,
    name: u128,
    changes: &[UnsavedChange],
) -> Result<PathBuf, StoreError> {
    let beside = with(path, &format!("{MARK}{name:032x}"));
    let failed =
        |error: io::Error| StoreError::Unopenable { path: beside.clone(), why: why(&error) };
    let folder = folder_of(path);
    // Nobody but the reader may read it (tempfile makes it so), and it takes no other's place.
    let mut file =
        tempfile::Builder::new().prefix(&unfinished(path)).tempfile_in(folder).map_err(failed)?;
    let mut lines = BufWriter::new(file.as_file_mut());
    let mut put = |line: &mut dyn FnMut(&mut BufWriter<&mut File>) -> serde_json::Result<()>| {
        line(&mut lines).map_err(io::Error::from).and_then(|()| lines.write_all(b"\n"))
    };
    put(&mut |out| serde_json::to_writer(out, &FirstLine { unsaved: VERSION })).map_err(failed)?;
    for change in changes {
        put(&mut |out| serde_json::to_writer(out, change)).map_err(failed)?;
    }
    lines.flush().map_err(failed)?;
    drop(lines);
    file.as_file().sync_all().map_err(failed)?;
    file.persist_noclobber(&beside).map_err(|error| failed(error.error))?;
    sync(folder);
    Ok(beside)
}

/// All that stands beside the state file at `path`, as far as it can be read.
pub(super) fn read_all(path: &Path) -> Vec<UnsavedFile> {
    list(path).iter().filter_map(|path| read(path)).collect()
}

/// Has the system write what a folder holds. Where it does not do that for folders, nothing more can be
/// done.
fn sync(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// How the names begin of those files beside the state file at `path` that are being written, or were
/// when their writer was killed.
fn unfinished(path: &Path) -> OsString {
    let mut start = OsString::from(".");
    start.push(path.file_name().unwrap_or_default());
    start.push(MARK);
    start
}

/// All that anybody left or began to leave beside the state file at `path`.
pub(super) fn list_with_unfinished(path: &Path) -> Vec<PathBuf> {
    let start = unfinished(path);
    let is_one = |entry: &fs::DirEntry| {
        entry.file_name().as_encoded_bytes().starts_with(start.as_encoded_bytes())
    };
    let entries = fs::read_dir(folder_of(path)).into_iter().flatten().flatten();
    list(path).into_iter().chain(entries.filter(is_one).map(|entry| entry.path())).collect()
}

/// The files beside the state file at `path` that hold what could not be saved, the earliest first.
pub(super) fn list(path: &Path) -> Vec<PathBuf> {
    let Some(start) = path.file_name().map(|name| with(Path::new(name), MARK)) else {
        return Vec::new();
    };
    let is_one = |name: &str| {
        let digits = start.to_str().and_then(|start| name.strip_prefix(start));
        digits.is_some_and(|digits| {
            digits.len() == 32 && digits.bytes().all(|b| b.is_ascii_hexdigit())
        })
    };
    let entries = fs::read_dir(folder_of(path)).into_iter().flatten().flatten();
    let ours = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_one));
    // A link or a pipe is nothing that was left here.
    let ours = ours.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let since = |entry: &fs::DirEntry| entry.metadata().and_then(|meta| meta.modified()).ok();
    let mut found: Vec<_> = ours.map(|entry| (since(&entry), entry.path())).collect();
    found.sort();
    found.into_iter().map(|(_, path)| path).collect()
}

/// Reads such a file. `None` if it cannot be read now, or is of a version that is not known.
fn read(path: &Path) -> Option<UnsavedFile> {
    let mut lines = BufReader::new(File::open(path).ok()?).split(b'\n');
    let mut unsaved = UnsavedFile { path: path.to_owned(), changes: Vec::new(), is_damaged: false };
    match serde_json::from_slice::<FirstLine>(&lines.next()?.ok()?) {
        Ok(FirstLine { unsaved }) if unsaved > VERSION => return None,
        Ok(_) => {}
        Err(_) => unsaved.is_damaged = true,
    }
    for line in lines {
        match serde_json::from_slice(&line.ok()?) {
            Ok(change) => unsaved.changes.push(change),
            Err(_) => unsaved.is_damaged = true,
        }
    }
    Some(unsaved)
}

/// Takes in all that stands beside the state file at `path`, if no other reader writes for long.
pub(super) fn take_in(path: &Path, file: &mut Connection, patience: Duration) -> TakenIn {
    // What is not taken in now is as good as taken in: it is laid over what is loaded.
    let _ = file.busy_timeout(patience.min(PATIENCE));
    let taken = take_in_each(path, file);
    let _ = file.busy_timeout(patience);
    taken
}

fn take_in_each(path: &Path, file: &mut Connection) -> TakenIn {
    let mut taken = TakenIn::default();
    for unsaved in read_all(path) {
        if taken.refusal.is_some() {
            // What one cannot be taken in for, as another program's writing, holds for the next as well.
            taken.left.push(unsaved);
            continue;
        }
        match unsaved.take_in(file) {
            Ok(damaged) => taken.damaged = taken.damaged.or(damaged),
            Err(error) => {
                taken.refusal = Some(error);
                taken.left.push(unsaved);
            }
        }
    }
    taken
}

/// What came of taking in.
#[derive(Default)]
pub(super) struct TakenIn {
    /// What could not be taken in yet.
    pub(super) left: Vec<UnsavedFile>,
    /// Why not.
    pub(super) refusal: Option<Error>,
    /// Where a file is now of which not all could be read.
    pub(super) damaged: Option<PathBuf>,
}

impl UnsavedChange {
    /// What the rows of its briefing are named by. Where nobody knew and nobody does, that is the home
    /// for now: once it is known better, these rows are found (see `recognise.rs`).
    fn key(&self, file: &Connection) -> Result<String> {
        match &self.key {
            Some(key) => Ok(key.clone()),
            None => Ok(key_at(file, &self.home)?.unwrap_or_else(|| self.home.clone())),
        }
    }
}

impl UnsavedFile {
    /// Puts what was not saved over what is kept under a key.
    pub(super) fn lay_over(&self, file: &Connection, key: &str, kept: &mut Kept) -> Result<()> {
        for unsaved in &self.changes {
            if unsaved.key(file)? == key {
                kept.change_late(&unsaved.change);
            }
        }
        Ok(())
    }

    /// The briefings in which something was written or marked, each by what its rows are named by and the
    /// name of its home.
    pub(super) fn briefings(&self, file: &Connection) -> Result<BTreeSet<(String, String)>> {
        let marks = self.changes.iter().filter(|unsaved| unsaved.change.is_of_mark());
        marks.map(|unsaved| Ok((unsaved.key(file)?, unsaved.home.clone()))).collect()
    }

    /// Takes the changes in, all of them or none, and removes the file after that. Answers with the path
    /// that the file has now if not all of it could be read.
    fn take_in(&self, file: &mut Connection) -> Result<Option<PathBuf>> {
        let Some(name) = self.path.file_name().and_then(|name| name.to_str()) else {
            return Ok(None);
        };
        // Else what was taken in could be lost with the power, when the file is gone already.
        file.pragma_update(None, "synchronous", "FULL")?;
        let committed = self.commit(name, file);
        file.pragma_update(None, "synchronous", "NORMAL")?;
        committed?;
        let kept = if self.is_damaged { self.set_aside() } else { None };
        let is_gone = match &kept {
            Some(_) => true,
            None => match fs::remove_file(&self.path) {
                Ok(()) => true,
                Err(error) => error.kind() == io::ErrorKind::NotFound,
            },
        };
        if is_gone {
            sync(folder_of(&self.path));
            file.execute("DELETE FROM taken_in WHERE file = ?1", [name])?;
        }
        Ok(kept)
    }

    fn commit(&self, name: &str, file: &mut Connection) -> Result<()> {
        let transaction = file.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let query = "SELECT 1 FROM taken_in WHERE file = ?1";
        let is_known = transaction.query_row(query, [name], |_| Ok(())).optional()?.is_some();
        // Another reader may have been quicker: first it is known, then gone, then forgotten.
        if is_known || fs::symlink_metadata(&self.path).is_err() {
            return Ok(());
        }
        for unsaved in &self.changes {
            let briefing = unsaved.key(&transaction)?;
            BriefingRows { file: &transaction, briefing: &briefing }.take_in(&unsaved.change)?;
        }
        transaction.execute("INSERT INTO taken_in VALUES (?1)", [name])?;
        transaction.commit()
    }

    /// Gives the file a name under which nobody takes it in any more.
    fn set_aside(&self) -> Option<PathBuf> {
        let to = super::set_aside::free_name(&self.path)?;
        fs::rename(&self.path, &to).ok()?;
        Some(to)
    }
}
