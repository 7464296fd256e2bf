//! Articles beside each other, and the list of all that are compared.

use std::sync::Arc;

use attache::app::{Msg, Opened};
use attache::theme::{Depth, Name, Theme};

use crate::common::{self, Desk, header, words};

/// A treaty whose first article has three counterparts, two with their wording; its second one;
/// and one that is compared with nothing.
const HARBOURS: &str = "\
format: 1
title: Four harbours
sections:
  - id: text
    title: The text
    body:
      - {id: start, text: 'Nothing is cited here, by [Ada Marsh](actor:ada) of all people.'}
      - {id: gate, text: 'After [Article 3](article:3), it is [Article 1](article:1) that counts.'}
      - {id: dues, text: 'The model is [the old dues](article:old/9) of [1880](instrument:old).'}
instruments:
  - id: new
    title: Treaty on the Common Harbour
    short: 1907 treaty
    signed: 1907-03-03
    in_force: 1907-06-01
    articles:
      - number: 1
        title: The gate
        theme: passage
        gist: Either town may close the gate when both bells ring.
        text: The Gate shall stand open by day and by night, except when *both* bells are rung.
        meaning: The clause that started the quarrel over [Article 2](article:2).
        see: [2]
        compare: [old/1, league/III, custom/gates]
        confidence: medium
        note: The bells were sold in 1905.
      - {number: 2, title: Dues, gist: Dues are split., compare: [old/9]}
      - {number: 3, title: Lamps, gist: The towns light the quay in turn.}
  - id: old
    title: Treaty of 1880
    short: 1880 treaty
    signed: 1880
    ended: 1899
    articles:
      - number: 1
        title: Passage
        gist: The gate stays open.
        text: The gate shall stand open by day and, in times of peace, by night.
      - {number: 9, title: Tolls, gist: Each town takes its own.}
  - id: league
    title: Statutes of the League of Harbours
    short: Statutes
    articles:
      - number: III
        title: No closing
        gist: No member closes its gate.
        text: No member shall close its harbour.
        compare: [custom/gates]
  - id: custom
    title: Custom of the coast
    articles:
      - {number: gates, title: Gates, meaning: Nobody has written it down.}
actors:
  - {id: ada, name: Ada Marsh, kind: person}
";

const PLAIN: &str = "\
format: 1
title: Plain
sections: [{id: s, title: S, body: [{text: One.}]}]
";

/// The briefing with its second paragraph in focus, after `keys`.
fn desk(width: u16, height: u16, keys: &str) -> Desk {
    let mut desk = Desk::open(HARBOURS, width, height);
    desk.press("}").press(keys);
    desk
}

#[test]
fn columns_where_they_fit() {
    insta::assert_snapshot!("150x45", desk(150, 45, "c").screen());
    insta::assert_snapshot!("80x24", desk(80, 24, "c").screen());
    insta::assert_snapshot!("80x24-wording", desk(80, 24, "c } } }").screen());
}

#[test]
fn one_below_the_other_where_not() {
    insta::assert_snapshot!("60x20", desk(60, 20, "c").screen());
    insta::assert_snapshot!("60x20-wording", desk(60, 20, "c } } }").screen());
    insta::assert_snapshot!("20x5", desk(20, 5, "c d").screen());
}

#[test]
fn all_comparisons() {
    insta::assert_snapshot!("all-80x24", desk(80, 24, "c v").screen());
    insta::assert_snapshot!("all-60x20", desk(60, 20, "c v").screen());
    assert!(Desk::open(PLAIN, 80, 24).press("c").screen().contains("No article of this briefing"));
}

#[test]
fn differing_words_are_told_by_more_than_colour() {
    let mut desk = desk(80, 24, "c } } }");
    insta::assert_snapshot!("styles-wording", desk.painting());
    desk.theme = Theme::new(Name::Mono, Depth::Mono, true);
    assert!(desk.painting().contains("BOLD \"‹in times of peace›\""), "{}", desk.painting());
}

#[test]
fn each_cell_says_what_it_is() {
    for (width, height, keys) in [(80, 24, "c } } }"), (60, 20, "c } }"), (150, 45, "c")] {
        let screen = words(&desk(width, height, keys));
        for said in ["In short · Article 1", "In short · 1880 treaty, Article 1"] {
            assert!(screen.contains(said), "{said} at {width}\n{screen}");
        }
    }
    let screen = words(&desk(150, 45, "c"));
    for said in ["Wording · 1880 treaty, Article 1", "What it means · Statutes, Article III"] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
}

#[test]
fn without_utf8() {
    let mut desk = Desk::bare(80, 24, false);
    let briefing = Arc::new(common::briefing(HARBOURS));
    desk.app.update(Msg::Opened(Opened {
        briefing,
        faults: Vec::new(),
        kept: attache::model::kept::Kept::default(),
    }));
    desk.press("Esc } c");
    let screen = words(&desk);
    assert!(
        screen.contains("Wording - Article 1                  | Wording - 1880 treaty, Article 1")
    );
    assert!(screen.contains("| and, <in times of peace>, by night."), "{screen}");
}

