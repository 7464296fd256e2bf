//! Markdown: CommonMark, with tables, footnotes, struck words and front matter.

use std::collections::HashMap;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::document::{Document, DocumentBlock, Run, Words, says, text_of};
use super::error::ReadError;
use super::lettered::{self, SourceLine};
use super::{front_matter, html, kind};
use crate::base::cut;

/// What stands in so many quotations and lists stands as deep as this.
const DEEPEST: usize = 32;

/// Reads a file in Markdown.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = kind::text(bytes)?;
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS;
    let mut builder = Builder::default();
    let text = front_matter::take(&text, &mut builder.document);
    for (event, source) in Parser::new_ext(text, options).into_offset_iter() {
        if event == Event::SoftBreak {
            builder.soft_break(cut(text, source.end..));
        } else {
            builder.event(event, cut(text, source))?;
        }
    }
    Ok(builder.finish())
}

#[derive(Default)]
struct Builder {
    document: Document,
    /// What is open, outermost first; what is in none goes to the document.
    open: Vec<Open>,
    /// How many containers are open that are too deep to be any.
    too_deep: usize,
    /// The words of the paragraph, heading or cell that is read.
    words: Words,
    /// Where in these a line of the file ends, and how far the next is set in.
    breaks: Vec<(usize, usize)>,
    strong: usize,
    emphasised: usize,
    /// Where each link and picture leads that is open; a picture in a link leads where that does.
    links: Vec<Option<String>>,
    /// The text of what has no markup inside: code, HTML.
    raw: Option<String>,
    /// The number of each footnote by its label.
    notes: HashMap<String, usize>,
}

/// A container of blocks.
enum Open {
    Quote(Vec<DocumentBlock>),
    List { ordered: bool, points: Vec<Vec<DocumentBlock>> },
    Point(Vec<DocumentBlock>),
    Footnote(usize, Vec<DocumentBlock>),
    Table { columns: Vec<Words>, rows: Vec<Vec<Words>>, is_head: bool },
}

impl Builder {
    fn event(&mut self, event: Event<'_>, source: &str) -> Result<(), ReadError> {
        match event {
            Event::Start(tag) => self.start(tag, source),
            Event::End(TagEnd::HtmlBlock) => self.html_block()?,
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.text(&words),
            Event::Code(words) => {
                self.push(&words);
                if let Some(last) = self.words.last_mut() {
                    last.code = true;
                }
            }
            Event::InlineMath(words) | Event::DisplayMath(words) => self.push(&words),
            Event::Html(html) => self.text(&html),
            Event::InlineHtml(html) if html.to_ascii_lowercase().starts_with("<br") => {
                self.push("\n");
            }
            Event::InlineHtml(html) if html.to_ascii_lowercase().starts_with("<img") => {
                self.picture(&html)?;
            }
            Event::HardBreak => self.push("\n"),
            Event::FootnoteReference(label) => {
                let number = self.note(&label);
                let run = Run { text: label.to_string(), footnote: Some(number), ..Run::default() };
                self.words.push(run);
            }
            Event::Rule => self.flush(),
            Event::SoftBreak | Event::InlineHtml(_) | Event::TaskListMarker(_) => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>, source: &str) {
        match tag {
            Tag::Emphasis => self.emphasised += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } => self.links.push(outside(&dest_url)),
            Tag::Image { dest_url, .. } => {
                self.document.pictures += 1;
                self.emphasised += 1;
                self.links.push(self.link().or_else(|| outside(&dest_url)));
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) | Tag::HtmlBlock => {
                self.flush();
                self.raw = Some(String::new());
            }
            Tag::BlockQuote(_) => self.enter(Open::Quote(Vec::new())),
            Tag::List(first) => {
                let ordered = first == Some(1) && !has_bracket(source);
                self.enter(Open::List { ordered, points: Vec::new() });
            }
            Tag::Item => {
                let is_counted = matches!(self.open.last(), Some(Open::List { ordered: true, .. }));
                self.enter(Open::Point(Vec::new()));
                if let Some(mark) = mark(source).filter(|_| !is_counted) {
                    self.push(&format!("{mark} "));
                }
            }
            Tag::FootnoteDefinition(label) => {
                let number = self.note(&label);
                self.enter(Open::Footnote(number, Vec::new()));
            }
            Tag::Table(_) => {
                let (columns, rows) = (Vec::new(), Vec::new());
                self.enter(Open::Table { columns, rows, is_head: true });
            }
            Tag::TableRow => {
                if let Some(Open::Table { rows, .. }) = self.open.last_mut() {
                    rows.push(Vec::new());
                }
            }
            Tag::Paragraph | Tag::Heading { .. } => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.emphasised = self.emphasised.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => drop(self.links.pop()),
            TagEnd::Image => {
                self.emphasised = self.emphasised.saturating_sub(1);
                self.links.pop();
            }
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => {
                let words = self.take_words();
                self.block(DocumentBlock::Heading { level: level as u8, words });
            }
            TagEnd::CodeBlock => {
                let code = self.raw.take().unwrap_or_default();
                self.block(DocumentBlock::Preformatted(code));
            }
            TagEnd::TableCell => self.cell(),
            TagEnd::TableHead => {
                if let Some(Open::Table { is_head, .. }) = self.open.last_mut() {
                    *is_head = false;
                }
            }
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table => self.leave(),
            _ => {}
        }
    }

