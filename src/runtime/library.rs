//! The briefings that a session can open, and how they are read.

use std::path::{self, PathBuf};
use std::sync::Arc;

use crate::app::{Answer, EditedPlace, FaultReport, Job, Opened, Reread, Volume};
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::{self, LastGood, Loaded, PreviewFiles, Reopened, Stream};
use crate::model::Briefing;
use crate::model::kept::Kept;
use crate::store::{Home, Identity, ReaderId};

use super::file_editor::FilePlace;
use super::shared_briefing::SharedBriefing;
use super::words;

/// Where a briefing comes from.
#[derive(Debug, Clone)]
pub enum BriefingSource {
    /// A folder or a file.
    Path(PathBuf),
    /// The files that came with the program: the briefing's id, and each file's path in the
    /// briefing's folder with what it holds.
    Bundled(&'static str, Vec<(&'static str, &'static [u8])>),
    /// What came through a pipe.
    Stream(Stream),
    /// What was read once for all sessions of the process, and who this session's reader is, if what that one
    /// leaves is kept.
    Shared(Arc<SharedBriefing>, Option<ReaderId>),
}

/// Why a briefing is not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// There is nothing at that place of the shelf.
    #[error("{}", words::no_such_briefing())]
    NoSuchBriefing,
    /// It cannot be read because of a fault.
    #[error("{}", words::unreadable_for(.place, .message))]
    Unreadable {
        /// Where the fault is.
        place: String,
        /// The fault.
        message: String,
    },
    /// It came through a pipe of this name.
    #[error("{}", words::read_once(.0))]
    ReadOnce(String),
    /// It cannot be read, and nothing says why.
    #[error("{}", words::unreadable())]
    Unknown,
}

/// Why no file of the briefing is opened in an editor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum NoFileError {
    /// It came with the program.
    #[error("{}", words::no_file_of_bundled())]
    Bundled,
    /// It came through a pipe of this name.
    #[error("{}", words::no_file_of_pipe(.0))]
    Pipe(String),
    /// It stands in none.
    #[error("{}", words::no_file_here())]
    Nowhere,
}

/// The briefings that a session can open.
#[derive(Debug, Clone)]
pub struct Library {
    sources: Vec<BriefingSource>,
    open: usize,
    /// What the files of the open briefing held when they could be read last.
    last_good: LastGood,
}

impl BriefingSource {
    /// Reads the briefing: what could be read, and all that was wrong.
    pub(crate) fn read(&self) -> Loaded {
        match self {
            Self::Path(path) => load::open(path),
            Self::Bundled(id, files) => load::from_files(id, files.iter().copied()),
            Self::Stream(stream) => stream.open(),
            Self::Shared(shared, _) => shared.read(),
        }
    }

    /// The files of which a part can be had quickly.
    fn quick_files(&self) -> Option<PreviewFiles<'_>> {
        match self {
            Self::Path(path) => Some(PreviewFiles::Folder(path)),
            Self::Bundled(id, files) => Some(PreviewFiles::Memory(id, files)),
            Self::Stream(_) | Self::Shared(..) => None,
        }
    }

    /// Where the briefing `id` that was read from it is.
    pub(crate) fn home(&self, id: &str) -> Home {
        match self {
            Self::Path(path) => Home::at(path),
            Self::Bundled(id, _) => Home::Bundled((*id).to_owned()),
            Self::Stream(_) => Home::Pipe(id.to_owned()),
            Self::Shared(shared, reader) => shared.home(reader.as_ref()),
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Path(path) => path.display().to_string(),
            Self::Bundled(id, _) => (*id).to_owned(),
            Self::Stream(stream) => stream.name().to_owned(),
            Self::Shared(shared, _) => shared.briefing().title.clone(),
        }
    }
}

impl Library {
    /// A library of these. The first is the one to be read again until another is opened.
    pub fn new(sources: Vec<BriefingSource>) -> Self {
        Self { sources, open: 0, last_good: LastGood::default() }
    }

    /// How many briefings there are.
    pub(super) fn len(&self) -> usize {
        self.sources.len()
    }

