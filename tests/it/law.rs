//! The law as it is written: provisions in the articles pane, and an instrument that is read through.

use attache::desk::PaneId;
use attache::model::kept::Kept;

use crate::common::{self, Desk};

fn desk(width: u16, height: u16) -> Desk {
    Desk::read(common::law(), width, height)
}

/// The screen after `keys`, with plain blanks.
fn seen(desk: &mut Desk, keys: &str) -> String {
    desk.press(keys).screen().replace('\u{a0}', " ")
}

/// The screen after `keys` has all of `words`.
#[track_caller]
fn shows(keys: &str, words: &[&str]) {
    let screen = seen(&mut desk(120, 34), keys);
    for words in words {
        assert!(screen.contains(words), "{words:?} after {keys:?}\n{screen}");
    }
}

/// The screen after `keys` has none of `words`.
#[track_caller]
fn hides(keys: &str, words: &[&str]) {
    let screen = seen(&mut desk(120, 34), keys);
    for words in words {
        assert!(!screen.contains(words), "{words:?} after {keys:?}\n{screen}");
    }
}

/// What is said after `keys`.
#[track_caller]
fn says(keys: &str, expected: &str) {
    let mut desk = desk(120, 34);
    desk.press(keys);
    assert_eq!(desk.app.said(), Some(expected), "{keys}\n{}", desk.screen());
}

#[test]
fn the_articles_pane_opens_at_what_is_cited() {
    // Two provisions of one article: one card, both set off.
    shows(
        "",
        &["▎   (b) tell the other in writing", "▎3. Either party may ask", "  Article 4(2)(b)  "],
    );
    assert_eq!(desk(120, 34).reader().pane(PaneId::Articles).items().len(), 1);
    hides("", &["▎   (c)", "▎2. Each party"]);
    // What is cited has all that stands in it set off.
    shows("}", &["▎   (b) a long tow"]);
    // An article that is cited as a whole stands as it did.
    hides("} } }", &["▎All who live"]);
}

#[test]
fn a_link_to_a_provision_goes_there_and_back_comes_back() {
    shows("Right Right Enter", &["▍Article 4(3) · followed", "▎3. Either party may ask"]);
    let mut desk = desk(120, 34);
    let above = |screen: String| screen.trim_end().rsplit_once('\n').unwrap().0.to_owned();
    let before = above(desk.press("Right Right").screen());
    assert_eq!(above(desk.press("Enter Backspace").screen()), before);
    // A look at it, and its card from elsewhere.
    shows("Right K", &["Provision", "▎   (b) tell the other in writing"]);
    shows("Right K r", &["Article 4(2)(b), cited once", "1 Who may pass, ¶ 1"]);
}

#[test]
fn a_provision_is_cited_by_whom_its_parts_are_cited_by() {
    let law = common::law();
    let index = law.index();
    let provision = |name: &str| {
        let all = law.blocks().flat_map(|(at, _)| index.cites(at));
        all.into_iter().find(|target| law.name(target) == name).cloned().unwrap()
    };
    assert_eq!(index.cited_by(&provision("Pilot rules, Rule 7(2)(b)")).len(), 2);
    assert_eq!(index.cited_by(&provision("Article 4(2)(b)")).len(), 1);
    assert_eq!(index.cited_by(&provision("Article 4(2)(b)").card()).len(), 2);
}

const GEESE: &str = r#"
format: 1
title: Geese
language: de
sections: [{id: s, title: S, body: [{text: "Nach [](article:act/3)."}]}]
instruments:
  - id: charter
    title: Charter of the Ponds
    language: en
    articles: [{number: 2, see: [act/4a], text: "1. Ponds are wet."}]
  - id: act
    title: Gesetz zum Schutz der Gänse
    short: GänseSchG
    label: "§ {n}"
    articles:
      - {number: 3, title: Anmeldung, see: [act/4a, charter/2(1), ko/2], text: "Wer Gänse hält, meldet sie an (siehe [](article:act/4a))."}
      - {number: 4a, title: Ausnahmen, text: "Die Behörde kann Ausnahmen zulassen."}
  - id: ko
    title: 거위법
    language: ko
    articles: [{number: 2, see: [act/4a], text: "거위는 물에 산다."}]
