//! A key that finds nothing to do says why, wherever it is pressed.

use std::sync::Arc;

use attache::app::{Effect, Msg, Opened, Reread};
use attache::model::kept::Kept;

use crate::common::{self, Desk};

/// What is said after `keys`.
#[track_caller]
fn check(keys: &str, said: &str) {
    let mut desk = Desk::new(100, 30);
    desk.press(keys);
    assert_eq!(desk.app.said(), Some(said), "{keys}\n{}", desk.screen());
}

#[test]
fn the_ends_of_things() {
    check("k", "this is the beginning");
    check("] G j", "this is the end");
    check("] G }", "this is the end");
    check("] G Space", "this is the end");
    check("g {", "this is the beginning");
    check("g g", "this is the beginning");
    check("] G G", "this is the end");
    check("] ]", "this is the last section");
    check("[", "this is the first section");
    check("h h h h h h h h", "no link before this");
    check("] G l l l l l", "no further link here");
    check("o G j", "this is the end");
    check("o g k", "this is the beginning");
    check("1", "this is the text");
    check("2 2", "these are the articles");
    check("3 3", "these are the actors");
    check("x h", "this is the first column");
    check("x l l l l l l l l", "this is the last column");
    check("t + +", "months are the closest");
    check("t - - -", "decades are the farthest");
    check("c <", "no counterpart before this");
    check("c > > >", "no further counterpart");
    check("e ] ]", "this is the last section");
    check("v $ G G", "the words end here");
}

#[test]
fn what_was_said_is_drawn_again_with_the_screen() {
    check("] G j Ctrl-l", "this is the end");
    check("5 Ctrl-l", "count: 5");
    let mut desk = Desk::new(100, 30);
    let screen = desk.press("] ,").screen();
    assert_eq!(desk.press("Ctrl-l").screen(), screen, "letters stay on the links");
    let screen = desk.press("Esc / b e l l").screen();
    assert_eq!(desk.press("Ctrl-l").screen(), screen, "so does a line that is written");
}

#[test]
fn what_there_is_not() {
    check("Esc", "nothing to close; q leaves");
    check("n", "nothing is searched for; / begins");
    check(";", "nothing is searched for; / begins");
    check("Backspace", "this is where it began");
    check("Alt-Right", "nothing ahead");
    check("] } K", "no link here");
    check("] } Enter", "no link here");
    check("? Enter", "nothing to follow here");
    check("' D", "nothing under the cursor");
    check("] } 2 p", "nothing to pin here");
    check("F5 Esc", "z or F5 puts the panes back");
    check("z Esc", "nothing to close; q leaves");
}

/// Lines are no wider than the pane, whatever is asked for.
#[test]
fn a_pane_with_no_room_for_wider_lines_says_so() {
    let check = |width, keys: &str, said: &str| {
        let mut desk = Desk::new(width, 30);
        desk.press(keys);
        assert_eq!(desk.app.said(), Some(said), "{keys} at {width}\n{}", desk.screen());
    };
    check(240, "+", "up to 76 columns");
    check(240, "- -", "up to 68 columns");
    check(80, "+", "the pane has only 45 columns");
    check(80, "=", "the pane has only 45 columns");
    // What is seen is what is made narrower.
    check(80, "-", "up to 41 columns");
    check(80, "- +", "up to 45 columns");
    check(80, "- + +", "the pane has only 45 columns");
    check(30, "-", "the pane has only 26 columns");
}

#[test]
fn the_files_that_were_read_again_are_told() {
    let read_again = |yaml: &str, is_same: bool| {
        let mut desk = Desk::new(100, 30);
        desk.press("R");
        assert!(desk.effects.contains(&Effect::Reload));
        let briefing = Arc::new(common::briefing(yaml));
        let opened = Opened { briefing, faults: Vec::new(), kept: Kept::default() };
        desk.send(Msg::Reread(Reread { opened, is_same, slip: None }));
        desk.app.said().unwrap_or_default().to_owned()
    };
    let check = |yaml: &str, said: &str| {
        assert_eq!(read_again(yaml, yaml == common::SAMPLE), said);
    };
    check(common::SAMPLE, "read again: nothing has changed");
    let sample = common::SAMPLE;
    check(&sample.replace("The council never met.", "It met."), "read again: 1 section changed");
    let both = sample.replace("The council never met.", "It met.").replace("tide line](", "tide](");
    check(&both, "read again: 2 sections changed");
    let cards = sample.replace("Either town may close", "Neither town may close");
    check(&cards, "read again: what stands beside the text has changed");
}
