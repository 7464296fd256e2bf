//! Going to anything by a few letters of its name.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use attache::text::goto::{Extra, Goal, Kind, Names, mentions};
use proptest::prelude::*;

use crate::common::briefing;

const PACT: &str = "
format: 1
title: A pact
language: en
sections:
  - id: treaty-content
    title: What the treaty says
    body:
      - heading: The promise at its heart
      - heading: Four dates
        id: dates
      - text: It says much.
  - id: impact
    title: Regional impact
    body: [{text: Neighbours noticed.}]
  - id: needs
    title: What 4 neighbours need
    body: [{text: Much.}]
instruments:
  - id: treaty-2024
    title: Treaty on Comprehensive Strategic Partnership
    short: 2024 treaty
    articles:
      - {number: preamble, title: Preamble}
      - {number: 1, title: Lasting partnership}
      - {number: 4, title: Military assistance}
      - {number: 14, title: Protection of rights}
      - {number: 18, title: Information security}
  - id: un-charter
    title: Charter of the United Nations
    short: UN Charter
    articles:
      - {number: 4, title: Membership}
      - {number: 51, title: Self-defence}
  - id: treaty-1961
    title: Treaty of Friendship of 1961
    short: 1961 treaty
    articles:
      - {number: 1, title: Mutual help}
      - {number: 11, title: Term}
      - {number: III, title: In Roman numbers}
actors:
  - {id: putin, name: Vladimir Putin, kind: person}
  - {id: kim-jong-un, name: Kim Jong Un, aliases: [Kim Chŏng-ŭn, 김정은, the Marshal], kind: person}
  - {id: pyongyang, name: P’yŏngyang, kind: state}
  - {id: unification, name: Ministry of Unification}
terms:
  - {id: mdl, term: Military Demarcation Line, aliases: [MDL], definition: A line.}
events:
  - {id: pact-1961, date: 1961-07-06, title: Two treaties of friendship}
  - {id: visit, date: 2024-06-18, title: A visit}
  - {id: signing, date: 2024-06-19, title: Treaty signed}
  - {id: entry, date: 2024-12-04, title: Entry into force}
  - {id: war, date: 1950/1953-07, title: The war}
sources:
  - {id: kcna-text, title: Full text of the treaty, publisher: KCNA, date: 2024-06-20}
";

fn names() -> Names {
    let mut names = Names::of(&briefing(PACT));
    names.set_extras([
        extra("Next theme", "T", "command:theme", 7),
        extra("Timeline", "t", "view:timeline", 8),
        extra("Where I was", "bookmark", "bookmark:1", 9),
    ]);
    names
}

fn extra(label: &str, detail: &str, key: &str, index: usize) -> Extra {
    let (label, detail, key) = (label.to_owned(), detail.to_owned(), key.to_owned());
    Extra { label, detail, key, index, hidden: "colours".repeat(usize::from(index == 7)) }
}

/// What comes first, as `key label`.
#[track_caller]
fn check_first(typed: &str, expected: &[&str]) {
    let names = names();
    let ranked = names.rank(typed, expected.len().max(1), |_| 0);
    let keys: Vec<_> =
        ranked.iter().map(|one| names.candidate(one.candidate).unwrap().key.as_str()).collect();
    assert_eq!(keys, expected, "{typed:?}");
}

/// The best candidate's label, with what was typed in brackets.
#[track_caller]
fn check_letters(typed: &str, expected: &str) {
    let names = names();
    let ranked = names.rank(typed, 1, |_| 0);
    let rich = names.label(ranked.first().unwrap_or_else(|| panic!("{typed:?} finds nothing")));
    let runs = rich.runs.iter().map(|run| {
        let words = &rich.plain[run.range.clone()];
        if run.face.strong { format!("[{words}]") } else { words.to_owned() }
    });
    assert_eq!(runs.collect::<String>(), expected, "{typed:?}");
}

#[test]
fn articles_by_number() {
    check_first("4", &["article:treaty-2024/4", "article:un-charter/4"]);
    check_first("art 18", &["article:treaty-2024/18"]);
    check_first("art. 18", &["article:treaty-2024/18"]);
    check_first("article 4", &["article:treaty-2024/4", "article:un-charter/4"]);
    check_first("un 51", &["article:un-charter/51"]);
    check_first("51", &["article:un-charter/51"]);
    check_first("UN 51", &["article:un-charter/51"]);
    check_first("un 4", &["article:un-charter/4"]);
    check_first("1961 1", &["article:treaty-1961/1"]);
    check_first("1961 11", &["article:treaty-1961/11"]);
    check_first("1961 iii", &["article:treaty-1961/III"]);
    check_first("2024 4", &["article:treaty-2024/4"]);
    check_first("preamble", &["article:treaty-2024/preamble"]);
    check_first("preamb", &["article:treaty-2024/preamble"]);
    check_first("1", &["article:treaty-2024/1", "article:treaty-1961/1", "section:treaty-content"]);
    check_first("３", &["section:needs"]);
    check_first("section 2", &["section:impact"]);
    check_first("self def", &["article:un-charter/51"]);
}

