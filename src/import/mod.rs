//! From what people have (a page, a treaty, a list of names) to the YAML text of a briefing.
//!
//! A file is told by its name and its beginning (`kind`) and becomes a `Document`, whatever format it is in; a law
//! is told from other texts (`law`), and what is none becomes sections (`sections`). The draft of all that
//! (`draft`) is written as the files of one briefing (`write`), which are read once more before anybody gets them.

mod archive;
mod citing;
mod clean;
mod dates;
mod document;
mod docx;
mod draft;
mod epub;
mod error;
mod fix;
mod footnotes;
#[cfg(test)]
mod format_tests;
mod front_matter;
mod gather;
mod html;
mod ids;
mod kind;
mod law;
mod lettered;
mod limits;
mod markdown;
mod named_law;
mod names;
mod plain;
mod points;
mod schemas;
mod sections;
mod starter;
mod summary;
mod titles;
mod words;
mod write;
mod xml;

use document::Document;
use draft::{Draft, DraftSource};
use kind::Kind;
use limits::TOGETHER;
use sections::DraftIds;
use titles::TITLE;

use crate::base::shortened;
use crate::diagnostic::{Severity, one_line};
use crate::load;

pub use error::{Damage, ImportError, ReadError, TooMuch};
pub(crate) use fix::{
    ChangedFile, changed_files, line_edits, mend, mend_file, unified_diff, write_files,
};
pub(crate) use limits::{TOGETHER as MOST_TOGETHER, most_bytes};
pub(crate) use starter::{starter, starter_file};
pub use summary::{ImportSummary, ImportedLaw};
pub(crate) use titles::title_of;

/// How many sections a briefing may have.
const SECTIONS: usize = 2000;

/// A file that is imported.
#[derive(Debug, Clone)]
pub struct ImportInput {
    /// Its path or name, as its owner calls it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct ImportOptions {
    /// What all files are, where that is not told by themselves.
    pub as_what: Option<ImportAs>,
    /// Whether all of a page is taken, with its menus.
    pub whole: bool,
}

/// What a text becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportAs {
    /// A legal text with its articles.
    Instrument,
    /// Sections.
    Section,
}

/// What came of it.
#[derive(Debug)]
pub struct Imported {
    /// The files of a briefing, each with its path in the briefing's folder; behind them their schemas.
    pub files: Vec<(String, String)>,
    /// What they hold, and what was guessed.
    pub summary: ImportSummary,
}

/// Makes one briefing of files. It checks clean: without an error, without a warning.
pub fn import(inputs: &[ImportInput], options: ImportOptions) -> Result<Imported, ImportError> {
    let first = inputs.first().ok_or(ImportError::Nothing)?;
    if inputs.iter().map(|input| input.bytes.len()).sum::<usize>() > TOGETHER {
        return Err(ImportError::TooLarge { most: TOGETHER >> 20 });
    }
    let mut draft = Draft::default();
    let mut ids = DraftIds::default();
    let mut summary = ImportSummary::default();
    for input in inputs {
        let document = read(input, options)
            .map_err(|why| ImportError::Unread { name: input.name.clone(), why })?;
        add(&mut draft, &mut ids, &mut summary, document, options);
        let found = draft.sections.len();
        if found > SECTIONS {
            return Err(ImportError::TooManySections { found, most: SECTIONS });
        }
    }
    if draft.sections.is_empty() {
        sections::lead_to_laws(&mut draft, &mut ids);
    }
    summary.references = citing::link(&mut draft);
    names::guess(&mut draft);
    summary.count(&draft);
    let files = schemas::with_schemas(write::files(&draft));
    if files.iter().map(|(_, text)| text.len() as u64).sum::<u64>() > load::BYTES {
        return Err(ImportError::TooMuchText { most: (load::BYTES >> 20) as usize });
    }
    check(&files).map_err(|fault| ImportError::Faulty { name: first.name.clone(), fault })?;
    Ok(Imported { files, summary })
}

