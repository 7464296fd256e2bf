//! The briefings that come with the program.

use include_dir::{Dir, include_dir};

use crate::runtime::BriefingSource;

/// Each by its id, which its folder is called. The first is meant where none is named.
static BRIEFINGS: [(&str, Dir); 2] = [
    ("russia-dprk-treaty", include_dir!("$CARGO_MANIFEST_DIR/briefings/russia-dprk-treaty")),
    ("russia-dprk-treaty-ko", include_dir!("$CARGO_MANIFEST_DIR/briefings/russia-dprk-treaty-ko")),
];

/// All of them.
pub(super) fn sources() -> impl Iterator<Item = BriefingSource> {
    BRIEFINGS.iter().map(source)
}

/// The one of this id.
pub(super) fn of_id(id: &str) -> Option<BriefingSource> {
    BRIEFINGS.iter().find(|(bundled, _)| *bundled == id).map(source)
}

fn source((id, dir): &'static (&str, Dir)) -> BriefingSource {
    let mut files = Vec::new();
    collect(dir, &mut files);
    BriefingSource::Bundled(id, files)
}

fn collect(dir: &'static Dir, files: &mut Vec<(&'static str, &'static [u8])>) {
    for file in dir.files() {
        files.extend(file.path().to_str().map(|path| (path, file.contents())));
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}
