//! Files that are not what they should be.

use std::fs;

use attache::store::Store;
use rusqlite::Connection;

use crate::common::state::{Folder, put_note, texts};

/// A folder with a file that has `bytes`.
fn with_file(bytes: &[u8]) -> Folder {
    let folder = Folder::new();
    fs::create_dir_all(folder.file().parent().unwrap()).unwrap();
    fs::write(folder.file(), bytes).unwrap();
    folder
}

/// Opens a file that is damaged, and checks that it is set aside as `name` and a new one works.
#[track_caller]
fn check(folder: &Folder, name: &str) {
    let (mut store, aside) = Store::open(&folder.file()).unwrap();
    let aside = aside.expect("it is set aside");
    assert_eq!(aside.path, folder.file().with_file_name(name));
    let said = format!(
        "what was kept was damaged: it is now {}, and a new file was begun",
        aside.path.display()
    );
    assert_eq!(aside.to_string(), said);
    store.save("b", &[put_note("n", "", "new")]).unwrap();
    drop(store);
    assert_eq!(texts(&folder.kept()), ["new"]);
}

#[test]
fn an_empty_file_is_filled() {
    assert_eq!(texts(&with_file(b"").kept()), [""; 0]);
}

#[test]
fn what_is_no_database_is_set_aside() {
    let folder = with_file(&b"not a database, whatever its name says".repeat(100));
    fs::write(folder.file().with_file_name("state.sqlite3-wal"), "an old log").unwrap();
    check(&folder, "state.sqlite3.damaged-1");
    let now = |name: &str| fs::read_to_string(folder.file().with_file_name(name)).unwrap();
    assert!(now("state.sqlite3.damaged-1").starts_with("not a database"));
    assert_eq!(now("state.sqlite3.damaged-1-wal"), "an old log");
    fs::write(folder.file(), "damaged again, and again no database".repeat(100)).unwrap();
    check(&folder, "state.sqlite3.damaged-2");
}

#[test]
fn a_file_with_wrong_pages_is_set_aside() {
    let folder = Folder::new();
    let mut store = folder.open();
    for n in 0..100 {
        store.save("b", &[put_note(&n.to_string(), "", &"words ".repeat(100))]).unwrap();
    }
    drop(store);
    let mut bytes = fs::read(folder.file()).unwrap();
    let half = bytes.len() / 2;
    bytes[half..half + 8192].fill(0xAA);
    fs::write(folder.file(), &bytes).unwrap();
    check(&folder, "state.sqlite3.damaged-1");
}

#[test]
fn a_file_cut_short_is_set_aside() {
    let folder = Folder::new();
    folder.open().save("b", &[put_note("n", "", "text")]).unwrap();
    let bytes = fs::read(folder.file()).unwrap();
    fs::write(folder.file(), &bytes[..bytes.len() / 2]).unwrap();
    check(&folder, "state.sqlite3.damaged-1");
}

#[test]
fn a_file_without_its_tables_is_set_aside() {
    let folder = Folder::new();
    folder.open();
    Connection::open(folder.file()).unwrap().execute_batch("DROP TABLE note").unwrap();
    check(&folder, "state.sqlite3.damaged-1");
}

#[test]
fn a_newer_file_is_left_alone() {
    let folder = Folder::new();
    folder.open();
    let file = Connection::open(folder.file()).unwrap();
    let known: i64 = file.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    file.pragma_update(None, "user_version", 700).unwrap();
    drop(file);
    let before = fs::read(folder.file()).unwrap();
    let error = Store::open(&folder.file()).err().expect("it is refused");
    let said = format!(
        "nothing is kept: {} is of version 700, newer than this attache, which knows version {known}; \
         it is left as it is, so update attache",
        folder.file().display()
    );
    assert_eq!(error.to_string(), said);
    assert_eq!(fs::read(folder.file()).unwrap(), before);
}

#[test]
fn damage_while_it_is_open_is_said() {
    let folder = Folder::new();
    let store = folder.open();
    let other = Connection::open(folder.file()).unwrap();
    other.execute_batch("DROP TABLE chosen").unwrap();
    let said = format!(
        "nothing new is kept: {} is damaged; it is set aside when attache starts again",
        folder.file().display()
    );
    assert_eq!(store.load("b").unwrap_err().to_string(), said);
}
