//! What is told of lines that look like something else.

use super::super::nest::read;
use super::{check, check_hints, hints, names};

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
