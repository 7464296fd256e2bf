//! A document as sections of a briefing.

use std::collections::{HashMap, HashSet};

use super::document::{Document, DocumentBlock, Run, Words, code_lines, on_one_line, says};
use super::draft::{Draft, DraftBlock, DraftContent, DraftSection, DraftSource};
use super::footnotes::{citation, cited_title, paragraphs, without_calls};
use super::ids::Ids;
use super::points::list_points;
use super::titles::TITLE;
use crate::base::shortened;

/// The most cells of a table, and its most columns.
const CELLS: usize = 15_000;
const COLUMNS: usize = 1000;

/// The ids of a draft that are taken.
#[derive(Default)]
pub(super) struct DraftIds {
    pub(super) sections: Ids,
    pub(super) instruments: Ids,
    pub(super) sources: Ids,
    /// The sources that footnotes are, by what they say.
    cited: HashMap<String, String>,
}

/// Adds the sections that a document comes to. Those begin at its headings of the greatest level that it has more
/// than one of; smaller ones stand in the text. What stands before is a section of its own, by the document's
/// title.
pub(super) fn add(draft: &mut Draft, ids: &mut DraftIds, document: Document, is_first: bool) {
    let level = section_level(&document.blocks);
    let Document { title, blocks, footnotes, .. } = document;
    let before = draft.sections.len();
    let mut maker = Maker { draft, ids, footnotes, called: HashSet::new(), pending: None };
    for block in blocks {
        match block {
            DocumentBlock::Heading { level: own, words }
                if level.is_some_and(|level| own <= level) =>
            {
                maker.section(words);
            }
            block => {
                if maker.draft.sections.len() == before {
                    maker.begin(&title);
                }
                maker.block(block);
            }
        }
    }
    if maker.draft.sections.len() == before {
        maker.begin(&title);
    }
    maker.uncalled();
    let is_titled = draft.sections.get(before).is_some_and(|first| first.title == title);
    if let Some(first) = draft.sections.get_mut(before).filter(|_| !is_first && !is_titled) {
        let words = vec![Run { text: title, ..Run::default() }];
        first.blocks.insert(0, DraftContent::Heading(words).into());
    }
    for section in
        draft.sections.iter_mut().skip(before).filter(|section| section.blocks.is_empty())
    {
        let words = vec![Run { text: section.title.clone(), ..Run::default() }];
        section.blocks.push(DraftContent::Heading(words).into());
    }
}

