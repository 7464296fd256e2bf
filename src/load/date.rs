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
    /// These words are a date of EDTF, but of a form that is not taken.
    Form(String, UntakenForm),
    /// A range of more than two.
    ManySlashes,
    /// A range neither of whose ends is known.
    NoEnds,
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
        ("" | OPEN, "" | OPEN) => Err(BadDate::NoEnds),
        ("", end) => Ok(Period { open: Open::UnknownStart, ..Period::at(edtf(end)?) }),
        (start, "") => Ok(Period { open: Open::UnknownEnd, ..Period::at(edtf(start)?) }),
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
    Date::edtf(word).map_err(|why| {
        let form = untaken(word).filter(|_| matches!(why, NoDate::Shape | NoDate::Month(25..=41)));
        match form {
            Some(form) => BadDate::Form(word.to_owned(), form),
            None => BadDate::None(word.to_owned(), why),
        }
    })
}

/// A form of EDTF, level 2 for the most part, that is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UntakenForm {
    /// `156X-12-25`, `1XXX`: digits that are not known elsewhere than where level 1 has them.
    Digits,
    /// `2004-06~-11`, `1979~~`: a mark within a date, or more than one.
    Marks,
    /// `2001-34`: a quarter of a year, or a season of one half of the world.
    Part,
    /// `[1667,1668]`, `{1960,1961}`, `1667..1668`: one of several dates, or all of them.
    Several,
    /// `Y17E7`, `1950S2`, `Y2004`: a long year with an exponent, with digits that are sure, or that is not long.
    LongYear,
}

/// The form that a word has which is no date, if it is one of EDTF.
fn untaken(word: &str) -> Option<UntakenForm> {
    let is_of = |all: &str| word.chars().all(|c| c.is_ascii_digit() || all.contains(c));
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let part = word.split_once('-').map(|(_, part)| part.parse());
    match word {
        _ if digits == 0 && !word.contains('X') => None,
        _ if word.starts_with(['[', '{']) || is_of(".-") && word.contains("..") => {
            Some(UntakenForm::Several)
        }
        _ if is_of("X-") && word.contains('X') => Some(UntakenForm::Digits),
        _ if is_of("X-~?%") && word.contains(['~', '?', '%']) => Some(UntakenForm::Marks),
        _ if matches!(part, Some(Ok(25..=41_u8))) => Some(UntakenForm::Part),
        _ if word.starts_with('Y') && is_of("YES-") || is_of("S-") && word.contains('S') => {
            Some(UntakenForm::LongYear)
        }
        _ if is_of("-") && digits > 4 && word.trim_start_matches('-').len() == digits => {
            Some(UntakenForm::LongYear)
        }
        _ => None,
    }
}
