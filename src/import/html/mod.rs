//! Pages of the web, as they are saved, and the chapters of a book, which are such pages.

mod address;
mod charset;
mod element;
mod facts;
mod frames;
mod guard;
mod main_text;
mod note_text;
mod notes;
mod quotes;
mod tables;
mod tour;
mod walk;

use std::collections::HashSet;

use dom_query::{Document as Tree, NodeId, NodeRef};

use super::document::{Document, DocumentBlock};
use super::error::ReadError;
use super::gather::words;
pub(super) use address::decoded;
use notes::{Notes, Page};
use tables::Uses;
use walk::{Known, Walked};

/// How many words the text of a page has at least; where fewer are found, the page is taken whole.
const WORDS: usize = 25;

/// The text of a page; with `whole`, with all that stands around it.
///
/// # Errors
///
/// If it has no words, is in an encoding that it does not say, or has more of something than a page may have.
pub(super) fn read(bytes: &[u8], whole: bool) -> Result<Document, ReadError> {
    let tree = parsed(bytes)?;
    let mut document = facts::facts(&tree);
    let base = facts::base(&tree, document.address.as_deref());
    let body = tree.body().unwrap_or_else(|| tree.html_root());
    let pages = [Page { number: 0, name: String::new(), body, base }];
    let language = document.language.clone().unwrap_or_default();
    let text = Text {
        notes: notes::find(&pages),
        uses: vec![tables::uses(body)],
        pages: &pages,
        language,
        folded: whole,
    };
    let all = text.without(&HashSet::new());
    document.footnotes = text.footnotes();
    (document.left_out, document.around) = (all.no_text, all.folded);
    let found = if whole { all } else { chosen(&tree, body, &text, all, &mut document.around) };
    (document.blocks, document.pictures) = (found.blocks, found.pictures);
    finished(document)
}

/// The chapters of a book, each with its name, by which the others link to it: their text and their footnotes.
///
/// # Errors
///
/// As [`read`] has them.
pub(super) fn chapters(files: &[(String, Vec<u8>)], language: &str) -> Result<Document, ReadError> {
    let trees: Vec<Tree> =
        files.iter().map(|(_, bytes)| parsed(bytes)).collect::<Result<_, _>>()?;
    let pages: Vec<Page> = (trees.iter().zip(files).enumerate())
        .map(|(number, (tree, (name, _)))| {
            let body = tree.body().unwrap_or_else(|| tree.html_root());
            Page { number, name: name.clone(), body, base: None }
        })
        .collect();
    let uses = pages.iter().map(|page| tables::uses(page.body)).collect();
    let notes = notes::find(&pages);
    let text = Text { notes, uses, pages: &pages, language: language.to_owned(), folded: false };
    let Walked { blocks, pictures, folded, no_text } = text.without(&HashSet::new());
    let footnotes = text.footnotes();
    let left_out = folded + no_text;
    finished(Document { blocks, footnotes, pictures, left_out, ..Document::default() })
}

/// A piece of a page that stands in another text: its blocks, its pictures, and what of it is no text. It has no
/// footnotes of its own, and may have no words.
///
/// # Errors
///
/// If it has more of something than a page may have.
pub(super) fn piece(html: &str) -> Result<Document, ReadError> {
    let begins = html.trim_start().to_ascii_lowercase();
    let is_of_table =
        ["<tr", "<td", "<th", "<tbody", "<tfoot"].iter().any(|tag| begins.starts_with(tag));
    let html = if is_of_table { format!("<table>{html}") } else { html.to_owned() };
    let tree = Tree::from(guard::guarded(&html)?);
    let body = tree.body().unwrap_or_else(|| tree.html_root());
    let pages = [Page { number: 0, name: String::new(), body, base: None }];
    let (notes, uses) = (notes::find(&[]), vec![tables::uses(body)]);
    let text = Text { notes, uses, pages: &pages, language: String::new(), folded: true };
    let Walked { blocks, pictures, no_text, .. } = text.without(&HashSet::new());
    Ok(Document { blocks, pictures, left_out: no_text, ..Document::default() })
}

