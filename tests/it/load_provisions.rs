//! The wordings of articles: what is written, and which provisions are read.
#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::fmt::Write;

use attache::load::Loaded;
use attache::model::{Article, Wording};

use crate::common::yaml;

/// A briefing with one article that has this `text`, written as YAML from the key's colon on.
fn with_text(text: &str) -> Loaded {
    let text = text.replace('\n', "\n          ");
    yaml::load_one(&format!(
        "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: x}}]}}]\ninstruments:\n  - id: t\n    \
         title: T\n    articles:\n      - number: 4\n        text: {text}\n      - {{number: 51}}\n",
    ))
}

fn article(loaded: &Loaded) -> &Article {
    &loaded.briefing.as_ref().expect("a briefing").instruments[0].articles[0]
}

/// The provisions, each on a line: two blanks for each level, the mark, a bar, the words.
fn tree(wording: &Wording) -> String {
    let mut tree = String::new();
    for provision in wording.provisions() {
        let indent = "  ".repeat(provision.level);
        let mark = provision.mark.as_deref().unwrap_or_default();
        let words = &wording.text.plain[provision.words..provision.range.end];
        let _ = writeln!(tree, "{indent}{mark}|{words}");
    }
    tree
}

/// What is read of a `text` without a fault or a hint.
#[track_caller]
fn check(text: &str, expected: &str) {
    check_hints(text, expected, "");
}

#[track_caller]
fn check_hints(text: &str, expected: &str, said: &str) {
    let loaded = with_text(text);
    let wording = article(&loaded).wording.as_ref().expect("a wording");
    assert_eq!(tree(wording), format!("{}\n", expected.trim()), "of\n{text}");
    let messages: Vec<_> = loaded.diagnostics.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(messages.join("\n"), said, "of\n{text}");
    let ends = wording.provisions().iter().map(|one| one.range.clone());
    let lines: Vec<_> = ends.map(|at| &wording.text.plain[at]).collect();
    assert_eq!(lines.join("\n"), wording.text.plain, "of\n{text}");
    let mut end = 0;
    for span in &wording.text.spans {
        assert_eq!(span.range.start, end, "of\n{text}");
        end = span.range.end;
    }
    assert_eq!(end, wording.text.plain.len(), "of\n{text}");
}

#[test]
fn a_convention_has_paragraphs_points_and_items() {
    check(
        "|
1. Each keeper of geese shall:
   (a) keep the gate shut at night;
   (b) feed them:
       (i) in winter, twice a day;
       (ii) at other times, when they
            ask for it.
2. Nothing in this article touches [](article:51).
The keeper of the pond decides.",
        "
1.|Each keeper of geese shall:
  (a)|keep the gate shut at night;
  (b)|feed them:
    (i)|in winter, twice a day;
    (ii)|at other times, when they ask for it.
2.|Nothing in this article touches Article 51.
|The keeper of the pond decides.",
    );
}

#[test]
fn a_korean_act_has_paragraphs_in_circles() {
    check(
        "|
① 거위지기는 다음 각 호의 일을 한다.
  1. 문을 닫는다.
    가. 밤에는 잠근다.
    나. 낮에는 연다.
  2. 먹이를 준다.
② 연못은 모두의 것이다.",
        "
①|거위지기는 다음 각 호의 일을 한다.
  1.|문을 닫는다.
    가.|밤에는 잠근다.
    나.|낮에는 연다.
  2.|먹이를 준다.
②|연못은 모두의 것이다.",
    );
}

#[test]
fn an_act_may_be_copied_with_the_name_of_the_article() {
    check_hints(
        "|
제4조(협의) ① 거위는 쉰다. ② 오리도 쉰다.
③ 연못은 모두의 것이다.",
        "|제4조(협의)\n①|거위는 쉰다.\n②|오리도 쉰다.\n③|연못은 모두의 것이다.",
        "`제4조(협의)` is the article's own name, which is shown above its wording",
    );
}

