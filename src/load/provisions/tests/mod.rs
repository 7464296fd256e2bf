//! Wordings of our own, and what they are read as.

mod rows;
mod told;

use std::fmt::Write;

use proptest::prelude::*;

use super::heading::ArticleNames;
use super::nest::read;
use super::written::{Hint, ReadWording};

/// The provisions, each on a line: two blanks for each level, the mark, a bar, the words.
fn tree(value: &str, read: &ReadWording) -> String {
    let mut all = String::new();
    for written in &read.provisions {
        let mark = written.mark.clone().map_or("", |at| &value[at]);
        let words: Vec<_> = written.lines.iter().map(|at| &value[at.clone()]).collect();
        let indent = "  ".repeat(written.level);
        let _ = writeln!(all, "{indent}{mark}|{}", words.join(" "));
    }
    all
}

/// The wordings are all of an article 4.
fn names() -> ArticleNames<'static> {
    ArticleNames::of("4", Some("§ {n}"), Some("Rest of geese"))
}

fn hints(value: &str, read: &ReadWording) -> Vec<String> {
    let each = read.hints.iter().map(|(at, hint)| {
        let at = &value[at.clone()];
        match hint {
            Hint::Missing { first, end } => format!("{at}: {first} to {end} missing"),
            Hint::Text => format!("{at}: text"),
            Hint::Wrapped { more: 0 } => format!("{at}: wrapped"),
            Hint::Wrapped { more } => format!("{at}: wrapped, and {more} more"),
            Hint::Figure => format!("{at}: a figure"),
            Hint::Unblanked => format!("{at}: no blank"),
            Hint::Undotted => format!("{at}: no dot"),
            Hint::Section => format!("{at}: a section"),
            Hint::Sentence => format!("{at}: a sentence"),
            Hint::Again => format!("{at}: again"),
            Hint::Page => format!("{at}: a page"),
            Hint::SecondOnLine => format!("{at}: second on its line"),
            Hint::OwnName { title: Some(title) } => format!("{at}: own name, {title}"),
            Hint::OwnName { title: None } => format!("{at}: own name"),
            Hint::OtherName => format!("{at}: other name"),
            Hint::Folded | Hint::Twice => format!("{at}: said elsewhere"),
        }
    });
    each.collect()
}

#[track_caller]
fn check(value: &str, expected: &str) {
    check_hints(value, expected, &[]);
}

#[track_caller]
fn check_hints(value: &str, expected: &str, said: &[&str]) {
    let read = read(value, &[], &names());
    let found = tree(value, &read);
    let lines = |text: &str| text.trim_matches('\n').to_owned();
    assert_eq!(lines(&found), lines(expected), "of\n{value}");
    assert_eq!(hints(value, &read), said, "of\n{value}");
    for (at, written) in read.provisions.iter().enumerate() {
        let above = written.parent.map(|parent| {
            assert!(parent < at, "of\n{value}");
            read.provisions[parent].level
        });
        assert_eq!(written.level, above.map_or(0, |level| level + 1), "of\n{value}");
    }
}

#[test]
fn an_indented_wording_nests_by_its_indents() {
    check(
        "1. Each member shall:\n   (a) keep the gate shut;\n   (b) feed the geese when they\n       are hungry.\n2. Nothing here touches the pond.\nThe pond is open.\n",
        "
1.|Each member shall:
  (a)|keep the gate shut;
  (b)|feed the geese when they are hungry.
2.|Nothing here touches the pond.
|The pond is open.",
    );
}

#[test]
fn a_flat_wording_nests_by_its_rows() {
    check(
        "1. Geese may:\n(a) walk;\n(b) swim if:\n(i) it is warm;\n(ii) the pond is full;\n(c) rest.\nThe second point does not hold for ducks.\n2. Ducks may:\n(a) dive.",
        "
1.|Geese may:
  (a)|walk;
  (b)|swim if:
    (i)|it is warm;
    (ii)|the pond is full;
  (c)|rest.
|The second point does not hold for ducks.
2.|Ducks may:
  (a)|dive.",
    );
}

#[test]
fn what_stands_within_a_row_is_as_deep_as_the_row() {
    check(
        "1. Geese may:\n(a) walk;\nOn Sundays too.\n(b) swim.\nThey rest.\n2. Ducks dive.",
        "
1.|Geese may:
  (a)|walk;
  |On Sundays too.
  (b)|swim.
|They rest.
2.|Ducks dive.",
    );
    check(
        "1. This is on geese.\nGeese may:\n(a) walk;\n(b) swim.\n2. End.",
        "1.|This is on geese.\n  |Geese may:\n  (a)|walk;\n  (b)|swim.\n2.|End.",
    );
}

