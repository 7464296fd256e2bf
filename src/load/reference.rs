//! From an address such as `article:un-charter/51` to what it leads to.

use super::addresses::{EntityKind, Lookup};
use super::faults::Fault;
use super::lowering::Lowering;
use super::rule::{REFERENCE, SCHEME, URL};
use super::words::short;
use crate::base::visible;
use crate::model::{
    ActorIx, ArticleIx, BlockIx, EventIx, InstrumentIx, SectionIx, SourceIx, Target, TermIx,
};

/// The schemes of the format.
const SCHEMES: [&str; 10] = [
    "article",
    "instrument",
    "actor",
    "term",
    "event",
    "source",
    "section",
    "https",
    "http",
    "mailto",
];

/// How many ids help lists.
const FEW: usize = 8;

/// What an address leads to; `None` for something whose file could not be read, which is
/// reported once and not again at each reference.
pub(super) type Resolved = Result<Option<Target>, Fault>;

/// Resolves a whole address, with its scheme.
pub(super) fn resolve(cx: &Lowering<'_>, address: &str) -> Resolved {
    let address = address.trim();
    if address.is_empty() {
        return Err(Fault::new(&SCHEME, "this link has no address")
            .help("write one in the parentheses, for example (article:4)"));
    }
    let Some((scheme, rest)) = address.split_once(':').filter(|(s, _)| is_scheme(s)) else {
        let message = format!("`{}` is no address: it has no scheme", short(address));
        return Err(Fault::new(&SCHEME, message).help(guess(cx, address)));
    };
    if is_web(address) {
        return Ok(Some(Target::Web(visible(address).into())));
    }
    match scheme {
        "article" => article(cx, rest),
        "section" => section(cx, rest),
        _ => match EntityKind::ALL.into_iter().find(|kind| kind.words() == scheme) {
            Some(kind) => find(cx, kind, rest).map(|at| at.map(|at| target(kind, at))),
            None => Err(unknown_scheme(cx, scheme)),
        },
    }
}

fn is_scheme(word: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.chars().all(plain)
}

/// Whether an address begins with a scheme of the format.
pub(super) fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| SCHEMES.contains(&scheme))
}

/// Whether an address is one of the outside world, with something after its scheme.
fn is_web(address: &str) -> bool {
    let starts = |scheme: &str| {
        let head = address.get(..scheme.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(scheme)) && address.len() > scheme.len()
    };
    let one_word = !address.contains(char::is_whitespace);
    one_word && (starts("https://") || starts("http://") || starts("mailto:"))
}

/// The address of a source, which must be one of the outside world.
pub(super) fn url(address: &str) -> Result<String, Fault> {
    if is_web(address) {
        return Ok(visible(address).into_owned());
    }
    let message = format!("`{}` is no address that can be shown", short(address));
    Err(Fault::new(&URL, message).help("it begins with https://, http:// or mailto:"))
}

fn unknown_scheme(cx: &Lowering<'_>, scheme: &str) -> Fault {
    if matches!(scheme.to_ascii_lowercase().as_str(), "https" | "http" | "mailto") {
        let message = format!("this is no whole {scheme} address");
        return Fault::new(&SCHEME, message).help("for example https://example.org/page");
    }
    let message = format!("a link cannot lead to `{}:`", short(scheme));
    let fault = Fault::new(&SCHEME, message);
    let near = cx.nearest(&SCHEME, scheme, SCHEMES).map(|near| format!("{near}:"));
    fault.suggest(near, || format!("the schemes are: {}", SCHEMES.join(", ")))
}

/// What an address without a scheme may have meant.
fn guess(cx: &Lowering<'_>, address: &str) -> String {
    let kind = EntityKind::ALL
        .into_iter()
        .find(|kind| matches!(cx.addresses.find(*kind, address), Lookup::At(_)));
    if let Some(kind) = kind {
        return format!("did you mean `{}:{address}`?", kind.words());
    }
    if cx.addresses.article(0, address).is_some() {
        return format!("did you mean `article:{address}`?");
    }
    format!("begin it with one of: {}", SCHEMES.join(", "))
}

/// The item of a kind with this id.
pub(super) fn find(cx: &Lowering<'_>, kind: EntityKind, id: &str) -> Result<Option<usize>, Fault> {
    match cx.addresses.find(kind, id) {
        Lookup::At(at) => Ok(Some(at)),
        Lookup::Lost => Ok(None),
        Lookup::Nothing => Err(nothing(cx, kind, id)),
    }
}

fn nothing(cx: &Lowering<'_>, kind: EntityKind, id: &str) -> Fault {
    let what = kind.words();
    let message = match id {
        "" => format!("this names no {what}"),
        id => format!("there is no {what} `{}`", short(id)),
    };
    let fault = Fault::new(&REFERENCE, message);
    let near = cx.nearest(&REFERENCE, id, cx.addresses.all(kind)).or_else(|| {
        let is_there = |other: &EntityKind| matches!(cx.addresses.find(*other, id), Lookup::At(_));
        let other = EntityKind::ALL.into_iter().find(is_there)?;
        Some(format!("{}:{id}", other.words()))
    });
    fault.suggest(near, || known(cx, kind))
}

