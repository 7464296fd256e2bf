//! The number of an article or a part, as laws write it.

use crate::base::{cut, digit, roman};

/// A number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// How an article's number is written in a briefing: `4`, `4 bis`, `IV`, `4의2`.
    pub(super) written: String,
    /// What it is counted by: its parts, and what was put in after it.
    pub(super) place: Vec<u32>,
    /// How many bytes of the text it has.
    pub(super) len: usize,
}

/// Numbers in words, as far as headings have them.
const WORDS: [(&str, u32); 27] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("first", 1),
    ("premier", 1),
    ("première", 1),
    ("ier", 1),
    ("deuxième", 2),
    ("primero", 1),
    ("primo", 1),
    ("erster", 1),
    ("zweiter", 2),
    ("dritter", 3),
    ("первая", 1),
    ("вторая", 2),
    ("третья", 3),
    ("unico", 1),
    ("único", 1),
];
/// What is put in after a number in Latin, and how far after it.
const PUT_IN: [(&str, u32); 6] =
    [("bis", 2), ("ter", 3), ("quater", 4), ("quinquies", 5), ("sexies", 6), ("septies", 7)];
/// What may stand behind the digits of a first article.
const ORDINALS: [&str; 6] = ["er", "re", "ère", "º", "°", "ª"];
/// No number has more digits.
const DIGITS: usize = 5;

/// The number that `text` begins with. Whatever may stand behind it is the caller's to judge, but for a letter or
/// a digit.
pub(super) fn number(text: &str) -> Option<Number> {
    let found = in_digits(text).or_else(|| in_letters(text))?;
    let rest = cut(text, found.len..);
    (!rest.starts_with(char::is_alphanumeric)).then_some(found)
}

fn in_digits(text: &str) -> Option<Number> {
    let mut place = Vec::new();
    let mut len = 0;
    loop {
        let digits: String = cut(text, len..).chars().take_while(char::is_ascii_digit).collect();
        if digits.is_empty() || digits.len() > DIGITS {
            return None;
        }
        len += digits.len();
        place.push(digits.parse().ok()?);
        let rest = cut(text, len..);
        let mut next = rest.chars();
        let goes_on = matches!(next.next(), Some('.' | '-' | '‑' | '–'))
            && next.next().is_some_and(|c| c.is_ascii_digit());
        if !goes_on {
            break;
        }
        len += rest.chars().next().map_or(0, char::len_utf8);
    }
    let mut written = cut(text, ..len).replace(['‑', '–'], "-");
    let rest = cut(text, len..);
    if let Some(ordinal) = ORDINALS.iter().find(|ordinal| ends_word(rest, ordinal)) {
        return Some(Number { written, place, len: len + ordinal.len() });
    }
    if let Some((added, word)) = put_in(rest) {
        written.push_str(cut(rest, ..word));
        place.push(added);
        len += word;
    }
    Some(Number { written, place, len })
}

/// What stands behind a number: a letter, or `bis` with or without a blank. How far after it that is, and how
/// many bytes it has.
fn put_in(rest: &str) -> Option<(u32, usize)> {
    let blank = rest.len() - rest.trim_start_matches([' ', '\u{A0}', '-']).len();
    let word = cut(rest, blank..);
    if let Some((name, added)) = PUT_IN.iter().find(|(name, _)| ends_word(word, name)) {
        return Some((*added, blank + name.len()));
    }
    let letters = rest.chars().take_while(char::is_ascii_alphabetic).collect::<Vec<_>>();
    match letters.as_slice() {
        [one] => Some((u32::from(one.to_ascii_lowercase()) - u32::from('a') + 1, 1)),
        [one, other] if one.is_ascii_uppercase() && other.is_ascii_uppercase() => {
            let at = |c: &char| u32::from(*c) - u32::from('A') + 1;
            Some((26 * at(one) + at(other), 2))
        }
        _ => None,
    }
}

fn ends_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// A Roman numeral, a letter, or a number in words.
fn in_letters(text: &str) -> Option<Number> {
    let len = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let word = cut(text, ..len);
    let small = word.to_lowercase();
    let is_large = word.chars().all(char::is_uppercase);
    if let Some((_, value)) = WORDS.iter().find(|(name, _)| *name == small) {
        return Some(Number { written: value.to_string(), place: vec![*value], len });
    }
    let is_letter = word.len() == 1 && !"ivx".contains(&small);
    let value = if is_letter { None } else { roman(&small) };
    if let Some(value) = value.filter(|value| *value > 0 && (is_large || *value < 40)) {
        let rest = cut(text, len..);
        let word = put_in(rest).filter(|(_, put_in)| *put_in > 1);
        let (added, behind) = word.map_or((None, 0), |(added, len)| (Some(added), len));
        let place = [value].into_iter().chain(added).collect();
        return Some(Number {
            written: cut(text, ..len + behind).to_owned(),
            place,
            len: len + behind,
        });
    }
    let letter = word.chars().next().filter(|_| is_large && word.len() == 1)?;
    Some(Number { written: word.to_owned(), place: vec![u32::from(letter)], len })
}

/// The number that stands behind the first sign of Korean, Chinese and Japanese headings, in digits or in Chinese
/// numerals, and how many bytes it has with the blanks before it.
pub(super) fn eastern(text: &str) -> Option<(u32, usize)> {
    let blank = text.len() - text.trim_start().len();
    let rest = cut(text, blank..);
    let len = rest.find(|c| !is_chinese(c) && digit(c).is_none()).unwrap_or(rest.len());
    let word = cut(rest, ..len);
    let value = if word.starts_with(is_chinese) { chinese(word)? } else { figures(word)? };
    (value > 0).then_some((value, blank + len))
}

fn figures(word: &str) -> Option<u32> {
    let figures = word.chars().map(|c| digit(c).map(|(_, figure)| figure));
    let add = |all: u32, figure: Option<u32>| all.checked_mul(10)?.checked_add(figure?);
    if word.is_empty() { None } else { figures.into_iter().try_fold(0, add) }
}

const CHINESE: &str = "〇一二三四五六七八九";
const UNITS: [(char, u32); 3] = [('十', 10), ('百', 100), ('千', 1000)];

fn is_chinese(c: char) -> bool {
    c == '零' || CHINESE.contains(c) || UNITS.iter().any(|(unit, _)| *unit == c)
}

/// A number in Chinese numerals: `一百零三`, and `一〇三`.
fn chinese(word: &str) -> Option<u32> {
    let has_units = UNITS.iter().any(|(unit, _)| word.contains(*unit));
    let (mut all, mut last): (u32, Option<u32>) = (0, None);
    for c in word.chars() {
        if let Some((_, unit)) = UNITS.iter().find(|(unit, _)| *unit == c) {
            all = all.checked_add(last.take().unwrap_or(1) * unit)?;
            continue;
        }
        let figure = u32::try_from(CHINESE.chars().position(|one| one == c).unwrap_or(0)).ok()?;
        last = match last {
            Some(before) if !has_units => Some(before.checked_mul(10)?.checked_add(figure)?),
            _ if figure == 0 && has_units => None,
            _ => Some(figure),
        };
    }
    all.checked_add(last.unwrap_or(0))
}