"#;

#[test]
fn what_is_to_be_seen_too_is_named_as_its_law_names_it() {
    let shown = |keys: &str, words: &str| {
        let mut desk = Desk::open(GEESE, 120, 40);
        let screen = seen(&mut desk, keys);
        assert!(screen.contains(words), "{words:?} after {keys:?}\n{screen}");
    };
    shown(": § Space 3 Enter", "See also   § 4a · Charter of the Ponds,");
    shown(": § Space 3 Enter", "Article 2(1) · 거위법 제2조");
    shown(": A r t . Space 2 Enter", "See also   § 4a GänseSchG");
    // Who refers to an article stands on its card, and who asks is led there.
    shown(": § Space 4 a Enter", "Cited by   not cited in the text");
    shown(": § Space 4 a Enter", "Named in   Charter of the Ponds,");
    shown(": § Space 4 a Enter", "§ 3 · 거위법 제2조");
    shown(": § Space 4 a Enter r", "§ 4a GänseSchG, cited 3 times");
    shown(": § Space 4 a Enter r", "§ 3 GänseSchG · Anmeldung");
    // A provision that is named is named of its article too.
    shown(": A r t . Space 2 Enter", "Named in   § 3 GänseSchG");
}

#[test]
fn an_article_whose_number_is_a_word_goes_by_its_label_in_a_list() {
    let yaml = "format: 1\ntitle: T\nsections: [{id: s, title: S, body: [{text: '[](article:1) of [](instrument:t)'}]}]\n\
        instruments: [{id: t, title: T, articles: [{number: preamble, label: Opening},\n\
        {number: 1, see: [preamble, 2]}, {number: 2, label: Second}]}]\n";
    let screen = seen(&mut Desk::open(yaml, 120, 34), "");
    for list in ["Articles   Opening · 1 · 2", "See also   Opening · Second"] {
        assert!(screen.contains(list), "{list}\n{screen}");
    }
}

#[test]
fn without_actors_the_articles_have_their_rows() {
    let rows = |yaml: &str| {
        let desk = Desk::open(yaml, 100, 40);
        [PaneId::Articles, PaneId::Actors].map(|pane| desk.reader().pane(pane).size().1)
    };
    let cited = "format: 1\ntitle: T\nsections: [{id: s, title: S, body: [{text: 'See [Article 1](article:1) by [Ada](actor:ada).'}]}]\n\
        instruments: [{id: t, title: T, articles: [{number: 1, gist: It is so.}]}]\nactors: [{id: ada, name: Ada}]\n";
    assert_eq!(rows(cited), [20, 12]);
    assert_eq!(rows(&cited.replace("[Ada](actor:ada)", "nobody")), [30, 2]);
}

#[test]
fn the_articles_pane_goes_along_the_instrument() {
    shows("2 )", &["▍Articles · followed", "Article 5 · The board"]);
    shows("2 0 2 )", &["Annex I"]);
    shows("2 ( (", &["Preamble"]);
    says("2 0 3 )", "this is the last article");
    says("2 ( ( (", "this is the first article");
    says("2 p )", "the articles are pinned; p lets go");
    shows("2", &[") next article"]);
}

#[test]
fn an_instrument_opens_where_the_reader_is() {
    let header = "Instrument: Orla Convention";
    // From the text at what the paragraph cites first, from a link at where that leads.
    shows("I", &[header, "Article 4 · 3 of 5 · Part I", "▌    (b) tell the other in writing"]);
    shows("Right Right I", &["▌ 3. Either party may ask"]);
    shows("} I", &["Instrument: Pilot rules", "Rule 7 · 2 of 4 · Section I", "(b) a long tow"]);
    // From the articles pane, a look, the card, the contents, the title page, by its name.
    shows("2 ) I", &["Article 5 · 4 of 5"]);
    shows("} Right K I", &["Rule 7 · 2 of 4"]);
    shows("] Right Right Enter Enter", &["Instrument: Pilot rules", "4 articles"]);
    shows("] Right Right K Enter", &["Instrument: Pilot rules", "4 articles"]);
    shows("o G Enter", &["Instrument: Declaration of the Two Shores"]);
    shows("i I", &[header]);
    let mut desk = desk(120, 34);
    desk.press(":").write("instrument").press("Enter");
    assert!(desk.screen().contains(header), "{}", desk.screen());
    // The key that opened it closes it, as Esc does.
    let text = self::desk(120, 34).screen();
    assert_eq!(desk.press("I").screen(), text);
    assert_eq!(desk.press("I ] ] Esc").screen(), text);
}

