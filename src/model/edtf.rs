//! Dates of events as the format writes them: EDTF, the Extended Date/Time Format of the Library of Congress,
//! levels 0 and 1, without the time of day.
//!
//! The parser is our own, for it must say what is wrong: a library answers that it is no date.

use super::date::{Date, NoDate, Open, Period, digits};
use super::vague::{Season, Vague, Within};

/// What stands for a number of two digits that is not known.
const UNKNOWN: &str = "XX";
/// The most digits of a year behind `Y`, which has at least five.
const YEAR_DIGITS: usize = 9;

impl Date {
    /// The date of an event: as a date, and `1979~`, `1984?`, `1984%`, `199X`, `19XX`, `2004-XX`, `2004-01-XX`,
    /// `2004-XX-XX`, `2024-21`, `-0430`, `Y170000002`.
    ///
    /// # Errors
    /// Why it is none.
    pub(crate) fn edtf(word: &str) -> Result<Self, NoDate> {
        let (bare, about, perhaps) = match word.strip_suffix(['~', '?', '%']) {
            Some(bare) => (bare, !word.ends_with('?'), !word.ends_with('~')),
            None => (word, false, false),
        };
        let date = exact(bare)?;
        Ok(Self { vague: Vague { about, perhaps, ..date.vague }, ..date })
    }

    /// `1997`, `1995-09`, `1995-09-07`, and an event's: as the format writes it.
    pub(crate) fn iso(self) -> String {
        let part = |part: Option<u8>| part.map_or_else(String::new, |part| format!("-{part:02}"));
        let Vague { about, perhaps, within } = self.vague;
        let year = self.year.unsigned_abs();
        let of_year = match within {
            Within::Decade => format!("{:03}X", year / 10),
            Within::Century => format!("{:02}{UNKNOWN}", year / 100),
            _ => format!("{year:04}"),
        };
        let sign = if self.year < 0 { "-" } else { "" };
        let long = if of_year.len() > 4 { "Y" } else { "" };
        let of_month = match (within, self.month) {
            (Within::Season(season), _) => format!("-{}", season.row().0),
            (Within::SomeMonth, _) | (Within::SomeDay, None) => format!("-{UNKNOWN}"),
            _ => part(self.month),
        };
        let day = match within {
            Within::SomeDay => format!("-{UNKNOWN}"),
            _ => part(self.day),
        };
        let mark = match (about, perhaps) {
            (false, false) => "",
            (true, false) => "~",
            (false, true) => "?",
            (true, true) => "%",
        };
        format!("{long}{sign}{of_year}{of_month}{day}{mark}")
    }
}

impl Period {
    /// A date, or two with a slash: as the format writes it.
    pub(crate) fn iso(self) -> String {
        let start = self.start.iso();
        match (self.open, self.end) {
            (Open::End, _) => format!("{start}/.."),
            (Open::Start, _) => format!("../{start}"),
            (Open::UnknownEnd, _) => format!("{start}/"),
            (Open::UnknownStart, _) => format!("/{start}"),
            (Open::No, Some(end)) => format!("{start}/{}", end.iso()),
            (Open::No, None) => start,
        }
    }
}

/// A date without `~`, `?` or `%` behind it.
fn exact(word: &str) -> Result<Date, NoDate> {
    if let Some(year) = word.strip_prefix('Y') {
        return long_year(year);
    }
    let (word, sign) = word.strip_prefix('-').map_or((word, 1), |word| (word, -1));
    for (mark, years, within) in [(UNKNOWN, 100, Within::Century), ("X", 10, Within::Decade)] {
        if let Some(known) = word.strip_suffix(mark).filter(|known| !known.contains('-')) {
            let known: i32 = digits(Some(known), 4 - mark.len())?.ok_or(NoDate::Shape)?;
            // Before our era the first of the years is that with the greatest number.
            let first = known * years + if sign < 0 { years - 1 } else { 0 };
            return Ok(vague(Date::of_year(sign * first), within));
        }
    }
    let mut parts = word.splitn(3, '-');
    let year: i32 = digits(parts.next(), 4)?.ok_or(NoDate::Shape)?;
    let year = Date::of_year(sign * year);
    let (month, day) = (parts.next(), parts.next());
    match (month, day) {
        (Some(UNKNOWN), None) => return Ok(vague(year, Within::SomeMonth)),
        (Some(UNKNOWN), Some(UNKNOWN)) => return Ok(vague(year, Within::SomeDay)),
        _ => {}
    }
    let number: Option<u8> = digits(month, 2)?;
    let season = Season::ALL.iter().find(|(_, season, _)| number == Some(*season));
    if let (Some((season, ..)), None) = (season, day) {
        return Ok(vague(year, Within::Season(*season)));
    }
    let of_month = Date::before_or_since(year.year, number, None)
        .ok_or_else(|| NoDate::Month(number.unwrap_or_default()))?;
    if day == Some(UNKNOWN) {
        return Ok(vague(of_month, Within::SomeDay));
    }
    let Some(day) = digits(day, 2)? else { return Ok(of_month) };
    Date::before_or_since(year.year, number, Some(day)).ok_or(NoDate::Day(of_month, day))
}

fn vague(date: Date, within: Within) -> Date {
    Date { vague: Vague { within, ..date.vague }, ..date }
}

/// The year of more than four digits that stands behind `Y`.
fn long_year(word: &str) -> Result<Date, NoDate> {
    let (word, sign) = word.strip_prefix('-').map_or((word, 1), |word| (word, -1));
    let is_long = (5..=YEAR_DIGITS).contains(&word.len()) && !word.starts_with('0');
    let year: i32 = digits(Some(word), word.len())?.filter(|_| is_long).ok_or(NoDate::Shape)?;
    Ok(Date::of_year(sign * year))
}
