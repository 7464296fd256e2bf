//! What can be led to, by the words of its address.

use std::ops::Range;

use super::addresses::EntityKind;
use super::words::unspaced;
use crate::base::cut;

/// Something that an address names, whether it is there or not.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Referent {
    /// What has an id: `actor:kim`.
    Entity {
        /// `actor`, `term`, and the other schemes of what has an id.
        scheme: &'static str,
        /// Its id.
        id: String,
    },
    /// An article, by its number in lower case without blanks.
    Article {
        /// Its instrument's id; that of the first instrument, if none is named.
        instrument: Option<String>,
        /// Its number.
        number: String,
    },
    /// A block of a section.
    Block {
        /// The section's id.
        section: String,
        /// The block's id, or its place: `p3`.
        id: String,
    },
    /// An address of the outside world.
    Web(String),
}

impl Referent {
    pub(crate) fn entity(scheme: &'static str, id: &str) -> Self {
        Self::Entity { scheme, id: id.to_owned() }
    }

    pub(crate) fn article(instrument: Option<&str>, number: &str) -> Self {
        let number = unspaced(number).to_lowercase();
        Self::Article { instrument: instrument.map(str::to_owned), number }
    }

    pub(crate) fn block(section: &str, id: &str) -> Self {
        Self::Block { section: section.to_owned(), id: id.to_owned() }
    }

    /// What it is, in a word.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Entity { scheme, .. } => scheme,
            Self::Article { .. } => "article",
            Self::Block { .. } => "block",
            Self::Web(_) => "address",
        }
    }

    /// What it is called, without its kind.
    pub(super) fn id(&self) -> String {
        match self {
            Self::Entity { id, .. } => id.clone(),
            Self::Article { instrument: None, number } => number.clone(),
            Self::Article { instrument: Some(of), number } => format!("{of}/{number}"),
            Self::Block { section, id } if section.is_empty() => id.clone(),
            Self::Block { section, id } => format!("{section}/{id}"),
            Self::Web(address) => address.clone(),
        }
    }

    /// The same thing by another id of its own, or another number.
    pub(super) fn called(&self, new: &str) -> Self {
        match self {
            Self::Entity { scheme, .. } => Self::entity(scheme, new),
            Self::Article { instrument, .. } => Self::article(instrument.as_deref(), new),
            Self::Block { section, .. } => Self::block(section, new),
            Self::Web(_) => Self::Web(new.to_owned()),
        }
    }

    /// As it is named where `first` is the id of the first instrument: an article of that needs no instrument.
    pub(super) fn in_full(&self, first: Option<&str>) -> Self {
        match self {
            Self::Article { instrument: None, number } => {
                Self::Article { instrument: first.map(str::to_owned), number: number.clone() }
            }
            other => other.clone(),
        }
    }

    /// Its address, as a link has it.
    pub(crate) fn address(&self) -> String {
        match self {
            Self::Entity { scheme, id } => format!("{scheme}:{id}"),
            Self::Article { instrument: None, number } => format!("article:{number}"),
            Self::Article { instrument: Some(of), number } => format!("article:{of}/{number}"),
            Self::Block { section, id } => format!("section:{section}/{id}"),
            Self::Web(address) => address.clone(),
        }
    }
}

/// The schemes of what stands in a briefing.
pub(crate) fn schemes() -> impl Iterator<Item = &'static str> {
    std::iter::once("article").chain(EntityKind::ALL.into_iter().map(EntityKind::scheme))
}

/// What an address names, each with the bytes of the address that do, which are more than blanks: an instrument
/// before its article, a section before its block.
pub(super) fn named(address: &str) -> Vec<(Referent, Range<usize>)> {
    let mut found = parts(address);
    found.retain(|(_, at)| !cut(address, at.clone()).trim().is_empty());
    found
}

fn parts(address: &str) -> Vec<(Referent, Range<usize>)> {
    let blank = address.len() - address.trim_start().len();
    let address = address.trim_end();
    if is_web(address.trim()) {
        return vec![(Referent::Web(address.trim().to_owned()), blank..address.len())];
    }
    let Some((scheme, rest)) = address.split_once(':') else { return Vec::new() };
    let from = scheme.len() + 1;
    match scheme.trim() {
        "article" => article_parts(rest, from),
        "section" => match rest.split_once('/') {
            Some((id, block)) => vec![
                (Referent::entity("section", id), from..from + id.len()),
                (Referent::block(id, block), from + id.len() + 1..address.len()),
            ],
            None => vec![(Referent::entity("section", rest), from..address.len())],
        },
        scheme => {
            let kind = EntityKind::ALL.into_iter().find(|kind| kind.scheme() == scheme);
            let named =
                kind.map(|kind| (Referent::entity(kind.scheme(), rest), from..address.len()));
            named.into_iter().collect()
        }
    }
}

/// The same of `NUMBER`, `INSTRUMENT/NUMBER` and what has steps behind it; `from` is where that begins.
fn article_parts(rest: &str, from: usize) -> Vec<(Referent, Range<usize>)> {
    let steps = rest.find(['(', '（']).unwrap_or(rest.len());
    let (rest, _) = rest.split_at(steps);
    match rest.split_once('/') {
        Some((of, number)) => vec![
            (Referent::entity("instrument", of), from..from + of.len()),
            (Referent::article(Some(of), number), from + of.len() + 1..from + rest.len()),
        ],
        None => vec![(Referent::article(None, rest), from..from + rest.len())],
    }
}

/// As [`named`], of the address of an article with its scheme or without.
pub(super) fn article(address: &str) -> Vec<(Referent, Range<usize>)> {
    const SCHEME: &str = "article:";
    if address.starts_with(SCHEME) {
        return named(address);
    }
    let mut found = named(&format!("{SCHEME}{address}"));
    for (_, at) in &mut found {
        *at = at.start - SCHEME.len()..at.end - SCHEME.len();
    }
    found
}

/// Whether an address is one of the outside world, with something after its scheme.
pub(super) fn is_web(address: &str) -> bool {
    let starts = |scheme: &str| {
        let head = address.get(..scheme.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(scheme)) && address.len() > scheme.len()
    };
    let one_word = !address.contains(char::is_whitespace);
    one_word && (starts("https://") || starts("http://") || starts("mailto:"))
}
