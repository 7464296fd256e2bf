//! `attache [PATH]`: the reader itself.

use std::io::{self, IsTerminal, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::anyhow;

use crate::app::{App, Options};
use crate::base::{visible_line, why};
use crate::config::{self, Config};
use crate::desk::{ScrollJump, Size};
use crate::diagnostic::Severity;
use crate::export::Audience;
use crate::model::kept::Ids;
use crate::runtime::{self, Capabilities, DialogueEnd, DialogueOptions, Library, StoreOptions};
use crate::store::{self, Store, StoreError};
use crate::theme::{Name, Theme};

use super::args::ReadArgs;
use super::print::{Exporter, Wanted};
use super::{library, locale, words};

/// The widest line of text that goes where no terminal is, in columns.
const PRINT_WIDTH: usize = 76;
/// A screen that nobody sees.
const BY_EAR: Size = Size { width: 100, height: 40 };

pub(super) fn run(args: &ReadArgs) -> anyhow::Result<ExitCode> {
    let variable = std::env::var_os("ATTACHE_RESTRICTED").is_some_and(|value| !value.is_empty());
    let restricted = args.restricted || variable;
    if args.linear {
        return read_lines(args, restricted);
    }
    let library = library::find_to_read(args.path.as_deref(), !restricted)?;
    let get = |name: &str| std::env::var(name).ok();
    // A dumb terminal has no cursor to place: it gets the text, like a pipe.
    let capabilities = Capabilities::detect(get).filter(|_| io::stdout().is_terminal());
    let Some(mut capabilities) = capabilities else { return print(&library) };
    if !locale::is_utf8() {
        capabilities.remove(Capabilities::UTF8);
    }
    if let Some(wanted) = args.hyperlinks.wanted() {
        capabilities.set(Capabilities::HYPERLINKS, wanted);
    }
    let utf8 = capabilities.contains(Capabilities::UTF8 | Capabilities::GLYPHS);
    let (config, notice) = if restricted { Default::default() } else { own() };
    let chosen = args.theme.map(super::args::ThemeName::name).or(config.theme);
    let name = chosen.unwrap_or_else(|| Name::detect(get));
    let depth = args.color.depth().unwrap_or_else(|| Capabilities::depth(get));
    let theme = Theme::new(name, depth, utf8).with_own(config.styles);
    let scroll_jump = config.scroll_jump.map(ScrollJump::new);
    let options = Options::new(utf8).with_scroll_jump(scroll_jump);
    let app = App::new(runtime::terminal_size(capabilities), options);
    let app = app.with_keymap(config.keymap).with_notice(notice);
    let (app, file) = with_state(app, args, restricted);
    let options = StoreOptions { file, theme: chosen.is_none(), keeper: None };
    // What nobody asked for is not done for an account that others share.
    let watch = args.watch_mode(!restricted);
    let killed = runtime::take_keys_from_terminal()
        .and_then(|()| runtime::run_local(app, &theme, library, capabilities, options, watch))
        .map_err(|error| anyhow!(words::terminal_unusable(&why(&error))))?;
    Ok(killed.map_or(ExitCode::SUCCESS, by_signal))
}

/// Prints what would be read. A terminal that shows it is told how it can be read all the same.
fn print(library: &Library) -> anyhow::Result<ExitCode> {
    let exporter = Exporter::plain(PRINT_WIDTH);
    let code = super::print::print(library, Audience::Reader, Wanted::Whole, exporter, None)?;
    let mut out = io::stdout();
    if out.is_terminal() {
        writeln!(out, "\n{}", words::linear_reads())?;
    }
    Ok(code)
}

/// Reads in a dialogue of plain lines. What is to be done comes through the standard input, unless the
/// briefing is to come that way.
fn read_lines(args: &ReadArgs, restricted: bool) -> anyhow::Result<ExitCode> {
    let path = args.path.as_deref();
    let library = library::find_to_read(path, false)?;
    if library.has_stream() {
        runtime::take_keys_from_terminal()
            .map_err(|error| anyhow!(words::no_terminal_for_dialogue(&why(&error))))?;
    }
    let (app, file) = with_state(App::new(BY_EAR, Options::by_ear()), args, restricted);
    let options = DialogueOptions {
        width: args.width.map(usize::from),
        utf8: locale::is_utf8(),
        // Nothing is told between two lines that was not asked for.
        watch: args.watch_mode(false),
        is_strict: path.is_none() && !io::stdin().is_terminal(),
    };
    let store = StoreOptions { file, theme: false, keeper: None };
    match runtime::run_dialogue(app, library, store, options)? {
        DialogueEnd::Left => Ok(ExitCode::SUCCESS),
        DialogueEnd::Killed(signal) => Ok(by_signal(signal)),
        DialogueEnd::NoDialogue(line) => Err(anyhow!(words::no_dialogue(&visible_line(&line)))),
    }
}

/// The app, and the file in which it keeps what is left, if it keeps anything.
fn with_state(
    app: App,
    args: &ReadArgs,
    restricted: bool,
) -> (App, Option<Result<PathBuf, StoreError>>) {
    let app = app.with_ids(Ids::new(store::seed()));
    let app = if restricted { app.restricted() } else { app };
    let file = match &args.reader {
        Some(reader) => Some(Store::path_of(reader)),
        None => (!args.no_state && !restricted).then(Store::default_path),
    };
    let app = if file.is_none() { app.keeping_nothing() } else { app };
    (app, file)
}

/// A shell tells a process that a signal ended by 128 and the signal's number (POSIX).
fn by_signal(signal: u8) -> ExitCode {
    ExitCode::from(128 + signal)
}

/// The reader's own keys and colours, and what is to be said of what is wrong with them.
fn own() -> (Config, Option<String>) {
    let opened = config::path().and_then(|path| Config::open(&path));
    let Some((config, found)) = opened else { return Default::default() };
    let faults = found.iter().filter(|one| one.severity != Severity::Hint).count();
    (config, (faults > 0).then(|| words::faults_in_config(faults)))
}
