//! Which marks make a row, and what goes on with it.

use super::super::nest::read;
use super::{check, check_hints, indented, names, tree};

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
fn what_has_no_place_in_a_row_is_text() {
    check_hints(
        "1. x\n(a) x\n2. x\n(c) x\n3. x",
        "1.|x\n  (a)|x\n2.|x\n|(c) x\n3.|x",
        &["(c): text"],
    );
    check_hints("1. x\n2. x\n2. y", "1.|x\n2.|x\n|2. y", &["2.: text"]);
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
