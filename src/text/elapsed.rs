//! How long it is from one date to another, in words.

use crate::base::day_number;
use crate::model::Date;

use super::words;

/// Up to so many days are counted in days.
const DAYS: i64 = 13;
/// Up to so many days are counted in weeks.
const WEEKS: i64 = 60;
/// Up to so many months are counted in months.
const MONTHS: i64 = 23;

/// How long it is from one date to a later one, rounded, and no more exactly than both are known;
/// empty if no difference is known.
pub(super) fn elapsed(from: Date, to: Date) -> String {
    between(from, to, 0)
}

/// How long something was that began on one date and ended on a later one, both days counted.
pub(super) fn length(from: Date, to: Date) -> String {
    between(from, to, 1)
}

fn between(from: Date, to: Date, more: i64) -> String {
    let years = i64::from(to.year) - i64::from(from.year);
    let (Some(first), Some(last)) = (from.month, to.month) else {
        return some(years, words::years);
    };
    let mut months = years * 12 + i64::from(last) - i64::from(first);
    if let (Some(from), Some(to)) = (days(from), days(to)) {
        match to - from + more {
            days @ ..=DAYS => return some(days, words::days),
            days @ ..=WEEKS => return some((days + 3) / 7, words::weeks),
            // A month has 30.44 days on average.
            days => months = (days * 100 + 1522) / 3044,
        }
    }
    if months <= MONTHS {
        some(months, words::months)
    } else {
        some((months + 6) / 12, words::years)
    }
}

fn some(number: i64, words: fn(usize) -> String) -> String {
    match usize::try_from(number) {
        Ok(number) if number > 0 => words(number),
        _ => String::new(),
    }
}

/// The days from 1970 to a date of which the day is known.
fn days(date: Date) -> Option<i64> {
    Some(day_number(date.year, date.month?, date.day?))
}
