//! A terminal emulator (vt100) that shows what was painted, compared with a buffer cell by cell.

use attache::runtime::paint::Painter;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

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

fn color(color: Color) -> vt100::Color {
    let names = [
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
    match color {
        Color::Reset => vt100::Color::Default,
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(r, g, b) => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let of = |index: u8| [index / 36, index / 6 % 6, index % 6].map(level);
            let index = (0..216).find(|index| of(*index) == [r, g, b]);
            index.map_or(vt100::Color::Rgb(r, g, b), |index| vt100::Color::Idx(16 + index))
        }
        name => {
            let index = names.iter().position(|other| *other == name).unwrap();
            vt100::Color::Idx(u8::try_from(index).unwrap())
        }
    }
}

/// A terminal of the buffer's size that has been made to show it.
pub(crate) fn terminal(buffer: &Buffer) -> vt100::Parser {
    let mut parser = vt100::Parser::new(buffer.area.height, buffer.area.width, 0);
    // Rubbish first: a repaint may not rely on what is there.
    for row in 1..=buffer.area.height {
        let rubbish = "x".repeat(usize::from(buffer.area.width));
        parser.process(format!("\x1b[{row}H\x1b[7;41m{rubbish}").as_bytes());
    }
    let mut bytes = Vec::new();
    Painter::default().repaint(buffer, &mut bytes);
    parser.process(&bytes);
    assert_shows(&parser, buffer, "repaint");
    parser
}

/// Fails unless the terminal shows the buffer, cell by cell.
#[track_caller]
pub(crate) fn assert_shows(parser: &vt100::Parser, buffer: &Buffer, what: &str) {
    let screen = parser.screen();
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

/// The bytes from one buffer to another, after the terminal has agreed that they lead there.
#[track_caller]
pub(crate) fn paint(painter: Painter, from: &Buffer, to: &Buffer) -> Vec<u8> {
    let mut parser = terminal(from);
    let mut bytes = Vec::new();
    painter.paint(from, to, &mut bytes);
    parser.process(&bytes);
    assert_shows(&parser, to, &String::from_utf8_lossy(&bytes).escape_debug().to_string());
    bytes
}

/// Whether a cell's symbol covers the next column too.
pub(crate) fn is_wide(cell: &ratatui::buffer::Cell) -> bool {
    cell.symbol().width() > 1
}
