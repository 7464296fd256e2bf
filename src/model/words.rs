//! What things are called in the program's own words: every name is one function of the values in
//! it.

use std::fmt::Display;

use crate::base::{count, in_threes};

/// The months, as English names them.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month of a year, before the year.
pub(super) const SOME_MONTH: &str = "some month of ";
/// A day of a month or of a year, before these.
pub(super) const SOME_DAY: &str = "some day of ";
/// When something began or ended, where nobody knows it.
pub(super) const UNKNOWN: &str = "unknown";

/// A year before our era, counted back from 1.
pub(super) fn before_our_era(number: i32) -> String {
    format!("{} BC", in_threes(number.unsigned_abs()))
}

/// What is said before a date that is not known exactly.
pub(super) fn hedge(about: bool, perhaps: bool) -> &'static str {
    match (about, perhaps) {
        (false, false) => "",
        (true, false) => "about ",
        (false, true) => "perhaps ",
        (true, true) => "perhaps about ",
    }
}

/// Ten years by the first of them, as EDTF counts: there is a year 0, which is 1 BC.
pub(super) fn decade(first: i32) -> String {
    if first < 0 {
        return format!("{}–{}", 1 - first, before_our_era(-8 - first));
    }
    format!("the {first}s")
}

/// A hundred years by the first of them, as EDTF counts.
pub(super) fn century(first: i32) -> String {
    let (number, era) = if first < 0 { ((1 - first) / 100, " BC") } else { (first / 100 + 1, "") };
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("the {number}{ending} century{era}")
}

/// What goes on from a date.
pub(super) fn since(date: impl Display) -> String {
    format!("since {date}")
}

/// What went on to a date.
pub(super) fn until(date: impl Display) -> String {
    format!("until {date}")
}

/// What stands in a label for the number of an article.
pub(super) const NUMBER: &str = "{n}";

/// What articles are called, by the language that they are in.
const ARTICLE_LABELS: [(&str, &str); 10] = [
    ("en", "Article {n}"),
    ("ko", "제{n}조"),
    ("ja", "第{n}条"),
    ("zh", "第{n}条"),
    ("de", "Artikel {n}"),
    ("ru", "Статья {n}"),
    ("es", "Artículo {n}"),
    ("pt", "Artigo {n}"),
    ("it", "Articolo {n}"),
    ("ar", "المادة {n}"),
];

/// How articles are called in a language, a BCP 47 tag, where nothing else is said.
pub(crate) fn article_label(language: &str) -> &'static str {
    let spoken = language.split('-').next().unwrap_or_default();
    let found = ARTICLE_LABELS.iter().find(|(language, _)| *language == spoken);
    found.map_or("Article {n}", |(_, label)| label)
}

/// What articles are called in all the languages that are known.
pub(crate) fn article_labels() -> impl Iterator<Item = &'static str> {
    ARTICLE_LABELS.iter().map(|(_, label)| *label)
}

/// An article, or a provision of one, where it stands beside those of other instruments, as it is written in
/// its law: `1961 treaty, Article 1`, `§ 4a GänseSchG`, `거위법 제2조`.
pub(super) fn article_of(instrument: &str, article: &str) -> String {
    if article.starts_with('§') {
        format!("{article} {instrument}")
    } else if article.starts_with(['제', '第']) {
        format!("{instrument} {article}")
    } else {
        format!("{instrument}, {article}")
    }
}

pub(super) fn paragraph_of(section: &str, number: usize) -> String {
    format!("{section}, paragraph {number}")
}

/// How many blocks of each kind there are, but for a kind of which there is none.
pub(super) fn extent(paragraphs: usize, notes: usize, questions: usize) -> String {
    let (n, q) = (count(notes, "note"), count(questions, "class question"));
    let p = count(paragraphs, "paragraph");
    match (paragraphs, notes, questions) {
        (_, 0, 0) => p,
        (0, _, 0) => n,
        (0, 0, _) => q,
        (_, _, 0) => format!("{p} and {n}"),
        (_, 0, _) => format!("{p} and {q}"),
        (0, _, _) => format!("{n} and {q}"),
        _ => format!("{p}, {n} and {q}"),
    }
}
