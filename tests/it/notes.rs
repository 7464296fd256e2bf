//! The line in which notes are written: letters and lines in, notes and drafts out.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use attache::app::{Effect, Msg};
use attache::model::kept::{Change, Draft, Kept};

use crate::common;
use crate::common::marks::{
    assert_hides, assert_shows, changes, desk, drafts, kept_elsewhere, list, notes, paste, press,
    reopen,
};

#[test]
fn a_note_is_on_the_words_that_are_meant() {
    let check = |keys: &str, expected: &str| {
        let mut desk = desk(100, 30);
        press(&mut desk, keys);
        assert_eq!(notes(&desk), [(expected, "x")], "{keys}");
        assert_eq!(drafts(&desk), Vec::<&str>::new());
        assert_eq!(kept_elsewhere(&desk), *desk.app.kept());
        assert_shows(&desk, "note saved");
    };
    check("a 'x' Enter", "Ada Marsh and Ben Holt signed on 3 March.");
    check("l l a 'x' Enter", "Ben Holt");
    check("l l l l M a 'x' Enter", "The core is Article 4, whose model is Article 1 of 1880.");
    // On a quotation, a list, an editor's note and a question.
    check("} } a 'x' Enter", "We shall share the water.");
    check("} } } a 'x' Enter", "The quay goes to the north");
    check("} } } j a 'x' Enter", "The crane goes to the council");
    check("} } } } a 'x' Enter", "The gazette prints 2 March; the letter says the third.");
    check("} } } } } j a 'x' Enter", "Who gains from Article 4?");
    // From a pane beside the text with nothing in it, on the paragraph.
    check("} } } 2 a 'x' Enter", "The quay goes to the north");
}

#[test]
fn a_note_on_an_article_or_an_actor_is_on_that() {
    let check = |keys: &str, card: &str, name: &str, pane: &str| {
        let mut desk = desk(150, 45);
        press(&mut desk, &format!("{keys} a"));
        assert_shows(&desk, &format!("note on {name}:"));
        press(&mut desk, "'why so?' Enter");
        let kept = desk.app.kept().clone();
        assert_eq!(kept.notes[0].anchor.card.as_deref(), Some(card), "{keys}");
        assert_eq!(kept_elsewhere(&desk), kept);
        assert_shows(&desk, "┊ Your note  why so?");
        assert_shows(&desk, "  ┊ note");
        // A second time it is there to be changed.
        press(&mut desk, "a ' Now?' Enter");
        assert_shows(&desk, "┊ Your note  why so? Now?");
        // It stays with what it is on, wherever that is shown, and with no paragraph.
        let kept = desk.app.kept().clone();
        reopen(&mut desk, common::SAMPLE, kept);
        assert_eq!(changes(&desk), []);
        press(&mut desk, pane);
        assert_shows(&desk, "┊ Your note  why so? Now?");
        press(&mut desk, "Esc Esc 1 ] }");
        assert_hides(&desk, "Your note  why so?");
        // The list leads to it, search finds it.
        list(&mut desk);
        assert_shows(&desk, name);
        press(&mut desk, "Enter");
        assert_shows(&desk, "┊ Your note  why so? Now?");
        press(&mut desk, "Esc Esc / 'so? Now' Enter ;");
        assert_shows(&desk, &format!("{name}  why so? Now?"));
    };
    check("2", "article:harbour/4", "Article 4", "2");
    check("3", "actor:ada", "Ada Marsh", "3");
    check("l Enter", "actor:ada", "Ada Marsh", "3");
    check("l K", "actor:ada", "Ada Marsh", "l K");
    check("l l l K", "event:signing", "Treaty signed", "l l l K");
}

#[test]
fn a_note_on_what_is_looked_at_is_not_on_what_lies_below() {
    let mut desk = desk(100, 30);
    press(&mut desk, "G l K a");
    assert_shows(&desk, "note on The quarrel, paragraph 1:");
    press(&mut desk, "'why?' Enter Esc");
    assert_hides(&desk, "why?");
    let anchor = desk.app.kept().notes[0].anchor.clone();
    assert_eq!((anchor.section.as_str(), anchor.quote), ("quarrel", None));
    press(&mut desk, "]");
    assert_shows(&desk, "┊ Your note  why?");
    // A section and an address take none.
    for keys in ["G l l K a", "G l l Enter a"] {
        let mut desk = common::marks::desk(100, 30);
        press(&mut desk, keys);
        assert_shows(&desk, "no paragraph here");
        assert!(desk.app.prompt().is_none(), "{keys}");
    }
}

