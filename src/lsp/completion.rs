//! What may be written at a place: keys, words of the format, and the ids of what there is.

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionParams, CompletionResponse,
    CompletionTextEdit, TextEdit as Edit,
};

use super::cursor::{self, Written};
use super::view::{Here, View};
use crate::base::cut;
use crate::load::{Mapping, Presence, ValueType, mapping_of, schemes, section_of};
use crate::model::{ArticleIx, Briefing, InstrumentIx};

/// How many are told; with more letters the others come.
const MOST: usize = 500;

/// Something that may be written.
struct Offer {
    words: String,
    /// What it is called, or what it says.
    detail: String,
    kind: CompletionItemKind,
}

pub(super) fn at(view: &View<'_>, params: &CompletionParams) -> Option<CompletionResponse> {
    let (here, byte) = view.place(&params.text_document_position)?;
    let text = here.file.text();
    let (start, offers) = match cursor::at(text, byte, mapping_of(here.file.inner())?)? {
        Written::Key(mapping, start) => (start, keys(&here, mapping)),
        Written::Value(value, start) => {
            let (behind, offers) = values(&here, value, start, cut(text, start..byte))?;
            (start + behind, offers)
        }
    };
    let typed = cut(text, start..byte).to_lowercase();
    let fits = |offer: &Offer| {
        let has = |words: &str| words.to_lowercase().contains(typed.trim());
        has(&offer.words) || has(&offer.detail)
    };
    let mut fitting = offers.into_iter().filter(fits);
    let range = here.lines.range(&(start..byte));
    let items: Vec<CompletionItem> =
        fitting.by_ref().take(MOST).enumerate().map(|(at, offer)| offer.item(at, range)).collect();
    let is_incomplete = fitting.next().is_some();
    Some(CompletionResponse::List(CompletionList { is_incomplete, items }))
}

impl Offer {
    fn item(self, at: usize, range: lsp_types::Range) -> CompletionItem {
        let Self { words, detail, kind } = self;
        let text =
            if kind == CompletionItemKind::PROPERTY { format!("{words}: ") } else { words.clone() };
        CompletionItem {
            label: words.clone(),
            // A name finds its id.
            filter_text: Some(if kind == CompletionItemKind::REFERENCE {
                format!("{words} {detail}")
            } else {
                words
            }),
            kind: Some(kind),
            detail: Some(detail).filter(|detail| !detail.is_empty()),
            sort_text: Some(format!("{at:05}")),
            text_edit: Some(CompletionTextEdit::Edit(Edit::new(range, text))),
            ..CompletionItem::default()
        }
    }
}

fn reference(words: impl Into<String>, detail: impl Into<String>) -> Offer {
    Offer { words: words.into(), detail: detail.into(), kind: CompletionItemKind::REFERENCE }
}

/// The keys of a mapping.
fn keys(here: &Here<'_>, mapping: &'static Mapping) -> Vec<Offer> {
    let inline = here.file.inner() == "briefing.yaml";
    let keys = mapping.keys.iter().filter(|row| inline || row.presence != Presence::Inline);
    let offer = |row: &crate::load::FormatKey| Offer {
        words: row.name.to_owned(),
        detail: row.about.to_owned(),
        kind: CompletionItemKind::PROPERTY,
    };
    keys.map(offer).collect()
}

/// What may be a value that begins at a byte, or stand in it, and behind how many bytes of what is `typed`.
fn values(
    here: &Here<'_>,
    value: &ValueType,
    start: usize,
    typed: &str,
) -> Option<(usize, Vec<Offer>)> {
    let briefing = here.briefing.briefing();
    let of = |scheme| briefing.map(|all| entities(all, scheme)).unwrap_or_default();
    let all = match value {
        ValueType::OneOf(all) => all().into_iter().map(word).collect(),
        ValueType::YesOrNo => ["true", "false"].into_iter().map(word).collect(),
        ValueType::ActorId | ValueType::SpeakerName => of("actor"),
        ValueType::SourceId | ValueType::SourceEntry => of("source"),
        ValueType::SectionEntry => section_files(here),
        ValueType::Paragraph => {
            let inner = here.file.inner();
            blocks(here, section_of(inner).or_else(|| here.file.section_at(start))?)
        }
        ValueType::ArticleAddress => {
            let behind = if typed.starts_with("article:") { "article:".len() } else { 0 };
            let (further, offers) = articles(briefing?, cut(typed, behind..));
            return Some((behind + further, offers));
        }
        ValueType::Address => return Some(addresses(here, typed)),
        ValueType::Prose
        | ValueType::Paragraphs
        | ValueType::PointEntry
        | ValueType::Provisions
        | ValueType::Cell => {
            let at = open_link(typed)?;
            let (behind, offers) = addresses(here, cut(typed, at..));
            return Some((at + behind, offers));
        }
        _ => return None,
    };
    Some((0, all))
}

fn word(word: &str) -> Offer {
    let kind = CompletionItemKind::ENUM_MEMBER;
    Offer { words: word.to_owned(), detail: String::new(), kind }
}

