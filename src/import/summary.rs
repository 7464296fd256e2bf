//! What came of an import, in numbers.

use super::document::{Words, text_of};
use super::draft::{Draft, DraftBlock, DraftContent, DraftPoint, Piece};
use super::gather::text_words;

/// What a briefing that was imported holds, and what was guessed or left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportSummary {
    /// How many sections were made.
    pub sections: usize,
    /// How many blocks they have, without headings.
    pub paragraphs: usize,
    /// How many words they have.
    pub words: usize,
    /// The legal texts.
    pub laws: Vec<ImportedLaw>,
    /// How many actors were guessed.
    pub actors: usize,
    /// How many sources were made.
    pub sources: usize,
    /// How many references to articles became links.
    pub references: usize,
    /// How many pictures are now the words that stood in for them.
    pub pictures: usize,
    /// How many words of pages were left out, menus and the like, that are kept where a page is taken whole.
    pub around: usize,
    /// How many words are no part of a text, however it is read: comments, forms, what is hidden.
    pub left_out: usize,
    /// How many words of tables of contents were left out.
    pub contents: usize,
    /// How many numbers of pages were left out.
    pub pages: usize,
    /// The titles of texts with lines like the headings of articles, which are sections all the same.
    pub like_laws: Vec<String>,
}

/// A legal text that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedLaw {
    /// Its title.
    pub title: String,
    /// How many articles it has.
    pub articles: usize,
    /// How many parts.
    pub parts: usize,
}

impl ImportSummary {
    /// Counts what is about to be written.
    pub(super) fn count(&mut self, draft: &Draft) {
        self.sections = draft.sections.len();
        for block in draft.sections.iter().flat_map(|section| &section.blocks) {
            self.paragraphs += usize::from(!matches!(block.content, DraftContent::Heading(_)));
            self.words += words_of(block);
        }
        self.actors = draft.actors.len();
        self.sources = draft.sources.len();
        let laws = draft.instruments.iter().map(|instrument| {
            let is_article = |piece: &&Piece| matches!(piece, Piece::Article(_));
            let articles = instrument.pieces.iter().filter(is_article).count();
            let parts = instrument.pieces.len() - articles;
            ImportedLaw { title: instrument.title.clone(), articles, parts }
        });
        self.laws = laws.collect();
    }
}

fn words_of(block: &DraftBlock) -> usize {
    match &block.content {
        DraftContent::Heading(words)
        | DraftContent::Text(words)
        | DraftContent::Note { words, .. } => counted(words),
        DraftContent::Quote(paragraphs) => paragraphs.iter().map(counted).sum(),
        DraftContent::List { points, .. } => points.iter().map(words_of_point).sum(),
        DraftContent::Table { caption, columns, rows } => {
            let cells = columns.iter().chain(rows.iter().flatten());
            counted(caption) + cells.map(counted).sum::<usize>()
        }
    }
}

fn words_of_point(point: &DraftPoint) -> usize {
    counted(&point.words) + point.below.iter().map(words_of_point).sum::<usize>()
}

fn counted(words: &Words) -> usize {
    text_words(&text_of(words))
}
