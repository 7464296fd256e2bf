//! An instrument that is read through by ear: article by article, provision by provision.

use crate::common;

use super::Talk;

/// What is told in answer to the last of these lines has all of `words`, in this order.
#[track_caller]
fn tells(lines: &str, words: &[&str]) {
    let mut talk = Talk::about(&[common::LAW]);
    let answers: Vec<String> = lines.split('|').map(|line| talk.ask(line)).collect();
    let told = answers.last().unwrap();
    let mut rest = told.as_str();
    for words in words {
        let Some((_, behind)) = rest.split_once(words) else {
            panic!("{words:?} after {lines:?}\n{told}");
        };
        rest = behind;
    }
}

#[test]
fn it_is_read_piece_by_piece() {
    tells("|instrument", &["Instrument: Orla Convention", "(b) tell the other in writing"]);
    tells("|instrument", &["and for how long;\ncited once\n"]);
    tells("|instrument|", &["(c) leave the bed as it found it, under Article 1 [1]"]);
    tells("|instrument||", &["3. Either party may ask the other why."]);
    tells("|instrument|next article", &["Part II, Quarrels", "Article 5, The board"]);
    tells("|instrument|previous article", &["Article 4, Keeping the channel"]);
    tells("|instrument|next article|", &["1. A board of three"]);
    tells("|instrument|next article|next article|next article", &["this is the last article"]);
    // A link leads on in it, and back.
    tells("|instrument||1", &["Article 1, The strait"]);
    tells("|instrument||1|back", &["(c) leave the bed"]);
    tells("|instrument|close", &["Back in the text"]);
}

#[test]
fn marks_are_told_without_the_blanks_behind_them() {
    tells("|articles", &["\n(i) carries two lights; and\n(ii) has a pilot"]);
    tells("|compare", &["Compare: Article 4", "\n(i) "]);
}

#[test]
fn what_is_cited_is_told() {
    tells("|articles", &["Article 4, Keeping the channel", "cited here: (b) tell the other"]);
    tells("|articles|next article", &["Article 5, The board"]);
}

#[test]
fn who_goes_to_a_provision_hears_that_alone() {
    let mut talk = Talk::about(&[common::LAW]);
    talk.ask("");
    let told = talk.ask("go Article 4(2)(b)");
    let expected =
        "Article 4(2)(b), Keeping the channel\nOrla Convention\n(b) tell the other in writing";
    assert!(told.contains(expected), "{told}");
    for other in ["cited here", "(c)", "3. Either party"] {
        assert!(!told.contains(other), "{other}\n{told}");
    }
    assert!(told.contains("Part of: Article 4, Keeping the channel [1]"), "{told}");
}
