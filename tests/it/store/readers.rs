//! Two readers of one account at the same time.

use std::thread;

use attache::model::kept::{Change, Kept, Preference};
use attache::store::{Reset, Store};

use crate::common::state::{Folder, bookmark, draft, put_note, texts};

#[test]
fn what_two_readers_do_in_turn_is_all_kept() {
    let folder = Folder::new();
    let (mut one, mut two) = (folder.open(), folder.open());
    for n in 0..20 {
        let (a, b) = (format!("a{n}"), format!("b{n}"));
        one.save("b", &[put_note(&a, "", &a), Change::Chosen("key".to_owned(), n)]).unwrap();
        two.save("b", &[put_note(&b, "", &b), Change::Chosen("key".to_owned(), n)]).unwrap();
    }
    one.save("b", &[Change::Preference(Preference::Theme("light".to_owned()))]).unwrap();
    two.save("b", &[Change::Preference(Preference::Measure(60))]).unwrap();
    let kept = one.load("b").unwrap();
    assert_eq!(kept, two.load("b").unwrap());
    assert_eq!((kept.notes.len(), kept.chosen["key"].count), (40, 40));
    assert_eq!(
        (kept.preferences.theme.as_deref(), kept.preferences.measure),
        (Some("light"), Some(60))
    );
}

#[test]
fn of_two_versions_of_a_note_both_are_kept() {
    let folder = Folder::new();
    let (mut one, mut two) = (folder.open(), folder.open());
    one.save("b", &[put_note("n", "", "old")]).unwrap();
    assert_eq!(one.save("b", &[put_note("n", "old", "mine")]).unwrap(), []);
    let beside = two.save("b", &[put_note("n", "old", "yours")]).unwrap();
    let kept = folder.kept();
    assert_eq!(texts(&kept), ["mine", "yours"]);
    assert_eq!(kept.notes.iter().find(|note| note.id == "n").unwrap().text, "yours");
    assert_eq!(beside.len(), 1);
    assert!(kept.notes.contains(&beside[0]) && beside[0].text == "mine");
    // Going on from one's own words is no second version, nor is saying the same.
    assert_eq!(two.save("b", &[put_note("n", "yours", "yours, too")]).unwrap(), []);
    assert_eq!(one.save("b", &[put_note("n", "mine", "yours, too")]).unwrap(), []);
}

#[test]
fn a_note_that_another_removed_comes_back_with_what_was_written_since() {
    let folder = Folder::new();
    let (mut one, mut two) = (folder.open(), folder.open());
    one.save("b", &[put_note("n", "", "old")]).unwrap();
    two.save("b", &[Change::RemoveNote { id: "n".to_owned(), base: "old".to_owned() }]).unwrap();
    one.save("b", &[put_note("n", "old", "new")]).unwrap();
    two.save("b", &[Change::RemoveNote { id: "n".to_owned(), base: "old".to_owned() }]).unwrap();
    assert_eq!(texts(&folder.kept()), ["new"]);
}

#[test]
fn a_letter_that_both_give_leaves_both_bookmarks() {
    let folder = Folder::new();
    let (mut one, mut two) = (folder.open(), folder.open());
    one.save("b", &[Change::PutBookmark(bookmark("x", Some('a')))]).unwrap();
    two.save("b", &[Change::PutBookmark(bookmark("y", Some('a')))]).unwrap();
    let marks: Vec<_> = folder.kept().bookmarks.iter().map(|b| b.mark).collect();
    assert_eq!(marks, [None, Some('a')]);
}

#[test]
fn readers_in_a_hurry_wait_for_each_other() {
    let folder = Folder::new();
    let write = |name: &'static str| {
        let path = folder.file();
        thread::spawn(move || {
            // Both make the file, or find that the other has.
            let (mut store, aside) = Store::open(&path).unwrap();
            assert_eq!(aside, None);
            for n in 0..200 {
                let id = format!("{name}{n}");
                let typed = Change::PutDraft(draft(name, &id));
                store.save("b", &[put_note(&id, "", &id), typed]).unwrap();
                store.save("b", &[Change::Chosen("key".to_owned(), n)]).unwrap();
            }
        })
    };
    let threads = ["a", "b", "c"].map(write);
    for thread in threads {
        thread.join().unwrap();
    }
    let kept = folder.kept();
    assert_eq!((kept.notes.len(), kept.drafts.len()), (600, 3));
    assert_eq!(kept.chosen["key"].count, 600);
}

#[test]
fn who_reads_during_a_reset_keeps_what_follows() {
    let folder = Folder::new();
    let mut reader = folder.open();
    reader.save("b", &[put_note("n", "", "a secret that goes")]).unwrap();
    assert_eq!(Store::reset(&folder.file()), Ok(Reset::Emptied));
    assert_eq!(reader.load("b").unwrap(), Kept::default());
    reader.save("b", &[put_note("m", "", "after it")]).unwrap();
    assert_eq!(texts(&folder.kept()), ["after it"]);
    drop(reader);
    for name in folder.names() {
        let bytes = std::fs::read(folder.file().with_file_name(name)).unwrap();
        assert!(!bytes.windows(8).any(|words| words == b"a secret"));
    }
}
