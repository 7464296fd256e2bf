//! A reader that is killed at any moment loses at most the keystroke that was not saved yet.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use crate::common::child::{child, lines};
use crate::common::state::Folder;

const KILLS: u64 = 100;
/// A new file is begun every so often, so that its making is cut short as well.
const SAME_FILE: u64 = 10;

#[test]
fn a_hundred_kills_lose_nothing_that_was_saved() {
    let mut folder = Folder::new();
    let mut another_reader = None;
    let mut saved = 0;
    for n in 0..KILLS {
        if n.is_multiple_of(SAME_FILE) {
            another_reader = None;
            folder = Folder::new();
        } else if n % SAME_FILE == SAME_FILE / 2 {
            another_reader = Some(folder.open());
        }
        let name = format!("child{n}");
        let mut writer = child("type", &folder.file(), &name);
        let said = killed(writer.stdout(Stdio::piped()).spawn().unwrap(), n);
        saved += said.len();
        check(&folder, &name, &said);
    }
    drop(another_reader);
    assert!(saved as u64 > KILLS / 2, "the children were killed too early to tell: {saved}");
}

/// Kills a child at a moment that depends on `n`: every third while it starts, the others while
/// it types. Returns what it said before.
fn killed(mut child: Child, n: u64) -> Vec<String> {
    // Numbers that jump about, the same in every run.
    let random = n.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let moment = Duration::from_micros((random >> 33) % 20_000);
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut bytes = Vec::new();
    if !n.is_multiple_of(3) {
        while lines(&bytes).is_empty() {
            assert_ne!(output.read_until(b'\n', &mut bytes).unwrap(), 0, "it ended by itself");
        }
    }
    thread::sleep(moment);
    child.kill().unwrap();
    child.wait().unwrap();
    output.read_to_end(&mut bytes).unwrap();
    lines(&bytes)
}

/// Checks that the file is sound and has everything that `name` said it saved, or what it was to
/// save next.
#[track_caller]
fn check(folder: &Folder, name: &str, said: &[String]) {
    let kept = folder.kept();
    let number = |text: &str| text.split(' ').nth(1).unwrap().parse::<u64>().unwrap();
    let last_note = said.iter().rev().find(|line| line.starts_with("note"));
    let note = kept.notes.iter().find(|note| note.id == name);
    let (said_note, has_note) =
        (last_note.map(|line| number(line)), note.map(|note| number(&note.text)));
    assert!(has_note >= said_note, "{name}: note {has_note:?}, said {said_note:?}");
    let Some(last) = said.last().filter(|line| line.starts_with("draft")) else { return };
    let typed: usize = last.split(' ').nth(2).unwrap().parse().unwrap();
    let draft = kept.drafts.iter().find(|draft| draft.id == name);
    let in_draft = draft.is_some_and(|draft| draft.text.len() >= typed);
    assert!(in_draft || has_note == Some(number(last)), "{name}: {last}, has {draft:?}");
}
