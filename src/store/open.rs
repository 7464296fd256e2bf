//! How the file is come by.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Error, ErrorCode, MAIN_DB, OpenFlags};

use crate::base::why;

use super::error::is_damage;
use super::path::{BESIDE, folder_of, with};
use super::set_aside::set_aside;
use super::unsaved::{self, TakenIn, UnsavedFile};
use super::{SetAside, StoreError, load, mend, schema};

/// How long whoever has nothing else to do waits for another reader's writing. It takes milliseconds.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// A file that was opened.
pub(super) struct OpenedStore {
    pub(super) file: Connection,
    /// Why it can only be read, if so.
    pub(super) fixed: Option<StoreError>,
    /// What was there before and is damaged.
    pub(super) aside: Option<SetAside>,
    /// What earlier sessions could not save, and could not be taken in now either.
    pub(super) unsaved: Vec<UnsavedFile>,
}

/// Opens the file at `path`.
///
/// It is not read or opened here other than by `SQLite`, nor closed: on Unix the locks of all
/// connections of a process to a file are gone when the process closes the file once.
///
/// Waits for as long as `patience`, a few times, for another reader that writes.
pub(super) fn open(path: &Path, patience: Duration) -> Result<OpenedStore, StoreError> {
    let folder = folder_of(path);
    make_folder(folder)
        .map_err(|error| StoreError::Folder { path: folder.to_owned(), why: why(&error) })?;
    let _alone = lock(folder, path, patience)?;
    make_file(path)?;
    tighten(path);
    match writable(path, patience) {
        Ok(mut file) => {
            let aside = mend::take_out_bad_rows(&mut file, path);
            let aside = aside.map(|(copy, rows)| SetAside::rows(copy, rows));
            Ok(OpenedStore::writable(file, path, aside, patience))
        }
        Err(Refusal::Damaged) => {
            let aside = set_aside(path)?;
            make_file(path)?;
            let mut file = writable(path, patience).map_err(|refusal| refusal.told(path))?;
            let is_read = mend::salvage(&aside.path, &mut file).unwrap_or(false);
            let aside = if is_read { aside.with_part_read() } else { aside };
            Ok(OpenedStore::writable(file, path, Some(aside), patience))
        }
        Err(refusal) if refusal.lets_read() => match readable(path, patience) {
            Ok(file) => {
                let (fixed, unsaved) = (Some(refusal.told(path)), unsaved::read_all(path));
                Ok(OpenedStore { file, fixed, aside: None, unsaved })
            }
            Err(newer @ Refusal::Newer(_)) => Err(newer.told(path)),
            Err(_) => Err(refusal.told(path)),
        },
        Err(refusal) => Err(refusal.told(path)),
    }
}

impl OpenedStore {
    /// A file that can be written: what stands beside it is taken in.
    fn writable(
        mut file: Connection,
        path: &Path,
        aside: Option<SetAside>,
        patience: Duration,
    ) -> Self {
        let TakenIn { left, damaged, refusal: _ } = unsaved::take_in(path, &mut file, patience);
        let aside = aside.or(damaged.map(SetAside::unsaved));
        Self { file, fixed: None, aside, unsaved: left }
    }
}

/// Why a file cannot be used to keep things in.
pub(super) enum Refusal {
    Newer(i64),
    Damaged,
    ReadOnly,
    Other(Error),
}

impl Refusal {
    pub(super) fn told(self, path: &Path) -> StoreError {
        let path = path.to_owned();
        match self {
            Self::Newer(found) => StoreError::Newer { path, found, known: schema::known() },
            Self::Damaged => StoreError::Damaged { path },
            Self::ReadOnly => StoreError::ReadOnly { path },
            Self::Other(error) => StoreError::of(&path, &error),
        }
    }

    /// Whether the file may be readable all the same.
    fn lets_read(&self) -> bool {
        let Self::Other(error) = self else { return matches!(self, Self::ReadOnly) };
        matches!(error.sqlite_error_code(), Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure))
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        match error.sqlite_error_code() {
            _ if is_damage(&error) => Self::Damaged,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly) => {
                Self::ReadOnly
            }
            _ => Self::Other(error),
        }
    }
}

/// The file to be read and written, sound and of the newest version.
pub(super) fn writable(path: &Path, patience: Duration) -> Result<Connection, Refusal> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut file = Connection::open_with_flags(path, flags)?;
    file.busy_timeout(patience)?;
    // A file that turns out to be newer or damaged is closed as it is, with its log.
    file.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    known_version(&file)?;
    sound(&file)?;
    if file.is_readonly(MAIN_DB)? {
        return Err(Refusal::ReadOnly);
    }
    // Where a log beside the file does not work, the mode stays what it was, which is as safe.
    file.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // With a log beside the file, NORMAL keeps everything that was saved when the program is
    // killed, for then it is in the system's hands. Only when the power fails may the last
    // moments be lost, and the file is sound all the same. FULL would guard these too and wait
    // for the disk at every keystroke of a note.
    file.pragma_update(None, "synchronous", "NORMAL")?;
    schema::migrate(&mut file)?;
    load::load(&file, "")?; // a file that has the version and not the tables fails here
    file.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(file)
}

