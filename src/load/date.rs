//! Dates, with the reason when one is none.

use crate::model::{Date, Period};

/// A date, or why it is none.
pub(super) fn date(word: &str) -> Result<Date, String> {
    if let Ok(date) = word.parse() {
        return Ok(date);
    }
    let shown = super::cx::short(word);
    if word.contains('/') {
        return Err(format!("`{shown}` is a range, and only an event's date may be one"));
    }
    Err(why_not(word)
        .unwrap_or_else(|| format!("`{shown}` is no date: write 1997, 1995-09 or 1995-09-07")))
}

/// A date or a range of two, or why it is none.
pub(super) fn period(word: &str) -> Result<Period, String> {
    let Some((start, end)) = word.split_once('/') else {
        return date(word).map(|start| Period { start, end: None });
    };
    if end.contains('/') {
        return Err("a range has two dates with one / between them".to_owned());
    }
    let (start, end) = (date(start.trim())?, date(end.trim())?);
    if start > end {
        return Err(format!("the range ends before it begins: {end} is before {start}"));
    }
    Ok(Period { start, end: Some(end) })
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
