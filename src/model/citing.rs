//! A provision as people write it: `art. 4 para 2 lit b`, `Rule 12.1`, `4-2-b`, `4①`, `제4조제2항`.

use std::borrow::Cow;

use super::steps_of;
use crate::base::{chinese, circled, cut, roman};

/// What was written, as the name of an article and the way from there to a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The article, as it was written, and what stands behind the steps: `Rule 12`, `§ 3 of the Road Act`.
    pub(crate) article: String,
    /// The steps: `(1)`.
    pub(crate) steps: String,
}

/// Steps at most that nothing but a blank tells from words: `un 2 4 b`.
const BARE: usize = 3;
/// Letters of such a step at most.
const LONGEST: usize = 4;

/// Words before a step, in lower case and without a dot.
const BEFORE_A_STEP: [&str; 36] = [
    "para",
    "paras",
    "par",
    "paragraph",
    "paragraphs",
    "subparagraph",
    "subpara",
    "sub",
    "clause",
    "cl",
    "point",
    "pt",
    "item",
    "lit",
    "litt",
    "litera",
    "letter",
    "let",
    "abs",
    "absatz",
    "nr",
    "nummer",
    "ziff",
    "ziffer",
    "buchst",
    "buchstabe",
    "al",
    "alinéa",
    "alinea",
    "no",
    "№",
    "п",
    "пункт",
    "ч",
    "часть",
    "¶",
];

/// What stands behind the number of a step in the laws of East Asia.
const BEHIND_A_STEP: [char; 7] = ['항', '호', '목', '項', '号', '款', '项'];

/// What parts a word from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parted {
    /// A blank, or nothing at all.
    ByBlank,
    /// A dot, a comma or a hyphen.
    ByDot,
    /// Brackets or a word that say that it is a step.
    AsStep,
}

/// A word of what was written.
struct Word<'w> {
    text: Cow<'w, str>,
    /// Where the words before it end, and what says that it is a step begins.
    start: usize,
    parted: Parted,
}

/// The ways to read what was written as a provision, those of fewer steps first. Of two numbers
/// that stand side by side neither is a step: these are a section and a paragraph.
pub(crate) fn readings(written: &str) -> Vec<Reading> {
    let all = words(written);
    // Behind the steps the law may be named: `§ 3 Abs. 1 GänseSchG`.
    let end = all.iter().rposition(is_step).map_or(0, |last| last + 1);
    let (words, behind) = all.split_at(end);
    let of = behind.first().map_or("", |word| cut(written, word.start..).trim_matches(is_around));
    let sure = words.iter().position(|word| word.parted == Parted::AsStep).unwrap_or(words.len());
    let mut found = Vec::new();
    for first in (1..words.len().min(sure + 1)).rev() {
        let (named, steps) = words.split_at(first);
        let bare = steps.iter().filter(|word| word.parted == Parted::ByBlank).count();
        if !steps.iter().all(is_step) || bare > BARE {
            break;
        }
        // `§ 3 I` is no article: a Roman number behind another counts its paragraphs.
        if let [.., article, last] = named
            && is_number(&article.text)
            && is_roman_step(&last.text)
        {
            continue;
        }
        let start = steps.first().map_or(0, |word| word.start);
        let article = cut(written, ..start).trim_matches(is_around);
        let is_pair = words.len() == 2 && bare == 1;
        let steps: Vec<String> = steps.iter().map(|word| format!("({})", word.text)).collect();
        if let Some(steps) = steps_of(&steps.concat()).filter(|_| !is_pair && !article.is_empty()) {
            let article =
                if of.is_empty() { article.to_owned() } else { format!("{article} {of}") };
            found.push(Reading { article, steps });
        }
    }
    found
}

/// The same steps where a Roman number is the first, as German lawyers count paragraphs, in Arabic digits.
pub(crate) fn in_arabic(steps: &str) -> Option<String> {
    let (first, rest) = steps.strip_prefix('(')?.split_once(')')?;
    let number = roman(&first.to_lowercase()).filter(|_| is_roman_step(first))?;
    Some(format!("({number}){rest}"))
}

