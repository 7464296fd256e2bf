//! Back and forward, and the list of the trail: keys in, places and screens out.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use attache::app::View;
use attache::desk::PaneId;

use crate::common::Desk;

/// Two sections whose first paragraphs lead to each other, and a third one.
const BOTH_WAYS: &str = "\
format: 1
title: Both ways
sections:
  - id: here
    title: Here
    body:
      - {id: a, text: 'From here [over there](section:there/b), to [the rule](article:1).'}
      - {id: c, text: 'Another paragraph, of [Ada](actor:ada).'}
  - id: there
    title: There
    body:
      - {id: b, text: 'From there [back again](section:here/a).'}
      - {id: d, text: 'And another.'}
instruments:
  - {id: i, title: I, articles: [{number: 1, title: The rule, gist: Be kind.}]}
actors:
  - {id: ada, name: Ada}
";

#[test]
fn a_hundred_and_fifty_steps_back_and_forward_again() {
    let mut desk = Desk::open(BOTH_WAYS, 100, 30);
    let mut places = vec![desk.focus()];
    for _ in 0..150 {
        desk.press("Right Enter");
        places.push(desk.focus());
    }
    for place in places.iter().rev().skip(1) {
        desk.press("Backspace");
        assert_eq!(desk.focus(), *place);
    }
    assert!(desk.press("Backspace").screen().contains("this is where it began"));
    for place in places.iter().skip(1) {
        desk.press("Alt-Right");
        assert_eq!(desk.focus(), *place);
    }
    assert!(desk.press("Ctrl-]").screen().contains("nothing ahead"));
}

#[test]
fn place_pane_link_and_view_come_back() {
    // The pane and what was followed into it.
    let mut desk = Desk::open(BOTH_WAYS, 100, 30);
    desk.press("Right Right Enter");
    assert_eq!(desk.reader().active(), PaneId::Articles);
    desk.press("1 Left Enter");
    assert_eq!(desk.focus(), "there/b");
    desk.press("Backspace");
    assert_eq!((desk.focus().as_str(), desk.reader().active()), ("here/a", PaneId::Text));
    assert_eq!(desk.reader().pane(PaneId::Text).link_number(), Some(0));
    desk.press("Backspace");
    assert_eq!(desk.reader().pane(PaneId::Text).link_number(), Some(1));
    desk.press("Alt-Right Alt-Right");
    assert_eq!(desk.focus(), "there/b");
    // The view that lay over the text, with its cursor.
    for keys in ["e } Enter", "i Enter", "x Enter Enter", "o } Enter"] {
        let mut desk = Desk::new(120, 40);
        let (before, last) = keys.rsplit_once(' ').expect("several keys");
        desk.press(before);
        let left = desk.screen();
        desk.press(last);
        assert!(desk.app.overlays().is_empty(), "{keys}\n{}", desk.screen());
        desk.press("]").press("Backspace");
        assert_eq!(desk.screen(), left, "{keys}");
        desk.press("Esc Esc Ctrl-]");
        assert!(desk.app.overlays().is_empty(), "{keys}");
    }
}

#[test]
fn a_pin_stays_over_every_step() {
    let mut desk = Desk::new(120, 40);
    desk.press("p");
    let pinned = desk.reader().pane(PaneId::Articles).items().to_vec();
    desk.press("G Right Enter");
    assert_eq!(desk.focus(), "quarrel/start");
    for key in ["Backspace", "Alt-Right", "Backspace", "]", "J Enter"] {
        desk.press(key);
        assert!(desk.reader().is_pinned(PaneId::Articles), "after {key}");
        assert_eq!(desk.reader().pane(PaneId::Articles).items(), pinned, "after {key}");
    }
}

/// The heads of the list's rows, with a mark where the cursor is.
fn rows(desk: &Desk) -> Vec<String> {
    let screen = desk.screen().replace('\u{a0}', " ");
    let inside =
        screen.lines().filter_map(|line| line.split('│').find(|part| part.contains(", ¶")));
    inside.map(|part| part.trim().to_owned()).collect()
}

