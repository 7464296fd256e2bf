//! What becomes of words that were chosen: copied with their citation, highlighted, noted.
#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use attache::command::Context;
use attache::model::kept::{Anchor, Kept};

use super::visual::{GAZETTE, SECOND, check, copied, reversed};
use crate::common::Desk;

/// The citation of what `keys` choose in the sample.
#[track_caller]
fn check_cited(keys: &str, expected: &str) {
    let mut desk = Desk::new(120, 40);
    desk.press(keys).press("y");
    assert_eq!(copied(&desk), expected, "{keys}");
}

#[test]
fn what_is_chosen_is_cited() {
    let place = "The harbour treaty of 1907, section 1 What the treaty says";
    let sources = format!("sources: {GAZETTE}; Letter of the harbour master, 1907");
    check_cited(
        "v l l l",
        &format!("“Ada Marsh and Ben” — {place}, ¶ 1 (as of 1 January 1908; {sources})"),
    );
    check_cited(
        "j j V } }",
        &format!(
            "“master, who learned of it from the newspaper and wrote a long letter about the tide line, which the treaty never defines.\n\n{SECOND}” — {place}, ¶ 1–2 (as of 1 January 1908; {sources})"
        ),
    );
    // Whose words they are is said of each.
    check_cited(
        "} } v ) } l",
        &format!(
            "“We shall share the water.” — Ada Marsh, quoted in {place}, ¶ 3 (as of 1 January 1908; source: {GAZETTE})\n\n\
             “The quay goes to the north\nThe crane goes to the council” — {place}, ¶ 4 (as of 1 January 1908)\n\n\
             “The” — {place}, ¶ 5, editor's note (as of 1 January 1908; source: Letter of the harbour master, 1907)"
        ),
    );
    // A cue has no number, and is not in the way of those that have.
    check_cited(
        "C } } } } } v }",
        &format!(
            "“Who gains from Article 4?\nLook at the dues.” — {place}, ¶ 6 (as of 1 January 1908)"
        ),
    );
    check_cited(
        "C } } } } } v } }",
        &format!(
            "“Who gains from Article 4?\nLook at the dues.\n\nLet them read the article first.” — {place}, ¶ 6 (as of 1 January 1908)"
        ),
    );
    // A heading goes with the paragraph below it.
    check_cited(
        "} } } } } v } }",
        &format!(
            "“Who gains from Article 4?\n\nSee also the quarrel and the archive.” — {place}, ¶ 6–7 (as of 1 January 1908)"
        ),
    );
}

#[test]
fn on_cards_whose_words_they_are_is_kept() {
    let gist = "Either town may close the gate";
    let of = "Article 4, Treaty on the Common Harbour";
    let basis = format!("(as of 1 January 1908; source: {GAZETTE})");
    let briefing = "The harbour treaty of 1907";
    let summary = format!("{of}, as summarised in {briefing} {basis}: {gist}");
    for keys in ["2 v l l l l l", "l l l l K v l l l l l", "2 Enter { v l l l l l"] {
        let mut desk = Desk::new(120, 40);
        desk.press(keys);
        let chosen = reversed(&desk).replace('|', " ");
        assert!(chosen.ends_with(gist), "{keys}: {chosen}");
        assert_eq!(copied(desk.press("y")), summary, "{keys}");
    }
    // Over several texts of a card each is cited by itself, the label of none chosen.
    check_cited(
        "2 v j j j $ s",
        &format!(
            "{of}, as summarised in {briefing} {basis}: Either town may close the gate when both bells ring.\n\n\
             {of}, as explained in {briefing} {basis}: The clause that started the quarrel."
        ),
    );
    // And it stays on its card.
    check(
        "2 v G",
        "Either town may close the gate when both bells ring.\n\nThe clause that started the quarrel.\n\nThe bells were sold in 1905.",
    );
    check("3 v }", "Mayor of Northtown. She built the quay.\n\nWants the gate open.");
    check_cited(
        "l l l l l l K v )",
        &format!(
            "“Where the water stands at spring tide.” — {briefing}, on Tide line (as of 1 January 1908)"
        ),
    );
}