/// An article numbered `number` in the second instrument is the first that is offered for each of these.
#[track_caller]
fn check_number(number: &str, typed: &[&str]) {
    let says = PACT.replace("{number: 51, ", &format!("{{number: {number}, "));
    let names = Names::of(&briefing(&says));
    for typed in typed {
        let ranked = names.rank(typed, 1, |_| 0);
        let key = ranked.first().map(|one| &*names.candidate(one.candidate).unwrap().key);
        assert_eq!(key, Some(&*format!("article:un-charter/{number}")), "{typed:?}");
    }
}

#[test]
fn an_article_as_its_author_writes_it() {
    let charter = ["51 UN Charter", "UN Charter 51", "un-charter/51", "article:un-charter/51"];
    check_number("51", &charter);
    check_number(
        "51",
        &["UN Charter, Article 51", "Article 51 of the UN Charter", "UN51", "art.51"],
    );
    check_number("51", &["Article 51, Charter of the United Nations", "Article 51 · Self-defence"]);
    check_number(
        "51",
        &["UN Charter, Article 51: Self-defence", "Art. 51", "§ 51", "§51", "(Art. 51)"],
    );
    check_number(
        "51",
        &["51(2)", "51 (2)(b)", "Article 51(2)(b)", "Artikel 51", "제51조", "제 51 조"],
    );
    check_number(
        "51",
        &["유엔 헌장 제51조".trim_start_matches("유엔 헌장 "), "제51조 제2항", "LI", "第51条"],
    );
    check_number("III", &["UN III", "Article III UN Charter", "un charter iii", "un charter 3"]);
    check_number("IV", &["IV", "iv", "Article IV", "Art. IV"]);
    check_number("4bis", &["4bis", "4 bis", "Article 4 bis", "4-bis", "4 BIS"]);
    check_number("7-2b", &["7-2b", "7(2)(b)", "7 (2) (b)", "7.2(b)"]);
    check_number("Rule-7", &["Rule 7", "rule 7", "Rule-7", "7", "Rule 7(2)(b)", "rule7", "Art. 7"]);
    check_number("Annex-II", &["Annex II", "annex 2", "Annex-II", "II", "annex ii"]);
    check_number("제7조", &["제7조", "7조", "7", "제 7 조", "Article 7", "제7조 제2항"]);
    check_number("제7조의2", &["제7조의2", "7조의2", "제7조의 2"]);
}

#[test]
fn a_source_as_print_cites_it() {
    check_first("[1]", &["source:kcna-text"]);
    check_first("source 1", &["source:kcna-text"]);
    check_first("source [1]", &["source:kcna-text"]);
    check_first("source 7", &[]);
}

#[test]
fn a_number_is_no_letters_scattered_over_a_name() {
    for typed in ["99", "19612", "Article 99", "un 99", "24", "61-07", "XVII", "4(", "1 9"] {
        let expected: &[&str] = match typed {
            "4(" => &["article:treaty-2024/4", "article:un-charter/4"],
            _ => &[],
        };
        check_first(typed, expected);
        let all: Vec<_> = names().rank(typed, 50, |_| 0);
        assert!(all.len() >= expected.len() && (typed == "4(" || all.is_empty()), "{typed}");
    }
    // What begins with it is offered.
    check_first("196", &["event:pact-1961", "read:treaty-1961"]);
}

#[test]
fn events_by_date() {
    check_first("2024-06", &["event:visit", "event:signing"]);
    check_first("2024-06-19", &["event:signing"]);
    check_first("2024-1", &["event:entry"]);
    check_first("1953-07", &["event:war"]);
    check_first("2024–06", &["event:visit", "event:signing"]);
    check_first("19 june", &["event:signing"]);
    check_first("signed", &["event:signing"]);
}

