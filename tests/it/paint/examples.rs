//! Bytes that one can read.

use attache::runtime::paint::{Means, Painter, Scrolling};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style, Stylize};
use ratatui::text::Line;

use super::judge;

const BARE: Means = Means {
    scroll: Some(Scrolling::Panning),
    margins: false,
    synchronized: false,
    erase: true,
    direct: true,
};

/// The bytes between two screens, with `ESC [` shown as `^`.
#[track_caller]
fn bytes(from: &Buffer, to: &Buffer) -> String {
    let bytes = judge::paint(BARE, from, to);
    String::from_utf8(bytes).unwrap().replace("\x1b[", "^")
}

#[track_caller]
fn check<const N: usize>(from: [&str; N], to: [&str; N], expect: &str) {
    let (from, to) = (Buffer::with_lines(from), Buffer::with_lines(to));
    assert_eq!(from.area, to.area, "{from:?} {to:?}");
    assert_eq!(bytes(&from, &to), expect);
}

#[test]
fn an_unchanged_screen_needs_no_byte() {
    let buffer = Buffer::with_lines(["조약 제1조", "plain"]);
    let out = judge::bytes(Means::default(), &buffer, &buffer);
    assert_eq!(out, b"");
}

#[test]
fn the_cursor_takes_the_shortest_way() {
    check(["abc"], ["xbc"], "^Hx");
    check(["abc"], ["abx"], "^;3Hx");
    // One unchanged letter is shorter than a move, ten are not.
    check(["abc"], ["xbx"], "^Hxbx");
    check(["a123456789b"], ["x123456789y"], "^Hx^9Cy");
    // The next row: CNL, then what stands there once more.
    check(["abcd", "efgh"], ["axcd", "xfgh"], "^;2Hx^Ex");
    check(["abcd", "efgh"], ["abxd", "exgh"], "^;3Hx^Eex");
    check(["abcd", "efgh"], ["axcd", "efxh"], "^;2Hx^Bx");
    // Behind the last column the column is unknown, the row is not.
    check(["ab", "cd"], ["ax", "cx"], "^;2Hx^Ecx");
    check(["ab", "cd", "ef"], ["ax", "cd", "ex"], "^;2Hx^2Eex");
}

#[test]
fn blanks_are_erased_where_that_is_shorter() {
    check(["a long line", "b"], ["a          ", "b"], "^;3H^K");
    check(["a line that ends|"], ["a               |"], "^;3H^14X");
    check(["abc|"], ["a  |"], "^;2H  ");
    check(["a line that ends|"], ["z               ?"], "^Hz ^14X^17G?");
}

#[test]
fn coloured_blanks_are_written() {
    let from = Buffer::with_lines(["some words here"]);
    let mut to = Buffer::with_lines(["some           "]);
    to.set_style(to.area, Style::new().bg(Color::Blue));
    assert_eq!(bytes(&from, &to), "^H^44msome           ^m");
    assert_eq!(bytes(&to, &from), "^Hsome words here");
}