#[test]
fn what_format_1_needed_until_now_is_a_line_still() {
    check(
        "1\\. Each goose shall:\\\n&emsp;(a) walk, and this goes on;\\\n&emsp;(b) swim.\n\n2\\. No duck shall.",
        "
1\\.|Each goose shall:
  (a)|walk, and this goes on;
  (b)|swim.
2\\.|No duck shall.",
    );
    check(
        "1.\u{3000}Geese\n\u{3000}(a)\u{a0}walk\n&nbsp;&nbsp;(b)&nbsp;swim",
        "
1.|Geese
  (a)|walk
  (b)|swim",
    );
    // Two backslashes are one that is shown.
    check("1. a\\\\\n2. b", "1.|a\\\\\n2.|b");
}

fn indented(lines: &str) -> String {
    lines.lines().flat_map(|line| ["  ", line, "\n"]).collect()
}

#[test]
fn depth_goes_by_indents_where_there_are_any() {
    // The same row within itself, as deep as it is indented.
    check("1. x\n  1. x\n    1. x\n  2. x\n2. x", "1.|x\n  1.|x\n    1.|x\n  2.|x\n2.|x");
    // Nothing is exactly as deep: it goes by the row.
    check("1. x\n    (a) x\n   (b) x\n2. x", "1.|x\n  (a)|x\n  (b)|x\n2.|x");
    // What follows the points of a paragraph, as deep as they are and as deep as it.
    check(
        "1. x\n   (a) x\n   (b) x\n   And so on.\n2. x",
        "1.|x\n  (a)|x\n  (b)|x\n  |And so on.\n2.|x",
    );
    check(
        "1. x\n   (a) x\nAnd so on.\n2. x\n   (a) x",
        "1.|x\n  (a)|x\n|And so on.\n2.|x\n  (a)|x",
    );
    // Below a paragraph without a mark.
    check(
        "The geese:\n   (a) x\n   (b) x\nThe ducks:\n   (a) x",
        "|The geese:\n  (a)|x\n  (b)|x\n|The ducks:\n  (a)|x",
    );
    check("The geese:\n(a) x\n(b) x", "|The geese:\n(a)|x\n(b)|x");
    check("1. x\n\t(a) x\n\t\t(i) x\n\t(b) x", "1.|x\n  (a)|x\n    (i)|x\n  (b)|x");
}

#[test]
fn lines_go_on_where_they_are_deeper() {
    check("1. Geese\n   walk\n   and swim.\n2. x", "1.|Geese walk and swim.\n2.|x");
    check("Geese\n  walk", "|Geese walk");
    // Below a blank line nothing goes on.
    check("1. Geese.\n\n   They walk.\n2. x", "1.|Geese.\n  |They walk.\n2.|x");
    // A mark that stands alone has its words below it.
    check("1.\nGeese walk.\n2.\n\nThey swim.", "1.|Geese walk.\n2.|They swim.");
    check("1.\n(a) x\n(b) x", "1.|\n  (a)|x\n  (b)|x");
    // A link may be broken anywhere in its label.
    check("See [the\npond](article:3) here.\nEnd.", "|See [the pond](article:3) here.\n|End.");
}

