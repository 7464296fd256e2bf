//! A terminal with left and right margins (DECLRMM, DECSLRM), or without, made of an emulator (vt100) that
//! knows none.

use std::fmt::Write as _;
use std::ops::Range;

/// An emulator that is strict with the painter: what it does not have may not be sent, and what terminals
/// differ on may not be done.
pub(crate) struct Terminal {
    parser: vt100::Parser,
    /// The edges of the region, while the mode is on; none if this has no margins.
    margins: Option<Margins>,
    rows: Range<u16>,
}

/// Left and right edges.
#[derive(Default)]
struct Margins {
    is_on: bool,
    columns: Option<Range<u16>>,
}

impl Terminal {
    pub(crate) fn new(width: u16, height: u16, has_margins: bool) -> Self {
        let parser = vt100::Parser::new(height, width, 0);
        Self { parser, margins: has_margins.then(Margins::default), rows: 0..height }
    }

    /// What it shows.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Whether it has a region that is smaller than the screen.
    pub(crate) fn has_region(&self) -> bool {
        let (height, _) = self.screen().size();
        self.rows != (0..height) || self.margins.as_ref().is_some_and(|margins| margins.is_on)
    }

    /// Takes what a program sends: whole sequences.
    pub(crate) fn process(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let part = match rest.strip_prefix("\x1b[") {
                Some(sequence) => {
                    let end = sequence.find(|c: char| !"?0123456789;$".contains(c)).unwrap();
                    let (parameters, command) = (&sequence[..end], &sequence[end..=end]);
                    if !self.takes(parameters, command) {
                        self.parser.process(&rest.as_bytes()[..end + 3]);
                    }
                    end + 3
                }
                None if rest.starts_with("\x1bM") => {
                    self.step(rest, 2);
                    2
                }
                None => {
                    self.step(rest, c.len_utf8());
                    c.len_utf8()
                }
            };
            rest = &rest[part..];
        }
    }

    /// Takes what is no control sequence: within margins that moves rows, and does nothing else.
    fn step(&mut self, rest: &str, bytes: usize) {
        let part = &rest[..bytes];
        let (row, _) = self.screen().cursor_position();
        match (part, self.columns()) {
            (_, None) => self.parser.process(part.as_bytes()),
            ("\n", Some(columns)) if row + 1 == self.rows.end => {
                self.scroll(self.rows.clone(), columns, 1);
            }
            ("\x1bM", Some(columns)) if row == self.rows.start => {
                self.scroll(self.rows.clone(), columns, -1);
            }
            _ => panic!("{part:?} is written within margins"),
        }
    }

    fn columns(&self) -> Option<Range<u16>> {
        self.margins.as_ref()?.columns.clone()
    }

    /// Takes a control sequence, if it is about margins.
    fn takes(&mut self, parameters: &str, command: &str) -> bool {
        let numbers: Vec<u16> = parameters.split(';').filter_map(|n| n.parse().ok()).collect();
        let (height, width) = self.screen().size();
        match (parameters, command) {
            ("?69", "h" | "l") => {
                let margins = self.margins.as_mut().expect("this terminal has no margins");
                *margins = Margins { is_on: command == "h", columns: None };
                return true;
            }
            (_, "s") => {
                let margins = self.margins.as_mut().expect("this terminal has no margins");
                assert!(margins.is_on, "without the mode, CSI s saves the cursor");
                let [left, right] = numbers[..] else { panic!("{parameters:?} are no margins") };
                assert!(0 < left && left < right && right <= width, "{left} {right}");
                margins.columns = Some(left - 1..right);
                self.parser.process(b"\x1b[H");
                return true;
            }
            (_, "r") => {
                let [top, bottom] =
                    if let [top, bottom] = numbers[..] { [top, bottom] } else { [1, height] };
                self.rows = top - 1..bottom;
                return false;
            }
            _ => {}
        }
        let Some(columns) = self.columns() else { return false };
        let by = numbers.first().map_or(1, |n| i32::from(*n));
        let (row, column) = self.screen().cursor_position();
        let below = row..self.rows.end;
        match command {
            "S" => self.scroll(self.rows.clone(), columns, by),
            "T" => self.scroll(self.rows.clone(), columns, -by),
            "M" | "L" => {
                assert!(columns.contains(&column) && self.rows.contains(&row));
                self.scroll(below, columns, if command == "M" { by } else { -by });
            }
            "H" => return false,
            _ => panic!("CSI {parameters}{command} within margins"),
        }
        true
    }

    /// Moves the rows of a rectangle, upwards if `by` is positive.
    fn scroll(&mut self, rows: Range<u16>, columns: Range<u16>, by: i32) {
        let screen = self.screen();
        let plain = (screen.fgcolor(), screen.bgcolor()) == Default::default()
            && !screen.inverse()
            && !screen.underline();
        assert!(plain, "terminals differ on which background comes in");
        for (y, x) in rows.clone().flat_map(|y| [(y, columns.start), (y, columns.end)]) {
            let cut = screen.cell(y, x).is_some_and(vt100::Cell::is_wide_continuation);
            assert!(!cut, "terminals differ on what becomes of the half of a symbol");
        }
        let width = columns.end - columns.start;
        let shown: Vec<Vec<u8>> = screen.rows_formatted(columns.start, width).collect();
        let (row, column) = screen.cursor_position();
        for y in rows.clone() {
            let mut go = String::new();
            let _ = write!(go, "\x1b[{};{}H\x1b[m\x1b[{width}X", y + 1, columns.start + 1);
            self.parser.process(go.as_bytes());
            let source = u16::try_from(i32::from(y) + by).ok().filter(|from| rows.contains(from));
            if let Some(source) = source {
                self.parser.process(&shown[usize::from(source)]);
            }
        }
        self.parser.process(format!("\x1b[m\x1b[{};{}H", row + 1, column + 1).as_bytes());
    }
}