#[test]
fn its_keys_go_by_article_and_by_provision() {
    shows("I ]", &["▌ Article 5 · The board", "4 of 5 · Part II"]);
    shows("I [", &["▌ Article 4 · Keeping the channel"]);
    shows("I 2 [", &["▌ Article 1 · The strait"]);
    shows("I }", &["▌    (c) leave the bed"]);
    shows("I {", &["▌    (a) mark its side"]);
    shows("I g", &["Convention on the Strait of Orla", "signed 2 March 1924"]);
    shows("I G", &["5 of 5", "100%"]);
    says("I G ]", "this is the last article");
    says("I g [", "this is the first article");
    says("I G }", "this is the end");
    shows("I", &["] next article", "} provision", "c compare", "a note"]);
}

#[test]
fn the_law_stands_alone_where_that_is_asked_for() {
    shows("I", &["In short  Each party keeps", "What it means"]);
    hides("I S", &["In short  Each party keeps", "What it means", "Editor's note"]);
    shows("I S", &["▌    (b) tell the other in writing", "S all"]);
    shows("I S S", &["In short  Each party keeps", "▌    (b) tell the other in writing"]);
    // An article without its wording keeps what there is.
    shows("I S G", &["In short  Where the two lights stand."]);
}

#[test]
fn its_contents_lead_to_parts_and_articles() {
    shows("I o", &["Contents: Orla Convention", "Part I · Passage", "▌   Article 4 · Keeping"]);
    shows("I o } Enter", &["Part II", "▌ Article 5 · The board"]);
    shows(
        "} I o",
        &["Part B · In sight of one another", "    Section I · Meeting", "      Rule 8"],
    );
    let before = desk(120, 34).press("I").screen();
    assert_eq!(desk(120, 34).press("I o o").screen(), before);
}

#[test]
fn its_links_lead_on_in_it_and_back() {
    // Within the instrument it is gone to, and Backspace leads back.
    shows("I } Right Enter", &["▌ Article 1 · The strait"]);
    shows("I } Right Enter Backspace", &["▌    (c) leave the bed"]);
    // Another instrument is looked at as a card.
    shows("I ] } } Right Enter", &["Rule 8", "Instrument: Orla Convention"]);
    shows("I r", &["cited once"]);
    shows("I c", &["Compare: Article 4"]);
}

#[test]
fn beside_it_stands_who_cites_the_article() {
    shows("I", &["Article 4 · cited by 2 paragraphs", "1 Who may pass, ¶ 1  (2)(b), (3)"]);
    shows("I ]", &["Article 5 · not cited in the text"]);
    let narrow = desk(90, 30).press("I").screen();
    assert!(!narrow.contains("cited by 2 paragraphs"), "{narrow}");
}

#[test]
fn its_parts_stand_beside_it_by_their_names() {
    shows("} I", &["Part B · In sight of one another\n", "│    Section I · Meeting\n"]);
    let yaml = TWICE.replace(
        "      - number: 2",
        "      - {part: Section 1., title: General}\n      - number: 2",
    );
    let mut desk = Desk::read(common::yaml::load_one(&yaml).briefing.unwrap(), 120, 34);
    let screen = seen(&mut desk, "I G");
    assert_eq!(screen.matches("Section 1 · General").count(), 2, "{screen}");
    assert_eq!(screen.matches("Section 1.").count(), 1, "{screen}");
}

#[test]
fn law_has_no_word_of_ours_among_its_own() {
    shows(
        "I",
        &["Article 4 · Keeping the channel  cited twice: (2)(b), (3)", "2. Each party shall: "],
    );
    shows("} I", &["Rule 7 · Risk of meeting  cited twice: (2)(b)"]);
}

