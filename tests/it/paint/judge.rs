//! A terminal emulator (vt100) that shows what was painted, compared with a buffer cell by cell.

use std::fmt::Write as _;

use attache::runtime::paint::{Frame, Means, Painter};
use attache::ui::{RowKey, ScrollArea};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::terminal::Terminal;

/// Attributes that the emulator knows and that one sees on a space.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED);

/// What one sees in a cell: its text, foreground, background, attributes.
#[derive(Debug, PartialEq)]
struct Look {
    text: String,
    fg: vt100::Color,
    bg: vt100::Color,
    modifier: Modifier,
}

impl Look {
    /// Spaces are alike whatever the foreground, unless an attribute shows it.
    fn new(text: &str, fg: vt100::Color, bg: vt100::Color, modifier: Modifier) -> Self {
        let seen = !matches!(text, "" | " ") || modifier.intersects(SEEN_ON_BLANK);
        Self {
            text: if text.is_empty() { " " } else { text }.to_owned(),
            fg: if seen { fg } else { vt100::Color::Default },
            bg,
            modifier: if seen { modifier } else { Modifier::empty() },
        }
    }

    fn shown(cell: &vt100::Cell) -> Self {
        let mut modifier = Modifier::empty();
        modifier.set(Modifier::BOLD, cell.bold());
        modifier.set(Modifier::DIM, cell.dim());
        modifier.set(Modifier::ITALIC, cell.italic());
        modifier.set(Modifier::UNDERLINED, cell.underline());
        modifier.set(Modifier::REVERSED, cell.inverse());
        Self::new(cell.contents(), cell.fgcolor(), cell.bgcolor(), modifier)
    }

    fn wanted(cell: &ratatui::buffer::Cell) -> Self {
        // The emulator knows neither strike-through nor blinking.
        let known = Modifier::BOLD | Modifier::DIM | Modifier::ITALIC | SEEN_ON_BLANK;
        let (fg, bg) = (color(cell.fg), color(cell.bg));
        Self::new(cell.symbol(), fg, bg, cell.modifier & known)
    }
}

/// The sixteen in the order of their numbers.
pub(crate) const SIXTEEN: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

fn color(color: Color) -> vt100::Color {
    match color {
        Color::Reset => vt100::Color::Default,
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(r, g, b) => {
            // The steps of the cube that the 256 colours have.
            let step = |level: u8| match level {
                0 => Some(0),
                95.. if (level - 55).is_multiple_of(40) => Some((level - 55) / 40),
                _ => None,
            };
            match (step(r), step(g), step(b)) {
                (Some(r), Some(g), Some(b)) => vt100::Color::Idx(16 + 36 * r + 6 * g + b),
                _ => vt100::Color::Rgb(r, g, b),
            }
        }
        name => {
            let index = SIXTEEN.iter().position(|other| *other == name).unwrap();
            vt100::Color::Idx(u8::try_from(index).unwrap())
        }
    }
}

/// A terminal of the frame's size, which shows rubbish: a first frame may not rely on what is there.
fn terminal(frame: Frame, means: Means) -> Terminal {
    let (width, height) = (frame.buffer.area.width, frame.buffer.area.height);
    let mut terminal = Terminal::new(width, height, means.margins);
    for row in 1..=height {
        let rubbish = "x".repeat(usize::from(width));
        terminal.process(format!("\x1b[{row}H\x1b[7;41m{rubbish}").as_bytes());
    }
    terminal
}

/// Fails unless the terminal shows the buffer, cell by cell.
#[track_caller]
pub(crate) fn assert_shows(screen: &vt100::Screen, buffer: &Buffer, what: &str) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let (cell, shown) = (&buffer[(x, y)], screen.cell(y, x).unwrap());
            let (wanted, shown) = (Look::wanted(cell), Look::shown(shown));
            assert_eq!(shown, wanted, "{what}: row {y}, column {x}");
            x += u16::try_from(cell.symbol().width()).unwrap().max(1);
        }
    }
}

/// The bytes from one frame to another, whatever they do.
pub(crate) fn bytes<'a>(
    means: Means,
    from: impl Into<Frame<'a>>,
    to: impl Into<Frame<'a>>,
) -> Vec<u8> {
    let mut painter = Painter::new(means);
    painter.paint(from, &mut Vec::new());
    let mut bytes = Vec::new();
    painter.paint(to, &mut bytes);
    bytes
}

