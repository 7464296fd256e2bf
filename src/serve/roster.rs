//! Who is here: the one owner of all seats, by which every session can be reached.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::inbox::{Ending, Inbox};

/// The readers who are here.
#[derive(Clone)]
pub(super) struct Roster {
    seats: usize,
    here: Arc<Here>,
}

#[derive(Default)]
struct Here {
    state: Mutex<RosterState>,
    /// Somebody has left.
    left: Notify,
}

#[derive(Default)]
struct RosterState {
    /// The number of the next one.
    next: u64,
    readers: BTreeMap<u64, Arc<Inbox>>,
    /// Whether nobody comes in any more.
    is_closed: bool,
}

/// Why there is no seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoSeat {
    /// All are taken.
    Full,
    /// The host ends.
    Closed,
}

/// A seat, left when it is dropped.
pub(super) struct Seat {
    roster: Roster,
    number: u64,
}

impl Roster {
    pub(super) fn new(seats: usize) -> Self {
        Self { seats, here: Arc::default() }
    }

    /// Nothing in here can leave it half changed.
    fn state(&self) -> MutexGuard<'_, RosterState> {
        self.here.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a seat, if one is left and nobody has said goodbye to all yet.
    /// The session is reached by its inbox.
    pub(super) fn sit(&self, inbox: Arc<Inbox>) -> Result<Seat, NoSeat> {
        let mut state = self.state();
        if state.is_closed {
            return Err(NoSeat::Closed);
        }
        if state.readers.len() >= self.seats {
            return Err(NoSeat::Full);
        }
        let number = state.next;
        state.next += 1;
        state.readers.insert(number, inbox);
        Ok(Seat { roster: self.clone(), number })
    }

    /// Says goodbye to all, and lets nobody in any more.
    pub(super) fn close(&self) {
        let mut state = self.state();
        state.is_closed = true;
        state.readers.values().for_each(|inbox| inbox.end(Ending::HostEnds));
    }

    /// Waits until nobody is here.
    pub(super) async fn empty(&self) {
        loop {
            let left = self.here.left.notified();
            if self.state().readers.is_empty() {
                return;
            }
            left.await;
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.roster.state().readers.remove(&self.number);
        self.roster.here.left.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_few_and_a_closed_room_has_none() {
        let roster = Roster::new(2);
        let sit = || roster.sit(Arc::default());
        let (one, two) = (sit().unwrap(), sit().unwrap());
        assert_eq!(sit().err(), Some(NoSeat::Full));
        drop(one);
        let one = sit().unwrap();
        roster.close();
        drop((one, two));
        assert_eq!(sit().err(), Some(NoSeat::Closed));
    }

    #[test]
    fn who_closes_reaches_everybody() {
        let roster = Roster::new(2);
        let inboxes: [Arc<Inbox>; 2] = Default::default();
        let _seats = inboxes.each_ref().map(|inbox| roster.sit(Arc::clone(inbox)).unwrap());
        roster.close();
        for inbox in &inboxes {
            assert_eq!(inbox.take().ending, Some(Ending::HostEnds));
        }
    }
}
