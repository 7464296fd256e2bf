//! Who is at the door: connections that have not come in yet. Their places are few, so that those who never mean to
//! come in keep nobody out.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::stream::Cut;

/// The connections at the door.
#[derive(Clone)]
pub(super) struct Lobby {
    places: usize,
    waiting: Arc<Mutex<Waiting>>,
}

#[derive(Default)]
struct Waiting {
    /// The number of the next one.
    next: u64,
    /// Each with its address, the oldest first.
    all: BTreeMap<u64, (IpAddr, Cut)>,
}

/// A place at the door, left when it is dropped.
pub(super) struct Place {
    lobby: Lobby,
    number: u64,
}

impl Lobby {
    pub(super) fn new(places: usize) -> Self {
        Self { places, waiting: Arc::default() }
    }

    /// Takes a place. If there is none left, the oldest gives way of those from the address that has most: so one
    /// that fills them pushes out its own.
    pub(super) fn enter(&self, address: IpAddr, cut: Cut) -> Place {
        let mut waiting = self.waiting();
        if waiting.all.len() >= self.places
            && let Some((_, (_, oldest))) =
                waiting.first_of_most().and_then(|number| waiting.all.remove_entry(&number))
        {
            oldest.cut();
        }
        let number = waiting.next;
        waiting.next += 1;
        waiting.all.insert(number, (address, cut));
        Place { lobby: self.clone(), number }
    }

    /// Nothing in here can leave it half changed.
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    /// The oldest of those from the address that has most; of several such addresses, from that of the oldest.
    fn first_of_most(&self) -> Option<u64> {
        let mut counts: BTreeMap<IpAddr, usize> = BTreeMap::new();
        for (address, _) in self.all.values() {
            *counts.entry(*address).or_default() += 1;
        }
        let most = counts.values().max()?;
        let mut all = self.all.iter();
        all.find(|(_, (address, _))| counts.get(address) == Some(most)).map(|(number, _)| *number)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.lobby.waiting().all.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who is left of those who came to two places from these addresses, in their order.
    #[track_caller]
    fn check(places: usize, addresses: &[u8], expected: &[usize]) {
        let lobby = Lobby::new(places);
        let at = |address: &u8| lobby.enter(IpAddr::from([10, 0, 0, *address]), Cut::default());
        let _held: Vec<Place> = addresses.iter().map(at).collect();
        let left: Vec<usize> =
            lobby.waiting().all.keys().map(|number| usize::try_from(*number).unwrap()).collect();
        assert_eq!(left, expected, "{addresses:?}");
    }

    #[test]
    fn who_holds_most_gives_way() {
        check(3, &[1, 1, 1], &[0, 1, 2]);
        check(3, &[1, 1, 1, 2], &[1, 2, 3]);
        check(3, &[2, 1, 1, 1], &[0, 2, 3]);
        check(3, &[2, 1, 1, 1, 1, 1], &[0, 4, 5]);
        check(3, &[1, 2, 3, 4], &[1, 2, 3]);
    }

    #[test]
    fn a_place_that_was_left_is_free() {
        let lobby = Lobby::new(1);
        drop(lobby.enter(IpAddr::from([10, 0, 0, 1]), Cut::default()));
        let _held = lobby.enter(IpAddr::from([10, 0, 0, 2]), Cut::default());
        assert_eq!(lobby.waiting().all.keys().copied().collect::<Vec<_>>(), [1]);
    }
}
