//! Whatever is pressed, on a screen of whatever size: no panic, and the reader keeps its promises.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::sync::Arc;

use attache::app::Msg;
use attache::command::{Context, Key, TABLE};
use attache::desk::{PaneId, Size, Zen};
use attache::model::Briefing;
use proptest::prelude::*;
use ratatui::buffer::Cell;

use crate::common::{self, Desk};

const EMPTY: &str = "{format: 1, title: Nothing, sections: []}";
const BARE: &str = "\
format: 1
title: Bare
sections:
  - {id: none, title: No blocks, body: []}
  - {id: only, title: Only headings, body: [{heading: One}, {heading: Two}]}
  - {id: some, title: Some, body: [{text: 가나다라마바사 日本語の文章です。 👩‍👩‍👧 e\u{301} ภาษาไทยของเรา বাংলা}, {cue: Hidden}]}
";

/// A briefing with a word that is longer than a screen, and a paragraph of many links.
fn wild() -> String {
    let link = |n: usize| format!("[l{n}](https://example.org/{n}) ");
    let links: Vec<String> = (0..100).map(link).collect();
    let links = links.concat();
    let word = "x".repeat(2000);
    let title = "x".repeat(1000);
    format!(
        "format: 1\ntitle: Wild\nsections:\n  - id: s\n    title: {title}\n    body:\n      \
         - heading: {word}\n      - text: {word}\n      - text: '{links}'\n      - list: [{word}]\n"
    )
}

fn action() -> impl Strategy<Value = Msg> {
    let keys: Vec<Key> = TABLE.iter().flat_map(attache::command::Entry::keys).collect();
    let junk = (any::<char>(), any::<bool>())
        .prop_map(|(c, alt)| Key { alt, ..Key::plain(attache::command::Code::Char(c)) });
    // Digits of numbers before keys, and letters and syllables of other keyboards.
    let other = prop_oneof!["[0-9]", "[ㄱ-ㅣ]", "[가-힣]", "[а-я]"]
        .prop_filter_map("a letter", |words| words.chars().next())
        .prop_map(|c| Key::plain(attache::command::Code::Char(c)));
    let size = (1..=300u16, 1..=100u16).prop_map(|(width, height)| Size { width, height });
    prop_oneof![
        12 => proptest::sample::select(keys).prop_map(Msg::Key),
        1 => junk.prop_map(Msg::Key),
        2 => other.prop_map(Msg::Key),
        2 => size.prop_map(Msg::Resize),
    ]
}

/// Some have faults, such as a section without a block: what could be read opens all the same.
fn opened(yaml: &str) -> Arc<Briefing> {
    let loaded = attache::load::from_files("any", [("briefing.yaml", yaml)]);
    Arc::new(loaded.briefing.expect("what could be read"))
}

fn check(briefing: Arc<Briefing>, actions: Vec<Msg>) -> Result<(), TestCaseError> {
    let mut desk = Desk::read(briefing, 80, 24);
    for action in actions {
        let said = format!("{action:?}");
        desk.send(action);
        let drives = |cell: &Cell| cell.symbol().chars().any(char::is_control);
        let (buffer, drawn) = desk.drawn();
        prop_assert!(!buffer.content.iter().any(drives), "after {said}");
        let cursor = drawn.cursor.at;
        prop_assert!(buffer.area.contains(cursor), "the cursor is at {cursor} after {said}");
        let Some(reader) = desk.app.reader() else { continue };
        let shown = desk.app.screen().pane(PaneId::Text).is_some();
        if desk.app.context() == Context::Text && shown && reader.focus().is_some() {
            let pane = reader.pane(PaneId::Text);
            let in_view = match reader.zen() {
                Zen::Presenter => pane.alone().any(|row| row.eye),
                _ => pane.seen().any(|row| row.eye),
            };
            prop_assert!(in_view, "out of view after {said}");
        }
    }
    Ok(())
}

/// Whatever is pressed while a class looks on and nothing was asked for, nothing that is the reader's own
/// and no cue is on the screen.
fn check_sight(before: Vec<Msg>, actions: Vec<Msg>) -> Result<(), TestCaseError> {
    let mut desk = Desk::new(100, 30);
    desk.press("M a").write("ownnote").press("Enter m").write("ownmark").press("Enter");
    desk.press("2 a").write("ownnote").press("Enter 3 a").write("ownnote").press("Enter 1");
    // The places and the searches that are left at the desk have all of it.
    desk.press("C ] ' Enter G { / o w n Enter / r e a d Enter ; Esc");
    for action in before {
        desk.send(action);
    }
    desk.press("F5");
    for action in actions {
        let said = format!("{action:?}");
        desk.send(action);
        let options = desk.app.options();
        if options.zen == Zen::Presenter && !options.teacher {
            let screen = desk.screen();
            for private in
                ["ownnote", "ownmark", "of your notes", "┊", "Let them", "read the article"]
            {
                prop_assert!(!screen.contains(private), "after {said}\n{screen}");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn on_the_sample(actions in prop::collection::vec(action(), 1..60)) {
        check(common::sample(), actions)?;
    }

    #[test]
    fn on_a_bare_briefing(actions in prop::collection::vec(action(), 1..40)) {
        check(opened(BARE), actions)?;
    }

    #[test]
    fn in_the_sight_of_a_class(
        before in prop::collection::vec(action(), 0..20),
        actions in prop::collection::vec(action(), 1..60),
    ) {
        check_sight(before, actions)?;
    }

    #[test]
    fn on_a_wild_briefing(actions in prop::collection::vec(action(), 1..30)) {
        check(opened(&wild()), actions)?;
    }
}

#[test]
fn an_empty_briefing_says_so() {
    let mut desk = Desk::read(opened(EMPTY), 80, 24);
    desk.press("j } Space ] o Esc ? Esc 2 Enter 3 Enter K r p Backspace G g");
    assert!(desk.screen().contains("Nothing"), "{}", desk.screen());
}

#[test]
fn a_screen_of_any_size_is_drawn() {
    let mut desk = Desk::new(80, 24);
    for (width, height) in [(30_000, 5), (100, 40_000), (65_535, 65_535), (1, 1)] {
        desk.app.update(Msg::Resize(Size { width, height }));
        assert!(desk.buffer().area.width <= 1000);
    }
}
