//! Hyperlinks (OSC 8): what they cost, and that they are right whatever part of a row is painted.

use attache::runtime::paint::{Frame, Means, Scrolling};
use attache::ui::{Hyperlinks, ScrollArea};
use proptest::collection;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::judge;

const BARE: Means = Means {
    scroll: Some(Scrolling::Panning),
    margins: false,
    synchronized: false,
    erase: true,
    direct: true,
};

/// Rows of text; what stands between `<` and `>` leads to `https://a.b/`, and between `{` and `}` to
/// `mailto:c`. The marks themselves take a column.
fn picture(rows: &[&str]) -> (Buffer, Hyperlinks) {
    let buffer = Buffer::with_lines(rows.iter().map(|row| row.replace(['<', '>', '{', '}'], " ")));
    let mut links = Hyperlinks::default();
    for (y, row) in (0..).zip(rows) {
        let columns = row.chars().map(|c| u16::from(!c.is_ascii()) + 1);
        let mut at = 0;
        let mut open = 0;
        for (c, wide) in row.chars().zip(columns) {
            match c {
                '<' | '{' => open = at + 1,
                '>' => links.add(y, open..at, "https://a.b/"),
                '}' => links.add(y, open..at, "mailto:c"),
                _ => {}
            }
            at += wide;
        }
    }
    (buffer, links)
}

/// A picture of which some rows scroll.
fn frame<'a>(picture: &'a (Buffer, Hyperlinks), scroll_areas: &'a [ScrollArea]) -> Frame<'a> {
    let (buffer, links) = picture;
    Frame { hyperlinks: Some(links), ..judge::frame(buffer, scroll_areas) }
}

/// The bytes from one picture to another, links shown as in [`picture`] and `ESC [` as `^`.
#[track_caller]
fn check(from: &[&str], to: &[&str], expect: &str) {
    let (from, to) = (picture(from), picture(to));
    let bytes = judge::paint_linked(BARE, frame(&from, &[]), frame(&to, &[]));
    let bytes = String::from_utf8(bytes).unwrap();
    let bytes = bytes.replace("\x1b]8;id=1;https://a.b/\x1b\\", "<");
    let bytes = bytes.replace("\x1b]8;id=1;mailto:c\x1b\\", "{");
    assert_eq!(bytes.replace("\x1b]8;;\x1b\\", ">").replace("\x1b[", "^"), expect);
}

#[test]
fn a_link_begins_and_ends_where_its_words_do() {
    check(&["               "], &["go <there> now "], "^Hgo  <there^2C>now");
    // Moving the cursor writes nothing, so a link may end behind a move. The last ends with the frame.
    check(&["        "], &[" <there>"], "^;3H<there>");
    // From one to the next at once.
    check(&["      "], &["<a>{b}"], "^;2H<a^5G{b>");
}

#[test]
fn only_what_changed_is_written() {
    check(&["go <there> now"], &["go <there> now"], "");
    // Cells that lead somewhere else are other cells, though they read the same.
    check(&["go  there  now"], &["go <there> now"], "^;5H<there>");
    check(&["go <there> now"], &["go  there  now"], "^;5Hthere");
    check(&["go <there> now"], &["go {there} now"], "^;5H{there>");
    // A part of a link is written inside the link, and the rest of the row outside.
    check(&["go <there> now"], &["go <thexe> not"], "^;8H<x^5C>t");
    check(&["go <there> now"], &["go            "], "^;5H^K");
}

#[test]
fn spaces_in_a_link_are_part_of_it() {
    check(&["                "], &["<over  there>   "], "^;2H<over  there>");
    check(&["<over there>"], &["<over-there>"], "^;6H<->");
}

#[test]
fn a_wide_symbol_leads_somewhere_with_both_its_columns() {
    check(&["가나다  "], &["가<나>  "], "^;3H <나> ");
}

#[test]
fn a_link_outlasts_a_change_of_style() {
    let mut to = picture(&["<over it>"]);
    to.0.set_style(Rect::new(6, 0, 2, 1), Style::new().fg(Color::Red));
    let from = Buffer::empty(to.0.area);
    let bytes = judge::paint_linked(BARE, (&from).into(), frame(&to, &[]));
    let bytes = String::from_utf8(bytes).unwrap();
    assert_eq!(bytes.matches("\x1b]8;").count(), 2, "{bytes:?}");
}

