//! What is wrong, how bad that is, and what to do.

use super::fix::Fix;
use super::location::Location;

/// How bad it is, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The format does not allow it.
    Error,
    /// Allowed, and most likely not what was meant.
    Warning,
    /// Something to think over.
    Hint,
}

impl Severity {
    /// Its name.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// Something wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The name of the rule that it breaks.
    pub rule: &'static str,
    /// Where.
    pub at: Location,
    /// What is wrong, in a clause without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that it has to do with, each with what it is.
    pub also: Vec<(Location, String)>,
    /// What mends it, if one thing does for certain.
    pub fix: Option<Box<Fix>>,
}

/// Whether there is anything among `found` that is wrong, and not merely worth a thought.
pub(crate) fn is_faulty(found: &[Diagnostic]) -> bool {
    found.iter().any(|diagnostic| diagnostic.severity != Severity::Hint)
}
