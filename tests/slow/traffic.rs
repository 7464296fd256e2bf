//! How many bytes a key sends to a terminal of 120 by 40, over the whole bundled briefing.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::path::Path;

use attache::app::Msg;
use attache::load;
use attache::model::Briefing;
use attache::runtime::Renderer;
use attache::runtime::paint::{Frame, Means, Painter};
use attache::theme::{Depth, Name, Theme};
use attache::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::common::Desk;

/// A terminal that moves whole rows.
const ROWS: Means = Means {
    scroll: Some(attache::runtime::paint::Scrolling::Panning),
    margins: false,
    synchronized: true,
    erase: true,
    direct: true,
};

/// A terminal that moves columns.
const MARGINS: Means = Means { margins: true, ..ROWS };

fn briefing() -> Briefing {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/russia-dprk-treaty");
    load::open(&folder).briefing.expect("the bundled briefing")
}

/// What is sent to terminals, of so many colours and with these means.
struct Screens<const N: usize>([(Theme, Painter); N]);

impl<const N: usize> Screens<N> {
    fn new(screens: [(Depth, Means); N]) -> Self {
        Self(
            screens
                .map(|(depth, means)| (Theme::new(Name::Dark, depth, true), Painter::new(means))),
        )
    }

    /// Draws what the reader sees; the bytes that each was sent.
    fn draw(&mut self, desk: &Desk) -> [usize; N] {
        self.0.each_mut().map(|(theme, painter)| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
            let drawn = ui::view(&desk.app, theme, &mut buffer);
            let mut out = Vec::new();
            let frame = Frame {
                buffer: &buffer,
                hyperlinks: None,
                cursor: Some(drawn.cursor.at),
                scroll_areas: &drawn.scroll_areas,
            };
            painter.paint(frame, &mut out);
            out.len()
        })
    }
}

/// Presses `key` until the end of each section; the bytes that each press sent to each screen.
fn bytes<const N: usize>(key: &str, screens: [(Depth, Means); N]) -> Vec<[usize; N]> {
    let briefing = briefing();
    let sections = briefing.sections.len();
    let mut desk = Desk::read(briefing, 120, 40);
    let mut screens = Screens::new(screens);
    let mut sent = Vec::new();
    for section in 0..sections {
        if section > 0 {
            desk.press("]");
        }
        screens.draw(&desk);
        loop {
            desk.app.update(Msg::Key(key.parse().expect("a key")));
            if desk.reader().section().get() != section {
                break;
            }
            let bytes = screens.draw(&desk);
            if bytes == [0; N] {
                break;
            }
            sent.push(bytes);
        }
        desk.press("g");
        while desk.reader().section().get() > section {
            desk.press("[");
        }
    }
    sent
}

/// Every press of `key` sends at most `most` bytes, to every one of `screens`. Returns what was sent.
fn check<const N: usize>(
    key: &str,
    screens: [(Depth, Means); N],
    presses: usize,
    most: usize,
) -> Vec<[usize; N]> {
    let sent = bytes(key, screens);
    assert!(sent.len() > presses, "{} presses", sent.len());
    for (n, screen) in screens.iter().enumerate() {
        let worst = sent.iter().map(|bytes| bytes[n]).max().unwrap_or(0);
        assert!(worst <= most, "{key}: {worst} bytes with {screen:?}");
    }
    sent
}

/// The mean of the first 60 presses of `key`, from the beginning of the text on, is at most `most` bytes.
#[track_caller]
fn check_mean(key: &str, means: Means, most: usize) {
    let mut desk = Desk::read(briefing(), 120, 40);
    let mut screens = Screens::new([(Depth::Indexed, means)]);
    screens.draw(&desk);
    let mut sum = 0;
    for _ in 0..60 {
        desk.press(key);
        sum += screens.draw(&desk)[0];
    }
    let mean = sum / 60;
    assert!(mean <= most, "{key}: {mean} bytes with {means:?}");
}

#[test]
fn a_line_down_is_cheap() {
    let screens = [(Depth::Sixteen, ROWS), (Depth::Indexed, ROWS), (Depth::Indexed, MARGINS)];
    check("j", screens, 300, 2700);
    check_mean("j", ROWS, 1300);
    check_mean("j", MARGINS, 400);
}

#[test]
fn a_paragraph_down_is_cheap() {
    let screens = [
        (Depth::Sixteen, ROWS),
        (Depth::Indexed, ROWS),
        (Depth::True, ROWS),
        (Depth::Indexed, MARGINS),
    ];
    let sent = check("}", screens, 60, 3500);
    // The colours of this theme are among the 256, so that one depth stands for both.
    assert!(sent.iter().all(|[_, indexed, all, _]| indexed == all));
}

#[test]
fn an_idle_reader_sends_nothing() {
    let desk = Desk::new(120, 40);
    let mut screen = Renderer::new(std::io::sink(), 120, 40);
    let mut draw = || {
        screen.draw(|buffer| ui::view(&desk.app, &desk.theme, buffer)).expect("a sink takes all")
    };
    assert!(draw() > 1000);
    assert_eq!(draw(), 0);
}
