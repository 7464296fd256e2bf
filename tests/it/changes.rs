//! A briefing that changed since it was read: what is told, marked, gone to, and no longer news.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::sync::Arc;

use attache::app::{Msg, Opened};
use attache::model::Briefing;
use attache::model::kept::{Change, Kept, Snapshot};

use crate::common::{Desk, briefing};

const BRIDGES: &str = "Bridges fall when nobody keeps them.";
const IRON: &str = "Iron rusts in the rain that comes from the sea.";
const ROPES: &str = "Ropes fray where they are bent.";

fn lesson(paragraphs: &[&str]) -> Briefing {
    let text = |paragraph: &&str| format!("      - text: {paragraph}\n");
    let body: String = paragraphs.iter().map(text).collect();
    briefing(&format!(
        "format: 1\ntitle: A lesson\nsections:\n  - id: one\n    title: One\n    body:\n{body}"
    ))
}

/// The briefing is opened by somebody who left `kept` in it, as the runtime does it.
fn opened(briefing: Briefing, mut kept: Kept) -> Opened {
    kept.last_seen.meet(&Arc::new(Snapshot::of(&briefing)), true);
    Opened { briefing: Arc::new(briefing), faults: Vec::new(), kept }
}

/// A desk where `before` was read, and is now `after`; at the beginning of its text.
fn desk(before: Briefing, after: Briefing, (width, height): (u16, u16)) -> Desk {
    let mut desk = Desk::bare(width, height, true);
    desk.send(Msg::Opened(opened(before, Kept::default())));
    let kept = desk.app.kept().clone();
    desk.send(Msg::Opened(opened(after, kept)));
    desk
}

/// The mark beside each paragraph, a blank for none.
fn marks(desk: &Desk, paragraphs: &[&str]) -> String {
    let screen = desk.screen();
    let mark = |words: &&str| {
        let row = screen.lines().find(|row| row.contains(words)).unwrap_or_else(|| {
            panic!("{words:?} is not on the screen\n{screen}");
        });
        let gutter = row.split(words).next();
        gutter.into_iter().flat_map(str::chars).find(|c| "+~".contains(*c)).unwrap_or(' ')
    };
    paragraphs.iter().map(mark).collect()
}

#[test]
fn paragraphs_are_known_by_their_words_and_not_by_their_place() {
    let check = |before: &[&str], after: &[&str], expected: &str| {
        let mut desk = desk(lesson(before), lesson(after), (120, 40));
        desk.press("Esc");
        assert_eq!(marks(&desk, after), expected, "{before:?} to {after:?}");
    };
    let before = &[BRIDGES, IRON, ROPES];
    check(before, before, "   ");
    check(before, &["A word before all else.", BRIDGES, IRON, ROPES], "+   ");
    check(before, &[BRIDGES, ROPES], "  ");
    check(before, &[ROPES, BRIDGES, IRON], "   ");
    check(before, &[BRIDGES, "Iron rusts in the fog.", ROPES], " ~ ");
    let iron = "All iron rusts in the rain that comes from the sea, too.";
    check(before, &[BRIDGES, iron, ROPES], " ~ ");
    check(before, &["Said first.", BRIDGES, iron, "Said last."], "+ ~+");
    check(before, &[BRIDGES, "Said before.", iron, ROPES, "Said last."], " +~ +");
    check(before, &[BRIDGES, "Something else altogether.", ROPES], " ~ ");
    check(&[BRIDGES, ROPES], &[BRIDGES, ROPES, IRON], "  +");
    check(&[BRIDGES], &[IRON, ROPES], "~+");
}

#[test]
fn another_id_of_a_section_changes_nothing() {
    let text =
        "format: 1\ntitle: A lesson\nsections:\n  - {id: ID, title: One, body: [{text: Words.}]}\n";
    let with = |id: &str| briefing(&text.replace("ID", id));
    let mut desk = desk(with("one"), with("two"), (120, 40));
    assert_eq!(marks(desk.press("Esc"), &["Words."]), " ");
}

