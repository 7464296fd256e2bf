//! What is wrong with a file, where, and what to do about it; and the ways of showing that.
//!
//! A [`Diagnostic`] stands on its own: it carries the part of the source line that a renderer
//! shows, so no file has to be kept in memory or read again.

mod json;
mod one_line;
mod rich;

use std::ops::Range;
use std::sync::Arc;

pub use json::json;
pub use one_line::one_line;
pub use rich::rich;

use crate::base::visible_line;

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
    pub fn words(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// A stretch of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The line that it begins in, counted from 1.
    pub line: usize,
    /// The column that it begins in, counted in characters from 1.
    pub column: usize,
    /// Where it begins, in bytes of the file.
    pub start: usize,
    /// Where it ends, in bytes of the file.
    pub end: usize,
}

/// The part of a source line around a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The words: one line of the file, or a window of it.
    pub text: String,
    /// Bytes of `text` that are at fault. Never past the end of the line.
    pub marked: Range<usize>,
    /// Whether the line begins before `text`.
    pub cut_before: bool,
    /// Whether the line goes on after `text`.
    pub cut_after: bool,
}

/// A place in a file, or a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's path, as the reader would name it.
    pub file: Arc<str>,
    /// Where in it; `None` means the file as a whole.
    pub span: Option<Span>,
    /// What stands there.
    pub excerpt: Option<Excerpt>,
}

impl Place {
    /// A file as a whole.
    pub fn whole(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), span: None, excerpt: None }
    }

    /// `file:line:column`, or only the file. Control characters are made visible.
    pub fn words(&self) -> String {
        let file = visible_line(&self.file);
        match self.span {
            Some(span) => format!("{file}:{}:{}", span.line, span.column),
            None => file.into_owned(),
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
    pub at: Place,
    /// What is wrong, in a clause without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that it has to do with, each with what it is.
    pub also: Vec<(Place, String)>,
}

/// Whether there is anything among `found` that is wrong, and not merely worth a thought.
pub fn is_faulty(found: &[Diagnostic]) -> bool {
    found.iter().any(|diagnostic| diagnostic.severity != Severity::Hint)
}
