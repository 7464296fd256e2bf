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
    check("2004-06~", "about June 2004");
    check("2004-06-11%", "perhaps about 11 June 2004");
    check("2004-02-01/2005-02-08~", "1 February 2004 – about 8 February 2005");
    check("2004-XX", "some month of 2004");
    check("2004-XX?", "perhaps some month of 2004");
    check("2004-01-XX", "some day of January 2004");
    check("2004-XX-XX", "some day of 2004");
    check("-0004-XX", "some month of 5 BC");
    check("/2004", "unknown – 2004");
    check("2004-06~/", "about June 2004 – unknown");
    check("Y170000002", "170,000,002");
    check("Y-17000", "17,001 BC");
    check("Y-17000~/..", "since about 17,001 BC");
    check("-1985", "1986 BC");
    check("-9999", "10,000 BC");
    check("-04XX", "the 5th century BC");
    check("-043X", "440–431 BC");
    check("-0009", "10 BC");
    check("0000-02-29", "29 February 1 BC");
    check("2001-21/2001-23", "spring 2001 – autumn 2001");
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

/// What may be anywhere in a longer time stands at its beginning; long years have the room that they need.
#[test]
fn long_years_and_unknown_parts_have_their_places() {
    let dates = [
        "2004-XX-XX",
        "2004-01-XX",
        "2004-02",
        "2004-XX",
        "Y12000",
        "Y-17000",
        "-0430",
        "-04XX",
        "/2003",
        "2005/",
        "../2002",
    ];
    let order = [
        "Y-17000",
        "-04XX",
        "-0430",
        "../2002",
        "/2003",
        "2004-XX",
        "2004-XX-XX",
        "2004-01-XX",
        "2004-02",
        "2005/",
        "Y12000",
    ];
    for zoom in ["t", "t +"] {
        let mut desk = Desk::open(&events(&dates), 100, 60);
        let screen = desk.press(zoom).screen();
        let rows: Vec<&str> = screen.lines().filter(|row| row.contains("Event of ")).collect();
        let names = rows.iter().map(|row| {
            row.split("Event of ")
                .nth(1)
                .unwrap_or_default()
                .split_whitespace()
                .next()
                .unwrap_or_default()
        });
        assert_eq!(names.collect::<Vec<_>>(), order, "{screen}");
        let place = |row: &str| row.chars().position(|c| c == 'E');
        assert!(rows.iter().all(|row| place(row) == place(rows[0])), "{screen}");
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
