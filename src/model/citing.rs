//! A provision as people write it: `art. 4 para 2 lit b`, `Rule 12.1`, `4-2-b`, `4①`, `제4조제2항`.

use super::steps_of;
use crate::base::{chinese, circled, cut};

/// What was written, as the name of an article and the way from there to a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The article, as it was written: `Rule 12`.
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
    text: &'w str,
    /// Where the words before it end, and what says that it is a step begins.
    start: usize,
    parted: Parted,
}

/// The ways to read what was written as a provision, those of fewer steps first. Of two numbers
/// that stand side by side neither is a step: these are a section and a paragraph.
pub(crate) fn readings(written: &str) -> Vec<Reading> {
    let words = words(written);
    let sure = words.iter().position(|word| word.parted == Parted::AsStep).unwrap_or(words.len());
    let is_step = |word: &Word| {
        let is_short = word.text.chars().count() <= LONGEST;
        word.parted == Parted::AsStep || is_short && word.text.chars().all(char::is_alphanumeric)
    };
    let mut found = Vec::new();
    for first in (1..words.len().min(sure + 1)).rev() {
        let (_, steps) = words.split_at(first);
        let bare = steps.iter().filter(|word| word.parted == Parted::ByBlank).count();
        if !steps.iter().all(is_step) || bare > BARE {
            break;
        }
        let start = steps.first().map_or(0, |word| word.start);
        let article =
            cut(written, ..start).trim_end_matches(|c: char| c.is_whitespace() || c == ',');
        let is_pair = words.len() == 2 && bare == 1;
        let steps: Vec<String> = steps.iter().map(|word| format!("({})", word.text)).collect();
        if let Some(steps) = steps_of(&steps.concat()).filter(|_| !is_pair && !article.is_empty()) {
            found.push(Reading { article: article.to_owned(), steps });
        }
    }
    found
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
                (cut(inner, ..length).trim(), next + length + close, Some(Parted::AsStep))
            }
            _ if circled(c).is_some() => (cut(rest, ..c.len_utf8()), next, Some(Parted::AsStep)),
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
fn word(rest: &str) -> (&str, &str, Option<Parted>) {
    let ends = |c: char| parts(c) || matches!(c, '(' | '（') || circled(c).is_some();
    let word = cut(rest, ..rest.find(ends).unwrap_or(rest.len()));
    if let Some((before, behind)) = word.split_once(['조', '条', '條']) {
        let inserted = behind.strip_prefix(['의', 'の', '之']).map_or(0, |number| {
            let digits = number.find(|c: char| !c.is_numeric()).unwrap_or(number.len());
            behind.len() - number.len() + digits
        });
        let sign = word.len() - before.len() - behind.len();
        let article = cut(word, ..before.len() + sign + inserted);
        if is_number(before) {
            return (article, article, None);
        }
    }
    let numbered = word.find(BEHIND_A_STEP).map(|at| word.split_at(at));
    let step = numbered.and_then(|(before, behind)| {
        let sign = behind.chars().next()?;
        let number = without_ordinal(before);
        let is_letter = sign == '목' && number.chars().count() == 1;
        (is_letter || is_number(number))
            .then(|| (cut(word, ..before.len() + sign.len_utf8()), number))
    });
    match step {
        Some((all, number)) => (all, number, Some(Parted::AsStep)),
        None => (word, word, None),
    }
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
    use super::readings;

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
    fn steps_of_east_asian_laws() {
        check("제4조제1항", &["제4조 (1)"]);
        check("제4조 1항 2호", &["제4조 (1)(2)"]);
        check("제4조의2제1항제2호가목", &["제4조의2 (1)(2)(가)"]);
        check("第4条第2項", &["第4条 (2)"]);
        check("第四条第二款", &["第四条 (2)"]);
    }
}
