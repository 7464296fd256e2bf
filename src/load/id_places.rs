//! Where in the files ids are written: where something has one, and wherever a value or a link names it.

use std::ops::Range;
use std::sync::Arc;

use super::addresses::EntityKind;
use super::words::unspaced;
use crate::base::cut;
use crate::diagnostic::File;

/// What is called by an id, or by a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IdKind {
    /// An instrument.
    Instrument,
    /// An actor.
    Actor,
    /// A term.
    Term,
    /// An event.
    Event,
    /// A source.
    Source,
    /// A section.
    Section,
    /// A block of a section: `SECTION/BLOCK`.
    Block,
    /// An article by its number: `INSTRUMENT/NUMBER`, in lower case and without blanks; `/NUMBER` in the first
    /// instrument.
    Article,
}

/// A place where an id is written.
#[derive(Debug, Clone)]
pub(crate) struct IdPlace {
    /// What is called by it.
    pub(crate) kind: IdKind,
    /// The id, as [`IdKind`] has it.
    pub(crate) id: String,
    /// Whether it is given here, not named.
    pub(crate) is_own: bool,
    /// The file.
    pub(crate) file: Arc<str>,
    /// The bytes of the file that are the id or the number alone; the line if it is written otherwise than it reads.
    pub(crate) at: Result<Range<usize>, usize>,
}

impl IdKind {
    pub(super) fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Instrument => Self::Instrument,
            EntityKind::Actor => Self::Actor,
            EntityKind::Term => Self::Term,
            EntityKind::Event => Self::Event,
            EntityKind::Source => Self::Source,
            EntityKind::Section => Self::Section,
        }
    }
}

/// The id of an article.
pub(super) fn article_id(instrument: &str, number: &str) -> String {
    format!("{instrument}/{}", unspaced(number).to_lowercase())
}

/// The ids in an address with its scheme, each with its bytes.
pub(super) fn in_address(address: &str) -> Vec<(IdKind, String, Range<usize>)> {
    let Some((scheme, rest)) = address.split_once(':') else { return Vec::new() };
    let start = scheme.len() + 1;
    let whole = start..address.len();
    match scheme {
        "article" => {
            let end = rest.find(['(', '（']).unwrap_or(rest.len());
            let (instrument, number) =
                cut(rest, ..end).split_once('/').unwrap_or(("", cut(rest, ..end)));
            let at = start + end - number.len()..start + end;
            let article = (IdKind::Article, article_id(instrument, number), at);
            let from = start..start + instrument.len();
            let instrument = (IdKind::Instrument, instrument.to_owned(), from);
            let both = [instrument, article].into_iter();
            both.filter(|(_, _, at)| !at.is_empty()).collect()
        }
        "section" => match rest.split_once('/') {
            None => vec![(IdKind::Section, rest.to_owned(), whole)],
            Some((section, _)) => {
                let end = start + section.len();
                let block = (IdKind::Block, rest.to_owned(), end + 1..address.len());
                vec![(IdKind::Section, section.to_owned(), start..end), block]
            }
        },
        _ => {
            let kind = EntityKind::ALL.into_iter().find(|kind| kind.scheme() == scheme);
            kind.map(|kind| (IdKind::of(kind), rest.to_owned(), whole)).into_iter().collect()
        }
    }
}

/// The place of an id at bytes `at` of a file, where `word` stands, be it in quotes.
pub(super) fn place(
    file: &File,
    at: Range<usize>,
    word: &str,
    within: Range<usize>,
) -> Result<Range<usize>, usize> {
    let raw = cut(&file.text, at.clone());
    let line = file.location(at.clone()).span.map_or(1, |span| span.line);
    let quoted = raw.strip_prefix(['"', '\'']).and_then(|raw| raw.strip_suffix(['"', '\'']));
    let begin = match quoted {
        _ if raw == word => at.start,
        Some(inner) if inner == word => at.start + 1,
        _ => return Err(line),
    };
    let edit = file.edit(begin + within.start..begin + within.end, "");
    Ok(edit.start..edit.end)
}
