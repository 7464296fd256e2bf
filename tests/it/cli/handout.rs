//! `attache print` as a handout: numbers, addresses, `--for` and `--only`.

use std::process::Command;

use attache::export::{AnnotationList, Audience, Edition, Markdown, Plain, json, print};
use attache::load;
use attache::model::kept::{Anchor, Kept, Note};
use attache::model::{BlockIx, Briefing, SectionIx};
use attache::text::Glyphs;

use super::SMALL;
use super::run::{Done, attache};

/// A briefing with something of everything.
const BRIDGES: &str = include_str!("bridges.yaml");

/// Outside addresses wherever a text can stand; `private` ones where a class does not look.
const LINKS: &str = "\
format: 1
title: Links
summary: On [a site](https://summary.example.org/).
license: CC0-1.0
sections:
  - id: one
    title: One
    summary: As [written](https://section.example.org/).
    body:
      - heading: The [first](https://heading.example.org/)
      - id: site
        text: \"See [here](https://twice.example.org/a_(b)_*c*), [there](https://twice.example.org/a_(b)_*c*) and [the paper](https://paper.example.org/).\"
      - {note: \"As [above](section:one/site) and [later](section:two/end), by [the mayor](actor:ada) under [the clause](article:4).\", about: site}
      - {cue: \"Ask [nobody](https://private.example.org/cue).\"}
      - {question: \"Who [asks](https://question.example.org/한국)?\", hint: \"[Somebody](mailto:private_1@example.org).\"}
  - {id: two, title: Two, body: [{id: end, text: \"The end.\", sources: [paper]}]}
instruments:
  - {id: t, title: Treaty, articles: [{number: 4, title: Help, gist: \"In [brief](https://gist.example.org/).\"}]}
actors: [{id: ada, name: Ada Marsh, role: \"[Mayor](https://role.example.org/).\", sources: [paper]}]
terms: [{id: mend, term: mend, definition: \"To [mend](https://term.example.org/).\"}]
events: [{id: day, date: 2024, title: Day, text: \"A [day](https://event.example.org/).\"}]
sources: [{id: book, title: A book}, {id: paper, title: A paper, url: \"https://paper.example.org/\"}]
discussion: [{question: Why?, hint: \"Not [so](https://private.example.org/hint).\", see: [section:two/end, source:book]}]
quiz: [{question: Which?, choices: [This, That.], answer: 2, why: \"It [says](https://private.example.org/why).\", evidence: section:one/site}]
";

fn links(args: &str) -> Done {
    attache(&format!("print links.yaml {args}")).file("links.yaml", LINKS).run()
}

fn bridges(args: &str) -> Done {
    attache(&format!("print bridges.yaml {args}")).file("bridges.yaml", BRIDGES).run()
}

#[test]
fn a_date_that_stands_there_in_numbers_is_not_told_again() {
    let check = |date: &str, note: &str, expected: &str| {
        let yaml = format!(
            "format: 1\ntitle: T\nlanguage: ko\nevents: [{{id: day, date: {date}, title: 모임}}]\nsections:\n\
             - {{id: one, title: One, body: [{{id: a, text: 글.}}, {{note: '{note}', about: a}}]}}\n"
        );
        let done = attache("print ko.yaml --section one").file("ko.yaml", yaml).run();
        let note = done.succeeds().rsplit_once("¶ 1. ").unwrap().1;
        assert_eq!(note.trim_end(), expected, "{done:?}");
    };
    check("2024-06-18", "[6월 18일](event:day)에 모였다.", "6월 18일에 모였다.");
    check("2024-06", "2024년 6월의 [그날](event:day)에 모였다.", "2024년 6월의 그날에 모였다.");
    check("2024-06-18", "[그날](event:day)에 모였다.", "그날 (18 June 2024)에 모였다.");
    check("2024-06-18", "6월의 [그날](event:day)에 모였다.", "6월의 그날 (18 June 2024)에 모였다.");
}

#[test]
fn paragraphs_and_addresses_are_numbered() {
    links("--section one").prints(
        "\
1 One
=====

     As written [4].

The first [5]

¶ 1  See here [6], there [6] and the paper [2].

¶ 2  ┃ Editor's note on ¶ 1. As above (¶ 1) and later (2 ¶ 1), by the mayor
     ┃ (Ada Marsh) under the clause (Article 4).

¶ 3  ? For the class · question 2
       Who asks [7]?
       Hint  Somebody [12].


Sources
=======

[2] A paper
    https://paper.example.org/

Addresses
=========

[4] https://section.example.org/
[5] https://heading.example.org/
[6] https://twice.example.org/a_(b)_*c*
[7] https://question.example.org/한국
[12] mailto:private_1@example.org

Licence: CC0-1.0
",
    );
}

/// The numbers in brackets that stand before `list`, and those that begin a line after it.
fn numbers(text: &str) -> (Vec<usize>, Vec<usize>) {
    let number = |part: &str| part.split(']').next().and_then(|number| number.parse().ok());
    let cited = |line: &str| line.split('[').skip(1).filter_map(number).collect::<Vec<usize>>();
    let (listed, others): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.starts_with('['));
    let cited = others.into_iter().flat_map(cited).collect();
    (cited, listed.into_iter().filter_map(|line| number(&line[1..])).collect())
}

#[test]
fn every_number_is_listed_once() {
    let check = |done: &Done| {
        let text = done.succeeds();
        let (cited, listed) = numbers(text);
        for number in &cited {
            let times = listed.iter().filter(|other| *other == number).count();
            assert_eq!(times, 1, "[{number}] is listed {times} times in\n{text}");
        }
    };
    for args in ["", "--section one", "--section two", "--for class", "--for teacher"] {
        check(&links(args));
        check(&bridges(&args.replace("one", "town").replace("two", "field")));
    }
    for part in ["questions", "quiz", "articles", "actors", "terms", "timeline", "sources"] {
        check(&links(&format!("--only {part}")));
        check(&bridges(&format!("--only {part} --for teacher")));
        check(&attache(&format!("print --only {part}")).run());
    }
    check(&attache("print").run());
}

#[test]
fn every_address_of_the_markdown_is_listed() {
    for args in ["", "--section one", "--for class", "--for teacher", "--only articles"] {
        let done = links(&format!("--format markdown {args}"));
        let (text, listed) = done.succeeds().split_once("\n## Addresses\n\n").unwrap();
        let number = |part: &str| part.split("\\]").next().and_then(|n| n.parse::<usize>().ok());
        let mut cited: Vec<usize> = text.split("\\[").skip(1).filter_map(number).collect();
        cited.sort_unstable();
        cited.dedup();
        let listed: Vec<usize> =
            listed.lines().filter_map(|line| number(line.strip_prefix("- \\[")?)).collect();
        assert_eq!(listed, cited, "{args}: {done:?}");
        assert!(!listed.is_empty());
    }
    let done = links("--format markdown --section one");
    let lines = [
        "## The [first](https://heading.example.org/) \\[5\\]",
        "- \\[6\\] <https://twice.example.org/a_(b)_*c*>",
    ];
    for line in lines {
        assert!(done.succeeds().lines().any(|printed| printed == line), "{line} in {done:?}");
    }
    assert!(done.succeeds().contains("[the paper](https://paper.example.org/) (Source 2)"));
}

#[test]
fn an_address_is_never_broken() {
    let long = format!("https://example.org/{}", "a-b/".repeat(40));
    let yaml = SMALL.replace("Hello there.", &format!("'[Hello]({long}) there.'"));
    for args in ["", "--width 20", "--width 80"] {
        let done = attache(&format!("print small.yaml {args}")).file("small.yaml", &yaml).run();
        let line = format!("[1] {long}");
        assert!(done.succeeds().lines().any(|printed| printed == line), "{done:?}");
    }
    // Nor where it stands in the text, or in a note of a reader.
    let yaml = SMALL.replace("Hello there.", &format!("'Hello ({long}) there.'"));
    for args in ["", "--width 20", "--width 200"] {
        let done = attache(&format!("print small.yaml {args}")).file("small.yaml", &yaml).run();
        assert!(done.succeeds().contains(&format!("({long})")), "{done:?}");
    }
}

#[test]
fn without_utf8_an_address_still_leads_there() {
    let run = attache("print links.yaml").file("links.yaml", LINKS).env("LANG", "C");
    let done = run.run();
    assert!(done.succeeds().contains("https://question.example.org/%ED%95%9C%EA%B5%AD\n"));
    assert!(done.succeeds().contains("para 1  See here [6]"), "{done:?}");
    let yaml = SMALL.replace("Hello there.", "At “https://e.org/한국” in P’yŏngyang.");
    let done = attache("print small.yaml").file("small.yaml", &yaml).env("LANG", "C").run();
    let line = "At \"https://e.org/%ED%95%9C%EA%B5%AD\" in P'yongyang.";
    assert!(done.succeeds().contains(line), "{done:?}");
}

#[test]
fn a_class_sees_no_hint_no_answer_and_no_cue() {
    let secret = ["Hint", "Somebody", "private", "nobody", "Answers", "Teacher", "It says"];
    let hidden = ["See the note.", "Wait for an answer.", "Somebody.", "She did.", "Answers"];
    for format in ["plain", "markdown", "json"] {
        for only in ["", "--section one", "--only questions", "--only quiz"] {
            let done = links(&format!("--for class --format {format} {only}"));
            for words in secret {
                assert!(!done.succeeds().contains(words), "{words} in {done:?}");
            }
            let only = only.replace("one", "town");
            let done = bridges(&format!("--for class --format {format} {only}"));
            for words in hidden {
                // She did not, says a note.
                assert!(
                    !done.succeeds().replace("She did not.", "").contains(words),
                    "{words} in {done:?}"
                );
            }
        }
    }
    let json = links("--for class --format json");
    assert!(!json.succeeds().contains("\"answer\""), "{json:?}");
    assert!(!json.succeeds().contains("\"evidence\""), "{json:?}");
}

/// What is printed of a briefing for a class with a note on some bytes of a block, in each format.
fn with_note(
    briefing: &Briefing,
    block: usize,
    bytes: Option<std::ops::Range<usize>>,
) -> [String; 3] {
    let at = BlockIx::new(SectionIx::new(0), block);
    let anchor = Anchor::at(briefing, at, bytes);
    let note = Note { id: "n".to_owned(), anchor, text: "Aha.".to_owned(), made: 0, changed: 0 };
    let kept = Kept { notes: vec![note], ..Kept::default() };
    let left = AnnotationList::notes(briefing, &kept);
    let edition = Edition { audience: Audience::Class, ..Edition::default() };
    let mut out = [Vec::new(), Vec::new(), Vec::new()];
    let plain = Plain { width: 76, glyphs: &Glyphs::UNICODE };
    print(briefing, edition, plain, Some(&left), &mut out[0]).unwrap();
    Markdown::default().print(briefing, edition, Some(&left), &mut out[1]).unwrap();
    json(briefing, edition, Some(&left), &mut out[2]).unwrap();
    out.map(|out| String::from_utf8(out).unwrap())
}

#[test]
fn a_class_sees_no_note_on_what_it_does_not_see() {
    let yaml = "format: 1\ntitle: T\nsections: [{id: s, title: S, body: [{cue: Wait.}, \
        {question: 'Who is Ada?', hint: 'Ask Ada.'}, {text: The end.}]}]\n";
    let briefing = load::from_files("b", [("briefing.yaml", yaml)]).briefing.unwrap();
    let check = |block, bytes: Option<std::ops::Range<usize>>, seen| {
        for printed in with_note(&briefing, block, bytes.clone()) {
            assert_eq!(printed.contains("Aha."), seen, "{block} {bytes:?} in {printed}");
        }
    };
    check(0, None, false);
    check(0, Some(0..4), false);
    check(1, None, true);
    // The same word in the question and in the hint.
    check(1, Some(7..10), true);
    check(1, Some(16..19), false);
    check(1, Some(7..19), false);
    check(1, Some(0..11), true);
    check(2, None, true);
    check(2, Some(0..8), true);
}

#[test]
fn each_audience_sees_what_is_for_it() {
    let check = |args: &str, hints: bool, cues: bool| {
        for format in ["plain", "markdown", "json"] {
            let done = links(&format!("--format {format} {args}"));
            let has = |words: &str| done.succeeds().contains(words);
            assert_eq!(has("Somebody"), hints, "{args} {format}: {done:?}");
            let says = if format == "json" { "\"why\"" } else { "That. It" };
            assert_eq!(has(says), hints, "{args} {format}: {done:?}");
            assert_eq!(has("nobody"), cues, "{args} {format}: {done:?}");
        }
    };
    check("--for reader", true, false);
    check("--for class", false, false);
    check("--for teacher", true, true);
    for (args, cues) in [("", false), ("--format markdown", false), ("--format json", true)] {
        assert_eq!(links(args).succeeds().contains("nobody"), cues, "{args}");
    }
}

#[test]
fn a_number_means_the_same_in_every_edition() {
    let number = |args: &str| {
        let done = links(args);
        let line =
            done.succeeds().lines().find(|line| line.ends_with("//twice.example.org/a_(b)_*c*"));
        line.map(str::to_owned)
    };
    for args in ["", "--for class", "--for teacher", "--section one"] {
        assert_eq!(
            number(args).as_deref(),
            Some("[6] https://twice.example.org/a_(b)_*c*"),
            "{args}"
        );
    }
}

#[test]
fn an_answer_is_told_in_the_words_of_its_choice() {
    bridges("--only quiz").prints(
        "\
Bridges & <roads>
=================

Quiz
====

 1. Who read it?
    a) Bob
    b) Ada

Answers
=======

 1. b) Ada. She did. · Article 4

Licence: CC0-1.0
",
    );
    let done = links("--only quiz");
    assert!(done.succeeds().contains("\n 1. b) That. It says [14]. · 1 One, ¶ 1\n"), "{done:?}");
}

#[test]
fn questions_are_printed_with_those_of_the_text() {
    links("--only questions --for class").prints(
        "\
Links
=====

Questions to talk about
=======================

 1. Why?
    See   2 Two, ¶ 1 · A book [1]

Questions in the text
=====================

1 One

¶ 3  ? For the class · question 2
       Who asks [7]?

Sources
=======

[1] A book

Addresses
=========

[7] https://question.example.org/한국

Licence: CC0-1.0
",
    );
    links("--only questions --for class --format markdown").prints(
        "\
# Links

## Questions to talk about

1. Why?

   **See:** 2 Two, ¶ 1 · [A book](#source_book) (Source 1)

## Questions in the text

### 1 One

¶ 3 · **For the class · question 2.** Who [asks](https://question.example.org/한국) \\[7\\]?

## Sources

### <span id=\"source_book\"></span>Source 1

**A book**

## Addresses

- \\[7\\] <https://question.example.org/한국>

_Licence: CC0-1.0_
",
    );
}

#[test]
fn one_part_is_printed() {
    let check = |part: &str, titles: &[&str]| {
        let done = bridges(&format!("--only {part}"));
        let mut lines = done.succeeds().lines().peekable();
        let mut printed = Vec::new();
        while let Some(line) = lines.next() {
            if lines.peek().is_some_and(|below| below.starts_with("===")) {
                printed.push(line);
            }
        }
        assert_eq!(printed[1..], *titles, "{part}");
        let done = bridges(&format!("--only {part} --format markdown"));
        let printed: Vec<&str> =
            done.succeeds().lines().filter_map(|line| line.strip_prefix("## ")).collect();
        let titles: Vec<&str> =
            titles.iter().map(|title| if *title == "Terms" { "Glossary" } else { title }).collect();
        assert_eq!(printed, titles, "{part}");
    };
    check("questions", &["Questions to talk about", "Questions in the text"]);
    check("quiz", &["Quiz", "Answers"]);
    check("articles", &["Bridge treaty", "Old treaty", "Sources"]);
    check("actors", &["Actors", "Sources"]);
    check("terms", &["Terms"]);
    check("timeline", &["Timeline"]);
    check("sources", &["Sources"]);
    let done = bridges("--only actors --format json");
    let json: serde_json::Value = serde_json::from_str(done.succeeds()).unwrap();
    assert_eq!(json["actors"].as_array().map(Vec::len), Some(2));
    assert!(json.get("sections").is_none() && json.get("quiz").is_none(), "{done:?}");
}

#[test]
fn what_a_briefing_has_none_of_is_told() {
    let check = |part: &str, sentence: &str| {
        for format in ["plain", "markdown"] {
            let run = attache(&format!("print small.yaml --only {part} --format {format}"));
            run.file("small.yaml", SMALL).run().fails(sentence);
        }
    };
    check("questions", "there are no questions to talk about in small");
    check("quiz", "there is no quiz in small");
    check("articles", "there are no legal texts in small");
    check("actors", "there are no actors in small");
    check("terms", "there are no terms in small");
    check("timeline", "there are no events in small");
    check("sources", "there are no sources in small");
    let run = attache("print small.yaml --only actors --format json").file("small.yaml", SMALL);
    assert!(run.run().succeeds().ends_with(",\"actors\":[]}\n"));
}

#[test]
fn pandoc_finds_every_link() {
    if Command::new("pandoc").arg("--version").output().is_err() {
        return; // It is left out where there is none.
    }
    for args in ["print --format markdown", "print --format markdown --section regional-impact"] {
        check_with_pandoc(attache(args).run().succeeds());
    }
    check_with_pandoc(links("--format markdown --for teacher").succeeds());
}

/// What follows `key` up to the next quotation mark, wherever it stands.
fn values<'a>(html: &'a str, key: &str) -> Vec<&'a str> {
    html.split(key).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn check_with_pandoc(markdown: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("briefing.md");
    std::fs::write(&path, markdown).unwrap();
    let done = Command::new("pandoc")
        .args(["-f", "markdown", "-t", "html", "--wrap", "none"])
        .arg(&path)
        .output();
    let html = String::from_utf8(done.unwrap().stdout).unwrap();
    let ids = values(&html, " id=\"");
    let links = values(&html, "href=\"#");
    assert!(!links.is_empty(), "{html}");
    for link in links {
        assert_eq!(ids.iter().filter(|id| **id == link).count(), 1, "{link}");
    }
}
