//! What comes of reading a briefing.

use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;

use crate::app::{Opened, Reread};
use crate::model::kept::Kept;
use crate::store::{Glance, Home, Identity, KeptPlace};

use super::library::{Library, OpenError};

/// Which of the loads of a session one is, counted from 1: what comes of any but the last is dropped.
pub(super) type LoadNumber = u64;

/// What the disk said in time of what is kept on a briefing.
pub(super) type SaidInTime = Result<Kept, RecvTimeoutError>;

/// What can be told before a briefing is read.
#[derive(Debug)]
pub struct Ahead {
    pub(super) glance: Glance,
    /// A part of it to see meanwhile.
    pub(super) preview: Option<Preview>,
}

impl Ahead {
    /// What can be told of the only briefing of a library, of which a part may be worth showing (`previews`).
    pub(super) fn of(library: &Library, glance: Glance, previews: bool) -> Self {
        let only = library.only().filter(|_| previews);
        let preview = only.and_then(|(home, _)| Preview::of(library, home, &glance));
        Self { glance, preview }
    }
}

/// A part of a briefing.
#[derive(Debug)]
pub(super) enum Preview {
    /// What the title page tells.
    Title(Opened),
    /// The section that the reader left, of the briefing at this home, with what is kept on it.
    Section(Home, Opened),
}

impl Preview {
    /// Something to read at once. Who comes back shall not see the title page flash.
    fn of(library: &Library, home: Home, glance: &Glance) -> Option<Self> {
        let part = |briefing, kept| Opened { briefing, faults: Vec::new(), kept };
        if let Some(KeptPlace { section, kept, key: _ }) = &glance.place {
            let briefing = library.preview_section(section)?;
            return Some(Self::Section(home, part(briefing, kept.clone())));
        }
        let briefing = library.preview().filter(|_| !glance.was_read)?;
        Some(Self::Title(part(briefing, Kept::default())))
    }
}

/// What was read.
#[derive(Debug)]
pub struct ReadAside {
    /// The library, which has the briefing open that was read, if one was.
    pub(super) library: Library,
    pub(super) read: Result<BriefingRead, OpenError>,
}

impl ReadAside {
    /// What was read again, if it was.
    pub(super) fn reread(&self) -> Option<&Reread> {
        match &self.read.as_ref().ok()?.content {
            BriefingContent::Reread(reread) | BriefingContent::Changed(reread) => Some(reread),
            BriefingContent::Opened(_) => None,
        }
    }
}

/// A briefing that was read.
#[derive(Debug)]
pub(super) struct BriefingRead {
    /// What was read; what is kept on it is not in it yet.
    pub(super) content: BriefingContent,
    pub(super) identity: Option<Arc<Identity>>,
    /// What the disk said of what is kept on it, if it was asked.
    pub(super) said: Option<SaidInTime>,
}

/// A briefing, opened or read again.
#[derive(Debug)]
pub(super) enum BriefingContent {
    Opened(Opened),
    Reread(Reread),
    /// Read again because its files have changed.
    Changed(Reread),
}

impl BriefingContent {
    pub(super) fn opened(&self) -> &Opened {
        match self {
            Self::Opened(opened)
            | Self::Reread(Reread { opened, .. })
            | Self::Changed(Reread { opened, .. }) => opened,
        }
    }

    pub(super) fn opened_mut(&mut self) -> &mut Opened {
        match self {
            Self::Opened(opened)
            | Self::Reread(Reread { opened, .. })
            | Self::Changed(Reread { opened, .. }) => opened,
        }
    }
}