#[test]
fn styles_change_by_the_fewest_codes() {
    let cases: [(Line, &str); 8] = [
        (Line::from(vec!["a".bold(), "b".red()]), "^H^1ma^;31mb^m"),
        (Line::from(vec!["a".bold().red(), "b".red()]), "^H^1;31ma^22mb^m"),
        (Line::from(vec!["a".bold().dim().red(), "b".dim().red()]), "^H^1;2;31ma^22;2mb^m"),
        (Line::from(vec!["a".underlined().italic(), "b".into()]), "^H^3;4ma^mb"),
        (Line::from(vec!["a".crossed_out().light_blue(), "b".light_blue()]), "^H^9;94ma^29mb^m"),
        (
            Line::from(vec!["a".fg(Color::Indexed(208)), "b".fg(Color::Rgb(1, 2, 3))]),
            "^H^38;5;208ma^38;2;1;2;3mb^m",
        ),
        // Between two words the space keeps the colour; it is not underlined with two links.
        (Line::from(vec!["a".red(), "-".red(), " ".into(), "b".red()]), "^H^31ma- b^m"),
        (
            Line::from(vec!["a".red().underlined(), " ".into(), "b".red().underlined()]),
            "^H^4;31ma^Cb^m",
        ),
    ];
    for (line, expect) in cases {
        let mut to = Buffer::with_lines([line]);
        let from = Buffer::empty(to.area);
        // The emulator has one intensity, bold or dim.
        let both = Modifier::BOLD | Modifier::DIM;
        if to[(0, 0)].modifier.contains(both) {
            let out = judge::bytes(BARE, &from, &to);
            assert_eq!(String::from_utf8(out).unwrap().replace("\x1b[", "^"), expect);
            to[(0, 0)].modifier.remove(Modifier::DIM);
            continue;
        }
        assert_eq!(bytes(&from, &to), expect);
    }
}

#[test]
fn no_wide_symbol_is_left_in_half() {
    check(["가나"], ["a 나"], "^Ha ");
    check(["a 나"], ["가나"], "^H가");
    check(["가나"], [" 가 "], "^H 가 ");
    check([" 가나 "], ["가나다"], "^H가나다");
    check(["가나다라"], ["가 나 라"], "^;3H 나 ");
}

#[test]
fn what_covers_half_a_wide_symbol_is_shown() {
    let from = Buffer::with_lines(["가나다"]);
    let mut to = from.clone();
    to[(3, 0)].set_symbol("│");
    let out = judge::bytes(BARE, &from, &to);
    assert_eq!(String::from_utf8(out).unwrap(), "\x1b[;3H │");
}

#[test]
fn a_cluster_of_disputed_width_is_followed_by_an_absolute_move() {
    let from = Buffer::with_lines(["abcdefghijkl"]);
    let mut to = Buffer::with_lines(["    efghijkl"]);
    to[(0, 0)].set_symbol("👍🏽");
    let out = judge::bytes(BARE, &from, &to);
    // The columns that a naive terminal draws it in are blanked; nobody else writes there.
    assert_eq!(String::from_utf8(out).unwrap(), "\x1b[H    \x1b[H👍🏽");
    to[(4, 0)].set_symbol("E");
    let out = judge::bytes(BARE, &from, &to);
    assert_eq!(String::from_utf8(out).unwrap(), "\x1b[H    \x1b[H👍🏽\x1b[5GE");
    let to = Buffer::with_lines(["e\u{301}cdefghijkl "]);
    assert_eq!(bytes(&Buffer::empty(to.area), &to), "^He\u{301}cdefghijkl");
}

#[test]
fn nothing_in_a_cell_is_obeyed() {
    for evil in ["\x1b[2J", "\x1b", "\u{9b}", "\r\n", "a\u{7}", "\u{202e}b", "\u{7f}"] {
        let from = Buffer::with_lines(["abc"]);
        let mut to = from.clone();
        to[(1, 0)].set_symbol(evil);
        let out = judge::bytes(BARE, &from, &to);
        assert_eq!(String::from_utf8(out).unwrap(), "\x1b[;2H?", "{evil:?}");
    }
}

#[test]
fn a_cell_has_a_bound() {
    let from = Buffer::with_lines(["abc"]);
    let mut to = from.clone();
    to[(1, 0)].set_symbol(&format!("b{}", "\u{301}".repeat(250_000)));
    let out = judge::bytes(BARE, &from, &to);
    let shown = format!("\x1b[;2Hb{}", "\u{301}".repeat(31));
    assert_eq!(String::from_utf8(out).unwrap(), shown);
}

#[test]
fn symbols_that_do_not_fit_become_spaces() {
    for symbol in ["가", "", "\u{301}", "\u{200b}"] {
        let from = Buffer::with_lines(["abc"]);
        let mut to = from.clone();
        to[(2, 0)].set_symbol(symbol);
        let out = judge::bytes(BARE, &from, &to);
        assert_eq!(String::from_utf8(out).unwrap(), "\x1b[;3H ", "{symbol:?}");
    }
}

