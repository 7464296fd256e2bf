//! Which briefing is which, whatever it is called and wherever it goes.

use std::fs;
use std::path::{Path, PathBuf};

use attache::load;
use attache::model::Briefing;
use attache::model::kept::{Anchor, Change, Kept};
use attache::store::{Home, Identity, Store, UnsavedChange};

use crate::common::state::{Folder, bookmark, note, put_note, texts};

/// A folder with briefings and a state file, and a store that is open.
struct Desk {
    folder: Folder,
    store: Store,
}

/// Four paragraphs that have nothing in common with [`FRIDAY`].
const MONDAY: &[&str] = &["Bridges fall.", "Iron rusts.", "Ropes fray.", "Stones stay."];
const FRIDAY: &[&str] = &["Ships sail.", "Wind turns.", "Tides wait.", "Ports close."];

fn briefing(id: &str, paragraphs: &[&str]) -> Briefing {
    let yaml = yaml(paragraphs);
    load::from_files(id, [("briefing.yaml", yaml.as_bytes())]).briefing.unwrap()
}

fn yaml(paragraphs: &[&str]) -> String {
    let text = |paragraph: &&str| format!("      - {{text: \"{paragraph}\"}}\n");
    let body: String = paragraphs.iter().map(text).collect();
    format!("format: 1\ntitle: A lesson\nsections:\n  - id: one\n    title: One\n    body:\n{body}")
}

impl Desk {
    fn new() -> Self {
        let folder = Folder::new();
        let store = folder.open();
        Self { folder, store }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.0.path().join(path)
    }

    fn write(&self, path: &str, paragraphs: &[&str]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, yaml(paragraphs)).unwrap();
    }

    fn identity(&self, path: &str) -> Identity {
        let path = self.path(path);
        Identity::of(Home::at(&path), &load::open(&path).briefing.unwrap())
    }

    /// Opens the briefing at a path, and answers with the key of what is kept on it.
    fn open(&mut self, path: &str) -> String {
        let identity = self.identity(path);
        self.store.take_in(&identity, Path::exists).unwrap()
    }

    fn leave(&mut self, path: &str, text: &str) {
        let key = self.open(path);
        self.store.save(&key, &[put_note(text, "", text)]).unwrap();
    }

    fn notes(&mut self, path: &str) -> Vec<String> {
        let key = self.open(path);
        let kept = self.store.load(&key).unwrap();
        kept.notes.into_iter().map(|note| note.text).collect()
    }

    fn rename(&self, from: &str, to: &str) {
        let to = self.path(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::rename(self.path(from), to).unwrap();
    }
}

/// What becomes of a note on `before` when the briefing is at another path, and says `after` there.
/// Answers with the notes there and at the old path.
#[track_caller]
fn check(stays: bool, before: &[&str], after: &[&str], there: &[&str], here: &[&str]) {
    let mut desk = Desk::new();
    desk.write("a/lesson.yaml", before);
    desk.leave("a/lesson.yaml", "mine");
    if !stays {
        fs::remove_file(desk.path("a/lesson.yaml")).unwrap();
    }
    desk.write("b/lesson.yaml", after);
    assert_eq!(desk.notes("b/lesson.yaml"), there);
    desk.write("a/lesson.yaml", before);
    assert_eq!(desk.notes("a/lesson.yaml"), here);
}

#[test]
fn two_files_with_one_name_are_two() {
    check(true, MONDAY, FRIDAY, &[], &["mine"]);
    check(false, MONDAY, FRIDAY, &[], &["mine"]);
}

#[test]
fn a_copy_begins_with_what_was_kept() {
    check(true, MONDAY, MONDAY, &["mine"], &["mine"]);
    // Half of it says something else.
    let edited = &["Bridges fall.", "Iron rusts.", "New.", "New, too."];
    check(true, MONDAY, edited, &["mine"], &["mine"]);
    // More than half of it does.
    let other = &["Bridges fall.", "New.", "New, too.", "New as well."];
    check(true, MONDAY, other, &[], &["mine"]);
    // Only the ends of its paragraphs do, behind the first 32 characters.
    let long = "A beginning of more than thirty-two characters, and";
    let (one, other) = (format!("{long} then this."), format!("{long} then that."));
    check(true, &[&one], &[&other], &["mine"], &["mine"]);
    // It is a part of a longer one, and that is another.
    check(true, &MONDAY[..1], MONDAY, &[], &["mine"]);
    check(true, &MONDAY[..2], MONDAY, &["mine"], &["mine"]);
}

