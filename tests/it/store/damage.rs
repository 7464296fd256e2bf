//! Files that are not what they should be.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use attache::model::kept::Change;
use attache::store::Store;
use rusqlite::Connection;

use crate::common::state::{Folder, bookmark, draft, put_note, texts};

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

/// Opens a file that is damaged, and checks that it is set aside and `rest` of its notes, or more, is in
/// the new one.
#[track_caller]
fn check_part(folder: &Folder, rest: usize) {
    let (mut store, aside) = Store::open(&folder.file()).unwrap();
    let path = aside.as_ref().expect("it is set aside").path.clone();
    assert_eq!(path, folder.file().with_file_name("state.sqlite3.damaged-1"));
    let said = format!(
        "what was kept was damaged: it is now {}, and what could be read of it was taken over",
        path.display()
    );
    assert_eq!(aside.unwrap().to_string(), said);
    store.save("b", &[put_note("new", "", "new")]).unwrap();
    drop(store);
    let kept = folder.kept();
    assert!(kept.notes.len() > rest, "{} notes", kept.notes.len());
    assert!(texts(&kept).contains(&"new"));
}

#[test]
fn a_file_with_wrong_pages_is_set_aside_and_the_others_are_read() {
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
    check_part(&folder, 50);
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
        "nothing new is kept: {} is damaged; when it is opened again it is set aside, and what can be \
         read of it is kept",
        folder.file().display()
    );
    assert_eq!(store.load("b").unwrap_err().to_string(), said);
}

/// Saves what `spoil`, a statement, then makes bad, and checks that what is said of `things` is said once,
/// that a copy of all is there, and that the good things are read and can be added to.
#[track_caller]
fn check_rows(spoil: &str, things: &str, good: &[&str]) {
    let folder = Folder::new();
    let mut store = folder.open();
    for text in ["one", "two", "three"] {
        store.save("b", &[put_note(text, "", text)]).unwrap();
    }
    store.save("b", &[Change::PutDraft(draft("d", "half"))]).unwrap();
    store.save("b", &[Change::PutBookmark(bookmark("x", None))]).unwrap();
    drop(store);
    Connection::open(folder.file()).unwrap().execute_batch(spoil).unwrap();
    let (mut store, aside) = Store::open(&folder.file()).unwrap();
    let aside = aside.expect("it is said");
    let said = format!(
        "{things} that you left could not be read; a copy of the whole file is {}, and all else is here",
        aside.path.display()
    );
    assert_eq!(aside.to_string(), said, "{spoil}");
    let mode = fs::metadata(&aside.path).unwrap().permissions().mode();
    assert_eq!((aside.path, mode & 0o777), (folder.file().with_file_name(COPY), 0o600));
    assert_eq!(texts(&store.load("b").unwrap()), good, "{spoil}");
    store.save("b", &[put_note("n", "", "zzz new")]).unwrap();
    drop(store);
    assert_eq!(texts(&folder.kept()), [good, &["zzz new"]].concat(), "{spoil}");
    let copy = Connection::open(folder.file().with_file_name(COPY)).unwrap();
    let notes = copy.query_row("SELECT count(*) FROM note", [], |row| row.get::<_, i64>(0));
    assert_eq!(notes, Ok(3), "{spoil}");
}

const COPY: &str = "state.sqlite3.damaged-1";

#[test]
fn one_bad_row_costs_one_row() {
    let all = ["one", "three", "two"];
    // A byte that is no UTF-8, wherever it stands.
    for column in ["text", "section", "opening", "exact", "suffix"] {
        let spoil = format!("UPDATE note SET {column} = CAST(x'6fff' AS TEXT) WHERE id = 'two'");
        check_rows(&spoil, "1 thing", &["one", "three"]);
    }
    let spoil = "UPDATE note SET id = CAST(x'6fff' AS TEXT), text = 'two' WHERE id = 'two'";
    check_rows(spoil, "1 thing", &["one", "three"]);
    check_rows("UPDATE draft SET base = CAST(x'ff' AS TEXT)", "1 thing", &all);
    check_rows("UPDATE bookmark SET label = CAST(x'ff' AS TEXT)", "1 thing", &all);
    check_rows("UPDATE bookmark SET briefing = CAST(x'ff' AS TEXT)", "1 thing", &all);
    check_rows("UPDATE note SET prefix = NULL WHERE id = 'one'", "1 thing", &["three", "two"]);
    check_rows("INSERT INTO read VALUES ('b', CAST(x'ff' AS TEXT), 1)", "1 thing", &all);
    check_rows("INSERT INTO setting VALUES (CAST(x'ff' AS TEXT), 1)", "1 thing", &all);
    check_rows("INSERT INTO chosen VALUES ('b', 'key', -1, 1)", "1 thing", &all);
    let two = "UPDATE note SET text = CAST(x'ff' AS TEXT) WHERE id <> 'one'";
    check_rows(two, "2 things", &["one"]);
}

#[test]
fn a_row_that_becomes_bad_while_the_file_is_open_is_passed_over() {
    let folder = Folder::new();
    let mut store = folder.open();
    store.save("b", &[put_note("one", "", "one"), put_note("two", "", "two")]).unwrap();
    let spoil = "UPDATE note SET text = CAST(x'ff' AS TEXT) WHERE id = 'two'";
    Connection::open(folder.file()).unwrap().execute_batch(spoil).unwrap();
    assert_eq!(texts(&store.load("b").unwrap()), ["one"]);
    store.save("b", &[put_note("three", "", "three")]).unwrap();
    assert_eq!(texts(&store.load("b").unwrap()), ["one", "three"]);
}

#[test]
fn without_room_for_a_copy_nothing_is_taken_out() {
    let folder = Folder::new();
    folder.open().save("b", &[put_note("one", "", "one"), put_note("two", "", "two")]).unwrap();
    let spoil = "UPDATE note SET text = CAST(x'ff' AS TEXT) WHERE id = 'two'";
    Connection::open(folder.file()).unwrap().execute_batch(spoil).unwrap();
    for n in 1..=1000 {
        fs::write(folder.file().with_file_name(format!("state.sqlite3.damaged-{n}")), "").unwrap();
    }
    assert_eq!(texts(&folder.kept()), ["one"]);
    let file = Connection::open(folder.file()).unwrap();
    let notes = file.query_row("SELECT count(*) FROM note", [], |row| row.get::<_, i64>(0));
    assert_eq!(notes, Ok(2));
}