/// The greatest level that a document has more than one heading of; that of its only one.
fn section_level(blocks: &[DocumentBlock]) -> Option<u8> {
    let levels = blocks.iter().filter_map(|block| match block {
        DocumentBlock::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let mut levels: Vec<u8> = levels.collect();
    levels.sort_unstable();
    let twice = levels.windows(2).find(|pair| pair.first() == pair.last());
    twice.and_then(|pair| pair.first()).or(levels.first()).copied()
}

impl From<DraftContent> for DraftBlock {
    fn from(content: DraftContent) -> Self {
        Self { id: None, content, sources: Vec::new() }
    }
}

struct Maker<'m> {
    draft: &'m mut Draft,
    ids: &'m mut DraftIds,
    footnotes: Vec<Vec<DocumentBlock>>,
    /// The footnotes that were called.
    called: HashSet<usize>,
    /// The footnotes that a heading calls: they stand by the block behind it.
    pending: Option<Vec<usize>>,
}

impl Maker<'_> {
    fn section(&mut self, words: Words) {
        let (words, calls) = without_calls(words);
        let title = on_one_line(&words);
        self.begin(&title);
        if title.chars().count() > TITLE {
            self.push(DraftContent::Heading(words));
        }
        self.pending = (!calls.is_empty()).then_some(calls);
    }

    fn begin(&mut self, title: &str) {
        let id = self.ids.sections.make(title, "section");
        let title = shortened(title, TITLE, "…");
        self.draft.sections.push(DraftSection { id, title, blocks: Vec::new() });
    }

    fn block(&mut self, block: DocumentBlock) {
        match block {
            DocumentBlock::Heading { words, .. } => self.with_notes(words, DraftContent::Heading),
            DocumentBlock::Paragraph(words) => self.with_notes(words, DraftContent::Text),
            DocumentBlock::Preformatted(text) => {
                self.with_notes(code_lines(&text), DraftContent::Text);
            }
            DocumentBlock::Quote(blocks) => self.quote(blocks),
            DocumentBlock::List { ordered, points } => self.list(ordered, points),
            DocumentBlock::Table { caption, columns, rows } => self.table(caption, columns, rows),
        }
    }

    fn with_notes(&mut self, words: Words, content: impl FnOnce(Words) -> DraftContent) {
        let (words, calls) = without_calls(words);
        if !says(&words) {
            return;
        }
        let content = content(words);
        if matches!(content, DraftContent::Heading(_)) {
            self.push(content);
            self.pending.get_or_insert_default().extend(calls);
        } else {
            self.push(content);
            self.notes(calls);
        }
    }

    /// Paragraphs of a quotation; what else stands in one stands behind it.
    fn quote(&mut self, blocks: Vec<DocumentBlock>) {
        let mut paragraphs = Vec::new();
        let mut calls = Vec::new();
        for block in blocks {
            match block {
                DocumentBlock::Paragraph(words) | DocumentBlock::Heading { words, .. } => {
                    let (words, called) = without_calls(words);
                    if says(&words) {
                        paragraphs.push(words);
                    }
                    calls.extend(called);
                }
                other => {
                    self.quoted(std::mem::take(&mut paragraphs), std::mem::take(&mut calls));
                    self.block(other);
                }
            }
        }
        self.quoted(paragraphs, calls);
    }

    fn quoted(&mut self, paragraphs: Vec<Words>, calls: Vec<usize>) {
        if !paragraphs.is_empty() {
            self.push(DraftContent::Quote(paragraphs));
        }
        self.notes(calls);
    }

    fn list(&mut self, ordered: bool, points: Vec<Vec<DocumentBlock>>) {
        let mut calls = Vec::new();
        let points = list_points(points, 1, &mut calls);
        if !points.is_empty() {
            self.push(DraftContent::List { ordered, points });
        }
        self.notes(calls);
    }

    fn table(&mut self, caption: Words, columns: Vec<Words>, rows: Vec<Vec<Words>>) {
        let mut calls = Vec::new();
        let mut cleared = |words: Words| {
            let (words, called) = without_calls(words);
            calls.extend(called);
            words
        };
        let caption = cleared(caption);
        let columns: Vec<Words> = columns.into_iter().map(&mut cleared).collect();
        let rows: Vec<Vec<Words>> =
            rows.into_iter().map(|row| row.into_iter().map(&mut cleared).collect()).collect();
        let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(columns.len());
        let full = |mut row: Vec<Words>| {
            row.resize(width, Words::new());
            row
        };
        let mut rows: Vec<Vec<Words>> = rows.into_iter().map(full).collect();
        let columns = full(columns);
        if width > COLUMNS || width == 0 || rows.is_empty() {
            for words in std::iter::once(caption).chain(columns).chain(rows.into_iter().flatten()) {
                self.with_notes(words, DraftContent::Text);
            }
            return self.notes(calls);
        }
        let most = (CELLS / width).max(1);
        while !rows.is_empty() {
            let rest = rows.split_off(most.min(rows.len()));
            let (caption, columns) = (caption.clone(), columns.clone());
            self.push(DraftContent::Table { caption, columns, rows });
            rows = rest;
        }
        self.notes(calls);
    }

    fn push(&mut self, content: DraftContent) {
        if let Some(section) = self.draft.sections.last_mut() {
            section.blocks.push(content.into());
        }
    }

    /// The footnotes that the block before calls: each a source of it, or a note on it.
    fn notes(&mut self, calls: Vec<usize>) {
        let calls = self.pending.take().into_iter().flatten().chain(calls);
        for call in calls.collect::<Vec<_>>() {
            if !self.called.insert(call) {
                continue;
            }
            let blocks = self.footnotes.get_mut(call).map(std::mem::take).unwrap_or_default();
            let words = paragraphs(&blocks);
            if !says(&words) {
                continue;
            }
            match citation(&words) {
                Some(url) => self.source(&words, url),
                None => self.note(words),
            }
        }
    }

    fn source(&mut self, words: &Words, url: String) {
        let title = cited_title(words, &url);
        let id = if let Some(id) = self.ids.cited.get(&title) {
            id.clone()
        } else {
            let id = self.ids.sources.make(&title, "source");
            self.ids.cited.insert(title.clone(), id.clone());
            let source =
                DraftSource { id: id.clone(), title, url: Some(url), ..DraftSource::default() };
            self.draft.sources.push(source);
            id
        };
        if let Some(block) = self.last().filter(|block| !block.sources.contains(&id)) {
            block.sources.push(id);
        }
    }

    /// A note on the block before it. That gets an id, so that the note can name it.
    fn note(&mut self, words: Words) {
        let section = self.draft.sections.last_mut();
        let number = section.map_or(0, |section| section.blocks.len());
        let about =
            self.last().map(|block| block.id.get_or_insert(format!("noted-{number}")).clone());
        self.push(DraftContent::Note { words, about });
    }

    /// The last block that can be cited and written on.
    fn last(&mut self) -> Option<&mut DraftBlock> {
        let blocks = &mut self.draft.sections.last_mut()?.blocks;
        let is_text = |block: &&mut DraftBlock| {
            !matches!(block.content, DraftContent::Note { .. } | DraftContent::Heading(_))
        };
        blocks.iter_mut().rev().find(is_text)
    }

    /// The footnotes that nothing calls stand at the end.
    fn uncalled(&mut self) {
        self.notes(Vec::new());
        for number in 0..self.footnotes.len() {
            if self.called.contains(&number) {
                continue;
            }
            let blocks = self.footnotes.get_mut(number).map(std::mem::take).unwrap_or_default();
            let words = paragraphs(&blocks);
            if says(&words) {
                self.push(DraftContent::Note { words, about: None });
            }
        }
    }
}

/// Adds a section that leads to the legal texts, where there is nothing else to read: a briefing has one.
pub(super) fn lead_to_laws(draft: &mut Draft, ids: &mut DraftIds) {
    let links = draft.instruments.iter().map(|instrument| {
        let link = Some(format!("instrument:{}", instrument.id));
        DraftContent::Text(vec![Run { link, ..Run::default() }]).into()
    });
    let blocks = links.collect();
    let (title, id) = (draft.title.clone(), ids.sections.make(&draft.title, "section"));
    draft.sections.push(DraftSection { id, title, blocks });
}