#[test]
fn a_search_lands_in_it() {
    let mut desk = desk(120, 34);
    desk.press("I /").write("third lamp").press("Enter");
    assert!(desk.screen().contains("Who waits shows a third lamp"), "{}", desk.screen());
    let mut desk = self::desk(120, 34);
    desk.press("} I /").write("third lamp").press("Enter");
    assert!(desk.screen().contains("▌ 2. Who waits shows a third lamp"), "{}", desk.screen());
    assert!(desk.screen().contains("Rule 8 · 3 of 4"), "{}", desk.screen());
}

#[test]
fn a_provision_is_gone_to_by_its_number() {
    let check = |typed: &str, expected: &str, shown: &str| {
        let mut desk = desk(120, 34);
        desk.press(":").write(typed);
        let list = desk.screen();
        assert!(list.contains(&format!("provision   {expected}")), "{typed}\n{list}");
        desk.press("Enter");
        assert!(desk.screen().contains(shown), "{typed}\n{}", desk.screen());
    };
    check("4(2)(b)", "Article 4(2)(b)", "▎   (b) tell the other in writing");
    check("4 (2)(b)", "Article 4(2)(b)", "▎   (b) tell the other in writing");
    check("4 2 b", "Article 4(2)(b)", "▎   (b) tell the other in writing");
    check("rule 7(2)", "Pilot rules, Rule 7(2)", "▎2. Among the signs");
    check("pilot 7 2 b", "Pilot rules, Rule 7(2)(b)", "▎   (b) a long tow");
    check("rules/8(2)", "Pilot rules, Rule 8(2)", "▎2. Who waits");
    check("declaration 2 2", "Declaration of the Two Shores, Article 2(2)", "▎Nobody is asked");
    for typed in ["art 4 para 2 lit b", "4.2.b", "4-2-b", "art. 4(2)(b)", "Art. 4 Abs. 2 lit. b"] {
        check(typed, "Article 4(2)(b)", "▎   (b) tell the other in writing");
    }
    check("§ 4 Abs. 2", "Article 4(2)", "▎2. Each party shall");
    check("4.2", "Article 4(2)", "▎2. Each party shall");
    check("Rule 7.2", "Pilot rules, Rule 7(2)", "▎2. Among the signs");
    check("항구 제4조제1항", "항구법 제4조(1)", "▎① 항만청은");
    check("항구 제4조 2항 1호", "항구법 제4조(2)(1)", "▎  1. 등불로");
}

#[test]
fn a_number_before_the_end_is_an_articles_where_there_is_one() {
    shows("I 4 G", &["▌ Article 4 · Keeping the channel"]);
    shows("I 5 G", &["▌ Article 5 · The board"]);
    shows("I 5 g", &["▌ Article 5 · The board"]);
    shows("} I 7 G", &["▌ Rule 7 · Risk of meeting"]);
    shows("} } I 4 G", &["▌ 제4조 · 항로의 관리"]);
    // No article 3: the third entry.
    shows("I 0 3 G", &["▌ The parties,"]);
}

#[test]
fn a_provision_that_is_not_there_is_said_with_those_that_are() {
    let check = |typed: &str, expected: &str, shown: &str| {
        let mut desk = desk(120, 34);
        desk.press(":").write(typed);
        assert!(desk.screen().contains(expected), "{typed}\n{}", desk.screen());
        desk.press("Enter");
        assert!(desk.screen().contains(shown), "{typed}\n{}", desk.screen());
    };
    let article = "article     no (9) in Article 4 of Orla Convention, which has (1), (2), (3)";
    check("4(9)", article, "  Article 4 · Keeping the channel");
    check("art 4 abs 9", article, "  Article 4 · Keeping the channel");
    check(
        "4.2.d",
        "provision   no (d) in Article 4(2) of Orla Convention, which has (a), (b),",
        "▎2. Each party shall",
    );
    check("4(3)(a)", "no (a) in Article 4(3) of Orla Convention, which has", "▎3. Either party");
}

