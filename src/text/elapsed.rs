//! How long it is from one date to another, in words.

use crate::model::Date;

use super::count;

/// Up to so many days are counted in days.
const DAYS: i32 = 13;
/// Up to so many days are counted in weeks.
const WEEKS: i32 = 60;
/// Up to so many months are counted in months.
const MONTHS: i32 = 23;

/// How long it is from one date to a later one, rounded, and no more exactly than both are known;
/// empty if no difference is known.
pub(super) fn elapsed(from: Date, to: Date) -> String {
    between(from, to, 0)
}

/// How long something was that began on one date and ended on a later one, both days counted.
pub(super) fn length(from: Date, to: Date) -> String {
    between(from, to, 1)
}

fn between(from: Date, to: Date, more: i32) -> String {
    let years = i32::from(to.year) - i32::from(from.year);
    let (Some(first), Some(last)) = (from.month, to.month) else {
        return words(years, "year");
    };
    let mut months = years * 12 + i32::from(last) - i32::from(first);
    if let (Some(from), Some(to)) = (day_number(from), day_number(to)) {
        match to - from + more {
            days @ ..=DAYS => return words(days, "day"),
            days @ ..=WEEKS => return words((days + 3) / 7, "week"),
            // A month has 30.44 days on average.
            days => months = (days * 100 + 1522) / 3044,
        }
    }
    if months <= MONTHS { words(months, "month") } else { words((months + 6) / 12, "year") }
}

fn words(number: i32, noun: &str) -> String {
    match usize::try_from(number) {
        Ok(number) if number > 0 => count(number, noun),
        _ => String::new(),
    }
}

/// Days since a fixed day, for a date of which the day is known.
fn day_number(date: Date) -> Option<i32> {
    let (year, month, day) = (i32::from(date.year), i32::from(date.month?), i32::from(date.day?));
    // A year that begins in March has its leap day at its end.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
}