#[test]
fn a_declaration_has_a_preamble_and_no_marks() {
    check(
        "|
Whereas geese are free,
Whereas the pond is large,

Every goose may swim.
Every duck may dive.",
        "
|Whereas geese are free,
|Whereas the pond is large,
|Every goose may swim.
|Every duck may dive.",
    );
}

#[test]
fn a_german_law_has_sentences_in_its_paragraphs() {
    check(
        "|
(1) Die Gans ist frei.
(2) Verboten sind
1. das Rupfen,
2. das Scheuchen
a) am Teich,
aa) bei Nacht,
bb) bei Nebel,
b) auf dem Weg.
(2a) Das gilt auch für Enten.",
        "
(1)|Die Gans ist frei.
(2)|Verboten sind
  1.|das Rupfen,
  2.|das Scheuchen
    a)|am Teich,
      aa)|bei Nacht,
      bb)|bei Nebel,
    b)|auf dem Weg.
(2a)|Das gilt auch für Enten.",
    );
}

#[test]
fn inline_markup_is_read_in_each_provision() {
    let text = "|
1. **Geese** swim in the [large
   pond](article:51) and `dive`.
2. **\"All\"** of them, _always_; \\*not\\* never.
3. [](article:51)";
    check(
        text,
        "1.|Geese swim in the large pond and dive.\n2.|\"All\" of them, always; *not* never.\n3.|Article 51",
    );
    let loaded = with_text(text);
    let text = &article(&loaded).wording.as_ref().expect("a wording").text;
    let strong: Vec<_> = text.spans.iter().filter(|span| span.emphasis.strong).collect();
    let words: Vec<_> = strong.iter().map(|span| &text.plain[span.range.clone()]).collect();
    assert_eq!(words, ["Geese", "\"All\""]);
    assert_eq!(text.targets().count(), 2);
}

#[test]
fn what_would_begin_a_block_is_text() {
    check(
        "|
# Geese
> and ducks
+ swim
---
```
[a]: https://example.org
=====",
        "|# Geese\n|> and ducks\n|+ swim\n|---\n|```\n|[a]: https://example.org\n|=====",
    );
    check("\"1. Geese\\n\\n    swim\"", "1.|Geese\n  |swim");
    check("1. A single one", "1.|A single one");
    check("|\n1. Geese may: (a) swim; (b) walk.", "1.|Geese may: (a) swim; (b) walk.");
}

#[test]
fn a_list_stands_for_lines() {
    check(
        "
- \"1. Geese swim.\"
- \"2. Ducks dive:\"
- \"(a) deep,\"
- \"(b) long.\"
- They rest.",
        "1.|Geese swim.\n2.|Ducks dive:\n  (a)|deep,\n  (b)|long.\n|They rest.",
    );
}

