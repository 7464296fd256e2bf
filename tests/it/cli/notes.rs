//! `attache notes`, `attache print --notes` and `attache state`.

use std::path::Path;

use attache::load;
use attache::model::kept::{Anchor, Bookmark, Change, Draft, Highlight, Kept, Note, Quote};
use attache::model::{BlockIx, SectionIx};
use attache::store::Store;

use super::SMALL;
use super::run::{Run, attache};

const FILE: &str = ".local/state/attache/state.sqlite3";
/// 18 June 2024, 22:40 UTC, and a minute later.
const MADE: i64 = 1_718_750_400;
const CHANGED: i64 = MADE + 60;

/// A run on a small briefing in which somebody left things.
fn after_reading(args: &str) -> Run {
    let run = attache(args).file("small.yaml", SMALL).folder(".local/state/attache");
    leave(&run.path(FILE));
    run
}

fn leave(file: &Path) {
    let loaded = load::from_files("small", [("briefing.yaml", SMALL.as_bytes())]);
    let briefing = loaded.briefing.unwrap();
    let at =
        |section, bytes| Anchor::at(&briefing, BlockIx::new(SectionIx::new(section), 0), bytes);
    let gone = Anchor {
        quote: Some(Quote { exact: "a word that is gone".to_owned(), ..Quote::default() }),
        ..at(0, None)
    };
    let note = |id: &str, anchor, text: &str| Change::PutNote {
        note: Note {
            id: id.to_owned(),
            anchor,
            text: text.to_owned(),
            made: MADE,
            changed: CHANGED,
        },
        base: String::new(),
    };
    let highlight = Highlight { id: "h".to_owned(), anchor: at(0, Some(0..5)), made: MADE };
    let bookmark = Bookmark {
        id: "b".to_owned(),
        mark: Some('a'),
        label: "the end".to_owned(),
        anchor: at(1, None),
        made: MADE,
    };
    let draft = Draft {
        id: "d".to_owned(),
        note: None,
        base: String::new(),
        anchor: at(1, Some(0..7)),
        text: "Not done".to_owned(),
        made: MADE,
    };
    let changes = [
        note("n", at(0, Some(6..11)), "Where\u{1b} is *there*?\n- a list?"),
        note("g", gone, "Lost."),
        Change::PutDraft(draft),
        Change::PutHighlight(highlight),
        Change::PutBookmark(bookmark),
    ];
    Store::open(file).unwrap().0.save("small", &changes).unwrap();
}

#[test]
fn what_was_left_is_printed() {
    after_reading("notes small.yaml").run().prints(
        "\
A small title
=============

1 The first, ¶ 1 · highlight · 2024-06-18T22:40:00Z
  “Hello” — A small title, section 1 The first, ¶ 1

1 The first, ¶ 1 · note · 2024-06-18T22:41:00Z
  “there” — A small title, section 1 The first, ¶ 1
  Where␛ is *there*?
  - a list?

2 The second, ¶ 1 · bookmark a · 2024-06-18T22:40:00Z
  “Goodbye.”
  the end

2 The second, ¶ 1 · draft · 2024-06-18T22:40:00Z
  “Goodbye” — A small title, section 2 The second, ¶ 1
  Not done

adrift, was at one/p1 · note · 2024-06-18T22:41:00Z
  “a word that is gone”
  Lost.

",
    );
}

#[test]
fn what_was_left_is_printed_as_markdown() {
    after_reading("notes small.yaml --format markdown").run().prints(
        "\
# A small title

## 1 The first

**highlight** · ¶ 1 · 2024-06-18T22:40:00Z

> “Hello” — A small title, section 1 The first, ¶ 1

**note** · ¶ 1 · 2024-06-18T22:41:00Z

> “there” — A small title, section 1 The first, ¶ 1

Where␛ is \\*there\\*?\\
\\- a list?

## 2 The second

**bookmark a** · ¶ 1 · 2024-06-18T22:40:00Z

> “Goodbye.”

the end

**draft** · ¶ 1 · 2024-06-18T22:40:00Z

> “Goodbye” — A small title, section 2 The second, ¶ 1

Not done

## Adrift

**note** · was at one/p1 · 2024-06-18T22:41:00Z

> a word that is gone

Lost.
",
    );
}

