//! Dates as files have them, to those that a briefing has.

use crate::base::days_in_month;

/// The year, month or day that `written` begins with, as `2024`, `2024-06` or `2024-06-19`; nothing if it is
/// written in another way, or there is no such day.
pub(super) fn date(written: &str) -> Option<String> {
    let end = written.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(written.len());
    let date = written.get(..end)?.trim_end_matches('-');
    let mut parts = date.split('-');
    let year: i32 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let two = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() == 2);
    let month = parts.next().map(|month| two(month).filter(|month| (1..=12).contains(month)));
    let day = parts.next().map(two);
    let is_one = match (month, day, parts.next()) {
        (None | Some(Some(_)), None, None) => true,
        (Some(Some(month)), Some(Some(day)), None) => {
            (1..=days_in_month(year, month)).contains(&day)
        }
        _ => false,
    };
    is_one.then(|| date.to_owned())
}
