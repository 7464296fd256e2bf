//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

use crate::export::{Audience, Part};
use crate::runtime::WatchMode;
use crate::store::ReaderName;
use crate::theme;

use super::serve_args::ServeArgs;
use super::writing_args::{ImportArgs, NewArgs, RenameArgs, SchemaArgs};

/// Read briefings in the terminal: the text, the law that it cites and the people that it
/// names, side by side.
#[derive(Debug, Default, Parser)]
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
  cat my.yaml | attache          the same through a pipe; attache - insists on it
  attache --linear my.yaml       read it by speech or Braille, a line a step
  attache check my-briefing/     list everything that is wrong with its files
  attache print | less           the whole briefing as plain text
  attache print --format markdown > briefing.md
                                 the same as Markdown, its links kept

When standard output is no terminal, attache prints the briefing instead of opening it."
)]
pub(super) struct Cli {
    #[command(flatten)]
    pub read: ReadArgs,
    #[command(subcommand)]
    pub command: Option<CliCommand>,
}

/// Reading, which needs no subcommand.
#[derive(Debug, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub(super) struct ReadArgs {
    /// A briefing (a folder or a YAML file), a folder of briefings, the id of a bundled briefing, or - for
    /// standard input; if none is given, what comes through standard input, else the first bundled briefing
    #[arg(value_hint = ValueHint::AnyPath)]
    pub path: Option<PathBuf>,
    /// Read in a dialogue of plain lines, by speech, Braille or any terminal: Enter reads on, a number
    /// follows a link, help lists the words; the lines come through standard input, and nothing is drawn,
    /// whatever --theme, --color and --hyperlinks say
    #[arg(long)]
    pub linear: bool,
    /// The widest line of --linear, in columns; by default what the terminal has, and in a pipe a
    /// paragraph is one line
    #[arg(long, value_name = "N", requires = "linear",
          value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
    /// The colours of the reader; by default those chosen last, or else for the background that the
    /// terminal or COLORFGBG tells, or a dark one
    #[arg(long, value_enum)]
    pub theme: Option<ThemeName>,
    /// How many colours to use; by default what `TERM`, `COLORTERM` and `NO_COLOR` say
    #[arg(long, value_enum, default_value_t)]
    pub color: ColorMode,
    /// Keep nothing: neither take over what earlier sessions left nor leave anything to later ones,
    /// and touch no disk but to read the briefing, and your own keys and colours
    #[arg(long)]
    pub no_state: bool,
    /// For an account that others share: no editor, no suspending, nothing read but PATH, and nothing
    /// kept unless --reader says whose it is; the variable `ATTACHE_RESTRICTED` does the same
    #[arg(long)]
    pub restricted: bool,
    /// See when the files of the briefing change, and read them again. A path is watched without this, but not by
    /// --restricted or --linear; with it, also where it cannot be watched that is said
    #[arg(long, overrides_with = "no_watch")]
    pub watch: bool,
    /// Read the files again only when asked to
    #[arg(long, overrides_with = "watch")]
    pub no_watch: bool,
    /// Keep what is left under this name, apart from that of other readers of the account
    #[arg(long, value_name = "NAME", conflicts_with = "no_state")]
    pub reader: Option<ReaderName>,
    /// Whether outside addresses are links that the terminal can open
    #[arg(long, value_enum, default_value_t)]
    pub hyperlinks: HyperlinkMode,
}

