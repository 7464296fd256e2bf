//! A session's screen on an emulator.

use std::borrow::Cow;
use std::io::{self, Write};

use attache::runtime::Renderer;
use attache::ui::{Drawn, ReadingCursor};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};

use super::judge;

/// A writer that is a terminal, and counts.
struct Emulator {
    parser: vt100::Parser,
    writes: usize,
    last: Vec<u8>,
    broken: bool,
}

impl Emulator {
    fn new(width: u16, height: u16) -> Self {
        let parser = vt100::Parser::new(height, width, 0);
        Self { parser, writes: 0, last: Vec::new(), broken: false }
    }
}

impl Write for &mut Emulator {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.broken {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.parser.process(bytes);
        self.last = bytes.to_vec();
        self.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

type Session<'a> = Renderer<&'a mut Emulator>;

fn session(emulator: &mut Emulator) -> Session<'_> {
    let (rows, columns) = emulator.parser.screen().size();
    Renderer::new(emulator, columns, rows)
}

fn emulator<'a>(session: &'a mut Session) -> &'a mut Emulator {
    session.writer_mut()
}

/// Draws lines of text and holds the emulator to them.
#[track_caller]
fn show(session: &mut Session, lines: &[&str]) {
    session.draw(|buffer| write(buffer, lines)).unwrap();
    let buffer = session.buffer().unwrap().clone();
    judge::assert_shows(emulator(session).parser.screen(), &buffer, "frame");
}

fn write(buffer: &mut Buffer, lines: &[&str]) -> Drawn {
    for (y, line) in (0..buffer.area.height).zip(lines) {
        buffer.set_string(0, y, line, Style::new());
    }
    Drawn::default()
}

#[test]
fn a_frame_is_one_write_and_an_unchanged_one_is_none() {
    let mut far = Emulator::new(20, 4);
    let mut session = session(&mut far);
    show(&mut session, &["one", "two 조약"]);
    assert_eq!(emulator(&mut session).writes, 1);
    show(&mut session, &["one", "two 조약"]);
    assert_eq!(emulator(&mut session).writes, 1);
    show(&mut session, &["one", "too 조약", "three"]);
    assert_eq!(emulator(&mut session).writes, 2);
}

#[test]
fn what_a_wide_symbol_covered_does_not_come_back() {
    let mut far = Emulator::new(6, 1);
    let mut session = session(&mut far);
    for line in ["abcdef", "가나다", "a 나 f", " 가 나", "", "가"] {
        show(&mut session, &[line]);
    }
}

#[test]
fn a_new_size_and_a_foreign_write_are_painted_whole() {
    let mut far = Emulator::new(20, 4);
    let mut session = session(&mut far);
    show(&mut session, &["a longer line", "two"]);
    emulator(&mut session).parser.screen_mut().set_size(3, 10);
    session.resize(10, 3);
    show(&mut session, &["a longer l", "two", "three"]);
    emulator(&mut session).parser.process(b"\x1b[1;2r\x1b[7mwall: the system goes down\n\n\n");
    session.invalidate();
    show(&mut session, &["a longer l", "two", "three"]);
    show(&mut session, &["x"]);
    // The same size again is no reason to write.
    let writes = emulator(&mut session).writes;
    session.resize(10, 3);
    show(&mut session, &["x"]);
    assert_eq!(emulator(&mut session).writes, writes);
}

#[test]
fn the_cursor_is_where_it_is_put_shown_or_hidden() {
    let mut far = Emulator::new(20, 4);
    let mut session = session(&mut far);
    show(&mut session, &["search:"]);
    assert!(emulator(&mut session).parser.screen().hide_cursor());
    let mut input = |x: u16, text: &str| {
        let cursor = ReadingCursor { at: Position::new(x, 0), shown: true };
        session.draw(|buffer| Drawn { cursor, ..write(buffer, &[text]) }).unwrap();
        let screen = emulator(&mut session).parser.screen();
        assert_eq!((screen.hide_cursor(), screen.cursor_position()), (false, (0, x)));
        emulator(&mut session).writes
    };
    assert_eq!(input(8, "search:"), 2);
    assert_eq!(input(8, "search:"), 2);
    assert_eq!(input(9, "search: a"), 3);
    assert_eq!(input(8, "search: a"), 4);
    show(&mut session, &["search: a"]);
    assert!(emulator(&mut session).parser.screen().hide_cursor());
    // A change of place alone is a move alone.
    for (x, y) in [(3, 1), (0, 2), (19, 3), (0, 0)] {
        let cursor = ReadingCursor { at: Position::new(x, y), shown: false };
        let draw =
            |buffer: &mut Buffer| Drawn { cursor, ..write(buffer, &["search: a", "하나"]) };
        session.draw(draw).unwrap();
        assert!(session.draw(draw).unwrap() == 0);
        let screen = emulator(&mut session).parser.screen();
        assert_eq!((screen.hide_cursor(), screen.cursor_position()), (true, (y, x)));
    }
}

#[test]
fn a_failed_write_goes_up_and_the_next_frame_is_whole() {
    let mut far = Emulator::new(20, 2);
    let mut session = session(&mut far);
    show(&mut session, &["one"]);
    emulator(&mut session).broken = true;
    let error = session.draw(|buffer| write(buffer, &["two"])).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    let far = emulator(&mut session);
    far.broken = false;
    far.parser.process(b"\x1b[Hhalf a fra");
    show(&mut session, &["three"]);
}

#[test]
fn symbols_are_replaced_for_a_terminal_that_has_few() {
    fn few(symbol: &str) -> Cow<'_, str> {
        match symbol {
            "│" => "|".into(),
            "…" => "...".into(),
            "é" => "e\u{301}".into(),
            _ => "\u{fffd}".into(),
        }
    }
    let mut far = Emulator::new(12, 1);
    let mut session = Renderer::new(&mut far, 12, 1).with_substitute(few);
    session.draw(|buffer| write(buffer, &["a│b가…é."])).unwrap();
    // What is wider or narrower than the symbol cannot stand in its place.
    assert_eq!(emulator(&mut session).parser.screen().contents(), "a|b???e\u{301}.");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() })]

    #[test]
    fn many_frames_are_followed(
        frames in prop::collection::vec(prop::collection::vec(("[a-c가나 ]{0,12}", any::<bool>()), 4), 1..8)
    ) {
        let mut far = Emulator::new(10, 4);
        let mut session = session(&mut far);
        for frame in frames {
            session.draw(|buffer| {
                for (y, (line, marked)) in (0..).zip(&frame) {
                    let style = Style::new().bg(if *marked { Color::Blue } else { Color::Reset });
                    buffer.set_string(0, y, line, Style::new());
                    buffer.set_style(Rect::new(2, y, 5, 1), style);
                }
                Drawn::default()
            }).unwrap();
            let buffer = session.buffer().unwrap().clone();
            judge::assert_shows(emulator(&mut session).parser.screen(), &buffer, "frame");
        }
    }
}
