//! Dates as a briefing writes them: a year, a month or a day, and spans of them.

use std::fmt;
use std::str::FromStr;

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

const MONTHS: [&str; 12] = [
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

impl Date {
    /// The date of a year, a month and a day, if there is such a date.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let in_year = (1..=9999).contains(&year);
        let in_month = month.is_none_or(|m| (1..=12).contains(&m));
        let in_day = match (month, day) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(m), Some(d)) => (1..=days(year, m)).contains(&d),
        };
        (in_year && in_month && in_day).then_some(Self { year, month, day })
    }

    /// The month's name in English, if the month is known.
    pub fn month_name(&self) -> Option<&'static str> {
        self.month.and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1))).copied()
    }
}

impl Period {
    /// The time from `start` to `end`; none if that is before. Where one of the two is known
    /// more closely (`1995-09-07/1995-09`), the other may well be after it.
    pub fn range(start: Date, end: Date) -> Option<Self> {
        let month = start.month.zip(end.month).map_or((0, 0), |both| both);
        let day = start.day.zip(end.day).map_or((0, 0), |both| both);
        let ordered = (start.year, month.0, day.0) <= (end.year, month.1, day.1);
        ordered.then_some(Self { start, end: Some(end) })
    }
}

fn days(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = ();

    fn from_str(s: &str) -> Result<Self, ()> {
        let digits = |part: &str, len: usize| -> Result<u16, ()> {
            let plain = part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
            if plain { part.parse().map_err(|_| ()) } else { Err(()) }
        };
        let two = |part: &str| digits(part, 2).and_then(|n| u8::try_from(n).map_err(|_| ()));
        let mut parts = s.splitn(3, '-');
        let year = digits(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(two).transpose()?;
        let day = parts.next().map(two).transpose()?;
        Self::new(year, month, day).ok_or(())
    }
}

impl FromStr for Period {
    type Err = ();

    fn from_str(s: &str) -> Result<Self, ()> {
        let Some((start, end)) = s.split_once('/') else {
            return Ok(Self { start: s.parse()?, end: None });
        };
        Self::range(start.parse()?, end.parse()?).ok_or(())
    }
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
