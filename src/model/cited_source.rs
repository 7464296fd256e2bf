//! A source where something rests on it.

use super::SourceIx;

/// A source, and where in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CitedSource {
    /// The source.
    pub source: SourceIx,
    /// Where in it, in words: `para 4`, `pp. 12–14`.
    pub at: Option<String>,
}

impl CitedSource {
    /// How many sources these are: two places in one are one source.
    pub(crate) fn count(cited: &[Self]) -> usize {
        let mut sources: Vec<SourceIx> = cited.iter().map(|cited| cited.source).collect();
        sources.sort_unstable();
        sources.dedup();
        sources.len()
    }
}
