//! Who stands how to whom: one in the middle, and the picture of all.

use std::fmt::Write as _;
use std::sync::Arc;

use attache::app::{Msg, Opened, Picture, View};

use crate::common::{self, Desk};

/// Two harbour towns and their people: told by one, by both alike, by both differently, twice, of
/// oneself, in every tone and in none.
const TOWNS: &str = "\
format: 1
title: Two harbour towns
sections:
  - id: quarrel
    title: The quarrel
    body:
      - text: '[Article 4](article:1907/4) binds [Ada Marsh](actor:ada) and [Southtown](actor:south).'
      - text: '[Ben Holt](actor:ben) keeps to [Article 4](article:1907/4).'
      - text: Nobody is named here.
instruments:
  - id: '1907'
    title: Treaty on the harbour
    short: 1907 treaty
    articles: [{number: '4', title: Dues, gist: Each ship pays once.}]
actors:
  - id: north
    name: Northtown
    kind: state
    role: The town on the north bank. It built the quay.
    relations:
      - {to: south, label: treaty of 1907, tone: strained}
      - {to: ada, label: governed by, tone: partner}
      - {to: isle, label: sends grain to, tone: ally}
      - {to: isle, label: sends grain to, tone: ally}
      - {to: council, label: pays, tone: neutral}
      - {to: north, label: divided over the gate}
  - id: south
    name: Southtown
    kind: state
    relations:
      - {to: north, label: treaty of 1907, tone: strained}
      - {to: ben, label: governed by, tone: partner}
      - {to: raiders, label: raided by, tone: adversary}
  - id: ada
    name: Ada Marsh
    kind: person
    role: Mayor of [Northtown](actor:north).
    relations:
      - {to: north, label: governs, tone: partner}
      - {to: ben, label: co-signatory, tone: strained}
  - id: ben
    name: Ben Holt
    kind: person
    relations:
      - {to: ada, label: co-signatory, tone: strained}
      - {to: south, label: governs, tone: partner}
  - {id: isle, name: The Isle, kind: state, relations: [{to: north, label: buys grain from, tone: neutral}]}
  - {id: raiders, name: The raider captain of the outer banks, kind: person}
  - {id: hermit, name: The hermit, kind: person}
  - {id: council, name: Port council, kind: institution}
";

const NOBODY: &str = "\
format: 1
title: Nobody
sections: [{id: s, title: S, body: [{text: Words.}]}]
";

fn towns(width: u16, height: u16, keys: &str) -> Desk {
    let mut desk = Desk::open(TOWNS, width, height);
    desk.press(keys);
    desk
}

fn picture(desk: &Desk) -> Option<&Picture> {
    match desk.app.overlays().first().map(|overlay| &overlay.view) {
        Some(View::Relations(relations)) => relations.picture(),
        _ => None,
    }
}

/// What the first line under the header says: who stands in the middle.
fn middle(desk: &Desk) -> String {
    desk.screen().lines().nth(2).unwrap_or_default().trim_matches([' ', '▌', '▎']).to_owned()
}

/// The line that the cursor is on.
fn eye(desk: &Desk) -> String {
    let screen = desk.screen();
    let line = screen.lines().find(|line| line.contains('▌')).unwrap_or_default();
    line.split('▌').nth(1).unwrap_or_default().trim_matches([' ', '▴', '▾']).to_owned()
}

#[test]
fn one_in_the_middle() {
    for (width, height) in [(150, 45), (80, 24), (60, 20)] {
        let name = format!("one-{width}x{height}");
        insta::assert_snapshot!(name, towns(width, height, "w Enter g }").screen());
    }
}

#[test]
fn a_picture_of_all() {
    insta::assert_snapshot!("picture-150x45", towns(150, 45, "w v").screen());
    insta::assert_snapshot!("picture-100x30", towns(100, 30, "w v g l").painting());
}

#[test]
fn a_list_of_all() {
    insta::assert_snapshot!("list-80x24", towns(80, 24, "w v").screen());
    insta::assert_snapshot!("list-60x20", towns(60, 20, "w v G").screen());
}