/// The first ids of a kind, and how many more there are.
fn known(cx: &Lowering<'_>, kind: EntityKind) -> String {
    let first: Vec<_> = cx.addresses.all(kind).take(FEW).map(short).collect();
    let more = cx.addresses.count(kind) - first.len();
    match (first.as_slice(), more) {
        ([], _) => format!("this briefing has no {} at all: write it first", kind.words()),
        (all, 0) => format!("the {} here: {}", kind.key(), all.join(", ")),
        (all, more) => format!("the {} here: {} and {more} more", kind.key(), all.join(", ")),
    }
}

fn target(kind: EntityKind, at: usize) -> Target {
    match kind {
        EntityKind::Instrument => Target::Instrument(InstrumentIx::new(at)),
        EntityKind::Actor => Target::Actor(ActorIx::new(at)),
        EntityKind::Term => Target::Term(TermIx::new(at)),
        EntityKind::Event => Target::Event(EventIx::new(at)),
        EntityKind::Source => Target::Source(SourceIx::new(at)),
        EntityKind::Section => Target::Section(SectionIx::new(at)),
    }
}

fn article(cx: &Lowering<'_>, rest: &str) -> Resolved {
    article_ix(cx, rest).map(|at| at.map(Target::Article))
}

/// An article by `NUMBER`, one of the first instrument, or by `INSTRUMENT/NUMBER`.
pub(super) fn article_ix(cx: &Lowering<'_>, rest: &str) -> Result<Option<ArticleIx>, Fault> {
    let (instrument, number) = match rest.split_once('/') {
        None => (Some(0), rest),
        Some((id, number)) => (find(cx, EntityKind::Instrument, id)?, number),
    };
    let Some(at) = instrument else { return Ok(None) };
    if let Some(article) = cx.addresses.article(at, number) {
        return Ok(Some(ArticleIx::new(InstrumentIx::new(at), article)));
    }
    if cx.addresses.lost(EntityKind::Instrument) {
        return Ok(None);
    }
    Err(no_article(cx, rest, at, number))
}

fn no_article(cx: &Lowering<'_>, rest: &str, instrument: usize, number: &str) -> Fault {
    let fault = Fault::new(&REFERENCE, format!("there is no article `{}`", short(rest)));
    if let Some(near) = cx.nearest(&REFERENCE, number, cx.addresses.numbers(instrument)) {
        let near = match rest.split_once('/') {
            Some((id, _)) => format!("{id}/{near}"),
            None => near,
        };
        return fault.help(format!("did you mean `{near}`?"));
    }
    if cx.faults.full(&REFERENCE) {
        return fault.help("");
    }
    let has = |id: &&str| match cx.addresses.find(EntityKind::Instrument, id) {
        Lookup::At(at) => cx.addresses.article(at, number).is_some(),
        _ => false,
    };
    let other = cx
        .addresses
        .all(EntityKind::Instrument)
        .take(100)
        .find(has)
        .map(|id| format!("{id}/{number}"));
    fault.suggest(other, || match cx.addresses.numbers(instrument).count() {
        0 if cx.addresses.count(EntityKind::Instrument) == 0 => known(cx, EntityKind::Instrument),
        1 => "the instrument has one article".to_owned(),
        n => format!("the instrument has {n} articles"),
    })
}

fn section(cx: &Lowering<'_>, rest: &str) -> Resolved {
    let (id, address) = match rest.split_once('/') {
        None => (rest, None),
        Some((id, address)) => (id, Some(address)),
    };
    let Some(at) = find(cx, EntityKind::Section, id)? else { return Ok(None) };
    match address {
        None => Ok(Some(Target::Section(SectionIx::new(at)))),
        Some(address) => block(cx, at, id, address).map(|block| block.map(Target::Block)),
    }
}

/// A block by its address in a section.
pub(super) fn block(
    cx: &Lowering<'_>,
    section: usize,
    id: &str,
    address: &str,
) -> Result<Option<BlockIx>, Fault> {
    match cx.addresses.block(section, address) {
        Lookup::At(at) => return Ok(Some(BlockIx::new(SectionIx::new(section), at))),
        Lookup::Lost => return Ok(None),
        Lookup::Nothing => {}
    }
    let message = format!("section `{}` has no paragraph `{}`", short(id), short(address));
    let fault = Fault::new(&REFERENCE, message);
    if cx.faults.full(&REFERENCE) {
        return Err(fault.help(""));
    }
    let own = cx.addresses.own_id(section, address).map(str::to_owned);
    let near = own.or_else(|| cx.nearest(&REFERENCE, address, cx.addresses.block_ids(section)));
    Err(fault.suggest(near, || match cx.addresses.paragraphs(section) {
        0 => "it has none at all".to_owned(),
        1 => "it has one paragraph".to_owned(),
        n => format!("it has {n} paragraphs, counted from p1"),
    }))
}
