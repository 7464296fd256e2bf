//! Clauses beside each other, element by element.

use std::sync::Arc;

use attache::app::{Msg, Opened};
use attache::model::kept::Kept;

use crate::common::{self, Desk, header, words};

/// A clause that is taken apart into five elements, and four that it is compared with: three of them are
/// taken apart too. The briefing gives an order and titles; one element is not in it.
const HARBOURS: &str = "\
format: 1
title: Five harbours
elements:
  trigger: What sets it off
  duty: What it asks
  when: When
  filters: Filters
sections:
  - id: text
    title: The text
    body:
      - {id: start, text: 'Nothing is cited here.'}
      - {id: gate, text: 'It is [Article 1](article:1) that counts.'}
instruments:
  - id: new
    title: Treaty on the Common Harbour
    short: 1907 treaty
    articles:
      - number: 1
        title: The gate
        text: The gate shall stand open by day and by night.
        elements:
          bells: Both must ring
          when: At once, and by night too
          duty: The gate stands open
          trigger: A ship of either town asks for it
          filters: '[Article 2](article:2); the law of each town'
        compare: [old/1, league/III, custom/gates, port/4]
      - {number: 2, title: Dues, gist: Dues are split.}
  - id: old
    title: Treaty of 1880
    short: 1880 treaty
    articles:
      - number: 1
        text: The gate shall stand open by day.
        elements: {trigger: The same, duty: The same, when: At once}
  - id: league
    title: Statutes of the League of Harbours
    short: Statutes
    articles:
      - number: III
        elements:
          duty: No member closes its gate
          filters: The constitution of each member
  - id: custom
    title: Custom of the coast
    articles:
      - {number: gates, gist: Nobody has written it down.}
  - id: port
    title: Regulations of the Port of Lowmouth and of the Roads before It
    articles:
      - {number: 4, elements: {trigger: A storm, duty: 'None: a right to enter', filters: Quarantine}}
";

/// The briefing with its second paragraph in focus, after `keys`.
fn desk(width: u16, height: u16, keys: &str) -> Desk {
    let mut desk = Desk::open(HARBOURS, width, height);
    desk.press("}").press(keys);
    desk
}

#[test]
fn a_table_where_there_is_room() {
    insta::assert_snapshot!("150x45", desk(150, 45, "c").screen());
    insta::assert_snapshot!("100x30", desk(100, 30, "c").screen());
}

#[test]
fn one_element_after_the_other_where_not() {
    insta::assert_snapshot!("80x24", desk(80, 24, "c").screen());
    insta::assert_snapshot!("60x20", desk(60, 20, "c }").screen());
    insta::assert_snapshot!("20x8", desk(20, 8, "c }").screen());
}

/// What stands in the header after keys.
#[test]
fn each_key_leads_where_it_should() {
    for (width, keys, said) in [
        (80, "c", "Compare: Article 1 4 counterparts · by element"),
        (80, "c >", "Compare: Article 1 4 counterparts · by element"),
        (80, "c V", "Compare: Article 1 1 of 4 counterparts"),
        (80, "c V > >", "Compare: Article 1 3 of 4 counterparts"),
        (80, "c V V", "Compare: Article 1 4 counterparts · by element"),
        (100, "c", "Compare: Article 1 1–2 of 4 counterparts · by element"),
        (100, "c >", "Compare: Article 1 3–4 of 4 counterparts · by element"),
        (100, "c > V", "Compare: Article 1 3 of 4 counterparts"),
        (120, "c", "Compare: Article 1 1–3 of 4 counterparts · by element"),
        (150, "c", "Compare: Article 1 4 counterparts · by element"),
        // A clause in the table is a link.
        (150, "c l l c", "Compare: 1880 treaty, Article 1 1 counterpart · by element"),
        (80, "c l l Enter c", "Compare: 1880 treaty, Article 1 1 counterpart · by element"),
        // One that is not taken apart is compared with one that is.
        (80, "c l l l l c", "Compare: Custom of the coast, Gates 1 counterpart · by element"),
        (80, "c c", "1 The text"),
        (80, "c V c", "1 The text"),
        (80, "c v Enter", "Compare: Article 1 4 counterparts · by element"),
    ] {
        let desk = desk(width, 30, keys);
        assert!(header(&desk).contains(said), "{keys}: {}\n{}", header(&desk), desk.screen());
    }
}

