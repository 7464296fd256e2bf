//! What was not edited, moved or gone; the words themselves as they were.

use std::ops::Range;

use attache::model::kept::{Anchor, Quote, Resolution};
use attache::model::{BlockIx, SectionIx};

use super::{anchor, briefing, check};

const TREATY: &str = "
    # one
    p1: Under Article 4 each side shall give «mutual aid» without delay by all means.
    p2: The treaty was signed in Pyongyang in June 2024 and came into force in December.
    # two
    p1: Seoul called it a violation of the resolutions of the Security Council.
";

#[test]
fn an_anchor_is_ids_and_words() {
    let expected = Anchor {
        card: None,
        section: "one".to_owned(),
        block: "p1".to_owned(),
        opening: "Under Article 4 each side shall give mutual aid ".to_owned(),
        above: Some(String::new()),
        below: Some(
            "The treaty was signed in Pyongyang in June 2024 and came into force in December."
                .to_owned(),
        ),
        alike: false,
        quote: Some(Quote {
            exact: "mutual aid".to_owned(),
            prefix: " Article 4 each side shall give ".to_owned(),
            suffix: " without delay by all means.".to_owned(),
            repeated: false,
        }),
    };
    assert_eq!(anchor(TREATY), expected);
}

#[test]
fn bytes_are_widened_to_characters_and_white_space_is_left_out() {
    let one = briefing("# one\np1: a e\u{301}e 조약 b");
    let at = BlockIx::new(SectionIx::new(0), 0);
    let check = |bytes: Range<usize>, expected: Option<&str>| {
        let quote = Anchor::at(&one, at, Some(bytes)).quote;
        assert_eq!(quote.map(|quote| quote.exact).as_deref(), expected);
    };
    check(2..3, Some("e\u{301}"));
    check(1..6, Some("e\u{301}e"));
    check(8..9, Some("조"));
    check(8..999, Some("조약 b"));
    check(1..2, None);
    check(3..3, Some("e\u{301}"));
    check(2..2, None);
    check(900..999, None);
}

#[test]
fn what_was_not_edited_is_where_it_was() {
    let plain = TREATY.replace(['«', '»'], "");
    check(TREATY, &plain, "at one/p1 ive |mutual aid| wit");
    check(
        "# one\nsigning: «Words, and more.",
        "# one\nsigning: Words, and more.",
        "at one/signing",
    );
}

#[test]
fn words_are_found_when_those_around_them_change() {
    let check_in = |text: &str, expected: &str| check(TREATY, &format!("# one\n{text}"), expected);
    check_in(
        "p1: Under Article 4 both shall give mutual aid, and soon.",
        "at one/p1 ive |mutual aid|, an",
    );
    check_in(
        "p1: What is more, under Article 4 each side shall give mutual aid without delay.",
        "at one/p1 ive |mutual aid| wit",
    );
    // Where the author named the paragraph, the words alone are enough.
    check("# one\naid: All «aid» is due.", "# one\naid: No aid at all.", "at one/aid No |aid| at ");
}

#[test]
fn words_are_followed_into_another_paragraph() {
    let shifted = TREATY.replace("p2:", "p3:").replace("p1: Under", "p1: A new one.\np2: Under");
    check(TREATY, &shifted.replace(['«', '»'], ""), "moved to one/p2 ive |mutual aid| wit");
    let renamed = TREATY.replace("p1: Under", "duty: Under").replace(['«', '»'], "");
    check(TREATY, &renamed, "moved to one/duty ive |mutual aid| wit");
    let after = "
        # one
        p1: The treaty was signed in Pyongyang.
        # three
        p1: Seoul said that each side shall give mutual aid without delay, and why.
    ";
    check(TREATY, after, "moved to three/p1 ive |mutual aid| wit");
}

#[test]
fn a_counted_paragraph_is_told_by_how_it_begins() {
    let before = "
        # one
        p1: The first of them says little.
        p2: «The second of them says more.
    ";
    let check = |after: &str, expected: &str| check(before, after, expected);
    check("# one\np1: The second of them says more.", "moved to one/p1");
    check("# one\np1: New.\np2: Newer.\np3: The second of them says more.", "moved to one/p3");
    check("# one\np1: New.\np2: The second of them says more. And more.", "at one/p2");
    check("# one\np1: New.\np2: The other one is new.", "adrift");
    check("# one\np1: New.", "adrift");
    // An address that the author wrote holds, whatever is written there now.
    check_written();
}