/// The bytes from one frame to another, after the terminal has agreed that they lead there.
#[track_caller]
pub(crate) fn paint<'a>(
    means: Means,
    from: impl Into<Frame<'a>>,
    to: impl Into<Frame<'a>>,
) -> Vec<u8> {
    let (from, to) = (from.into(), to.into());
    let mut terminal = terminal(from, means);
    let mut painter = Painter::new(means);
    let mut last = Vec::new();
    for frame in [from, to] {
        last.clear();
        painter.paint(frame, &mut last);
        terminal.process(&last);
        let what = String::from_utf8_lossy(&last).escape_debug().to_string();
        assert_shows(terminal.screen(), frame.buffer, &what);
        assert!(!terminal.has_region(), "{what}: a region is left");
    }
    last
}

/// Whether a cell's symbol covers the next column too.
pub(crate) fn is_wide(cell: &ratatui::buffer::Cell) -> bool {
    cell.symbol().width() > 1
}

/// Fails unless the bytes from `from` to `to` lead there on a terminal that knows hyperlinks.
#[track_caller]
pub(crate) fn paint_linked(means: Means, from: Frame, to: Frame) -> Vec<u8> {
    let mut addresses = Vec::new();
    let mut terminal = terminal(from, means);
    // Of what is sent no rendition arrives.
    terminal.process(b"\x1b[m");
    let mut painter = Painter::new(means);
    let mut last = Vec::new();
    for frame in [from, to] {
        last.clear();
        painter.paint(frame, &mut last);
        terminal.process(&links_as_colours(&last, &mut addresses));
        let what = String::from_utf8_lossy(&last).escape_debug().to_string();
        assert_links(terminal.screen(), frame, &addresses, &what);
    }
    last
}

/// Fails unless every cell leads where it should, and the last hyperlink was closed.
#[track_caller]
fn assert_links(screen: &vt100::Screen, frame: Frame, addresses: &[String], what: &str) {
    assert_eq!(screen.fgcolor(), vt100::Color::Default, "{what}: not closed");
    for y in 0..frame.buffer.area.height {
        let parts: Vec<_> =
            frame.hyperlinks.into_iter().flat_map(|l| l.row(usize::from(y))).collect();
        for x in 0..frame.buffer.area.width {
            let here =
                |(columns, _): &&(std::ops::Range<usize>, &str)| columns.contains(&usize::from(x));
            let wanted = parts.iter().rev().find(here).map(|(_, address)| *address);
            let shown = match screen.cell(y, x).unwrap().fgcolor() {
                vt100::Color::Idx(n) => addresses.get(usize::from(n)).map(String::as_str),
                _ => None,
            };
            let covered = x > 0 && is_wide(&frame.buffer[(x - 1, y)]);
            assert!(
                covered || shown == wanted,
                "{what}: row {y}, column {x}: {shown:?}, not {wanted:?}"
            );
        }
    }
}

/// The same bytes for an emulator that knows no hyperlinks: their addresses become colours, by their
/// places in `addresses`, and colours are left out.
fn links_as_colours(bytes: &[u8], addresses: &mut Vec<String>) -> Vec<u8> {
    let mut out = String::new();
    let text = std::str::from_utf8(bytes).unwrap();
    let mut rest = text;
    while let Some(at) = rest.find('\x1b') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(string) = rest.strip_prefix("\x1b]8;") {
            let (string, after) = string.split_once("\x1b\\").unwrap();
            assert!(!string.contains(|c: char| !c.is_ascii_graphic()), "{string:?}");
            let (_, address) = string.split_once(';').unwrap();
            if address.is_empty() {
                out.push_str("\x1b[39m");
            } else {
                let known = addresses.iter().position(|one| one == address);
                let at = known.unwrap_or_else(|| {
                    addresses.push(address.to_owned());
                    addresses.len() - 1
                });
                let _ = write!(out, "\x1b[38;5;{at}m");
            }
            rest = after;
            continue;
        }
        let end = rest.find(|c: char| c.is_ascii_alphabetic()).unwrap() + 1;
        if !rest[..end].ends_with('m') {
            out.push_str(&rest[..end]);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out.into_bytes()
}

/// An area whose rows are those from `first` on of all that is scrolled through.
pub(crate) fn scrolled(area: Rect, first: usize) -> ScrollArea {
    let rows = (first..).take(area.height.into());
    let rows = rows
        .map(|item| RowKey { item: u32::try_from(item).unwrap(), stretch: 0, row: 0 })
        .collect();
    ScrollArea { area, rows }
}

/// Cells of which some scroll.
pub(crate) fn frame<'a>(buffer: &'a Buffer, scroll_areas: &'a [ScrollArea]) -> Frame<'a> {
    Frame { scroll_areas, ..buffer.into() }
}
