//! Search: what is folded, what is found, and where.

use attache::model::Briefing;
use attache::text::search::{Corpus, Hits, Query, SearchField, Searchable};
use attache::text::{Glyphs, Typesetting};
use proptest::prelude::*;

use crate::common::briefing;

fn words(typed: &str) -> Query {
    Query::new(typed, false).unwrap_or_else(|fault| panic!("{typed:?}: {fault}"))
}

fn regex(typed: &str) -> Query {
    Query::new(typed, true).unwrap_or_else(|fault| panic!("{typed:?}: {fault}"))
}

#[track_caller]
fn check_query(query: &Query, text: &str, expected: &[&str]) {
    let found: Vec<_> = query.ranges(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, expected, "{query:?} in {text:?}");
}

/// What words are found in a text.
#[track_caller]
fn check(typed: &str, text: &str, expected: &[&str]) {
    check_query(&words(typed), text, expected);
}

/// What an expression finds in a text.
#[track_caller]
fn check_regex(typed: &str, text: &str, expected: &[&str]) {
    check_query(&regex(typed), text, expected);
}

#[test]
fn accents_and_apostrophes_are_folded() {
    check("yonpyong", "on Yŏnp'yŏng island", &["Yŏnp'yŏng"]);
    for name in ["P'yŏngyang", "P’yŏngyang", "Pʼyŏngyang", "P‘yo\u{306}ngyang", "P`yŏngyang"]
    {
        check("pyongyang", name, &[name]);
        check("p'yongyang", name, &[name]);
    }
    check("p’yŏngyang", "Pyongyang", &["Pyongyang"]);
    check("malmo", "Malmø", &["Malmø"]);
    check("łodz", "Lodz, Łódź", &["Lodz", "Łódź"]);
    check("еще", "ещё", &["ещё"]);
    check("οδοσ", "οδός", &["οδός"]);
    check("aegis", "Ægis", &["Ægis"]);
    check("e", "æ", &["æ"]);
}

#[test]
fn an_umlaut_is_a_vowel_with_an_e() {
    check("gaense", "Gänse, Ganse, GAENSE", &["Gänse", "GAENSE"]);
    check("GAENSE", "GÄNSE, Gänse", &["GÄNSE"]);
    check("gänse", "Gaense, Gänse, Ganse", &["Gaense", "Gänse", "Ganse"]);
    check("Gänse", "Gaense GAENSE", &["Gaense"]);
    check("GÄNSE", "Gaense GAENSE", &["GAENSE"]);
    check("fuer", "für fur u\u{308}ber fu\u{308}r", &["für", "fu\u{308}r"]);
    check("für", "fuer Feuer", &["fuer"]);
    check("neue", "neu neue neü", &["neue", "neü"]);
    check("gross", "groß gross", &["groß", "gross"]);
    check("groß", "gross", &["gross"]);
    check("oe", "œ ö", &["œ", "ö"]);
}

#[test]
fn width_dashes_and_hyphens_are_folded() {
    check("article 4", "Ａｒｔｉｃｌｅ　４", &["Ａｒｔｉｃｌｅ　４"]);
    check("Ａ", "A a", &["A"]);
    check("ガ", "ｶﾞ", &["ｶﾞ"]);
    check("cooperation", "co\u{AD}oper\u{AD}ation", &["co\u{AD}oper\u{AD}ation"]);
    check("1950-1953", "1950–1953, 1950—1953", &["1950–1953", "1950—1953"]);
    check("non-use", "non\u{2011}use", &["non\u{2011}use"]);
    check("\"so\"", "“so”", &["“so”"]);
}

#[test]
fn white_space_is_one_space() {
    check("armed attack", "an armed\nattack", &["armed\nattack"]);
    check("armed attack", "armed \u{A0}\n attack", &["armed \u{A0}\n attack"]);
    check("a  b", "a b", &["a b"]);
    check("armed\u{A0}attack", "armed attack", &["armed attack"]);
}

