//! How many bytes a key sends to a terminal of 120 by 40, over the whole bundled briefing.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::path::Path;

use attache::app::Msg;
use attache::load;
use attache::runtime::Renderer;
use attache::theme::{Depth, Name, Theme};
use attache::ui;

use crate::common::Desk;

/// Presses `key` until the end of each section; the bytes that each press sent.
fn bytes(key: &str, depth: Depth) -> Vec<usize> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/russia-dprk-treaty");
    let briefing = load::open(&folder).briefing.expect("the bundled briefing");
    let sections = briefing.sections.len();
    let mut desk = Desk::read(briefing, 120, 40);
    let mut screen = Renderer::new(std::io::sink(), 120, 40);
    desk.theme = Theme::new(Name::Dark, depth, true);
    let mut sent = Vec::new();
    for section in 0..sections {
        if section > 0 {
            desk.press("]");
        }
        draw(&desk, &mut screen);
        loop {
            let before = desk.screen();
            desk.app.update(Msg::Key(key.parse().expect("a key")));
            if desk.screen() == before || desk.reader().section().get() != section {
                break;
            }
            sent.push(draw(&desk, &mut screen));
        }
        desk.press("g");
        while desk.reader().section().get() > section {
            desk.press("[");
        }
    }
    sent
}

fn draw(desk: &Desk, screen: &mut Renderer<std::io::Sink>) -> usize {
    screen.draw(|buffer| ui::view(&desk.app, &desk.theme, buffer)).expect("a sink takes all")
}

/// Every press of `key` sends at most `most` bytes, at every depth of colour.
fn check(key: &str, presses: usize, most: usize) {
    for depth in [Depth::Sixteen, Depth::Indexed, Depth::True] {
        let sent = bytes(key, depth);
        assert!(sent.len() > presses, "{} presses", sent.len());
        let worst = sent.iter().max().copied().unwrap_or(0);
        assert!(worst <= most, "{key}: {worst} bytes with {depth:?}");
    }
}

#[test]
fn a_line_down_is_cheap() {
    check("j", 300, 2500);
}

#[test]
fn a_paragraph_down_is_cheap() {
    check("}", 60, 3500);
}

#[test]
fn an_idle_reader_sends_nothing() {
    let desk = Desk::new(120, 40);
    let mut screen = Renderer::new(std::io::sink(), 120, 40);
    assert!(draw(&desk, &mut screen) > 1000);
    assert_eq!(draw(&desk, &mut screen), 0);
}
