//! What has come for one reader and was not taken in yet: from the line, and from the host.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Wake;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::timeout;

use crate::desk::Size;

/// How many bytes wait at most. More are left on the line, whose client is slowed by that.
const MOST: usize = 64 * 1024;
/// How long the line waits for room. A session takes milliseconds; one that waits itself for the client to read
/// would wait for ever.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why a reader's session ends that would go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// The client has closed its end, or its line is gone.
    Gone,
    /// Nothing more is typed: what was to be typed came from a file.
    Eof,
    /// The host ends.
    HostEnds,
}

/// What has come for a session. Waking it has the session turned.
#[derive(Default)]
pub(super) struct Inbox {
    come: Mutex<Come>,
    woken: Notify,
    taken: Notify,
}

/// What has come.
#[derive(Default)]
pub(super) struct Come {
    /// What was typed.
    pub(super) bytes: Vec<u8>,
    /// The terminal's new size; of several the last.
    pub(super) size: Option<Size>,
    /// Why it is to end, if it is.
    pub(super) ending: Option<Ending>,
}

impl Inbox {
    /// Nothing in here can leave it half changed.
    fn come(&self) -> MutexGuard<'_, Come> {
        self.come.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts bytes in, when there is room. Answers whether there was in time.
    pub(super) async fn type_in(&self, bytes: &[u8]) -> bool {
        let put = async {
            loop {
                let taken = self.taken.notified();
                if self.has_room_for(bytes) {
                    return;
                }
                taken.await;
            }
        };
        timeout(PATIENCE, put).await.is_ok()
    }

    /// Puts bytes in if there is room: one message of the line always has some where nothing waits.
    fn has_room_for(&self, bytes: &[u8]) -> bool {
        let mut come = self.come();
        if !come.bytes.is_empty() && come.bytes.len() + bytes.len() > MOST {
            return false;
        }
        come.bytes.extend_from_slice(bytes);
        drop(come);
        self.woken.notify_one();
        true
    }

    /// The terminal has another size.
    pub(super) fn resize(&self, size: Size) {
        self.come().size = Some(size);
        self.woken.notify_one();
    }

    /// The session is to end. To one that is gone nothing else matters.
    pub(super) fn end(&self, why: Ending) {
        let mut come = self.come();
        if come.ending != Some(Ending::Gone) {
            come.ending = Some(why);
        }
        drop(come);
        self.woken.notify_one();
    }

    /// Waits until something has come, or something else has woken the session.
    pub(super) async fn woken(&self) {
        self.woken.notified().await;
    }

    /// Takes what has come.
    pub(super) fn take(&self) -> Come {
        let come = std::mem::take(&mut *self.come());
        self.taken.notify_waiters();
        come
    }
}

impl Wake for Inbox {
    fn wake(self: Arc<Self>) {
        self.woken.notify_one();
    }
}
