//! One thing that is wrong, before it has a place.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Location, Severity};

/// What is wrong, and what to do about it.
pub(super) struct ConfigFault {
    pub(super) severity: Severity,
    /// The name of the rule that it breaks.
    pub(super) rule: &'static str,
    pub(super) message: String,
    pub(super) help: String,
}

impl ConfigFault {
    /// The fault of a file as a whole.
    pub(super) fn of_file(self, path: &Path) -> Diagnostic {
        self.at(Location::whole(path.to_string_lossy()))
    }

    pub(super) fn at(self, at: Location) -> Diagnostic {
        let Self { severity, rule, message, help } = self;
        Diagnostic { severity, rule, at, message, help: Some(help), also: Vec::new(), fix: None }
    }
}