#[test]
fn rows_moved_by_the_terminal_take_their_links_along() {
    let words =
        |n: usize| format!("{n} {} <link {n}>", ["never", "the same", "words"][n % 3].repeat(n));
    let rows = |first: usize| -> Vec<String> { (first..first + 8).map(words).collect() };
    let screen = |first| {
        let rows = rows(first);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let mut padded: Vec<String> = rows.iter().map(|row| format!("{row:<100}")).collect();
        padded.push(format!("{:<100}", "status"));
        let padded: Vec<&str> = padded.iter().map(String::as_str).collect();
        picture(&padded)
    };
    let (from, to) = (screen(1), screen(2));
    let areas = [1, 2].map(|first| [judge::scrolled(Rect::new(0, 0, 100, 8), first)]);
    let (from, to) = (frame(&from, &areas[0]), frame(&to, &areas[1]));
    let bytes = String::from_utf8(judge::paint_linked(BARE, from, to)).unwrap();
    assert!(bytes.contains("\x1b[S"), "{bytes:?}");
    assert_eq!(bytes.matches("https://a.b/").count(), 1, "{bytes:?}");
}

#[test]
fn a_painter_without_links_writes_none() {
    let (from, _) = picture(&["          "]);
    let (to, _) = picture(&["<over it> "]);
    let out = judge::bytes(BARE, &from, &to);
    assert_eq!(String::from_utf8(out).unwrap(), "\x1b[;2Hover it");
}

#[test]
fn an_address_can_end_no_sequence() {
    let check = |address: &str, expect: Option<&str>| {
        let mut links = Hyperlinks::default();
        links.add(0, 0..1, address);
        assert_eq!(links.row(0).map(|(_, address)| address).next(), expect, "{address:?}");
    };
    check("https://example.org/a;b?c=%20#d", Some("https://example.org/a;b?c=%20#d"));
    check("HTTPS://example.org/", Some("HTTPS://example.org/"));
    check("http://a/\x1b\\x", Some("http://a/%1B%5Cx"));
    check("http://a/\u{9c}\x07 \n", Some("http://a/%C2%9C%07%20%0A"));
    check("https://한국.kr/<조약>", Some("https://%ED%95%9C%EA%B5%AD.kr/%3C%EC%A1%B0%EC%95%BD%3E"));
    check("mailto:ada@example.org", Some("mailto:ada@example.org"));
    for other in ["file:///etc/passwd", "javascript:x", "ssh://a", "httpsx", "", "article:4"] {
        check(other, None);
    }
    check(&format!("https://a/{}", "x".repeat(3000)), None);
}

/// A row of words, some of them links.
fn row() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => "[a-d ]{1,9}",
        2 => "<[a-d가 ]{1,6}>",
        1 => "\\{[a-d ]{1,6}\\}",
        1 => "[가나]{1,3}",
        1 => " {4,12}",
    ];
    collection::vec(part, 1..6).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_terminal_follows(
        rows in collection::vec(row(), 9),
        changes in collection::vec(prop::option::weighted(0.3, row()), 9),
        by in 0..3_usize,
        columns in 20..=60_u16,
    ) {
        let width = 60;
        let pad = |row: &String| {
            let used: usize = row.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            format!("{row}{}", " ".repeat(width - used.min(width)))
        };
        let from: Vec<String> = rows.iter().map(pad).collect();
        let moved = rows.iter().cycle().skip(by).take(rows.len());
        let to: Vec<String> =
            moved.zip(&changes).map(|(row, change)| pad(change.as_ref().unwrap_or(row))).collect();
        let from: Vec<&str> = from.iter().map(String::as_str).collect();
        let to: Vec<&str> = to.iter().map(String::as_str).collect();
        let (from, to) = (picture(&from), picture(&to));
        prop_assume!(from.0.area == to.0.area);
        let areas = [0, by].map(|first| [judge::scrolled(Rect { width: columns, ..from.0.area }, first)]);
        let (from, to) = (frame(&from, &areas[0]), frame(&to, &areas[1]));
        for margins in [false, true] {
            judge::paint_linked(Means { margins, ..BARE }, from, to);
        }
    }
}
