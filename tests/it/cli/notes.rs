//! `attache notes`, `attache print --notes` and `attache state`.

use std::fs;
use std::path::Path;

use attache::load;
use attache::model::kept::{Anchor, Bookmark, Change, Draft, Highlight, Kept, Note, Quote};
use attache::model::{BlockIx, SectionIx};
use attache::store::{Home, Identity, Store, UnsavedChange};
use rusqlite::Connection;

use super::SMALL;
use super::run::{Run, attache};

const FILE: &str = ".local/state/attache/state.sqlite3";
const NOTHING_THERE: &str = "there is nothing at this path (give the path of a briefing: a YAML \
     file, or a folder with a briefing.yaml in it)";
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

/// Each reader of a shared account has a file, and so have all the commands that tell of it.
#[test]
fn of_one_of_several_readers() {
    const LIST: &str = "- a list?";
    let check = |args: &str, expected: &str| {
        let run = attache(args).file("small.yaml", SMALL).folder(".local/state/attache/readers");
        leave(&run.path(".local/state/attache/readers/anna.sqlite3"));
        let done = run.run();
        let printed = done.succeeds();
        assert!(printed.contains(expected), "{args}: {printed}");
        assert_eq!(printed.contains(LIST), expected == LIST, "{args}: {printed}");
    };
    check("notes small.yaml --reader anna", LIST);
    check("notes small.yaml --reader ben", "Nothing was left here");
    check("notes small.yaml", "Nothing was left here");
    check("notes --all --reader anna", LIST);
    check("print small.yaml --notes --reader anna", LIST);
    check("state list --reader anna", "3 notes");
    check("state --reader anna list", "3 notes");
    check("state --reader ben list", "");
    check("state path --reader anna", "/readers/anna.sqlite3");
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

/// It is there to be copied.
#[test]
fn what_was_left_has_no_hyphens_at_line_ends() {
    let words = "internationalisation misunderstandings reconsideration ".repeat(8);
    let text = SMALL.replace("Hello there.", words.trim());
    let run = attache("notes small.yaml").file("small.yaml", &text);
    let run = run.folder(".local/state/attache");
    let loaded = load::from_files("small", [("briefing.yaml", text.as_bytes())]);
    let at = BlockIx::new(SectionIx::new(0), 0);
    let anchor = Anchor::at(&loaded.briefing.unwrap(), at, Some(0..words.trim().len()));
    let note =
        Note { id: "n".to_owned(), anchor, text: words.clone(), made: MADE, changed: CHANGED };
    let change = Change::PutNote { note, base: String::new() };
    Store::open(&run.path(FILE)).unwrap().0.save("small", &[change]).unwrap();
    let done = run.run();
    let printed = done.succeeds();
    assert!(printed.contains("“internationalisation"), "{printed}");
    assert!(printed.lines().all(|line| !line.ends_with('-')), "{printed}");
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
fn questions_alone_have_no_notes() {
    let told =
        "attache: with questions alone no notes are printed: attache notes prints all of them\n";
    for part in ["quiz", "questions"] {
        after_reading(&format!("print small.yaml --only {part} --notes")).run().ends(1, "", told);
    }
}

#[test]
fn notes_are_printed_after_their_paragraphs() {
    let small = |args: &str| after_reading(&format!("print small.yaml {args}")).run();
    small("--notes").prints(
        "\
A small title

1 The first
===========

¶ 1  Hello there.

     ┃ ✎ Your note · 2024-06-18T22:41:00Z
     ┃ “there”
     ┃ Where␛ is *there*?
     ┃ - a list?

2 The second
============

¶ 1  Goodbye.


Notes whose place is gone
=========================

adrift, was at one/p1 · note · 2024-06-18T22:41:00Z
  “a word that is gone”
  Lost.
",
    );
    small("--notes --section two").prints("2 The second\n============\n\n¶ 1  Goodbye.\n\n");
    let done = small("--notes --format markdown --section one");
    let expected = "# 1 The first\n\n¶ 1 · Hello there.\n\n\
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

/// Two briefings of one name, each with a note, and a state file; `args` is what is run.
fn two_lessons(args: &str) -> Run {
    let lesson = |word: &str| {
        format!(
            "format: 1\ntitle: {word} lesson\nsections:\n  - id: one\n    title: One\n    body: [{{text: It is {word}.}}]\n"
        )
    };
    let run = attache(args)
        .file("monday/lesson.yaml", lesson("Monday"))
        .file("friday/lesson.yaml", lesson("Friday"))
        .folder(".local/state/attache");
    let mut store = Store::open(&run.path(FILE)).unwrap().0;
    for day in ["monday", "friday"] {
        let path = run.path(format!("{day}/lesson.yaml"));
        let briefing = load::open(&path).briefing.unwrap();
        let key = store.take_in(&Identity::of(Home::at(&path), &briefing), Path::exists).unwrap();
        let anchor = Anchor::at(&briefing, BlockIx::new(SectionIx::new(0), 0), Some(0..2));
        let (id, text) = (day.to_owned(), format!("for {day}"));
        let note = Note { id, anchor, text, made: MADE, changed: CHANGED };
        store.save(&key, &[Change::PutNote { note, base: String::new() }]).unwrap();
    }
    run
}

fn removed(run: Run, path: &str) -> Run {
    fs::remove_file(run.path(path)).unwrap();
    run
}

#[test]
fn all_that_was_left_is_printed_though_its_briefing_is_gone() {
    let run = removed(two_lessons("notes --all"), "friday/lesson.yaml");
    let folder = run.path("").display().to_string();
    let expected = "\
Friday lesson
=============
{folder}friday/lesson.yaml

The briefing cannot be read now; where each of these was is told as it was
then.

was at one/p1 · note · 2024-06-18T22:41:00Z
  “It”
  for friday

Monday lesson
=============
{folder}monday/lesson.yaml

1 One, ¶ 1 · note · 2024-06-18T22:41:00Z
  “It” — Monday lesson, section 1 One, ¶ 1
  for monday

";
    run.run().prints(&expected.replace("{folder}", &folder));
    attache("notes --all").run().ends(
        0,
        "",
        "attache: nothing was left in any briefing: no note, no highlight, no bookmark\n",
    );
    // Rows from before briefings had paths.
    let done = after_reading("notes --all").run();
    assert!(done.succeeds().starts_with("small\n=====\nsmall\n"), "{done:?}");
}

#[test]
fn what_was_left_is_printed_though_the_file_is_gone_or_has_a_fault() {
    let whole = |run: &Run, path: &str| run.path(path).display().to_string();
    let run =
        removed(two_lessons("notes friday/lesson.yaml --format markdown"), "friday/lesson.yaml");
    let expected = "\
# Friday lesson

{path}

The briefing cannot be read now; where each of these was is told as it was then.

**note** · was at one/p1 · 2024-06-18T22:41:00Z

> It

for friday
";
    let path = whole(&run, "friday/lesson.yaml").replace('_', "\\_");
    let said = format!("attache: friday/lesson.yaml: {NOTHING_THERE}\n");
    run.run().ends(1, &expected.replace("{path}", &path), &said);
    let run = two_lessons("notes monday/lesson.yaml --format json")
        .file("monday/lesson.yaml", "title: [no YAML");
    let done = run.run();
    let start = format!(
        "{{\"format\":1,\"id\":\"lesson\",\"title\":\"Monday lesson\",\"home\":\"{}\",\"readable\":false,\"notes\":[{{\"kind\":\"note\"",
        whole(&run, "monday/lesson.yaml")
    );
    assert!(done.out().starts_with(&start), "{done:?}");
    assert!(done.err().starts_with("attache: monday/lesson.yaml:1:"), "{done:?}");
}

#[test]
fn the_briefings_that_something_is_kept_on_are_listed() {
    let run = removed(two_lessons("state list"), "friday/lesson.yaml");
    let folder = run.path("").display().to_string();
    let expected = "\
{folder}friday/lesson.yaml
  Friday lesson, 1 note, no longer there
{folder}monday/lesson.yaml
  Monday lesson, 1 note
";
    run.run().prints(&expected.replace("{folder}", &folder));
    let said = "small\n  small, 3 notes, 1 highlight, 1 bookmark, its path is not known\n";
    after_reading("state list").run().prints(said);
    attache("state list").run().prints("");
}

/// The texts of the notes that are printed.
fn printed(run: &Run) -> Vec<String> {
    let done = run.run();
    let lines = done.succeeds().lines();
    lines.filter_map(|line| line.strip_prefix("  for ")).map(str::to_owned).collect()
}

#[test]
fn a_note_that_is_not_saved_yet_is_printed_wherever_its_briefing_came_from() {
    /// A briefing at `new.yaml` on which a note could not be saved, as a reader leaves it who knew its
    /// key or did not; `holds` if another program still holds the file.
    #[track_caller]
    fn check(stays: bool, key: Option<&str>, args: &str, holds: bool, expected: &[&str]) {
        let run = two_lessons(args);
        let (old, new) = (run.path("friday/lesson.yaml"), run.path("new.yaml"));
        fs::copy(&old, &new).unwrap();
        if !stays {
            fs::remove_file(&old).unwrap();
        }
        let path = |path: &Path| path.to_str().unwrap().to_owned();
        let key = key.map(|key| path(&run.path(key)));
        let note = Note {
            id: "later".to_owned(),
            anchor: Anchor::default(),
            text: "for later".to_owned(),
            made: MADE + 1,
            changed: CHANGED,
        };
        let change = Change::PutNote { note, base: String::new() };
        let unsaved = UnsavedChange { home: path(&new), key, change };
        Store::put_beside(&run.path(FILE), &[unsaved]).unwrap();
        let other = Connection::open(run.path(FILE)).unwrap();
        if holds {
            other.execute_batch("BEGIN IMMEDIATE").unwrap();
        }
        assert_eq!(printed(&run), expected, "{stays} {args} {holds}");
    }
    for holds in [false, true] {
        let both = &["friday", "later"];
        check(true, Some("new.yaml"), "notes new.yaml", holds, both);
        check(true, None, "notes new.yaml", holds, both);
        check(false, Some("friday/lesson.yaml"), "notes new.yaml", holds, both);
        check(false, None, "notes new.yaml", holds, both);
        check(true, Some("new.yaml"), "notes friday/lesson.yaml", holds, &["friday"]);
    }
    check(true, None, "notes --all", true, &["friday", "monday", "later"]);
}

#[test]
fn what_was_kept_is_moved_by_hand() {
    let run = removed(
        two_lessons("state move friday/lesson.yaml monday/lesson.yaml"),
        "friday/lesson.yaml",
    );
    let folder = run.path("").display().to_string();
    let said =
        "what was kept on {folder}friday/lesson.yaml is now kept on {folder}monday/lesson.yaml\n";
    run.run().prints(&said.replace("{folder}", &folder));
    let known = run.path("monday/lesson.yaml");
    let key = known.to_str().unwrap();
    let kept = Store::open(&run.path(FILE)).unwrap().0.load(key).unwrap();
    let mut texts: Vec<_> = kept.notes.iter().map(|note| note.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["for friday", "for monday"]);
    run.run().fails(
        "nothing is kept on friday/lesson.yaml; attache state list names the briefings that something \
         is kept on",
    );
    // What was kept before paths were known goes by its id.
    let run = after_reading("state move small other.yaml").file("other.yaml", SMALL);
    let other = run.path("other.yaml").display().to_string();
    run.run().prints(&format!("what was kept on small is now kept on {other}\n"));
}

#[test]
fn nothing_is_moved_to_where_no_briefing_is() {
    let check = |new: &str, said: &str| {
        two_lessons(&format!("state move friday/lesson.yaml {new}"))
            .file("several/a.yaml", "format: 1\ntitle: A\n")
            .file("several/b.yaml", "format: 1\ntitle: B\n")
            .file("broken.yaml", "[")
            .run()
            .fails(said);
    };
    check("nowhere.yaml", &format!("nowhere.yaml: {NOTHING_THERE}"));
    check("several", "there are several briefings in several; name one of them");
}

#[test]
fn a_class_sees_no_note_on_a_hint_or_a_cue() {
    let asked = "{question: Who asks?, hint: Somebody does.}, {cue: Wait.}, {text: Hello there.}";
    let yaml = SMALL.replace("{text: Hello there.}", asked);
    let loaded = load::from_files("small", [("briefing.yaml", yaml.as_bytes())]);
    let briefing = loaded.briefing.unwrap();
    let note = |block, bytes, text: &str| Change::PutNote {
        note: Note {
            id: text.to_owned(),
            anchor: Anchor::at(&briefing, BlockIx::new(SectionIx::new(0), block), bytes),
            text: text.to_owned(),
            made: MADE,
            changed: MADE,
        },
        base: String::new(),
    };
    let notes = [
        note(0, Some(0..3), "on asked"),
        note(0, Some(10..18), "on hint"),
        note(1, None, "on cue"),
        note(2, None, "on text"),
    ];
    for format in ["plain", "markdown", "json"] {
        for (audience, seen) in [("class", false), ("reader", true), ("teacher", true)] {
            let args = format!("print small.yaml --notes --format {format} --for {audience}");
            let run = attache(&args).file("small.yaml", &yaml).folder(".local/state/attache");
            Store::open(&run.path(FILE)).unwrap().0.save("small", &notes).unwrap();
            let done = run.run();
            let has = |words: &str| done.succeeds().contains(words);
            assert!(has("on asked") && has("on text"), "{args}: {done:?}");
            assert_eq!((has("on hint"), has("on cue")), (seen, seen), "{args}: {done:?}");
        }
    }
}