#[test]
fn korean_is_found_whole_and_in_parts() {
    check("조약", "북러조약문", &["조약"]);
    check("약", "조약", &["약"]);
    check("조야", "조약", &[]);
    let jamo = "\u{110C}\u{1169}\u{110B}\u{1163}\u{11A8}"; // 조약
    check("조약", jamo, &[jamo]);
    check(jamo, "북러조약문", &["조약"]);
    check("큰 항구", "부산항은 큰\n항구이다", &["큰\n항구"]);
}

#[test]
fn case_matters_where_an_upper_case_letter_was_typed() {
    check("treaty", "Treaty TREATY treaty", &["Treaty", "TREATY", "treaty"]);
    check("Treaty", "Treaty TREATY treaty", &["Treaty"]);
    check("Aa", "aAa", &["Aa"]);
    check("Élan", "élan Elan", &["Elan"]);
    check("Договор", "договор Договор", &["Договор"]);
    check("договор", "ДОГОВОР", &["ДОГОВОР"]);
}

#[test]
fn letters_whose_length_changes_with_their_case() {
    check("strasse", "Straße STRASSE Straẞe", &["Straße", "STRASSE", "Straẞe"]);
    check("straße", "Strasse", &["Strasse"]);
    check("s", "ß", &["ß", "ß"]);
    check("istanbul", "İstanbul Istanbul ıstanbul", &["İstanbul", "Istanbul", "ıstanbul"]);
    check("x", "İx ẞx Ⱥx \u{212A}x", &["x", "x", "x", "x"]);
    check("k", "\u{212A}", &["\u{212A}"]);
}

#[test]
fn clusters_are_not_parted() {
    check("e", "e\u{301}\u{323}!", &["e\u{301}\u{323}"]);
    check("👩", "👩\u{200D}👧", &["👩\u{200D}👧"]);
    check("☎", "☎\u{FE0F}", &["☎\u{FE0F}"]);
    check("خواهم", "می\u{200C}خواهم", &["خواهم"]);
    // What shapes nothing is shown by a mark, and parts no word.
    check("password", "a pass\u{FFFD}word", &["pass\u{FFFD}word"]);
}

#[test]
fn nothing_typed_finds_nothing() {
    for typed in ["", " ", "\n", "'", "\u{AD}", "\u{301}"] {
        assert!(words(typed).is_empty(), "{typed:?}");
        check(typed, "a b 'c' \u{AD}", &[]);
    }
    for typed in ["", " ", "'"] {
        check_regex(typed, "a b 'c'", &[]);
    }
}

#[test]
fn expressions() {
    check_regex(r"art(icle)? \d+", "Article 4, art 18", &["Article 4", "art 18"]);
    check_regex(r"Art\w*", "Article article", &["Article"]);
    check_regex(r"\Srt|\p{Hangul}+", "PART 조약", &["ART", "조약"]);
    check_regex(r"[^a]+", "Aab", &["b"]);
    check_regex(r"[^A]+", "Aab", &["ab"]);
    check_regex(r"(?-i)\p{Lu}", "aB", &["B"]);
    check_regex("^a|c$", "a b\nc", &["a", "c"]);
    check_regex("a.b", "a\nb", &["a\nb"]);
    check_regex("yŏnp'yŏng|조.", "Yo\u{306}npyong 조약", &["Yo\u{306}npyong", "조약"]);
    check_regex(r"p\'y|\’g", "p'y g", &["p'y", "g"]);
    check_regex(r"4（", "4(", &["4("]);
    check_regex("1950–1953", "1950-1953", &["1950-1953"]);
}

#[test]
fn expressions_that_match_nothing_between_letters() {
    check_regex("x*", "axxb", &["xx"]);
    check_regex("", "axxb", &[]);
    check_regex("^|$", "ab", &[]);
    check_regex(r"\b", "a b", &[]);
    check_regex("a*?", "aa", &[]);
}

