//! Dates, with the reason when one is none.

use crate::model::{self, Date, Period};

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
    let why = match word.parse() {
        Ok(date) => return Ok(date),
        Err(why) => why,
    };
    let shown = super::words::short(word);
    if word.contains('/') {
        let message = format!("`{shown}` is a range, and only an event's date may be one");
        return no(message, "write one date of the two");
    }
    let message = match why {
        model::NoDate::Shape => return no(format!("`{shown}` is no date"), WRITE),
        model::NoDate::Year => "there is no year 0000".to_owned(),
        model::NoDate::Month(month) => format!("there is no month {month:02}"),
        model::NoDate::Day(month, day) => format!("{month} has no day {day}"),
    };
    no(message, "check the year, the month and the day, in this order")
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
