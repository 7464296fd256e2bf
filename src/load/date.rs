//! Dates, with the reason when one is none.

use crate::model::{Date, NoDate, Period};

/// Why something is no date, or no range of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BadDate {
    /// These words are no date.
    None(String, NoDate),
    /// These are a range where none may be.
    Range(String),
    /// A range of more than two.
    ManySlashes,
    /// A range that ends before it begins.
    Backwards {
        /// Where it begins.
        start: Date,
        /// Where it ends.
        end: Date,
    },
}

/// A date, or why it is none.
pub(super) fn date(word: &str) -> Result<Date, BadDate> {
    word.parse().map_err(|why| {
        let word = word.to_owned();
        if word.contains('/') { BadDate::Range(word) } else { BadDate::None(word, why) }
    })
}

/// A date or a range of two, or why it is none.
pub(super) fn period(word: &str) -> Result<Period, BadDate> {
    let Some((start, end)) = word.split_once('/') else {
        return date(word).map(|start| Period { start, end: None });
    };
    if end.contains('/') {
        return Err(BadDate::ManySlashes);
    }
    let (start, end) = (date(start.trim())?, date(end.trim())?);
    Period::range(start, end).ok_or(BadDate::Backwards { start, end })
}
