//! A briefing with a place that is kept in it, and the same text for `less`.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{large, programs, tty::Tty};

/// A briefing, and what beside it is of the same text.
pub struct Beside {
    pub briefing: PathBuf,
    /// As `attache print` prints it.
    pub text: PathBuf,
    /// A state folder in which a place in it is kept.
    pub state: PathBuf,
    /// A word of the first screen, with nothing kept.
    pub first: &'static str,
    /// A word of the paragraph that is kept, and of none before.
    pub kept: &'static str,
    _folder: TempDir,
}

impl Beside {
    /// The briefing that comes with it.
    pub fn bundled() -> Self {
        Self::new(programs::bundled(), tempfile::tempdir().unwrap(), "promised", "sappers")
    }

    /// One of 8.5 MB in 120 files.
    pub fn large() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let briefing = folder.path().join("large");
        let mut files = large::files(120, 382);
        let summary = "\nsummary: What was promised.\nlanguage";
        files[0].1 = files[0].1.replacen("\nlanguage", summary, 1);
        let middle = files[61].1.match_indices(".\n    evidence").nth(190).unwrap().0;
        files[61].1.insert_str(middle, " halfway");
        large::write(&files, &briefing);
        Self::new(briefing, folder, "promised", "halfway")
    }

    fn new(briefing: PathBuf, folder: TempDir, first: &'static str, kept: &'static str) -> Self {
        let (text, state) = (folder.path().join("printed"), folder.path().join("state"));
        programs::print(&briefing, &text);
        keep(&briefing, kept, &state);
        Self { briefing, text, state, first, kept, _folder: folder }
    }
}

/// Reads as far as `word`, and leaves.
fn keep(briefing: &Path, word: &str, state: &Path) {
    let mut tty = Tty::start(&programs::attache(briefing), (120, 40), None);
    tty.until_idle();
    tty.send(format!("/{word}\r"));
    tty.until_idle();
    tty.leave("\x03");
    tty.keep(state);
    assert!(fs::read_dir(state).unwrap().next().is_some(), "nothing is kept");
}