#[test]
fn the_list_has_the_newest_first_and_marks_the_present() {
    let mut desk = Desk::open(BOTH_WAYS, 100, 30);
    desk.press("} Right Enter 1 o g } Enter J");
    assert_eq!(
        rows(&desk),
        ["● 2 There, ¶ 1 · here", "▌ ← 1 Here, ¶ 2 · Contents", "← 1 Here, ¶ 2"]
    );
    desk.press("Esc Backspace Esc J");
    assert_eq!(rows(&desk), ["→ 2 There, ¶ 1", "● 1 Here, ¶ 2 · here", "▌ ← 1 Here, ¶ 2"]);
}

#[test]
fn a_jump_is_as_many_steps_at_once() {
    let mut desk = Desk::open(BOTH_WAYS, 100, 30);
    // a, b, a, b.
    desk.press("Right Enter Right Enter Right Enter");
    let whole = desk.press("J").screen();
    desk.press("} } Enter");
    assert_eq!(desk.focus(), "here/a");
    assert!(desk.app.overlays().is_empty());
    // All that lay between is ahead now, and a jump there brings the trail back as it was.
    desk.press("J");
    assert_eq!(rows(&desk).len(), 4, "{}", desk.screen());
    assert_eq!(desk.app.overlays().len(), 1);
    desk.press("g Enter J");
    assert_eq!(desk.screen(), whole);
    // On the present place Enter goes nowhere.
    desk.press("g Enter");
    assert_eq!((desk.focus().as_str(), desk.app.overlays().len()), ("there/b", 0));
}

#[test]
fn the_list_of_a_view_comes_back_to_the_view() {
    let mut desk = Desk::new(120, 40);
    desk.press("G Right Enter e J");
    assert_eq!(desk.app.overlays().len(), 2);
    desk.press("J");
    assert!(matches!(desk.app.overlays(), [only] if matches!(only.view, View::Evidence(_))));
    desk.press("J Enter Alt-Right");
    assert!(matches!(desk.app.overlays(), [only] if matches!(only.view, View::Evidence(_))));
}

#[test]
fn an_empty_trail_has_the_present_alone() {
    let mut desk = Desk::new(80, 24);
    desk.press("J");
    assert_eq!(rows(&desk).len(), 1, "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.app.overlays().is_empty());
}

#[test]
fn what_is_kept_stays_bounded() {
    // A list of 600 places lies over each place that is left: 150 of them have 90,000 items.
    let many = "      - text: '[The rule](article:1).'\n".repeat(600);
    let yaml = format!(
        "format: 1\ntitle: T\nsections:\n  - id: s\n    title: S\n    body:\n{many}\
         instruments: [{{id: i, title: I, articles: [{{number: 1, title: The rule}}]}}]\n"
    );
    let mut desk = Desk::open(&yaml, 80, 24);
    for _ in 0..150 {
        desk.press("2 r } Enter");
    }
    let mut with_list = 0;
    for _ in 0..150 {
        desk.press("Backspace");
        with_list += usize::from(!desk.app.overlays().is_empty());
        desk.press("Esc");
    }
    // 20,000 items are 33 lists; the places themselves are all there.
    assert_eq!(with_list, 33);
    assert!(desk.press("Backspace").screen().contains("this is where it began"));
}

#[test]
fn the_list_at_every_size() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let mut desk = Desk::new(width, height);
        desk.press("l l l l Enter 1 G Right Enter o g Enter e } Enter Backspace Esc J");
        insta::assert_snapshot!(format!("trail-{width}x{height}"), desk.screen());
    }
    let mut desk = Desk::new(20, 5);
    desk.press("] J Enter");
    assert!(desk.app.overlays().is_empty());
}