#[test]
fn a_part_is_found_and_read_at_its_heading() {
    let check = |keys: &str, words: &str, expected: &[&str]| {
        let mut desk = desk(120, 34);
        desk.press(keys).write(words).press("Enter");
        for words in expected {
            assert!(desk.screen().contains(words), "{keys} {words}\n{}", desk.screen());
        }
    };
    let part = ["Part II · Quarrels", "▌ Article 5 · The board", "Instrument: Orla Convention"];
    check(":", "Part II", &part);
    check(":", "quarrels", &part);
    check("/", "Quarrels", &part);
    check("/", "Part II", &part);
    check("I /", "Part II", &part);
    check("I :", "Part II", &part);
    let section = ["Part B · In sight", "Section I · Meeting", "▌ Rule 7 · Risk of meeting"];
    check(":", "Section I", &section);
    check("/", "Section I", &section);
}

/// A law whose first article leads over to points, and whose second one has a mark twice.
const TWICE: &str = "
format: 1
title: T
sections: [{id: s, title: S, body: [{text: 'See [](article:1(b)) and [](article:2(1)).'}]}]
instruments:
  - id: t
    title: Treaty
    articles:
      - number: 1
        text: |
          Geese may:
            (a) walk;
            (b) swim.
      - number: 2
        text:
          - {number: 1., text: Ducks may, points: [{number: (a), text: dive.}, {number: (a), text: rest.}]}
";

#[test]
fn a_provision_is_told_once_and_opened_by_its_short_way() {
    let briefing = common::yaml::load_one(TWICE).briefing.unwrap();
    let mut desk = Desk::read(briefing, 90, 30);
    let read = seen(&mut desk, "I");
    // Not at the point beside the other that has the same mark.
    assert_eq!(read.matches("cited once").count(), 2, "{read}");
    assert!(read.contains("Article 1  cited once: (b)"), "{read}");
    assert!(read.contains("Article 2  cited once: (1)"), "{read}");
    assert!(read.contains("(b) swim.\n"), "{read}");
    desk.press("y");
    let copied = desk.asked();
    assert!(copied.iter().any(|effect| format!("{effect:?}").contains("Article 1(b), Treaty")));
}

#[test]
fn an_enumerator_without_words_of_its_own_is_shown() {
    let yaml = TWICE.replace(
        "          Geese may:\n            (a) walk;\n            (b) swim.\n",
        "          1. (a) Geese walk.\n          (b) They swim.\n          2. They rest.\n",
    );
    let briefing = common::yaml::load_one(&yaml.replace("1(b)", "1(1)(b)")).briefing.unwrap();
    let mut desk = Desk::read(briefing, 90, 30);
    let pane = seen(&mut desk, "2");
    assert!(pane.contains("1.\n"), "{pane}");
    let read = seen(&mut desk, "I");
    let lines: Vec<_> = read.lines().map(str::trim_end).collect();
    let at = lines.iter().position(|line| line.trim_start_matches(['▌', ' ']) == "1.").unwrap();
    for (line, expected) in lines[at + 1..].iter().zip(["(a) Geese walk.", "(b) They swim.", "2."])
    {
        assert!(line.trim_start_matches(['▌', ' ']).starts_with(expected), "{read}");
    }
}

#[test]
fn the_screens() {
    insta::assert_snapshot!("provisions-150x45", desk(150, 45).screen());
    insta::assert_snapshot!("provisions-80x24", desk(80, 24).press("Right Enter").screen());
    insta::assert_snapshot!("provisions-60x20", desk(60, 20).press("2").screen());
    insta::assert_snapshot!("instrument-150x45", desk(150, 45).press("I").screen());
    insta::assert_snapshot!("instrument-80x24", desk(80, 24).press("I").screen());
    insta::assert_snapshot!("instrument-60x20", desk(60, 20).press("} I").screen());
    insta::assert_snapshot!("instrument-korean-80x24", desk(80, 24).press("} } I").screen());
    insta::assert_snapshot!("instrument-contents-80x24", desk(80, 24).press("} I o").screen());
    let mut ascii = Desk::bare(80, 24, false).come_to(common::law(), Kept::default());
    insta::assert_snapshot!("instrument-ascii-80x24", ascii.press("Esc I").screen());
}
