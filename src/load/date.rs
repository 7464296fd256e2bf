//! Dates, with the reason when one is none.

use crate::model::{Date, Period};

/// How a date is written.
pub(super) const WRITE: &str = "write 1997, 1995-09 or 1995-09-07";

/// Why something is no date, and what to do.
pub(super) struct NoDate {
    pub(super) message: String,
    pub(super) help: &'static str,
}

fn no<T>(message: String, help: &'static str) -> Result<T, NoDate> {
    Err(NoDate { message, help })
}

/// A date, or why it is none.
pub(super) fn date(word: &str) -> Result<Date, NoDate> {
    if let Ok(date) = word.parse() {
        return Ok(date);
    }
    let shown = super::words::short(word);
    if word.contains('/') {
        let message = format!("`{shown}` is a range, and only an event's date may be one");
        return no(message, "write one date of the two");
    }
    match why_not(word) {
        Some(why) => no(why, "check the year, the month and the day, in this order"),
        None => no(format!("`{shown}` is no date"), WRITE),
    }
}

/// A date or a range of two, or why it is none.
pub(super) fn period(word: &str) -> Result<Period, NoDate> {
    let Some((start, end)) = word.split_once('/') else {
        return date(word).map(|start| Period { start, end: None });
    };
    if end.contains('/') {
        let message = "a range has two dates with one / between them".to_owned();
        return no(message, "write the first and the last one: 1950/1953");
    }
    let (start, end) = (date(start.trim())?, date(end.trim())?);
    match Period::range(start, end) {
        Some(period) => Ok(period),
        None => no(
            format!("the range ends before it begins: {end} is before {start}"),
            "put the earlier date first",
        ),
    }
}

/// What is impossible about a date that has the shape of one.
fn why_not(word: &str) -> Option<String> {
    let mut parts = word.splitn(3, '-');
    let year = number(parts.next()?, 4)?;
    let month = number(parts.next()?, 2)?;
    let day = parts.next().map(|day| number(day, 2));
    let year = u16::try_from(year).ok()?;
    let month = u8::try_from(month).ok()?;
    if year == 0 {
        return Some("there is no year 0000".to_owned());
    }
    let Some(first) = Date::new(year, Some(month), None) else {
        return Some(format!("there is no month {month:02}"));
    };
    let day = day??;
    Some(format!("{first} has no day {day}"))
}

fn number(part: &str, len: usize) -> Option<u32> {
    let plain = part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    if plain { part.parse().ok() } else { None }
}