/// The file to be read only.
///
/// Where its folder cannot be written, the log's index cannot be made, and `SQLite` only reads
/// the file if it is told that nobody changes it. What a killed reader left in the log is then
/// not seen, but kept.
fn readable(path: &Path, patience: Duration) -> Result<Connection, Refusal> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let plain = Connection::open_with_flags(path, flags)?;
    plain.busy_timeout(patience)?;
    match of_newest_version(plain) {
        Ok(file) => return Ok(file),
        Err(newer @ Refusal::Newer(_)) => return Err(newer),
        Err(_) => {}
    }
    let flags = flags | OpenFlags::SQLITE_OPEN_URI;
    let unchanged = Connection::open_with_flags(unchanging(path), flags)?;
    known_version(&unchanged)?;
    sound(&unchanged)?;
    of_newest_version(unchanged)
}

/// A file that is only read, or what one of an earlier version holds, in memory and of the newest: that
/// one cannot be brought to it where it is.
fn of_newest_version(file: Connection) -> Result<Connection, Refusal> {
    known_version(&file)?;
    if (1..schema::known()).contains(&schema::version(&file)?) {
        let mut newest = Connection::open_in_memory()?;
        schema::migrate(&mut newest)?;
        mend::take_over(&file, &mut newest)?;
        return Ok(newest);
    }
    load::load(&file, "")?;
    Ok(file)
}

/// The name of a file for `SQLite` that nobody changes while it is open: no log is made for it and no lock taken.
pub(super) fn unchanging(path: &Path) -> String {
    format!("file:{}?immutable=1", escaped(path))
}

/// A path as it is written in a URI.
fn escaped(path: &Path) -> String {
    let escape = |b: u8| match b {
        b'/' | b'-' | b'_' | b'.' => char::from(b).to_string(),
        b if b.is_ascii_alphanumeric() => char::from(b).to_string(),
        b => format!("%{b:02X}"),
    };
    path.as_os_str().as_encoded_bytes().iter().copied().map(escape).collect()
}

fn known_version(file: &Connection) -> Result<(), Refusal> {
    match schema::version(file)? {
        version if version > schema::known() => Err(Refusal::Newer(version)),
        version if version < 0 => Err(Refusal::Damaged),
        _ => Ok(()),
    }
}

fn sound(file: &Connection) -> Result<(), Refusal> {
    let said: String = file.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if said == "ok" { Ok(()) } else { Err(Refusal::Damaged) }
}

/// Holds the folder, so that of several readers that start at once one makes, mends or sets
/// aside the file. Where a folder cannot be locked, that is done without.
pub(super) fn lock(
    folder: &Path,
    path: &Path,
    patience: Duration,
) -> Result<Option<File>, StoreError> {
    let Ok(handle) = File::open(folder) else { return Ok(None) };
    let end = Instant::now() + patience;
    loop {
        match handle.try_lock() {
            Ok(()) => return Ok(Some(handle)),
            Err(fs::TryLockError::Error(_)) => return Ok(None),
            Err(fs::TryLockError::WouldBlock) if Instant::now() < end => {
                thread::sleep(Duration::from_millis(10));
            }
            Err(fs::TryLockError::WouldBlock) => {
                return Err(StoreError::Busy { path: path.to_owned() });
            }
        }
    }
}

/// Makes the folder if it is not there, for nobody but the reader.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes the file if it is not there, for nobody but the reader. What `SQLite` puts beside it
/// gets the same permissions.
fn make_file(path: &Path) -> Result<(), StoreError> {
    let mut options = File::options();
    options.write(true).create_new(true);
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => is_file(path),
        Err(_) if path.is_file() => Ok(()),
        Err(error) => Err(refused(path, &error)),
    }
}

/// Takes away from all others what they may do with the file. Of somebody else's nothing can be taken.
fn tighten(path: &Path) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    for file in [path.to_owned()].into_iter().chain(BESIDE.iter().map(|end| with(path, end))) {
        let Ok(meta) = fs::metadata(&file) else { continue };
        if meta.is_file() && meta.mode() & 0o077 != 0 {
            let _ = fs::set_permissions(&file, fs::Permissions::from_mode(meta.mode() & 0o700));
        }
    }
}

fn is_file(path: &Path) -> Result<(), StoreError> {
    let meta = fs::metadata(path);
    let meta =
        meta.map_err(|error| StoreError::Unopenable { path: path.to_owned(), why: why(&error) })?;
    if meta.is_file() { Ok(()) } else { Err(StoreError::NotAFile { path: path.to_owned() }) }
}

fn refused(path: &Path, error: &io::Error) -> StoreError {
    let path = path.to_owned();
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full { path },
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly { path }
        }
        _ => StoreError::Unopenable { path, why: why(error) },
    }
}
