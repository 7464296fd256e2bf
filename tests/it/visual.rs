//! Words chosen one by one: which they are, how they are shown, and what ends it.
#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use attache::app::{Effect, Msg, Opened};
use attache::command::Context;
use attache::model::kept::Kept;
use attache::theme::{Depth, Name, Theme};
use ratatui::style::Modifier;

use crate::common::{self, Desk};

pub(crate) const GAZETTE: &str =
    "Northtown Press, Harbour Gazette, 4 March 1907, https://example.org/gazette";
const FIRST: &str = "Ada Marsh and Ben Holt signed on 3 March. The core is Article 4, whose model is Article 1 of 1880. Nobody had asked the harbour master, who learned of it from the newspaper and wrote a long letter about the tide line, which the treaty never defines.";
pub(crate) const SECOND: &str =
    "A second paragraph follows. It cites Article 5 and names the port council alone.";

/// What was copied last.
pub(crate) fn copied(desk: &Desk) -> &str {
    let copied = desk.effects.iter().rev().find_map(|effect| match effect {
        Effect::Copy(words) => Some(words.as_str()),
        _ => None,
    });
    copied.unwrap_or_else(|| panic!("nothing was copied\n{}", desk.screen()))
}

/// The words that `keys` choose, from the beginning of the sample on a screen of this width.
#[track_caller]
fn check_at(width: u16, keys: &str, expected: &str) {
    let mut desk = Desk::new(width, 40);
    desk.press(keys);
    assert_eq!(desk.app.context(), Context::Visual, "{keys}");
    desk.press("Y");
    assert_eq!(copied(&desk), expected, "{keys}");
    // Nothing is chosen any more.
    desk.press("Esc");
    assert!(reversed(&desk).is_empty(), "{keys}: {}", reversed(&desk));
}

#[track_caller]
pub(crate) fn check(keys: &str, expected: &str) {
    check_at(120, keys, expected);
}

/// The reversed cells, row by row.
pub(crate) fn reversed(desk: &Desk) -> String {
    let buffer = desk.buffer();
    let width = usize::from(buffer.area.width).max(1);
    let row = |cells: &[ratatui::buffer::Cell]| {
        let reversed = cells.iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED));
        reversed.map(ratatui::buffer::Cell::symbol).collect::<String>()
    };
    let rows = buffer.content().chunks(width).map(row).filter(|row| !row.is_empty());
    rows.collect::<Vec<_>>().join("|")
}

#[test]
fn by_word() {
    check("v", "Ada");
    check("v l l l", "Ada Marsh and Ben");
    check("v w w w b", "Ada Marsh and");
    check("v Right Right Left", "Ada Marsh");
    // There is nothing before.
    check("v h", "Ada");
    // The marks between two words are chosen with them, those around them are not.
    check("v l l l l l l l l", "Ada Marsh and Ben Holt signed on 3 March");
    check("v l l l l l l l l l", "Ada Marsh and Ben Holt signed on 3 March. The");
    // From the line that is read, and both ways.
    check("j v", "whose");
    check("j v h h", "Article 4, whose");
    check("j v l o h", "4, whose model");
    check("j v l o h o l", "4, whose model is");
    // From the words of the chosen link.
    check("l l l l v", "Article 4");
    check("l l l l v l", "Article 4, whose");
    check("l l l l v o h", "is Article 4");
}

#[test]
fn what_is_a_word() {
    let check = |text: &str, words: &[&str]| {
        let yaml = format!(
            "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: {text:?}}}]}}]\n"
        );
        for (n, word) in words.iter().enumerate() {
            let mut desk = Desk::open(&yaml, 120, 24);
            desk.press("v").press(&"l ".repeat(n)).press("o").press(&"l ".repeat(n)).press("Y");
            assert_eq!(copied(&desk), *word, "{text}");
        }
    };
    check("Under Article 4(1), as amended.", &["Under", "Article", "4(1)", "as", "amended"]);
    check("the Team (MSMT), of 2025", &["the", "Team", "(MSMT)", "of", "2025"]);
    check("(see Annex A) now", &["see", "Annex", "A", "now"]);
    check("a mutual-defence pact—Russia’s", &["a", "mutual-defence", "pact", "Russia’s"]);
    check("in the U.S. of Art. 4. The rest", &["in", "the", "U.S.", "of", "Art.", "4", "The"]);
    check("“We – they” cost $5, or 3.5%", &["We", "they", "cost", "$5", "or", "3.5%"]);
    check("조약은 4조(1항)이다.", &["조약은", "4조(1항)이다"]);
    check("日本 語", &["日", "本", "語"]);
    check("ภาษาไทยของภาษา abc", &["ภาษา", "ไทย", "ของ", "ภาษา", "abc"]);
    check("ພາສາລາວ", &["ພາສາ", "ລາວ"]);
    check("—", &["—"]);
}

