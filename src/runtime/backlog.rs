//! The changes that are not on the disk yet: what the session has given and the worker has not committed.
//!
//! Both have it. So the session knows what is kept, waits a moment for it before it shows it, and still
//! has all of the rest when it ends and the disk hangs.

use std::collections::{BTreeSet, HashMap};
use std::mem;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::model::kept::Change;
use crate::store::{StoreError, UnsavedChange};

/// The changes that are not on the disk yet.
#[derive(Clone, Default)]
pub(super) struct Backlog(Arc<Shared>);

#[derive(Default)]
struct Shared {
    state: Mutex<BacklogState>,
    /// It has become empty, or what is in it is refused.
    settled: Condvar,
}

#[derive(Default)]
struct BacklogState {
    changes: Vec<BacklogChange>,
    /// What the rows of each briefing are named by, by the name of its home: that stays as long as the
    /// session, wherever the briefing goes.
    keys: HashMap<String, String>,
    /// The number of the last one that was given.
    last: u64,
    /// The number of the last one that the worker has begun to save. Up to it nothing is replaced any
    /// more: it may be on the disk already.
    begun: u64,
    /// Why the disk refuses them, if it does.
    refusal: Option<StoreError>,
    /// Whether the session is at its end: nothing more is to be saved.
    is_closed: bool,
    /// Whether the session is to hear when nothing is left.
    is_awaited: bool,
}

/// A change that is not on the disk yet.
#[derive(Debug, Clone)]
pub(super) struct BacklogChange {
    /// What tells it from the others.
    number: u64,
    /// The name of its briefing's home.
    pub(super) briefing: String,
    pub(super) change: Change,
}

impl Backlog {
    fn state(&self) -> MutexGuard<'_, BacklogState> {
        // Nothing in here can leave it half changed.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds changes. Of those that only say how something is now the last one counts: a disk that takes
    /// nothing must not fill the memory.
    pub(super) fn add(&self, briefing: &str, changes: Vec<Change>) {
        let mut state = self.state();
        let begun = state.begun;
        for mut change in changes {
            state.changes.retain(|before| {
                let replaced = before.number > begun && before.briefing == briefing;
                let replaced = replaced.then(|| change.in_place_of(&before.change)).flatten();
                replaced.map(|both| change = both).is_none()
            });
            state.last += 1;
            let (number, briefing) = (state.last, briefing.to_owned());
            state.changes.push(BacklogChange { number, briefing, change });
        }
    }

    /// What is to be saved now, in the order that it was given in.
    pub(super) fn to_save(&self) -> Vec<BacklogChange> {
        let mut state = self.state();
        state.begun = state.last;
        if state.is_closed { Vec::new() } else { state.changes.clone() }
    }

    /// What was not saved. Nothing of it is from now on: it goes elsewhere.
    pub(super) fn close(&self) -> Vec<UnsavedChange> {
        let mut state = self.state();
        state.is_closed = true;
        let BacklogState { changes, keys, .. } = &mut *state;
        let unsaved =
            mem::take(changes).into_iter().map(|BacklogChange { briefing, change, .. }| {
                UnsavedChange { key: keys.get(&briefing).cloned(), home: briefing, change }
            });
        unsaved.collect()
    }

    /// The rows of the briefing whose home has this name are named by `key`.
    pub(super) fn name(&self, briefing: String, key: String) {
        self.state().keys.insert(briefing, key);
    }

    /// What the rows of the briefing are named by whose home has this name, if that is known.
    pub(super) fn key(&self, briefing: &str) -> Option<String> {
        self.state().keys.get(briefing).cloned()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.state().changes.is_empty()
    }

    /// These are on the disk.
    pub(super) fn committed(&self, changes: &[BacklogChange]) {
        let numbers: BTreeSet<u64> = changes.iter().map(|change| change.number).collect();
        let mut state = self.state();
        state.changes.retain(|change| !numbers.contains(&change.number));
        if state.changes.is_empty() {
            self.0.settled.notify_all();
        }
    }

    /// The disk refuses what is in it, or no longer.
    pub(super) fn refuse(&self, why: Option<StoreError>) {
        let mut state = self.state();
        (state.refusal, state.begun) = (why, 0);
        drop(state);
        self.0.settled.notify_all();
    }

