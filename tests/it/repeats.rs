//! A number before a key, as in vi and less; the keys of less that scroll; second keys for the first motion.

use attache::desk::Prompt;
use attache::model::kept::Change;

use crate::common::{Desk, sample};

/// After `keys` all is as after `same`, but for what is said.
fn check(keys: &str, same: &str) {
    let place = |keys: &str| {
        let mut desk = Desk::new(100, 24);
        desk.press(keys);
        let reader = desk.reader();
        let screen = desk.screen();
        let above = screen.trim_end().rsplit_once('\n').map(|(above, _)| above.to_owned());
        (desk.focus(), reader.pane(reader.active()).cursor(), above)
    };
    assert_eq!(place(keys), place(same), "{keys} and {same}");
}

/// What is said after `keys`.
fn said(keys: &str, expected: Option<&str>) {
    let mut desk = Desk::new(100, 24);
    desk.press(keys);
    assert_eq!(desk.app.said(), expected, "{keys}\n{}", desk.screen());
}

#[test]
fn a_number_repeats_what_takes_a_step() {
    check("5 j", "j j j j j");
    check("4 }", "} } } }");
    check("0 2 }", "} }");
    check("0 1 2 j", "j j j j j j j j j j j j");
    check("4 ) 4 k", "} } } } k k k k");
    check("5 Space", "Space Space Space Space Space");
    check("0 2 ]", "] ]");
    check("6 Space 4 b", "Space Space Space Space Space Space b b b b");
    check("] 5 {", "] { { { { {");
    check("7 d 4 u", "d d d d d d d u u u u");
    check("4 Ctrl-e", "Ctrl-e Ctrl-e Ctrl-e Ctrl-e");
    check("l 4 j", "l j j j j");
    check("L Enter 4 }", "L Enter } } } }");
    check("p 4 }", "p } } } }");
    check("0 2 Tab", "Tab Tab");
    check("4 Right", "l l l l");
    check("v 3 w", "v w w w");
    check("v 2 )", "v ) )");
    check("o 2 j", "o j j");
    check("t 3 +", "t + + +");
    check("x 2 l", "x l l");
    check("/ t h e Enter 5 n", "/ t h e Enter n n n n n");
    check("/ q u a y Enter 4 n", "/ q u a y Enter n n n n");
    check("/ q u a y Enter 5 N", "/ q u a y Enter N N N N N");
    check("/ q u a y Enter { 0 2 n", "/ q u a y Enter { n n");
    check("/ q u a y Enter G 0 2 N", "/ q u a y Enter G N N");
    check("/ g a t e Enter ; 0 3 n", "/ g a t e Enter ; n n n");
    check("/ q u a y Enter ; 4 n 0 2 N", "/ q u a y Enter ; n n n n N N");
    check("/ q u a y Enter ; 5 j 0 2 k", "/ q u a y Enter ; j j j j j k k");
    check("/ q u a y Enter ; 0 2 Space Enter", "/ q u a y Enter ; Space Space Enter");
    check("l Enter l Enter 4 Backspace", "l Enter l Enter Backspace Backspace Backspace Backspace");
    // Letters and digits of another keyboard.
    check("5 ㅓ", "j j j j j");
    check("٥ j", "j j j j j");
    // More than there is, at once.
    check("9 9 9 j", "G");
    check("9 9 9 9 9 9 9 9 9 9 9 k", "");
    check("0 j", "j");
}

#[test]
fn a_number_before_an_end_is_the_number_of_what_is_gone_to() {
    check("0 3 G", "} }");
    check("4 g", "} } }");
    check("o 0 2 G", "o g }");
    check("2 0 3 G", "2 g } }");
    said("9 9 G", Some("Section 1 What the treaty says ends with ¶ 7."));
    check("9 9 G", "");
    // From the beginning on, what is passed is no news.
    said("o g 0 3 G", None);
    said("3 0 2 G", None);
    said("o g 0 1 G", Some("this is the beginning"));
}

#[test]
fn a_number_is_shown_and_let_go_of() {
    said("5", Some("count: 5"));
    said("0 1 2", Some("count: 12"));
    said("9 9 9 9", Some("count: 999"));
    said("5 Esc", None);
    check("5 Esc j", "j");
    // Esc lets go of the number alone.
    check("o 5 Esc j", "o j");
    check("5 Z j", "j");
}

#[test]
fn what_takes_no_number_says_so_and_is_done_once() {
    said("5 o", Some("o takes no count"));
    check("5 o", "o");
    said("5 Tab", None);
    said("5 z", Some("z takes no count"));
}

