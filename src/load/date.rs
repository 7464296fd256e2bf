//! Dates, with the reason when one is none.

use crate::model::{Date, NoDate, Open, Period};

/// An end that is not known.
const OPEN: &str = "..";
/// A word of more bytes is no date.
const LONGEST: usize = 32;

/// Why something is no date, or no range of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BadDate {
    /// These words are no date.
    None(String, NoDate),
    /// These are a range where none may be.
    Range(String),
    /// These words are a date that only an event may have.
    OfEvent(String),
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
        match Date::edtf(&word) {
            _ if word.contains('/') => BadDate::Range(word),
            Ok(date) if why == NoDate::Shape || date.is_vague() => BadDate::OfEvent(word),
            _ => BadDate::None(word, why),
        }
    })
}

/// When an event was, or why that is no date and no range of two.
pub(super) fn period(word: &str) -> Result<Period, BadDate> {
    let Some((start, end)) = word.split_once('/') else {
        return edtf(word).map(Period::at);
    };
    if end.contains('/') {
        return Err(BadDate::ManySlashes);
    }
    match (start.trim(), end.trim()) {
        (OPEN, end) => Ok(Period { open: Open::Start, ..Period::at(edtf(end)?) }),
        (start, OPEN) => Ok(Period { open: Open::End, ..Period::at(edtf(start)?) }),
        (start, end) => {
            let (start, end) = (edtf(start)?, edtf(end)?);
            Period::range(start, end).ok_or(BadDate::Backwards { start, end })
        }
    }
}

fn edtf(word: &str) -> Result<Date, BadDate> {
    if word.len() > LONGEST {
        return Err(BadDate::None(word.to_owned(), NoDate::Shape));
    }
    Date::edtf(word).map_err(|why| BadDate::None(word.to_owned(), why))
}