#[track_caller]
fn check_written() {
    let before = "# one\nsigning: «It was signed in June.";
    check(before, "# one\nsigning: They signed it in summer.", "at one/signing");
    check(before, "# two\nsigned: It was signed in June.", "moved to two/signed");
}

#[test]
fn words_that_are_gone_are_adrift() {
    check(TREATY, "# one\np1: Under Article 4 each side shall give help.", "adrift near one/p1");
    check(TREATY, "# two\np1: Seoul called it a violation.", "adrift");
    check(TREATY, "", "adrift");
    // A word that stands somewhere else, in other company, is not the one that was meant.
    check(TREATY, "# one\np1: New.\n# two\np1: There is mutual aid of old.", "adrift");
    check(
        "# one\np1: The «art» of it.",
        "# one\np1: The article of it.",
        "at one/p1 The |art|icle",
    );
}

#[test]
fn equal_words_are_told_apart_by_their_company() {
    let before = "
        # one
        p1: Russia signed it, Korea signed it, and then China «signed» nothing at all.
    ";
    check(before, &before.replace(['«', '»'], ""), "at one/p1 ina |signed| not");
    let after = "
        # one
        p1: China came in. Then Korea signed it, and China signed nothing, but Russia signed it.
    ";
    check(before, after, "at one/p1 ina |signed| not");
    let last = "# one\np1: aha aha «aha»";
    check(last, "# one\np1: aha aha aha", "at one/p1 aha |aha|");
    let first = "# one\np1: «aha» aha aha";
    check(first, "# one\np1: aha aha aha", "at one/p1 |aha| aha");
    let overlapping = "# one\np1: aha-«aha-aha»-aha, no more";
    check(overlapping, "# one\np1: aha-aha-aha-aha, no more", "at one/p1 aha-|aha-aha|-aha");
}

#[test]
fn korean_words_are_found_composed_or_not() {
    let before = "# one\np1: 러시아와 북한은 «포괄적 전략 동반자» 관계에 관한 조약을 체결하였다.";
    let composed = "# one\np1: 러시아와 북한은 포괄적 전략 동반자 관계에 관한 조약을 체결하였다.";
    check(before, composed, "at one/p1 북한은 |포괄적 전략 동반자| 관계에");
    let jamo = "\u{1111}\u{1169}\u{1100}\u{116A}\u{11AF}\u{110C}\u{1165}\u{11A8}"; // 포괄적
    let decomposed = composed.replace("포괄적", jamo);
    check(before, &decomposed, &format!("at one/p1 북한은 |{jamo} 전략 동반자| 관계에"));
    check(
        before,
        "# one\np1: 새 문단이다.\np2: 그 뒤에 북한은 포괄적 전략 동반자 관계를 말하였다.",
        "moved to one/p2 북한은 |포괄적 전략 동반자| 관계를",
    );
}

#[test]
fn marks_white_space_and_quotation_marks_do_not_matter() {
    let before = "# one\np1: Kim’s visit to «Chŏngjin» was “short”.";
    let after = "# one\np1: Kim's  visit to Cho\u{306}ngjin was \"short\".";
    check(before, after, "at one/p1  to |Cho\u{306}ngjin| was");
    // The letter without its mark is another letter.
    let check_letter = |after: &str, expected: &str| {
        check("# one\np1: In «Cho» they met again and again.", after, expected);
    };
    check_letter("# one\np1: In Cho\u{306}ng they met again and again.", "adrift near one/p1");
}

#[test]
fn anchors_reach_every_kind_of_block() {
    let list = "# one\np1: x\n- The first item.\n- The «second» item.";
    check(list, "# one\np1: x\n- New.\n- The second item.", "at one/p1 The |second| ite");
    let heading = "# one\n= «What follows\np1: Words.";
    check(heading, "# one\n= New\np1: Words.\n= What follows", "at one/");
    check(heading, "# one\n= New\np1: Words.", "adrift");
    check("# one\np1: «", "# one\np1:", "at one/p1");
}

#[test]
fn long_words_that_repeat_themselves_are_found_in_a_long_text() {
    let letters = |number| "a".repeat(number);
    let anchor = anchor(&format!("# one\nlong: Before «{}»", letters(60_000)));
    // Compared to its end at each place, this would be seven thousand million letters.
    let now = briefing(&format!("# one\nlong: Now {}", letters(180_000)));
    match anchor.find(&now) {
        Resolution::At { bytes: Some(bytes), .. } => assert_eq!(bytes.len(), 60_000),
        other => panic!("{other:?}"),
    }
}