/// A briefing with paragraphs, articles and an event.
const TREATY: &str = "\
format: 1
title: A lesson
sections:
  - id: one
    title: One
    body:
      - text: Bridges fall when [Article 4](article:4) is not kept.
      - text: Iron rusts in the rain.
      - text: Ropes fray.
instruments:
  - id: treaty
    title: Treaty
    articles:
      - {number: 4, title: Keeping, gist: Whoever builds keeps.}
      - {number: 5, title: Leaving, gist: Whoever leaves tells.}
events:
  - {id: fall, date: 2001-05-01, title: It fell}
";

/// [`TREATY`] with a paragraph and an article that are others, a new paragraph and a new event.
fn edited() -> String {
    TREATY
        .replace("in the rain", "in the fog")
        .replace("      - text: Ropes", "      - text: Wood rots.\n      - text: Ropes")
        .replace("builds keeps", "builds pays")
        .replace(
            "  - {id: fall",
            "  - {id: rise, date: 2010, title: It was built again}\n  - {id: fall",
        )
}

fn treaty(size: (u16, u16)) -> Desk {
    desk(briefing(TREATY), briefing(&edited()), size)
}

#[test]
fn it_says_how_many_are_new_or_changed() {
    let said = "2 paragraphs, 1 article, 1 event new or changed; > goes there";
    assert!(treaty((120, 40)).screen().contains(said));
    assert!(treaty((80, 24)).screen().contains(said));
    // Whatever has room of it.
    assert!(treaty((60, 20)).screen().contains("2 paragraphs, 1 article, 1 event"));
    let same = desk(briefing(TREATY), briefing(TREATY), (120, 40));
    assert!(!same.screen().contains("changed"));
    // Who opens it for the first time knows no other.
    let first = Desk::come_back(briefing(TREATY), Kept::default(), 120, 40);
    assert!(!first.screen().contains("changed"));
}

#[test]
fn a_note_that_lost_its_words_is_told_with_what_has_changed() {
    let mut desk = Desk::bare(100, 30, true);
    desk.send(Msg::Opened(opened(lesson(&[BRIDGES, IRON]), Kept::default())));
    desk.press("Enter } a O h Enter");
    let kept = desk.app.kept().clone();
    assert_eq!(kept.notes.len(), 1);
    let edited = lesson(&[BRIDGES, "Something else altogether."]);
    desk.send(Msg::Opened(opened(edited, kept)));
    let said = "1 note adrift, ' lists it; 1 paragraph new or changed; > goes there";
    assert!(desk.screen().contains(said), "{}", desk.screen());
}

#[test]
fn a_key_leads_from_one_to_the_next_and_round() {
    let mut desk = treaty((120, 40));
    for (keys, focus, said) in [
        ("Esc >", "one/p2", "1 of 4: changed"),
        (">", "one/p3", "2 of 4: new"),
        (">", "one/p3", "3 of 4: changed"),
        (">", "one/p3", "4 of 4: new"),
        (">", "one/p2", "1 of 4: changed"),
        ("<", "one/p2", "4 of 4: new"),
        ("<", "one/p2", "3 of 4: changed"),
        ("<", "one/p3", "2 of 4: new"),
        ("}", "one/p4", "Wood rots."),
        ("<", "one/p3", "2 of 4: new"),
        ("{ {", "one/p1", "Wood rots."),
        ("<", "one/p1", "4 of 4: new"),
    ] {
        let screen = desk.press(keys).screen();
        assert_eq!(desk.focus(), focus, "{keys}\n{screen}");
        assert!(screen.contains(said), "{keys}, {said}\n{screen}");
    }
    let mut desk = self::desk(briefing(TREATY), briefing(TREATY), (120, 40));
    assert!(desk.press("Esc >").screen().contains("nothing is known to have changed"));
}