#[test]
fn by_letter() {
    check("v L", "Ada ");
    check("v H", "Ad");
    check("v H H H H", "A");
    check("v l L L L", "Ada Marsh an");
    check("v l H H", "Ada Mar");
    // An end that moves back takes letters before it.
    check("j v h H", " 4, whose");
    check("j v h L", ", whose");
    check("j v l o H", " whose model");
    check("v ) H", "Ada Marsh and Ben Holt signed on 3 March");
    // On from there by words.
    check("v l L L l", "Ada Marsh and");
}

#[test]
fn by_line_and_to_the_ends_of_it() {
    check("v $", "Ada Marsh and Ben Holt signed on 3 March. The core is Article 4,");
    check("j v l l ^", "whose");
    check("j v l l o ^", "whose model is");
    check("V", "Ada Marsh and Ben Holt signed on 3 March. The core is Article 4,");
    check(
        "V j",
        "Ada Marsh and Ben Holt signed on 3 March. The core is Article 4, whose model is Article 1 of 1880. Nobody had asked the harbour",
    );
    check(
        "j V k",
        "Ada Marsh and Ben Holt signed on 3 March. The core is Article 4, whose model is Article 1 of 1880. Nobody had asked the harbour",
    );
    // From line to line the end keeps to its column.
    check(
        "v l l j",
        "Ada Marsh and Ben Holt signed on 3 March. The core is Article 4, whose model",
    );
    check("v l l j j k k", "Ada Marsh and");
}

#[test]
fn by_sentence_and_by_paragraph() {
    let core = "The core is Article 4, whose model is Article 1 of 1880.";
    check("v )", "Ada Marsh and Ben Holt signed on 3 March.");
    check("v ) )", &format!("Ada Marsh and Ben Holt signed on 3 March. {core}"));
    check("j v (", "The core is Article 4, whose");
    check("j v ( (", "Ada Marsh and Ben Holt signed on 3 March. The core is Article 4, whose");
    check("j v s", core);
    check("j v s h", &format!("Ada Marsh and Ben Holt signed on 3 March. {core}"));
    check("j v s s", "whose");
    check("v }", FIRST);
    check("v } }", &format!("{FIRST}\n\n{SECOND}"));
    check("} v {", &format!("{FIRST}\n\nA"));
    // A paragraph that is chosen to its end is left for the next.
    check("} v } {", "A");
}

#[test]
fn over_whatever_stands_between() {
    let citing = "It cites Article 5 and names the port council alone.";
    let quoted = "We shall share the water.";
    let listed = "The quay goes to the north\nThe crane goes to the council";
    let note = "The gazette prints 2 March; the letter says the third.";
    // No mark of evidence, no quotation mark, no bullet, no name of a note, no hint and no cue.
    check("} j v ( o } }", &format!("{citing}\n\n{quoted}"));
    check("} } v }", quoted);
    check("} } } v }", listed);
    check("} } } v j", "The quay goes to the north\nThe");
    check("} } } } v }", note);
    check(
        "} } v G",
        &format!(
            "{quoted}\n\n{listed}\n\n{note}\n\nFor the class\n\nWho gains from Article 4?\n\nSee also the quarrel and the archive."
        ),
    );
    // From the last word of the section there is nothing further.
    check("G v $ l l j } )", "See also the quarrel and the archive.");
    check(
        "G v g",
        &format!(
            "{FIRST}\n\n{SECOND}\n\n{quoted}\n\n{listed}\n\n{note}\n\nFor the class\n\nWho gains from Article 4?\n\nSee"
        ),
    );
    // What helps the teacher can be chosen where it is shown.
    check(
        "C } } } } } v } }",
        "Who gains from Article 4?\nLook at the dues.\n\nLet them read the article first.",
    );
}

#[test]
fn what_is_chosen_is_reversed_and_counted() {
    let mut desk = Desk::new(120, 40);
    desk.press("v l l l");
    assert_eq!(reversed(&desk), "Ada Marsh and Ben");
    let last = |desk: &Desk| desk.screen().lines().last().unwrap_or_default().to_owned();
    assert!(last(&desk).starts_with(" 4 words chosen   y copy   Y words alone"), "{}", last(&desk));
    desk.press("j");
    assert_eq!(reversed(&desk).split('|').count(), 2);
    // Wherever there is no colour, and no UTF-8.
    for utf8 in [true, false] {
        let mut desk = Desk::bare(60, 20, utf8);
        desk.theme = Theme::new(Name::Mono, Depth::Mono, utf8);
        let briefing = common::sample();
        desk.app.update(Msg::Opened(Opened {
            briefing,
            faults: Vec::new(),
            kept: Kept::default(),
        }));
        desk.press("Esc M v l l");
        assert!(reversed(&desk).starts_with("Ada Marsh and"), "{}", reversed(&desk));
        assert!(last(&desk).starts_with(" 3 words chosen   y copy"), "{}", last(&desk));
    }
}

