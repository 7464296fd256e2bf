//! Dates of events that are not known to the day: what is written, said and sorted.

use super::common;
use crate::common::Desk;
use attache::export::{Edition, json};

/// A briefing with events of these dates, in this order, each called by its date.
fn events(dates: &[&str]) -> String {
    let events: Vec<String> = (0..)
        .zip(dates)
        .map(|(at, date)| format!("  - {{id: e{at}, date: {date}, title: 'Event of {date}'}}\n"))
        .collect();
    format!(
        "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: A}}]}}]\nevents:\n{}",
        events.concat()
    )
}

/// Each date as it is said, and as it is written in JSON.
#[test]
fn each_is_said_in_words_and_kept_as_written() {
    let check = |date: &str, said: &str| {
        let briefing = common::briefing(&events(&[date]));
        assert_eq!(briefing.events[0].date.to_string(), said, "{date}");
        let mut out = Vec::new();
        json(&briefing, Edition::default(), None, &mut out).unwrap();
        let out: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(out["events"][0]["date"], date);
    };
    check("1997", "1997");
    check("1979~", "about 1979");
    check("1984?", "perhaps 1984");
    check("1984-05-03%", "perhaps about 3 May 1984");
    check("199X", "the 1990s");
    check("19XX", "the 20th century");
    check("2024-21", "spring 2024");
    check("2001-24~", "about winter 2001");
    check("-0430", "431 BC");
    check("-0043-03-15", "15 March 44 BC");
    check("0000", "1 BC");
    check("2024-02/..", "since February 2024");
    check("../1953", "until 1953");
    check("1950~/1953-07-27", "about 1950 – 27 July 1953");
    check("-0430/-0403", "431 BC – 404 BC");
    check("199X/1995", "the 1990s – 1995");
    check("1995/199X", "1995 – the 1990s");
}

#[test]
fn the_timeline_has_them_in_the_order_of_time() {
    let dates = [
        "2024-21", "2024-02", "1979~", "-0430", "199X", "1990-05", "2024-04", "2024-12", "2024-24",
    ];
    let mut desk = Desk::open(&events(&dates), 100, 40);
    let screen = desk.press("t").screen();
    let order: Vec<&str> = screen
        .lines()
        .filter_map(|row| row.split_once("Event of "))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(_, rest)| rest.split_whitespace().next().unwrap())
        .collect();
    assert_eq!(
        order,
        [
            "-0430", "1979~", "199X", "1990-05", "2024-02", "2024-21", "2024-04", "2024-12",
            "2024-24"
        ],
        "{screen}"
    );
    for said in ["431 BC", "· about 1979", "· the 1990s", "· spring 2024"] {
        assert!(screen.replace('\u{a0}', " ").contains(said), "{said}\n{screen}");
    }
}

/// The decades before our era are counted as they are there.
#[test]
fn decades_before_our_era() {
    let mut desk = Desk::open(&events(&["-0430", "-0403", "0005", "1979~"]), 100, 40);
    let screen = desk.press("t -").screen();
    for decade in ["430s BC", "400s BC", "0s", "1970s"] {
        assert!(screen.contains(&format!("{decade} ")), "{decade}\n{screen}");
    }
}