#[test]
fn the_last_row_offers_the_way() {
    let mut desk = treaty((120, 40));
    let last = |desk: &Desk| desk.screen().lines().last().unwrap().to_owned();
    assert!(last(desk.press("Esc }")).contains("K before   > change"), "{}", last(&desk));
    assert!(last(desk.press("}")).contains("⇥ pane"), "{}", last(&desk));
    assert!(!last(&desk).contains("K before") && last(&desk).contains("> change"));
}

#[test]
fn the_former_words_are_a_key_away() {
    let check = |keys: &str, expected: &str| {
        let mut desk = treaty((120, 40));
        let screen = desk.press(keys).screen();
        assert!(screen.contains(expected), "{keys}\n{screen}");
    };
    check("Esc > K", "Iron rusts in the ‹rain›.");
    check("Esc > > > K", "Whoever builds ‹keeps›.");
    // Of what was not there no words are known, nor of what is as it was.
    check("Esc > > K", "no link here");
    check("Esc K", "Whoever builds pays.");
    // A link that was chosen is looked at.
    check("Esc > { l K", "Whoever builds pays.");
}

#[test]
fn what_was_looked_at_is_no_news_the_next_time() {
    // What the reader has been at, and what is marked when the briefing is opened once more.
    let check = |keys: &str, seconds: i64, expected: &str| {
        let mut desk = treaty((120, 40));
        desk.press(keys).wait(0).wait(seconds);
        let kept = desk.app.kept().clone();
        let mut again = Desk::bare(120, 40, true);
        again.send(Msg::Opened(opened(briefing(&edited()), kept)));
        again.press("Esc");
        assert_eq!(marks(&again, &["Iron rusts", "Wood rots"]), expected, "{keys}");
    };
    check("", 0, "~+");
    check("Esc", 9, "~+");
    check("Esc }", 0, " +");
    check("Esc > >", 0, "  ");
    check("Esc ] [", 0, "~+");
    // As long as the reader is there the marks stay.
    let mut desk = treaty((120, 40));
    desk.press("Esc > >");
    assert_eq!(marks(&desk, &["Iron rusts", "Wood rots"]), "~+");
    let visited = desk.changes.iter().filter(|change| matches!(change, Change::Visited(_)));
    assert_eq!(visited.count(), 2);
}

#[test]
fn who_is_put_at_a_change_has_been_there_after_a_second() {
    let check = |seconds: i64, expected: &str| {
        let mut desk = Desk::bare(120, 40, true);
        desk.send(Msg::Opened(opened(briefing(TREATY), Kept::default())));
        desk.press("Esc }");
        desk.send(Msg::Leaving);
        let kept = desk.app.kept().clone();
        let mut desk = Desk::bare(120, 40, true);
        desk.send(Msg::Opened(opened(briefing(&edited()), kept)));
        assert_eq!(desk.focus(), "one/p2");
        desk.wait(seconds);
        let kept = desk.app.kept().clone();
        let mut again = Desk::bare(120, 40, true);
        again.send(Msg::Opened(opened(briefing(&edited()), kept)));
        assert_eq!(marks(&again, &["Iron rusts", "Wood rots"]), expected);
    };
    check(0, "~+");
    check(1, " +");
}