#[test]
fn an_actor_in_one_line_tells_of_its_note() {
    let mut desk = desk(150, 45);
    press(&mut desk, "3 } a 'who?' Enter 1 }");
    assert_shows(&desk, "Ben Holt  person  ┊ note");
    insta::assert_snapshot!("on-an-actor", desk.screen());
}

#[test]
fn a_note_on_what_is_gone_is_adrift_and_follows_a_new_id() {
    let mut desk = desk(100, 30);
    press(&mut desk, "3 a 'who?' Enter");
    let kept = desk.app.kept().clone();
    let yaml = common::SAMPLE.replace("id: ada", "id: mayor").replace("actor:ada", "actor:mayor");
    let yaml = yaml
        .replace("[ada, ", "[mayor, ")
        .replace("to: ada", "to: mayor")
        .replace("from: ada", "from: mayor");
    reopen(&mut desk, &yaml, kept.clone());
    assert_eq!(desk.app.kept().notes[0].anchor.card.as_deref(), Some("actor:mayor"));
    assert_eq!(desk.app.kept().notes[0].text, "who?");
    let gone = "format: 1\ntitle: T\nsections: [{id: s, title: S, body: [{text: One.}]}]\n";
    reopen(&mut desk, gone, kept.clone());
    assert_eq!(desk.app.kept().notes, kept.notes);
    list(&mut desk);
    assert_shows(&desk, "Adrift");
    assert_shows(&desk, "Ada Marsh");
}

#[test]
fn a_note_is_changed_where_it_is() {
    let mut desk = desk(100, 30);
    press(&mut desk, "a 'first' Enter a ' and second' Enter");
    assert_eq!(notes(&desk)[0].1, "first and second");
    let last = changes(&desk).into_iter().rev().nth(1).unwrap();
    assert!(matches!(last, Change::PutNote { base, .. } if base == "first"));
    press(&mut desk, "a Ctrl-u Enter");
    assert_shows(&desk, "note removed");
    assert_eq!(notes(&desk), []);
    assert_eq!(kept_elsewhere(&desk), *desk.app.kept());
    // One that was emptied is still in the list.
    list(&mut desk);
    press(&mut desk, "D");
    assert_eq!(notes(&desk)[0].1, "first and second");
}

#[test]
fn two_notes_on_a_paragraph_are_told_apart() {
    let mut desk = desk(60, 30);
    press(&mut desk, "j j j a 'on the last' Enter g a 'on the first' Enter");
    let words: Vec<&str> = notes(&desk).iter().map(|(_, words)| *words).collect();
    assert_eq!(words.len(), 2);
    // In the order of the text below it; the cursor on one of them means that one.
    let screen = desk.screen();
    assert!(screen.find("on the first") < screen.find("on the last"), "{screen}");
    press(&mut desk, "} k");
    assert_shows(&desk, "▌ ┊ Your note  on the last");
    press(&mut desk, "a ' sentence' Enter");
    assert_shows(&desk, "Your note  on the last sentence");
    press(&mut desk, "k a ' sentence' Enter");
    assert_shows(&desk, "Your note  on the first sentence");
    assert_eq!(desk.app.kept().notes.len(), 2);
}

#[test]
fn line_by_line_every_line_of_a_note_is_passed() {
    let mut desk = desk(60, 30);
    press(&mut desk, "a 'one' Alt-Enter 'two' Alt-Enter 'three' Enter");
    let mut passed = Vec::new();
    for _ in 0..14 {
        desk.press("j");
        passed.extend(desk.screen().lines().find(|line| line.starts_with('▌')).map(str::to_owned));
    }
    for words in ["┊ Your note  one", "┊ two", "┊ three", "A second paragraph"] {
        assert!(passed.iter().any(|line| line.contains(words)), "{words}: {passed:#?}");
    }
}

