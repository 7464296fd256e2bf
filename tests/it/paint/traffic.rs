//! What a reader sends while reading, in bytes.

use attache::runtime::paint::{Means, Painter};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::judge;

const WORDS: &[&str] = &[
    "the",
    "treaty",
    "which",
    "parties",
    "of",
    "and",
    "armistice",
    "signed",
    "in",
    "Geneva",
    "article",
    "shall",
    "obligations",
    "withdraw",
    "commission",
    "not",
    "peninsula",
    "to",
    "a",
    "recognised",
    "under",
    "council",
    "resolution",
    "by",
];

/// Line `n` of an endless text: words up to `width` columns, an empty line after each seventh.
fn prose(n: usize, width: usize) -> String {
    let mut line = String::new();
    if n % 8 == 7 {
        return line;
    }
    // A small generator, so that lines have no common period.
    let mut seed = n * 7919 + 13;
    loop {
        seed = (seed * 1_103_515_245 + 12345) % 2_147_483_648;
        let word = WORDS[(seed >> 8) % WORDS.len()];
        if line.len() + word.len() >= width {
            return line;
        }
        line.push_str(word);
        line.push(' ');
    }
}

/// A screen of 120 by 40: a narrative of 74 columns at line `top`, two side panes in their state
/// `side`, a title and a footer. One word in each line is a link.
fn screen(top: usize, side: usize) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    let (cited, border) =
        (Style::new().fg(Color::Cyan).underlined(), Style::new().fg(Color::DarkGray));
    buffer.set_string(1, 0, "attache  The armistice and what it left open", Style::new().bold());
    buffer.set_string(1, 39, "j k line   } { paragraph   Tab pane   ? help", border);
    for row in 1..39_u16 {
        let line = prose(top + usize::from(row), 74);
        buffer.set_string(1, row, &line, Style::new());
        if let Some(start) = line.find(' ').filter(|_| (top + usize::from(row)).is_multiple_of(3)) {
            buffer.set_style(Rect::new(1, row, u16::try_from(start).unwrap(), 1), cited);
        }
        buffer.set_string(77, row, "│", border);
        let text = prose(1000 * (side + 1) + usize::from(row), 40);
        buffer.set_string(79, row, text, Style::new());
    }
    buffer
}

/// Bytes for the frame that shows the narrative a line further, and the side panes in another state or not: with
/// margins, by whole rows, and without scrolling.
fn bytes(side: usize) -> [usize; 3] {
    let (from, to) = (screen(0, 0), screen(1, side));
    let areas = [0, 1].map(|top| [judge::scrolled(Rect::new(0, 1, 77, 38), top)]);
    let (from, to) = (judge::frame(&from, &areas[0]), judge::frame(&to, &areas[1]));
    let rows = Means::default();
    let ways = [Means { margins: true, ..rows }, rows, Means { scroll: None, ..rows }];
    ways.map(|means| judge::paint(means, from, to).len())
}

#[test]
fn scrolling_by_a_line_stays_within_its_budget() {
    let [margins, rows, none] = bytes(0);
    assert!(margins <= 200 && rows <= 2500, "{margins}, {rows} of {none}");
}

#[test]
fn scrolling_with_other_side_panes_stays_within_its_budget() {
    let [margins, rows, none] = bytes(1);
    assert!(margins <= 2000 && rows <= 3500, "{margins}, {rows} of {none}");
}

#[test]
fn the_whole_screen_once() {
    let mut out = Vec::new();
    Painter::default().paint(&screen(0, 0), &mut out);
    assert!(out.len() <= 5000, "{}", out.len());
}
