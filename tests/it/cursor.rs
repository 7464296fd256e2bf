//! The terminal's cursor is where the reader is. Screen readers and Braille displays follow it, hidden or not.

use ratatui::style::Modifier;

use crate::common::Desk;

/// What can be read, and the keys that lead there.
const PLACES: &[(&str, &str)] = &[
    ("the text", ""),
    ("articles", "2"),
    ("actors", "3"),
    ("the text alone", "z"),
    ("contents", "o"),
    ("the title page", "i"),
    ("the timeline", "t"),
    ("the matrix", "x"),
    ("relations of one", "w"),
    ("relations of all", "w v"),
    ("a comparison", "c"),
    ("evidence", "e"),
    ("questions", "Q"),
    ("a quiz", "Q v"),
    ("marks", "M } M '"),
    ("the trail", "G : p 1 Enter J"),
    ("who cites an article", "2 r"),
    ("matches", "/ s h a l l Enter ;"),
    ("help", "?"),
];

/// What is pressed there, one after the other.
const MOTIONS: &str = "j j k } } { Space G g l l h Right Left d u";

/// Whether the cursor's row has the mark of the line that is read, or its cell stands out. While what is
/// beyond the last entry fills the screen, nothing is marked.
fn is_marked(desk: &Desk) -> bool {
    if desk.app.overlays().last().is_some_and(|top| top.pane().focus().is_none()) {
        return true;
    }
    let (buffer, drawn) = desk.drawn();
    let at = drawn.cursor.at;
    let bar = (0..buffer.area.width).any(|x| buffer[(x, at.y)].symbol() == "▌");
    bar || buffer[at].modifier.contains(Modifier::REVERSED)
}

#[test]
fn it_stands_at_the_line_that_is_read_in_every_pane_and_view() {
    for (width, height) in [(150, 45), (80, 24), (60, 20)] {
        for (place, keys) in PLACES {
            let mut desk = Desk::new(width, height);
            desk.press(keys);
            for key in std::iter::once("").chain(MOTIONS.split_whitespace()) {
                desk.press(key);
                let cursor = desk.drawn().1.cursor;
                let said = format!("{key:?} in {place}: {cursor:?}\n{}", desk.screen());
                assert!(is_marked(&desk), "{said}");
                assert!(!cursor.shown, "{said}");
            }
        }
    }
}

/// Where the cursor stands after `keys` on a screen of 80 by 24, and whether it is shown.
fn cursor(keys: &str) -> (Desk, (u16, u16), bool) {
    let mut desk = Desk::new(80, 24);
    desk.press(keys);
    let cursor = desk.drawn().1.cursor;
    (desk, (cursor.at.x, cursor.at.y), cursor.shown)
}

#[test]
fn it_stands_in_the_first_cell_of_what_is_chosen() {
    for keys in ["l", "l l", "2 l", "w l", "x", "x l"] {
        let (desk, (x, y), shown) = cursor(keys);
        let buffer = desk.buffer();
        let stands_out = |x: u16| {
            let cell = &buffer[(x, y)];
            cell.modifier.contains(Modifier::REVERSED) && cell.symbol() != " "
        };
        assert!(stands_out(x) && !stands_out(x - 1), "{keys:?}: {x}, {y}\n{}", desk.screen());
        assert!(!shown, "{keys:?}");
    }
}

#[test]
fn it_stands_behind_the_letter_that_is_written() {
    for (keys, written) in [("/ s h a", "search: sha"), (": 4", "go to: 4"), ("a x", "note: x")] {
        let (desk, (x, y), shown) = cursor(keys);
        let screen = desk.screen();
        let row = screen.lines().nth(y.into()).unwrap_or_default();
        let before: String = row.chars().take(x.into()).collect();
        assert!(before.ends_with(written), "{keys:?}: {before:?}");
        assert!(shown, "{keys:?}");
    }
}

#[test]
fn it_stands_at_the_first_line_of_a_paragraph_that_is_shown_alone() {
    for keys in ["z z", "z z j", "z z }", "z z } Space"] {
        let (desk, (x, y), _) = cursor(keys);
        let buffer = desk.buffer();
        assert_ne!(buffer[(x, y)].symbol(), " ", "{keys:?}\n{}", desk.screen());
        assert!(y > 2, "{keys:?}: {y}\n{}", desk.screen());
    }
}

#[test]
fn it_stays_on_the_smallest_screens() {
    for (width, height) in [(20, 5), (19, 4), (1, 1), (0, 0)] {
        for (place, keys) in PLACES {
            let mut desk = Desk::new(width, height);
            desk.press(keys);
            let at = desk.drawn().1.cursor.at;
            assert!(at.x < width.max(1) && at.y < height.max(1), "{place}: {at:?}");
        }
    }
}