#[test]
fn what_was_left_is_printed_as_json() {
    let done = after_reading("notes small.yaml --format json").run();
    let json: serde_json::Value = serde_json::from_str(done.succeeds()).unwrap();
    assert_eq!(json["id"], "small");
    let notes = json["notes"].as_array().unwrap();
    let kinds: Vec<&str> = notes.iter().map(|note| note["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["highlight", "note", "bookmark", "draft", "note"]);
    let expected = serde_json::json!({
        "kind": "note", "id": "n", "ref": "section:one/p1", "adrift": false,
        "section": "one", "block": "p1", "opening": "Hello there.", "quote": "there",
        "citation": "“there” — A small title, section 1 The first, ¶ 1",
        "text": "Where␛ is *there*?\n- a list?",
        "made": "2024-06-18T22:40:00Z", "changed": "2024-06-18T22:41:00Z",
    });
    assert_eq!(notes[1], expected);
    assert_eq!(notes[4]["adrift"], true);
    assert!(notes[4].get("ref").is_none());
}

#[test]
fn notes_are_printed_after_their_paragraphs() {
    let small = |args: &str| after_reading(&format!("print small.yaml {args}")).run();
    small("--notes").prints(
        "\
A small title

1 The first
===========

Hello there.

┃ ✎ Your note · 2024-06-18T22:41:00Z
┃ “there”
┃ Where␛ is *there*?
┃ - a list?

2 The second
============

Goodbye.


Notes whose place is gone
=========================

adrift, was at one/p1 · note · 2024-06-18T22:41:00Z
  “a word that is gone”
  Lost.
",
    );
    small("--notes --section two").prints("2 The second\n============\n\nGoodbye.\n\n");
    let done = small("--notes --format markdown --section one");
    let expected = "# 1 The first\n\nHello there.\n\n\
                    > **Your note** · 2024-06-18T22:41:00Z\n>\n> _“there”_\n";
    assert!(done.succeeds().starts_with(expected), "{done:?}");
    let done = small("--notes --format json");
    let json: serde_json::Value = serde_json::from_str(done.succeeds()).unwrap();
    assert_eq!(json["notes"].as_array().unwrap().len(), 2);
    let done = small("");
    assert!(!done.succeeds().contains("Your note"), "{done:?}");
}

#[test]
fn nothing_is_made_where_nothing_was_left() {
    let run = attache("notes small.yaml").file("small.yaml", SMALL);
    let words = "Nothing was left here: no note, no highlight, no bookmark.";
    run.run().prints(&format!("A small title\n=============\n\n{words}\n\n"));
    assert!(!run.path(".local").exists());
    let run = attache("notes small.yaml --format json").file("small.yaml", SMALL);
    run.run().prints("{\"format\":1,\"id\":\"small\",\"title\":\"A small title\",\"notes\":[]}\n");
}

#[test]
fn the_state_has_a_path() {
    let run = attache("state path");
    run.run().prints(&format!("{}\n", run.path(FILE).display()));
    attache("state path").env("XDG_STATE_HOME", "/x").run().prints("/x/attache/state.sqlite3\n");
    assert!(!run.path(".local").exists());
}

#[test]
fn the_state_is_emptied_and_nothing_else() {
    let run = after_reading("state reset");
    let path = run.path(FILE).display().to_string();
    run.run().fails(&format!(
        "this empties {path} of everything left in any briefing; --yes says that it may"
    ));
    let kept = || Store::open(&run.path(FILE)).unwrap().0.load("small").unwrap();
    assert_eq!(kept().notes.len(), 2);
    let run = after_reading("state reset --yes")
        .file(".local/state/attache/state.sqlite3-wal", "")
        .file(".local/state/attache/state.sqlite3.damaged-1", "");
    run.run().prints(&format!("emptied {}\n", run.path(FILE).display()));
    assert_eq!(left(&run), ["state.sqlite3", "state.sqlite3.damaged-1"]);
    let kept = Store::open(&run.path(FILE)).unwrap().0.load("small").unwrap();
    assert_eq!(kept, Kept::default());
    let run = attache("state reset");
    let path = run.path(FILE).display().to_string();
    run.run().prints(&format!("there is nothing to reset: {path} does not exist\n"));
}

#[test]
fn a_state_that_is_no_database_is_removed() {
    let run = attache("state reset --yes")
        .file(FILE, "this is no database, and it is long enough to be seen")
        .file(".local/state/attache/state.sqlite3-shm", "");
    run.run().prints(&format!("removed {}\n", run.path(FILE).display()));
    assert_eq!(left(&run), Vec::<String>::new());
}

/// The names in the folder of the state, in order.
fn left(run: &Run) -> Vec<String> {
    let entries = std::fs::read_dir(run.path(".local/state/attache")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}
