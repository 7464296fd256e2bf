//! From the first look at what is kept to a briefing that is open: what is read, where, and what comes of it.

use std::io;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use crate::app::Msg;
use crate::store::{Glance, Home};

use super::super::load::{Load, LoadTarget};
use super::super::loaded::{Ahead, BriefingContent, BriefingRead, Preview, ReadAside};
use super::super::outlet::Outlet;
use super::super::words;
use super::{Request, Session, now};

/// How long the first screen waits for the disk to say what is kept, which takes it milliseconds.
const AT_ONCE: Duration = Duration::from_millis(40);

impl<O: Outlet> Session<O> {
    /// Opens the only briefing of the library where the reader left it, or shows the shelf, and
    /// draws the first screen; where briefings are read aside, [`Session::show_first`] does.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn start(&mut self) -> io::Result<usize> {
        self.look();
        if self.loads_aside {
            return Ok(0);
        }
        self.load(LoadTarget::First);
        self.draw()
    }

    /// Draws what can be told quickly, and only then has the rest read, and all else done that would be done
    /// beside it: the first screen is there sooner. A disk that says nothing so soon is waited for aside.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(in super::super) fn show_first(&mut self) -> io::Result<()> {
        let glance = match &self.glance {
            Some(glance) => glance.recv_timeout(AT_ONCE),
            None => Ok(Glance::default()),
        };
        let mut wanted = LoadTarget::First;
        if !matches!(glance, Err(RecvTimeoutError::Timeout)) {
            self.glance = None;
            self.take(Msg::Loading);
            let previews = self.outlet.shows_previews();
            self.look_ahead(Ahead::of(&self.library, glance.unwrap_or_default(), previews));
            self.draw()?;
            wanted = LoadTarget::Rest;
        }
        self.load(wanted);
        self.store.go_on();
        Ok(())
    }

    /// Asks what the reader likes, whatever there is to read, and where he left that.
    fn look(&mut self) {
        self.take(Msg::Now(now()));
        let nothing = || (Home::nowhere(), String::new());
        let (home, id) = self.library.only().unwrap_or_else(nothing);
        self.glance = self.store.look(home, id);
    }

    /// Begins without waiting for anything and without drawing: both come with the first turn.
    pub(in super::super) fn begin(&mut self) {
        self.look();
        self.load(LoadTarget::First);
        self.store.go_on();
    }

    /// Reads something, aside if that is done. What was being read before is not wanted any more.
    pub(super) fn load(&mut self, wanted: LoadTarget) -> Option<Request> {
        self.load += 1;
        self.files.begin(wanted);
        self.watch(wanted);
        let load = Load {
            number: self.load,
            wanted,
            library: self.library.clone(),
            glance: self.glance.take(),
            store: self.store.asker(),
            previews: self.loads_aside && self.outlet.shows_previews(),
        };
        if let Some(events) = self.events.clone().filter(|_| self.loads_aside) {
            if !load.start(&self.aside, events) {
                self.files.fail();
                return self.take(Msg::Failed(words::load_panicked().to_owned()));
            }
            // What was not asked for no key waits for.
            let is_asked = wanted != LoadTarget::Changed;
            return if is_asked { self.take(Msg::Loading) } else { None };
        }
        let (send, events) = mpsc::channel();
        load.run(&send.into());
        let mut events = events.try_iter();
        events.find_map(|event| self.event(event))
    }

    /// Shows what can be told before the briefing is read.
    pub(super) fn look_ahead(&mut self, Ahead { glance, preview }: Ahead) {
        self.take(Msg::Settled(glance.preferences));
        match preview {
            Some(Preview::Title(opened)) => _ = self.take(Msg::Preview(opened)),
            Some(Preview::Section(home, opened)) => {
                self.take(Msg::Preview(opened));
                if self.app.reader().is_some() {
                    self.store.open_part(&home);
                }
            }
            None => {}
        }
    }

    /// Opens what was read, with what is kept on it.
    pub(super) fn open_read(&mut self, ReadAside { library, read }: ReadAside) -> Option<Request> {
        self.library = library;
        self.opens_store = true;
        let BriefingRead { mut content, identity, said } = match read {
            Ok(read) => read,
            Err(error) => return self.take(Msg::Failed(error.to_string())),
        };
        if let Some(identity) = identity {
            let kept = self.store.open_briefing(identity, self.app.kept(), said);
            content.opened_mut().kept = kept;
        }
        self.take(match content {
            BriefingContent::Opened(opened) => Msg::Opened(opened),
            BriefingContent::Reread(reread) => Msg::Reread(reread),
            BriefingContent::Changed(reread) => Msg::Changed(reread),
        })
    }
}