#[test]
fn what_was_not_looked_at_stays_news_whatever_comes_after() {
    let check = |versions: &[&[&str]], expected: &str| {
        let mut kept = Kept::default();
        for version in versions {
            kept.last_seen.meet(&Arc::new(Snapshot::of(&lesson(version))), true);
        }
        let last = versions.last().unwrap();
        let mut desk = Desk::bare(120, 40, true);
        desk.send(Msg::Opened(opened(lesson(last), kept)));
        desk.press("Esc");
        assert_eq!(marks(&desk, last), expected, "{versions:?}");
    };
    let fog = "Iron rusts in the fog that comes from the sea.";
    let mist = "Iron rusts in the mist that comes from the sea.";
    check(&[&[BRIDGES, IRON], &[BRIDGES, fog], &[BRIDGES, fog]], " ~");
    check(&[&[BRIDGES, IRON], &[BRIDGES, fog], &[BRIDGES, fog, ROPES]], " ~+");
    check(&[&[BRIDGES, IRON], &[BRIDGES, fog], &[ROPES, BRIDGES, fog]], "+ ~");
    check(&[&[BRIDGES, IRON], &[BRIDGES, fog], &[BRIDGES, mist]], " ~");
    check(&[&[BRIDGES, IRON], &[BRIDGES, fog], &[BRIDGES, IRON]], "  ");
    check(&[&[BRIDGES], &[BRIDGES, IRON], &[BRIDGES, fog]], " +");
    check(&[&[BRIDGES, IRON], &[BRIDGES], &[BRIDGES, IRON]], " +");
}

#[test]
fn what_a_fault_hid_is_nothing_new_when_it_is_mended() {
    let (all, part) = (&[BRIDGES, IRON, ROPES][..], &[ROPES][..]);
    let check = |versions: &[(&[&str], bool)], expected: &str| {
        let mut kept = Kept::default();
        for (version, whole) in versions {
            kept.last_seen.meet(&Arc::new(Snapshot::of(&lesson(version))), *whole);
        }
        let mut desk = Desk::bare(120, 40, true);
        desk.send(Msg::Opened(opened(lesson(all), kept)));
        assert_eq!(marks(desk.press("Esc"), all), expected, "{versions:?}");
    };
    check(&[(all, true), (part, true)], "++ ");
    check(&[(all, true), (part, false)], "   ");
    check(&[(all, true), (part, false), (part, false)], "   ");
    // What is not yet seen stays so, and what is another where it can be read is told.
    check(&[(&[BRIDGES, ROPES], true), (all, true), (part, false)], " + ");
    check(&[(&[BRIDGES, IRON, "Ropes fray where they bend."], true), (part, false)], "  ~");
    // Who never saw it without a fault is told nothing.
    check(&[(part, false)], "   ");
}

#[test]
fn of_a_long_briefing_not_all_words_are_kept() {
    let long: Vec<String> = (0..400).map(|n| format!("{n} {}", "word ".repeat(200))).collect();
    let check = |changed: usize, expected: &str| {
        let mut after: Vec<&str> = long.iter().map(String::as_str).collect();
        let before = lesson(&after);
        after[changed] = "Another.";
        let mut desk = desk(before, lesson(&after), (120, 40));
        let screen = desk.press("Esc > K").screen();
        assert_eq!(marks(&desk, &["Another."]), "~");
        assert!(screen.contains(expected), "{screen}");
    };
    check(0, "─ Before ─");
    check(399, "no link here");
}

#[test]
fn the_marks_stand_clear_of_everything_else_at_every_size() {
    for size in [(150, 45), (100, 30), (80, 24), (60, 20)] {
        let mut desk = treaty(size);
        desk.press("Esc }");
        assert_eq!(marks(&desk, &["Bridges", "Iron", "Wood", "Ropes"]), " ~+ ", "{size:?}");
    }
}

#[test]
fn to_a_class_nothing_has_changed() {
    for keys in ["z z }", "z z 2", "> F5", "> K F5", "> K : 1 Enter F5 Backspace", "z z }"] {
        let mut desk = treaty((120, 40));
        let screen = desk.press("Esc").press(keys).screen();
        for mark in ["~", "+", "Before", "changed"] {
            assert!(!screen.contains(mark), "{keys}: {mark}\n{screen}");
        }
    }
    for keys in ["z z >", "z z <"] {
        let mut desk = treaty((120, 40));
        let before = desk.press("Esc").focus();
        let screen = desk.press(keys).screen();
        assert!(screen.contains("what has changed is out of the class's sight"), "{screen}");
        assert_eq!(desk.focus(), before, "{keys}");
    }
}