/// What a painter with these means sends where the rows of `area` have moved from `first.0` to `first.1`, with
/// `ESC [` shown as `^`, and `ESC` as `ESC `.
#[track_caller]
fn moved(
    means: Means,
    screen: impl Fn(usize) -> Buffer,
    area: Rect,
    first: (usize, usize),
) -> String {
    let (from, to) = (screen(first.0), screen(first.1));
    let areas = [first.0, first.1].map(|first| [judge::scrolled(area, first)]);
    let [from, to] = [judge::frame(&from, &areas[0]), judge::frame(&to, &areas[1])];
    let bytes = String::from_utf8(judge::paint(means, from, to)).unwrap();
    bytes.replace("\x1b[", "^").replace('\x1b', "ESC ")
}

#[test]
fn rows_are_moved_by_the_terminal() {
    let line = |n: usize| format!("{n} {}", ["never", "the same", "words"][n % 3].repeat(n));
    let screen = |first: usize| {
        let mut lines = vec![format!("{:<100}", "title")];
        lines.extend((first..first + 8).map(line));
        lines.push("status".to_owned());
        Buffer::with_lines(lines)
    };
    let area = Rect::new(0, 1, 100, 8);
    let bytes = |from, to| moved(BARE, screen, area, (from, to));
    let new = |n: usize, row: usize| format!("^{row}H{}", line(n));
    assert_eq!(bytes(1, 2), format!("^2;9r^S^r{}", new(9, 9)));
    assert_eq!(bytes(2, 1), format!("^2;9r^T^r{}", new(1, 2)));
    let three = format!("^7H{}^E{}^E{}", line(9), line(10), line(11));
    assert_eq!(bytes(1, 4), format!("^2;9r^3S^r{three}"));
    // The same by what other terminals have for it.
    let check = |scroll: Option<Scrolling>, first: (usize, usize), expected: &str| {
        let bytes = moved(Means { scroll, ..BARE }, screen, area, first);
        assert!(bytes.starts_with(expected), "{bytes}");
    };
    check(Some(Scrolling::Lines), (1, 3), "^2;9r^2H^2M^r^8H");
    check(Some(Scrolling::Lines), (3, 1), "^2;9r^2H^2L^r^2H");
    check(Some(Scrolling::Index), (1, 3), "^2;9r^9H\n\n^r^8H");
    check(Some(Scrolling::Index), (3, 1), "^2;9r^2HESC MESC M^r^2H");
    check(None, (1, 2), "^2H");
    // Nobody says that they have moved.
    assert!(moved(BARE, screen, Rect::new(0, 1, 100, 7), (1, 1)).is_empty());
    let (from, to) = (screen(1), screen(2));
    assert!(!judge::paint(BARE, &from, &to).contains(&b'S'));
}