/// What stands around the names of an article and of a law.
fn is_around(c: char) -> bool {
    c.is_whitespace() || c == ','
}

/// Whether a word may be a step: what says so itself, or a few letters and digits that are no word, as `BGB` and `of` are.
fn is_step(word: &Word) -> bool {
    let text = &*word.text;
    let is_short = text.chars().count() <= LONGEST && text.chars().all(char::is_alphanumeric);
    let is_one_letter = text.chars().all(|c| text.starts_with(c));
    let is_roman = roman(&text.to_lowercase()).is_some();
    let is_word = text.chars().all(char::is_alphabetic) && !is_one_letter && !is_roman;
    word.parted == Parted::AsStep || is_short && !is_word
}

fn is_roman_step(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(char::is_uppercase)
        && roman(&text.to_lowercase()).is_some()
}

/// The words of what was written, parted at blanks, dots and brackets.
fn words(written: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    let (mut at, mut behind, mut parted) = (0, 0, Parted::ByBlank);
    while let Some(c) = cut(written, at..).chars().next() {
        let rest = cut(written, at..);
        let next = at + c.len_utf8();
        let (text, end, says) = match c {
            '(' | '（' => {
                let inner = cut(written, next..);
                let length = inner.find([')', '）']).unwrap_or(inner.len());
                let close = cut(inner, length..).chars().next().map_or(0, char::len_utf8);
                (cut(inner, ..length).trim().into(), next + length + close, Some(Parted::AsStep))
            }
            _ if circled(c).is_some() => {
                (cut(rest, ..c.len_utf8()).into(), next, Some(Parted::AsStep))
            }
            _ if parts(c) => {
                if parted != Parted::AsStep {
                    let is_dot = matches!(c, '.' | ',' | '-' | '–');
                    parted = if is_dot { Parted::ByDot } else { Parted::ByBlank };
                }
                at = next;
                continue;
            }
            _ => {
                let (word, text, says) = word(rest);
                if !words.is_empty() && BEFORE_A_STEP.contains(&&*text.to_lowercase()) {
                    (at, parted) = (at + word.len(), Parted::AsStep);
                    continue;
                }
                (text, at + word.len(), says)
            }
        };
        words.push(Word { text, start: behind, parted: says.unwrap_or(parted) });
        (at, behind, parted) = (end, end, Parted::ByBlank);
    }
    words
}

/// Whether a character stands between words.
fn parts(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ',' | '-' | '–' | '/' | ':' | ')' | '）')
}

/// The word that `rest` begins with: all of it, what it says, and whether that is a step for sure. In the laws
/// of East Asia the number of an article and those of its parts follow each other without a blank.
fn word(rest: &str) -> (&str, Cow<'_, str>, Option<Parted>) {
    let ends = |c: char| parts(c) || matches!(c, '(' | '（') || circled(c).is_some();
    let word = cut(rest, ..rest.find(ends).unwrap_or(rest.len()));
    if let Some((before, behind)) = word.split_once(['조', '条', '條']) {
        let sign = word.len() - before.len() - behind.len();
        let article = cut(word, ..before.len() + sign + inserted(behind).len());
        if is_number(before) {
            return (article, article.into(), None);
        }
    }
    match counted(word) {
        Some((all, number)) => (all, number, Some(Parted::AsStep)),
        None => (word, word.into(), None),
    }
}

/// How far the step goes that a word begins with, and what that is: `2의2` of `제2호의2가목`.
fn counted(word: &str) -> Option<(&str, Cow<'_, str>)> {
    let (before, behind) = word.split_at(word.find(BEHIND_A_STEP)?);
    let sign = behind.chars().next()?;
    let number = without_ordinal(before);
    let is_letter = sign == '목' && number.chars().count() == 1;
    if !is_letter && !is_number(number) {
        return None;
    }
    let inserted = inserted(cut(behind, sign.len_utf8()..));
    let all = cut(word, ..before.len() + sign.len_utf8() + inserted.len());
    let step =
        if inserted.is_empty() { number.into() } else { format!("{number}{inserted}").into() };
    Some((all, step))
}