#[test]
fn without_utf8() {
    let mut desk = Desk::bare(120, 40, false);
    let briefing = Arc::new(common::briefing(TOWNS));
    desk.app.update(Msg::Opened(Opened {
        briefing,
        faults: Vec::new(),
        kept: attache::model::kept::Kept::default(),
    }));
    insta::assert_snapshot!("ascii-one", desk.press("w").screen());
    insta::assert_snapshot!("ascii-list", desk.press("v").screen());
}

#[test]
fn enter_walks_to_the_other_and_backspace_walks_back() {
    let mut desk = towns(80, 24, "w");
    assert_eq!(
        (middle(&desk), eye(&desk)),
        ("Ada Marsh  person".into(), "→ Northtown · governs".into())
    );
    desk.press("Enter");
    assert_eq!(middle(&desk), "Northtown  state");
    assert!(desk.screen().contains("5 relations, from Ada Marsh"), "{}", desk.screen());
    desk.press("} } }");
    let left = desk.screen();
    desk.press("Enter");
    assert_eq!(middle(&desk), "Southtown  state");
    assert_eq!(desk.press("Backspace").screen(), left);
    assert_eq!(middle(desk.press("Backspace")), "Ada Marsh  person");
    // The beginning of the walk: what is open closes, as everywhere.
    assert_eq!(desk.press("Backspace").app.overlays().len(), 0);
}

#[test]
fn the_other_side_and_back() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut desk = towns(width, height, "w } }");
        let one = desk.screen();
        desk.press("v");
        assert!(desk.screen().contains("7 actors, 6 pairs"), "{}", desk.screen());
        desk.press("v");
        assert_eq!(middle(&desk), "Ada Marsh  person", "{one}");
    }
}

#[test]
fn in_the_picture_a_key_goes_from_name_to_name() {
    let mut desk = towns(120, 40, "w v g");
    assert_eq!(eye(&desk), "Northtown  state");
    assert_eq!(eye(desk.press("j")), "Southtown  state");
    assert_eq!(eye(desk.press("Down Up k")), "Northtown  state");
    // The picture is left for the middle, and comes back.
    desk.press("j Enter");
    assert_eq!(middle(&desk), "Southtown  state");
    desk.press("Backspace");
    assert!(picture(&desk).is_some());
    assert_eq!(eye(&desk), "Southtown  state");
}

#[test]
fn every_entry_is_a_way_into_the_text() {
    // By the link to the card, or by r: who cites it.
    for keys in ["w l Enter } Enter", "w r Enter", "w v } } } } r Enter"] {
        let mut desk = towns(80, 24, "}");
        let before = desk.press(keys).focus();
        assert!(desk.app.overlays().is_empty(), "{keys}");
        assert_eq!(before, "quarrel/p1", "{keys}");
        desk.press("Backspace");
        assert!(!desk.app.overlays().is_empty(), "{keys}");
        assert_eq!(desk.focus(), "quarrel/p2", "{keys}");
    }
}

#[test]
fn it_opens_on_whom_the_reader_means() {
    const ROWS: &[(&str, &str)] = &[
        // The first whom the paragraph names.
        ("", "Ada Marsh  person"),
        ("}", "Ben Holt  person"),
        // Nobody is named: the first of the section.
        ("} }", "Ada Marsh  person"),
        // The chosen link, if it is an actor.
        ("l", "Ada Marsh  person"),
        ("l l l", "Southtown  state"),
        // The actor under the cursor, or the paragraph's while an article is.
        ("3 }", "Southtown  state"),
        ("2", "Ada Marsh  person"),
        // A look at an actor, a card of one, one that a card links to, a place that names one.
        ("l l l K", "Southtown  state"),
        ("3 Enter", "Ada Marsh  person"),
        ("3 Enter g l", "Northtown  state"),
        ("2 Enter }", "Ben Holt  person"),
        // A card that was opened from here: the walk goes on.
        ("w l Enter", "Northtown  state"),
        ("w v l Enter", "Northtown  state"),
    ];
    for (before, expected) in ROWS {
        let mut desk = towns(100, 40, before);
        desk.press("w");
        assert_eq!(middle(&desk), *expected, "w after {before:?}\n{}", desk.screen());
        let count = desk.app.overlays().iter();
        assert!(count.filter(|one| matches!(one.view, View::Relations(_))).count() == 1);
    }
}