#[test]
fn the_footer_names_the_other_way() {
    for (keys, said) in [("c", " V words "), ("c V", " V elements ")] {
        let screen = desk(80, 24, keys).screen();
        assert!(screen.contains(said), "{keys}\n{screen}");
    }
    let screen = Desk::new(80, 24).press("c V").screen();
    assert!(screen.contains("none of these is taken apart into elements"), "{screen}");
}

#[test]
fn another_width_keeps_the_way_and_the_row() {
    let mut desk = desk(150, 30, "c } } }");
    assert!(words(&desk).contains("▌ When "), "{}", desk.screen());
    desk.resize(80, 24);
    assert!(words(&desk).contains("by element"), "{}", desk.screen());
    desk.press("V").resize(150, 30);
    assert!(!words(&desk).contains("by element"), "{}", desk.screen());
}

#[test]
fn what_one_has_alone_is_marked_only_beside_others_that_are_taken_apart() {
    let table = words(&desk(150, 45, "c"));
    for said in ["◆ Both must ring", "◆ what one has and no other", "— not given"] {
        assert!(table.contains(said), "{said}\n{table}");
    }
    assert!(!table.contains("◆ At once"), "{table}");
    let alone = words(&desk(150, 45, "c l l l l c"));
    assert!(alone.contains("Both must ring") && !alone.contains('◆'), "{alone}");
    assert!(alone.contains("— not taken apart in this briefing"), "{alone}");
    assert!(alone.contains("— what this briefing does not tell of one"), "{alone}");
}

#[test]
fn each_mark_that_stands_in_the_table_is_explained_below_it() {
    let both = "◆ what one has and no other   — what this briefing does not tell of one";
    let check = |of: &str, expected: &str| {
        let elements = "elements: {trigger: The same, duty: The same, when: At once}";
        let yaml = HARBOURS
            .replace(elements, of)
            .replace("compare: [old/1, league/III, custom/gates, port/4]", "compare: [old/1]");
        let screen = words(Desk::open(&yaml, 100, 30).press("} c"));
        let last = screen.lines().rev().skip(2).find(|line| !line.trim().is_empty());
        assert_eq!(last.map(str::trim), Some(expected), "{screen}");
    };
    let all = "trigger: x, duty: x, when: x, filters: x";
    check(&format!("elements: {{{all}}}"), both);
    check(
        &format!("elements: {{{all}, bells: x}}"),
        "bells              Both must ring                          x",
    );
    check("gist: Nothing.", "— what this briefing does not tell of one");
}

#[test]
fn the_names_of_the_columns_stay_in_sight() {
    let yaml = HARBOURS.replace("At once, and by night too", &"by night, ".repeat(90));
    let mut desk = Desk::open(&yaml, 100, 20);
    desk.press("} c");
    let row = |desk: &Desk, at: usize| words(desk).lines().nth(at).unwrap_or_default().to_owned();
    let names = "Article 1                 1880 treaty, Article 1    Statutes, Article III";
    assert!(row(&desk, 2).contains(names), "{}", desk.screen());
    desk.press("} } } Space");
    let rule = row(&desk, 1).replace('─', " ");
    assert!(rule.contains(names), "{}", desk.screen());
    assert_eq!(desk.press("g").screen().matches("Statutes").count(), 1, "{}", desk.screen());
}

#[test]
fn a_card_has_its_elements_in_the_order_of_the_briefing() {
    let screen = words(Desk::open(HARBOURS, 80, 40).press("} Right K"));
    let places: Vec<_> = ["What sets it off", "What it asks", "When", "Filters", "bells"]
        .map(|title| screen.find(title))
        .into();
    assert!(places.is_sorted() && places[0].is_some(), "{screen}");
}

#[test]
fn without_utf8() {
    let mut desk = Desk::bare(100, 30, false);
    let briefing = Arc::new(common::briefing(HARBOURS));
    desk.app.update(Msg::Opened(Opened { briefing, faults: Vec::new(), kept: Kept::default() }));
    let screen = words(desk.press("Esc } c"));
    for said in ["# Both must ring", "- not given", "# what one has and no other"] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
}
