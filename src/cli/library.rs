//! The briefings that a command is about.

use std::path::Path;

use anyhow::bail;

use crate::load;
use crate::runtime::{BriefingSource, Library};

use super::{bundled, words};

/// What lies under a path; the bundled briefing without one.
pub(super) fn find(path: Option<&Path>) -> anyhow::Result<Library> {
    let Some(path) = path else { return Ok(Library::new(vec![bundled::source()])) };
    match load::find(path) {
        Ok(found) => {
            let sources = found.into_iter().map(|found| BriefingSource::Path(found.path)).collect();
            Ok(Library::new(sources))
        }
        Err(diagnostic) => {
            let (place, message) = (diagnostic.at.words(), diagnostic.message);
            match diagnostic.help {
                Some(help) => bail!(words::fault_with_help(&place, &message, &help)),
                None => bail!(words::fault(&place, &message)),
            }
        }
    }
}