    /// The path of the briefing at `at`, if it is on the disk.
    pub(super) fn path(&self, at: usize) -> Option<PathBuf> {
        match self.sources.get(at)? {
            BriefingSource::Path(path) => Some(path.clone()),
            BriefingSource::Bundled(..)
            | BriefingSource::Stream(_)
            | BriefingSource::Shared(..) => None,
        }
    }

    /// Where in the files of the open briefing something stands.
    ///
    /// # Errors
    /// It stands in no file that could be opened.
    pub(super) fn file_place(&self, edited: &EditedPlace) -> Result<FilePlace, NoFileError> {
        let root = match self.sources.get(self.open) {
            Some(BriefingSource::Path(path)) => path,
            Some(BriefingSource::Bundled(..)) => return Err(NoFileError::Bundled),
            Some(BriefingSource::Stream(stream)) => {
                return Err(NoFileError::Pipe(stream.name().to_owned()));
            }
            Some(BriefingSource::Shared(..)) | None => return Err(NoFileError::Nowhere),
        };
        let (file, line) = match edited {
            EditedPlace::Line(file, line) => (PathBuf::from(file), *line),
            EditedPlace::Of(target) => {
                let place = self.last_good.file_place(target);
                let (inner, line) = place.ok_or(NoFileError::Nowhere)?;
                (if root.is_file() { root.clone() } else { root.join(inner) }, line)
            }
        };
        // An editor takes what begins with a - for an option.
        let path = path::absolute(file).ok().filter(|path| path.exists());
        Ok(FilePlace { path: path.ok_or(NoFileError::Nowhere)?, line })
    }

    /// Whether any came through a pipe.
    pub(crate) fn has_stream(&self) -> bool {
        self.sources.iter().any(|source| matches!(source, BriefingSource::Stream(_)))
    }

    /// Reads every briefing, one after the other, each with where it comes from.
    pub(crate) fn read_all(&self) -> impl Iterator<Item = (&BriefingSource, Loaded)> {
        self.sources.iter().map(|source| (source, source.read()))
    }

    /// What the shelf shows of each as far as that can be had quickly.
    pub(super) fn quick_volumes(&self) -> Vec<Volume> {
        let volume = |source: &BriefingSource| {
            if let BriefingSource::Shared(shared, _) = source {
                return volume_of(shared.briefing());
            }
            let preview = source.quick_files().and_then(load::preview);
            let nameless = || Volume { title: source.name(), ..Volume::default() };
            preview.as_ref().map_or_else(nameless, volume_of)
        };
        self.sources.iter().map(volume).collect()
    }

    /// What the shelf shows of each, one after the other. Reads every briefing.
    pub(super) fn volumes(&self) -> impl Iterator<Item = Volume> {
        let volume = |source: &BriefingSource| {
            if let BriefingSource::Shared(shared, _) = source {
                return volume_of(shared.briefing());
            }
            let loaded = source.read();
            let first = loaded.diagnostics.first().map(|fault| fault.message.clone());
            let unreadable = || Volume {
                title: source.name(),
                id: words::unreadable_id().to_owned(),
                summary: first.unwrap_or_default(),
                ..Volume::default()
            };
            loaded.briefing.as_ref().map_or_else(unreadable, volume_of)
        };
        self.sources.iter().map(volume)
    }

    /// What `briefing`, which is the open one, is known again by.
    pub(super) fn identity(&self, briefing: &Briefing) -> Option<Identity> {
        let source = self.sources.get(self.open)?;
        let home = source.home(&briefing.id);
        if let BriefingSource::Shared(shared, _) = source {
            return Some(shared.identity(home));
        }
        Some(Identity::of(home, briefing))
    }

    /// Where the only briefing is, and its id, as far as that can be told without reading it.
    pub(super) fn only(&self) -> Option<(Home, String)> {
        let [only] = self.sources.as_slice() else { return None };
        let id = only.quick_files().map_or_else(String::new, PreviewFiles::id);
        Some((only.home(&id), id))
    }