#[test]
fn the_picture_follows_the_size() {
    let mut desk = towns(120, 40, "w v g j");
    assert!(picture(desk.resize(80, 24)).is_none());
    assert!(desk.screen().contains("treaty of 1907"), "{}", desk.screen());
    desk.resize(150, 45);
    assert!(picture(&desk).is_some_and(|picture| picture.width > 90));
    assert!(picture(desk.resize(110, 32)).is_some_and(|picture| picture.width < 80));
}

#[test]
fn without_actors_and_without_relations_it_says_so() {
    let mut desk = Desk::open(NOBODY, 80, 24);
    desk.press("w v Enter Backspace w");
    assert!(desk.screen().contains("This briefing names no actors"), "{}", desk.screen());
    let mut desk = Desk::open(&format!("{NOBODY}actors: [{{id: a, name: Alone}}]\n"), 120, 40);
    desk.press("w");
    assert!(desk.screen().contains("Nothing is told of how it stands"), "{}", desk.screen());
    desk.press("v");
    assert!(desk.screen().contains("names no states and no persons"), "{}", desk.screen());
}

/// A briefing of `count` actors, each with a few relations.
fn many(count: usize) -> String {
    let tones = ["ally", "partner", "neutral", "strained", "adversary"];
    let mut yaml = format!("{NOBODY}actors:\n");
    for actor in 0..count {
        let kind = if actor % 2 == 0 { "state" } else { "person" };
        let relation = |n: usize| {
            let (other, tone) = ((actor * 3 + n * n) % count, tones[(actor + n) % 5]);
            format!("{{to: a{other}, label: told {n}, tone: {tone}}}")
        };
        let relations: Vec<String> = (1..4).map(relation).collect();
        let relations = relations.join(", ");
        let name = "n".repeat(actor % 30 + 1);
        let actor = format!("id: a{actor}, name: {name}{actor}, kind: {kind}");
        let _ = writeln!(yaml, "  - {{{actor}, relations: [{relations}]}}");
    }
    yaml
}

#[test]
fn names_in_the_picture_never_touch() {
    for count in [1, 2, 12, 60, 200] {
        let mut desk = Desk::open(&many(count), 104, 30);
        desk.press("w v");
        for (width, height) in [(104, 30), (120, 40), (150, 45), (300, 100), (1000, 500)] {
            desk.resize(width, height);
            let picture = picture(&desk).expect("there is room for a picture");
            let said = format!("{count} at {width}x{height}");
            assert!(picture.vertices.len() >= count.min(20), "{said}: {}", picture.vertices.len());
            for (n, vertex) in picture.vertices.iter().enumerate() {
                assert!(
                    vertex.x + vertex.width <= picture.width && vertex.y < picture.height,
                    "{said}"
                );
                for other in picture.vertices.iter().skip(n + 1).filter(|other| other.y == vertex.y)
                {
                    let clear =
                        vertex.x + vertex.width < other.x || other.x + other.width < vertex.x;
                    assert!(clear, "{said}: {} and {}", vertex.name, other.name);
                }
            }
        }
    }
}

#[test]
fn of_hundreds_it_says_how_many_it_shows() {
    let mut desk = Desk::open(&many(300), 150, 45);
    desk.press("w v");
    let shown = picture(&desk).map_or(0, |picture| picture.vertices.len());
    assert!(desk.screen().contains(&format!("{shown} of 300 actors")), "{}", desk.screen());
    // The list has them all.
    desk.resize(80, 24);
    assert!(desk.screen().contains("300 actors"), "{}", desk.screen());
}