/// The digits of the panes are commands, and no key waits to see whether another follows.
#[test]
fn a_digit_of_a_pane_says_how_it_begins_a_number() {
    check("2", "Tab");
    said("2", None);
    said("2 j", Some("2 is a pane; 02j counts"));
    said("1 7 }", Some("1 is a pane; 017} counts"));
    said("1 0 j", Some("1 is a pane; 010j counts"));
    said("1 1 4 }", Some("1 1 are panes; 0114} counts"));
    said("2 3 j", Some("2 3 are panes; 023j counts"));
    // Once is enough.
    said("2 j 1 3 j", None);
    // A number of a paragraph is told each time: it led elsewhere.
    for before in ["", "2 j "] {
        said(&format!("{before}1 2 G"), Some("1 2 are panes; 012G counts"));
        said(&format!("{before}1 5 G"), Some("1 is a pane; 015G counts"));
    }
    check("1 5 G", "5 G");
    check("2 5 Esc 1 5 G", "5 G");
    // What comes between is no number.
    said("1 j 5 G", None);
    said("2 j k 1 j 5 G", None);
    said("2 j 1 5 Esc 5 G", None);
    said("4 5 G", Some("Section 1 What the treaty says ends with ¶ 7."));
    check("0 1 2 G", "1");
    // Where they are no panes they are numbers.
    said("o 3", Some("count: 3"));
    said("v 1 2", Some("count: 12"));
}

#[test]
fn less_scrolls_here() {
    check("Ctrl-f", "PgDn");
    check("Ctrl-f Ctrl-b", "PgDn PgUp");
    check("v Ctrl-f", "v PgDn");
    check("o Ctrl-f", "o PgDn");
    // The screen goes on by a line, and the line that is read stays the same one.
    let mut desk = Desk::new(100, 24);
    desk.press("j j j j j");
    let read = |desk: &Desk| {
        let pane = desk.reader().pane(desk.reader().active());
        (pane.cursor(), pane.cursor_row())
    };
    let (cursor, row) = read(&desk);
    desk.press("Ctrl-e");
    assert_eq!(read(&desk), (cursor, row - 1), "{}", desk.screen());
    desk.press("Ctrl-y");
    assert_eq!(read(&desk), (cursor, row));
    // At the edge of the screen it goes along, until the last row is in view, or the first.
    for (key, more) in [("Ctrl-e", (true, false)), ("Ctrl-y", (false, true))] {
        for _ in 0..40 {
            desk.press(key);
            let pane = desk.reader().pane(desk.reader().active());
            assert!(pane.cursor_row() < pane.size().1, "{}", desk.screen());
        }
        let pane = desk.reader().pane(desk.reader().active());
        assert_eq!(pane.more(), more, "{key}\n{}", desk.screen());
    }
}

#[test]
fn the_first_motion_has_a_plain_key_on_every_keyboard() {
    for key in [")", "Ctrl-Down"] {
        check(key, "}");
        check(&format!("3 {key}"), "3 }");
    }
    // In the articles pane the plain pair goes along the instrument.
    check("2 Ctrl-Down", "2 }");
    for key in ["(", "Ctrl-Up"] {
        check(&format!("}} }} {key}"), "} } {");
    }
    check("Alt-Down", "]");
    check("Alt-Down Alt-Up", "] [");
    // While words are chosen these go along sentences.
    check("v )", "v s");
    let has = |desk: Desk| assert!(desk.screen().contains("} ) next"), "{}", desk.screen());
    for (width, height) in [(150, 45), (100, 30), (80, 24), (60, 20)] {
        has(Desk::new(width, height));
        has(Desk::title_page(sample(), width, height));
    }
}

#[test]
fn ctrl_j_begins_a_line_in_a_note_and_is_enter_elsewhere() {
    let mut desk = Desk::new(100, 24);
    desk.press("a").write("one").press("Ctrl-j").write("two");
    assert_eq!(desk.app.prompt().map(Prompt::words), Some("one\ntwo"));
    desk.press("Enter : x Ctrl-j");
    assert!(desk.app.prompt().is_none());
    assert!(desk.screen().contains("actors by articles"), "{}", desk.screen());
}

/// Only where it ends is a place that is kept.
#[test]
fn what_a_number_passes_is_not_where_the_reader_was() {
    let mut desk = Desk::new(100, 24);
    desk.changes.clear();
    desk.press("4 }");
    let places = desk.changes.iter().filter(|change| matches!(change, Change::Position(_)));
    assert_eq!(places.count(), 1, "{:?}", desk.changes);
}
