//! From an address such as `article:un-charter/51` to what it leads to.

use super::addresses::{Destination, EntityKind, numbered};
use super::fault::{Change, Fault};
use super::id;
use super::lowering::Lowering;
use super::referent::is_web;
use super::rule::{POSITION, REFERENCE, SCHEME};
use super::sentences::{self, NoArticle, NoParagraph};
use crate::base::{cut, is_unseen, visible};
use crate::diagnostic::TextEdit;
use crate::model::{
    ActorIx, ArticleIx, BlockIx, EventIx, InstrumentIx, ProvisionAddress, Reading, SectionIx,
    SourceIx, Target, TermIx, readings, steps_of,
};

/// The schemes of the format.
pub(super) const SCHEMES: [&str; 10] = [
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

/// How many instruments are looked through for an article that another one has not.
const LOOKED_THROUGH: usize = 100;

/// What an address leads to; `None` for something whose file could not be read, which is
/// reported once and not again at each reference.
pub(super) type Resolved = Result<Option<Target>, Fault>;

/// Resolves a whole address, with its scheme.
pub(super) fn resolve(cx: &Lowering<'_>, address: &str) -> Resolved {
    let address = address.trim();
    if address.is_empty() {
        return Err(sentences::no_address());
    }
    let Some((scheme, rest)) = address.split_once(':').filter(|(s, _)| is_scheme(s)) else {
        let near = guess(cx, address).or_else(|| web(address));
        if near.is_none() && names_file(address) {
            return Err(sentences::file_for_address(address));
        }
        let fault = sentences::no_scheme(address, near.as_deref(), &SCHEMES);
        return Err(fault.meant(certain_guess(cx, address).as_deref()));
    };
    if is_web(address) {
        return Ok(Some(Target::Web(visible(address).into())));
    }
    match scheme {
        "article" => article(cx, rest).map_err(|fault| with_scheme(fault, scheme)),
        "section" => section(cx, rest).map_err(|fault| with_scheme(fault, scheme)),
        _ => of_scheme(cx, scheme, rest),
    }
}

/// What the id `rest` of a kind leads to that has a scheme of its own.
fn of_scheme(cx: &Lowering<'_>, scheme: &str, rest: &str) -> Resolved {
    let kind = EntityKind::ALL.into_iter().find(|kind| kind.scheme() == scheme);
    let Some(kind) = kind else {
        let certain = cx.certain(&SCHEME, scheme, SCHEMES);
        let certain = certain.map(|scheme| format!("{scheme}:{rest}"));
        return Err(unknown_scheme(cx, scheme).meant(certain.as_deref()));
    };
    let found = find(cx, kind, rest).map_err(|fault| match only_kind_of(cx, rest) {
        Some(other) => fault.meant(Some(&format!("{}:{rest}", other.scheme()))),
        None => with_scheme(fault, scheme),
    });
    found.map(|at| at.map(|at| target(kind, at)))
}

/// What was meant by an id is behind this scheme.
fn with_scheme(fault: Fault, scheme: &str) -> Fault {
    fault.meant_as(|rest| format!("{scheme}:{rest}"))
}

/// The one kind that has this id.
fn only_kind_of(cx: &Lowering<'_>, id: &str) -> Option<EntityKind> {
    let is_there = |kind: &EntityKind| matches!(cx.addresses.find(*kind, id), Destination::At(_));
    let mut kinds = EntityKind::ALL.into_iter().filter(is_there);
    kinds.next().filter(|_| kinds.next().is_none())
}

/// What an address without a scheme certainly meant.
fn certain_guess(cx: &Lowering<'_>, address: &str) -> Option<String> {
    let narrow = address.replace('：', ":");
    if has_scheme(&narrow) {
        return Some(narrow);
    }
    let article = cx.addresses.article(0, address).map(|_| format!("article:{address}"));
    match only_kind_of(cx, address) {
        Some(kind) if article.is_none() => Some(format!("{}:{address}", kind.scheme())),
        Some(_) => None,
        None => {
            article.filter(|_| guess(cx, address).is_some_and(|near| near.starts_with("article:")))
        }
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

/// Whether a scheme is one of those that lead to something of the briefing.
pub(super) fn is_inside(scheme: &str) -> bool {
    SCHEMES.contains(&scheme) && !matches!(scheme, "https" | "http" | "mailto")
}

/// The address of a source, which must be one of the outside world.
pub(super) fn url(address: &str) -> Result<String, Fault> {
    if is_web(address) {
        return Ok(visible(address).into_owned());
    }
    Err(sentences::no_url(address))
}

fn unknown_scheme(cx: &Lowering<'_>, scheme: &str) -> Fault {
    if matches!(scheme.to_ascii_lowercase().as_str(), "https" | "http" | "mailto") {
        return sentences::half_an_address(scheme);
    }
    let near = cx.nearest(&SCHEME, scheme, SCHEMES);
    sentences::unknown_scheme(scheme, near.as_deref(), &SCHEMES)
}

/// What a file is called that somebody may have beside a briefing.
const EXTENSIONS: [&str; 17] = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "tif", "tiff", "bmp", "pdf", "html", "htm", "md",
    "txt", "docx", "mp4", "yaml",
];

/// Whether an address is the name of a file.
fn names_file(address: &str) -> bool {
    let extension = address.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

/// The address on the web that lacks its scheme.
fn web(address: &str) -> Option<String> {
    let host = address.split(['/', '?', '#']).next()?;
    let (name, top) = host.rsplit_once('.')?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let is_host = name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.chars().all(is_part)
        && top.len() > 1
        && top.bytes().all(|byte| byte.is_ascii_alphabetic())
        && (host.starts_with("www.") || host.len() < address.len() || !names_file(host));
    is_host.then(|| format!("https://{address}"))
}

/// What an address without a scheme may have meant.
fn guess(cx: &Lowering<'_>, address: &str) -> Option<String> {
    let narrow = address.replace('：', ":");
    if has_scheme(&narrow) {
        return Some(narrow);
    }
    let is_there =
        |kind: &EntityKind| matches!(cx.addresses.find(*kind, address), Destination::At(_));
    if let Some(kind) = EntityKind::ALL.into_iter().find(is_there) {
        return Some(format!("{}:{address}", kind.scheme()));
    }
    cx.addresses.article(0, address).map(|_| format!("article:{address}"))
}

/// The item of a kind with this id.
pub(super) fn find(cx: &Lowering<'_>, kind: EntityKind, id: &str) -> Result<Option<usize>, Fault> {
    match cx.addresses.find(kind, id) {
        Destination::At(at) => Ok(Some(at)),
        Destination::Lost => Ok(None),
        // Of sections there is a list.
        Destination::Nothing if kind == EntityKind::Section => Err(nothing(cx, kind, id)),
        Destination::Nothing => {
            cx.addresses.unread(kind).map_or_else(|| Err(nothing(cx, kind, id)), |at| Ok(Some(at)))
        }
    }
}

fn nothing(cx: &Lowering<'_>, kind: EntityKind, id: &str) -> Fault {
    let seen: String = id.chars().filter(|c| !is_unseen(*c)).collect();
    if seen.len() < id.len() {
        return sentences::unseen_in_reference(kind, id, &seen);
    }
    let called = || if cx.faults.full(&REFERENCE) { None } else { called(cx, kind, id) };
    let is_name = !id::is_id(id);
    let name = if is_name { called() } else { None };
    let certain = if is_name {
        only_called(cx, kind, id)
    } else {
        cx.certain(&REFERENCE, id, cx.addresses.all(kind).filter(|one| id::is_id(one)))
    };
    let near = || cx.nearest(&REFERENCE, id, cx.addresses.all(kind));
    let near = name.or_else(near).or_else(|| {
        let is_there =
            |other: &EntityKind| matches!(cx.addresses.find(*other, id), Destination::At(_));
        let other = EntityKind::ALL.into_iter().find(is_there)?;
        Some(format!("{}:{id}", other.scheme()))
    });
    let near = near.or_else(|| if is_name { None } else { called() });
    let few: Vec<_> = cx.addresses.all(kind).take(FEW).collect();
    let more = cx.addresses.count(kind) - few.len();
    sentences::nothing(kind, id, near.as_deref(), (&few, more)).meant(certain.as_deref())
}

/// The id of what goes by this name.
fn called(cx: &Lowering<'_>, kind: EntityKind, name: &str) -> Option<String> {
    let names = cx.addresses.names(kind).filter(|names| cx.effort.walks(names.cost()))?;
    names.id(name).map(str::to_owned)
}

/// As [`called`], where it is the whole name, and of nothing else.
fn only_called(cx: &Lowering<'_>, kind: EntityKind, name: &str) -> Option<String> {
    if cx.faults.full(&REFERENCE) {
        return None;
    }
    let names = cx.addresses.names(kind).filter(|names| cx.effort.walks(names.cost()))?;
    names.only_id(name).map(str::to_owned)
}

/// The address that is meant by one with a name in place of an id.
pub(super) fn near(cx: &Lowering<'_>, address: &str) -> Option<String> {
    let (scheme, name) = address.split_once(':')?;
    let kind = EntityKind::ALL.into_iter().find(|kind| kind.scheme() == scheme)?;
    called(cx, kind, name).map(|id| format!("{scheme}:{id}"))
}

/// The address of what goes by this name or this id, whatever it is.
pub(super) fn named(cx: &Lowering<'_>, words: &str) -> Option<String> {
    guess(cx, words).or_else(|| {
        let mut kinds = EntityKind::ALL.into_iter();
        kinds.find_map(|kind| Some(format!("{}:{}", kind.scheme(), called(cx, kind, words)?)))
    })
}

/// What to say of an address that leads to a paragraph by its number.
pub(super) fn position(cx: &Lowering<'_>, address: &str) -> Option<Fault> {
    let (id, place) = address.trim().strip_prefix("section:")?.split_once('/')?;
    let Destination::At(section) = cx.addresses.find(EntityKind::Section, id) else { return None };
    let fault = cx.addresses.is_position(section, place).then(|| sentences::position(place))?;
    Some(match id_for(cx, section, place) {
        Some((id_there, edit)) => {
            let written = address.trim().to_owned();
            let words = format!("section:{id}/{id_there}");
            fault.mended(sentences::give_id(&id_there), Change::WordAnd { written, words, edit })
        }
        None => fault,
    })
}

/// As [`position`], for the number alone, in its section.
pub(super) fn position_here(cx: &Lowering<'_>, section: usize, place: &str) -> Option<Fault> {
    let fault = cx.addresses.is_position(section, place).then(|| sentences::position(place))?;
    Some(match id_for(cx, section, place) {
        Some((words, edit)) => {
            let title = sentences::give_id(&words);
            fault.mended(title, Change::WordAnd { written: place.to_owned(), words, edit })
        }
        None => fault,
    })
}

/// An id for a block that has none, of its first words, and what gives it to the block.
fn id_for(cx: &Lowering<'_>, section: usize, place: &str) -> Option<(String, TextEdit)> {
    if cx.faults.full(&POSITION) {
        return None;
    }
    let (file, start) = cx.addresses.place(section, place)?;
    let file = cx.files.get(file)?;
    let rest = cut(&file.text, start..);
    let taken = |id: &str| cx.addresses.block_ids(section).any(|other| other == id);
    let id = id_of_words(rest).filter(|id| !taken(id));
    let id = id.unwrap_or_else(|| format!("block-{}", cut(place, 1..)));
    if taken(&id) {
        return None;
    }
    if rest.starts_with('{') {
        return Some((id.clone(), file.edit(start + 1..start + 1, &format!("id: {id}, "))));
    }
    let line = cut(&file.text, ..start).rfind('\n').map_or(0, |at| at + 1);
    let column = cut(&file.text, line..start).chars().count();
    let key = format!("id: {id}\n{}", " ".repeat(column));
    Some((id.clone(), file.edit(start..start, &key)))
}

/// An id of the first words of a block, which begins with a key: the number of the paragraph keeps it from being that
/// of another one.
fn id_of_words(block: &str) -> Option<String> {
    /// How many words an id is made of.
    const WORDS: usize = 3;
    let text = cut(block, ..block.floor_char_boundary(LOOKED_AT));
    // The next block is none of it.
    let item = text
        .match_indices('\n')
        .map(|(at, _)| at)
        .find(|at| cut(text, at + 1..).trim_start_matches(' ').starts_with("- "));
    let text = cut(text, ..item.unwrap_or(text.len()));
    let (_, text) = text.split_once(": ").or_else(|| text.split_once(":\n"))?;
    // The address of a link is no word of the text.
    let words = text.split(|c: char| c.is_whitespace() || c == '(' || c == ']');
    let plain = words.map(|word| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()));
    let plain = plain
        .filter(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let words: Vec<_> = plain.take(WORDS).map(str::to_ascii_lowercase).collect();
    let id = words.join("-");
    (id.len() > 2 && numbered(&id).is_none()).then_some(id)
}

/// How many bytes of a block an id is made of.
const LOOKED_AT: usize = 200;

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

/// An article, as [`article_ix`] has it, or with steps behind it a provision of it. Where it has wording the
/// provision must be there.
pub(super) fn article(cx: &Lowering<'_>, rest: &str) -> Resolved {
    let Some(at) = rest.find(['(', '（']) else {
        return article_ix(cx, rest).map(|at| at.map(Target::Article));
    };
    let (number, written) = rest.split_at(at);
    let behind = |fault: Fault| fault.meant_as(|number| format!("{number}{written}"));
    let Some(article) = article_ix(cx, number).map_err(behind)? else { return Ok(None) };
    let steps = steps_of(written).ok_or_else(|| sentences::no_steps(number, written))?;
    let steps = match cx.addresses.wordings.get(&article) {
        None => steps.into(),
        Some(wording) => wording.cited_as(&steps).ok_or_else(|| {
            let (way, on) = wording.as_far_as(&steps);
            sentences::no_provision(number, &steps, &way, &on)
        })?,
    };
    Ok(Some(Target::Provision(ProvisionAddress { article, steps })))
}

/// An article by `NUMBER`, one of the first instrument, or by `INSTRUMENT/NUMBER`.
fn article_ix(cx: &Lowering<'_>, rest: &str) -> Result<Option<ArticleIx>, Fault> {
    let (instrument, number) = match rest.split_once('/') {
        None => (Some(0), rest),
        Some((id, number)) => {
            let behind = |fault: Fault| fault.meant_as(|id| format!("{id}/{number}"));
            (find(cx, EntityKind::Instrument, id).map_err(behind)?, number)
        }
    };
    let Some(at) = instrument else { return Ok(None) };
    if let Some(article) = cx.addresses.article(at, number) {
        return Ok(Some(ArticleIx::new(InstrumentIx::new(at), article)));
    }
    if cx.addresses.lost(EntityKind::Instrument) {
        return Ok(None);
    }
    if let Some(at) = cx.addresses.unread(EntityKind::Instrument) {
        return Ok(Some(ArticleIx::new(InstrumentIx::new(at), 0)));
    }
    Err(no_article(cx, rest, at, number))
}

fn no_article(cx: &Lowering<'_>, rest: &str, instrument: usize, number: &str) -> Fault {
    if let Some(named) = with_label(cx, instrument, number) {
        let why = NoArticle::Labelled { written: named, number: number.to_owned() };
        return sentences::no_article(rest, why);
    }
    let certain = written_otherwise(cx, instrument, number)
        .or_else(|| cx.certain(&REFERENCE, number, cx.addresses.numbers(instrument)));
    let certain = certain.map(|near| match rest.split_once('/') {
        Some((id, _)) => format!("{id}/{near}"),
        None => near,
    });
    let why = why_no_article(cx, rest, instrument, number);
    sentences::no_article(rest, why).meant(certain.as_deref())
}

fn why_no_article(cx: &Lowering<'_>, rest: &str, instrument: usize, number: &str) -> NoArticle {
    let addresses = cx.addresses;
    let near = written_otherwise(cx, instrument, number)
        .or_else(|| cx.nearest(&REFERENCE, number, addresses.numbers(instrument)));
    if let Some(near) = near {
        return NoArticle::Near(match rest.split_once('/') {
            Some((id, _)) => format!("{id}/{near}"),
            None => near,
        });
    }
    if cx.faults.full(&REFERENCE) {
        return NoArticle::Untold;
    }
    let has = |id: &&str| match addresses.find(EntityKind::Instrument, id) {
        Destination::At(at) => addresses.article(at, number).is_some(),
        _ => false,
    };
    if let Some(id) = addresses.all(EntityKind::Instrument).take(LOOKED_THROUGH).find(has) {
        return NoArticle::Near(format!("{id}/{number}"));
    }
    match addresses.numbers(instrument).count() {
        0 if addresses.count(EntityKind::Instrument) == 0 => NoArticle::NoInstrument,
        n => NoArticle::Of(n),
    }
}

/// The number of an article, with steps below it or without, as an address has it that was written as a
/// lawyer would: `art4`, `4.2`, `제4조제1항`.
fn written_otherwise(cx: &Lowering<'_>, instrument: usize, written: &str) -> Option<String> {
    let whole = Reading { article: written.to_owned(), steps: String::new() };
    let meant = |one: Reading| {
        let number = bare_number(&one.article);
        let numbers = [one.article, number];
        let number = numbers.iter().find(|it| cx.addresses.article(instrument, it).is_some())?;
        Some(format!("{number}{}", one.steps))
    };
    [whole].into_iter().chain(readings(written)).find_map(meant)
}

/// The number of an article as its instrument has it with the label in it: `제4조` where 4 is looked for.
fn with_label(cx: &Lowering<'_>, instrument: usize, number: &str) -> Option<String> {
    if cx.faults.full(&REFERENCE) {
        return None;
    }
    let is_meant = |named: &&str| *named != number && bare_number(named) == number;
    cx.addresses.numbers(instrument).take(LOOKED_THROUGH).find(is_meant).map(str::to_owned)
}

/// The number of an article without the words around it: `4` of `art. 4` and `제4조`, `4의2` of `제4조의2`.
fn bare_number(written: &str) -> String {
    let digit = written.find(|c: char| c.is_numeric()).unwrap_or(0);
    cut(written, digit..).replace(['조', '条', '條'], "")
}

fn section(cx: &Lowering<'_>, rest: &str) -> Resolved {
    let (id, address) = match rest.split_once('/') {
        None => (rest, None),
        Some((id, address)) => (id, Some(address)),
    };
    let whole = |fault: Fault| {
        fault.meant_as(|id| match address {
            Some(address) => format!("{id}/{address}"),
            None => id.to_owned(),
        })
    };
    let Some(at) = find(cx, EntityKind::Section, id).map_err(whole)? else { return Ok(None) };
    match address {
        None => Ok(Some(Target::Section(SectionIx::new(at)))),
        Some(address) => {
            let whole = |fault: Fault| fault.meant_as(|address| format!("{id}/{address}"));
            let found = block(cx, at, id, address).map_err(whole)?.map(Target::Block);
            let is_unread = cx.addresses.unread.is_some();
            Ok(found.or_else(|| is_unread.then_some(Target::Section(SectionIx::new(at)))))
        }
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
        Destination::At(at) => return Ok(Some(BlockIx::new(SectionIx::new(section), at))),
        Destination::Lost => return Ok(None),
        Destination::Nothing => {}
    }
    let own = cx.addresses.own_id(section, address).map(str::to_owned);
    let ids = || cx.addresses.block_ids(section);
    let certain = own.or_else(|| cx.certain(&REFERENCE, address, ids()));
    let fault = sentences::no_paragraph(id, address, why_no_paragraph(cx, section, address));
    Err(fault.meant(certain.as_deref()))
}

fn why_no_paragraph(cx: &Lowering<'_>, section: usize, address: &str) -> NoParagraph {
    if cx.faults.full(&REFERENCE) {
        return NoParagraph::Untold;
    }
    let addresses = cx.addresses;
    let own = addresses.own_id(section, address).map(str::to_owned);
    own.or_else(|| cx.nearest(&REFERENCE, address, addresses.block_ids(section)))
        .map_or_else(|| NoParagraph::Of(addresses.paragraphs(section)), NoParagraph::Near)
}
