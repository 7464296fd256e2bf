//! Where in a file something is wrong.

use std::ops::Range;
use std::sync::Arc;

use crate::base::visible_line;

/// A stretch of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceSpan {
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
pub struct Location {
    /// The file's path, as the reader would name it.
    pub file: Arc<str>,
    /// Where in it; `None` means the file as a whole.
    pub span: Option<SourceSpan>,
    /// What stands there.
    pub excerpt: Option<Excerpt>,
}

impl Location {
    /// A file as a whole.
    pub fn whole(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), span: None, excerpt: None }
    }

    /// `file:line:column`, or only the file. Control characters are made visible.
    pub(crate) fn words(&self) -> String {
        let file = visible_line(&self.file);
        match self.span {
            Some(span) => format!("{file}:{}:{}", span.line, span.column),
            None => file.into_owned(),
        }
    }
}
