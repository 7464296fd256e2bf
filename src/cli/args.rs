//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::theme;

/// Read briefings in the terminal: the text, the law that it cites and the people that it
/// names, side by side.
#[derive(Debug, Parser)]
#[command(
    name = "attache",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "\
Keys: } next paragraph · → link · Enter follow · Tab next pane · ? all keys · q leave

Examples:
  attache                        read the briefing that comes with attache
  attache briefings/             choose from all briefings in a folder
  attache my.yaml                read a briefing of one file
  attache check my-briefing/     list everything that is wrong with its files
  attache print | less           the whole briefing as plain text

When standard output is no terminal, attache prints the briefing instead of opening it."
)]
pub(super) struct Cli {
    #[command(flatten)]
    pub read: Read,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Reading, which needs no subcommand.
#[derive(Debug, Args)]
pub(super) struct Read {
    /// A briefing (a folder or a YAML file), or a folder of briefings; the bundled briefing if
    /// none is given
    pub path: Option<PathBuf>,
    /// The colours of the reader; by default for a dark background, or a light one where
    /// COLORFGBG says so
    #[arg(long, value_enum)]
    pub theme: Option<ThemeName>,
    /// How many colours to use; by default what `TERM`, `COLORTERM` and `NO_COLOR` say
    #[arg(long, value_enum, default_value = "auto")]
    pub color: Color,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print a briefing as plain text
    Print(Print),
    /// List every fault in the files of briefings
    ///
    /// Exits with 0 if there is none, 1 if there are errors or warnings, 2 if the command line
    /// is wrong.
    Check(Check),
    /// List the briefings under a path, and their sections
    List(List),
}

#[derive(Debug, Args)]
pub(super) struct Print {
    /// The briefing; the bundled one if none is given
    pub path: Option<PathBuf>,
    /// Print one section only, by its id or its number
    #[arg(long, value_name = "ID")]
    pub section: Option<String>,
    /// The widest line, in columns
    #[arg(long, value_name = "N", default_value_t = 76,
          value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: u16,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// The briefings, or folders of them
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Also give hints, such as actors that a section names but never links
    #[arg(long)]
    pub hints: bool,
    /// How to write what was found
    #[arg(long, value_enum, default_value = "rich")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// A briefing or a folder of briefings; the bundled one if none is given
    pub path: Option<PathBuf>,
}

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Format {
    /// With the source line and a caret
    Rich,
    /// One line each
    Short,
    /// One JSON object on each line
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ThemeName {
    /// For a dark background
    Dark,
    /// For a light background
    Light,
    /// Without colour
    Mono,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Color {
    /// What the terminal says it can show
    Auto,
    /// None
    Never,
    /// The sixteen that every terminal has
    #[value(name = "16")]
    Sixteen,
    /// The 256 of xterm
    #[value(name = "256")]
    Indexed,
    /// 24 bits
    #[value(name = "true")]
    True,
}

impl ThemeName {
    pub(super) fn name(self) -> theme::Name {
        match self {
            Self::Dark => theme::Name::Dark,
            Self::Light => theme::Name::Light,
            Self::Mono => theme::Name::Mono,
        }
    }
}

impl Color {
    /// The depth that was asked for; none if the terminal is to say.
    pub(super) fn depth(self) -> Option<theme::Depth> {
        match self {
            Self::Auto => None,
            Self::Never => Some(theme::Depth::Mono),
            Self::Sixteen => Some(theme::Depth::Sixteen),
            Self::Indexed => Some(theme::Depth::Indexed),
            Self::True => Some(theme::Depth::True),
        }
    }
}
