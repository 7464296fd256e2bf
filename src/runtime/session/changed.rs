//! Files that change while they are read: they are read again beside the session, and no key waits for that.

use super::super::load::LoadTarget;
use super::super::loaded::ReadAside;
use super::super::outlet::Outlet;
use super::super::watch::WatchMode;
use super::{Request, Session};
use crate::app::Msg;

impl<O: Outlet> Session<O> {
    /// Reads the files of the open briefing again when they change, if that is so wanted. To be asked of a session
    /// that has events.
    #[must_use]
    pub(in super::super) fn watching(mut self, mode: WatchMode) -> Self {
        self.files.mode = mode;
        self
    }

    /// Has the briefing watched that is going to be read, if it has a path.
    pub(super) fn watch(&mut self, wanted: LoadTarget) {
        let at = match wanted {
            LoadTarget::First | LoadTarget::Rest if self.library.len() != 1 => return,
            LoadTarget::First | LoadTarget::Rest => 0,
            LoadTarget::Open(at) => at,
            LoadTarget::Again | LoadTarget::Changed => return,
        };
        let path = self.library.path(at);
        if let Some(events) = &self.events {
            self.files.follow(path, events);
        }
    }

    /// The files have changed.
    pub(super) fn files_changed(&mut self) -> Option<Request> {
        if self.files.reading.is_some() {
            self.files.changed_since = true;
            return None;
        }
        // On the shelf there is nothing to read again.
        self.app.reader()?;
        self.load(LoadTarget::Changed)
    }

    /// What was read last has come.
    pub(super) fn take_read(&mut self, read: Box<ReadAside>) -> Option<Request> {
        let request = if self.files.reading.take() == Some(LoadTarget::Changed) {
            self.files.held = Some(read);
            let request = self.take_held();
            if self.files.held.is_some() {
                self.take(Msg::ChangedAside);
            }
            request
        } else {
            self.open_read(*read)
        };
        let changed = std::mem::take(&mut self.files.changed_since);
        request.or_else(|| if changed { self.files_changed() } else { None })
    }

    /// Goes on in what was read after the files had changed, as soon as that takes nothing from the reader.
    pub(super) fn take_held(&mut self) -> Option<Request> {
        let held = self.files.held.take()?;
        // Who went to the shelf comes from there to files that are read anew.
        self.app.reader()?;
        if self.app.can_go_on_in(held.reread()) {
            return self.open_read(*held);
        }
        self.files.held = Some(held);
        None
    }
}
