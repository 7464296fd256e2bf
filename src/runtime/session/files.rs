//! What a session knows of the files of the open briefing.

use std::path::PathBuf;

use super::super::event_sender::EventSender;
use super::super::load::LoadTarget;
use super::super::loaded::ReadAside;
use super::super::watch::{FileWatch, WatchMode};

/// What is known of the files of the open briefing, and of reading them.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// Whether it is to be seen that they change.
    pub(super) mode: WatchMode,
    /// What tells that they have changed, once there was something to watch.
    watch: Option<FileWatch>,
    /// What is being read, if anything is.
    pub(super) reading: Option<LoadTarget>,
    /// Whether they have changed since they began to be read.
    pub(super) changed_since: bool,
    /// What was read after they had changed, and the reader cannot take yet.
    pub(super) held: Option<Box<ReadAside>>,
}

impl Files {
    /// Something is going to be read, in place of what was.
    pub(super) fn begin(&mut self, wanted: LoadTarget) {
        (self.reading, self.changed_since, self.held) = (Some(wanted), false, None);
    }

    /// Watches the briefing at `path` from now on, if that is so wanted and it has one, and no other. What sees it
    /// is begun with the first.
    pub(super) fn follow(&mut self, path: Option<PathBuf>, events: &EventSender) {
        if self.watch.is_none() && path.is_some() && self.mode != WatchMode::Never {
            self.watch = FileWatch::new(events.clone(), self.mode);
        }
        if let Some(watch) = &self.watch {
            watch.follow(path);
        }
    }

    /// Nothing is being read any more, because it could not be.
    pub(super) fn fail(&mut self) {
        self.reading = None;
    }
}
