//! Files of earlier versions.

use std::fs;
use std::path::Path;

use attache::load;
use attache::model::kept::{Finder, Kept, Resolution};
use attache::model::{BlockIx, SectionIx};
use attache::store::{Home, Identity, Store};
use rusqlite::Connection;

use crate::common::state::{Folder, put_note, texts};

/// A file of version 1, to the letter, of a briefing `lesson` that [`LESSON`] is: whoever changes what is
/// in a file keeps reading this.
const FIRST: &str = "
    CREATE TABLE setting (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE place (briefing TEXT PRIMARY KEY, section TEXT NOT NULL, block TEXT NOT NULL,
        opening TEXT NOT NULL, exact TEXT, prefix TEXT, suffix TEXT, line INTEGER NOT NULL,
        at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE read (briefing TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (briefing, address)) STRICT, WITHOUT ROWID;
    CREATE TABLE chosen (briefing TEXT NOT NULL, key TEXT NOT NULL, count INTEGER NOT NULL,
        last INTEGER NOT NULL, PRIMARY KEY (briefing, key)) STRICT, WITHOUT ROWID;
    CREATE TABLE bookmark (briefing TEXT NOT NULL, id TEXT NOT NULL, section TEXT NOT NULL,
        block TEXT NOT NULL, opening TEXT NOT NULL, exact TEXT, prefix TEXT, suffix TEXT,
        made INTEGER NOT NULL, mark TEXT, label TEXT NOT NULL,
        PRIMARY KEY (briefing, id)) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX bookmark_mark ON bookmark (briefing, mark) WHERE mark IS NOT NULL;
    CREATE TABLE highlight (briefing TEXT NOT NULL, id TEXT NOT NULL, section TEXT NOT NULL,
        block TEXT NOT NULL, opening TEXT NOT NULL, exact TEXT, prefix TEXT, suffix TEXT,
        made INTEGER NOT NULL, PRIMARY KEY (briefing, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE note (briefing TEXT NOT NULL, id TEXT NOT NULL, section TEXT NOT NULL,
        block TEXT NOT NULL, opening TEXT NOT NULL, exact TEXT, prefix TEXT, suffix TEXT,
        made INTEGER NOT NULL, text TEXT NOT NULL, changed INTEGER NOT NULL,
        PRIMARY KEY (briefing, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE draft (briefing TEXT NOT NULL, id TEXT NOT NULL, section TEXT NOT NULL,
        block TEXT NOT NULL, opening TEXT NOT NULL, exact TEXT, prefix TEXT, suffix TEXT,
        made INTEGER NOT NULL, note TEXT, base TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (briefing, id)) STRICT, WITHOUT ROWID;
    PRAGMA user_version = 1;
    INSERT INTO setting VALUES ('measure', 60);
    INSERT INTO place VALUES ('lesson', 'one', 'p2', 'Iron rusts.', NULL, NULL, NULL, 0, 9);
    INSERT INTO read VALUES ('lesson', 'one/p1', 7);
    INSERT INTO chosen VALUES ('lesson', 'section:one', 3, 8);
    INSERT INTO bookmark VALUES ('lesson', 'b', 'one', 'p1', 'Bridges fall.', NULL, NULL, NULL, 1,
        'a', 'the fall');
    INSERT INTO highlight VALUES ('lesson', 'h', 'one', 'p2', 'Iron rusts.', 'rusts', 'Iron ', '.', 2);
    INSERT INTO note VALUES ('lesson', 'n', 'one', 'p2', 'Iron rusts.', 'Iron', '', ' rusts.', 3,
        'Slowly.', 3);
    INSERT INTO draft VALUES ('lesson', 'd', 'one', 'p1', 'Bridges fall.', NULL, NULL, NULL, 4, NULL,
        '', 'Which');";

const LESSON: &str = "format: 1\ntitle: A lesson\nsections:\n  - id: one\n    title: One\n    body:\n      \
    - text: Bridges fall.\n      - text: Iron rusts.\n      - text: Ropes fray.\n";

/// Makes such a file.
pub(super) fn make_first(file: &Path) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    Connection::open(file).unwrap().execute_batch(FIRST).unwrap();
}

/// How much of each kind there is, and where the reader was.
fn counts(kept: &Kept) -> [usize; 7] {
    let Kept { position, read, bookmarks, highlights, notes, drafts, chosen, .. } = kept;
    let place = usize::from(position.is_some());
    [place, read.len(), bookmarks.len(), highlights.len(), notes.len(), drafts.len(), chosen.len()]
}

#[test]
fn a_file_of_the_first_version_is_brought_to_the_newest() {
    let folder = Folder::new();
    make_first(&folder.file());
    let briefing =
        load::from_files("lesson", [("briefing.yaml", LESSON.as_bytes())]).briefing.unwrap();
    let identity = Identity::of(Home::Path("/lesson.yaml".into()), &briefing);
    let mut store = folder.open();
    // What was known by the id alone is the briefing's that has the words.
    assert_eq!(store.take_in(&identity, Path::exists).unwrap(), "lesson");
    let kept = store.load("lesson").unwrap();
    assert_eq!(counts(&kept), [1; 7]);
    assert_eq!(kept.preferences.measure, Some(60));
    let (finder, first) = (Finder::new(&briefing), SectionIx::new(0));
    let (block, bytes) = (BlockIx::new(first, 1), Some(0..4));
    assert_eq!(finder.find(&kept.notes[0].anchor), Resolution::At { block, bytes });
    store.save("lesson", &[put_note("m", "", "new")]).unwrap();
    drop(store);
    assert_eq!(texts(&folder.open().load("lesson").unwrap()), ["Slowly.", "new"]);
}

#[test]
fn a_bad_row_of_the_first_version_costs_one_row() {
    let folder = Folder::new();
    make_first(&folder.file());
    let file = Connection::open(folder.file()).unwrap();
    file.execute_batch("UPDATE draft SET text = CAST(x'ff' AS TEXT)").unwrap();
    drop(file);
    let (store, aside) = Store::open(&folder.file()).unwrap();
    assert!(aside.unwrap().to_string().starts_with("1 thing that you left could not be read"));
    assert_eq!(counts(&store.load("lesson").unwrap()), [1, 1, 1, 1, 1, 0, 1]);
}
