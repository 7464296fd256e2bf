//! What of a briefing is new, or another than the reader saw it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::digest::digest_of_lines;
use super::snapshot::{self, Snapshot};
use super::trace::{Trace, trace};
use crate::model::{Briefing, Target};

/// What something was that is new or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Former {
    /// It was not there.
    Absent,
    /// It said something else: these words, if they were kept.
    Other(Option<String>),
}

/// What the reader saw of a briefing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LastSeen {
    /// What it said when it was open last; `None` if it never was as a whole, or says nothing.
    pub(crate) snapshot: Option<Arc<Snapshot>>,
    /// What of that is new or changed, and where the reader was not since: by the digest of its
    /// address.
    pub news: BTreeMap<u64, Former>,
}

impl LastSeen {
    /// The briefing is open, and says `now`; it could be read as a `whole`, or has faults. What was news
    /// and was not seen yet still is; what is as the reader saw it last is no longer. What is missing
    /// because of a fault is remembered, so that it is nothing new when that is mended.
    pub fn meet(&mut self, now: &Arc<Snapshot>, whole: bool) {
        let known = |snapshot: Arc<Snapshot>| Some(snapshot).filter(|it| !it.is_empty());
        let Some(before) = self.snapshot.take() else {
            // Of what was never read as a whole nobody knows what is new in it.
            self.snapshot = known(Arc::clone(now)).filter(|_| whole);
            return;
        };
        self.snapshot = known(Arc::clone(now));
        if before == *now {
            return;
        }
        let mut unseen = std::mem::take(&mut self.news);
        let traces = trace(&before, now);
        if !whole {
            let there = traces.iter().filter_map(|trace| match trace {
                Trace::Same(at) | Trace::Changed(at) => Some(*at),
                Trace::New => None,
            });
            let mut missing = before.all_but(there);
            for piece in missing.iter_mut().flatten() {
                let news = unseen.remove(&piece.address);
                // Its address may be another one's by now.
                piece.address = piece.whole.rotate_left(1);
                self.news.extend(news.map(|was| (piece.address, was)));
            }
            self.snapshot = known(Arc::new(now.with(missing)));
        }
        for (piece, trace) in now.pieces().iter().zip(traces) {
            let mut earlier = |at: usize| unseen.remove(&before.pieces()[at].address);
            let was = match trace {
                Trace::Same(at) => earlier(at),
                Trace::Changed(at) => earlier(at)
                    .or_else(|| Some(Former::Other(before.words_of(at).map(str::to_owned)))),
                Trace::New => Some(Former::Absent),
            };
            let is_as_it_was = |was: &Former| match was {
                Former::Other(Some(words)) => digest_of_lines(words) == piece.whole,
                Former::Other(None) | Former::Absent => false,
            };
            if let Some(was) = was.filter(|was| !is_as_it_was(was)) {
                self.news.insert(piece.address, was);
            }
        }
    }

    /// What is news of a briefing, in the order of the snapshot, each with the digest of its address.
    pub(crate) fn news_in(&self, briefing: &Briefing) -> Vec<(Target, u64, Former)> {
        if self.news.is_empty() {
            return Vec::new();
        }
        let all = snapshot::addresses(briefing);
        all.filter_map(|(address, target)| {
            Some((target, address, self.news.get(&address)?.clone()))
        })
        .collect()
    }
}
