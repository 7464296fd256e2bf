//! Wordings of our own, and what they are read as.

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
fn each_row_of_the_format_counts() {
    for (first, second) in [
        ("1.", "2."),
        ("1)", "2)"),
        ("(1)", "(2)"),
        ("1°", "2°"),
        ("1º", "2º"),
        ("1.º", "2.º"),
        ("§ 1", "§ 2"),
        ("§ 1.", "§ 1a."),
        ("Abs. 1", "Abs. 2"),
        ("a.", "b."),
        ("a)", "b)"),
        ("(a)", "(b)"),
        ("(aa)", "(bb)"),
        ("aa)", "bb)"),
        ("A.", "B."),
        ("(A)", "(B)"),
        ("i.", "ii."),
        ("i)", "ii)"),
        ("(i)", "(ii)"),
        ("I.", "II."),
        ("1.1", "1.2"),
        ("1.1.", "1.2."),
        ("1.1.1", "1.1.2"),
        ("3.2.1", "3.2.2"),
        ("①", "②"),
        ("가.", "나."),
        ("가)", "나)"),
        ("(가)", "(나)"),
        ("а.", "б."),
        ("а)", "б)"),
        ("一、", "二、"),
        ("（一）", "（二）"),
        ("(一)", "(二)"),
        ("（1）", "（2）"),
        ("１．", "２．"),
        ("１\u{3000}", "２\u{3000}"),
        ("一\u{3000}", "二\u{3000}"),
        ("（１）", "（２）"),
        ("(١)", "(٢)"),
        ("١.", "٢."),
        ("(๑)", "(๒)"),
        ("๑.", "๒."),
        ("(१)", "(२)"),
        ("–", "–"),
        ("—", "—"),
        ("•", "•"),
        ("-", "-"),
        ("*", "*"),
        ("1a.", "1b."),
        ("1.", "1bis."),
        ("1.", "1 bis."),
        ("(1)", "(1a)"),
        ("1\\.", "2\\."),
        ("1\\)", "2\\)"),
        ("(a\\)", "(b\\)"),
    ] {
        let value = format!("{first} One\n{second} Two");
        let read = read(&value, &[], &names());
        let (first, second) = (first.trim(), second.trim());
        assert_eq!(tree(&value, &read), format!("{first}|One\n{second}|Two\n"));
        let allowed = usize::from(first.starts_with("1a"));
        assert_eq!(read.hints.len(), allowed, "{value} {:?}", read.hints);
    }
}

#[test]
fn after_marks_that_are_wide_no_blank_is_needed() {
    check("①거위는 걷는다\n②거위는 쉰다", "①|거위는 걷는다\n②|거위는 쉰다");
    check("一、鹅走路\n二、鹅游泳", "一、|鹅走路\n二、|鹅游泳");
    check("（一）鹅走路\n（二）鹅游泳", "（一）|鹅走路\n（二）|鹅游泳");
    check("（1）鹅走路\n（2）鹅游泳", "（1）|鹅走路\n（2）|鹅游泳");
}

#[test]
fn what_only_begins_like_a_mark_is_text() {
    for text in [
        "1.5percent of it",
        "1945 was dry",
        "e.g. geese",
        "(see above) geese",
        "A.B. Gander walks",
        "**Geese** walk",
        "---",
        "-- geese",
        "- ",
        "01. geese",
        "12.05.2024 was dry",
        "2 geese",
        "i.e. geese",
        "가거라 거위야",
        "一只鹅",
        "cf. geese",
        "pp. 5 of it",
        "No. 5 of it",
    ] {
        let text = text.trim();
        check(text, &format!("|{text}"));
    }
}