#[test]
fn hyphens_at_line_ends_are_not_taken_along() {
    let long = "It was an internationalisation of extraordinary responsibilities notwithstanding.";
    let yaml = format!(
        "format: 1\ntitle: T\nlanguage: en\nsections: [{{id: s, title: S, body: [{{text: {long}}}]}}]\n"
    );
    for width in [20, 24, 30, 60] {
        let mut desk = Desk::open(&yaml, width, 20);
        desk.press("v }");
        let broken = desk.screen().lines().any(|line| line.trim_end().ends_with('-'));
        assert_eq!(broken, width < 60, "{width}\n{}", desk.screen());
        assert_eq!(copied(desk.press("Y")), long, "{width}");
    }
    // A word that is broken at the end of a line is chosen whole.
    let mut desk = Desk::open(&yaml, 24, 20);
    assert_eq!(copied(desk.press("V Y")), "It was an internationalisation");
}

#[test]
fn wide_letters_and_marks_stay_whole() {
    let text = "부산항은 큰 항구이다. Cafe\u{301} на\u{301}ш 日本語 e\u{301}nd, 👩‍👩‍👧 stop.";
    let yaml = format!(
        "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: '{text}'}}]}}]\n"
    );
    let check = |keys: &str, expected: &str| {
        let mut desk = Desk::open(&yaml, 80, 24);
        desk.press(keys).press("Y");
        assert_eq!(copied(&desk), expected, "{keys}");
    };
    check("v l", "부산항은 큰");
    check("v )", "부산항은 큰 항구이다.");
    check("v l l l", "부산항은 큰 항구이다. Cafe\u{301}");
    check("v l l l l", "부산항은 큰 항구이다. Cafe\u{301} на\u{301}ш");
    check("v }", text);
    // From line to line by what is seen, not by bytes.
    let mut desk = Desk::open(&yaml, 24, 20);
    desk.press("v j");
    let cells = reversed(&desk);
    assert_eq!(cells.split('|').count(), 2, "{cells}");
}

#[test]
fn where_nothing_is_said_nothing_is_chosen() {
    // A list of sources, an address, what was copied.
    for keys in ["Left Enter", "G l l Enter", "y"] {
        let mut desk = Desk::new(120, 40);
        desk.press(keys).press("v");
        assert!(desk.screen().contains("no words to choose here"), "{keys}\n{}", desk.screen());
        assert_ne!(desk.app.context(), Context::Visual);
    }
    // Elsewhere the key has another use.
    for (keys, words) in
        [("x v", "Matrix: actors by sections"), ("Q v", "Class: quiz"), ("c v", "Compare: all")]
    {
        let mut desk = Desk::new(120, 40);
        desk.press(keys);
        assert!(desk.screen().contains(words), "{keys}\n{}", desk.screen());
    }
}

