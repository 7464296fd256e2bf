//! For any two screens: the bytes between them lead from the one to the other.

use attache::runtime::paint::{Means, Painter, Scrolling};
use proptest::prelude::*;
use proptest::{collection, sample};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::judge;

/// A run of one style: text, style, and the column it starts at.
type Run = (String, Style, u16);

fn color() -> impl Strategy<Value = Color> {
    prop_oneof![
        6 => Just(Color::Reset),
        2 => sample::select(vec![Color::Red, Color::Gray, Color::DarkGray, Color::White]),
        1 => any::<u8>().prop_map(Color::Indexed),
        1 => any::<(u8, u8, u8)>().prop_map(|(r, g, b)| Color::Rgb(r, g, b)),
    ]
}

fn style() -> impl Strategy<Value = Style> {
    let modifiers = vec![
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::ITALIC,
        Modifier::UNDERLINED,
        Modifier::REVERSED,
    ];
    let modifier =
        sample::subsequence(modifiers, 0..3).prop_map(|all| all.into_iter().collect::<Modifier>());
    (color(), color(), modifier).prop_map(|(fg, bg, modifier)| {
        let style = Style::new().fg(fg).bg(bg);
        style.add_modifier(modifier)
    })
}

fn run(width: u16) -> impl Strategy<Value = Run> {
    let text = prop_oneof![
        4 => "[a-e ]{1,24}",
        2 => " {1,30}",
        2 => "[가나다 ]{1,8}",
        1 => "(e\u{301}|é|가|a){1,8}",
        1 => "[😀🫠a ]{1,4}",
    ];
    (text, style(), 0..width)
}

fn row(width: u16) -> impl Strategy<Value = Vec<Run>> {
    collection::vec(run(width), 1..6)
}

fn set(buffer: &mut Buffer, y: u16, row: &[Run]) {
    for (text, style, x) in row {
        // A string that starts on the right half of a wide symbol takes the symbol's place; ratatui
        // leaves that to the caller.
        if *x > 0 && judge::is_wide(&buffer[(*x - 1, y)]) {
            buffer[(*x - 1, y)].reset();
        }
        buffer.set_string(*x, y, text, *style);
    }
    // The emulator has one intensity: bold or dim.
    for cell in buffer.content.iter_mut().filter(|cell| cell.modifier.contains(Modifier::BOLD)) {
        cell.modifier.remove(Modifier::DIM);
    }
}

/// A screen, and one that shares rows with it: some shifted within a band, some changed, few or many.
fn screens() -> impl Strategy<Value = (Buffer, Buffer)> {
    (1..50_u16, 1..14_u16, sample::select(vec![0.05, 0.3])).prop_flat_map(
        |(width, height, often)| {
            let rows = collection::vec(row(width), usize::from(height));
            let changes =
                collection::vec(prop::option::weighted(often, row(width)), usize::from(height));
            let band = (0..height, 0..height, -3..=3_i32);
            let size = Rect::new(0, 0, width, height);
            (Just(size), rows, changes, band).prop_map(|(size, rows, changes, (a, b, by))| {
                let mut from = Buffer::empty(size);
                for (y, row) in (0..).zip(&rows) {
                    set(&mut from, y, row);
                }
                let mut to = from.clone();
                let band = i32::from(a.min(b))..=i32::from(a.max(b));
                for (y, change) in (0..).zip(&changes) {
                    let source = i32::from(y) + by;
                    if band.contains(&i32::from(y)) && band.contains(&source) {
                        for x in 0..size.width {
                            to[(x, y)] = from[(x, u16::try_from(source).unwrap())].clone();
                        }
                    }
                    if let Some(row) = change {
                        set(&mut to, y, row);
                    }
                }
                (from, to)
            })
        },
    )
}

/// Any characters at all, and often those that a terminal would obey.
fn any_symbol() -> impl Strategy<Value = String> {
    let character = prop_oneof![any::<char>(), proptest::char::range('\0', '\u{9f}')];
    collection::vec(character, 0..4).prop_map(|characters| characters.into_iter().collect())
}

/// The last character of each control sequence.
fn commands(bytes: &[u8]) -> impl Iterator<Item = char> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let sequences: Vec<String> = text.split("\x1b[").skip(1).map(str::to_owned).collect();
    sequences.into_iter().filter_map(|rest| rest.chars().find(|c| !"?0123456789;".contains(*c)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_terminal_follows((from, to) in screens()) {
        for scroll in [Scrolling::Lines, Scrolling::Index] {
            let few = Means { scroll: Some(scroll), synchronized: false, erase: false, direct: false };
            let bytes = judge::paint(Painter::new(few), &from, &to);
            prop_assert!(commands(&bytes).all(|command| "HBCKmrLM".contains(command)));
        }
        let with = judge::paint(Painter::default(), &from, &to);
        let without = judge::paint(Painter::new(Means { scroll: None, ..Means::default() }), &from, &to);
        prop_assert!(with.len() <= without.len());
        prop_assert!(from != to || with.is_empty());
    }

    #[test]
    fn nothing_in_a_cell_is_obeyed(symbols in collection::vec(any_symbol(), 12)) {
        let from = Buffer::empty(Rect::new(0, 0, 6, 2));
        let mut to = from.clone();
        for (cell, symbol) in to.content.iter_mut().zip(&symbols) {
            cell.set_symbol(symbol);
        }
        let mut bytes = Vec::new();
        Painter::default().paint(&from, &to, &mut bytes);
        for sequence in String::from_utf8(bytes).unwrap().split('\x1b').skip(1) {
            prop_assert!(sequence.starts_with('['));
            prop_assert!(!sequence.contains(char::is_control));
            let command = sequence.find(|c: char| !"[?0123456789;".contains(c));
            prop_assert!(command.is_some_and(|at| "HGdBECKXmrSThl".contains(&sequence[at..=at])));
        }
    }
}
