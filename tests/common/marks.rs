//! A reader who marks and writes: what is pressed and pasted, and what comes of it.

use std::sync::Arc;

use attache::app::{Effect, Msg, Opened};
use attache::command::{Code, Key};
use attache::model::kept::{Anchor, Change, Kept};

use super::Desk;

/// 25 November 2026, in seconds since 1970.
pub const NOW: i64 = 1_795_600_000;

/// A reader at the first paragraph, who knows what day it is.
pub fn desk(width: u16, height: u16) -> Desk {
    let mut desk = Desk::new(width, height);
    desk.app.update(Msg::Now(NOW));
    desk
}

/// Presses keys, and types what stands in quotes: `a 'a word' Enter`.
pub fn press(desk: &mut Desk, keys: &str) {
    for (n, part) in keys.split('\'').enumerate() {
        if n % 2 == 0 {
            desk.press(part);
        } else {
            for c in part.chars() {
                let key = Key::plain(Code::Char(c));
                let effects = desk.app.update(Msg::Key(key));
                desk.effects.extend(effects);
            }
        }
    }
}

/// Opens the list, whose key is what `press` quotes with.
pub fn list(desk: &mut Desk) {
    desk.press("'");
}

pub fn paste(desk: &mut Desk, words: &str) {
    let effects = desk.app.update(Msg::Paste(words.to_owned()));
    desk.effects.extend(effects);
}

/// What was given to the runtime to keep.
pub fn changes(desk: &Desk) -> Vec<Change> {
    let kept = desk.effects.iter().filter_map(|effect| match effect {
        Effect::Keep(changes) => Some(changes.clone()),
        _ => None,
    });
    kept.flatten().collect()
}

/// The words that something holds on to.
pub fn quote(anchor: &Anchor) -> &str {
    anchor.quote.as_ref().map_or("", |quote| quote.exact.as_str())
}

pub fn notes(desk: &Desk) -> Vec<(&str, &str)> {
    let notes = desk.app.kept().notes.iter();
    notes.map(|note| (quote(&note.anchor), note.text.as_str())).collect()
}

pub fn drafts(desk: &Desk) -> Vec<&str> {
    desk.app.kept().drafts.iter().map(|draft| draft.text.as_str()).collect()
}

/// Everything of the runtime's side: what it would have kept if it had carried out all changes.
pub fn kept_elsewhere(desk: &Desk) -> Kept {
    let mut kept = Kept::default();
    for change in changes(desk) {
        kept.change(&change);
    }
    kept
}

#[track_caller]
pub fn assert_shows(desk: &Desk, words: &str) {
    let screen = desk.screen().replace('\u{a0}', " ");
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

#[track_caller]
pub fn assert_hides(desk: &Desk, words: &str) {
    let screen = desk.screen();
    assert!(!screen.contains(words), "{words:?} is on\n{screen}");
}

/// Opens `yaml` with what was kept, at the beginning of the text.
pub fn reopen(desk: &mut Desk, yaml: &str, kept: Kept) {
    desk.effects.clear();
    let briefing = Arc::new(super::briefing(yaml));
    let effects = desk.app.update(Msg::Opened(Opened { briefing, faults: Vec::new(), kept }));
    desk.effects.extend(effects);
    desk.press("Esc");
}