/// Reads a file, and cleans what it says.
fn read(input: &ImportInput, options: ImportOptions) -> Result<Document, ReadError> {
    let ImportInput { name, bytes } = input;
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let most = most_bytes(bytes);
    if bytes.len() > most {
        let most = most >> 20;
        let why =
            if kind::is_packed(bytes) { TooMuch::Packed { most } } else { TooMuch::File { most } };
        return Err(why.into());
    }
    let mut document = match Kind::of(name, bytes)? {
        Kind::Markdown => markdown::read(bytes)?,
        Kind::Plain => plain::read(bytes)?,
        Kind::Html => html::read(bytes, options.whole)?,
        Kind::Docx => docx::read(bytes)?,
        Kind::Epub => epub::read(bytes)?,
    };
    clean::clean(&mut document);
    if gather::words(&document.blocks) == 0
        && document.footnotes.iter().all(|note| gather::words(note) == 0)
    {
        return Err(ReadError::Empty);
    }
    titles::take_title(&mut document, name);
    document.title = shortened(&document.title, TITLE, "…");
    Ok(document)
}

/// Adds a document to what is written.
fn add(
    draft: &mut Draft,
    ids: &mut DraftIds,
    summary: &mut ImportSummary,
    document: Document,
    options: ImportOptions,
) {
    let is_first = draft.title.is_empty();
    let language = document.language.clone().filter(|tag| load::is_language_tag(tag));
    let guessed = || language_of_letters(&document).map(str::to_owned);
    let own = language.clone().or_else(guessed);
    if is_first {
        draft.title.clone_from(&document.title);
        draft.is_language_guessed = language.is_none() && own.is_some();
        draft.language.clone_from(&own);
        draft.authors = document.authors.iter().map(|name| one(name)).collect();
        draft.summary = document.summary.as_deref().map(clean::letters);
        draft.date = document.date.as_deref().and_then(dates::date);
    }
    summary.around += document.around;
    summary.left_out += document.left_out;
    summary.pictures += document.pictures;
    if let Some(url) = &document.address {
        draft.sources.push(DraftSource {
            id: ids.sources.make(&document.title, "source"),
            title: document.title.clone(),
            publisher: document.publisher.as_deref().map(one),
            date: document.date.as_deref().and_then(dates::date),
            url: Some(url.clone()),
        });
    }
    let spoken = own.as_deref().unwrap_or("en");
    let law = match options.as_what {
        Some(ImportAs::Section) => None,
        as_what => law::law(&document, spoken, as_what == Some(ImportAs::Instrument)),
    };
    let Some(law) = law else {
        if options.as_what.is_none() {
            summary
                .like_laws
                .extend(law::law(&document, spoken, true).map(|_| document.title.clone()));
        }
        return sections::add(draft, ids, document, is_first);
    };
    let mut instrument = law.instrument;
    summary.contents += law.left_out;
    summary.pages += law.pages;
    instrument.id = ids.instruments.make(&document.title, "instrument");
    instrument.title = document.title;
    instrument.language = own.filter(|own| Some(own) != draft.language.as_ref());
    draft.instruments.push(instrument);
}

/// A value on one line.
fn one(value: &str) -> String {
    let value = clean::letters(value).split_whitespace().collect::<Vec<_>>().join(" ");
    shortened(&value, TITLE, "…")
}

/// The language that no other is written in the letters of, if most letters are those.
fn language_of_letters(document: &Document) -> Option<&'static str> {
    let (mut all, mut hangul, mut kana) = (0_usize, 0_usize, 0_usize);
    let mut see = |text: &str| {
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            all += 1;
            hangul += usize::from(matches!(c, '가'..='힣'));
            kana += usize::from(matches!(c, '\u{3040}'..='\u{30FF}'));
        }
    };
    let blocks = document.blocks.iter().chain(document.footnotes.iter().flatten());
    blocks.for_each(|block| block.each_text(&mut see));
    let most = |letters: usize, of: usize| letters * of > all;
    if most(hangul, 2) {
        Some("ko")
    } else if most(kana, 5) {
        Some("ja")
    } else {
        None
    }
}

/// Reads what is about to be written. The first fault, if there is one that is no hint.
fn check(files: &[(String, String)]) -> Result<(), String> {
    let files = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let loaded = load::from_files("briefing", files);
    match loaded.diagnostics.iter().find(|one| one.severity != Severity::Hint) {
        Some(fault) => Err(one_line(fault)),
        None => Ok(()),
    }
}