/// What `rest` begins with where something was put in later: `의2`.
fn inserted(rest: &str) -> &str {
    let Some(number) = rest.strip_prefix(['의', 'の', '之']) else { return "" };
    let digits = number.find(|c: char| !c.is_numeric()).unwrap_or(number.len());
    if digits == 0 { "" } else { cut(rest, ..rest.len() - number.len() + digits) }
}

/// A number without what makes an ordinal of it.
fn without_ordinal(number: &str) -> &str {
    number.trim_start_matches(['제', '第'])
}

fn is_number(written: &str) -> bool {
    let number = without_ordinal(written);
    let is_digits = !number.is_empty() && number.chars().all(char::is_numeric);
    is_digits || chinese(number).is_some()
}

#[cfg(test)]
mod tests {
    use super::{in_arabic, readings};

    /// Each reading is the article, and the steps behind it.
    #[track_caller]
    fn check(written: &str, expected: &[&str]) {
        let found = readings(written);
        let found: Vec<String> =
            found.iter().map(|one| format!("{} {}", one.article, one.steps)).collect();
        assert_eq!(found, expected, "{written}");
    }

    #[test]
    fn steps_in_brackets_and_behind_words() {
        check("4(2)(b)", &["4 (2)(b)"]);
        check("art. 4 (2) (b)", &["art. 4 (2)(b)", "art (4)(2)(b)"]);
        check("art 4 para 2 lit b", &["art 4 (2)(b)", "art (4)(2)(b)"]);
        check("Article 4, paragraph 2, point (b)", &["Article 4 (2)(b)", "Article (4)(2)(b)"]);
        check("§ 4 Abs. 2 Nr. 1", &["§ 4 (2)(1)", "§ (4)(2)(1)"]);
        check("4①", &["4 (1)"]);
        check("4（2）", &["4 (2)"]);
    }

    #[test]
    fn steps_behind_dots_and_hyphens() {
        check("12.1", &["12 (1)"]);
        check("Rule 12.1", &["Rule 12 (1)", "Rule (12)(1)"]);
        check("4.2.b", &["4.2 (b)", "4 (2)(b)"]);
        check("4-2-b", &["4-2 (b)", "4 (2)(b)"]);
        check("2,4", &["2 (4)"]);
    }

    #[test]
    fn bare_steps() {
        check("un 2 4", &["un 2 (4)", "un (2)(4)"]);
        check("4 2 b", &["4 2 (b)", "4 (2)(b)"]);
        check("4 2", &[]);
        check("Charter of the Nations", &[]);
        check("4", &[]);
    }

    #[test]
    fn a_law_named_behind_the_steps() {
        check("§ 3 Abs. 1 GänseSchG", &["§ 3 GänseSchG (1)", "§ GänseSchG (3)(1)"]);
        check("§ 3 Abs. 1 Nr. 1 lit. a StGB", &["§ 3 StGB (1)(1)(a)", "§ StGB (3)(1)(1)(a)"]);
        check("4(2)(b), Road Act", &["4 Road Act (2)(b)"]);
        check(
            "Art. 3(1)(a) of the Road Act",
            &["Art. 3 of the Road Act (1)(a)", "Art of the Road Act (3)(1)(a)"],
        );
    }

    #[test]
    fn paragraphs_in_roman_numbers() {
        check("§ 3 I Nr. 1 a", &["§ 3 (I)(1)(a)", "§ (3)(I)(1)(a)"]);
        assert_eq!(in_arabic("(IV)(1)").as_deref(), Some("(4)(1)"));
        assert_eq!(in_arabic("(i)(1)"), None);
        assert_eq!(in_arabic("(a)"), None);
    }

    #[test]
    fn steps_of_east_asian_laws() {
        check("제4조제1항", &["제4조 (1)"]);
        check("제4조 1항 2호", &["제4조 (1)(2)"]);
        check("제4조의2제1항제2호가목", &["제4조의2 (1)(2)(가)"]);
        check("제4조제1항제2호의2", &["제4조 (1)(2의2)"]);
        check("제4조제1항제2호의2가목", &["제4조 (1)(2의2)(가)"]);
        check("第4条第2項", &["第4条 (2)"]);
        check("第四条第二款", &["第四条 (2)"]);
    }
}
