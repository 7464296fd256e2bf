//! How many bytes a key sends to a terminal of 120 by 40, over the whole bundled briefing.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::path::Path;

use attache::app::Msg;
use attache::load;
use attache::runtime::Renderer;
use attache::theme::{Depth, Name, Theme};
use attache::ui;

use crate::common::Desk;

/// Presses `key` until the end of each section; the bytes that each press sent at each depth.
fn bytes<const N: usize>(key: &str, depths: [Depth; N]) -> Vec<[usize; N]> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/russia-dprk-treaty");
    let briefing = load::open(&folder).briefing.expect("the bundled briefing");
    let sections = briefing.sections.len();
    let mut desk = Desk::read(briefing, 120, 40);
    let mut screens = depths.map(|depth| {
        (Theme::new(Name::Dark, depth, true), Renderer::new(std::io::sink(), 120, 40))
    });
    let mut draw = |desk: &Desk| {
        screens.each_mut().map(|(theme, screen)| {
            screen.draw(|buffer| ui::view(&desk.app, theme, buffer)).expect("a sink takes all")
        })
    };
    let mut sent = Vec::new();
    for section in 0..sections {
        if section > 0 {
            desk.press("]");
        }
        draw(&desk);
        loop {
            desk.app.update(Msg::Key(key.parse().expect("a key")));
            if desk.reader().section().get() != section {
                break;
            }
            let bytes = draw(&desk);
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

/// Every press of `key` sends at most `most` bytes, at every one of `depths`. Returns what was sent.
fn check<const N: usize>(
    key: &str,
    depths: [Depth; N],
    presses: usize,
    most: usize,
) -> Vec<[usize; N]> {
    let sent = bytes(key, depths);
    assert!(sent.len() > presses, "{} presses", sent.len());
    for (n, depth) in depths.iter().enumerate() {
        let worst = sent.iter().map(|bytes| bytes[n]).max().unwrap_or(0);
        assert!(worst <= most, "{key}: {worst} bytes with {depth:?}");
    }
    sent
}

#[test]
fn a_line_down_is_cheap() {
    check("j", [Depth::Sixteen, Depth::Indexed], 300, 2700);
}

#[test]
fn a_paragraph_down_is_cheap() {
    let sent = check("}", [Depth::Sixteen, Depth::Indexed, Depth::True], 60, 3500);
    // The colours of this theme are among the 256, so that one depth stands for both.
    assert!(sent.iter().all(|[_, indexed, all]| indexed == all));
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