#[test]
fn what_is_chosen_is_highlighted_one_to_a_paragraph() {
    let lit = |desk: &Desk| {
        let highlights = &desk.app.kept().highlights;
        let words = highlights.iter().map(|one| one.anchor.quote.as_ref().expect("words"));
        let mut words: Vec<_> = words.map(|quote| quote.exact.clone()).collect();
        words.sort();
        words
    };
    let mut desk = Desk::new(120, 40);
    desk.press("v l l M");
    assert_eq!(lit(&desk), ["Ada Marsh and"]);
    assert!(desk.screen().contains("highlighted; M takes it off"), "{}", desk.screen());
    assert_ne!(desk.app.context(), Context::Visual);
    // All of it is highlighted: no longer.
    desk.press("v l M");
    assert!(lit(&desk).is_empty());
    assert!(desk.screen().contains("no longer highlighted"), "{}", desk.screen());
    // Over three paragraphs.
    let mut desk = Desk::new(120, 40);
    desk.press("j j v } } } M");
    let third = "We shall share the water.";
    assert_eq!(
        lit(&desk),
        [
            SECOND,
            third,
            "master, who learned of it from the newspaper and wrote a long letter about the tide line, which the treaty never defines."
        ]
    );
    assert!(desk.screen().contains("highlighted in 3 paragraphs"), "{}", desk.screen());
    // A heading takes none, and a paragraph that is looked at is one.
    let mut desk = Desk::new(120, 40);
    desk.press("} } } } v } } M");
    assert_eq!(lit(&desk).len(), 2);
    let mut desk = Desk::new(120, 40);
    desk.press("G h h K v l M");
    assert_eq!(lit(&desk), ["Ben closed"]);
}

#[test]
fn a_note_is_on_exactly_the_chosen_words() {
    let notes = |desk: &Desk| {
        let quote = |anchor: &Anchor| anchor.quote.clone().map(|quote| quote.exact);
        let notes = desk.app.kept().notes.iter();
        notes.map(|note| (quote(&note.anchor), note.text.clone())).collect::<Vec<_>>()
    };
    let mut desk = Desk::new(120, 40);
    desk.press("j v l l a").write("Is it?");
    desk.press("Enter");
    assert_eq!(notes(&desk), [(Some("whose model is".to_owned()), "Is it?".to_owned())]);
    // The same words again: the same note.
    desk.press("v l l a").write(" No.");
    desk.press("Enter");
    assert_eq!(notes(&desk), [(Some("whose model is".to_owned()), "Is it? No.".to_owned())]);
    // Other words of the same sentence: another.
    desk.press("v l a").write("Hm.");
    desk.press("Enter");
    assert_eq!(notes(&desk).len(), 2);
    // Of a card it is on the whole card, and says so.
    for (keys, card) in [
        ("2 v", "article:harbour/4"),
        ("3 v", "actor:ada"),
        ("l K v", "actor:ada"),
        ("l l l l l l K v", "term:tide"),
    ] {
        let mut desk = Desk::new(120, 40);
        desk.press(keys);
        assert!(last_row(&desk).contains("a note"), "{keys}\n{}", desk.screen());
        desk.press("a");
        assert!(desk.screen().contains("on the whole card"), "{keys}\n{}", desk.screen());
        desk.write("Hm.").press("Enter");
        assert_eq!(desk.app.kept().notes[0].anchor.card.as_deref(), Some(card), "{keys}");
    }
    // Over several paragraphs it is on the first.
    let mut desk = Desk::new(120, 40);
    desk.press("} v } } a");
    assert!(desk.screen().contains("on the first of 2 paragraphs"), "{}", desk.screen());
    desk.write("Both.").press("Enter");
    assert_eq!(notes(&desk), [(Some(SECOND.to_owned()), "Both.".to_owned())]);
}

/// What the footer says.
fn last_row(desk: &Desk) -> String {
    desk.screen().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn what_cannot_be_held_is_refused() {
    for keys in ["2 v M", "3 v M", "l K v M"] {
        let mut desk = Desk::new(120, 40);
        desk.press(keys);
        let said = "only words of a paragraph can hold that; y copies these";
        assert!(desk.screen().contains(said), "{keys}\n{}", desk.screen());
        assert_eq!(desk.app.kept(), &Kept::default(), "{keys}");
        // They are still chosen.
        assert_eq!(desk.app.context(), Context::Visual, "{keys}");
    }
}

#[test]
fn before_a_class_what_is_the_readers_own_stays_out_of_sight() {
    for keys in ["z z v l", "z z 2 v", "z z l K v"] {
        let mut desk = Desk::new(120, 40);
        desk.press(keys);
        let footer = last_row(&desk);
        assert!(footer.contains("copy"), "{keys}: {footer}");
        assert!(!footer.contains("highlight") && !footer.contains("note"), "{keys}: {footer}");
    }
    let mut desk = Desk::new(120, 40);
    desk.press("z z v l");
    for key in ["M", "a"] {
        desk.press(key);
        assert!(desk.screen().contains("out of the class's sight"), "{}", desk.screen());
    }
    assert_eq!(
        desk.app.kept(),
        &Kept { preferences: desk.app.kept().preferences.clone(), ..Kept::default() }
    );
    assert_eq!(copied(desk.press("Y")), "Ada Marsh");
}
