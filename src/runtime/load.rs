//! Reading a briefing beside the session, which takes keys meanwhile.

use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::store::Glance;

use super::aside::Aside;
use super::event::SessionEvent;
use super::event_sender::EventSender;
use super::library::{Library, OpenError};
use super::loaded::{Ahead, BriefingContent, BriefingRead, LoadNumber, ReadAside};
use super::panic_guard::PanicGuard;
use super::store_client::StoreAsker;

/// How long the look at what is kept is waited for. It takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(1);

/// What is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LoadTarget {
    /// What the session begins with: the only briefing of the library, or what there is to choose from. Before
    /// it, what can be told quickly.
    First,
    /// The same, once that was told.
    Rest,
    /// The briefing at this place.
    Open(usize),
    /// The files of the open briefing, again.
    Again,
    /// The same, because they have changed.
    Changed,
}

/// Something that is to be read, with all that is needed to do so.
pub(super) struct Load {
    pub(super) number: LoadNumber,
    pub(super) wanted: LoadTarget,
    pub(super) library: Library,
    /// What comes of the first look at what is kept, if there is one.
    pub(super) glance: Option<Receiver<Glance>>,
    /// What asks for what is kept on a briefing.
    pub(super) store: Option<StoreAsker>,
    /// Whether a part of a briefing is worth showing before the whole is read.
    pub(super) previews: bool,
}

impl Load {
    /// Reads aside, and tells what comes of it. Answers whether there is a thread to be had.
    pub(super) fn start(self, aside: &Aside, events: EventSender) -> bool {
        let work = move || {
            let panicked = SessionEvent::LoadPanicked(self.number);
            let _guard = PanicGuard::new(events.clone(), panicked);
            self.run(&events);
        };
        aside.run("load", work)
    }

    /// Reads, and tells what comes of it. If nobody hears it any more, it was not wanted.
    pub(super) fn run(mut self, events: &EventSender) {
        if self.wanted == LoadTarget::First {
            let ahead = Box::new(self.ahead());
            let _ = events.send(SessionEvent::Ahead(self.number, ahead));
        }
        if matches!(self.wanted, LoadTarget::First | LoadTarget::Rest) && self.library.len() != 1 {
            return self.shelf(events);
        }
        let read = self.read();
        let Self { number, library, .. } = self;
        let read = Box::new(ReadAside { library, read });
        let _ = events.send(SessionEvent::Read(number, read));
    }

    /// What there is to choose from, first what can be told quickly.
    fn shelf(&self, events: &EventSender) {
        let mut is_heard = events.send(SessionEvent::Shelf(self.library.quick_volumes())).is_ok();
        for (at, volume) in self.library.volumes().enumerate() {
            is_heard = is_heard && events.send(SessionEvent::Volume(at, Box::new(volume))).is_ok();
            if !is_heard {
                return;
            }
        }
    }

    fn ahead(&mut self) -> Ahead {
        let said = self.glance.take().map(|glance| glance.recv_timeout(PATIENCE));
        // Nobody hangs on it.
        let glance = said.and_then(Result::ok).unwrap_or_default();
        Ahead::of(&self.library, glance, self.previews)
    }

    fn read(&mut self) -> Result<BriefingRead, OpenError> {
        let content = match self.wanted {
            LoadTarget::First | LoadTarget::Rest => BriefingContent::Opened(self.library.open(0)?),
            LoadTarget::Open(at) => BriefingContent::Opened(self.library.open(at)?),
            LoadTarget::Again => BriefingContent::Reread(self.library.reread()?),
            LoadTarget::Changed => BriefingContent::Changed(self.library.reread()?),
        };
        let opened = content.opened();
        let identity = self.library.identity(&opened.briefing).map(|mut identity| {
            identity.whole = opened.faults.is_empty();
            Arc::new(identity)
        });
        // What is kept on the open briefing is known.
        let asks = !matches!(self.wanted, LoadTarget::Again | LoadTarget::Changed);
        let asked = identity.as_ref().zip(self.store.as_ref()).filter(|_| asks);
        let said = asked.map(|(identity, store)| store.kept(Arc::clone(identity)));
        Ok(BriefingRead { content, identity, said })
    }
}
