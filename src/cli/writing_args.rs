//! What the commands are told with which a briefing is written: `new`, `import`, `rename`, `schema`.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::import::ImportAs;

#[derive(Debug, Args)]
pub(super) struct RenameArgs {
    /// What is called by it
    #[arg(value_enum)]
    pub kind: RenameKind,
    /// The id that it has; of a block SECTION/BLOCK, of an article INSTRUMENT/NUMBER, or NUMBER of the first
    /// instrument
    pub old: String,
    /// The id or the number that it gets
    pub new: String,
    /// The briefing; the one in this folder if none is given
    #[arg(value_hint = ValueHint::AnyPath)]
    pub path: Option<PathBuf>,
}

/// What can get another id.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum RenameKind {
    Instrument,
    Actor,
    Term,
    Event,
    Source,
    Section,
    Block,
    Article,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// Which file: briefing.yaml, one of sections/, or another one by its name
    #[arg(value_enum, default_value = "briefing")]
    pub part: SchemaPart,
}

/// The files that there are schemas of.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum SchemaPart {
    Briefing,
    Section,
    Instruments,
    Actors,
    Glossary,
    Timeline,
    Sources,
    Questions,
}

#[derive(Debug, Args)]
pub(super) struct NewArgs {
    /// The folder that it is written into, which is not there yet or empty; with --single the file
    #[arg(value_hint = ValueHint::AnyPath)]
    pub name: PathBuf,
    /// Write one file in place of a folder
    #[arg(long)]
    pub single: bool,
    /// The language of its text, a BCP 47 tag
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub language: String,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The texts, in the order of reading, or - for standard input
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// The folder that the briefing is written into, which is not there yet or empty
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: PathBuf,
    /// What the texts are; by default each is a legal text if it looks like one
    #[arg(long = "as", value_enum, value_name = "WHAT")]
    pub as_what: Option<ImportedAs>,
    /// Take all of a web page, with its menus; by default only its main text
    #[arg(long)]
    pub whole: bool,
}

/// What a text is imported as.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ImportedAs {
    /// A legal text with its articles
    Instrument,
    /// Sections of the briefing
    Section,
}

impl ImportedAs {
    pub(super) fn what(self) -> ImportAs {
        match self {
            Self::Instrument => ImportAs::Instrument,
            Self::Section => ImportAs::Section,
        }
    }
}