impl ReadArgs {
    /// Whether the files are watched; where neither is said, `by_default`.
    pub(super) fn watch_mode(&self, by_default: bool) -> WatchMode {
        match (self.watch, self.no_watch) {
            (true, _) => WatchMode::Insisted,
            (false, false) if by_default => WatchMode::Possible,
            (false, _) => WatchMode::Never,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum CliCommand {
    /// Print a briefing as plain text, Markdown or JSON
    #[command(after_help = "\
Examples:
  attache print | less                        the first bundled briefing, page by page
  attache print russia-dprk-treaty-ko         another, by its id; attache list names them
  attache print my.yaml --width 60            narrower, for large letters
  attache print --section regional-impact     one section only; attache list names them
  attache print --for class | lp              a handout without hints and answers
  attache print --only quiz --for class       the quiz alone, to be answered on paper
  attache print --format markdown > all.md    for a wiki
  attache print --format markdown --for class | pandoc -o handout.docx
                                              for a word processor, its links kept
  attache print --format json | jq -r '.actors[].name'
                                              for other programs; docs/json.md says what is in it

In plain text ¶ 4 in the margin is the number of a paragraph, as the reader shows it, and [4] that of a
source or an outside address, listed at the end. The answers of the quiz come last. Without --for,
plain text and Markdown are for a reader, and JSON has everything.")]
    Print(PrintArgs),
    /// List every fault in the files of briefings
    ///
    /// Exits with 0 if there is none, 1 if there are errors or warnings, 2 if the command line
    /// is wrong.
    #[command(after_help = "\
Examples:
  attache check my-briefing/                what is wrong with its files
  attache check --fix --dry-run my.yaml     what --fix would change, as a diff
  attache check --fix my.yaml               mend what has one remedy, and list what is left
  attache check --fix - <my.yaml >new.yaml  the same through a pipe
  attache check --fix --sort-keys my.yaml   put the keys in the order of the format, too

A fix changes the text where the fault is, and nothing else: comments, order and line ends stay. A file is
written whole or not at all, and never so that it checks worse than before.")]
    Check(CheckArgs),
    /// Change an id wherever it is written: values and links of all files
    #[command(after_help = "\
Examples:
  attache rename actor kim kim-jong-un my-briefing/
  attache rename section ports harbours             the briefing of this folder; the file too
  attache rename block ports/p1-signing signing     a block, by its section and its id
  attache rename article treaty/4 4bis              an article, by its instrument and its number

What merely looks like it stays as it is. Nothing is changed if the new id is none, or something has it.")]
    Rename(RenameArgs),
    /// Print the JSON Schema of a briefing's file, for editors
    #[command(after_help = "\
Examples:
  attache schema section > .schema/section.json

The files in sections/ then begin with the line
  # yaml-language-server: $schema=../.schema/section.json
and an editor with yaml-language-server completes keys and words, and marks what is wrong.")]
    Schema(SchemaArgs),
    /// List the briefings under a path, and their sections
    List(ListArgs),
    /// Begin a briefing: files that check clean, and teach by their comments
    #[command(after_help = "\
Examples:
  attache new my-briefing                   a folder, with a file for each part
  attache new notes --single                one file, notes.yaml
  attache new 노트 --language ko            a briefing in Korean

The files name their JSON Schema, which is written into the folder .schema beside them: an editor with
yaml-language-server completes keys and words by it.")]
    New(NewArgs),
    /// Make a briefing of texts that you have: Markdown, plain text, HTML, DOCX, EPUB
    #[command(after_help = "\
Examples:
  attache import article.md treaty.txt -o my-briefing
                                            an article, and the treaty that it is about
  attache import law.txt --as instrument -o my-law
                                            where it does not look like a law

A text in which numbered articles (Article 4, Rule 7, § 3, 제4조) go up is imported as a legal text; any
other becomes sections, by its headings. What was guessed is said in comments of the files. What they
hold is printed; nothing is written over.")]
    Import(ImportArgs),
    /// Print the notes, drafts, highlights and bookmarks that you left in a briefing
    #[command(after_help = "\
Examples:
  attache notes                             what you left in the bundled briefing
  attache notes my.yaml --format markdown   for a document of your own
  attache notes --all                       what you left in any briefing, wherever it is now
  attache notes --format json | jq -r '.notes[].text'
                                            for other programs

Each comes with its place, the words that it is on, cited as y does in the reader, and when it was
last changed, in UTC; a bookmark with the beginning of what it marks. What was left on words that are
no longer in the briefing comes last, and says so. What was left in a briefing that is gone, or has a
fault, is printed all the same.")]
    Notes(NotesArgs),
    /// Say where what you leave in briefings is kept; list, move or remove it
    #[command(after_help = "\
Examples:
  attache state list                        the briefings that something is kept on
  attache state move old.yaml new.yaml      what was left in the one belongs to the other from now on

A briefing that was moved or renamed takes what you left along by itself, if half of its paragraphs
begin as they did.")]
    State(StateArgs),
    /// Say where your own keys and colours are kept, list all of them, or check yours
    #[command(after_help = "\
Examples:
  attache config path                       where the file belongs
  attache config default > my.toml          all keys and colours as they are, to begin with
  attache config check                      what is wrong with yours

The file is read when a reader begins, but not by one of --restricted. What is wrong in it is passed
over, and said.")]
    Config(ConfigArgs),
    /// Let others read over SSH: a class, each on a machine of their own
    ///
    /// They need no account and nothing but an SSH client. Each has a place and notes of their own, kept on this
    /// machine under a key, or under a name and a word that they choose.
    #[command(after_help = "\
Examples:
  attache serve my-briefing/                  makes a code, and shows what to type
  attache serve --code 'blue heron' --motd 'Read section 2 first'
  attache serve --keys ~/.ssh/authorized_keys
                                              those alone whose key is listed
  attache serve --open --listen 127.0.0.1:0   everybody on this machine, at a free port

Readers type ssh -p 2222 NAME@ADDRESS to read; with notes, print or quiz behind it that is printed instead.
Nothing else is let in: no shell, no files, no forwarding. Ctrl-c ends it.")]
    Serve(ServeArgs),
    /// Help an editor with a briefing while it is written: a language server
    ///
    /// Over standard input and output, for an editor to start; docs/editors.md in the sources has what
    /// each editor needs. It writes no files.
    Lsp,
    /// Write the manual page, for man
    ///
    /// In roff, to the standard output.
    #[command(after_help = "\
Examples:
  attache man | man -l -                      read it now
  attache man > ~/.local/share/man/man1/attache.1
                                              keep it, for man attache")]
    Man,
    /// Write the completions for a shell
    ///
    /// To the standard output. The shell then completes commands, options and paths.
    #[command(after_help = "\
Examples:
  attache completions bash > ~/.local/share/bash-completion/completions/attache
  attache completions zsh > ~/.zfunc/_attache         where ~/.zfunc is in fpath
  attache completions fish > ~/.config/fish/completions/attache.fish")]
    Completions(CompletionsArgs),
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// The shells that completions are made for.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
}

#[derive(Debug, Args)]
pub(super) struct PrintArgs {
    /// The briefing, the id of a bundled one, or - for standard input; the first bundled one if none is given
    #[arg(value_hint = ValueHint::AnyPath)]
    pub path: Option<PathBuf>,
    /// Print one section only, by its id or its number
    #[arg(long, value_name = "ID")]
    pub section: Option<String>,
    /// For whom to print it
    #[arg(long = "for", value_enum, value_name = "WHOM")]
    pub audience: Option<PrintAudience>,
    /// Print one of the parts beside the text only
    #[arg(long, value_enum, value_name = "PART", conflicts_with = "section")]
    pub only: Option<PrintPart>,
    /// What to print it as
    #[arg(long, value_enum, default_value = "plain")]
    pub format: PrintFormat,
    /// The widest line of plain text, in columns, but for outside addresses, which are never broken;
    /// the other formats have no lines of their own
    #[arg(long, value_name = "N", default_value_t = 76,
          value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: u16,
    /// Print your notes too, each after the paragraph or the article that it is on
    #[arg(long)]
    pub notes: bool,
    /// Whose notes, if the account is shared: the name that they were kept under
    #[arg(long, value_name = "NAME", requires = "notes")]
    pub reader: Option<ReaderName>,
}

#[derive(Debug, Args)]
pub(super) struct NotesArgs {
    /// The briefing, the id of a bundled one, or - for standard input; the first bundled one if none is given
    #[arg(value_hint = ValueHint::AnyPath)]
    pub path: Option<PathBuf>,
    /// Print what you left in every briefing, also in those that are no longer where they were
    #[arg(long, conflicts_with = "path")]
    pub all: bool,
    /// Whose notes, if the account is shared: the name that they were kept under
    #[arg(long, value_name = "NAME")]
    pub reader: Option<ReaderName>,
    /// What to print them as
    #[arg(long, value_enum, default_value = "plain")]
    pub format: PrintFormat,
    /// The widest line of plain text, in columns
    #[arg(long, value_name = "N", default_value_t = 76,
          value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: u16,
}

#[derive(Debug, Args)]
pub(super) struct StateArgs {
    #[command(subcommand)]
    pub action: StateAction,
    /// Whose, if the account is shared: the name that it is kept under
    #[arg(long, value_name = "NAME", global = true)]
    pub reader: Option<ReaderName>,
}

#[derive(Debug, Subcommand)]
pub(super) enum StateAction {
    /// Print the path of the file
    Path,
    /// List the briefings that something is kept on: where each is, and what of it there is
    List,
    /// Make what is kept on one briefing that of another, beside what that has
    Move(MoveArgs),
    /// Empty the file: places, settings, notes and marks in all briefings
    ///
    /// Asks first. Damaged files that were set aside stay. A reader that is open meanwhile keeps
    /// what it has to its end, and then that is gone too.
    Reset(ResetArgs),
}

#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    pub action: ConfigAction,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigAction {
    /// Print the path of the file
    Path,
    /// Write a whole file that says what is so without one
    Default,
    /// List every fault in the file
    ///
    /// Exits with 0 if there is none, 1 if there are errors or warnings, 2 if the command line
    /// is wrong.
    Check(ConfigCheckArgs),
}

#[derive(Debug, Args)]
pub(super) struct ConfigCheckArgs {
    /// Another file than the one that is read
    #[arg(value_hint = ValueHint::FilePath)]
    pub path: Option<PathBuf>,
    /// How to write what was found
    #[arg(long, value_enum, default_value = "rich")]
    pub format: DiagnosticFormat,
}

#[derive(Debug, Args)]
pub(super) struct MoveArgs {
    /// Where the briefing was, or what attache state list calls it
    #[arg(value_hint = ValueHint::AnyPath)]
    pub old: PathBuf,
    /// Where the briefing is that it belongs to
    #[arg(value_hint = ValueHint::AnyPath)]
    pub new: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct ResetArgs {
    /// Remove it without asking
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub(super) struct CheckArgs {
    /// The briefings, folders of them, or - for standard input
    #[arg(required = true, value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Also give hints, such as actors that a section names but never links
    #[arg(long)]
    pub hints: bool,
    /// Mend what has one remedy, and list what is left; of hints only with --hints
    #[arg(long)]
    pub fix: bool,
    /// Also put the keys of each mapping in the order of docs/format.md, with their comments
    #[arg(long, requires = "fix")]
    pub sort_keys: bool,
    /// Change nothing: print what --fix would change, as a unified diff, and exit with 1 if it would
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    /// How to write what was found
    #[arg(long, value_enum, default_value = "rich")]
    pub format: DiagnosticFormat,
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// A briefing, a folder of briefings, or - for standard input; all that are bundled if none is given
    #[arg(value_hint = ValueHint::AnyPath)]
    pub path: Option<PathBuf>,
}

/// For whom a briefing is printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PrintAudience {
    /// With hints and answers, without the teacher's cues
    Reader,
    /// Without hints, answers and cues
    Class,
    /// With all of them
    Teacher,
}

/// The parts of a briefing that are printed alone.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PrintPart {
    /// What there is to talk about, in the text and besides
    Questions,
    /// Questions with choices, and their answers
    Quiz,
    /// Legal texts and their articles
    Articles,
    /// People and powers
    Actors,
    /// The glossary
    Terms,
    /// The events in order
    Timeline,
    /// The sources under their numbers
    Sources,
}

/// What a briefing is printed as.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PrintFormat {
    /// Plain text, in lines as wide as --width says
    Plain,
    /// CommonMark, with links, in UTF-8
    Markdown,
    /// Everything for other programs, in UTF-8, a line for each briefing
    Json,
}

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum DiagnosticFormat {
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

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum ColorMode {
    /// What the terminal says it can show
    #[default]
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

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum HyperlinkMode {
    /// Unless the terminal is known to have none
    #[default]
    Auto,
    /// Never; the addresses stand there all the same
    Never,
    /// Always
    Always,
}

impl HyperlinkMode {
    /// What was asked for; none if the terminal is to say.
    pub(super) fn wanted(self) -> Option<bool> {
        match self {
            Self::Auto => None,
            Self::Never => Some(false),
            Self::Always => Some(true),
        }
    }
}

impl PrintAudience {
    pub(super) fn audience(self) -> Audience {
        match self {
            Self::Reader => Audience::Reader,
            Self::Class => Audience::Class,
            Self::Teacher => Audience::Teacher,
        }
    }
}

impl PrintPart {
    pub(super) fn part(self) -> Part {
        match self {
            Self::Questions => Part::Questions,
            Self::Quiz => Part::Quiz,
            Self::Articles => Part::Articles,
            Self::Actors => Part::Actors,
            Self::Terms => Part::Terms,
            Self::Timeline => Part::Timeline,
            Self::Sources => Part::Sources,
        }
    }
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

impl ColorMode {
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
