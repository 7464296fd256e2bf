//! What on the screen leads out of the briefing, for terminals that can go there.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use crate::common::{self, Desk};

/// Each part of the screen that leads somewhere: what it reads, and where to.
fn links(desk: &Desk) -> Vec<(String, String)> {
    let size = desk.app.size();
    let (buffer, drawn) = desk.drawn();
    let mut all = Vec::new();
    for y in 0..size.height {
        for (columns, address) in drawn.hyperlinks.row(usize::from(y)) {
            let cells = buffer.content.iter().skip(usize::from(y) * usize::from(size.width));
            let words: String = cells
                .skip(columns.start)
                .take(columns.len())
                .map(ratatui::buffer::Cell::symbol)
                .collect();
            all.push((words, address.to_owned()));
        }
    }
    all
}

/// The parts after `keys` on the sample.
fn check(width: u16, height: u16, keys: &str, expected: &[(&str, &str)]) {
    let mut desk = Desk::new(width, height);
    desk.press(keys);
    let found = links(&desk);
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(found, expected, "{keys:?} at {width}x{height}\n{}", desk.screen());
}

const ARCHIVE: &str = "https://example.org/a";
const GAZETTE: &str = "https://example.org/gazette";

#[test]
fn only_what_leads_out_does() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        check(width, height, "G", &[("the archive", ARCHIVE), (ARCHIVE, ARCHIVE)]);
        check(
            width,
            height,
            "g 2",
            &if height > 30 { vec![("the archive", ARCHIVE), (ARCHIVE, ARCHIVE)] } else { vec![] },
        );
        check(width, height, "]", &[]);
    }
}

#[test]
fn addresses_on_cards_read_as_they_are() {
    // Of a short screen, so that the text with the archive in it does not show.
    check(80, 12, "Left Enter", &[(GAZETTE, GAZETTE)]);
    check(80, 12, "Left Enter Enter", &[(GAZETTE, GAZETTE)]);
    check(60, 20, "G Right Right Enter", &[(ARCHIVE, ARCHIVE)]);
    check(60, 20, "z G", &[("the archive", ARCHIVE), (ARCHIVE, ARCHIVE)]);
}

#[test]
fn what_lies_under_a_frame_leads_nowhere() {
    let mut desk = Desk::new(120, 40);
    desk.press("G");
    assert_eq!(links(&desk).len(), 2);
    desk.press("?");
    let beside: Vec<String> = links(&desk).into_iter().map(|(words, _)| words).collect();
    assert_eq!(beside, ["https://exa"], "{}", desk.screen());
}

#[test]
fn an_address_over_several_lines_leads_there_from_each() {
    let long = format!("https://example.org/{}", "archive/".repeat(12));
    let yaml = common::SAMPLE.replace(GAZETTE, &long);
    let mut desk = Desk::open(&yaml, 60, 20);
    desk.press("Left Enter");
    let found = links(&desk);
    assert_eq!(found.len(), 3, "{}", desk.screen());
    assert!(found.iter().all(|(_, address)| *address == long));
    let words: String = found.iter().map(|(words, _)| words.as_str()).collect();
    assert_eq!(words, long);
}

#[test]
fn the_web_and_mail_can_be_opened() {
    for address in ["mailto:ada@example.org", "http://example.org/", "https://example.org/a%20b"] {
        let yaml = common::SAMPLE.replace(ARCHIVE, address);
        let mut desk = Desk::open(&yaml, 80, 24);
        desk.press("G");
        let expected = ["the archive", address].map(|words| (words.to_owned(), address.to_owned()));
        assert_eq!(links(&desk), expected);
    }
}

/// The lines of the text pane with an address in them, for a paragraph that reads `text`.
fn shown(text: &str, width: u16) -> Vec<String> {
    let yaml = common::SAMPLE.replace("See also [the quarrel](section:quarrel/start) and", text);
    let mut desk = Desk::open(&yaml, width, 24);
    desk.press("z G");
    let screen = desk.screen();
    let lines = screen.lines().filter(|line| line.contains("example."));
    lines.map(|line| line.trim_start_matches(['▌', '▎', ' ']).trim_end().to_owned()).collect()
}

#[test]
fn an_address_stands_below_the_words_that_lead_to_it() {
    let check = |text: &str, expected: &[&str]| {
        for width in [60, 80, 120] {
            assert_eq!(
                shown(text, width),
                [expected, &[ARCHIVE][..]].concat(),
                "{text} at {width}"
            );
        }
    };
    let council = "https://council.example.org/minutes/2024-06-19";
    check(&format!("On [a *page*]({council}),"), &[council]);
    // Once, however often it is linked.
    check(&format!("On [a]({council}) and [b]({council}),"), &[council]);
    // Not where the words are the address, which stay whole.
    let lines = shown(&format!("See [{council}]({council}) and then, after it,"), 60);
    assert!(lines.len() == 2 && lines[0].contains(council), "{lines:?}");
}
