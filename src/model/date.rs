//! Dates as a briefing writes them: a year, a month or a day, and spans of them.

use std::fmt;
use std::str::FromStr;

use crate::base::days_in_month;

use super::words;

/// A date to the precision that is known: `1997`, `1995-09` or `1995-09-07` (the calendar
/// dates of ISO 8601).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to the length of the month; never without a month.
    pub day: Option<u8>,
}

/// A date, or a range of two: `1950/1953`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// When it was, or when it began.
    pub start: Date,
    /// When it ended, for a range.
    pub end: Option<Date>,
}

impl Date {
    /// The date of a year, a month and a day, if there is such a date.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let in_year = (1..=9999).contains(&year);
        let in_month = month.is_none_or(|m| (1..=12).contains(&m));
        let in_day = match (month, day) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(m), Some(d)) => (1..=days_in_month(year, m)).contains(&d),
        };
        (in_year && in_month && in_day).then_some(Self { year, month, day })
    }

    /// `1997`, `1995-09`, `1995-09-07`: as the format writes it.
    pub(crate) fn iso(self) -> String {
        let part = |part: Option<u8>| part.map_or_else(String::new, |part| format!("-{part:02}"));
        format!("{:04}{}{}", self.year, part(self.month), part(self.day))
    }

    /// The month's name in English, if the month is known.
    pub(crate) fn month_name(self) -> Option<&'static str> {
        self.month.and_then(|month| words::MONTHS.get(usize::from(month).wrapping_sub(1))).copied()
    }
}

impl Period {
    /// A date, or two with a slash: as the format writes it.
    pub(crate) fn iso(self) -> String {
        let end = self.end.map_or_else(String::new, |end| format!("/{}", end.iso()));
        format!("{}{end}", self.start.iso())
    }

    /// The time from `start` to `end`; none if that is before. Where one of the two is known
    /// more closely (`1995-09-07/1995-09`), the other may well be after it.
    pub fn range(start: Date, end: Date) -> Option<Self> {
        let month = start.month.zip(end.month).map_or((0, 0), |both| both);
        let day = start.day.zip(end.day).map_or((0, 0), |both| both);
        let ordered = (start.year, month.0, day.0) <= (end.year, month.1, day.1);
        ordered.then_some(Self { start, end: Some(end) })
    }
}

/// Why a word is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// It is not written as one.
    Shape,
    /// There is no year 0.
    Year,
    /// There is no such month.
    Month(u8),
    /// The month has no such day.
    Day(Date, u8),
}

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(word: &str) -> Result<Self, NoDate> {
        let mut parts = word.splitn(3, '-');
        let year: u16 = digits(parts.next(), 4)?.ok_or(NoDate::Shape)?;
        let month = digits(parts.next(), 2)?;
        let mut date = Self::new(year, None, None).ok_or(NoDate::Year)?;
        if let Some(month) = month {
            date = Self::new(year, Some(month), None).ok_or(NoDate::Month(month))?;
        }
        match digits(parts.next(), 2)? {
            Some(day) => Self::new(year, month, Some(day)).ok_or(NoDate::Day(date, day)),
            None => Ok(date),
        }
    }
}

/// The number that a part of a date is, if it is there: so many digits and nothing else.
fn digits<T: FromStr>(part: Option<&str>, len: usize) -> Result<Option<T>, NoDate> {
    let Some(part) = part else { return Ok(None) };
    let plain = part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    part.parse().ok().filter(|_| plain).map(Some).ok_or(NoDate::Shape)
}

impl fmt::Display for Date {
    /// `1997`, `September 1995`, `7 September 1995`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day} ")?;
        }
        if let Some(name) = self.month_name() {
            write!(f, "{name} ")?;
        }
        write!(f, "{}", self.year)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.start)?;
        self.end.map_or(Ok(()), |end| write!(f, " – {end}"))
    }
}
