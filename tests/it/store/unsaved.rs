//! What could not be saved, in a file beside the state file.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;
use std::thread;

use attache::model::kept::{Anchor, Change, Position, Preference};
use attache::store::{Reset, Store, UnsavedChange};
use rusqlite::Connection;

use crate::common::state::{Folder, bookmark, draft, highlight, put_note, texts};

/// Leaves changes to the briefing `b` beside the state file.
fn leave(folder: &Folder, changes: &[Change]) -> PathBuf {
    fs::create_dir_all(folder.file().parent().unwrap()).unwrap();
    let of_b =
        |change: &Change| UnsavedChange { home: "b".to_owned(), key: None, change: change.clone() };
    let unsaved: Vec<UnsavedChange> = changes.iter().map(of_b).collect();
    Store::put_beside(&folder.file(), &unsaved).unwrap()
}

/// The files beside the state file that are not `SQLite`'s.
fn beside(folder: &Folder) -> Vec<String> {
    let mut names = folder.names();
    names.retain(|name| !["", "-wal", "-shm"].contains(&name.trim_start_matches("state.sqlite3")));
    names
}

fn position(section: &str, at: i64) -> Change {
    let anchor = Anchor { section: section.to_owned(), ..Anchor::default() };
    Change::Position(Position { anchor, line: 0, at })
}

#[test]
fn it_is_taken_in_at_the_next_start_and_then_gone() {
    let folder = Folder::new();
    let all = [
        put_note("n", "", "of \"mine\"\nand 협정"),
        Change::PutDraft(draft("d", "half a thou")),
        Change::PutBookmark(bookmark("x", Some('a'))),
        Change::PutHighlight(highlight("h")),
        Change::Read("one/p1".to_owned(), 7),
        Change::Chosen("key".to_owned(), 8),
        Change::Preference(Preference::Measure(60)),
        position("two", 9),
    ];
    let path = leave(&folder, &all);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let kept = folder.kept();
    assert_eq!(beside(&folder), [""; 0]);
    assert_eq!(kept, folder.kept());
    // The same as if it had been saved at once.
    let other = Folder::new();
    other.open().save("b", &all).unwrap();
    assert_eq!(kept, other.kept());
}

#[test]
fn many_that_start_at_once_take_it_in_once() {
    let folder = Folder::new();
    folder.open();
    for n in 0..8 {
        let chosen = Change::Chosen("key".to_owned(), n);
        leave(&folder, &[put_note(&n.to_string(), "", "text"), chosen]);
    }
    let open = || {
        let path = folder.file();
        thread::spawn(move || Store::open(&path).unwrap().0.load("b").unwrap())
    };
    for reader in [open(), open(), open(), open()] {
        let kept = reader.join().unwrap();
        assert_eq!((kept.notes.len(), kept.chosen["key"].count), (8, 8));
    }
    assert_eq!(beside(&folder), [""; 0]);
}

#[test]
fn one_that_was_taken_in_and_stayed_is_not_taken_in_again() {
    let folder = Folder::new();
    let path = leave(&folder, &[put_note("n", "", "text")]);
    let (name, bytes) = (path.file_name().unwrap().to_str().unwrap(), fs::read(&path).unwrap());
    folder.open().save("b", &[]).unwrap();
    // As if the reader had been killed between the two.
    fs::write(&path, bytes).unwrap();
    let file = Connection::open(folder.file()).unwrap();
    file.execute("INSERT INTO taken_in VALUES (?1)", [name]).unwrap();
    file.execute("DELETE FROM note", []).unwrap();
    assert_eq!(texts(&folder.kept()), [""; 0]);
    assert_eq!(beside(&folder), [""; 0]);
}

