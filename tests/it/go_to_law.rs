//! Going to a provision as lawyers of several countries cite it: which law is meant, and what is refused.

use crate::common::Desk;

const LAWS: &str = r#"
format: 1
title: Ice
sections:
  - id: s
    title: Ice
    body:
      - {text: "A lake freezes; see [](article:act/4) and [](article:convention/4)."}
      - {text: "Nothing is cited here."}
instruments:
  - id: convention
    title: Convention on the Lakes
    short: Lakes Convention
    articles:
      - {part: CHAPTER II, title: What one does on ice}
      - {number: 3, title: Ice, text: {t3}}
      - {number: 4, title: Fishing, text: {t4}}
  - id: act
    title: 호수법
    language: ko
    articles:
      - {number: 4, title: 정의, text: {k4}}
  - id: gesetz
    title: Gesetz über die Eisdecke
    short: EisG
    language: de
    label: "§ {n}"
    articles:
      - {part: Abschnitt 1, title: Das Eis}
      - {number: 3, title: Betreten, text: {d3}}
      - {number: 4, title: Löcher, text: {d4}}
"#;

fn desk() -> Desk {
    let yaml = LAWS
        .replace("{t3}", r#""1. Nobody skates alone:\n   (a) by day;\n   (b) by night.\n2. The rest is free.""#)
        .replace("{t4}", r#""1. A hole is marked.\n2. It is closed.""#)
        .replace("{k4}", r#""① 뜻은 다음과 같다.\n  1. 얼음이란 물이다.\n  2. 구멍이란 틈이다.""#)
        .replace("{d3}", r#""(1) Verboten ist,\n  1. das Eis\n    a) zu betreten,\n    b) zu befahren,\n  2. es zu brechen.\n(2) Der Rest ist frei.""#)
        .replace("{d4}", r#""(1) Ein Loch ist zu sichern.""#);
    Desk::open(&yaml, 120, 34)
}

/// The first line of the list after `keys` and what is typed begins so.
#[track_caller]
fn check_after(keys: &str, typed: &str, expected: &str) {
    let mut desk = desk();
    desk.press(keys).press(":").write(typed);
    let screen = desk.screen().replace('\u{a0}', " ");
    let list = screen.split_once("Go to").map_or("", |(_, list)| list);
    let mut cells = list.split('│').map(|cell| cell.trim_start_matches('▌').trim());
    let is_entry =
        |cell: &&str| ["article", "provision", "part"].iter().any(|kind| cell.starts_with(kind));
    let first = cells.find(is_entry).unwrap_or_default();
    let words = first.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.starts_with(expected), "{keys} :{typed}\n{words}\n{screen}");
}

#[track_caller]
fn check(typed: &str, expected: &str) {
    check_after("", typed, expected);
}

#[test]
fn the_style_of_a_citation_says_which_law_is_meant() {
    check("4", "article Article 4: Fishing");
    check("Article 4", "article Article 4: Fishing");
    check("art. 4", "article Article 4: Fishing");
    check("제4조", "article 호수법 제4조: 정의");
    check("4조", "article 호수법 제4조: 정의");
    check("제4조제1항", "provision 호수법 제4조(1)");
    check("§ 4", "article § 4 EisG: Löcher");
    check("§4", "article § 4 EisG: Löcher");
    check("§ 3 Abs. 1", "provision § 3(1) EisG");
    check("Article 3(1)", "provision Article 3(1)");
}

#[test]
fn where_the_style_says_nothing_it_is_the_law_that_is_read() {
    let in_act = "I";
    check_after(in_act, "4", "article 호수법 제4조: 정의");
    check_after(in_act, "4(1)", "provision 호수법 제4조(1)");
    check_after(in_act, "3", "article Article 3: Ice");
    check_after(in_act, "§ 4", "article § 4 EisG: Löcher");
    check_after(in_act, "Article 4", "article Article 4: Fishing");
    check_after("2", "4", "article 호수법 제4조: 정의");
    // What is read in the text decides nothing, nor does what was gone to.
    check_after("}", "4", "article Article 4: Fishing");
    check_after(": § Space 4 Enter Esc : § Space 4 Enter Esc", "4", "article Article 4: Fishing");
}

#[test]
fn a_law_is_named_behind_its_provision() {
    check("§ 3 Abs. 1 EisG", "provision § 3(1) EisG");
    check("§ 3 Abs. 1 Nr. 1 lit. a EisG", "provision § 3(1)(1)(a) EisG");
    check("Art. 3(1)(a) of the Lakes Convention", "provision Article 3(1)(a)");
    check("3(2) of the Gesetz", "provision § 3(2) EisG");
    check("§ 4 EisG", "article § 4 EisG: Löcher");
}

#[test]
fn paragraphs_are_counted_in_roman_numbers_too() {
    check("§ 3 I Nr. 1 a", "provision § 3(1)(1)(a) EisG");
    check("§ 3 I 1 b EisG", "provision § 3(1)(1)(b) EisG");
    check("§ 3 II", "provision § 3(2) EisG");
}

#[test]
fn a_refusal_names_the_law_that_was_meant() {
    check("제4조제1항제2호의2", "provision no (2의2) in 제4조(1) of 호수법, which has (1), (2)");
    check("§ 4 Abs. 2", "article no (2) in § 4 of EisG, which has (1)");
    check("§ 3 I Nr. 9", "provision no (9) in § 3(1) of EisG, which has (1), (2)");
    check(
        "Article 4(2)(a)",
        "provision no (a) in Article 4(2) of Lakes Convention, which has nothing",
    );
    check("4(2) EisG", "article no (2) in § 4 of EisG, which has (1)");
}

#[test]
fn a_part_is_found_by_its_number_in_other_numerals() {
    check("Chapter 2", "part CHAPTER II: What one does on ice");
    check("chapter ii", "part CHAPTER II: What one does on ice");
    check("Abschnitt I", "part Abschnitt 1: Das Eis");
    check("Abschnitt 1", "part Abschnitt 1: Das Eis");
}

#[test]
fn umlauts_are_typed_with_an_e_too() {
    check("Loecher", "article § 4 EisG: Löcher");
    check("ueber die Eisdecke 3", "article § 3 EisG: Betreten");
}

/// `*` after these keys writes this in the go-to.
#[track_caller]
fn check_word(text: &str, keys: &str, expected: &str) {
    let yaml = LAWS
        .replace("{t3}", r#""1. Nobody skates alone.\n2. As Article 4(2) says.""#)
        .replace("{t4}", r#""1. A hole is marked.\n2. It is closed.""#)
        .replace("{k4}", r#""① 뜻은 다음과 같다.\n② 제4조제1항에 따른다.""#)
        .replace(
            "{d3}",
            r#""(1) Verboten ist,\n  1. das Eis zu betreten.\n(2) Nach Artikel 4 gilt § 4.""#,
        )
        .replace("{d4}", r#""(1) Ein Loch ist zu sichern.""#)
        .replace("Nothing is cited here.", text);
    let mut desk = Desk::open(&yaml, 60, 34);
    desk.press("}").press(keys).press("*");
    let written = desk.app.prompt().map(|prompt| prompt.words().to_owned());
    assert_eq!(written.as_deref(), Some(expected), "{text}\n{}", desk.screen());
}

#[test]
fn a_word_that_names_a_provision_leads_to_it() {
    check_word("Nach § 3 Abs. 1 Nr. 1 EisG.", "", "§ 3(1)(1) EisG");
    check_word("Nach §§ 3 Abs. 2, 4.", "", "§ 3(2) EisG");
    check_word("See Article 4(2) on holes.", "", "Article 4(2)");
    check_word("See Art. 4 para. 2.", "", "Article 4(2)");
    check_word("제4조제1항에 따라.", "", "호수법 제4조(1)");
    // What is not there is not made up.
    check_word("See Article 4(7).", "", "Article 4");
}

#[test]
fn a_word_that_is_hyphenated_is_taken_whole() {
    let yaml = "format: 1\ntitle: T\nlanguage: de\nsections: [{id: s, title: S, body: [{text: \"wer das sieht und es \
                nicht sagt, den straft die Oberlandesfischereischutzbehörde sofort und für immer.\"}]}]\n";
    for keys in ["j", "j j"] {
        let mut desk = Desk::open(yaml, 36, 20);
        let screen = desk.press(keys).screen();
        assert!(screen.contains("-\n"), "{screen}");
        let written = desk.press("*").app.prompt().map(|prompt| prompt.words().to_owned());
        assert_eq!(
            written.as_deref(),
            Some("Oberlandesfischereischutzbehörde"),
            "{keys}\n{screen}"
        );
    }
}
