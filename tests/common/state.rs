//! A state file in a folder of its own, and what is kept in it.

use std::path::PathBuf;

use attache::model::kept::{Anchor, Bookmark, Change, Draft, Highlight, Kept, Note, Quote};
use attache::store::Store;
use tempfile::TempDir;

/// A folder for a state file that is not there yet.
pub struct Folder(pub TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub fn file(&self) -> PathBuf {
        self.0.path().join("attache/state.sqlite3")
    }

    /// The store, which must be sound.
    #[track_caller]
    pub fn open(&self) -> Store {
        let (store, aside) = Store::open(&self.file()).unwrap();
        assert_eq!(aside, None);
        store
    }

    /// What is kept on the briefing `b`.
    #[track_caller]
    pub fn kept(&self) -> Kept {
        self.open().load("b").unwrap()
    }

    /// The names in the folder of the file, in order.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.file().parent().unwrap()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

pub fn anchor(words: &str) -> Anchor {
    let quote = Quote {
        exact: words.to_owned(),
        prefix: "조약의 ".to_owned(),
        suffix: " 'of' \"it\"".to_owned(),
        repeated: true,
    };
    Anchor {
        card: None,
        section: "one".to_owned(),
        block: "p1".to_owned(),
        opening: "The treaty".to_owned(),
        above: Some("제1조".to_owned()),
        below: None,
        alike: true,
        quote: Some(quote),
    }
}

pub fn note(id: &str, text: &str) -> Note {
    let (id, text) = (id.to_owned(), text.to_owned());
    Note { id, anchor: anchor("words"), text, made: 1, changed: 2 }
}

pub fn put_note(id: &str, base: &str, text: &str) -> Change {
    Change::PutNote { note: note(id, text), base: base.to_owned() }
}

pub fn draft(id: &str, text: &str) -> Draft {
    Draft {
        id: id.to_owned(),
        note: Some("n".to_owned()),
        base: "before".to_owned(),
        anchor: Anchor { quote: None, ..anchor("") },
        text: text.to_owned(),
        made: 3,
    }
}

pub fn bookmark(id: &str, mark: Option<char>) -> Bookmark {
    let (id, label) = (id.to_owned(), "협정".to_owned());
    Bookmark { id, mark, label, anchor: anchor("x"), made: 4 }
}

pub fn highlight(id: &str) -> Highlight {
    Highlight { id: id.to_owned(), anchor: anchor("y"), made: 5 }
}

/// The texts of the notes, sorted.
pub fn texts(kept: &Kept) -> Vec<&str> {
    let mut texts: Vec<&str> = kept.notes.iter().map(|note| note.text.as_str()).collect();
    texts.sort_unstable();
    texts
}
