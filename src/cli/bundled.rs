//! The briefing that comes with the program.

use include_dir::{Dir, include_dir};

use crate::runtime::BriefingSource;

static BRIEFING: Dir = include_dir!("$CARGO_MANIFEST_DIR/briefings/russia-dprk-treaty");

/// The bundled briefing.
pub(super) fn source() -> BriefingSource {
    let mut files = Vec::new();
    collect(&BRIEFING, &mut files);
    BriefingSource::Bundled("russia-dprk-treaty", files)
}

fn collect(dir: &'static Dir, files: &mut Vec<(&'static str, &'static [u8])>) {
    for file in dir.files() {
        files.extend(file.path().to_str().map(|path| (path, file.contents())));
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}