    /// Why the disk refuses what is in it, if it does.
    pub(super) fn refusal(&self) -> Option<StoreError> {
        self.state().refusal.clone()
    }

    /// Waits until it is empty. Gives up after `patience`, or when the disk refuses what is in it; not to
    /// wait twice, it does not wait at all if it has given up before and has not been empty since. Answers
    /// whether it is empty. If not, the session is to hear when it is.
    pub(super) fn wait(&self, patience: Duration) -> bool {
        let state = self.state();
        let patience = if state.is_awaited { Duration::ZERO } else { patience };
        let goes_on =
            |state: &mut BacklogState| !state.changes.is_empty() && state.refusal.is_none();
        let waited = self.0.settled.wait_timeout_while(state, patience, goes_on);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.is_awaited = !state.changes.is_empty();
        !state.is_awaited
    }

    /// The session is to hear when nothing is left.
    pub(super) fn await_empty(&self) {
        self.state().is_awaited = true;
    }

    /// Whether the session is to hear now that nothing is left; asked once.
    pub(super) fn take_awaited(&self) -> bool {
        let mut state = self.state();
        state.changes.is_empty() && mem::take(&mut state.is_awaited)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kept::{Anchor, Note};

    fn read(address: &str) -> Vec<Change> {
        vec![Change::Read(address.to_owned(), 1)]
    }

    fn put(text: &str, base: &str) -> Vec<Change> {
        let (id, text) = ("n".to_owned(), text.to_owned());
        let note = Note { id, anchor: Anchor::default(), text, made: 1, changed: 1 };
        vec![Change::PutNote { note, base: base.to_owned() }]
    }

    fn changes(all: &[BacklogChange]) -> Vec<Change> {
        all.iter().map(|one| one.change.clone()).collect()
    }

    #[test]
    fn what_is_being_saved_is_not_replaced() {
        let backlog = Backlog::default();
        backlog.add("b", put("one", ""));
        backlog.add("b", put("two", "one"));
        let begun = backlog.to_save();
        assert_eq!(changes(&begun), put("two", ""));
        // Were this based on nothing as well, the note that is just being saved would be taken for that
        // of another reader, and kept beside it.
        backlog.add("b", put("three", "two"));
        backlog.committed(&begun);
        assert_eq!(changes(&backlog.to_save()), put("three", "two"));
        backlog.refuse(Some(StoreError::NoHome));
        backlog.add("b", put("four", "three"));
        assert_eq!(changes(&backlog.to_save()), put("four", "two"));
    }

    #[test]
    fn what_comes_while_one_hears_that_nothing_is_left_is_heard_of_too() {
        let backlog = Backlog::default();
        for address in ["one", "two", "three"] {
            backlog.add("b", read(address));
            assert!(!backlog.wait(Duration::ZERO));
            assert!(!backlog.take_awaited(), "something is left");
            backlog.committed(&backlog.to_save());
            assert!(backlog.take_awaited(), "nothing is left, which was to be heard");
            assert!(!backlog.take_awaited(), "it was heard");
        }
        assert!(backlog.wait(Duration::MAX));
    }

    #[test]
    fn what_is_refused_is_not_waited_for() {
        let backlog = Backlog::default();
        backlog.add("b", read("one"));
        backlog.refuse(Some(StoreError::NoHome));
        assert!(!backlog.wait(Duration::MAX));
        backlog.refuse(None);
        backlog.committed(&backlog.to_save());
        assert!(backlog.wait(Duration::MAX));
    }

    #[test]
    fn what_was_left_at_the_end_is_not_saved_any_more() {
        let backlog = Backlog::default();
        backlog.add("b", read("one"));
        backlog.name("b".to_owned(), "key".to_owned());
        let (home, key) = ("b".to_owned(), Some("key".to_owned()));
        let change = Change::Read("one".to_owned(), 1);
        assert_eq!(backlog.close(), [UnsavedChange { home, key, change }]);
        backlog.add("b", read("two"));
        assert!(backlog.to_save().is_empty());
    }
}