#[test]
fn one_that_was_moved_takes_along_what_was_kept() {
    // What is put at the old path afterwards is a copy of it.
    check(false, MONDAY, MONDAY, &["mine"], &["mine"]);
    let mut desk = Desk::new();
    desk.write("a/lesson.yaml", MONDAY);
    desk.leave("a/lesson.yaml", "mine");
    desk.rename("a", "deep/down/b");
    desk.write("deep/down/b/lesson.yaml", &[MONDAY[0], MONDAY[1], "Iron bends."]);
    assert_eq!(desk.notes("deep/down/b/lesson.yaml"), ["mine"]);
    desk.rename("deep/down/b/lesson.yaml", "other.yaml");
    desk.leave("other.yaml", "more");
    assert_eq!(desk.notes("other.yaml"), ["mine", "more"]);
    desk.write("a/lesson.yaml", FRIDAY);
    assert_eq!(desk.notes("a/lesson.yaml"), [""; 0]);
}

#[test]
fn the_same_path_is_the_same_briefing_however_it_is_edited() {
    let mut desk = Desk::new();
    desk.write("a.yaml", MONDAY);
    desk.leave("a.yaml", "mine");
    desk.write("a.yaml", FRIDAY);
    assert_eq!(desk.notes("a.yaml"), ["mine"]);
    desk.write("a.yaml", &[]);
    assert_eq!(desk.notes("a.yaml"), ["mine"]);
    // It is known by what it says now.
    desk.write("a.yaml", FRIDAY);
    desk.open("a.yaml");
    desk.rename("a.yaml", "b.yaml");
    assert_eq!(desk.notes("b.yaml"), ["mine"]);
}

#[test]
fn however_the_path_is_written_it_is_one() {
    let mut desk = Desk::new();
    desk.write("a/lesson.yaml", MONDAY);
    desk.leave("a/lesson.yaml", "mine");
    std::os::unix::fs::symlink(desk.path("a"), desk.path("link")).unwrap();
    std::os::unix::fs::symlink(desk.path("a/lesson.yaml"), desk.path("other.yaml")).unwrap();
    let key = desk.open("a/lesson.yaml");
    for path in ["link/lesson.yaml", "a/../link/./lesson.yaml", "other.yaml"] {
        assert_eq!(desk.open(path), key, "{path}");
    }
    // What is gone is found by what is left of its path.
    let home = Home::at(&desk.path("a/lesson.yaml"));
    fs::remove_file(desk.path("a/lesson.yaml")).unwrap();
    assert_eq!(Home::at(&desk.path("link/lesson.yaml")), home);
}

#[test]
fn a_copy_is_apart_from_what_it_was_copied_from() {
    let mut desk = Desk::new();
    desk.write("a.yaml", MONDAY);
    desk.leave("a.yaml", "both");
    let a = desk.open("a.yaml");
    desk.store.save(&a, &[Change::PutBookmark(bookmark("x", Some('a')))]).unwrap();
    desk.write("b.yaml", MONDAY);
    let b = desk.open("b.yaml");
    assert_eq!(desk.store.load(&b).unwrap(), desk.store.load(&a).unwrap());
    let remove = Change::RemoveNote { id: "both".to_owned(), base: "both".to_owned() };
    desk.store.save(&b, &[remove, Change::RemoveBookmark("x".to_owned())]).unwrap();
    desk.leave("a.yaml", "a alone");
    assert_eq!(desk.notes("b.yaml"), [""; 0]);
    assert_eq!(desk.notes("a.yaml"), ["a alone", "both"]);
    assert_eq!(desk.store.load(&a).unwrap().bookmarks.len(), 1);
}

#[test]
fn of_several_like_it_the_likest_is_taken_and_of_equals_the_one_that_is_gone() {
    let mut desk = Desk::new();
    desk.write("a.yaml", MONDAY);
    desk.leave("a.yaml", "a");
    desk.write("b.yaml", &[MONDAY[0], MONDAY[1], MONDAY[2], "Paint peels."]);
    desk.leave("b.yaml", "b");
    desk.write("c.yaml", MONDAY);
    assert_eq!(desk.notes("c.yaml"), ["a"]);
    desk.leave("c.yaml", "c");
    desk.rename("a.yaml", "d.yaml");
    assert_eq!(desk.notes("d.yaml"), ["a"]);
}

