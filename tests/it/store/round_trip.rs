//! What is saved is loaded, and is what the same changes make in memory.

use attache::model::kept::{Change, Chosen, Ids, Kept, Position, Preference};
use attache::store::{Store, seed};
use proptest::prelude::*;

use crate::common::state::{Folder, anchor, bookmark, draft, highlight, note, put_note};

/// Saves the changes on the briefing `b`, each by itself, and returns what is kept then.
#[track_caller]
fn check(changes: &[Change]) -> Kept {
    let folder = Folder::new();
    let mut expected = Kept::default();
    let mut store = folder.open();
    for change in changes {
        assert_eq!(store.save("b", std::slice::from_ref(change)).unwrap(), []);
        expected.change(change);
        assert_eq!(store.load("b").unwrap(), expected, "after {change:?}");
    }
    drop(store);
    assert_eq!(folder.kept(), expected);
    expected
}

fn place(line: u32) -> Change {
    Change::Position(Position { anchor: anchor(""), line, at: 9 })
}

#[test]
fn nothing_is_kept_at_first() {
    assert_eq!(Folder::new().kept(), Kept::default());
}

#[test]
fn every_change_is_kept() {
    let kept = check(&[
        place(1),
        place(2),
        Change::Preference(Preference::Theme("light".to_owned())),
        Change::Preference(Preference::Theme("mono".to_owned())),
        Change::Preference(Preference::Layout("zen".to_owned())),
        Change::Preference(Preference::Measure(72)),
        Change::Preference(Preference::Teacher(true)),
        Change::Preference(Preference::Hyphens(false)),
        Change::Visited(u64::MAX),
        Change::Read("section:one/p1".to_owned(), 1),
        Change::Read("article:4".to_owned(), 2),
        Change::Read("article:4".to_owned(), 3),
        Change::PutHighlight(highlight("h")),
        put_note("n", "", "a\nb\0c"),
        put_note("n", "a\nb\0c", "조약"),
        Change::PutNote {
            note: attache::model::kept::Note { made: 0, ..note("m", "") },
            base: String::new(),
        },
        Change::PutDraft(draft("d", "t")),
        Change::PutDraft(draft("d", "ty")),
        Change::Chosen("actor:kim".to_owned(), -3),
        Change::Chosen("actor:kim".to_owned(), 8),
        Change::Chosen("actor:kim".to_owned(), 7),
    ]);
    assert_eq!(kept.chosen["actor:kim"], Chosen { count: 3, last: 8 });
    assert_eq!(kept.preferences.theme.as_deref(), Some("mono"));
    assert_eq!((kept.notes.len(), kept.notes[0].id.as_str()), (2, "m"));
}

#[test]
fn what_is_removed_is_gone() {
    let kept = check(&[
        put_note("n", "", "text"),
        Change::RemoveNote { id: "n".to_owned(), base: "text".to_owned() },
        Change::PutBookmark(bookmark("b", Some('a'))),
        Change::RemoveBookmark("b".to_owned()),
        Change::PutHighlight(highlight("h")),
        Change::RemoveHighlight("h".to_owned()),
        Change::PutDraft(draft("d", "t")),
        Change::RemoveDraft("d".to_owned()),
        Change::RemoveDraft("d".to_owned()),
    ]);
    assert_eq!(kept, Kept::default());
}

#[test]
fn a_letter_leads_to_the_bookmark_that_had_it_last() {
    let kept = check(&[
        Change::PutBookmark(bookmark("b", Some('a'))),
        Change::PutBookmark(bookmark("c", Some('ㄱ'))),
        Change::PutBookmark(bookmark("d", None)),
        Change::PutBookmark(bookmark("e", Some('a'))),
        Change::PutBookmark(bookmark("e", Some('a'))),
    ]);
    let marks: Vec<_> = kept.bookmarks.iter().map(|b| (b.id.as_str(), b.mark)).collect();
    assert_eq!(marks, [("b", None), ("c", Some('ㄱ')), ("d", None), ("e", Some('a'))]);
}