#[test]
fn while_another_writes_it_is_read_and_stays() {
    let folder = Folder::new();
    folder.open().save("b", &[put_note("m", "", "saved")]).unwrap();
    leave(&folder, &[put_note("n", "", "not saved")]);
    let other = Connection::open(folder.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(texts(&folder.kept()), ["not saved", "saved"]);
    assert_eq!(beside(&folder).len(), 1);
    other.execute_batch("ROLLBACK").unwrap();
    let mut store = folder.open();
    assert_eq!(texts(&store.load("b").unwrap()), ["not saved", "saved"]);
    assert_eq!(beside(&folder), [""; 0]);
    store.save("b", &[Change::RemoveNote { id: "n".into(), base: "not saved".into() }]).unwrap();
    assert_eq!(texts(&folder.kept()), ["saved"]);
}

#[test]
fn a_later_place_stays() {
    let folder = Folder::new();
    folder.open().save("b", &[position("later", 20)]).unwrap();
    leave(&folder, &[position("earlier", 10), put_note("n", "", "text")]);
    let kept = folder.kept();
    assert_eq!(kept.position.unwrap().anchor.section, "later");
    assert_eq!(kept.notes.len(), 1);
}

#[test]
fn what_another_wrote_since_is_kept_beside_it() {
    let folder = Folder::new();
    let mut other = folder.open();
    other.save("b", &[put_note("n", "", "old")]).unwrap();
    leave(&folder, &[put_note("n", "old", "mine")]);
    other.save("b", &[put_note("n", "old", "yours")]).unwrap();
    assert_eq!(texts(&folder.kept()), ["mine", "yours"]);
}

/// A file of version 1, to the letter: whoever changes what is in it keeps reading this.
const FIRST_VERSION: &str = r#"{"unsaved":1}
{"home":"b","key":null,"change":{"PutNote":{"note":{"id":"n","anchor":{"section":"one","block":"p1","opening":"The treaty","quote":{"exact":"words","prefix":"of ","suffix":"."}},"text":"text","made":1,"changed":2},"base":""}}}
{"home":"b","key":null,"change":{"PutDraft":{"id":"d","note":null,"base":"","anchor":{"section":"one","block":"p1","opening":"The treaty","quote":null},"text":"half","made":3}}}
{"home":"b","key":null,"change":{"PutBookmark":{"id":"x","mark":"a","label":"","anchor":{"section":"one","block":"p1","opening":"The treaty","quote":null},"made":4}}}
{"home":"b","key":null,"change":{"Position":{"anchor":{"section":"one","block":"p1","opening":"The treaty","quote":null},"line":2,"at":9}}}
{"home":"b","key":null,"change":{"Preference":{"Theme":"light"}}}
{"home":"b","key":null,"change":{"Read":["one/p1",7]}}
"#;

/// A file beside the state file that has `lines`.
fn with_file(name: &str, lines: &str) -> Folder {
    let folder = Folder::new();
    let path = folder.file().with_file_name(format!("state.sqlite3.unsaved-{name}"));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, lines).unwrap();
    folder
}

const NAME: &str = "0123456789abcdef0123456789abcdef";

#[test]
fn the_first_version_is_read() {
    let folder = with_file(NAME, FIRST_VERSION);
    let kept = folder.kept();
    assert_eq!((texts(&kept), kept.drafts.len(), kept.bookmarks.len()), (vec!["text"], 1, 1));
    assert_eq!((kept.position.unwrap().line, kept.read.len()), (2, 1));
    assert_eq!(kept.preferences.theme.as_deref(), Some("light"));
}

#[test]
fn a_newer_version_is_left_alone() {
    let folder = with_file(NAME, &FIRST_VERSION.replace(":1}\n", ":2}\n"));
    assert_eq!(texts(&folder.kept()), [""; 0]);
    assert_eq!(beside(&folder).len(), 1);
}

#[test]
fn one_bad_line_costs_one_line() {
    let folder = with_file(NAME, &FIRST_VERSION.replace("\"half\"", "\u{FFFD}"));
    let (store, aside) = Store::open(&folder.file()).unwrap();
    let path = aside.unwrap().path;
    assert!(path.ends_with(format!("state.sqlite3.unsaved-{NAME}.damaged-1")), "{path:?}");
    let kept = store.load("b").unwrap();
    assert_eq!((texts(&kept), kept.drafts.len(), kept.bookmarks.len()), (vec!["text"], 0, 1));
    // It is said once.
    drop(store);
    folder.open();
    assert!(path.exists());
}

#[test]
fn what_was_not_left_by_a_reader_is_left_alone() {
    for name in ["", "1", "0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcdef0"] {
        let folder = with_file(name, FIRST_VERSION);
        assert_eq!(texts(&folder.kept()), [""; 0]);
        assert_eq!(beside(&folder).len(), 1, "{name}");
    }
    let folder = with_file("elsewhere", FIRST_VERSION);
    let target = folder.file().with_file_name("state.sqlite3.unsaved-elsewhere");
    symlink(&target, target.with_file_name(format!("state.sqlite3.unsaved-{NAME}"))).unwrap();
    assert_eq!(texts(&folder.kept()), [""; 0]);
}

#[test]
fn a_reset_removes_it_too() {
    let folder = Folder::new();
    folder.open();
    leave(&folder, &[put_note("n", "", "a secret that goes")]);
    // As if somebody had been killed while leaving.
    fs::write(folder.file().with_file_name(".state.sqlite3.unsaved-x"), "another secret").unwrap();
    assert_eq!(Store::reset(&folder.file()), Ok(Reset::Emptied));
    assert_eq!(beside(&folder), [""; 0]);
    assert_eq!(texts(&folder.kept()), [""; 0]);
}

#[test]
fn a_file_that_others_may_read_is_tightened() {
    let folder = Folder::new();
    let reader = folder.open();
    let modes = || {
        let mode =
            |name| fs::metadata(folder.file().with_file_name(name)).unwrap().permissions().mode();
        folder.names().into_iter().map(|name| mode(name) & 0o777).collect::<Vec<u32>>()
    };
    for name in folder.names() {
        let path = folder.file().with_file_name(name);
        fs::set_permissions(path, fs::Permissions::from_mode(0o664)).unwrap();
    }
    folder.open();
    assert_eq!(modes(), [0o600; 3]);
    drop(reader);
}