#[test]
fn a_reader_that_is_open_keeps_on_wherever_the_briefing_goes() {
    let mut desk = Desk::new();
    desk.write("a.yaml", MONDAY);
    let key = desk.open("a.yaml");
    desk.rename("a.yaml", "b.yaml");
    assert_eq!(desk.open("b.yaml"), key);
    desk.write("a.yaml", FRIDAY);
    assert_ne!(desk.open("a.yaml"), key);
    desk.store.save(&key, &[put_note("late", "", "late")]).unwrap();
    assert_eq!(desk.notes("b.yaml"), ["late"]);
    assert_eq!(desk.notes("a.yaml"), [""; 0]);
}

#[test]
fn what_was_kept_by_the_id_alone_goes_to_the_briefing_with_its_words() {
    let mut desk = Desk::new();
    desk.write("monday/lesson.yaml", MONDAY);
    desk.write("friday/lesson.yaml", FRIDAY);
    let old = |opening: &str| {
        let anchor = Anchor { opening: opening.to_owned(), ..Anchor::default() };
        let note = attache::model::kept::Note { anchor, ..note(opening, opening) };
        Change::PutNote { note, base: String::new() }
    };
    desk.store.save("lesson", &[old(MONDAY[0]), old(MONDAY[2]), old("What is gone.")]).unwrap();
    desk.store.save("other", &[old(MONDAY[0])]).unwrap();
    assert_eq!(desk.notes("friday/lesson.yaml"), [""; 0]);
    let expected = [MONDAY[0], MONDAY[2], "What is gone."];
    assert_eq!(desk.notes("monday/lesson.yaml"), expected);
    // It is that one's from then on, and is copied and moved with it.
    desk.write("tuesday/lesson.yaml", MONDAY);
    desk.leave("tuesday/lesson.yaml", "Zinc.");
    assert_eq!(desk.notes("monday/lesson.yaml"), expected);
    desk.rename("monday", "sunday");
    assert_eq!(desk.notes("sunday/lesson.yaml"), expected);
}

#[test]
fn two_that_open_it_at_the_same_time_keep_in_one_place() {
    for times in 0..20 {
        let mut desk = Desk::new();
        desk.write("a.yaml", MONDAY);
        desk.leave("a.yaml", "mine");
        desk.write("b.yaml", MONDAY);
        let (identity, file) = (desk.identity("b.yaml"), desk.folder.file());
        let open = || {
            let mut store = Store::open(&file).unwrap().0;
            let key = store.take_in(&identity, Path::exists).unwrap();
            (store.load(&key).unwrap().notes.len(), key)
        };
        let (one, other) = std::thread::scope(|scope| {
            let (one, other) = (scope.spawn(open), scope.spawn(open));
            (one.join().unwrap(), other.join().unwrap())
        });
        assert_eq!((&one, one.0), (&other, 1), "{times}");
    }
}

/// The keys of what is kept on these, opened one after the other.
fn keys(all: &[(Home, &[&str])]) -> Vec<String> {
    let mut desk = Desk::new();
    let identity =
        |(home, words): &(Home, &[&str])| Identity::of(home.clone(), &briefing("x", words));
    let keys = all.iter().map(identity);
    keys.map(|identity| desk.store.take_in(&identity, |_| true).unwrap()).collect()
}

#[test]
fn what_came_through_a_pipe_is_known_by_its_words() {
    let pipe = || Home::Pipe("piped/a-lesson".to_owned());
    let more = &[MONDAY[3], MONDAY[2], MONDAY[1], "New."];
    let keys = keys(&[
        (pipe(), MONDAY),
        (pipe(), FRIDAY),
        (pipe(), more),
        (Home::Pipe("piped/another-title".to_owned()), more),
        (Home::at(Path::new("/a.yaml")), MONDAY),
        (pipe(), FRIDAY),
    ]);
    assert_ne!(keys[0], keys[1]);
    assert_eq!([&keys[2], &keys[3]], [&keys[0], &keys[0]]);
    assert_eq!(keys[4], "/a.yaml");
    assert_eq!(keys[5], keys[1]);
}

