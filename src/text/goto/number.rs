//! Numbers of articles, whichever way a hand writes them: `4bis`, `4-bis` and `4 bis` are one number, and
//! so are `제4조` and `4`.

use crate::model::bare_name;

use super::super::fold::fold;

/// The number of an article, in the ways in which it can be asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Number {
    /// All of it: `rule7` of `Rule-7`.
    whole: String,
    /// What is left without the word before it; empty if there is none.
    bare: String,
    /// A Roman number in Arabic digits, and the other way round; empty of any other.
    other: String,
}

/// How well a number that was typed fits that of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is the number in other numerals, or that of a part of the article: `7(2)(b)`.
    Related,
    /// It is the number.
    Exact,
}

/// A number in what was typed, and the words that it takes up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    key: String,
    /// The first of the words, and the one behind the last.
    pub words: std::ops::Range<usize>,
    fit: Fit,
}

impl Number {
    pub(super) fn of(written: &str) -> Self {
        let whole = key(written);
        let digit = whole.find(|c: char| c.is_ascii_digit());
        // In `annex-II` the word ends where the author ends it.
        let last = written.rsplit(['-', '.', ' ']).next().map(key).unwrap_or_default();
        let bare = match digit {
            Some(0) => "",
            Some(at) => crate::base::cut(&whole, at..),
            None if last != whole && roman(&last).is_some() => &last,
            None => "",
        };
        let bare = bare.to_owned();
        let other = numeral(if bare.is_empty() { &whole } else { &bare });
        Self { whole, bare, other: other.unwrap_or_default() }
    }

    /// How well something that was typed fits.
    pub(super) fn fit(&self, typed: &Typed) -> Option<Fit> {
        let is = |own: &str| !own.is_empty() && own == typed.key;
        if is(&self.whole) || is(&self.bare) {
            return Some(typed.fit);
        }
        is(&self.other).then_some(Fit::Related)
    }
}

/// The numbers that these words may be, those of most words first.
pub(super) fn typed(words: &[&str]) -> Vec<Typed> {
    /// No number is written in more words: `제 4 조 의 2`.
    const LONGEST: usize = 5;
    let mut found = Vec::new();
    for length in (1..=LONGEST.min(words.len())).rev() {
        for (from, window) in words.windows(length).enumerate() {
            if !window.iter().all(|word| word.contains(char::is_alphanumeric)) {
                continue;
            }
            let range = from..from + length;
            let written = window.join(" ");
            found.push(Typed { key: key(&written), words: range.clone(), fit: Fit::Exact });
            // `7(2)(b)` is in Rule 7.
            let mut rest = written.as_str();
            while let Some((before, _)) = rest.rsplit_once('(') {
                rest = before.trim_end();
                found.push(Typed { key: key(rest), words: range.clone(), fit: Fit::Related });
            }
        }
    }
    found.retain(|one| !one.key.is_empty());
    found
}

/// A number without what one hand writes and another leaves out: in lower case, without blanks and
/// hyphens, and without the letters that stand around every number of Korean, Chinese and Japanese law.
/// A dot parts numbers that nothing else parts.
fn key(written: &str) -> String {
    let folded = fold(written).to_lowercase();
    let numbered = folded.contains(|c: char| c.is_ascii_digit());
    let mut key = String::new();
    let mut parted = false;
    for c in folded.chars() {
        let around = numbered && matches!(c, '제' | '조' | '第' | '条' | '條');
        if around || !c.is_alphanumeric() {
            parted = true;
            continue;
        }
        let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if parted && digits(key.chars().next_back()) && digits(Some(c)) {
            key.push('.');
        }
        parted = false;
        key.push(c);
    }
    key
}

/// A name that ends in a number with that in the other numerals: `CHAPTER 2` for `CHAPTER II`.
pub(super) fn in_other_numerals(name: &str) -> Option<String> {
    let (before, number) = bare_name(name).rsplit_once(' ')?;
    Some(format!("{before} {}", numeral(&number.to_lowercase())?.to_uppercase()))
}

/// A number in the other numerals: `iv` for `4`, `4` for `iv`.
fn numeral(number: &str) -> Option<String> {
    if let Some(value) = roman(number) {
        return Some(value.to_string());
    }
    let value = number.parse().ok().filter(|value| (1..400).contains(value))?;
    Some(romans(value))
}

/// The value of a Roman number in lower case that is written as it should be, below 400.
pub(super) fn roman(number: &str) -> Option<u32> {
    let value =
        |c| ROMAN.iter().find(|(letters, _)| letters.chars().eq([c])).map(|(_, value)| *value);
    let values: Vec<u32> = number.chars().map(value).collect::<Option<_>>()?;
    let mut after = values.iter().skip(1);
    let sum: i64 = values
        .iter()
        .map(|own| {
            let less = after.next().is_some_and(|next| own < next);
            if less { -i64::from(*own) } else { i64::from(*own) }
        })
        .sum();
    let sum = u32::try_from(sum).ok().filter(|sum| (1..400).contains(sum))?;
    (romans(sum) == number).then_some(sum)
}

const ROMAN: [(&str, u32); 9] = [
    ("c", 100),
    ("xc", 90),
    ("l", 50),
    ("xl", 40),
    ("x", 10),
    ("ix", 9),
    ("v", 5),
    ("iv", 4),
    ("i", 1),
];

fn romans(mut value: u32) -> String {
    let mut number = String::new();
    for (letters, worth) in ROMAN {
        while value >= worth {
            number.push_str(letters);
            value -= worth;
        }
    }
    number
}
