//! Dates as files have them, to those that a briefing has.

use crate::model::Date;

/// The year, month or day that `written` begins with, as `2024`, `2024-06` or `2024-06-19`, the time of a day
/// behind it or not; nothing if it is written in another way, or there is no such day.
pub(super) fn date(written: &str) -> Option<String> {
    let written = written.trim();
    let end = written.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(written.len());
    let date = written.get(..end)?.trim_end_matches('-');
    date.parse::<Date>().is_ok().then(|| date.to_owned())
}