fn parsed(bytes: &[u8]) -> Result<Tree, ReadError> {
    let text = charset::decode(bytes)?;
    Ok(Tree::from(guard::guarded(&text)?))
}

/// The document as it is given on: with words.
fn finished(mut document: Document) -> Result<Document, ReadError> {
    // A heading of notes, of which all stand elsewhere now.
    if !document.footnotes.is_empty()
        && matches!(document.blocks.last(), Some(DocumentBlock::Heading { .. }))
    {
        document.left_out += document.blocks.pop().map_or(0, |heading| words(&[heading]));
    }
    if words(&document.blocks) == 0 { Err(ReadError::Empty) } else { Ok(document) }
}

/// The text without what stands around it, and what that is: the words that are left out are added to
/// `around`. `all` is the whole page.
fn chosen(tree: &Tree, body: NodeRef, text: &Text, all: Walked, around: &mut usize) -> Walked {
    let there = words(&all.blocks);
    let mut out = main_text::furniture(body);
    let mut plain = text.without(&out);
    let mut in_plain = words(&plain.blocks);
    let (mut outside, mut least) = (HashSet::new(), WORDS);
    if let Some(main) = main_text::main(body) {
        outside = main_text::outside(body, &main);
        out.extend(&outside);
        let inside = text.without(&out);
        let in_main = words(&inside.blocks);
        // Where it has less, the page says it of a part of its text.
        if in_main > 0 && in_main * 2 >= in_plain {
            (plain, in_plain, least) = (inside, in_main, 1);
        } else {
            outside.clear();
        }
    }
    let found = main_text::around(tree, body).map(|out| text.without(&(&out | &outside)));
    let found = found.unwrap_or_default();
    let in_found = words(&found.blocks);
    // Where the library has found a piece of the text alone, as of a law whose articles stand each by itself.
    let is_piece = in_found * 2 < in_plain || in_found < WORDS;
    let (chosen, kept) = if is_piece { (plain, in_plain) } else { (found, in_found) };
    if kept < least {
        return all;
    }
    *around += there.saturating_sub(kept);
    chosen
}

/// Pages that are read.
struct Text<'a> {
    pages: &'a [Page<'a>],
    notes: Notes<'a>,
    /// What the tables of each page are for.
    uses: Vec<Uses>,
    language: String,
    /// Whether what is folded is text as well.
    folded: bool,
}

impl Text<'_> {
    /// The text of all pages, but for what is `left_out`.
    fn without(&self, left_out: &HashSet<NodeId>) -> Walked {
        let mut all = Walked::default();
        for page in self.pages {
            let walked = self.of(page, page.body, left_out);
            all.blocks.extend(walked.blocks);
            all.pictures += walked.pictures;
            all.folded += walked.folded;
            all.no_text += walked.no_text;
        }
        all
    }

    fn footnotes(&self) -> Vec<Vec<DocumentBlock>> {
        let none = HashSet::new();
        let marks = self.notes.marks();
        let bodies = self.notes.bodies.iter().zip(marks);
        let read = |((page, body), mark): (&(usize, NodeRef), String)| {
            let blocks = self.pages.get(*page).map(|page| self.of(page, *body, &none));
            note_text::without_mark(blocks.unwrap_or_default().blocks, &mark)
        };
        bodies.map(read).collect()
    }

    fn of(&self, page: &Page, root: NodeRef, left_out: &HashSet<NodeId>) -> Walked {
        let Some(uses) = self.uses.get(page.number) else { return Walked::default() };
        let known = Known {
            uses,
            notes: &self.notes,
            left_out,
            language: &self.language,
            folded: self.folded,
        };
        walk::walk(page, root, &known)
    }
}