    fn link(&self) -> Option<String> {
        self.links.last().cloned().flatten()
    }

    /// HTML between blank lines is a piece of a page. A tag alone, around what is Markdown, has no words.
    fn html_block(&mut self) -> Result<(), ReadError> {
        let html = self.raw.take().unwrap_or_default();
        for block in self.page(&html)? {
            self.block(block);
        }
        Ok(())
    }

    /// The words that stand for a picture in HTML.
    fn picture(&mut self, html: &str) -> Result<(), ReadError> {
        for block in self.page(html)? {
            if let DocumentBlock::Paragraph(words) = block {
                for run in &words {
                    self.push(&run.text);
                }
            }
        }
        Ok(())
    }

    fn page(&mut self, html: &str) -> Result<Vec<DocumentBlock>, ReadError> {
        if !has_words(html) {
            return Ok(Vec::new());
        }
        let page = html::piece(html)?;
        self.document.pictures += page.pictures;
        self.document.left_out += page.left_out;
        Ok(page.blocks)
    }

    fn text(&mut self, words: &str) {
        match &mut self.raw {
            Some(raw) => raw.push_str(words),
            None => self.push(words),
        }
    }

    fn push(&mut self, words: &str) {
        self.words.push(Run {
            text: words.to_owned(),
            strong: self.strong > 0,
            emphasised: self.emphasised > 0,
            code: false,
            link: self.link(),
            footnote: None,
        });
    }

    fn note(&mut self, label: &str) -> usize {
        let next = self.notes.len();
        let number = *self.notes.entry(label.to_owned()).or_insert(next);
        if number == self.document.footnotes.len() {
            self.document.footnotes.push(Vec::new());
        }
        number
    }

    fn enter(&mut self, open: Open) {
        self.flush();
        if self.too_deep > 0 || self.open.len() >= DEEPEST {
            self.too_deep += 1;
        } else {
            self.open.push(open);
        }
    }

    fn leave(&mut self) {
        self.flush();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        match self.open.pop() {
            Some(Open::Quote(mut blocks)) => {
                if take_callout(&mut blocks) {
                    for block in blocks {
                        self.block(block);
                    }
                } else {
                    self.block(DocumentBlock::Quote(blocks));
                }
            }
            Some(Open::Point(blocks)) => {
                if let Some(Open::List { points, .. }) = self.open.last_mut() {
                    points.push(blocks);
                }
            }
            Some(Open::List { ordered, points }) => {
                self.block(DocumentBlock::List { ordered, points });
            }
            Some(Open::Table { columns, rows, .. }) => {
                self.block(DocumentBlock::Table { caption: Words::new(), columns, rows });
            }
            Some(Open::Footnote(number, blocks)) => {
                if let Some(note) = self.document.footnotes.get_mut(number) {
                    note.extend(blocks);
                }
            }
            None => {}
        }
    }