/// Where the address begins of a link that is not closed.
fn open_link(typed: &str) -> Option<usize> {
    let at = typed.rfind("](")? + 2;
    let address = cut(typed, at..);
    let open = address.matches('(').count();
    let is_open = !address.contains(char::is_whitespace) && address.matches(')').count() <= open;
    // Behind the last step of an article it is closed by one more.
    is_open.then_some(at)
}

/// What an address may be that begins as `typed`, and behind how many bytes of it.
fn addresses(here: &Here<'_>, typed: &str) -> (usize, Vec<Offer>) {
    let Some((scheme, rest)) = typed.split_once(':') else {
        let schemes = schemes().map(|scheme| Offer {
            words: format!("{scheme}:"),
            detail: String::new(),
            kind: CompletionItemKind::MODULE,
        });
        return (0, schemes.collect());
    };
    let behind = scheme.len() + 1;
    let Some(briefing) = here.briefing.briefing() else { return (behind, Vec::new()) };
    match (scheme, rest.split_once('/')) {
        ("article", _) => {
            let (further, offers) = articles(briefing, rest);
            (behind + further, offers)
        }
        ("section", Some((section, _))) => (behind + section.len() + 1, blocks(here, section)),
        _ => (behind, entities(briefing, scheme)),
    }
}

/// All of a kind, with their names.
fn entities(briefing: &Briefing, scheme: &str) -> Vec<Offer> {
    match scheme {
        "actor" => briefing.actors.iter().map(|one| reference(&one.id, &one.name)).collect(),
        "term" => briefing.terms.iter().map(|one| reference(&one.id, &one.term)).collect(),
        "event" => briefing.events.iter().map(|one| reference(&one.id, &one.title)).collect(),
        "source" => briefing.sources.iter().map(|one| reference(&one.id, &one.title)).collect(),
        "section" => briefing.sections.iter().map(|one| reference(&one.id, &one.title)).collect(),
        "instrument" => {
            briefing.instruments.iter().map(|one| reference(&one.id, one.name())).collect()
        }
        _ => Vec::new(),
    }
}

/// The articles that may be named, and behind how many bytes of what is `typed`; behind a bracket the steps to
/// what stands in one.
fn articles(briefing: &Briefing, typed: &str) -> (usize, Vec<Offer>) {
    if let Some(at) = typed.find('(') {
        let (number, _) = typed.split_at(at);
        return (at, provisions(briefing, number));
    }
    let of = |(at, instrument): (usize, &crate::model::Instrument), with_id: bool| {
        let prefix = if with_id { format!("{}/", instrument.id) } else { String::new() };
        let articles = 0..instrument.articles.len();
        let offers = articles.map(|article| {
            let article = briefing.article(ArticleIx::new(InstrumentIx::new(at), article));
            let number: String = article.number.split_whitespace().collect();
            let title = article.title.as_deref().or(article.theme.as_deref()).unwrap_or_default();
            let detail = if title.is_empty() { article.name.clone() } else { title.to_owned() };
            reference(format!("{prefix}{number}"), detail)
        });
        offers.collect::<Vec<_>>()
    };
    let all = || briefing.instruments.iter().enumerate();
    match typed.split_once('/') {
        Some((id, _)) => {
            let found = all().find(|(_, one)| one.id == id);
            (id.len() + 1, found.map(|one| of(one, false)).unwrap_or_default())
        }
        None => (0, all().flat_map(|one| of(one, one.0 > 0)).collect()),
    }
}

/// The steps to the provisions of an article.
fn provisions(briefing: &Briefing, number: &str) -> Vec<Offer> {
    let (id, number) = match number.split_once('/') {
        Some((id, number)) => (Some(id), number),
        None => (None, number),
    };
    let instruments = briefing.instruments.iter();
    let mut instruments = instruments.filter(|one| id.is_none_or(|id| one.id == id)).take(1);
    let is_named =
        |one: &str| one.split_whitespace().collect::<String>().eq_ignore_ascii_case(number);
    let article = instruments.find_map(|one| one.articles.iter().find(|a| is_named(&a.number)));
    let Some(wording) = article.and_then(|article| article.wording.as_ref()) else {
        return Vec::new();
    };
    let steps = wording.addresses().iter().zip(wording.provisions());
    let offers = steps.map(|(address, provision)| {
        let words = cut(&wording.text.plain, provision.words..provision.range.end);
        reference(&*address.steps, cut(words, ..words.floor_char_boundary(80)))
    });
    offers.filter(|offer| !offer.words.is_empty()).collect()
}

/// The blocks of a section that have an id, then the others by their places.
fn blocks(here: &Here<'_>, section: &str) -> Vec<Offer> {
    let mut offers = here.briefing.blocks(section);
    offers.sort_by_key(|(id, _)| crate::load::Workspace::is_place(id));
    offers.into_iter().map(|(id, words)| reference(id, words)).collect()
}

/// The sections that have files.
fn section_files(here: &Here<'_>) -> Vec<Offer> {
    let files = here.briefing.files();
    let ids = files.filter_map(|file| section_of(file.inner()).zip(Some(file)));
    let offers = ids.map(|(id, file)| {
        let title = file.entries().first().map(|entry| entry.name.clone());
        reference(id, title.unwrap_or_default())
    });
    offers.collect()
}
