//! What things are called in the program's own words: every name is one function of the values in
//! it.

use crate::base::count;

pub(super) const MONTHS: [&str; 12] = [
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

/// What stands in a label for the number of an article.
pub(super) const NUMBER: &str = "{n}";

/// How articles are called in a language, a BCP 47 tag, where nothing else is said.
pub(crate) fn article_label(language: &str) -> &'static str {
    match language.split('-').next().unwrap_or_default() {
        "ko" => "제{n}조",
        "ja" | "zh" => "第{n}条",
        "de" => "Artikel {n}",
        "ru" => "Статья {n}",
        "es" => "Artículo {n}",
        "pt" => "Artigo {n}",
        "it" => "Articolo {n}",
        "ar" => "المادة {n}",
        _ => "Article {n}",
    }
}

/// An article where it stands beside those of other instruments.
pub(super) fn article_of(instrument: &str, article: &str) -> String {
    format!("{instrument}, {article}")
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
