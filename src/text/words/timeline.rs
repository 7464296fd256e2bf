//! What the timeline says, and what is said of its times.

use std::fmt::Display;

use crate::base::{count, in_threes};

/// Ten years by the first of them.
pub(crate) fn decade(first: i32) -> String {
    format!("{}s", in_threes(first.unsigned_abs()))
}

/// Ten years before our era, by the last of them.
pub(crate) fn decade_before_our_era(last: i32) -> String {
    format!("{}s BC", in_threes(last.unsigned_abs()))
}

pub(crate) fn end_of(event: &str) -> String {
    format!("end of {event}")
}

/// How long an event went on, if that is known in words.
pub(crate) fn until(date: &str, length: &str) -> String {
    if length.is_empty() { format!("to {date}") } else { format!("to {date}, {length}") }
}

/// A year, a month or a decade of the timeline in which nothing begins or ends.
pub(crate) fn nothing_in(time: &str) -> String {
    format!("{time}: no event")
}

/// Decades of the timeline in which nothing begins: the first and the last of them.
pub(crate) fn nothing_between(first: &str, last: &str) -> String {
    format!("{first} to {last}: no event")
}

/// A time of the timeline in which nothing begins or ends; how long it is, if that is known.
pub(crate) fn nothing_for(time: &str) -> String {
    if time.is_empty() {
        "no event for a while".to_owned()
    } else {
        format!("{time} without an event")
    }
}

/// A decade of the timeline, as it is told: how many events it has, and the titles of the first of them.
pub(crate) fn decade_told(decade: &str, events: usize, titles: &[&str]) -> String {
    let (all, more) = (count(events, "event"), events.saturating_sub(titles.len()));
    let titles = titles.join("; ");
    if more == 0 {
        format!("{decade}, {all}: {titles}")
    } else {
        format!("{decade}, {all}: {titles}; and {more} more")
    }
}

/// What is told behind a date, as it stands before what happened.
pub(crate) fn on_date(date: impl Display) -> String {
    format!("{date}: ")
}

pub(crate) fn days(number: usize) -> String {
    count(number, "day")
}

pub(crate) fn weeks(number: usize) -> String {
    count(number, "week")
}

pub(crate) fn months(number: usize) -> String {
    count(number, "month")
}

pub(crate) fn years(number: usize) -> String {
    count(number, "year")
}