#[test]
fn a_fault_is_told_in_a_few_words() {
    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let fault = Query::new(typed, true).expect_err(typed);
        assert_eq!(fault.to_string(), expected, "{typed}");
    }
    check("(a", "unclosed group");
    check("a)", "unopened group");
    check("[a", "unclosed character class");
    check("*", "repetition operator missing expression");
    check("a\\", "incomplete escape sequence, reached end of pattern prematurely");
    check("(?=a)", "look-around, including look-ahead and look-behind, is not supported");
    check(r"(a)\1", "backreferences are not supported");
    check(r"\w{5000}", "the expression is too large");
    check("((a{100}){100}){100}", "the expression is too large");
    check(&"a".repeat(2_000), "the expression is too long");
    check(
        &format!("{}a{}", "(".repeat(60), ")".repeat(60)),
        "exceed the maximum number of nested parentheses/brackets (50)",
    );
}

#[test]
fn an_expression_takes_no_time_that_grows_out_of_bounds() {
    let text = "a".repeat(50_000);
    let start = std::time::Instant::now();
    for typed in ["(a*)*b", "(a+a+)+b", "(a|aa)+b", "(.*)(.*)(.*)(.*)b", "(x+x+)+y"] {
        check_regex(typed, &text, &[]);
    }
    assert_eq!(words("a").ranges(&text).len(), text.len());
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

/// A briefing in which everything says `needle` and its own place.
const EVERYTHING: &str = "
format: 1
title: A briefing
language: en
sections:
  - id: one
    title: needle section
    summary: needle summary
    body:
      - heading: needle heading
      - text: A nee**dle** in *em*phasis, a [nee](article:4)dle across a link.
      - quote: needle quote
        from: Somebody
      - list: [needle one, none, needle two]
      - note: needle note
      - question: needle question
        hint: needle hint
      - cue: needle cue
instruments:
  - id: law
    title: needle law
    short: needle short
    summary: needle of law
    articles:
      - {number: 4, title: needle title, gist: needle gist, text: needle text, meaning: needle meaning, note: needle note}
actors:
  - id: ada
    name: needle actor
    aliases: [other, needle alias]
    role: needle role
    stance: needle stance
    relations: [{to: ada, label: needle label}]
terms:
  - {id: term, term: needle term, aliases: [needle alias], definition: needle definition}
events:
  - {id: event, date: 2024, title: needle event, text: needle more}
sources:
  - {id: source, title: needle source, publisher: needle press}
discussion:
  - {question: needle discussion, hint: needle hint}
quiz:
  - {question: needle quiz, choices: [needle choice, needle other], answer: 1, why: needle why}
";

/// Each hit as `place part: text`.
fn told(hits: &Hits, briefing: &Briefing) -> Vec<String> {
    let hits = hits.kept.iter();
    hits.map(|hit| {
        let place = match hit.place {
            Searchable::Block(at) => format!("block {}", at.get()),
            place => format!("{place:?}").split('(').next().unwrap_or_default().to_lowercase(),
        };
        let text = hit.text(briefing);
        assert_eq!(text[hit.range(briefing)].to_lowercase(), "needle");
        format!("{place} {:?}: {text}", hit.field)
    })
    .collect()
}

#[test]
fn everything_is_searched_in_the_order_of_reading() {
    let briefing = briefing(EVERYTHING);
    let corpus = Corpus::of(&briefing);
    let all = corpus.search(&words("needle"), true, usize::MAX);
    assert_eq!(all.total, all.kept.len());
    let class = corpus.search(&words("needle"), false, usize::MAX);
    let (all, class) = (told(&all, &briefing), told(&class, &briefing));
    assert_eq!(
        all,
        [
            "section Name: needle section",
            "section Summary: needle summary",
            "block 0 Text(0): needle heading",
            "block 1 Text(0): A needle in emphasis, a needle across a link.",
            "block 1 Text(0): A needle in emphasis, a needle across a link.",
            "block 2 Text(0): needle quote",
            "block 3 Text(0): needle one",
            "block 3 Text(2): needle two",
            "block 4 Text(0): needle note",
            "block 5 Text(0): needle question",
            "block 5 Text(1): needle hint",
            "block 6 Text(0): needle cue",
            "instrument Name: needle law",
            "instrument Alias(0): needle short",
            "instrument Summary: needle of law",
            "article Name: needle title",
            "article Gist: needle gist",
            "article Wording: needle text",
            "article Meaning: needle meaning",
            "article Note: needle note",
            "actor Name: needle actor",
            "actor Alias(1): needle alias",
            "actor Role: needle role",
            "actor Stance: needle stance",
            "actor Relation(0): needle label",
            "term Name: needle term",
            "term Alias(0): needle alias",
            "term More: needle definition",
            "event Name: needle event",
            "event More: needle more",
            "source Name: needle source",
            "source Publisher: needle press",
            "discussion Question: needle discussion",
            "discussion Hint: needle hint",
            "quiz Question: needle quiz",
            "quiz Choice(0): needle choice",
            "quiz Choice(1): needle other",
            "quiz Why: needle why",
        ]
    );
    let teachers = ["needle hint", "needle cue", "needle why"];
    let rest = all.into_iter().filter(|hit| !teachers.iter().any(|words| hit.ends_with(words)));
    assert_eq!(class, rest.collect::<Vec<_>>());
}

#[test]
fn words_and_expressions_find_the_same() {
    let briefing = briefing(EVERYTHING);
    let corpus = Corpus::of(&briefing);
    for typed in ["needle", "n", "ee", "Somebody", "A needle", "a", "A"] {
        for teacher in [true, false] {
            let by_words = corpus.search(&words(typed), teacher, usize::MAX);
            assert_eq!(by_words, corpus.search(&regex(typed), teacher, usize::MAX), "{typed}");
        }
    }
}

#[test]
fn nothing_is_found_across_two_texts() {
    let briefing = briefing(EVERYTHING);
    let corpus = Corpus::of(&briefing);
    for query in [words("section needle"), words("section\nneedle"), regex(r"section\sneedle")] {
        assert_eq!(corpus.search(&query, true, 10), Hits::default(), "{query:?}");
    }
}

#[test]
fn all_are_counted_and_a_few_kept() {
    let briefing = briefing(EVERYTHING);
    let corpus = Corpus::of(&briefing);
    for query in [words("needle"), regex("needle")] {
        let hits = corpus.search(&query, true, 3);
        assert_eq!((hits.kept.len(), hits.total), (3, 38));
        assert_eq!(corpus.search(&query, true, 0).total, 38);
    }
    assert_eq!(corpus.search(&words(""), true, 3), Hits::default());
}

#[test]
fn those_around_a_place_are_kept() {
    let briefing = briefing(EVERYTHING);
    let corpus = Corpus::of(&briefing);
    for query in [words("needle"), regex("needle")] {
        let all = corpus.search(&query, true, 100).kept;
        for from in 0..=all.last().map_or(0, |hit| hit.entry) + 1 {
            for limit in 0..10 {
                let hits = corpus.search_around(&query, true, from, limit, || true);
                let Hits { kept, first, total, .. } = hits.unwrap_or_default();
                let before = all.iter().filter(|hit| hit.entry < from).count();
                assert_eq!((first, total), (before - before.min(limit / 2), all.len()));
                let end = all.len().min(first + limit);
                assert_eq!(kept, all[first..end], "{from} {limit}");
            }
        }
    }
}

#[test]
fn an_expression_that_finds_too_much_is_left() {
    let much = "e".repeat(150_000);
    let briefing = briefing(&EVERYTHING.replace("needle note", &much));
    let corpus = Corpus::of(&briefing);
    let hits = corpus.search(&regex("."), true, 3);
    assert_eq!((hits.kept.len(), hits.total, hits.more), (3, 100_000, true));
    let hits = corpus.search(&words("e"), true, 3);
    assert!(hits.total > 150_000 && !hits.more, "{}", hits.total);
    assert!(!corpus.search(&regex("e+"), true, 3).more);
}

#[test]
fn a_search_that_nobody_wants_any_more_is_left() {
    let text = format!("{EVERYTHING}summary: {}", "a ".repeat(5_000));
    let mut large = briefing(&text.replace("needle note", &"a ".repeat(5_000)));
    large.summary = None;
    let corpus = Corpus::of(&large);
    for query in [words("a"), regex("a"), regex("nothing")] {
        assert_eq!(corpus.search_while(&query, true, 3, || false), None, "{query:?}");
        assert!(corpus.search_while(&query, true, 3, || true).is_some(), "{query:?}");
    }
}

#[test]
fn hits_from_a_place_on() {
    let briefing = briefing(EVERYTHING);
    let corpus = Corpus::of(&briefing);
    let hits = corpus.search(&words("needle"), true, usize::MAX).kept;
    let quote = hits.iter().find(|hit| hit.text(&briefing) == "needle quote").unwrap();
    let first = corpus.first(quote.place).unwrap();
    assert_eq!(hits.iter().find(|hit| hit.entry >= first), Some(quote));
    assert_eq!(quote.field, SearchField::Text(0));
    assert_eq!(corpus.first(Searchable::Quiz(7)), None);
}

#[test]
fn a_hit_stands_bold_among_a_few_words() {
    let briefing = briefing(EVERYTHING);
    let corpus = Corpus::of(&briefing);
    let setting = Typesetting {
        briefing: &briefing,
        glyphs: &Glyphs::UNICODE,
        teacher: false,
        slides: false,
        annotations: None,
    };
    let hits = corpus.search(&words("needle"), true, usize::MAX).kept;
    let check = |number: usize, before: usize, together: usize, expected: &str| {
        let rich = setting.context(&hits[number], before, together);
        let runs = rich.runs.iter().map(|run| {
            let words = &rich.plain[run.range.clone()];
            if run.face.strong { format!("[{words}]") } else { words.to_owned() }
        });
        assert_eq!(runs.collect::<String>(), expected);
    };
    check(3, 6, 14, "A [needle] in emphasis, a needle across a link.");
    check(4, 6, 14, "A needle in emphasis, a [needle] across a link.");
    check(4, 2, 3, "…emphasis, a [needle] across…");
    check(4, 0, 1, "…[needle] across…");
    check(0, 6, 14, "[needle] section");
}

proptest! {
    #[test]
    fn ranges_are_whole_clusters_in_order(text in text(), typed in text(), is_regex in any::<bool>()) {
        use unicode_segmentation::UnicodeSegmentation;
        let Ok(query) = Query::new(&typed, is_regex) else { return Ok(()) };
        let mut bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        bounds.push(text.len());
        let mut last = 0..0;
        for range in query.ranges(&text) {
            prop_assert!(bounds.binary_search(&range.start).is_ok(), "{range:?}");
            prop_assert!(bounds.binary_search(&range.end).is_ok(), "{range:?}");
            prop_assert!(range.start < range.end);
            prop_assert!(last.start <= range.start && last.end <= range.end);
            last = range;
        }
    }

    #[test]
    fn a_text_finds_itself(before in text(), typed in text(), after in text()) {
        let query = words(&typed);
        let text = format!("{before} {typed} {after}");
        prop_assert!(query.is_empty() || !query.ranges(&text).is_empty());
    }

    #[test]
    fn the_corpus_finds_what_the_text_has(text in text(), typed in text(), is_regex in any::<bool>()) {
        let Ok(query) = Query::new(&typed, is_regex) else { return Ok(()) };
        let mut briefing = Briefing::default();
        briefing.sections.push(attache::model::Section { title: text.clone(), ..Default::default() });
        let briefing = briefing.indexed();
        let hits = Corpus::of(&briefing).search(&query, false, usize::MAX).kept;
        let found: Vec<_> = hits.iter().map(|hit| hit.range(&briefing)).collect();
        prop_assert_eq!(found, query.ranges(&text));
    }
}

/// Text with what is hard about folding.
fn text() -> impl Strategy<Value = String> {
    "([a-cA-C ]|\\PC|[’'\u{AD}\u{301}\u{306}\u{200D}\u{FE0F}ŏßẞİıæÆøςΣ－（ｶﾞ조약\u{110C}\u{1169}\u{11A8}👩👧🇰🇵\\\\*+.\n\r\t\u{A0}\u{3000}]){0,12}"
}
