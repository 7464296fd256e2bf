//! The app without a terminal.

use std::sync::Arc;

use attache::app::{App, Msg, Opened, Options};
use attache::desk::Size;
use attache::load;
use attache::model::Briefing;
use attache::model::kept::Kept;

/// A reader with the briefing of `files` open.
pub fn reader(files: &[(String, String)], width: u16, height: u16) -> App {
    let loaded = load::from_files("large", files.iter().map(|(path, text)| (path, text)));
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics.first());
    reading(loaded.briefing.unwrap(), width, height)
}

/// A reader with a briefing open.
pub fn reading(briefing: Briefing, width: u16, height: u16) -> App {
    let mut app = App::new(Size { width, height }, Options::new(true));
    let briefing = Arc::new(briefing);
    app.update(Msg::Opened(Opened { briefing, faults: Vec::new(), kept: Kept::default() }));
    app
}
