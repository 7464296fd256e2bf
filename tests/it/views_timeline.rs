//! The timeline: what came when.

use std::fmt::Write as _;
use std::sync::Arc;

use attache::app::{Msg, Opened, View};
use attache::theme::{Depth, Name, Theme};

use crate::common::{self, Desk};

/// Events of every precision, some that last, long blanks, and some after the briefing's date.
const HARBOUR: &str = "\
format: 1
title: The harbour treaty of 1907
date: 1908-01-01
sections:
  - id: text
    title: What the treaty says
    body:
      - text: The [strike](event:strike) and the [freeze](event:freeze) came first, says [Ben](actor:ben).
      - text: '[Ada](actor:ada) signed [in March](event:signing), under [](article:4).'
      - text: Nothing is cited here.
instruments:
  - {id: harbour, title: Treaty on the Common Harbour, articles: [{number: 4, title: The gate}]}
actors:
  - {id: ada, name: Ada Marsh, kind: person}
  - {id: ben, name: Ben Holt, kind: person}
  - {id: cleo, name: Cleo Ray, kind: person}
events:
  - {id: later, date: 1908-02, title: The bells are sold, text: 'They fetch little, says [Ben](actor:ben).'}
  - {id: far, date: 1950, title: The quay is a museum}
  - {id: strike, date: 1895/1899, title: The long strike, text: The docks stand idle.}
  - {id: freeze, date: 1897-02-01/1897-02-20, title: The harbour freezes over}
  - {id: vote, date: 1897-05, title: A vote of both towns, text: 'Both agree to [Article 4](article:4) in substance, after a long night in the Customs House.'}
  - {id: old, date: 1880, title: The first treaty}
  - {id: second, date: 1907-03-03, title: The bells ring}
  - {id: signing, date: 1907-03-03, title: Treaty signed on the northern quay before both councils and the bishop, text: Rain fell.}
  - {id: year, date: 1907, title: A year of storms}
";

const EMPTY: &str =
    "{format: 1, title: Nothing, sections: [{id: s, title: S, body: [{text: A.}]}]}";

fn at(width: u16, height: u16, keys: &str) -> Desk {
    let mut desk = Desk::open(HARBOUR, width, height);
    desk.press(keys);
    desk
}

#[test]
fn by_year() {
    insta::assert_snapshot!("150x45", at(150, 45, "t").screen());
    insta::assert_snapshot!("80x24", at(80, 24, "t").screen());
    insta::assert_snapshot!("60x20", at(60, 20, "t G").screen());
    insta::assert_snapshot!("20x5", at(20, 5, "t").screen());
}

#[test]
fn by_decade_and_by_month() {
    insta::assert_snapshot!("decades-80x24", at(80, 24, "t -").screen());
    insta::assert_snapshot!("decades-60x20", at(60, 20, "t -").screen());
    insta::assert_snapshot!("months-150x45", at(150, 45, "t +").screen());
    insta::assert_snapshot!("months-60x20", at(60, 20, "t +").screen());
}

#[test]
fn without_colour_and_without_utf8() {
    let mut desk = at(80, 24, "t");
    desk.theme = Theme::new(Name::Mono, Depth::True, true);
    insta::assert_snapshot!("mono", desk.painting());
    let mut desk = Desk::bare(80, 24, false);
    let briefing = Arc::new(common::briefing(HARBOUR));
    desk.app.update(Msg::Opened(Opened {
        briefing,
        faults: Vec::new(),
        kept: attache::model::kept::Kept::default(),
    }));
    desk.press("Esc t");
    insta::assert_snapshot!("ascii", desk.screen());
    desk.press("/ b e l l s Enter");
    assert!(desk.screen().is_ascii(), "{}", desk.screen());
}

