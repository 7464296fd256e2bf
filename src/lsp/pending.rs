//! Requests that have no answer yet.

use std::collections::HashSet;

use lsp_server::{Request, RequestId};

/// The requests that have no answer yet.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// Those about briefings that are not read yet.
    waiting: Vec<Request>,
    /// Those whose answers are worked out aside.
    aside: HashSet<RequestId>,
}

impl Pending {
    /// Keeps a request until a briefing was read.
    pub(super) fn wait(&mut self, request: Request) {
        self.waiting.push(request);
    }

    /// Those that wait for a briefing, which is read now.
    pub(super) fn take_waiting(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.waiting)
    }

    /// Notes that an answer is worked out aside.
    pub(super) fn begin(&mut self, id: RequestId) {
        self.aside.insert(id);
    }

    /// Takes a request away that is answered now, or is cancelled; whether it had no answer yet.
    pub(super) fn end(&mut self, id: &RequestId) -> bool {
        let before = self.waiting.len();
        self.waiting.retain(|request| request.id != *id);
        self.aside.remove(id) || self.waiting.len() < before
    }

    /// Takes all away.
    pub(super) fn end_all(&mut self) -> Vec<RequestId> {
        let waiting = self.take_waiting().into_iter().map(|request| request.id);
        waiting.chain(self.aside.drain()).collect()
    }
}
