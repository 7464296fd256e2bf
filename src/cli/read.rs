//! `attache [PATH]`: the reader itself.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use anyhow::anyhow;

use crate::app::{App, Options};
use crate::base::why;
use crate::config::{self, Config};
use crate::diagnostic::Severity;
use crate::export::Audience;
use crate::model::kept::Ids;
use crate::runtime::{self, Capabilities, StoreOptions};
use crate::store::{self, Store};
use crate::theme::{Depth, Name, Theme};

use super::args::ReadArgs;
use super::print::{Exporter, Wanted};
use super::{library, locale, words};

/// The widest line of text that goes where no terminal is, in columns.
const PRINT_WIDTH: usize = 76;

pub(super) fn run(args: &ReadArgs) -> anyhow::Result<ExitCode> {
    let variable = std::env::var_os("ATTACHE_RESTRICTED").is_some_and(|value| !value.is_empty());
    let restricted = args.restricted || variable;
    let library = library::find_to_read(args.path.as_deref(), !restricted)?;
    let get = |name: &str| std::env::var(name).ok();
    // A dumb terminal has no cursor to place: it gets the text, like a pipe.
    let dumb = get("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
    if dumb || !io::stdout().is_terminal() {
        let exporter = Exporter::plain(PRINT_WIDTH);
        return super::print::print(&library, Audience::Reader, Wanted::Whole, exporter, None);
    }
    let utf8 = locale::is_utf8();
    let (config, notice) = if restricted { Default::default() } else { own() };
    let chosen = args.theme.map(super::args::ThemeName::name).or(config.theme);
    let name = chosen.unwrap_or_else(|| Name::detect(get));
    let depth = args.color.depth().unwrap_or_else(|| Depth::detect(get));
    let theme = Theme::new(name, depth, utf8).with_own(config.styles);
    let app = App::new(runtime::terminal_size(), Options::new(utf8));
    let app = app.with_keymap(config.keymap).with_notice(notice);
    let app = app.with_ids(Ids::new(store::seed()));
    let app = if restricted { app.restricted() } else { app };
    let file = match &args.reader {
        Some(reader) => Some(Store::path_of(reader)),
        None => (!args.no_state && !restricted).then(Store::default_path),
    };
    let app = if file.is_none() { app.keeping_nothing() } else { app };
    let options = StoreOptions { file, theme: chosen.is_none() };
    let mut capabilities = Capabilities::of(&get("TERM").unwrap_or_default());
    capabilities.hyperlinks = args.hyperlinks.wanted().unwrap_or(capabilities.hyperlinks);
    let killed = runtime::take_keys_from_terminal()
        .and_then(|()| runtime::run_local(app, &theme, library, capabilities, options))
        .map_err(|error| anyhow!(words::terminal_unusable(&why(&error))))?;
    // A shell tells a process that a signal ended by 128 and the signal's number (POSIX).
    Ok(killed.map_or(ExitCode::SUCCESS, |signal| ExitCode::from(128 + signal)))
}

/// The reader's own keys and colours, and what is to be said of what is wrong with them.
fn own() -> (Config, Option<String>) {
    let opened = config::path().and_then(|path| Config::open(&path));
    let Some((config, found)) = opened else { return Default::default() };
    let faults = found.iter().filter(|one| one.severity != Severity::Hint).count();
    (config, (faults > 0).then(|| words::faults_in_config(faults)))
}