#[test]
fn all_letters_can_be_written_and_deleted() {
    let check = |keys: &str, expected: &str| {
        let mut desk = desk(100, 30);
        press(&mut desk, &format!("a {keys} Enter"));
        let notes = notes(&desk);
        assert_eq!(notes.first().map(|(_, words)| *words), Some(expected), "{keys}");
    };
    check("'한국어 메모'", "한국어 메모");
    check("'e\u{301}x' Left Left Backspace", "e\u{301}x");
    check("'xe\u{301}' Backspace", "x");
    check("'a👩‍👩‍👧b' Left Backspace", "ab");
    // Syllables from their parts are one letter.
    check("'a\u{1112}\u{1161}\u{11ab}' Backspace", "a");
    check("'one two' Alt-b 'and '", "one and two");
    check("'one' Alt-Enter 'two'", "one\ntwo");
    // Ctrl-a, Ctrl-u and Ctrl-k keep to the line; Up and Down go between lines.
    check("'one' Alt-Enter 'two' Ctrl-a 'x'", "one\nxtwo");
    check("'one' Alt-Enter 'two' Ctrl-u 'x'", "one\nx");
    check("'one' Alt-Enter 'two' Up 'x'", "onex\ntwo");
    check("'one' Alt-Enter 'two' Up Home Ctrl-k Down 'x'", "xtwo");
    check("'가나다' Alt-Enter 'four' Up Left 'x' Down Down 'y'", "가x나다\nfouyr");
    check("'one' Alt-Enter 'two' Home Backspace", "onetwo");
    check("'  ' Alt-Enter 'x' Alt-Enter", "x");
}

#[test]
fn what_is_pasted_keeps_its_lines_and_drives_no_terminal() {
    let check = |pasted: &str, expected: &str| {
        let mut desk = desk(100, 30);
        press(&mut desk, "a");
        paste(&mut desk, pasted);
        press(&mut desk, "Enter");
        assert_eq!(notes(&desk)[0].1, expected);
    };
    check("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour");
    check("a\tb\u{1b}[31mc\u{202e}d", "a b␛[31mc\u{fffd}d");
    // A bookmark has one line.
    let mut desk = desk(100, 30);
    press(&mut desk, "m");
    paste(&mut desk, "one\r\ntwo");
    press(&mut desk, "Enter");
    assert_eq!(desk.app.kept().bookmarks[0].label, "one two");
}

#[test]
fn every_key_is_kept_as_a_draft() {
    let mut desk = desk(100, 30);
    press(&mut desk, "a 'ab'");
    let typed: Vec<String> = changes(&desk)
        .into_iter()
        .filter_map(|change| match change {
            Change::PutDraft(draft) => Some(draft.text),
            _ => None,
        })
        .collect();
    assert_eq!(typed, ["a", "ab"]);
    // Not below the paragraph while it is being written.
    assert_hides(&desk, "Your note");
    press(&mut desk, "Esc");
    assert_shows(&desk, "kept as a draft; a goes on with it");
    assert_shows(&desk, "Your note (draft)  ab");
    press(&mut desk, "a");
    assert_shows(&desk, "your draft");
    press(&mut desk, "'c' Enter");
    assert_eq!((notes(&desk)[0].1, drafts(&desk).len()), ("abc", 0));
    assert_eq!(kept_elsewhere(&desk), *desk.app.kept());
}

#[test]
fn a_draft_that_says_nothing_new_is_dropped() {
    for keys in ["a Esc", "a 'x' Backspace Esc", "a 'x' Ctrl-u Enter", "a '  ' Esc"] {
        let mut desk = desk(100, 30);
        press(&mut desk, keys);
        assert_eq!(*desk.app.kept(), Kept::default(), "{keys}");
        assert_eq!(kept_elsewhere(&desk), Kept::default(), "{keys}");
    }
    let mut desk = desk(100, 30);
    press(&mut desk, "a 'x' Enter a 'y' Backspace Esc a 'y' Backspace Enter");
    assert_eq!((notes(&desk)[0].1, drafts(&desk).len()), ("x", 0));
    assert_shows(&desk, "the note is as it was");
}

