//! Where what takes long is done, so that no key waits for it.

use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A piece of work.
type Work = Box<dyn FnOnce() + Send>;

/// Threads beside sessions: one for each piece of work, or a few for those of many sessions.
#[derive(Clone, Default)]
pub struct Aside {
    /// Where those wait for work that are there for all; none if each piece gets a thread of its own.
    shared: Option<Sender<Work>>,
}

impl fmt::Debug for Aside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Aside").field("is_shared", &self.shared.is_some()).finish()
    }
}

impl Aside {
    /// So many threads for all sessions that have a clone of this, which end with the last of them. Work waits in
    /// line, and one that panics takes none of the threads with it.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn shared(threads: usize) -> io::Result<Self> {
        let (send, work) = mpsc::channel::<Work>();
        let work = Arc::new(Mutex::new(work));
        for _ in 0..threads.max(1) {
            let work = Arc::clone(&work);
            thread::Builder::new().name("aside".to_owned()).spawn(move || do_all(&work))?;
        }
        Ok(Self { shared: Some(send) })
    }

    /// Has something done. Answers whether there is a thread to be had.
    pub(super) fn run(&self, name: &str, work: impl FnOnce() + Send + 'static) -> bool {
        match &self.shared {
            Some(shared) => shared.send(Box::new(work)).is_ok(),
            None => thread::Builder::new().name(name.to_owned()).spawn(work).is_ok(),
        }
    }
}

/// Does one piece of work after the other, until nobody can send any more.
fn do_all(work: &Mutex<Receiver<Work>>) {
    loop {
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(next) = next else { return };
        // Whose work it was is told by its own guard.
        let _ = catch_unwind(AssertUnwindSafe(next));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_its_own_work_alone() {
        for aside in [Aside::default(), Aside::shared(1).unwrap()] {
            let (send, done) = mpsc::channel();
            for number in 0..3 {
                let send = send.clone();
                assert!(aside.run("work", move || {
                    assert!(number != 1, "as it should");
                    let _ = send.send(number);
                }));
            }
            drop(send);
            let mut done: Vec<i32> = done.iter().collect();
            done.sort_unstable();
            assert_eq!(done, [0, 2]);
        }
    }
}