#[test]
fn the_whole_name_comes_first_and_hidden_words_last() {
    // A section has the word too, and would come first.
    let says = PACT.replace("What the treaty says", "Putin says");
    let names = Names::of(&briefing(&says));
    for (typed, first) in
        [("vladimir putin", "actor:putin"), ("putin says", "section:treaty-content")]
    {
        let ranked = names.rank(typed, 1, |_| 0);
        assert_eq!(names.candidate(ranked[0].candidate).unwrap().key, first, "{typed:?}");
    }
    // An instrument comes before its articles, which are found by its name as well: read through, then
    // its card.
    check_first("2024 treaty", &["read:treaty-2024", "instrument:treaty-2024"]);
    check_first("un charter", &["read:un-charter", "instrument:un-charter"]);
    // Of events of one month, the order of the briefing, not the length of the name.
    let longer = PACT.replace("title: A visit", "title: A visit to the capital of the other");
    let names = Names::of(&briefing(&longer));
    let ranked = names.rank("2024-06", 2, |_| 0);
    let keys: Vec<_> =
        ranked.iter().map(|one| names.candidate(one.candidate).unwrap().key.as_str()).collect();
    assert_eq!(keys, ["event:visit", "event:signing"]);
}

/// What a text names, each as what was found and what to write.
#[track_caller]
fn check_mentions(text: &str, expected: &[(&str, &str)]) {
    let mentions = mentions(&briefing(PACT), None, text);
    let found: Vec<_> =
        mentions.iter().map(|one| (&text[one.range.clone()], one.words.as_str())).collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn what_a_text_names() {
    check_mentions("Nobody, nothing.", &[]);
    check_mentions("Kim Jong Un’s Marshal", &[("Kim Jong Un", "Kim Jong Un")]);
    check_mentions("Vladimir Putins", &[]);
    check_mentions("김정은은 MDL에", &[("김정은", "김정은"), ("MDL", "MDL")]);
    check_mentions(
        "The military Demarcation Line; a military Demarcation Line.",
        &[
            ("military Demarcation Line", "Military Demarcation Line"),
            ("military Demarcation Line", "Military Demarcation Line"),
        ],
    );
    check_mentions(
        "Articles 4, 14 and 18; articles 99 and III",
        &[
            ("Articles 4", "Article 4"),
            ("14", "Article 14"),
            ("18", "Article 18"),
            ("III", "1961 treaty, Article III"),
        ],
    );
    check_mentions(
        "Art. 4 of the UN Charter",
        &[("Art. 4", "UN Charter, Article 4"), ("UN Charter", "UN Charter")],
    );
    check_mentions(
        "the 1961 treaty’s Article 1",
        &[("1961 treaty", "1961 treaty"), ("Article 1", "1961 treaty, Article 1")],
    );
    check_mentions("particle 4, article four, 4 articles", &[]);
    check_mentions(
        "On 19 June 2024, in June 2024, in 1950",
        &[("19 June 2024", "2024-06-19"), ("June 2024", "2024-06")],
    );
}

#[test]
fn actors_and_terms_by_any_name() {
    check_first("putin", &["actor:putin"]);
    check_first("vp", &["actor:putin"]);
    check_first("kim", &["actor:kim-jong-un"]);
    check_first("chongun", &["actor:kim-jong-un"]);
    check_first("marshal", &["actor:kim-jong-un"]);
    check_first("김정", &["actor:kim-jong-un"]);
    check_first("\u{1100}\u{1175}\u{11B7}", &["actor:kim-jong-un"]);
    check_first("pyongyang", &["actor:pyongyang"]);
    check_first("p'yong", &["actor:pyongyang"]);
    check_first("mdl", &["term:mdl"]);
    check_first("demarcation", &["term:mdl"]);
}

#[test]
fn sections_headings_sources_and_extras() {
    check_first("impact", &["section:impact"]);
    check_first("promise", &["heading:treaty-content/The promise at its heart"]);
    check_first("four dates", &["heading:treaty-content/dates"]);
    check_first("full text", &["source:kcna-text"]);
    check_first("kcna", &["source:kcna-text"]);
    check_first("theme", &["command:theme"]);
    check_first("colours", &["command:theme"]);
    check_first("timeline", &["view:timeline"]);
    check_first("was", &["bookmark:1"]);
    check_first("xyzzy", &[]);
}

#[test]
fn typed_letters_are_marked_in_what_is_shown() {
    check_letters("pyong", "[P]’[yŏng]yang");
    check_letters("정은", "김[정은]");
    check_letters("art 18", "[Art]icle [18]: Information security");
    check_letters("un 51", "[UN] Charter, Article [51]: Self-defence");
    check_letters("colours", "Next theme");
    check_letters("2024-06-19", "[2024-06-19] Treaty signed");
    check_letters("2024 4", "Article [4]: Military assistance");
    check_letters("preamble", "[Preamble]");
    check_letters("51 of the un charter", "[UN] [Charter], Article [51]: Self-defence");
    check_letters("51(2)", "UN Charter, Article 51: Self-defence");
    check_letters("4", "Article [4]: Military assistance");
}

#[test]
fn case_matters_where_an_upper_case_letter_was_typed() {
    check_first("marshal", &["actor:kim-jong-un"]);
    check_first("Marshal", &["actor:kim-jong-un"]);
    check_first("MARSHAL", &[]);
}

#[test]
fn what_was_chosen_comes_first_among_its_like() {
    let names = names();
    let best = |typed: &str, key: &str| {
        let ranked = names.rank(typed, 1, |other| u32::from(other == key) * 1_000);
        names.candidate(ranked[0].candidate).unwrap().key.clone()
    };
    assert_eq!(best("treaty", "event:signing"), "event:signing");
    assert_eq!(best("t", "view:timeline"), "view:timeline");
    // What was named exactly stays first.
    assert_eq!(best("4", "article:un-charter/4"), "article:treaty-2024/4");
    assert_eq!(best("4", "section:needs"), "article:treaty-2024/4");
    assert_eq!(best("2024-06-19", "event:entry"), "event:signing");
}

#[test]
fn with_nothing_typed_the_most_chosen_and_then_the_sections() {
    let names = names();
    for typed in ["", "  ", "'"] {
        let ranked = names.rank(typed, 5, |key| match key {
            "actor:kim-jong-un" => 5,
            "command:theme" => 900,
            _ => 0,
        });
        let keys: Vec<_> =
            ranked.iter().map(|one| names.candidate(one.candidate).unwrap().key.as_str()).collect();
        let sections = ["section:treaty-content", "section:impact", "section:needs"];
        assert_eq!(keys[..2], ["command:theme", "actor:kim-jong-un"]);
        assert_eq!(keys[2..], sections);
    }
}

#[test]
fn each_comes_once_and_no_more_than_asked_for() {
    let names = names();
    let ranked = names.rank("kim", 100, |_| 0);
    let mut goals: Vec<_> =
        ranked.iter().map(|one| names.candidate(one.candidate).unwrap().goal.clone()).collect();
    let all = goals.len();
    goals.dedup();
    assert_eq!(goals.len(), all);
    assert_eq!(names.rank("e", 3, |_| 0).len(), 3);
    assert_eq!(names.rank("e", 0, |_| 0), []);
    assert_eq!(Names::default().rank("e", 3, |_| 0), []);
}

#[test]
fn extras_are_replaced() {
    let mut names = names();
    let before = names.len();
    names.set_extras([extra("Other", "", "view:other", 3)]);
    assert_eq!(names.len(), before - 2);
    let ranked = names.rank("other", 1, |_| 0);
    let candidate = names.candidate(ranked[0].candidate).unwrap();
    assert_eq!((candidate.kind, &candidate.goal), (Kind::Extra, &Goal::Extra(3)));
    assert_eq!(names.rank("timeline", 1, |_| 0), []);
}

#[test]
fn a_label_is_shown_as_it_is_elsewhere() {
    let check = |label: &str, shown: &str| {
        let mut names = Names::default();
        names.set_extras([extra(label, "", "view:any", 0)]);
        for ranked in names.rank("", 5, |_| 0) {
            assert_eq!(names.label(&ranked).plain, shown, "{label:?}");
        }
    };
    check("می\u{200C}خواهم", "می\u{200C}خواهم");
    check("\u{200D}a", "\u{FFFD}a");
    check("two\nlines", "two\u{240A}lines");
}

proptest! {
    #[test]
    fn marked_letters_are_whole_clusters_in_order(label in label(), typed in label()) {
        use unicode_segmentation::UnicodeSegmentation;
        let mut names = Names::default();
        names.set_extras([extra(&label, "", "view:any", 0), extra("any", "", "view:any", 1)]);
        for ranked in names.rank(&typed, 5, |_| 0) {
            let shown = &names.candidate(ranked.candidate).unwrap().label;
            prop_assert_eq!(&names.label(&ranked).plain, shown);
            let mut bounds: Vec<usize> = shown.grapheme_indices(true).map(|(at, _)| at).collect();
            bounds.push(shown.len());
            if ranked.candidate == 0 {
                let mut last = 0;
                for letters in ranked.letters {
                    prop_assert!(last <= letters.start && letters.start < letters.end);
                    prop_assert!(bounds.binary_search(&letters.start).is_ok());
                    prop_assert!(bounds.binary_search(&letters.end).is_ok());
                    last = letters.end;
                }
            }
        }
    }

    #[test]
    fn a_label_finds_itself(label in label()) {
        let mut names = Names::default();
        names.set_extras([extra(&label, "", "view:any", 0)]);
        prop_assert_eq!(names.rank(&label, 5, |_| 0).len(), 1);
    }
}

fn label() -> impl Strategy<Value = String> {
    "([a-cA-C0-9 ]|\\PC|[’'\u{AD}\u{301}ŏßẞİæς－（ｶﾞ조약\u{110C}\u{1169}👩\u{200D}👧🇰🇵\t]){0,10}"
}