#[test]
fn briefings_are_kept_apart_and_settings_are_for_all() {
    let folder = Folder::new();
    let mut store = folder.open();
    let theme = Change::Preference(Preference::Theme("light".to_owned()));
    store.save("b", &[put_note("n", "", "one"), place(1), theme]).unwrap();
    store.save("c", &[put_note("n", "", "two")]).unwrap();
    assert_eq!(store.load("b").unwrap().notes[0].text, "one");
    let other = store.load("c").unwrap();
    assert_eq!((other.notes[0].text.as_str(), other.position), ("two", None));
    assert_eq!(store.load("").unwrap().preferences.theme.as_deref(), Some("light"));
}

#[test]
fn recent_choices_weigh_more() {
    let now = 1_000_000_000;
    let weight = |count, age| Chosen { count, last: now - age }.weight(now);
    assert_eq!(weight(1, 0), 16);
    assert_eq!(weight(1, -60), 16);
    assert_eq!(weight(2, 2 * 60 * 60), 16);
    assert_eq!(weight(1, 3 * 24 * 60 * 60), 4);
    assert_eq!(weight(1, 10 * 24 * 60 * 60), 2);
    assert_eq!(weight(3, 99 * 24 * 60 * 60), 3);
    assert_eq!(Chosen { count: u32::MAX, last: i64::MIN }.weight(i64::MAX), u64::from(u32::MAX));
}

#[test]
fn names_do_not_meet() {
    let (mut one, mut two) = (Ids::new(seed()), Ids::new(seed()));
    let names: std::collections::BTreeSet<String> =
        (0..1000).flat_map(|_| [one.fresh(), two.fresh()]).collect();
    assert_eq!(names.len(), 2000);
    assert!(names.iter().all(|name| name.len() == 32));
}

#[test]
fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let mut store = folder.open();
    store.save("b", &[place(1)]).unwrap();
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(folder.file().parent().unwrap()), 0o700);
    assert_eq!(folder.names(), ["state.sqlite3", "state.sqlite3-shm", "state.sqlite3-wal"]);
    for name in folder.names() {
        assert_eq!(mode(&folder.file().with_file_name(name)), 0o600);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn memory_and_disk_come_to_the_same(steps in prop::collection::vec((0..12_u8, 0..3_u8, ".{0,6}"), 0..24)) {
        let folder = Folder::new();
        let (mut store, _) = Store::open(&folder.file()).unwrap();
        let mut kept = Kept::default();
        for (kind, id, words) in &steps {
            let change = change(&kept, *kind, &id.to_string(), words);
            prop_assert_eq!(store.save("b", std::slice::from_ref(&change)).unwrap(), []);
            kept.change(&change);
        }
        prop_assert_eq!(store.load("b").unwrap(), kept);
    }
}

/// One change of a reader who is alone: the base of a note is what it says.
fn change(kept: &Kept, kind: u8, id: &str, words: &str) -> Change {
    let base = kept.notes.iter().find(|note| note.id == id);
    let base = base.map(|note| note.text.clone()).unwrap_or_default();
    let at = i64::try_from(words.len()).unwrap();
    match kind {
        0 => place(u32::from(!words.is_empty())),
        1 => Change::Preference(Preference::Theme(words.to_owned())),
        2 => Change::Read(words.to_owned(), at),
        3 => Change::Chosen(id.to_owned(), at),
        4 => Change::PutBookmark(bookmark(id, words.chars().next())),
        5 => Change::RemoveBookmark(id.to_owned()),
        6 => Change::PutHighlight(highlight(id)),
        7 => Change::RemoveHighlight(id.to_owned()),
        8 => put_note(id, &base, words),
        9 => Change::RemoveNote { id: id.to_owned(), base },
        10 => Change::PutDraft(draft(id, words)),
        _ => Change::RemoveDraft(id.to_owned()),
    }
}