#[test]
fn a_backslash_before_the_whole_mark_makes_text() {
    check("\\A. Gander walks.", "|A. Gander walks.");
    check("\\1. is how it begins", "|1. is how it begins");
    // The inline markup takes this one off.
    check("\\(a) is how it begins", "|\\(a) is how it begins");
    check("\\- geese", "|\\- geese");
    check("\\Geese", "|\\Geese");
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

#[test]
fn letters_and_numerals_are_told_apart() {
    let to_h = ["a", "b", "c", "d", "e", "f", "g", "h"].map(|c| format!("({c}) x\n")).concat();
    let is = ["a", "b", "c", "d", "e", "f", "g", "h"].map(|c| format!("({c})|x\n")).concat();
    check(&format!("{to_h}(i) x\n(j) x"), &format!("{is}(i)|x\n(j)|x"));
    check(&format!("{to_h}(i) x"), &format!("{is}(i)|x"));
    let below = "  (i)|x\n  (ii)|x\n(i)|x\n(j)|x";
    check(&format!("{to_h}(i) x\n(ii) x\n(i) x\n(j) x"), &format!("{is}{below}"));
    // The second (ii) is another row's.
    check(
        &format!("1. x\n{to_h}(i) x\n2. x\n(a) x\n(i) x\n(ii) x"),
        &format!("1.|x\n{}  (i)|x\n2.|x\n  (a)|x\n    (i)|x\n    (ii)|x", indented(&is)),
    );
}

fn indented(lines: &str) -> String {
    lines.lines().flat_map(|line| ["  ", line, "\n"]).collect()
}

#[test]
fn doubled_letters_follow_z_or_are_a_row() {
    let alphabet: Vec<String> = ('a'..='z').map(|c| format!("({c})")).collect();
    let write = |marks: &[String], between: &str| -> String {
        marks.iter().flat_map(|mark| [mark, between, "x\n"]).collect()
    };
    let after = ["(aa)", "(bb)", "(cc)"].map(String::from);
    let all = [alphabet.as_slice(), &after].concat();
    check(&write(&all, " "), &write(&all, "|"));
    let after = ["(aa)", "(ab)", "(ac)"].map(String::from);
    let all = [alphabet.as_slice(), &after].concat();
    check(&write(&all, " "), &write(&all, "|"));
    check(
        "a) x\naa) x\nbb) x\ncc) x\nb) x\naa) x",
        "a)|x\n  aa)|x\n  bb)|x\n  cc)|x\nb)|x\n  aa)|x",
    );
    check("(a) x\n(b) x\n(ba) x\n(bb) x\n(c) x", "(a)|x\n(b)|x\n(ba)|x\n(bb)|x\n(c)|x");
}

#[test]
fn what_was_put_in_later_follows() {
    check(
        "1. x\n2. x\n2a. x\n2b. x\n3. x\n3bis. x\n3ter. x\n4. x\n4 bis. x",
        "1.|x\n2.|x\n2a.|x\n2b.|x\n3.|x\n3bis.|x\n3ter.|x\n4.|x\n4 bis.|x",
    );
    check("(1) x\n(2) x\n(2a) x\n(3) x", "(1)|x\n(2)|x\n(2a)|x\n(3)|x");
    let marks = ["а)", "б)", "в)", "г)", "д)", "е)", "ё)", "ж)", "з)", "и)", "й)", "к)"];
    check(
        &marks.map(|mark| format!("{mark} x\n")).concat(),
        &marks.map(|mark| format!("{mark}|x\n")).concat(),
    );
}

#[test]
fn numbers_with_parts_nest_in_what_they_are_parts_of() {
    check(
        "1. x\n1.1 x\n1.2 x\n1.2.1 x\n1.2.2 x\n1.3 x\n2. x\n2.1 x",
        "1.|x\n  1.1|x\n  1.2|x\n    1.2.1|x\n    1.2.2|x\n  1.3|x\n2.|x\n  2.1|x",
    );
    check("1.1 x\n1.2 x\n2.1 x\n2.2 x", "1.1|x\n1.2|x\n2.1|x\n2.2|x");
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
fn what_is_missing_in_an_excerpt_is_named() {
    check_hints("3. x\n4. x", "3.|x\n4.|x", &["3.: 1. to 2. missing"]);
    check_hints("(a) x\n(d) x\n(e) x", "(a)|x\n(d)|x\n(e)|x", &["(d): (b) to (c) missing"]);
    check_hints(
        "1. x\n   (f) x\n5. x",
        "1.|x\n  (f)|x\n5.|x",
        &["(f): (a) to (e) missing", "5.: 2. to 4. missing"],
    );
    check_hints("(v) x\n(vi) x", "(v)|x\n(vi)|x", &["(v): (i) to (iv) missing"]);
    check_hints("③ x\n(5) x", "③|x\n|(5) x", &["③: ① to ② missing", "(5): text"]);
    check_hints("다. x", "다.|x", &["다.: 가. to 나. missing"]);
    check_hints("（三）x", "（三）|x", &["（三）: （一） to （二） missing"]);
    check_hints("1.1 x\n1.4 x", "1.1|x\n1.4|x", &["1.4: 1.2 to 1.3 missing"]);
    check_hints("J. Gander walks.", "J.|Gander walks.", &["J.: A. to I. missing"]);
    check_hints("1. x\n3a. x", "1.|x\n3a.|x", &["3a.: 2. to 3. missing"]);
    // The first paragraph has no number here.
    check("거위는 걷는다.\n② 거위는 쉰다.", "|거위는 걷는다.\n②|거위는 쉰다.");
}

#[test]
fn what_has_no_place_in_a_row_is_text() {
    check_hints(
        "1. x\n(a) x\n2. x\n(c) x\n3. x",
        "1.|x\n  (a)|x\n2.|x\n|(c) x\n3.|x",
        &["(c): text"],
    );
    check_hints("1. x\n2. x\n2. y", "1.|x\n2.|x\n|2. y", &["2.: text"]);
}

#[test]
fn lines_wrapped_by_hand_are_told_up_to_a_number() {
    check_hints(
        "1. Geese walk to\nthe pond and\nback.\n2. x",
        "1.|Geese walk to\n|the pond and\n|back.\n2.|x",
        &["the pond and: wrapped", "back.: wrapped"],
    );
    for line in ["Geese are neces-\nsary.", "Geese rest within\n30 days.", "if so\nrest"] {
        let [first, second] = line.split('\n').collect::<Vec<_>>()[..] else { unreachable!() };
        check_hints(line, &format!("|{first}\n|{second}"), &[&format!("{second}: wrapped")]);
    }
    check_hints(
        "1. Geese rest;\nprovided that:\nthe pond is full.",
        "1.|Geese rest;\n|provided that:\n|the pond is full.",
        &["the pond is full.: wrapped"],
    );
    check("Geese:\n30 days.\nducks.", "|Geese:\n|30 days.\n|ducks.");
    let many = |count: usize| format!("Geese\n{}", "walk\n".repeat(count));
    let said = |count: usize| hints(&many(count), &read(&many(count), &[], &names()));
    assert_eq!(said(5), ["walk: wrapped"; 5]);
    assert_eq!(said(17)[4..], ["walk: wrapped, and 12 more"]);
    check("Geese walk.\nducks swim.", "|Geese walk.\n|ducks swim.");
    check("Mindful of geese,\nmindful of ducks,", "|Mindful of geese,\n|mindful of ducks,");
}

#[test]
fn a_row_begins_again_behind_a_paragraph_without_a_mark() {
    check(
        "Members:\n1. Geese\n2. Ducks\nObservers:\n1. Swans\n2. Cranes",
        "|Members:\n1.|Geese\n2.|Ducks\n|Observers:\n1.|Swans\n2.|Cranes",
    );
    check(
        "1. These walk:\n(a) x\n(b) x\nThese swim:\n(a) x\n2. x",
        "1.|These walk:\n  (a)|x\n  (b)|x\n  |These swim:\n  (a)|x\n2.|x",
    );
    check(
        "1. These walk:\n   (a) x\n   These swim:\n   (a) x\n2. x",
        "1.|These walk:\n  (a)|x\n  |These swim:\n  (a)|x\n2.|x",
    );
    // Right behind a point a row is one below it.
    check_hints("1. x\n2. x\n1. x", "1.|x\n2.|x\n  1.|x", &["1.: again"]);
    check_hints("1. x\n1. x", "1.|x\n  1.|x", &["1.: again"]);
}

#[test]
fn a_figure_at_the_beginning_of_a_wrapped_line_is_text() {
    check_hints(
        "1. This was signed in\n1978. It holds.\n2. x\n3. x",
        "1.|This was signed in\n|1978. It holds.\n2.|x\n3.|x",
        &["1978.: a figure"],
    );
    check_hints(
        "1. The fee of\n   12. It is paid.\n2. x",
        "1.|The fee of 12. It is paid.\n2.|x",
        &["12.: a figure"],
    );
    check_hints(
        "Geese have swum since\n1978. They rest.\n1. x\n2. x",
        "|Geese have swum since\n|1978. They rest.\n1.|x\n2.|x",
        &["1978.: a figure"],
    );
    check("1. Signed in\n\\1978. It holds.\n2. x", "1.|Signed in\n|1978. It holds.\n2.|x");
    // An excerpt goes on with it, or the line before has an end.
    check_hints(
        "1. Geese\n9. Swans\n10. Cranes",
        "1.|Geese\n9.|Swans\n10.|Cranes",
        &["9.: 2. to 8. missing"],
    );
    check_hints("1. Geese; and\n9. Swans", "1.|Geese; and\n9.|Swans", &["9.: 2. to 8. missing"]);
    check_hints(
        "1. Geese.\n1978. Swans",
        "1.|Geese.\n1978.|Swans",
        &["1978.: 2. to 1977. missing"],
    );
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
fn what_was_put_in_in_korean_follows() {
    for second in ["2의2.", "2의3.", "제2호의2"] {
        check(
            &format!("1. 하나\n2. 둘\n{second} 셋\n3. 넷"),
            &format!("1.|하나\n2.|둘\n{second}|셋\n3.|넷"),
        );
    }
    check("1) 하나\n2) 둘\n2의2) 셋\n3) 넷", "1)|하나\n2)|둘\n2의2)|셋\n3)|넷");
    check("1. 하나\n제2호의2 및 셋\n2. 둘", "1.|하나\n|제2호의2 및 셋\n2.|둘");
}

#[test]
fn a_number_in_a_sentence_that_must_go_on_is_text() {
    check_hints(
        "1. Geese keep the\n5. instrument of the pond.\n2. x",
        "1.|Geese keep the\n|5. instrument of the pond.\n2.|x",
        &["5.: a figure"],
    );
    check_hints(
        "(1) Die Gans im\n1. Jahr ruht.",
        "(1)|Die Gans im\n|1. Jahr ruht.",
        &["1.: a figure"],
    );
    // The next of its row counts.
    check("1. Geese keep the\n2. Ducks", "1.|Geese keep the\n2.|Ducks");
}

#[test]
fn a_number_that_goes_on_is_no_heading() {
    check_hints("4. Use\n(a) x\n5. y", "4.|Use\n  (a)|x\n5.|y", &["4.: 1. to 3. missing"]);
    check_hints(
        "Article 4\nRest of geese\n1. x",
        "|Article 4\n|Rest of geese\n1.|x",
        &["Article 4: own name", "Rest of geese: own name"],
    );
}

#[test]
fn enumerators_side_by_side_are_parted() {
    let tree = |rows: &[(&str, &str)]| {
        let [one, two, three] = rows else { unreachable!() };
        format!("{}|\n  {}|x\n  {}|y\n{}|z", one.0, one.1, two.1, three.0)
    };
    for rows in [
        [("1.", "(a)"), ("", "(b)"), ("2.", "")],
        [("(1)", "(a)"), ("", "(b)"), ("(2)", "")],
        [("①", "1."), ("", "2."), ("②", "")],
        [("(a)", "(i)"), ("", "(ii)"), ("(b)", "")],
        [("1.", "a)"), ("", "b)"), ("2.", "")],
        [("1.", "1.1"), ("", "1.2"), ("2.", "")],
        [("(1)", "1."), ("", "2."), ("(2)", "")],
        [("1.", "A."), ("", "B."), ("2.", "")],
        [("I.", "1."), ("", "2."), ("II.", "")],
        [("1.", "가."), ("", "나."), ("2.", "")],
    ] {
        let [(outer, first), (_, second), (next, _)] = rows;
        let expected = tree(&rows);
        // However the second is indented.
        for indent in [0, 2, outer.len() + 1, 8] {
            let second = format!("{}{second}", " ".repeat(indent));
            check(&format!("{outer} {first} x\n{second} y\n{next} z"), &expected);
        }
    }
    check("(1)(a) x\n(b) y.\n(2)(a) z", "(1)|\n  (a)|x\n  (b)|y.\n(2)|\n  (a)|z");
    check("(1)(a)(i) x\n(ii) y\n(b) z", "(1)|\n  (a)|\n    (i)|x\n    (ii)|y\n  (b)|z");
    check(
        "1. (a) Geese walk\n   far.\n       (i) x\n       (ii) y\n   (b) z\n2. x",
        "1.|\n  (a)|Geese walk far.\n    (i)|x\n    (ii)|y\n  (b)|z\n2.|x",
    );
    check(
        "(a) In general.—(1) The keeper\n(2) The geese\n(b) Ducks.—They swim.",
        "(a)|In general.—\n  (1)|The keeper\n  (2)|The geese\n(b)|Ducks.—They swim.",
    );
    check("1. \\(a) x\n2. \\a) x", "1.|\\(a) x\n2.|a) x");
    // What the first only speaks of.
    for words in [
        "1. (a) and (b) do not apply.",
        "1. (b) does not apply.",
        "1. A. Gander walks.",
        "1. 1. x",
        "– (a) x",
        "(a)geese(b)",
        "1. - x",
    ] {
        let blank = words.find(' ').filter(|_| !words.starts_with("(a)g"));
        let expected = blank
            .map_or(format!("|{words}"), |at| format!("{}|{}", &words[..at], &words[at + 1..]));
        assert_eq!(tree_of(words), format!("{expected}\n"));
    }
    check_hints(
        "(1) Geese go by paragraph\n(2)(a) of the rules.\n(2) x",
        "(1)|Geese go by paragraph\n|(2)(a) of the rules.\n(2)|x",
        &[],
    );
}

fn tree_of(value: &str) -> String {
    tree(value, &read(value, &[], &names()))
}

#[test]
fn numbers_in_circles_are_parted() {
    check("① 하나 ② 둘. ③셋\n④ 넷", "①|하나\n②|둘.\n③|셋\n④|넷");
    check("1. x\n   ① 하나 ② 둘\n2. x", "1.|x\n  ①|하나\n  ②|둘\n2.|x");
    check("①거위는 쉰다.②오리도 쉰다.③셋", "①|거위는 쉰다.\n②|오리도 쉰다.\n③|셋");
    check("①거위는 쉰다.② 오리도 쉰다. ③ 셋", "①|거위는 쉰다.\n②|오리도 쉰다.\n③|셋");
    // What refers to the next.
    check("① 거위는 ②에 따라 쉰다.\n② 둘", "①|거위는 ②에 따라 쉰다.\n②|둘");
    check("① 거위는 ② 항과 같다.\n② 둘", "①|거위는 ② 항과 같다.\n②|둘");
    check("① ② 항과 같다.", "①|② 항과 같다.");
}

#[test]
fn two_marks_on_a_line_are_told() {
    let second =
        |value: &str, said: &[&str]| check_hints(value, &value.replacen(". ", ".|", 1), said);
    second("1. One. 2. Two. (a) x", &["2.: second on its line"]);
    second("1. one; 2. two", &["2.: second on its line"]);
    check_hints("(a) one; (b) two", "(a)|one; (b) two", &["(b): second on its line"]);
    for reference in [
        "1. Geese under paragraphs 1. and 2. shall walk.",
        "1. See paras. 1. 2. and 3. of it.",
        "1. Geese go by para. 2. Ducks do not.",
        "1. Geese may: (a) swim; (b) walk.",
        "1. See (1) and (2). (3) goes on.",
        "1. It weighs 1. 2. is more.",
    ] {
        second(reference, &[]);
    }
}

#[test]
fn what_looks_like_a_mark_is_told() {
    for (value, expected, said) in [
        ("3.Geese", "|3.Geese", "3.: no blank"),
        ("1. x\n2.Geese", "1.|x\n|2.Geese", "2.: no blank"),
        ("(a)geese", "|(a)geese", "(a): no blank"),
        ("1. x\n- 12 -\n2. x", "1.|x\n|- 12 -\n2.|x", "- 12 -: a page"),
        ("1. x\n12\n2. x", "1.|x\n|12\n2.|x", "12: a page"),
        ("1. x\nPage 4\n2. x", "1.|x\n|Page 4\n2.|x", "Page 4: a page"),
        ("1. x\n12/34\n2. x", "1.|x\n|12/34\n2.|x", "12/34: a page"),
        ("1 Geese rest.\n2 Ducks rest.", "|1 Geese rest.\n|2 Ducks rest.", "1: no dot"),
        ("1 - Geese", "|1 - Geese", "1 -: no dot"),
        ("1 Geese rest.", "|1 Geese rest.", ""),
        ("Section 1. Geese", "|Section 1. Geese", "Section 1.: a section"),
        ("(1) 1Die Gans ruht. 2Sie frisst.", "(1)|1Die Gans ruht. 2Sie frisst.", "1: a sentence"),
        ("(1) ¹Die Gans ruht. ²Sie frisst.", "(1)|¹Die Gans ruht. ²Sie frisst.", "¹: a sentence"),
        ("Die Gans ruht.\n2Sie frisst.", "|Die Gans ruht.\n|2Sie frisst.", "2: a sentence"),
        ("1. The 3Dprint and 4K", "1.|The 3Dprint and 4K", ""),
        ("1. x\n(s)he walks", "1.|x\n|(s)he walks", ""),
        ("A.B. Gander walks", "|A.B. Gander walks", ""),
        ("- 12 geese", "-|12 geese", ""),
        ("12 - 14", "|12 - 14", ""),
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