#[test]
fn the_bundled_briefing_is_itself() {
    let bundled = || Home::Bundled("x".to_owned());
    let keys =
        keys(&[(bundled(), MONDAY), (Home::at(Path::new("/x")), MONDAY), (bundled(), FRIDAY)]);
    assert_eq!(keys, ["bundled/x", "/x", "bundled/x"]);
}

#[test]
fn without_a_paragraph_it_is_like_nothing() {
    let path = |path: &str| Home::at(Path::new(path));
    let keys = keys(&[(path("/a"), &[]), (path("/b"), &[]), (path("/a"), MONDAY)]);
    assert_eq!(keys, ["/a", "/b", "/a"]);
}

#[test]
fn names_that_are_no_text_are_paths_like_others() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let path = |name: &[u8]| Home::at(&Path::new("/").join(OsStr::from_bytes(name)));
    let keys =
        keys(&[(path(b"a\xFF"), MONDAY), (path(b"a\xFE"), FRIDAY), (path(b"a\xFF"), FRIDAY)]);
    assert_eq!(keys, ["bytes:/a%FF", "bytes:/a%FE", "bytes:/a%FF"]);
}

#[test]
fn what_could_not_be_saved_is_found_though_nobody_knew_yet_that_the_briefing_had_moved() {
    let mut desk = Desk::new();
    desk.write("old.yaml", MONDAY);
    let key = desk.open("old.yaml");
    desk.store.save(&key, &[put_note("n", "", "saved")]).unwrap();
    fs::rename(desk.path("old.yaml"), desk.path("new.yaml")).unwrap();
    let home = Home::at(&desk.path("new.yaml")).name();
    let unsaved = [UnsavedChange { home, key: None, change: put_note("m", "", "not saved") }];
    Store::put_beside(&desk.folder.file(), &unsaved).unwrap();
    desk.store = desk.folder.open();
    assert_eq!(desk.open("new.yaml"), key);
    assert_eq!(texts(&desk.store.load(&key).unwrap()), ["not saved", "saved"]);
}

#[test]
fn what_has_changed_is_the_same_in_memory_and_on_the_disk() {
    let versions: [&[&str]; 6] = [
        MONDAY,
        &["New.", MONDAY[0], MONDAY[1], "Ropes fray early.", MONDAY[3]],
        &["New.", "More.", MONDAY[1], "Ropes fray early and late.", MONDAY[3]],
        MONDAY,
        FRIDAY,
        &[],
    ];
    let (mut desk, mut kept) = (Desk::new(), Kept::default());
    for version in versions {
        desk.write("a.yaml", version);
        let key = desk.open("a.yaml");
        kept.last_seen.meet(&desk.identity("a.yaml").snapshot, true);
        assert_eq!(desk.store.load(&key).unwrap(), kept, "{version:?}");
        // The reader goes to the first of them.
        if let Some(address) = kept.last_seen.news.keys().next().copied() {
            let visited = Change::Visited(address);
            desk.store.save(&key, std::slice::from_ref(&visited)).unwrap();
            kept.change(&visited);
            assert_eq!(desk.store.load(&key).unwrap(), kept, "{version:?}");
        }
    }
    // In a copy that was edited, what is another than in what it was copied from is news.
    desk.write("a.yaml", MONDAY);
    desk.open("a.yaml");
    desk.write("b.yaml", &[MONDAY[0], "Iron bends.", MONDAY[2], MONDAY[3]]);
    let (a, b) = (desk.open("a.yaml"), desk.open("b.yaml"));
    let news = |key: &str| desk.store.load(key).unwrap().last_seen.news.len();
    assert_eq!((news(&a), news(&b)), (0, 1));
}

#[test]
fn an_unchanged_briefing_writes_nothing_when_it_is_opened() {
    let mut desk = Desk::new();
    desk.write("a.yaml", MONDAY);
    desk.open("a.yaml");
    let log = desk.folder.file().with_extension("sqlite3-wal");
    let before = fs::metadata(&log).unwrap().len();
    desk.open("a.yaml");
    assert_eq!(fs::metadata(&log).unwrap().len(), before);
    desk.write("a.yaml", FRIDAY);
    desk.open("a.yaml");
    assert!(fs::metadata(&log).unwrap().len() > before);
}
