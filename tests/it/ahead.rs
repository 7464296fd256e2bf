//! What is pressed before the whole briefing is read.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use attache::app::{Effect, Msg, Opened};
use attache::command::Key;
use attache::desk::PaneId;
use attache::load::{self, PreviewFiles};
use attache::model::Briefing;
use attache::model::kept::{Change, Kept, Position};
use proptest::prelude::*;
use ratatui::buffer::Cell;

use crate::common::Desk;

/// The bundled briefing, and its second section alone.
static BRIEFING: LazyLock<(Arc<Briefing>, Arc<Briefing>)> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/russia-dprk-treaty");
    let whole = load::open(&path).briefing.unwrap();
    let part = load::preview_section(PreviewFiles::Folder(&path), &whole.sections[1].id).unwrap();
    (Arc::new(whole), Arc::new(part))
});

fn opened(briefing: &Arc<Briefing>, kept: &Kept) -> Opened {
    Opened { briefing: Arc::clone(briefing), faults: Vec::new(), kept: kept.clone() }
}

/// What is kept by somebody who left the second section after these keys.
fn left(keys: &str) -> Kept {
    let mut desk = Desk::read(Arc::clone(&BRIEFING.0), 120, 40);
    desk.press("]").press(keys).send(Msg::Leaving);
    let mut kept = Kept::default();
    desk.changes.iter().for_each(|change| kept.change(change));
    kept
}

/// Somebody who comes back to what is kept, before the whole is read.
fn before(kept: &Kept, (width, height): (u16, u16)) -> Desk {
    let mut desk = Desk::bare(width, height, true);
    desk.send(Msg::Loading).send(Msg::Preview(opened(&BRIEFING.1, kept)));
    desk
}

/// The whole is read.
fn arrive<'d>(desk: &'d mut Desk, kept: &Kept) -> &'d mut Desk {
    desk.send(Msg::Opened(opened(&BRIEFING.0, kept)))
}

/// The screen but for what was said.
fn seen(desk: &Desk) -> String {
    let screen = desk.painting();
    let footer = screen.lines().nth(usize::from(desk.app.size().height) - 1).unwrap_or_default();
    screen.replace(footer, "")
}

/// The place that is kept, whenever.
fn place(desk: &Desk) -> Option<Position> {
    let place = desk.app.kept().position.clone();
    place.map(|place| Position { at: 0, ..place })
}

const SIZES: [(u16, u16); 4] = [(150, 45), (100, 30), (80, 24), (60, 20)];

#[test]
fn the_section_that_was_left_stands_as_in_the_whole() {
    for keys in ["", "} } j j", "G", "d d }"] {
        let kept = left(keys);
        for size in SIZES {
            let mut desk = before(&kept, size);
            let narrative = |desk: &Desk| {
                let (buffer, area) = (desk.buffer(), desk.app.screen().pane(PaneId::Text).unwrap());
                let rows = area.y..area.y + area.height;
                let row =
                    |y| (area.x..area.x + area.width).map(|x| buffer[(x, y)].clone()).collect();
                rows.map(row).collect::<Vec<Vec<Cell>>>()
            };
            let (part, focus) = (narrative(&desk), desk.focus());
            arrive(&mut desk, &kept);
            assert_eq!(desk.focus(), focus, "{keys} {size:?}");
            // How many questions come before is not known yet.
            if !desk.screen().contains("For the class") {
                assert_eq!(part, narrative(&desk), "{keys} {size:?}");
            }
        }
    }
}

/// These keys before the whole is there, and after it, come to what both come to in the whole.
fn comes_to_the_same(early: &str, late: &str) {
    let kept = left("} } }");
    for size in SIZES {
        let mut desk = before(&kept, size);
        desk.press(early);
        arrive(&mut desk, &kept).press(late);
        let mut whole = Desk::come_back(Arc::clone(&BRIEFING.0), kept.clone(), size.0, size.1);
        whole.press(early).press(late);
        assert_eq!(seen(&desk), seen(&whole), "{early} | {late} at {size:?}");
        assert_eq!(desk.app.prompt().is_some(), whole.app.prompt().is_some());
        desk.send(Msg::Leaving);
        whole.send(Msg::Leaving);
        assert_eq!(place(&desk), place(&whole), "{early} | {late} at {size:?}");
    }
}

#[test]
fn keys_before_the_whole_is_there_come_to_the_same() {
    comes_to_the_same("j j j", "");
    comes_to_the_same("j d } k", "j");
    comes_to_the_same("]", "j");
    comes_to_the_same("G }", "");
    comes_to_the_same("5 j", "}");
    comes_to_the_same("/ a r m i s t i c e Enter", "n");
    comes_to_the_same("/ q", "u e s t Enter");
    comes_to_the_same(": t i m e l i n e Enter j", "");
    comes_to_the_same("Tab j", "Tab");
    comes_to_the_same("Right Enter", "Backspace");
    comes_to_the_same("t j q", "j");
    comes_to_the_same("w w z", "j");
    comes_to_the_same("?", "j q");
    comes_to_the_same("? j j", "");
    comes_to_the_same("m x Enter", "");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_pressed_before_comes_to_the_same(
        keys in prop::collection::vec(
            proptest::sample::select(vec![
                "j", "k", "}", "{", "d", "u", "Space", "b", "g", "G", "]", "[", "Tab", "Right",
                "Enter", "t", "x", "o", "c", "z", "w", "n", ":", "/", "a", "2", "Down", "Up", "p",
            ]),
            0..12,
        ),
        at in 0..12usize,
    ) {
        let (early, late) = keys.split_at(at.min(keys.len()));
        comes_to_the_same(&early.join(" "), &late.join(" "));
    }
}