    /// What the title page of the first briefing tells, if that can be had quickly.
    pub(super) fn preview(&self) -> Option<Arc<Briefing>> {
        load::preview(self.sources.first()?.quick_files()?).map(Arc::new)
    }

    /// As [`Library::preview`], with the section of this id, which reads as it does in the whole.
    pub(super) fn preview_section(&self, section: &str) -> Option<Arc<Briefing>> {
        load::preview_section(self.sources.first()?.quick_files()?, section).map(Arc::new)
    }

    /// What comes of a job, if it is there already for all who read the same.
    pub(super) fn answer(&self, job: &Job) -> Option<Answer> {
        self.sources.iter().find_map(|source| match source {
            BriefingSource::Shared(shared, _) => shared.answer(job),
            _ => None,
        })
    }

    /// Reads the briefing at `at`; it is the open one from then on.
    ///
    /// # Errors
    /// There is none, or it cannot be read.
    pub fn open(&mut self, at: usize) -> Result<Opened, OpenError> {
        let source = self.sources.get(at).ok_or(OpenError::NoSuchBriefing)?;
        let mut last_good = LastGood::default();
        let opened = opened(match source {
            BriefingSource::Path(path) => load::reopen(path, &mut last_good).loaded,
            BriefingSource::Bundled(..) | BriefingSource::Stream(_) => source.read(),
            BriefingSource::Shared(shared, _) => {
                self.open = at;
                return Ok(shared.opened());
            }
        })?;
        (self.open, self.last_good) = (at, last_good);
        Ok(opened)
    }

    /// Reads the open briefing again. What can no longer be read is as it was.
    ///
    /// # Errors
    /// As [`Library::open`], or it came through a pipe.
    pub(super) fn reread(&mut self) -> Result<Reread, OpenError> {
        match self.sources.get(self.open) {
            Some(BriefingSource::Stream(stream)) => {
                Err(OpenError::ReadOnce(stream.name().to_owned()))
            }
            Some(BriefingSource::Path(path)) => {
                let Reopened { loaded, is_same, slip } = load::reopen(path, &mut self.last_good);
                let slip = slip.as_ref().map(fault);
                Ok(Reread { opened: opened(loaded)?, is_same, slip })
            }
            Some(BriefingSource::Bundled(..) | BriefingSource::Shared(..)) | None => {
                Ok(Reread { opened: self.open(self.open)?, is_same: true, slip: None })
            }
        }
    }
}

/// What the shelf shows of a briefing.
fn volume_of(briefing: &Briefing) -> Volume {
    let Briefing { title, id, language, edition_of, summary, .. } = briefing;
    let summary = summary.as_ref().map_or_else(String::new, |text| text.plain.clone());
    let (title, id, edition_of) = (title.clone(), id.clone(), edition_of.clone());
    Volume { title, id, summary, language: language.clone(), edition_of }
}

/// What was read, if there is a briefing in it.
fn opened(loaded: Loaded) -> Result<Opened, OpenError> {
    let faults = faults(&loaded.diagnostics);
    let Some(briefing) = loaded.briefing else {
        let fault = faults.into_iter().next();
        return Err(fault.map_or(OpenError::Unknown, |fault| OpenError::Unreadable {
            place: fault.place,
            message: fault.message,
        }));
    };
    Ok(Opened { briefing: Arc::new(briefing), faults, kept: Kept::default() })
}

/// Diagnostics as the reader shows them. Hints are for who writes, not for who reads.
fn faults(diagnostics: &[Diagnostic]) -> Vec<FaultReport> {
    let wrong = diagnostics.iter().filter(|found| found.severity != Severity::Hint);
    wrong.map(fault).collect()
}

fn fault(found: &Diagnostic) -> FaultReport {
    FaultReport {
        severity: found.severity.words().to_owned(),
        place: found.at.words(),
        file: found.at.file.to_string(),
        line: found.at.span.map_or(1, |span| span.line),
        rule: found.rule.to_owned(),
        message: found.message.clone(),
        help: found.help.clone(),
    }
}