#[test]
fn each_screen_takes_as_many_as_it_has_room_for() {
    for (width, said) in [
        (60, "1 of 3"),
        (80, "1 of 3"),
        (123, "1 of 3"),
        (124, "1–2 of 3"),
        (150, "1–2 of 3"),
        (165, "3"),
        (300, "3"),
    ] {
        let header = header(&desk(width, 30, "c"));
        assert!(header.ends_with(&format!(" {said} counterparts")), "{width}: {header}");
    }
}

#[test]
fn another_width_shows_others_and_keeps_the_row() {
    let mut desk = desk(80, 24, "c > > } }");
    assert!(header(&desk).ends_with("3 of 3 counterparts"));
    desk.resize(150, 24);
    assert!(header(&desk).ends_with("2–3 of 3 counterparts"));
    assert!(words(&desk).contains("▌ In short · Article 1"), "{}", desk.screen());
    desk.resize(20, 5).resize(60, 20);
    assert!(words(&desk).contains("▌ In short · Article 1"), "{}", desk.screen());
}

/// What stands in the header after keys, from the paragraph that cites articles 3 and 1.
#[test]
fn each_key_leads_where_it_should() {
    for (keys, said) in [
        // The first article of the paragraph that is compared at all, and the same key closes it.
        ("c", "Compare: Article 1 1 of 3 counterparts"),
        ("c c", "1 The text at ¶ 2 of 3 ("),
        ("c Esc", "1 The text at ¶ 2 of 3 ("),
        ("c Backspace", "1 The text at ¶ 2 of 3 ("),
        // The other counterparts, no further than to the last.
        ("c >", "Compare: Article 1 2 of 3 counterparts"),
        ("c > > >", "Compare: Article 1 3 of 3 counterparts"),
        ("c > > <", "Compare: Article 1 2 of 3 counterparts"),
        ("c <", "Compare: Article 1 1 of 3 counterparts"),
        // A chosen link, a card, an article in its pane.
        ("l l c", "Compare: Article 1 1 of 3 counterparts"),
        ("} l c", "Compare: 1880 treaty, Article 9 1 counterpart"),
        ("} l K c", "Compare: 1880 treaty, Article 9 1 counterpart"),
        ("} 2 c", "Compare: 1880 treaty, Article 9 1 counterpart"),
        ("2 } c", "Compare: Article 1 1 of 3 counterparts"),
        ("2 } Enter c", "Compare: Article 1 1 of 3 counterparts"),
        // In the view: another article that is chosen comes on top, and closes first.
        ("c l l c", "Compare: 1880 treaty, Article 1 1 counterpart"),
        ("c l l c Esc", "Compare: Article 1 1 of 3 counterparts"),
        ("c l l c l l c", "Compare: Article 1 1 of 3 counterparts"),
        ("c l l Enter c", "Compare: 1880 treaty, Article 1 1 counterpart"),
        ("c l Enter c", "Compare: Article 1 1 of 3 counterparts"),
        // From the list of all.
        ("c v Enter", "Compare: Article 1 1 of 3 counterparts"),
        ("c v } Enter", "Compare: Article 2 1 counterpart"),
        ("c v } } Enter", "Compare: Statutes, Article III 1 of 2 counterparts"),
    ] {
        let desk = desk(80, 24, keys);
        assert!(header(&desk).contains(said), "{keys}: {}\n{}", header(&desk), desk.screen());
    }
}

#[test]
fn elsewhere_all_are_listed() {
    for keys in ["{ c", "{ l c", "l c", "3 c", "2 c", "o c", "c v", "} l l c"] {
        let screen = desk(80, 24, keys).screen();
        assert!(screen.contains("─ Compare: all ─"), "{keys}\n{screen}");
    }
    let near = words(&desk(80, 24, "} l l c"));
    assert!(near.contains("▌ Article 2 · Dues"), "{near}");
    assert!(!desk(80, 24, "{ c c").screen().contains("Compare: all"));
}

#[test]
fn a_row_leads_into_the_text_and_back_to_where_it_was() {
    let mut desk = desk(80, 24, "c > } } }");
    let before = desk.painting();
    desk.press("Enter");
    assert!(desk.screen().contains("Article 1, cited once"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!((desk.focus().as_str(), desk.app.overlays().len()), ("text/gate", 0));
    desk.press("Backspace Backspace");
    assert_eq!(desk.painting(), before);
}

#[test]
fn a_link_in_a_column_is_followed() {
    // The name of the second column, then what the meaning of the article links.
    for (keys, card) in [("c l l Enter", "Passage"), ("c } } } } l Enter", "Dues")] {
        let screen = desk(80, 24, keys).screen();
        assert!(screen.contains(card) && screen.contains("Cited by"), "{keys}\n{screen}");
    }
}

#[test]
fn long_wordings_are_compared_to_the_last_word() {
    let long = format!("{}its gate.", "no member shall ever close ".repeat(900));
    let yaml = HARBOURS
        .replace(
            "The Gate shall stand open by day and by night, except when *both* bells are rung.",
            &long,
        )
        .replace(
            "The gate shall stand open by day and, in times of peace, by night.",
            &long.replace("its", "its own"),
        );
    let mut desk = Desk::open(&yaml, 80, 24);
    let screen = words(desk.press("} c G"));
    for said in [
        "its ‹own› gate.",
        "of 4503 words shared",
        "no words that 1880 treaty",
        "4502 of 4502 words",
    ] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
}