#[test]
fn columns_are_moved_where_the_region_has_margins() {
    let line = |n: usize| format!("{n} {}", ["never", "the same", "words"][n % 3].repeat(n));
    let screen = |first: usize| {
        let lines = (0..8).map(|n| format!("{:<50.50}|{:>49.49}", line(first + n), line(n)));
        Buffer::with_lines(lines.chain(["status".to_owned()]))
    };
    let (with, area) = (Means { margins: true, ..BARE }, Rect::new(0, 0, 50, 8));
    let check = |means, first, expected: &str| {
        let bytes = moved(means, screen, area, first);
        assert!(bytes.starts_with(expected), "{bytes}");
        bytes
    };
    let new = "^8H8 wordswordswordswordswordswordswordswords";
    assert_eq!(check(with, (0, 1), "^1;8r"), format!("^1;8r^?69h^1;50s^S^?69l^r{new}"));
    check(with, (1, 0), "^1;8r^?69h^1;50s^T^?69l^r^H0");
    check(Means { scroll: Some(Scrolling::Lines), ..with }, (0, 2), "^1;8r^?69h^1;50s^H^2M^?69l^r");
    check(
        Means { scroll: Some(Scrolling::Index), ..with },
        (0, 2),
        "^1;8r^?69h^1;50s^8H\n\n^?69l^r",
    );
    // Without, all columns move or none.
    check(BARE, (0, 1), "^H1");
    check(Means { scroll: None, ..with }, (0, 1), "^H1");
    // All columns need no margins.
    let all = moved(with, screen, Rect::new(0, 0, 100, 8), (0, 0));
    assert!(all.is_empty(), "{all}");
    // Nobody knows what was set before a frame that is painted whole.
    let mut whole = Vec::new();
    Painter::new(with).paint(&screen(0), &mut whole);
    assert!(whole.starts_with(b"\x1b[?69l\x1b[r\x1b[m\x1b[2J"));
}

#[test]
fn no_wide_symbol_is_cut_by_a_margin() {
    let screen = |first: usize, wide: bool| {
        let row = |n: usize| match (n, wide) {
            (4, true) => format!("{:<19}가{:<19}", n * 1_234_567, "of the other pane"),
            _ => format!("{:<20}|{:<19}", n * 7_654_321, "of the other pane"),
        };
        Buffer::with_lines((first..first + 9).map(row))
    };
    let area = Rect::new(0, 0, 20, 9);
    let means = Means { margins: true, ..BARE };
    assert!(moved(means, |first| screen(first, false), area, (1, 2)).contains("^?69h"));
    assert!(!moved(means, |first| screen(first, true), area, (1, 2)).contains("^?69h"));
    // It may come to stand there afterwards.
    let mut found = moved(means, |first| screen(first, first == 2), area, (1, 2));
    assert!(found.contains("^?69h"), "{found}");
    found = moved(means, |first| screen(first, true), Rect::new(20, 0, 20, 9), (1, 2));
    assert!(!found.contains("^?69h"), "{found}");
}

#[test]
fn without_a_column_or_a_row_alone_the_cursor_goes_by_place() {
    let few =
        Means { scroll: None, synchronized: false, erase: false, margins: false, direct: false };
    let check = |from: [&str; 2], to: [&str; 2], expected: &str| {
        let (from, to) = (Buffer::with_lines(from), Buffer::with_lines(to));
        let bytes = judge::paint(few, &from, &to);
        assert_eq!(String::from_utf8(bytes).unwrap().replace("\x1b[", "^"), expected);
    };
    check(["abcd", "efgh"], ["axcd", "xfgh"], "^;2Hx^2Hx");
    check(["abcd", "efgh"], ["axcd", "efxh"], "^;2Hx^Bx");
    check(["a123456789b", ""], ["x123456789y", ""], "^Hx^9Cy");
    check(["a line that ends|", ""], ["a               |", ""], &format!("^;3H{}", " ".repeat(14)));
    check(["a line that ends.", ""], ["a                ", ""], "^;3H^K");
}

#[test]
fn a_frame_is_synchronized() {
    let (from, to) = (Buffer::with_lines(["a"]), Buffer::with_lines(["b"]));
    let bytes = judge::paint(Means::default(), &from, &to);
    assert_eq!(bytes, b"\x1b[?2026h\x1b[Hb\x1b[?2026l");
}

#[test]
fn another_size_is_painted_whole() {
    let (from, to) = (Buffer::with_lines(["abc"]), Buffer::with_lines(["ab", "c"]));
    let out = judge::bytes(BARE, &from, &to);
    assert_eq!(out, b"\x1b[r\x1b[m\x1b[2J\x1b[Hab\x1b[Ec");
    let nothing = Buffer::empty(Rect::ZERO);
    assert_eq!(judge::bytes(BARE, &nothing, &nothing), b"");
}
