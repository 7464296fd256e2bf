//! What could not be saved when a reader leaves, and where it goes instead.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::base::visible;
use crate::model::kept::{Anchor, Kept};
use crate::store::{Store, StoreError, UnsavedChange};

use super::store_failure::StoreFailure;
use super::words;

/// What could not be saved when a reader leaves.
#[derive(Debug)]
pub(super) struct Remainder {
    /// Why not.
    why: StoreFailure,
    /// The file that it is in, or all that the reader wrote and marked, in words.
    to: Result<PathBuf, String>,
}

impl Remainder {
    /// Puts changes in a file beside the state file at `path`, if the disk takes that within `patience`.
    pub(super) fn put(
        path: Result<PathBuf, StoreError>,
        changes: Vec<UnsavedChange>,
        why: StoreFailure,
        patience: Duration,
    ) -> Self {
        let in_words = in_words(&changes);
        let (send, written) = mpsc::channel();
        // On a thread, for the disk may hang.
        let write = move || _ = send.send(path.and_then(|path| Store::put_beside(&path, &changes)));
        let thread = thread::Builder::new().name("remainder".into()).spawn(write);
        let written = thread.ok().and_then(|_| written.recv_timeout(patience).ok());
        Self { why, to: written.and_then(Result::ok).ok_or(in_words) }
    }

    /// What the reader is told, in lines.
    pub(super) fn told(&self) -> String {
        let mut lines = vec![words::on_standard_error(&line(&self.why.to_string()))];
        match &self.to {
            Ok(path) => {
                let path = path.display().to_string();
                lines.push(words::on_standard_error(&words::left_beside(&line(&path))));
            }
            Err(in_words) if in_words.is_empty() => {
                lines.push(words::on_standard_error(words::place_not_kept()));
            }
            Err(in_words) => {
                lines.push(words::on_standard_error(words::left_in_words()));
                lines.push(in_words.clone());
            }
        }
        lines.join("\n")
    }
}

fn line(text: &str) -> String {
    visible(text).replace('\n', " ")
}

/// What a reader wrote and marked, each thing with what it is on. Control characters are replaced.
fn in_words(changes: &[UnsavedChange]) -> String {
    let mut left: BTreeMap<&str, Kept> = BTreeMap::new();
    for UnsavedChange { home, change, .. } in changes {
        left.entry(home).or_default().change(change);
    }
    let mut all = String::new();
    for (briefing, kept) in left {
        let notes =
            kept.notes.iter().map(|note| words::note_left(&on(briefing, &note.anchor), &note.text));
        let drafts = kept.drafts.iter().filter(|draft| !draft.text.trim().is_empty());
        let drafts =
            drafts.map(|draft| words::draft_left(&on(briefing, &draft.anchor), &draft.text));
        let highlights =
            kept.highlights.iter().map(|one| words::highlight_left(&on(briefing, &one.anchor)));
        let bookmarks = kept
            .bookmarks
            .iter()
            .map(|one| words::bookmark_left(&on(briefing, &one.anchor), &one.name()));
        for words in notes.chain(drafts).chain(highlights).chain(bookmarks) {
            all.push('\n');
            all.push_str(&visible(&words));
            all.push('\n');
        }
    }
    all
}

/// What something is on, in words.
fn on(briefing: &str, anchor: &Anchor) -> String {
    let quote = anchor.quote.as_ref().filter(|_| anchor.card.is_none());
    let words = quote.map_or(&anchor.opening, |quote| &quote.exact);
    words::place(briefing, &anchor.section, &line(words))
}