#[test]
fn what_ends_it() {
    for keys in ["v", "Esc", "V v v", "s v v"] {
        let mut desk = Desk::new(120, 40);
        desk.press("v l l").press(keys);
        assert_ne!(desk.app.context(), Context::Visual, "{keys}");
        assert_eq!(reversed(&desk), "", "{keys}");
        assert_eq!(desk.focus(), "text/signing", "{keys}");
    }
    // The keys are shown without ending it; what else is opened from there does.
    let mut desk = Desk::new(120, 40);
    desk.press("v l l ?");
    assert!(desk.screen().contains("While choosing words"), "{}", desk.screen());
    desk.press("Esc");
    assert_eq!((desk.app.context(), reversed(&desk).as_str()), (Context::Visual, "Ada Marsh and"));
    for keys in ["? o", "? /", "? :", "? ' Esc Esc", "? t"] {
        let mut desk = Desk::new(120, 40);
        desk.press("v l l").press(keys).press("Esc Esc Esc");
        assert_eq!(desk.app.context(), Context::Text, "{keys}");
        assert_eq!(reversed(&desk), "", "{keys}");
    }
    // A key that chooses nothing, and opens or finds something else, does that.
    for (keys, context) in [
        ("/", Context::Prompt),
        (":", Context::Prompt),
        ("'", Context::Marks),
        ("t", Context::Timeline),
        ("c", Context::Compare),
    ] {
        let mut desk = Desk::new(120, 40);
        desk.press("v l l").press(keys);
        assert_eq!(desk.app.context(), context, "{keys}");
        desk.press("Esc");
        assert_eq!((desk.app.context(), reversed(&desk).as_str()), (Context::Text, ""), "{keys}");
    }
    let mut desk = Desk::new(120, 40);
    desk.press("v l l R");
    assert_eq!(desk.asked(), [&Effect::Reload]);
    assert_eq!((desk.app.context(), reversed(&desk).as_str()), (Context::Text, ""));
    // One that moves something else does nothing.
    for keys in ["Tab", "2", "]", "Enter", "m"] {
        let mut desk = Desk::new(120, 40);
        desk.press("v l l").press(keys);
        assert_eq!(reversed(&desk), "Ada Marsh and", "{keys}");
    }
    // The briefing is read again.
    let mut desk = Desk::new(120, 40);
    desk.press("v l l");
    let (briefing, kept) = (common::sample(), Kept::default());
    desk.send(Msg::Opened(Opened { briefing, faults: Vec::new(), kept }));
    desk.press("Esc");
    assert_eq!((desk.app.context(), reversed(&desk).as_str()), (Context::Text, ""));
    // A match is gone to from the keys.
    let mut desk = Desk::new(120, 40);
    desk.press("/ s h a r e Enter g v l l ? n");
    assert_eq!((desk.app.context(), desk.focus().as_str()), (Context::Text, "text/p3"));
    // Nothing of it comes back with the place.
    let mut desk = Desk::new(120, 40);
    desk.press("2 Enter { v l l ? o");
    desk.press("} Enter Backspace");
    assert_eq!(reversed(&desk), "", "{}", desk.screen());
}

#[test]
fn another_size_chooses_no_other_words() {
    let mut desk = Desk::new(120, 40);
    desk.press("j v l l l l } ) o h o");
    let chosen = reversed(&desk).replace('|', " ");
    for (width, height) in [(60, 20), (150, 45), (20, 6), (80, 24), (100, 30)] {
        desk.resize(width, height);
        assert_eq!(desk.app.context(), Context::Visual);
        // The end that moves is in sight.
        assert!(desk.cursor().is_some(), "{width}x{height}\n{}", desk.screen());
    }
    desk.resize(120, 40);
    assert_eq!(reversed(&desk).replace('|', " "), chosen);
    // Nor does it where lines are chosen, which are others then.
    desk.press("Esc g v V j");
    desk.resize(60, 20).press("Y");
    let lines = "Ada Marsh and Ben Holt signed on 3 March. The core is Article 4, whose model is Article 1 of 1880. Nobody had asked the harbour";
    assert_eq!(copied(&desk), lines);
}

#[test]
fn it_scrolls_along() {
    let words: Vec<String> = (0..700).map(|n| format!("word{n}")).collect();
    let yaml = format!(
        "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: {0}}}, {{text: {0}}}]}}]\n",
        words.join(" ")
    );
    for (width, height) in [(150, 45), (80, 24), (60, 20)] {
        let mut desk = Desk::open(&yaml, width, height);
        desk.press("v");
        for _ in 0..60 {
            desk.press("j");
            assert!(desk.cursor().is_some(), "{}", desk.screen());
        }
        desk.press("}");
        assert!(desk.screen().contains("word699"), "{}", desk.screen());
        assert!(desk.screen().contains(" 700 words chosen"), "{}", desk.screen());
        assert_eq!(copied(desk.press("Y")), words.join(" "));
        desk.press("Esc } G v d u g");
        assert!(desk.screen().contains("word0 word1"), "{}", desk.screen());
    }
}

#[test]
fn what_is_folded_is_not_chosen() {
    // The lens leaves what names the council: a paragraph, and a list.
    let mut desk = Desk::new(120, 40);
    desk.press("3 G L 1 g");
    assert!(desk.screen().contains("lens: Port council"), "{}", desk.screen());
    assert_eq!(
        copied(desk.press("v G Y")),
        format!("{SECOND}\n\nThe quay goes to the north\nThe crane goes to the council")
    );
    desk.press("Esc g v G y");
    let cited = copied(&desk);
    assert!(cited.contains("¶ 2 (as of") && cited.contains("¶ 4 (as of"), "{cited}");
}

#[test]
fn at_every_size() {
    for (width, height) in [(150, 45), (80, 24), (60, 20)] {
        let mut desk = Desk::new(width, height);
        desk.press("v l l j");
        insta::assert_snapshot!(format!("text-{width}x{height}"), desk.painting());
    }
    let mut desk = Desk::new(80, 24);
    insta::assert_snapshot!("peek", desk.press("l l l l K v j").painting());
    let mut desk = Desk::new(80, 24);
    insta::assert_snapshot!("presenter", desk.press("z z v )").painting());
}
