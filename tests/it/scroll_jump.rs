//! How many rows a motion by lines scrolls at once, where the reader or a slow line asks for several.

#![allow(clippy::expect_used, reason = "a test may fail where it stands")]

use std::fmt::Write as _;

use attache::app::Msg;
use attache::desk::{PaneId, ScrollJump};
use attache::model::kept::Kept;

use crate::common::{Desk, briefing};

/// How it is asked for.
#[derive(Debug, Clone, Copy)]
enum Asked {
    Nothing,
    /// In the file, by this number.
    ByReader(i16),
    BySlowLine,
    /// By a line that has become quick again.
    ByQuickLine,
    /// By both; the reader's number goes before.
    ByBoth(i16),
}

/// A section of 60 paragraphs of one line each, 24 rows high: the text has 20. A paragraph has a blank row
/// above it, and the band in which the cursor is kept is that of the rows 4 to 12.
fn desk(asked: Asked) -> Desk {
    let mut yaml = "format: 1\ntitle: B\nsections:\n- id: s\n  title: S\n  body:\n".to_owned();
    for n in 0..60 {
        let _ = writeln!(yaml, "  - text: Paragraph {n}.");
    }
    let mut desk = Desk::bare(80, 24, true);
    if let Asked::ByReader(number) | Asked::ByBoth(number) = asked {
        desk = desk.with_scroll_jump(ScrollJump::new(number));
    }
    let mut desk = desk.come_to(briefing(&yaml), Kept::default());
    desk.press("Esc");
    match asked {
        Asked::BySlowLine | Asked::ByBoth(_) => _ = desk.send(Msg::SlowLine(true)),
        Asked::ByQuickLine => {
            _ = desk.send(Msg::SlowLine(true)).send(Msg::SlowLine(false));
        }
        Asked::Nothing | Asked::ByReader(_) => {}
    }
    desk
}

/// The first row of the text that is seen, counted from the first of all.
fn top(desk: &Desk) -> usize {
    let pane = desk.reader().pane(PaneId::Text);
    let first = pane.seen().next().expect("something is seen");
    // The opening, and two rows for each paragraph behind it.
    let opening = 1;
    if first.number == 0 { first.row } else { opening + 2 * (first.number - 1) + first.row }
}

/// Presses a key so often, and answers with how many rows each time scrolled that did.
fn scrolled(desk: &mut Desk, key: &str, times: usize) -> Vec<usize> {
    let mut scrolled = Vec::new();
    for _ in 0..times {
        let before = top(desk);
        desk.press(key);
        let row = desk.reader().pane(PaneId::Text).cursor_row();
        let (at, screen) = (desk.drawn().1.cursor.at, desk.screen());
        // Whoever sees or feels it is where the app is.
        let line = screen.lines().nth(at.y.into()).unwrap_or_default();
        assert!(line.contains("▌") && row < 20, "{key}: {at:?}\n{screen}");
        scrolled.extend(Some(top(desk).abs_diff(before)).filter(|rows| *rows > 0));
    }
    scrolled
}

#[track_caller]
fn check(asked: Asked, key: &str, times: usize, expected: &[usize]) {
    let mut desk = desk(asked);
    if key == "k" {
        desk.press("G");
    }
    assert_eq!(scrolled(&mut desk, key, times), expected, "{asked:?}, {key}");
}

#[test]
fn a_line_beyond_the_middle_scrolls_so_many_rows() {
    // Every paragraph is two rows on.
    for asked in [Asked::Nothing, Asked::ByReader(1), Asked::ByQuickLine, Asked::ByBoth(1)] {
        check(asked, "j", 10, &[2, 2, 2, 2, 2]);
        check(asked, "k", 12, &[1, 2, 2, 2, 2, 2]);
    }
    check(Asked::ByReader(5), "j", 16, &[6, 6, 6, 6]);
    check(Asked::ByReader(5), "k", 16, &[5, 6, 6, 6]);
    // Of 20 rows a third is 6.
    for asked in [Asked::ByReader(-33), Asked::BySlowLine, Asked::ByBoth(-33)] {
        check(asked, "j", 16, &[7, 6, 6, 6]);
    }
    // However many are asked for, the line that is read stays within the band.
    for asked in [Asked::ByReader(1000), Asked::ByReader(-100), Asked::ByBoth(19)] {
        check(asked, "j", 16, &[10, 10, 10]);
        check(asked, "k", 16, &[9, 10]);
    }
}

#[test]
fn so_do_the_arrows_and_a_number_before_the_key() {
    check(Asked::ByReader(5), "Down", 16, &[6, 6, 6, 6]);
    let mut desk = desk(Asked::ByReader(5));
    desk.press("9 j");
    let mut lines = self::desk(Asked::ByReader(5));
    scrolled(&mut lines, "j", 9);
    assert_eq!(desk.screen(), lines.screen());
}

#[test]
fn a_paragraph_a_page_or_one_row_scrolls_as_ever() {
    for key in ["}", "Space", "d", "Ctrl-e", "n"] {
        let (mut usual, mut slow) = (desk(Asked::Nothing), desk(Asked::BySlowLine));
        for desk in [&mut usual, &mut slow] {
            desk.press("/").write("paragraph 3").press("Enter g");
        }
        assert_eq!(scrolled(&mut slow, key, 12), scrolled(&mut usual, key, 12), "{key}");
    }
}

#[test]
fn lists_scroll_so_too_where_the_mark_leaves_them() {
    for (asked, expected) in
        [(Asked::Nothing, [0, 0, 0].as_slice()), (Asked::ByReader(4), &[3, 3, 3])]
    {
        let mut desk = desk(asked);
        desk.press("?");
        let first = |desk: &Desk| {
            let pane = desk.app.overlays().last().expect("the list is open").pane();
            pane.seen().next().map(|row| (row.number, row.row))
        };
        // So many keys move only the mark, between those that scroll.
        let mut keys = vec![0];
        for _ in 0..40 {
            let before = first(&desk);
            desk.press("j");
            match keys.last_mut() {
                Some(last) if first(&desk) == before => *last += 1,
                _ => keys.push(0),
            }
        }
        assert_eq!(keys.get(1..4), Some(expected), "{asked:?}");
    }
}

#[test]
fn a_line_that_turns_out_to_be_slow_changes_nothing_on_the_screen() {
    for keys in ["", "j j j j j j j j", "Ctrl-e Ctrl-e", "G", "} } }", "z z } }", "2", "?"] {
        let mut desk = Desk::new(80, 24);
        desk.press(keys);
        let before = desk.painting();
        assert_eq!(desk.send(Msg::SlowLine(true)).painting(), before, "{keys}");
        assert_eq!(desk.send(Msg::SlowLine(false)).painting(), before, "{keys}");
    }
}