/// What the runtime is asked for once these keys are pressed before the whole is there.
fn asks(keys: &str, expected: &[Effect]) {
    let mut desk = before(&left("}"), (100, 30));
    desk.press(keys);
    let asked: Vec<Effect> = desk.asked().into_iter().cloned().collect();
    assert_eq!(asked, expected, "{keys}");
}

#[test]
fn q_leaves_at_once_unless_it_may_be_a_letter_of_what_was_begun() {
    asks("q", &[Effect::Quit]);
    asks("j j q", &[Effect::Quit]);
    asks("] ] q", &[Effect::Quit]);
    asks("/ q", &[]);
    asks("t q", &[]);
    asks("/ q Ctrl-c", &[Effect::Quit]);
    asks("/ q Esc q", &[Effect::Quit]);
    asks("R q", &[Effect::Quit]);
}

#[test]
fn files_that_are_read_anew_by_a_key_held_down_are_read_once_more() {
    let mut desk = Desk::read(Arc::clone(&BRIEFING.0), 100, 30);
    desk.press("R").send(Msg::Loading).press("R R R R");
    assert!(desk.screen().contains("the files are being read; 1 key waits"), "{}", desk.screen());
    desk.press("Esc / R R");
    assert!(desk.screen().contains("the files are being read; 3 keys wait"), "{}", desk.screen());
}

#[test]
fn before_anything_is_there_q_leaves_too() {
    let mut desk = Desk::bare(80, 24, true);
    desk.send(Msg::Loading).press("q");
    assert_eq!(desk.asked(), [&Effect::Quit]);
    let mut desk = Desk::bare(80, 24, true);
    desk.send(Msg::Loading).press("Enter / q");
    assert!(desk.asked().is_empty());
    assert!(desk.screen().contains("the briefing is being read; 3 keys wait"), "{}", desk.screen());
    desk.press("Ctrl-c");
    assert_eq!(desk.asked(), [&Effect::Quit]);
}

#[test]
fn what_waits_is_told_and_can_be_dropped() {
    let kept = left("}");
    let mut desk = before(&kept, (100, 30));
    assert!(desk.screen().contains("the rest is being read"), "{}", desk.screen());
    let focus = desk.focus();
    desk.press("] ]");
    assert!(desk.screen().contains("the rest is being read; 2 keys wait"), "{}", desk.screen());
    desk.press("Esc");
    assert!(desk.screen().contains("2 keys dropped"), "{}", desk.screen());
    arrive(&mut desk, &kept);
    assert_eq!(desk.focus(), focus);
    assert!(!desk.screen().contains("being read"), "{}", desk.screen());
}

#[test]
fn if_it_cannot_be_read_nothing_is_carried_out() {
    let mut desk = before(&left("}"), (100, 30));
    desk.press("]").send(Msg::Failed("It is gone.".to_owned()));
    assert!(desk.screen().contains("It is gone."), "{}", desk.screen());
    // What its links lead to is not there, and will not be.
    assert!(desk.app.reader().is_none());
    desk.press("q");
    assert_eq!(desk.asked(), [&Effect::Quit]);
}

#[test]
fn the_place_in_the_section_is_kept_by_who_leaves_before_the_rest_is_read() {
    let mut desk = before(&left("}"), (100, 30));
    desk.press("} }").send(Msg::Leaving);
    assert_eq!(place(&desk).unwrap().anchor.block, left("} } }").position.unwrap().anchor.block);
}

#[test]
fn what_was_read_meanwhile_is_kept_and_counted_once() {
    let kept = left("}");
    let mut desk = before(&kept, (100, 30));
    desk.wait(0).wait(40);
    let is_read = |change: &&Change| matches!(change, Change::Read(..));
    let read = desk.changes.iter().filter(is_read).count();
    assert!(read > 0);
    arrive(&mut desk, &kept).wait(40);
    let mut addresses: Vec<String> = desk
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Read(address, _) => Some(address.clone()),
            _ => None,
        })
        .collect();
    let all = addresses.len();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), all);
    assert!(addresses.iter().all(|address| desk.app.kept().read.contains(address)));
}

#[test]
fn marks_on_the_section_are_there_at_once() {
    let kept = left("} m x Enter");
    assert_eq!(kept.bookmarks.len(), 1);
    let desk = before(&kept, (100, 30));
    assert!(desk.screen().contains("'x") || desk.screen().contains("⚑"), "{}", desk.screen());
}

#[test]
fn keys_after_reading_the_files_again_wait_for_them() {
    let kept = Kept::default();
    let mut desk = Desk::read(Arc::clone(&BRIEFING.0), 100, 30);
    desk.press("R").send(Msg::Loading);
    desk.press("j ] :");
    assert!(desk.screen().contains("the files are being read; 2 keys wait"), "{}", desk.screen());
    arrive(&mut desk, &kept);
    assert!(desk.app.prompt().is_some());
    let key: Key = "Esc".parse().unwrap();
    desk.send(Msg::Key(key));
    assert!(desk.focus().starts_with(&BRIEFING.0.sections[1].id), "{}", desk.focus());
}
