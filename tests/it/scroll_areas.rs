//! What moves is told: rows that stand higher or lower than before are named the same in both frames.

use std::collections::BTreeSet;

use attache::desk::{Item, PaneId};
use attache::ui::ScrollArea;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::common::Desk;

/// What scrolls, and the keys that lead there.
const PLACES: &[(&str, &str)] = &[
    ("the text", ""),
    ("the text while a search is on", "/ t h e Enter"),
    ("articles", "2"),
    ("actors", "3"),
    ("the text alone", "z"),
    ("a paragraph alone", "z z } }"),
    ("contents", "o"),
    ("the title page", "i"),
    ("the timeline", "t"),
    ("the matrix", "x"),
    ("relations of one", "w"),
    ("relations of all", "w v"),
    ("a comparison", "c"),
    ("evidence", "e"),
    ("questions", "Q"),
    ("matches", "/ s h a l l Enter ;"),
    ("help", "?"),
    ("what a link leads to", "Right K"),
    ("a note that is being written", "a"),
];

/// What is pressed there, one after the other.
const MOTIONS: &str = "j j j j j j k k d u Space j b G k k k Ctrl-y Ctrl-e g";

/// What the panes and what lies over them are lists of: while that stays, the same rows are the same.
fn contents(desk: &Desk) -> Vec<Vec<Item>> {
    let panes = PaneId::ALL.map(|pane| desk.reader().pane(pane).items().to_vec());
    let over = desk.app.overlays().iter().map(|overlay| overlay.pane().items().to_vec());
    panes.into_iter().chain(over).collect()
}

/// The characters of a row between the columns of an area, but for the marks that move by themselves.
fn words(buffer: &Buffer, area: Rect, row: usize) -> String {
    let y = area.y + u16::try_from(row).unwrap_or(u16::MAX);
    let cells = (area.x..area.right()).map(|x| buffer[(x, y)].symbol());
    cells.map(|symbol| if "▌▎+~✓".contains(symbol) { " " } else { symbol }).collect()
}

/// Holds one frame to the next; answers with how many rows stand elsewhere in it.
fn compare(before: &(Buffer, Vec<ScrollArea>), after: &(Buffer, Vec<ScrollArea>)) -> usize {
    let mut moved = 0;
    for then in &before.1 {
        for now in after.1.iter().filter(|now| now.area == then.area) {
            for (to, key) in now.rows.iter().enumerate() {
                let Some(from) = then.rows.iter().position(|other| other == key) else { continue };
                let (from_words, to_words) =
                    (words(&before.0, then.area, from), words(&after.0, now.area, to));
                assert_eq!(to_words, from_words, "{key:?}, from row {from} to {to}");
                moved += usize::from(from != to);
            }
        }
    }
    moved
}

fn check_areas(areas: &[ScrollArea], screen: Rect) {
    for (at, ScrollArea { area, rows }) in areas.iter().enumerate() {
        assert_eq!(rows.len(), usize::from(area.height), "a key for each row");
        assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "{rows:?}");
        assert!(rows.is_sorted(), "{rows:?}");
        assert_eq!(screen.intersection(*area), *area, "on the screen");
        let others = &areas[at + 1..];
        assert!(!others.iter().any(|other| other.area.intersects(*area)), "{areas:?}");
    }
}

/// Small arrows say that a pane goes on. From 12 rows on there are rules for them, but for the panes above
/// the list of matches.
#[test]
fn the_arrows_stand_beside_nothing_that_scrolls() {
    for (width, height) in [(150, 45), (120, 20), (80, 24), (60, 20), (30, 12)] {
        for (place, keys) in PLACES.iter().filter(|(place, _)| *place != "matches") {
            let mut desk = Desk::new(width, height);
            for key in keys.split_whitespace().chain(MOTIONS.split_whitespace()) {
                let (buffer, drawn) = desk.press(key).drawn();
                for area in drawn.scroll_areas.iter().map(|scrolled| scrolled.area) {
                    let beside = Rect { width: area.width + 1, ..area }.intersection(buffer.area);
                    let mut cells = beside.positions().map(|at| buffer[at].symbol());
                    let is_clear = cells.all(|symbol| !"▴▾".contains(symbol) || symbol == " ");
                    assert!(is_clear, "{key} in {place}: {area:?}\n{}", desk.screen());
                }
            }
        }
    }
}

#[test]
fn rows_that_are_named_the_same_show_the_same_wherever_they_stand() {
    let mut moved = BTreeSet::new();
    for (width, height) in [(150, 45), (120, 20), (80, 24), (60, 20), (30, 8), (40, 5)] {
        for (place, keys) in PLACES {
            let mut desk = Desk::new(width, height);
            desk.press(keys);
            let frame = |desk: &Desk| {
                let (buffer, drawn) = desk.drawn();
                check_areas(&drawn.scroll_areas, buffer.area);
                (buffer, drawn.scroll_areas)
            };
            let (mut before, mut held) = (frame(&desk), contents(&desk));
            for key in MOTIONS.split_whitespace() {
                desk.press(key);
                let (after, holds) = (frame(&desk), contents(&desk));
                if holds == held && compare(&before, &after) > 0 {
                    moved.insert(*place);
                }
                (before, held) = (after, holds);
            }
        }
    }
    // Else nothing was compared.
    for place in ["the text", "articles", "actors", "contents", "the matrix", "help"] {
        assert!(moved.contains(place), "nothing moves in {place}: {moved:?}");
    }
}
