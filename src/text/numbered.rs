//! What a number is of, and the number: a line ends between them only where it must.

use crate::base::{cut, roman};

use super::columns;

/// What numbers are of, in small letters; what is short for such a word has its dot.
const LABELS: [&str; 43] = [
    "annex",
    "art.",
    "arts.",
    "article",
    "articles",
    "chapter",
    "clause",
    "no.",
    "nos.",
    "p.",
    "page",
    "pages",
    "para",
    "para.",
    "paras.",
    "paragraph",
    "paragraphs",
    "part",
    "pp.",
    "protocol",
    "rule",
    "rules",
    "sec.",
    "section",
    "sections",
    "title",
    "§",
    "§§",
    "¶",
    "absatz",
    "abs.",
    "artikel",
    "kapitel",
    "nr.",
    "artículo",
    "artículos",
    "artigo",
    "articolo",
    "статья",
    "статьи",
    "статье",
    "ст.",
    "глава",
];
/// No label has more characters.
const LONGEST: usize = 12;

/// Whether `before` ends in a label and a blank, and `after` begins with a number; in Korean law also where a
/// number stands apart between its letters (`제 4 조`).
pub(super) fn is_number_of(before: &str, after: &str) -> bool {
    (begins_with_number(after) && ends_in_label(before)) || is_korean_number(before, after)
}

/// The columns of the longest word of `text`; a label and its number are one.
pub(super) fn longest_word(text: &str) -> usize {
    let (mut longest, mut start, mut at) = (0, 0, 0);
    for word in text.split_inclusive(char::is_whitespace) {
        if !is_number_of(cut(text, ..at), word) {
            start = at;
        }
        at += word.len();
        longest = longest.max(columns(cut(text, start..at).trim_end()));
    }
    longest
}

fn is_korean_number(before: &str, after: &str) -> bool {
    let words = before.trim_end_matches(' ');
    let is_digit = |c: char| c.is_ascii_digit();
    words.len() < before.len()
        && ((words.ends_with('제') && after.starts_with(is_digit))
            || (words.ends_with(is_digit)
                && after.starts_with(['조', '항', '호', '장', '절', '편'])))
}

fn begins_with_number(after: &str) -> bool {
    let capitals = after.chars().take(LONGEST).take_while(char::is_ascii_uppercase);
    let numeral: String = capitals.map(|c| c.to_ascii_lowercase()).collect();
    // `Mix` begins with a capital that is one.
    let is_word = cut(after, numeral.len()..).starts_with(char::is_alphabetic);
    after.starts_with(|c: char| c.is_ascii_digit())
        || !is_word && roman(&numeral).is_some_and(|number| number > 0)
}

fn ends_in_label(before: &str) -> bool {
    let words = before.trim_end_matches(' ');
    if words.len() == before.len() {
        return false;
    }
    let letters: Vec<char> =
        words.chars().rev().take(LONGEST + 1).take_while(|c| !c.is_whitespace()).collect();
    let word: String = letters.iter().rev().collect();
    let word = word.trim_start_matches(['(', '[', '“', '„', '«', '"', '—', '–']).to_lowercase();
    LABELS.contains(&word.as_str())
}
