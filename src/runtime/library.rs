//! The briefings that a session can open, and how they are read.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::{Fault, Msg, Opened, Volume};
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::{self, Loaded};
use crate::model::Briefing;
use crate::model::kept::Kept;

/// Where a briefing comes from.
#[derive(Debug, Clone)]
pub enum Origin {
    /// A folder or a file.
    Path(PathBuf),
    /// The files that came with the program: the briefing's id, and each file's path in the
    /// briefing's folder with what it holds.
    Bundled(&'static str, Vec<(&'static str, &'static [u8])>),
}

/// The briefings that a session can open.
#[derive(Debug, Clone)]
pub struct Library {
    origins: Vec<Origin>,
    open: usize,
}

impl Origin {
    /// Reads the briefing: what could be read, and all that was wrong.
    pub fn read(&self) -> Loaded {
        match self {
            Self::Path(path) => load::open(path),
            Self::Bundled(id, files) => load::from_files(id, files.iter().copied()),
        }
    }
}

impl Origin {
    /// The beginning of the briefing, if it can be had quickly.
    fn preview(&self) -> Option<Briefing> {
        match self {
            Self::Path(path) => load::preview(path),
            Self::Bundled(id, files) => {
                let manifest = files.iter().find(|(path, _)| *path == "briefing.yaml");
                manifest.and_then(|(_, bytes)| load::preview_manifest(id, bytes))
            }
        }
    }
}

impl Library {
    /// A library of these. The first is the one to be read again until another is opened.
    pub fn new(origins: Vec<Origin>) -> Self {
        Self { origins, open: 0 }
    }

    /// How many briefings there are.
    pub fn len(&self) -> usize {
        self.origins.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.origins.is_empty()
    }

    /// Reads every briefing, one after the other.
    pub fn read_all(&self) -> impl Iterator<Item = Loaded> {
        self.origins.iter().map(Origin::read)
    }

    /// What the shelf shows of each. Reads every briefing.
    pub fn volumes(&self) -> Vec<Volume> {
        let volume = |origin: &Origin| {
            let loaded = origin.read();
            let first = loaded.diagnostics.first().map(|fault| fault.message.clone());
            match loaded.briefing {
                Some(briefing) => Volume {
                    title: briefing.title,
                    id: briefing.id,
                    summary: briefing.summary.map_or_else(String::new, |text| text.plain),
                },
                None => Volume {
                    title: origin.name(),
                    id: "cannot be read".to_owned(),
                    summary: first.unwrap_or_default(),
                },
            }
        };
        self.origins.iter().map(volume).collect()
    }

    /// The beginning of the first briefing, if it can be had quickly.
    pub fn preview(&self) -> Option<Arc<Briefing>> {
        self.origins.first()?.preview().map(Arc::new)
    }

    /// Reads the briefing at `at`; it is the open one from then on.
    pub fn open(&mut self, at: usize) -> Msg {
        let Some(origin) = self.origins.get(at) else {
            return Msg::Failed("there is no such briefing on the shelf".to_owned());
        };
        let loaded = origin.read();
        if loaded.briefing.is_some() {
            self.open = at;
        }
        message(loaded)
    }

    /// Reads the open briefing again.
    pub fn reload(&mut self) -> Msg {
        self.open(self.open)
    }
}

impl Origin {
    fn name(&self) -> String {
        match self {
            Self::Path(path) => path.display().to_string(),
            Self::Bundled(id, _) => (*id).to_owned(),
        }
    }
}

fn message(loaded: Loaded) -> Msg {
    let faults = faults(&loaded.diagnostics);
    match loaded.briefing {
        Some(briefing) => {
            Msg::Opened(Opened { briefing: Arc::new(briefing), faults, kept: Kept::default() })
        }
        None => Msg::Failed(faults.first().map_or_else(
            || "the briefing cannot be read".to_owned(),
            |fault| format!("{}: {}", fault.place, fault.message),
        )),
    }
}

/// Diagnostics as the reader shows them. Hints are for who writes, not for who reads.
fn faults(diagnostics: &[Diagnostic]) -> Vec<Fault> {
    let wrong = diagnostics.iter().filter(|found| found.severity != Severity::Hint);
    wrong
        .map(|found| Fault {
            severity: found.severity.words().to_owned(),
            place: found.at.words(),
            rule: found.rule.to_owned(),
            message: found.message.clone(),
            help: found.help.clone(),
        })
        .collect()
}