#[test]
fn the_name_of_the_article_is_a_line_of_its_own() {
    for (value, expected, said) in [
        ("제4조(협의) ① 하나\n② 둘", "|제4조(협의)\n①|하나\n②|둘", "제4조(협의): own name, 협의"),
        ("제4조 (협의)\n① 하나", "|제4조 (협의)\n①|하나", "제4조 (협의): own name, 협의"),
        ("제4조(협의) 거위는 쉰다.", "|제4조(협의)\n|거위는 쉰다.", "제4조(협의): own name, 협의"),
        ("  제4조 ① 하나\n  ② 둘", "|제4조\n①|하나\n②|둘", "제4조: own name"),
        ("第四条 鹅\n", "|第四条 鹅", ""),
        (
            "第4条（鹅） １\u{3000}x\n２\u{3000}x",
            "|第4条（鹅）\n１|x\n２|x",
            "第4条（鹅）: own name, 鹅",
        ),
        ("Article 4\n1. x", "|Article 4\n1.|x", "Article 4: own name"),
        (
            "ARTICLE 4 (Use) 1. Geese\n2. x",
            "|ARTICLE 4 (Use)\n1.|Geese\n2.|x",
            "ARTICLE 4 (Use): own name, Use",
        ),
        ("Article 4. Geese walk.", "|Article 4.\n|Geese walk.", "Article 4.: own name"),
        ("§ 4 (1) Die Gans\n(2) x", "|§ 4\n(1)|Die Gans\n(2)|x", "§ 4: own name"),
        ("1. x\nArticle 5\nUse\n1. x", "1.|x\n|Article 5\n|Use\n1.|x", "Article 5: other name"),
        ("제5조(거위) ① 하나", "|제5조(거위)\n①|하나", "제5조(거위): other name"),
        ("§ 4 Schutz\n(1) x", "|§ 4 Schutz\n(1)|x", "§ 4 Schutz: own name, Schutz"),
        ("Article 4 - Use\n1. x", "|Article 4 - Use\n1.|x", "Article 4 - Use: own name, Use"),
        (
            "Article 4 – Use\nGeese rest.",
            "|Article 4 – Use\n|Geese rest.",
            "Article 4 – Use: own name, Use",
        ),
        (
            "Article 4 Use of it\n  1. x\n  2. y",
            "|Article 4 Use of it\n1.|x\n2.|y",
            "Article 4 Use of it: own name, Use of it",
        ),
        (
            "Artikel 4 Schutz\n\nGans.",
            "|Artikel 4 Schutz\n|Gans.",
            "Artikel 4 Schutz: own name, Schutz",
        ),
        ("Article 4 : Use\n1. x", "|Article 4 : Use\n1.|x", "Article 4 : Use: own name, Use"),
        ("Art. 4. 1. kto\n2. x", "|Art. 4.\n1.|kto\n2.|x", "Art. 4.: own name"),
        ("4. Use\n(1) x\n(2) y", "|4. Use\n(1)|x\n(2)|y", "4. Use: own name, Use"),
        (
            "4. Rest of geese\nThey rest.",
            "|4. Rest of geese\n|They rest.",
            "4. Rest of geese: own name",
        ),
        ("ARTICLE IV\n  1. x", "|ARTICLE IV\n1.|x", "ARTICLE IV: own name"),
        ("REST OF GEESE\n  1. x", "|REST OF GEESE\n1.|x", "REST OF GEESE: own name"),
        (
            "Article 4 Rest of geese\nThey rest.",
            "|Article 4 Rest of geese\n|They rest.",
            "Article 4 Rest of geese: own name",
        ),
        // What only speaks of an article.
        ("Article 4 Paragraph 2 holds\n1. x", "|Article 4 Paragraph 2 holds\n1.|x", ""),
        ("Article 4 Use it.\n1. x", "|Article 4 Use it.\n1.|x", ""),
        ("Article 5 Use\n1. x", "|Article 5 Use\n1.|x", ""),
        ("Article 4 of the old law holds.", "|Article 4 of the old law holds.", ""),
        ("Article 4 (1) shall not apply.", "|Article 4 (1) shall not apply.", ""),
        ("Article 5 (1) Geese", "|Article 5 (1) Geese", ""),
        ("Article 5 (as amended) holds.", "|Article 5 (as amended) holds.", ""),
        ("제4조에 따라 쉰다.", "|제4조에 따라 쉰다.", ""),
        ("Article 4bis\n1. x", "|Article 4bis\n1.|x", "Article 4bis: other name"),
    ] {
        let said: Vec<_> = Some(said).filter(|said| !said.is_empty()).into_iter().collect();
        check_hints(value, expected, &said);
    }
}

#[test]
fn depth_has_an_end() {
    let value = "1. x\n".repeat(40);
    assert_eq!(read(&value, &[], &names()).provisions.last().map(|last| last.level), Some(32));
    let deep: String = (0..40).flat_map(|at| [" ".repeat(at), "1. x\n".to_owned()]).collect();
    assert_eq!(read(&deep, &[], &names()).provisions.last().map(|last| last.level), Some(32));
}

proptest! {
    #[test]
    fn no_word_is_lost_or_run_together(lines in prop::collection::vec(line(), 0..30)) {
        let value = lines.join("\n");
        let read = read(&value, &[], &names());
        let mut kept = String::new();
        for (at, written) in read.provisions.iter().enumerate() {
            prop_assert!(written.parent.is_none_or(|parent| parent < at));
            for range in written.mark.iter().chain(&written.lines) {
                kept.push_str(&value[range.clone()]);
                kept.push('\n');
            }
        }
        let apart = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(apart(&kept), apart(&value));
    }
}

fn line() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec![
        "1.", "2.", "(a)", "(b)", "(i)", "(ii)", "①", "②", "가.", "–", "1.1", "一、", "§ 3", "(h)",
        "2a.", "aa)", "A.", "", "", "",
    ]);
    let words =
        prop::sample::select(vec!["geese", "Walk to", "거위는", "", "(a) b", "[a", "b](c)"]);
    (0..6_usize, mark, 0..2_usize, words).prop_map(|(indent, mark, gap, words)| {
        format!("{}{mark}{}{words}", " ".repeat(indent), " ".repeat(gap))
    })
}