#[test]
fn a_draft_of_a_session_that_was_killed_is_taken_up_under_a_new_name() {
    let mut killed = desk(100, 30);
    press(&mut killed, "a 'half a thou'");
    let kept = kept_elsewhere(&killed);
    let old = kept.drafts[0].id.clone();
    let mut desk = desk(100, 30);
    desk.app = desk.app.clone().with_ids(attache::model::kept::Ids::new(7));
    reopen(&mut desk, common::SAMPLE, kept);
    assert_shows(&desk, "Your note (draft)  half a thou");
    press(&mut desk, "a");
    let [Change::RemoveDraft(gone), Change::PutDraft(Draft { id, text, .. })] = &changes(&desk)[..]
    else {
        panic!("{:?}", changes(&desk));
    };
    assert!(*gone == old && *id != old && text == "half a thou");
    press(&mut desk, "'ght' Enter");
    assert_eq!((notes(&desk)[0].1, drafts(&desk).len()), ("half a thought", 0));
}

#[test]
fn a_draft_of_a_change_is_taken_up_from_the_note() {
    let mut desk = desk(100, 30);
    press(&mut desk, "a 'old' Enter a ' and new' Esc");
    assert_shows(&desk, "Your note  old");
    assert_shows(&desk, "Your note (draft)  old and new");
    press(&mut desk, "a Enter");
    assert_eq!((notes(&desk)[0].1, drafts(&desk).len()), ("old and new", 0));
}

#[test]
fn a_long_note_stays_in_the_last_third_with_the_caret_in_sight() {
    let mut desk = desk(60, 20);
    let long = "word ".repeat(200);
    press(&mut desk, "a");
    paste(&mut desk, &format!("BEGIN {long}END"));
    insta::assert_snapshot!("long-note", desk.screen());
    assert_shows(&desk, "END");
    assert_hides(&desk, "BEGIN");
    for _ in 0..30 {
        desk.press("Up");
    }
    desk.press("Home");
    assert_shows(&desk, "note: BEGIN");
    let rows = desk.screen().lines().filter(|line| line.contains("word word")).count();
    assert!(rows <= 20 / 3, "{}", desk.screen());
    for (width, height) in [(20, 5), (30, 9), (200, 60), (60, 20)] {
        desk.resize(width, height);
        assert_shows(&desk, "note: BEGIN");
    }
    press(&mut desk, "Enter");
    assert_eq!(notes(&desk)[0].1.len(), "BEGIN END".len() + long.len());
}

#[test]
fn no_more_than_is_kept_can_be_written() {
    let mut desk = desk(60, 20);
    press(&mut desk, "a");
    paste(&mut desk, &"가".repeat(30_000));
    assert_shows(&desk, "no more fits in a note");
    press(&mut desk, "Enter");
    assert!(notes(&desk)[0].1.chars().all(|c| c == '가'));
    assert_shows(&desk, "note saved, but not all");
    // Also if there is room again by then, and if it stays a draft.
    press(&mut desk, "a");
    paste(&mut desk, "more");
    press(&mut desk, "Backspace Backspace Esc");
    assert_shows(&desk, "kept as a draft, but not all");
    // The next note has nothing to do with it.
    press(&mut desk, "} a 'short' Enter");
    assert_shows(&desk, "note saved");
    assert_hides(&desk, "not all");
}

#[test]
fn an_editor_is_asked_for_and_answers() {
    let mut desk = desk(100, 30);
    press(&mut desk, "a 'words' Ctrl-e");
    assert_eq!(desk.effects.last(), Some(&Effect::Edit("words".to_owned())));
    desk.app.update(Msg::Edited("other words\nof two lines\n".to_owned()));
    assert_eq!(drafts(&desk), ["other words\nof two lines"]);
    desk.app.update(Msg::NotEdited("set EDITOR to use one".to_owned()));
    assert_shows(&desk, "set EDITOR to use one");
    press(&mut desk, "Enter");
    assert_eq!(notes(&desk)[0].1, "other words\nof two lines");
    // Nothing else is written in an editor, and an answer that comes late is nobody's.
    desk.effects.clear();
    press(&mut desk, "m Ctrl-e Esc");
    desk.app.update(Msg::Edited("late".to_owned()));
    assert_eq!((desk.effects.len(), desk.app.kept().drafts.len()), (0, 0));
}
