//! What things are called in the program's own words: every name is one function of the values in
//! it.

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

pub(super) fn article(number: &str) -> String {
    format!("Article {number}")
}

/// An article where it stands beside those of other instruments.
pub(super) fn article_of(instrument: &str, article: &str) -> String {
    format!("{instrument}, {article}")
}

pub(super) fn paragraph_of(section: &str, number: usize) -> String {
    format!("{section}, paragraph {number}")
}