    /// A cell is at its end.
    fn cell(&mut self) {
        if let Some(Open::Table { columns, rows, is_head }) = self.open.last_mut() {
            self.breaks.clear();
            let words = std::mem::take(&mut self.words);
            match rows.last_mut() {
                Some(row) if !*is_head => row.push(words),
                _ => columns.push(words),
            }
        } else {
            self.flush();
        }
    }

    /// A line ends before `next`, and nothing else does.
    fn soft_break(&mut self, next: &str) {
        self.breaks.push((self.words.len(), next.len() - next.trim_start_matches(' ').len()));
        self.push(" ");
    }

    fn take_words(&mut self) -> Words {
        self.breaks.clear();
        std::mem::take(&mut self.words)
    }

    /// Ends the paragraph that is read, if one is.
    fn flush(&mut self) {
        let blocks = lettered::blocks(self.lines());
        let words = self.take_words();
        if let Some(blocks) = blocks {
            for block in blocks {
                self.block(block);
            }
        } else if says(&words) {
            self.block(DocumentBlock::Paragraph(words));
        }
    }

    /// The words that were read, line by line; none if there is but one.
    fn lines(&self) -> Vec<SourceLine> {
        let mut lines = Vec::new();
        let (mut start, mut indent) = (0, 0);
        for (at, next) in &self.breaks {
            let words = self.words.get(start..*at).unwrap_or_default().to_vec();
            lines.push(SourceLine { indent, words });
            (start, indent) = (at + 1, *next);
        }
        if !lines.is_empty() {
            let words = self.words.get(start..).unwrap_or_default().to_vec();
            lines.push(SourceLine { indent, words });
        }
        lines
    }

    fn block(&mut self, block: DocumentBlock) {
        match self.open.last_mut() {
            Some(Open::Quote(blocks) | Open::Point(blocks) | Open::Footnote(_, blocks)) => {
                blocks.push(block);
            }
            Some(Open::List { points, .. }) => points.push(vec![block]),
            _ => self.document.blocks.push(block),
        }
    }

    fn finish(mut self) -> Document {
        self.flush();
        self.document
    }
}

/// Takes away what says of a quotation that it is none: `[!note]`, as many programs set off a remark.
fn take_callout(blocks: &mut Vec<DocumentBlock>) -> bool {
    let Some(DocumentBlock::Paragraph(words)) = blocks.first_mut() else { return false };
    let text = text_of(words);
    let kind = text.strip_prefix("[!").and_then(|text| text.split_once(']'));
    let Some((kind, _)) = kind else { return false };
    if kind.is_empty() || !kind.chars().all(|c| c.is_ascii_alphabetic() || c == '-') {
        return false;
    }
    let mut left = kind.len() + "[!]".len();
    for run in words.iter_mut() {
        let taken = run.text.floor_char_boundary(left);
        run.text.drain(..taken);
        left -= taken;
    }
    words.retain(|run| !run.text.is_empty());
    if !says(words) {
        blocks.remove(0);
    }
    true
}

/// An address of the outside world.
fn outside(address: &str) -> Option<String> {
    let is_outside = ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme));
    is_outside.then(|| address.to_owned())
}

/// The enumerator that a point begins with, as written; nothing for a bullet.
fn mark(source: &str) -> Option<&str> {
    let source = source.trim_start();
    let digits = source.bytes().take_while(u8::is_ascii_digit).count();
    let mark = source.get(..digits + 1)?;
    (digits > 0 && mark.ends_with(['.', ')'])).then_some(mark)
}

/// Whether the enumerators of a list end in brackets.
fn has_bracket(source: &str) -> bool {
    mark(source).is_some_and(|mark| mark.ends_with(')'))
}

/// Whether HTML may have words: between its tags, or in one that stands for a picture.
fn has_words(html: &str) -> bool {
    let behind = |tag: &str| tag.split_once('>').is_none_or(|(_, text)| !text.trim().is_empty());
    let mut parts = html.split('<');
    parts.next().is_some_and(|text| !text.trim().is_empty())
        || parts.any(|tag| {
            behind(tag) || tag.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("img"))
        })
}