/// The row of the screen that the cursor is on.
fn row(desk: &Desk) -> String {
    let screen = desk.screen();
    let row = screen.lines().find(|line| line.trim_start().starts_with('▌'));
    row.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// After `keys`, the cursor is on a row that says `expected`.
fn check(keys: &str, expected: &str) {
    let desk = at(80, 40, keys);
    assert!(row(&desk).contains(expected), "after {keys:?}: {}\n{}", row(&desk), desk.screen());
}

#[test]
fn it_begins_where_the_reader_is() {
    // The first that the paragraph cites; else the last before the briefing's date.
    check("t", "1895 ●╮ The long strike");
    check("} t", "● 3 Mar Treaty signed");
    check("} } t", "○ 3 Mar Treaty signed");
    check("} } t -", "1900s ○");
}

#[test]
fn events_are_in_order() {
    let screen = at(80, 40, "t g").screen();
    let titles = [
        "The first treaty",
        "The long strike",
        "The harbour freezes",
        "A vote",
        "end of The long strike",
        "A year of storms",
        "The bells ring",
        "Treaty signed",
        "as of 1 January 1908, 2 events after it",
        "The bells are sold",
        "The quay is a museum",
    ];
    let places: Vec<_> = titles.iter().map(|title| screen.find(title)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{screen}");
}

#[test]
fn time_without_events_is_said() {
    let screen = at(80, 40, "t").screen();
    for words in ["┆ 15 years", "1896 ││", "┆ 8 years", "┆ 42 years"] {
        let squeezed: Vec<_> = screen
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert!(squeezed.iter().any(|line| line.contains(words)), "{words}\n{screen}");
    }
    for words in ["to 1899, 4 years", "to 20 February, 3 weeks"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn every_key_moves_or_zooms() {
    check("t }", "1 Feb The harbour freezes over");
    check("t j", "1 Feb The harbour freezes over");
    check("t k", "The first treaty");
    check("t {", "The first treaty");
    check("t G", "The quay is a museum");
    check("t G g", "The first treaty");
    // The cursor stays on its event, however close it is looked at.
    check("t } +", "Feb 1897 ●│ 1 The harbour freezes over");
    check("t } + -", "1 Feb The harbour freezes over");
    check("t } + +", "Feb 1897 ●│ 1 The harbour freezes over");
    check("t } -", "1890s ●");
    check("t } - -", "1890s ●");
    check("t } - +", "1 Feb The harbour freezes over");
    // From a decade Enter leads to its first event, what came after the date apart.
    check("t - G Enter", "1950 ○ The quay is a museum");
    check("t - G { Enter", "1908 ○ Feb The bells are sold");
    check("t - g Enter", "1880 ○ The first treaty");
    check("} t - } Enter", "1908 ○ Feb The bells are sold");
    check("} t - } { Enter", "1907 ○ A year of storms");
}

#[test]
fn an_event_leads_to_who_cites_it_and_back() {
    let mut desk = at(100, 14, "} } t");
    let before = desk.screen();
    desk.press("Enter");
    assert!(matches!(desk.app.overlays()[1].view, View::Card(_)));
    desk.press("Enter Enter");
    assert_eq!(desk.focus(), "text/p2");
    assert!(desk.app.overlays().is_empty());
    desk.press("Backspace Esc");
    assert_eq!(desk.screen(), before);
    desk.press("G Enter");
    assert!(desk.screen().contains("not cited in the text"), "{}", desk.screen());
}

#[test]
fn links_in_the_events_texts_are_followed() {
    let desk = at(80, 24, "t + G { l Enter");
    assert!(desk.screen().contains("Ben Holt, cited once"), "{}", desk.screen());
}

/// After `keys`, the header ends with `status`, and the screen has `words` in it and not `not`.
fn filtered(keys: &str, status: &str, words: &str, not: &str) {
    let desk = at(80, 40, keys);
    let screen = desk.screen();
    let header = screen.lines().next().unwrap_or_default();
    assert!(header.ends_with(status), "after {keys:?}: {header}");
    assert!(screen.contains(words), "after {keys:?}: no {words:?}\n{screen}");
    assert!(!screen.contains(not), "after {keys:?}: {not:?}\n{screen}");
}

#[test]
fn filters() {
    filtered("t", " 9 events · by year", "The first treaty", " of 9");
    // By words, in title or text, as they are typed.
    filtered("t / b E", " 3 of 9 · “bE” · by year", "The bells ring", "storms");
    filtered("t / r a i n Enter", " 1 of 9 · “rain” · by year", "Treaty signed", "bells");
    filtered("t / r a i n Esc", " 9 events · by year", "bells", "“");
    filtered("t / b e Enter / l l Esc", " 3 of 9 · “be” · by year", "bishop", "storms");
    filtered("t / b e Enter -", " 3 of 9 · “be” · by decade", "1900s", "1890s ○");
    filtered("t / x y z", " 0 of 9 · “xyz” · by year", "No event has “xyz” in it.", "bells");
    // By an actor or an article: what links it, or is cited beside it.
    filtered("t F Enter", " 3 of 9 · with Ben Holt · by year", "The bells are sold", "bishop");
    filtered("t F } Enter", " 1 of 9 · with Ada Marsh · by year", "bishop", "bells");
    filtered("t F } } Enter", " 2 of 9 · with Article 4 · by year", "A vote", "bells");
    filtered("t F Enter F", " 9 events · by year", "bishop", "with Ben");
    filtered("t F Esc", " 9 events · by year", "bishop", "Show the events");
    filtered(
        "t F Enter / d o c k s Enter",
        " 1 of 9 · with Ben Holt · “docks” · by year",
        "The long strike",
        "freezes",
    );
    // Who has to do with no event is not offered.
    filtered("t F", "", "3 events", "Cleo Ray");
}

#[test]
fn escape_takes_off_one_filter_after_the_other_and_then_closes() {
    let mut desk = at(80, 40, "t F Enter / d o c k s Enter Esc");
    assert!(desk.screen().contains("3 of 9 · with Ben Holt · by year"), "{}", desk.screen());
    desk.press("Esc");
    assert!(desk.screen().contains("9 events"), "{}", desk.screen());
    assert!(matches!(desk.app.overlays()[0].view, View::Timeline(_)));
    desk.press("Esc");
    assert!(desk.app.overlays().is_empty());
}

#[test]
fn the_cursor_stays_on_its_event_through_filters() {
    check("t } / f r e e Enter Esc", "The harbour freezes over");
    check("t } } / b e l l s Esc", "A vote of both towns");
    // Where that is left out, on the next one.
    check("t } } / b e l l s", "3 Mar The bells ring");
    check("t } } F Enter", "1908 ○ Feb The bells are sold");
}

#[test]
fn the_footer_offers_what_does_something() {
    let footer =
        |keys: &str| at(150, 45, keys).screen().lines().last().unwrap_or_default().to_owned();
    assert!(footer("t").contains("+ near   - far   F only   / filter   Esc close"));
    assert!(!footer("t +").contains("+ near"), "{}", footer("t +"));
    assert!(!footer("t -").contains("- far"), "{}", footer("t -"));
    assert!(footer("t -").contains("⏎ its years"), "{}", footer("t -"));
    assert!(footer("t F Enter").contains("F all   / filter   Esc unfilter"));
    assert!(!footer("t / x y z Enter").contains("follow"), "{}", footer("t / x y z Enter"));
}

#[test]
fn a_briefing_without_events_or_without_a_date() {
    let mut desk = Desk::open(EMPTY, 80, 24);
    desk.press("t + - / x Enter F Esc Esc");
    assert!(desk.screen().contains("The briefing has no events."), "{}", desk.screen());
    let mut desk = Desk::open(&HARBOUR.replace("date: 1908-01-01\n", ""), 80, 40);
    desk.press("} } t");
    assert!(!desk.screen().contains("as of") && row(&desk).contains("The first treaty"));
    desk.press("-");
    assert!(!desk.screen().contains("as of"), "{}", desk.screen());
}

#[test]
fn all_events_before_the_date_or_all_after_it() {
    let dated = |date: &str| {
        let yaml = HARBOUR.replace("date: 1908-01-01\n", &format!("date: {date}\n"));
        Desk::open(&yaml, 80, 40).press("} } t").screen()
    };
    // A month or a year counts as a whole.
    for (date, words) in [
        ("1870", "as of 1870, 9 events after it"),
        ("1907", "as of 1907, 2 events after it"),
        ("1908-02", "as of February 1908, 1 event after it"),
        ("1999", "as of 1999 ──"),
    ] {
        assert!(dated(date).contains(words), "{date}\n{}", dated(date));
    }
}

#[test]
fn thousands_of_events_are_shown_in_part() {
    let mut yaml =
        "format: 1\ntitle: T\nsections: [{id: s, title: S, body: [{text: A.}]}]\nevents:\n"
            .to_owned();
    for n in 0..5000 {
        let (year, month) = (1000 + n / 5, n % 12 + 1);
        let _ = writeln!(yaml, "  - {{id: e{n}, date: {year}-{month:02}, title: Event {n}}}");
    }
    let mut desk = Desk::open(&yaml, 80, 24);
    desk.press("t G");
    assert!(desk.screen().contains("Event 499"), "{}", desk.screen());
    desk.press("/ 4 9 9 7");
    assert!(desk.screen().contains("1 of 5000"), "{}", desk.screen());
}
