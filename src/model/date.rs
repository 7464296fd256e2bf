//! Dates as a briefing writes them: a year, a month or a day, and spans of them; of events also what is
//! known less closely.
//!
//! How an event's are written is in `edtf`.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use crate::base::{days_in_month, in_threes};

use super::vague::{Vague, Within};
use super::words;

/// A date to the precision that is known: `1997`, `1995-09` or `1995-09-07` (the calendar
/// dates of ISO 8601).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year, 1 to 9999; of an event one of up to nine digits, before our era too. The year before 1 is 0,
    /// which is 1 BC.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to the length of the month; never without a month.
    pub day: Option<u8>,
    /// What is not known exactly of it; of events alone.
    pub vague: Vague,
}

/// A date, or a range of two: `1950/1953`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// When it was, or when it began; of one whose beginning is not known, when it ended.
    pub start: Date,
    /// When it ended, for a range.
    pub end: Option<Date>,
    /// Whether it goes on, or went on before.
    pub open: Open,
}

/// Which end of a period is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Open {
    /// None.
    #[default]
    No,
    /// `2024-02/..`: it goes on.
    End,
    /// `../1953`: it went on before.
    Start,
    /// `2004/`: it ended, and nobody knows when.
    UnknownEnd,
    /// `/2004`: it began, and nobody knows when.
    UnknownStart,
}

impl Date {
    /// The date of a year, a month and a day, if there is such a date.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let year = Some(i32::from(year)).filter(|year| (1..=9999).contains(year))?;
        Self::before_or_since(year, month, day)
    }

    /// The same of any year.
    pub(super) fn before_or_since(year: i32, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let in_month = month.is_none_or(|m| (1..=12).contains(&m));
        let in_day = match (month, day) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(m), Some(d)) => (1..=days_in_month(year, m)).contains(&d),
        };
        (in_month && in_day).then(|| Self { year, month, day, vague: Vague::default() })
    }

    /// A year of which no more is known.
    pub(crate) fn of_year(year: i32) -> Self {
        Self { year, ..Self::default() }
    }

    /// The month's name in English, if the month is known.
    pub(crate) fn month_name(self) -> Option<&'static str> {
        self.month.and_then(|month| words::MONTHS.get(usize::from(month).wrapping_sub(1))).copied()
    }

    /// Whether more is to be said of it than its year, its month and its day.
    pub(crate) fn is_vague(self) -> bool {
        self.vague != Vague::default()
    }

    /// Its year, its month and its day alone.
    pub(crate) fn exactly(self) -> Self {
        Self { vague: Vague::default(), ..self }
    }

    /// Whether it is before our era.
    pub(crate) fn is_before_our_era(self) -> bool {
        self.year <= 0
    }

    /// Its year as it is said: `1997`, `431 BC`.
    pub(crate) fn year_said(self) -> String {
        if self.is_before_our_era() {
            words::before_our_era(1 - self.year)
        } else {
            in_threes(self.year.unsigned_abs())
        }
    }

    /// Where it stands in the order of time: its year, its month, and its day; 0 for what is not known.
    pub(crate) fn place(self) -> (i32, u8, u8) {
        let month = match self.vague.within {
            Within::Season(season) => Some(season.month()),
            _ => self.month,
        };
        (self.year, month.unwrap_or(0), self.day.unwrap_or(0))
    }

    /// The last year that it may be in.
    pub(crate) fn last_year(self) -> i32 {
        self.vague.within.last_year(self.year)
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.place(), self.vague).cmp(&(other.place(), other.vague))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Period {
    /// One date.
    pub(crate) fn at(start: Date) -> Self {
        Self { start, end: None, open: Open::No }
    }

    /// Whether more is to be said of its beginning than its year, its month and its day.
    pub(crate) fn is_vague(self) -> bool {
        self.open != Open::No || self.start.is_vague()
    }

    /// When it began as it is said, or that it goes on or went on before.
    pub(crate) fn begun(self) -> String {
        if self.open == Open::No { self.start.to_string() } else { self.to_string() }
    }

    /// The time from `start` to `end`; none if that is before. Where one of the two is known
    /// more closely (`1995-09-07/1995-09`), the other may well be after it.
    pub fn range(start: Date, end: Date) -> Option<Self> {
        let (first, last) = (start.place(), end.place());
        let both = |one: u8, two: u8| if one == 0 || two == 0 { (0, 0) } else { (one, two) };
        let (month, day) = (both(first.1, last.1), both(first.2, last.2));
        let ordered = (start.year, month.0, day.0) <= (end.last_year(), month.1, day.1);
        ordered.then_some(Self { start, end: Some(end), open: Open::No })
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
pub(super) fn digits<T: FromStr>(part: Option<&str>, len: usize) -> Result<Option<T>, NoDate> {
    let Some(part) = part else { return Ok(None) };
    let plain = part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    part.parse().ok().filter(|_| plain).map(Some).ok_or(NoDate::Shape)
}

impl fmt::Display for Date {
    /// `1997`, `September 1995`, `7 September 1995`, `about 1979`, `the 1990s`, `spring 2024`, `some day of May
    /// 2004`, `431 BC`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Vague { about, perhaps, within } = self.vague;
        f.write_str(words::hedge(about, perhaps))?;
        match within {
            Within::Decade => return f.write_str(&words::decade(self.year)),
            Within::Century => return f.write_str(&words::century(self.year)),
            Within::Season(season) => write!(f, "{} ", season.row().1)?,
            Within::SomeMonth => f.write_str(words::SOME_MONTH)?,
            Within::SomeDay => f.write_str(words::SOME_DAY)?,
            Within::Known => {}
        }
        if let Some(day) = self.day {
            write!(f, "{day} ")?;
        }
        if let Some(name) = self.month_name() {
            write!(f, "{name} ")?;
        }
        f.write_str(&self.year_said())
    }
}

impl fmt::Display for Period {
    /// As [`Date`], and `1950 – 1953`, `since February 2024`, `until 1953`, `2004 – unknown`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.open {
            Open::End => f.write_str(&words::since(self.start)),
            Open::Start => f.write_str(&words::until(self.start)),
            Open::UnknownEnd => write!(f, "{} – {}", self.start, words::UNKNOWN),
            Open::UnknownStart => write!(f, "{} – {}", words::UNKNOWN, self.start),
            Open::No => {
                write!(f, "{}", self.start)?;
                self.end.map_or(Ok(()), |end| write!(f, " – {end}"))
            }
        }
    }
}
