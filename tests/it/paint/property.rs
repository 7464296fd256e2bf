//! For any two screens: the bytes between them lead from the one to the other.

use attache::runtime::paint::{Means, Scrolling};
use attache::ui::{RowKey, ScrollArea};
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

/// A screen, and one that shares rows with it: some shifted within a rectangle, some changed, few or many. With
/// what is said of the rows that scroll, which may be true.
fn screens() -> impl Strategy<Value = (Told, Told)> {
    (1..50_u16, 1..14_u16, sample::select(vec![0.05, 0.3])).prop_flat_map(
        |(width, height, often)| {
            let rows = collection::vec(row(width), usize::from(height));
            let changes =
                collection::vec(prop::option::weighted(often, row(width)), usize::from(height));
            let band = ((0..height, 0..height), (0..width, 0..width), -3..=3_i32);
            let size = Rect::new(0, 0, width, height);
            (Just(size), rows, changes, band, hints(size)).prop_map(
                |(size, rows, changes, (rows_moved, columns_moved, by), (true_one, mut hints))| {
                    let span = |(a, b): (u16, u16)| (a.min(b), a.abs_diff(b) + 1);
                    let ((y, height), (x, width)) = (span(rows_moved), span(columns_moved));
                    let area = Rect { x, y, width, height };
                    let (from, to) = shifted(size, &rows, &changes, area, by);
                    if true_one {
                        let after = usize::try_from(10 + by).unwrap();
                        hints.push((judge::scrolled(area, 10), judge::scrolled(area, after)));
                    }
                    let (before, after) = hints.into_iter().unzip();
                    ((from, before), (to, after))
                },
            )
        },
    )
}

/// A screen, and what is said of it.
type Told = (Buffer, Vec<ScrollArea>);

/// Whether the truth is told, and what is told before: of areas anywhere, on the screen or not, of rows anywhere.
fn hints(size: Rect) -> impl Strategy<Value = (bool, Vec<(ScrollArea, ScrollArea)>)> {
    let lie = (0..=size.width, 0..=size.height, 0..=size.width, 0..=size.height, any::<bool>());
    let lie = lie.prop_flat_map(|(x, y, width, height, steady)| {
        let area = Rect { x, y, width, height };
        let keys = || collection::vec((0..6_u32, 0..2_u32), usize::from(height));
        (Just((area, steady)), keys(), keys(), -2..=2_i32)
    });
    let lie = lie.prop_map(|((area, steady), before, mut after, by)| {
        if steady && !before.is_empty() {
            after.clone_from(&before);
            after.rotate_left(usize::try_from(by.rem_euclid(3)).unwrap() % before.len());
        }
        let told = |keys: Vec<(u32, u32)>| {
            let rows =
                keys.into_iter().map(|(item, row)| RowKey { item, stretch: 0, row }).collect();
            ScrollArea { area, rows }
        };
        (told(before), told(after))
    });
    (prop::bool::weighted(0.7), prop_oneof![2 => Just(Vec::new()), 1 => collection::vec(lie, 1..3)])
}

/// A screen of these rows, and one on which those of `area` have moved up by `by`, and some are others.
fn shifted(
    size: Rect,
    rows: &[Vec<Run>],
    changes: &[Option<Vec<Run>>],
    area: Rect,
    by: i32,
) -> (Buffer, Buffer) {
    let mut from = Buffer::empty(size);
    for (y, row) in (0..).zip(rows) {
        set(&mut from, y, row);
    }
    let mut to = from.clone();
    for y in area.top()..area.bottom() {
        let source = u16::try_from(i32::from(y) + by).ok();
        let source = source.filter(|source| (area.top()..area.bottom()).contains(source));
        for x in area.left()..area.right() {
            if let Some(source) = source {
                to[(x, y)] = from[(x, source)].clone();
            }
        }
        // What is cut at an edge is no symbol.
        for x in 0..size.width {
            let whole = x + 1 < size.width && to[(x + 1, y)].symbol() == " ";
            if judge::is_wide(&to[(x, y)]) && !whole {
                to[(x, y)].reset();
            }
        }
    }
    for (y, change) in (0..).zip(changes) {
        if let Some(row) = change {
            set(&mut to, y, row);
        }
    }
    (from, to)
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
        let (one, other) = (judge::frame(&from.0, &from.1), judge::frame(&to.0, &to.1));
        for scroll in [Scrolling::Lines, Scrolling::Index] {
            let few =
                Means { scroll: Some(scroll), margins: false, synchronized: false, erase: false, direct: false };
            let bytes = judge::paint(few, one, other);
            prop_assert!(commands(&bytes).all(|command| "HBCKmrLM".contains(command)));
            judge::paint(Means { margins: true, ..few }, one, other);
        }
        let rows = Means::default();
        let without = judge::paint(Means { scroll: None, ..rows }, one, other);
        for means in [rows, Means { margins: true, ..rows }] {
            let with = judge::paint(means, one, other);
            // What is saved is estimated.
            prop_assert!(with.len() <= without.len() + 60, "{} {}", with.len(), without.len());
        }
        prop_assert!(from.0 != to.0 || without.is_empty());
    }

    #[test]
    fn nothing_in_a_cell_is_obeyed(symbols in collection::vec(any_symbol(), 12)) {
        let from = Buffer::empty(Rect::new(0, 0, 6, 2));
        let mut to = from.clone();
        for (cell, symbol) in to.content.iter_mut().zip(&symbols) {
            cell.set_symbol(symbol);
        }
        let bytes = judge::bytes(Means::default(), &from, &to);
        for sequence in String::from_utf8(bytes).unwrap().split('\x1b').skip(1) {
            prop_assert!(sequence.starts_with('['));
            prop_assert!(!sequence.contains(char::is_control));
            let command = sequence.find(|c: char| !"[?0123456789;".contains(c));
            prop_assert!(command.is_some_and(|at| "HGdBECKXmrSThl".contains(&sequence[at..=at])));
        }
    }
}