#[test]
fn a_provision_may_give_its_number_itself() {
    check(
        "
- number: 1.
  text: Geese may
  points:
    - {number: (a), text: swim}
    - {number: (b), text: \"rest:\\n(i) here\\n(ii) there\", points: [and sleep]}
- number: 2
  text: |
    Ducks
      dive
  points: |
    – deep
    – long
- number: 3
  points: [\"(a) x\"]
- They rest.",
        "
1.|Geese may
  (a)|swim
  (b)|rest:
    (i)|here
    (ii)|there
    |and sleep
2|Ducks dive
  –|deep
  –|long
3|
  (a)|x
|They rest.",
    );
}

#[test]
fn what_says_nothing_is_a_fault() {
    for text in ["|\n\n", "[]", "\"&nbsp;\"", "\"1.\"", "[\"\"]", "[{number: 1}]"] {
        let loaded = with_text(text);
        assert!(article(&loaded).wording.is_none(), "{text}");
        let messages: Vec<_> = loaded.diagnostics.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(messages.len(), 1, "{text}: {messages:?}");
    }
}

#[test]
fn five_thousand_provisions_are_read() {
    let text: String = (1..=5000).flat_map(|n| [n.to_string(), ". x\n".to_owned()]).collect();
    let loaded = with_text(&format!("|\n{text}"));
    assert!(loaded.diagnostics.is_empty());
    let wording = article(&loaded).wording.as_ref().expect("a wording");
    assert_eq!(wording.provisions().len(), 5000);
    assert!(wording.provisions().iter().all(|provision| provision.level == 0));
}

/// Where a link leads: what it reads with its label left empty, or what is said of it. `article` is what an
/// instrument `t` has in its list of articles.
#[track_caller]
fn check_link(articles: &str, address: &str, expected: &str) {
    let articles = articles.trim().replace('\n', "\n      ");
    let loaded = yaml::load_one(&format!(
        "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: \"[]({address})\"}}]}}]\ninstruments:\n  \
         - id: t\n    title: T\n    articles:\n      {articles}\n",
    ));
    let said: Vec<_> = loaded
        .diagnostics
        .iter()
        .filter(|d| d.rule != "provisions")
        .map(|d| format!("{}: {}", d.message, d.help.as_deref().unwrap_or_default()))
        .collect();
    let briefing = loaded.briefing.as_ref().expect("a briefing");
    let text = briefing.blocks().next().expect("a block").1.texts()[0].plain.clone();
    let found = if said.is_empty() { text } else { said.join("\n") };
    assert_eq!(found, expected, "{address} of\n{articles}");
}

const GEESE: &str = "
- number: 4
  text: |
    On geese.
    1. Geese may:
       (a) swim;
       (b) rest:
           – at noon
           – at night
    2. Ducks may:
       ① dive.
       ② rest.
    2a. Cranes may not.
    They all sleep.
- {number: 5}
- {number: 4 bis, text: x}
- {number: Annex I, text: \"§ 1 x\"}
- number: 7
  text: |
    Geese may:
      (a) swim;
      (b) rest.
- number: 10
  text: |
    1. (a) Geese
    (b) Ducks
    2. (a)(i) Swans
    (ii) Cranes
- {number: 8, label: Eight, text: 'Article 8 (Geese) ① One ② Two'}
- number: 9
  text: |
    Members:
    1. Geese
    2. Ducks:
    (a) all
    Observers:
    1. Swans
";

#[test]
fn a_link_leads_below_an_article() {
    for (address, expected) in [
        ("article:4(1)", "Article 4(1)"),
        ("article:4(1)(b)", "Article 4(1)(b)"),
        // However it is written, it is one provision.
        ("article:t/4(1)(B)", "Article 4(1)(b)"),
        ("article:4(1)(b)(2)", "Article 4(1)(b)(2)"),
        ("article:4(2a)", "Article 4(2a)"),
        ("article:4(2)(2)", "Article 4(2)(2)"),
        ("article:4（２）(②)", "Article 4(2)(2)"),
        // What a paragraph leads over to is cited without it.
        ("article:7(b)", "Article 7(b)"),
        ("article:7(1)(b)", "Article 7(b)"),
        ("article:4bis(1)", "Article 4 bis(1)"),
        ("article:annexi(1)", "Annex I(1)"),
        ("article:8(2)", "Eight(2)"),
        ("article:9(2)(a)", "Article 9(2)(a)"),
        // What stands side by side is one in the other.
        ("article:10(1)", "Article 10(1)"),
        ("article:10(1)(a)", "Article 10(1)(a)"),
        ("article:10(1)(b)", "Article 10(1)(b)"),
        ("article:10(2)(a)(ii)", "Article 10(2)(a)(ii)"),
        // It has no wording to look into.
        ("article:5(7)(x)", "Article 5(7)(x)"),
    ] {
        check_link(GEESE, address, expected);
    }
}

#[test]
fn a_link_below_an_article_must_lead_to_something() {
    for (address, expected) in [
        ("article:4(9)", "article `4` has no `(9)`: it has 4(1), 4(2), 4(2a)"),
        ("article:4(1)(c)", "article `4` has no `(1)(c)`: `4(1)` has 4(1)(a), 4(1)(b)"),
        (
            "article:4bis(1)(a)",
            "article `4bis` has no `(1)(a)`: `4bis(1)` has nothing below it: write `4bis(1)`",
        ),
        ("article:4()", "`()` is no way to a provision: write each step in brackets: 4(2)(b)"),
        ("article:4(1)b", "`(1)b` is no way to a provision: write each step in brackets: 4(2)(b)"),
        ("article:19(1)", "there is no article `19`: the instrument has 8 articles"),
    ] {
        check_link(GEESE, address, expected);
    }
}

#[test]
fn an_article_whose_number_has_its_label_is_told_as_that() {
    let one = "- {number: 제4조, text: '① x'}";
    let said = "there is no article `4`: write `number: 4` at the article that has `제4조`";
    check_link(one, "article:4(1)", said);
}

#[test]
fn articles_lead_below_each_other() {
    let loaded = yaml::load_one(
        "format: 1
title: T
sections: [{id: s, title: S, body: [{text: x}]}]
instruments:
  - {id: a, title: A, articles: [{number: 1, see: [b/2(1), 1(1)], compare: [b/2(3)], text: x}]}
  - {id: b, title: B, articles: [{number: 2, text: [\"1. x\", {number: (2), text: x}]}, {number: 2 }]}
  - {id: c, title: C, articles: [{number: 4 bis}, {number: 4bis}]}
quiz:
  - {question: Q?, choices: [A, B], answer: 1, evidence: \"article:b/2(2)\"}
",
    );
    let messages: Vec<_> = loaded.diagnostics.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "article `b/2` has no `(3)`",
            "article `2` is here twice; first at b/briefing.yaml:6:43",
            "article `4bis` is here twice; first at b/briefing.yaml:7:43",
        ]
    );
    let briefing = loaded.briefing.expect("a briefing");
    let see = &briefing.instruments[0].articles[0].see;
    let names: Vec<_> = see.iter().map(|target| briefing.reference(target)).collect();
    assert_eq!(names, ["article:b/2(1)", "article:a/1(1)"]);
    let evidence = briefing.quiz[0].evidence.as_ref().expect("evidence");
    assert_eq!(briefing.reference(evidence), "article:b/2(2)");
}

/// What articles with these numbers are called.
fn check_names(instrument: &str, numbers: &[&str], expected: &[&str]) {
    let articles: Vec<_> = numbers.iter().map(|n| format!("{{number: \"{n}\"}}")).collect();
    let yaml = format!(
        "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: x}}]}}]\n\
         instruments: [{{id: i, title: T, {instrument}articles: [{}]}}]\n",
        articles.join(", ")
    );
    let briefing = yaml::load_one(&yaml).briefing.expect("a briefing");
    let names: Vec<_> = briefing.instruments[0].articles.iter().map(|one| &one.name).collect();
    assert_eq!(names, expected, "{instrument}");
}

#[test]
fn articles_are_called_as_their_label_or_their_language_says() {
    let check = check_names;
    check(
        "",
        &["4", "III", "4 bis", "preamble"],
        &["Article 4", "Article III", "Article 4 bis", "Preamble"],
    );
    check(
        "",
        &["IIbis", "II bis", "IV-ter", "bis", "Civil status"],
        &["Article IIbis", "Article II bis", "Article IV-ter", "Bis", "Civil status"],
    );
    check("label: \"Rule {n}\", ", &["7", "Annex I"], &["Rule 7", "Annex I"]);
    check("language: ko, ", &["4", "4의2"], &["제4조", "제4조의2"]);
    check("language: de-CH, ", &["4"], &["Artikel 4"]);
    check("language: de, label: \"§ {n}\", ", &["4a"], &["§ 4a"]);
    check("language: ja, ", &["4"], &["第4条"]);
}
