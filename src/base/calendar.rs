//! The Gregorian calendar, continued backwards, and how ISO 8601 writes it.
//!
//! That is all that a briefing and its reader need of time: no time zones, no clock, no spans of
//! mixed units. A library for these would be a hundred times what stands here.

const DAY: i64 = 24 * 60 * 60;

/// The days of 400 years, after which the calendar repeats.
const ERA: i64 = 146_097;

/// The days from 1 March of the year 0 to 1 January 1970. A year that begins in March has its leap
/// day at its end, and the lengths of its months follow a straight line (Howard Hinnant,
/// `civil_from_days`).
const EPOCH: i64 = 719_468;

/// The number of days in a month (1 to 12) of a year.
pub(crate) fn days_in_month(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days from 1 January 1970 to a day.
pub(crate) fn day_number(year: i32, month: u8, day: u8) -> i64 {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let of_year = (153 * month + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - EPOCH
}

/// The year, month and day that lie so many days after 1 January 1970.
fn date(day_number: i64) -> (i64, i64, i64) {
    let days = day_number.saturating_add(EPOCH);
    let (era, of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + later, month, day)
}

/// The day of a time in seconds since 1970, in UTC: `2024-06-18`.
pub fn day(seconds: i64) -> String {
    let (year, month, day) = date(seconds.div_euclid(DAY));
    format!("{year:04}-{month:02}-{day:02}")
}

/// A time in seconds since 1970, in UTC: `2024-06-18T22:40:00Z`.
pub fn moment(seconds: i64) -> String {
    let second = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{}T{hour:02}:{minute:02}:{second:02}Z", day(seconds))
}

#[cfg(test)]
mod tests {
    use super::{date, day_number, days_in_month};

    #[test]
    fn every_day_has_the_number_after_that_of_the_day_before() {
        let mut number = day_number(1, 1, 1);
        for year in 1..=2400 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month) {
                    assert_eq!(day_number(year, month, day), number);
                    assert_eq!(date(number), (year.into(), month.into(), day.into()));
                    number += 1;
                }
            }
        }
        assert_eq!(day_number(1970, 1, 1), 0);
    }
}
